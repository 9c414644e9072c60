// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What the edge of the planning grid may hide: ways round outside it.

#include "core/plan/leg_search.hpp"

#include <optional>
#include <span>

namespace fairlead::plan {

/// The options of a grid with a much wider margin; nothing where the request itself says how far
/// the grid reaches, or where the wider one would be too large to try unasked.
[[nodiscard]] std::optional<GridOptions> wider_grid(const PlanRequest& request,
                                                    const VoyageGrid& voyage);

/// Does water outside the grid of a stage without a path join what the ship reaches to what lies
/// open around the next place? Ice and depth out there are not looked at.
/// @param wider the voyage on a grid that holds the stage's own, with cells of the same size.
[[nodiscard]] bool joined_outside(const StageRequest& wanted, const Stage& stage,
                                  const VoyageGrid& wider);

/// Does what the ship reaches on a stage without a path end at the edge of the grid?
[[nodiscard]] bool reaches_edge(const StageRequest& wanted, const Stage& stage);

/// The first place of a line that lies at the edge of the grid.
[[nodiscard]] std::optional<geo::Position> place_at_edge(const PlanningGrid& grid,
                                                         std::span<const geo::Position> line);

} // namespace fairlead::plan
