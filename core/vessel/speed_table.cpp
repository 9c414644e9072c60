// SPDX-License-Identifier: Apache-2.0
#include "core/vessel/speed_table.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace fairlead::vessel {

SpeedTable speed_table(const Vessel& vessel, std::span<const double> concentrations,
                       std::span<const double> thicknesses_m) {
    for (const double concentration : concentrations) {
        if (!(concentration >= 0.0 && concentration <= 1.0)) {
            throw Error(ErrorCode::invalid_argument,
                        fmt::format("concentration {}: must lie between 0 and 1", concentration));
        }
    }
    for (const double thickness_m : thicknesses_m) {
        if (!(thickness_m >= 0.0) || !std::isfinite(thickness_m)) {
            throw Error(ErrorCode::invalid_argument,
                        fmt::format("thickness {} m: must be 0 or more", thickness_m));
        }
    }
    SpeedTable table{{concentrations.begin(), concentrations.end()},
                     {thicknesses_m.begin(), thicknesses_m.end()},
                     {}};
    table.performance.reserve(concentrations.size() * thicknesses_m.size());
    for (const double thickness_m : thicknesses_m) {
        for (const double concentration : concentrations) {
            table.performance.push_back(vessel.performance(
                {concentration, thickness_m}, std::numeric_limits<double>::infinity()));
        }
    }
    return table;
}

} // namespace fairlead::vessel
