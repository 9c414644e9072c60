// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Transit fields of the plane from formulas, for tests of refinement.

#include "core/cost/transit_field.hpp"

#include <cmath>
#include <functional>
#include <optional>
#include <vector>

namespace fairlead::test {

/// Speed of the plane [m/s] at a point and time; nothing where it is closed.
using PlaneSpeed = std::function<std::optional<double>(geo::PlanePoint, double time_s)>;

/// @param slowest_mps sets the unit of the codes: speeds below it are closed.
inline cost::TransitField plane_sea(const geo::GridGeometry& grid,
                                    const std::vector<double>& slice_time_s, double slowest_mps,
                                    const PlaneSpeed& speed) {
    cost::TransitField field;
    field.grid = grid;
    field.slice_time_s = slice_time_s;
    field.slowness_unit_s_per_m = 1.0 / (slowest_mps * 65'000.0);
    field.open_after_last = true;
    for (std::size_t k = 0; k < slice_time_s.size(); ++k) {
        // The first of two equal times is the state just before the step.
        const bool before_step =
            k + 1 < slice_time_s.size() && slice_time_s[k + 1] == slice_time_s[k];
        const double time_s = slice_time_s[k] - (before_step ? 1e-3 : 0.0);
        for (std::uint32_t i = 0; i < grid.cell_count(); ++i) {
            const auto here = speed(grid.centre(i), time_s);
            field.slowness.push_back(here && *here >= slowest_mps
                                         ? static_cast<std::uint16_t>(std::lround(
                                               1.0 / (*here * field.slowness_unit_s_per_m)))
                                         : cost::TransitField::closed);
        }
    }
    return field;
}

inline geo::GridGeometry square_grid(double cell_m, std::int32_t cells) {
    return {0.0, cell_m * cells, cell_m, cells, cells};
}

} // namespace fairlead::test
