// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/lab_colour.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fairlead::chart {

namespace {

using Vector = std::array<double, 3>;

constexpr Vector white{0.95047, 1.0, 1.08883};
constexpr double knee = 6.0 / 29.0;

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double encoded(double light) {
    return light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1.0 / 2.4) - 0.055;
}

/// Linear sRGB; channels outside [0, 1] are outside sRGB.
Vector linear_rgb(const LabColour& lab) {
    const double fy = (lab.lightness + 16.0) / 116.0;
    const auto light = [](double f, double whole) {
        return whole * (f > knee ? f * f * f : 3.0 * knee * knee * (f - 4.0 / 29.0));
    };
    const double x = light(fy + lab.a / 500.0, white[0]);
    const double y = light(fy, white[1]);
    const double z = light(fy - lab.b / 200.0, white[2]);
    return {3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
            -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
            0.0556434 * x - 0.2040259 * y + 1.0572252 * z};
}

bool in_gamut(const Vector& rgb) {
    constexpr double room = 5e-4; // rounding: below a step of eight bits, but for black
    return std::all_of(rgb.begin(), rgb.end(),
                       [](double channel) { return channel >= -room && channel <= 1.0 + room; });
}

} // namespace

LabColour to_lab(const QColor& colour) {
    const double r = linear(colour.red() / 255.0);
    const double g = linear(colour.green() / 255.0);
    const double b = linear(colour.blue() / 255.0);
    const auto f = [](double t) {
        return t > knee * knee * knee ? std::cbrt(t) : t / (3.0 * knee * knee) + 4.0 / 29.0;
    };
    const double fx = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / white[0]);
    const double fy = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    const double fz = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / white[2]);
    return {116.0 * fy - 16.0, 500.0 * (fx - fy), 200.0 * (fy - fz)};
}

QColor from_lab(const LabColour& colour) {
    LabColour shown = colour;
    shown.lightness = std::clamp(colour.lightness, 0.0, 100.0);
    Vector rgb = linear_rgb(shown);
    if (!in_gamut(rgb)) {
        double least = 0.0; // share of chroma that is known to fit
        double most = 1.0;
        constexpr int halvings = 20;
        for (int i = 0; i < halvings; ++i) {
            const double share = 0.5 * (least + most);
            rgb = linear_rgb({shown.lightness, colour.a * share, colour.b * share});
            (in_gamut(rgb) ? least : most) = share;
        }
        rgb = linear_rgb({shown.lightness, colour.a * least, colour.b * least});
    }
    const auto channel = [](double light) {
        return static_cast<int>(std::lround(255.0 * encoded(std::clamp(light, 0.0, 1.0))));
    };
    return {channel(rgb[0]), channel(rgb[1]), channel(rgb[2])};
}

double relative_luminance(const QColor& colour) {
    return 0.2126 * linear(colour.red() / 255.0) + 0.7152 * linear(colour.green() / 255.0) +
           0.0722 * linear(colour.blue() / 255.0);
}

} // namespace fairlead::chart
