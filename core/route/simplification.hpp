// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A line of many points as few waypoints that a mate can enter, joined by geodesics.

#include "core/geo/position.hpp"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace fairlead::route {

/// May the geodesic between two places be sailed (land with its clearance, rules)?
using LegAllowed = std::function<bool(const geo::Position& from, const geo::Position& to)>;
/// Cost of a route through these places; nothing if it cannot be sailed.
using LineCost = std::function<std::optional<double>(std::span<const geo::Position> waypoints)>;

/// The fewest points of `line` (both ends among them) such that no point left out lies farther
/// than `tolerance` from the geodesic leg that replaces it, and each new leg is allowed. Among
/// equally few, those with the least sum of squared deviations: corners stay, points on straight
/// stretches go. Legs of the line itself are always allowed.
///
/// Cross-track distances are taken on n-vectors (K. Gade, "A non-singular horizontal position
/// representation", J. Navigation 63 (2010) 395-417); what geodesics stray from their great
/// circles (66 m at 1000 km) is taken off the tolerance.
/// @param line any number of points; 0, 1 or 2 come back as they are.
/// @param allowed empty: every leg is.
[[nodiscard]] std::vector<geo::Position> simplify(std::span<const geo::Position> line,
                                                  Length tolerance, const LegAllowed& allowed);

struct Simplification {
    std::vector<geo::Position> waypoints;
    Length tolerance; ///< the one that was used; zero: the line itself
    double cost = 0.0;
};

/// As above with the tolerance halved until the route through the waypoints costs at most
/// `cost_slack` (a share) more than `line_cost`; at the end the line itself.
/// @param line_cost of the route through all points of `line`.
[[nodiscard]] Simplification simplify_within_cost(std::span<const geo::Position> line,
                                                  double line_cost, Length tolerance,
                                                  double cost_slack, const LegAllowed& allowed,
                                                  const LineCost& cost);

} // namespace fairlead::route
