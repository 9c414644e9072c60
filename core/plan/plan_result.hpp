// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What planning answers: a route, or a lawful no.

#include "core/geo/position.hpp"
#include "core/plan/remedy.hpp"
#include "core/route/provenance.hpp"
#include "core/route/route.hpp"
#include "core/rules/rule_set.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fairlead::plan {

/// No route, and why.
struct NoRoute {
    std::string reason; ///< one sentence
    std::vector<rules::Finding>
        blocking; ///< what stops the ship first; then what else blocks, with its worst value
    /// Where the ship stops on the way with the fewest forbidden miles; where land is in the way,
    /// the reached place nearest to the destination.
    std::optional<geo::Position> farthest;
    std::optional<Instant> farthest_time;
    Length farthest_remaining;        ///< from there to the destination on the geodesic
    std::vector<std::string> account; ///< what lies ahead of the farthest place, and until when
    std::vector<Remedy> remedies;     ///< what opens a way, or may, cheapest first
};

struct Timing {
    double read_ms = 0.0;
    double compile_ms = 0.0;
    double search_ms = 0.0;
    double refine_ms = 0.0;
    double evaluate_ms = 0.0;
};

struct PlanResult {
    std::variant<route::Route, NoRoute> outcome;
    std::vector<rules::Finding> findings;
    route::Provenance provenance;
    Timing timing;
    /// Index of the route's waypoint at each place of the request; empty without a route.
    std::vector<std::size_t> place_waypoints;

    [[nodiscard]] const route::Route* route() const noexcept {
        return std::get_if<route::Route>(&outcome);
    }
    [[nodiscard]] const NoRoute* no_route() const noexcept {
        return std::get_if<NoRoute>(&outcome);
    }
};

} // namespace fairlead::plan
