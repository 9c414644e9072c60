// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The axis of departures below a plot.

#include "core/study/figure_style.hpp"

namespace fairlead::study {

/// A line at `bottom`, from axis_left to axis_right, with dates.
/// @param time seconds since 1970 onto pixels. @param of_any_year no year is named.
void draw_date_axis(Svg& svg, const Scale& time, double bottom, bool of_any_year);

} // namespace fairlead::study
