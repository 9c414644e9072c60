// SPDX-License-Identifier: Apache-2.0
#include "core/study/figure_style.hpp"

#include "core/base/contract.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace fairlead::study {
namespace {

struct Rgb {
    double red, green, blue;
};
/// viridis at 0, 1/8, ... 1.
constexpr std::array<Rgb, 9> viridis{{{68, 1, 84},
                                      {71, 45, 123},
                                      {59, 82, 139},
                                      {44, 114, 142},
                                      {33, 145, 140},
                                      {40, 174, 128},
                                      {94, 201, 98},
                                      {173, 220, 48},
                                      {253, 231, 37}}};

constexpr std::array<std::string_view, greatest_series_count> colours{
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#000000", "#e69f00", "#56b4e9", "#7a5195"};
constexpr std::array<std::string_view, greatest_series_count> dashes{
    "none", "6 2", "2 2", "8 2 2 2", "4 4", "10 3", "1 3", "6 2 1 2 1 2"};

/// Lines of an 8 x 8 tile.
constexpr std::array<std::string_view, hatch_count> hatches{
    "M-2 2l4-4M0 8l8-8M6 10l4-4",                          // rising
    "M-2 6l4 4M0 0l8 8M6-2l4 4",                           // falling
    "M-2 2l4-4M0 8l8-8M6 10l4-4M-2 6l4 4M0 0l8 8M6-2l4 4", // crossed
    "M0 2h8M0 6h8",                                        // level
    "M2 0v8M6 0v8",                                        // upright
    "M1 2h2M5 6h2",                                        // broken
    "M0 4h8M4 0v8",                                        // squared
};
constexpr std::array<std::string_view, hatch_count> hatch_inks{
    "#777777", "#9c3d00", "#444444", "#8a5a83", "#555555", "#00604a", "#777777"};

} // namespace

std::string_view month_name(unsigned month) {
    constexpr std::array<std::string_view, 12> names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    FAIRLEAD_EXPECTS(month >= 1 && month <= names.size());
    return names[month - 1];
}

std::string ramp_colour(double t) {
    const double place = (1.0 - std::clamp(t, 0.0, 1.0)) * (viridis.size() - 1);
    const auto i = std::min(static_cast<std::size_t>(place), viridis.size() - 2);
    const double part = place - static_cast<double>(i);
    const auto mix = [&](double Rgb::*channel) {
        return std::lround(viridis[i].*channel +
                           part * (viridis[i + 1].*channel - viridis[i].*channel));
    };
    return fmt::format("#{:02x}{:02x}{:02x}", mix(&Rgb::red), mix(&Rgb::green), mix(&Rgb::blue));
}

std::string_view series_colour(std::size_t series) {
    return colours[std::min(series, colours.size() - 1)];
}

std::string_view series_dash(std::size_t series) {
    return dashes[std::min(series, dashes.size() - 1)];
}

std::string series_letter(std::size_t series) {
    return {static_cast<char>('A' + std::min<std::size_t>(series, 25))};
}

double draw_series_legend(Svg& svg, double x, double y, double width,
                          const std::vector<std::string>& names) {
    constexpr double line_height = 16.0;
    constexpr double key_width = 30.0;
    double at = 0.0;
    double height = line_height;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto label = fmt::format("{}  {}", series_letter(i), names[i]);
        const double entry = key_width + text_width_px(label, 11.0) + 18.0;
        if (at > 0.0 && at + entry > width) {
            at = 0.0;
            height += line_height;
        }
        const double top = y + height - line_height;
        svg.line(x + at, top + 8.0, x + at + key_width - 6.0, top + 8.0,
                 fmt::format("stroke=\"{}\" stroke-width=\"2.5\" stroke-dasharray=\"{}\"",
                             series_colour(i), series_dash(i)));
        svg.text(x + at + key_width, top + 12.0, label);
        at += entry;
    }
    return height;
}

void define_hatches(Svg& svg, std::string_view id) {
    svg.raw("<defs>");
    for (std::size_t i = 0; i < hatch_count; ++i) {
        svg.raw(fmt::format("<pattern id=\"{}-h{}\" width=\"8\" height=\"8\" "
                            "patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\" "
                            "fill=\"#f6f6f6\"/><path d=\"{}\" stroke=\"{}\" "
                            "stroke-width=\"1\" fill=\"none\"/></pattern>",
                            id, i, hatches[i], hatch_inks[i]));
    }
    svg.raw("</defs>\n");
}

std::string hatch_fill(std::string_view id, std::size_t hatch) {
    return fmt::format("url(#{}-h{})", id, std::min(hatch, hatch_count - 1));
}

std::string page_time(Instant instant) {
    auto text = format_instant(instant);
    text[10] = ' ';
    return text.erase(16, 3); // seconds
}

double rounded_up(double value) {
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= value * (1.0 - 1e-9)) {
            return factor * power;
        }
    }
    return 10.0 * power;
}

double rounded_down(double value) {
    return 1.0 / rounded_up(1.0 / value); // of 1, 2 and 5 the inverses are as round
}

std::vector<double> round_ticks(double low, double high, int count) {
    std::vector<double> ticks;
    if (!(high > low)) {
        return {low};
    }
    const double step = rounded_up((high - low) / std::max(1, count));
    const auto first = static_cast<long>(std::ceil(low / step - 1e-9));
    const auto last = static_cast<long>(std::floor(high / step + 1e-9));
    for (long i = first; i <= last; ++i) {
        ticks.push_back(static_cast<double>(i) * step);
    }
    return ticks;
}

Scale rounded_scale(double low, double high, double at_low_px, double at_high_px) {
    if (!(high > low)) { // one value, or none
        const double around = std::max(1.0, std::fabs(low) * 0.1);
        low -= around;
        high += around;
    }
    const double step = rounded_up((high - low) / 5.0);
    return {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, at_low_px,
            at_high_px};
}

void draw_value_axis(Svg& svg, const Scale& scale, double left, double right,
                     std::string_view title) {
    for (const double tick : round_ticks(scale.low, scale.high, 5)) {
        const double y = scale(tick);
        svg.line(left, y, right, y, fmt::format("stroke=\"{}\"", grid_ink));
        svg.text(left - 5.0, y + 4.0, fmt::format("{:g}", tick), "text-anchor=\"end\"");
    }
    svg.text(left, scale.at_high_px - 8.0, title, "font-weight=\"bold\"");
}

} // namespace fairlead::study
