// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The numbers of a route that a report looks at.

#include "core/io/route_record.hpp"

#include <array>

namespace fairlead::study {

struct Measure {
    const char* title; ///< of an axis, unit included
    const char* name;  ///< of a column: "duration"
    const char* unit;  ///< of a column: "h"
    double (*of)(const io::RouteNumbers&);
    double drawn_per_unit; ///< drawn = value times this
};

inline constexpr std::array measures{
    Measure{"Duration (days)", "duration", "h",
            [](const io::RouteNumbers& numbers) { return numbers.duration_h; }, 1.0 / 24.0},
    Measure{"Fuel (t)", "fuel", "t", [](const io::RouteNumbers& numbers) { return numbers.fuel_t; },
            1.0},
    Measure{"Ice risk (risk hours)", "risk", "risk_h",
            [](const io::RouteNumbers& numbers) { return numbers.risk; }, 1.0},
};

} // namespace fairlead::study
