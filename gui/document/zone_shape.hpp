// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Whether the ring of a zone is one that its planner can have meant.
/// Great circles of a sphere stand for the geodesics between the corners: good enough to tell a
/// ring that crosses itself, never used to say what is inside.

#include "core/geo/position.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace fairlead::gui {

/// Two edges of a ring that cross, named by the places in the list of their first corners; edge i
/// leads from corner i to the next, the last one to the first.
struct EdgeCrossing {
    std::size_t first = 0;
    std::size_t second = 0; ///< above `first`
    geo::Position place;
};

/// @param is_closed false: the line from the first corner to the last, not yet a ring
/// @return one of the crossings. Edges that only touch do not cross; fewer than four corners have
///         none. Looks at pairs of edges that come near each other, so thousands take milliseconds.
[[nodiscard]] std::optional<EdgeCrossing> crossing_edges(const std::vector<geo::Position>& corners,
                                                         bool is_closed = true);

/// Whether all corners lie within a metre of one great circle, so that nothing is inside. True for
/// fewer than three corners.
[[nodiscard]] bool lies_on_one_line(const std::vector<geo::Position>& corners);

} // namespace fairlead::gui
