// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What the figures of a report have in common: colours that colour-blind readers and grey printers
/// keep apart, hatches, axes.
/// Sources: viridis by S. van der Walt and N. Smith (CC0), matplotlib 2.0; series colours by
/// M. Okabe and K. Ito, Color Universal Design (2008).

#include "core/base/time.hpp"
#include "core/study/svg.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::study {

inline constexpr const char* ink = "#222222";
inline constexpr const char* grid_ink = "#d9d9d9";
inline constexpr double figure_width = 940.0;
/// Ends of the axes of plots below each other.
inline constexpr double axis_left = 52.0;
inline constexpr double axis_right = 928.0;

/// "Jan" to "Dec". @pre 1 to 12
[[nodiscard]] std::string_view month_name(unsigned month);

/// Yellow for 0 to dark violet for 1: in print the darker the more. Clamped.
[[nodiscard]] std::string ramp_colour(double t);

/// Series are told apart by colour, dash and letter (A, B, ...), so that no one of them is needed.
inline constexpr std::size_t greatest_series_count = 8;
[[nodiscard]] std::string_view series_colour(std::size_t series);
[[nodiscard]] std::string_view series_dash(std::size_t series); ///< for stroke-dasharray
[[nodiscard]] std::string series_letter(std::size_t series);
/// One entry after the other, in lines. @return the height it takes.
double draw_series_legend(Svg& svg, double x, double y, double width,
                          const std::vector<std::string>& names);

/// Hatches, from 0; the last stands for all that follow.
inline constexpr std::size_t hatch_count = 7;
/// Defines them for a drawing. @param id of the drawing, unique in a page.
void define_hatches(Svg& svg, std::string_view id);
/// As a value of `fill`.
[[nodiscard]] std::string hatch_fill(std::string_view id, std::size_t hatch);

/// `2018-07-15 06:00Z`: for tables that are read.
[[nodiscard]] std::string page_time(Instant instant);

/// 1, 2 or 5 times a power of ten: the next that is not less, or not more. @pre value > 0
[[nodiscard]] double rounded_up(double value);
[[nodiscard]] double rounded_down(double value);

/// Round numbers from low to high, about `count` of them.
[[nodiscard]] std::vector<double> round_ticks(double low, double high, int count);

/// A linear scale from values to pixels.
struct Scale {
    double low = 0.0;
    double high = 1.0;
    double at_low_px = 0.0;
    double at_high_px = 1.0;

    [[nodiscard]] double operator()(double value) const noexcept {
        return at_low_px + (value - low) / (high - low) * (at_high_px - at_low_px);
    }
};
/// Widened to the round numbers around, never empty.
[[nodiscard]] Scale rounded_scale(double low, double high, double at_low_px, double at_high_px);

/// Lines and numbers of a vertical axis, its title above.
void draw_value_axis(Svg& svg, const Scale& scale, double left, double right,
                     std::string_view title);

} // namespace fairlead::study
