// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Whether the ring of a zone is one that its planner can have meant.
/// Great circles of a sphere stand for the geodesics between the corners: good enough to tell a
/// ring that crosses itself, never used to say what is inside.

#include "core/geo/position.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace fairlead::gui {

/// Places in the list of the first corners of two edges that cross; edge i leads from corner i to
/// the next, the last one to the first. Edges that only touch do not cross. Nothing for fewer than
/// four corners. Looks at every pair of edges.
[[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>>
crossing_edges(const std::vector<geo::Position>& corners);

/// Whether all corners lie within a metre of one great circle, so that nothing is inside. True for
/// fewer than three corners.
[[nodiscard]] bool lies_on_one_line(const std::vector<geo::Position>& corners);

} // namespace fairlead::gui
