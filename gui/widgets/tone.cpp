// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/tone.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fairlead::gui {

namespace {

constexpr double least_contrast = 3.0; // WCAG 2.1, 1.4.11: graphical objects
constexpr double tint_share = 0.18;

/// Hue and saturation; lightness is the palette's affair.
struct Hue {
    int degrees;
    int saturation;
};

Hue severity_hue(rules::Severity severity) {
    switch (severity) {
    case rules::Severity::info:
        return {212, 170};
    case rules::Severity::caution:
        return {45, 220};
    case rules::Severity::warning:
        return {24, 230};
    case rules::Severity::violation:
        break;
    }
    return {352, 220};
}

/// After M. Okabe, K. Ito, "Color universal design" (2008): blue, vermilion, bluish green, reddish
/// purple, sky blue, orange.
constexpr std::array<Hue, series_count> series_hues{
    {{202, 255}, {26, 255}, {164, 255}, {327, 130}, {202, 170}, {41, 255}}};

double linear(double channel) {
    constexpr double knee = 0.03928;
    return channel <= knee ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

QColor mixed(const QColor& a, const QColor& b, double share_of_b) {
    const auto channel = [share_of_b](double x, double y) {
        return static_cast<float>(std::lerp(x, y, share_of_b));
    };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()),
                            channel(a.blueF(), b.blueF()));
}

/// The hue at the lightness nearest to the middle that can be told from the base; on dark bases no
/// brighter than the text, or a warning would glare at night.
QColor ink(const QPalette& palette, Hue hue, double share_of_text = 1.0) {
    const auto base = palette.color(QPalette::Base);
    const auto text = palette.color(QPalette::Text);
    const bool is_dark = luminance(text) > luminance(base);
    constexpr int middle = 118;
    constexpr int step = 4;
    constexpr int greatest = 255;
    auto colour = QColor::fromHsl(hue.degrees, hue.saturation, middle);
    for (int lightness = middle; lightness > 0 && lightness < greatest;
         lightness += is_dark ? step : -step) {
        colour = QColor::fromHsl(hue.degrees, hue.saturation, lightness);
        if (contrast(colour, base) >= least_contrast) {
            break;
        }
    }
    for (int lightness = colour.lightness();
         is_dark && luminance(colour) > luminance(text) && lightness > 0; lightness -= step) {
        colour = QColor::fromHsl(hue.degrees, hue.saturation, lightness);
    }
    for (auto darker = colour; is_dark && luminance(colour) > share_of_text * luminance(text);
         colour = darker) {
        darker =
            QColor::fromHsl(hue.degrees, hue.saturation, std::max(0, colour.lightness() - step));
        if (contrast(darker, base) < least_contrast) {
            break;
        }
    }
    return colour;
}

} // namespace

double luminance(const QColor& colour) {
    return 0.2126 * linear(static_cast<double>(colour.redF())) +
           0.7152 * linear(static_cast<double>(colour.greenF())) +
           0.0722 * linear(static_cast<double>(colour.blueF()));
}

double contrast(const QColor& a, const QColor& b) {
    constexpr double flare = 0.05;
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + flare) / (darker + flare);
}

QColor severity_ink(const QPalette& palette, rules::Severity severity) {
    return ink(palette, severity_hue(severity));
}

QColor severity_tint(const QPalette& palette, rules::Severity severity) {
    return mixed(palette.color(QPalette::Base), severity_ink(palette, severity), tint_share);
}

QColor series_ink(const QPalette& palette, int number) {
    // Curves cover more than letters do: as bright as these they outshine the rest at night.
    constexpr double share_of_text = 0.5;
    return ink(palette, series_hues[static_cast<std::size_t>(number % series_count)],
               share_of_text);
}

QColor between_text_and_base(const QPalette& palette, double share) {
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), share);
}

} // namespace fairlead::gui
