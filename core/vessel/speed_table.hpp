// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What a ship makes of ice, tabulated: for people who want to see a vessel before they trust it.

#include "core/vessel/vessel.hpp"

#include <span>
#include <vector>

namespace fairlead::vessel {

struct SpeedTable {
    std::vector<double> concentration;
    std::vector<double> thickness_m;
    /// At full power, one row for each thickness, one column for each concentration.
    std::vector<Performance> performance;

    [[nodiscard]] const Performance& at(std::size_t thickness,
                                        std::size_t concentration_index) const {
        return performance.at(thickness * concentration.size() + concentration_index);
    }
};

/// @throws Error (invalid_argument) for a concentration outside 0..1 or a thickness below 0.
[[nodiscard]] SpeedTable speed_table(const Vessel& vessel, std::span<const double> concentrations,
                                     std::span<const double> thicknesses_m);

} // namespace fairlead::vessel
