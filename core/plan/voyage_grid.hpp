// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// All of a voyage that does not depend on time, ice or ship: grid, safe arcs, harbour approaches.

#include "core/graph/grid_graph.hpp"
#include "core/plan/approach.hpp"
#include "core/plan/plan_request.hpp"
#include "core/plan/planning_grid.hpp"

#include <cstdint>
#include <vector>

namespace fairlead::plan {

struct VoyageGrid {
    PlanningGrid grid;
    graph::GridGraph graph;
    std::vector<Approach> approaches;     ///< one per place
    std::vector<std::uint32_t> sea_cells; ///< with arcs, rising
    /// Cells that may hold water, rising: all but those that lie, with all their neighbours, on
    /// land at every point of a grid a third of a cell wide. Arcs between sea cells may cross them,
    /// and a bound must not close what a ship could use.
    std::vector<std::uint32_t> wet_cells;
};

/// @throws Error (invalid_argument) for a place on land far from water, (cancelled).
[[nodiscard]] VoyageGrid make_voyage_grid(const PlanRequest& request,
                                          const Progress& progress = {});

} // namespace fairlead::plan
