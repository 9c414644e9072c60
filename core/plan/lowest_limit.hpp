// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// How slow zones and shallow water could make a ship in a square of the plane, at any time: for
/// bounds on what a mile costs. Zones count by the boxes that hold them, in force or not, depth by
/// the least that is known in the square.

#include "core/plan/plan_request.hpp"
#include "core/plan/variable_extremes.hpp"
#include "core/plan/zone_cells.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace fairlead::plan {

class LowestLimit {
  public:
    /// @param squares, time as for VariableExtremes. Keeps a reference to the request.
    LowestLimit(const PlanRequest& request, const PlanningGrid& grid,
                const geo::GridGeometry& squares, const TimeSpan& time);

    /// [kn]; infinite where nothing limits her, 0 where she may be stopped altogether.
    [[nodiscard]] double in_square(std::uint32_t square);
    [[nodiscard]] double anywhere();

  private:
    struct ZoneLimit {
        PlaneBox box;
        double limit_kn;
    };
    [[nodiscard]] double of_depth(const LayerExtreme& depth) const;

    const PlanRequest& request_;
    geo::GridGeometry squares_;
    std::vector<ZoneLimit> zones_;
    std::optional<VariableExtremes> depth_; ///< where there is a rule for it
};

} // namespace fairlead::plan
