// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Judges a polyline: sails it in the environment itself and says when the ship is where, what
/// that costs, and what is wrong with it. Shares nothing with the search but the transit model, so
/// it is the check on planned routes as well as on routes from elsewhere.
///
/// A leg that is a rhumb line is divided into geodesics that follow it within about 10 m.
/// Along each geodesic dt/ds = 1 / speed over ground(place(s), t) and the integrals of fuel,
/// CO2, risk, money and cost are taken by an embedded Runge-Kutta pair of order 3(2) with step
/// control. Source: P. Bogacki, L. F. Shampine, "A 3(2) pair of Runge-Kutta formulas", Appl. Math.
/// Lett. 2 (1989) 321-325. Steps never straddle a zone edge; where speed jumps otherwise (a cell,
/// an ice edge, a new day) the step is halved until the jump is within 2 m.

#include "core/base/progress.hpp"
#include "core/cost/transit_model.hpp"
#include "core/env/environment.hpp"
#include "core/geo/land_index.hpp"
#include "core/route/route.hpp"

#include <optional>
#include <span>
#include <vector>

namespace fairlead::route {

enum class EvaluationMode {
    strict, ///< stop at the first place that cannot be passed
    report, ///< record it as a violation and go on as if the rule were not there
};

struct EvaluationRequest {
    std::span<const Waypoint> waypoints; ///< at least 2; equal neighbours are legs of no length
    Instant departure;
    cost::Objective objective;
    EvaluationMode mode = EvaluationMode::strict;
    /// Hold at the last open place (the departure counts as one: a berth) until the way ahead
    /// opens, if it does and the ship can stay there meanwhile.
    bool may_wait = true;
    /// Empty, or one per waypoint: the ship lies there until then by intention, as long as the
    /// place stays open (the departure always does), so as not to come to a later place at a bad
    /// time.
    std::span<const std::optional<Instant>> leave_not_before;
    Length clearance_off_land; ///< nearer than this to land is a caution; zero: not looked at
    std::span<const std::optional<Speed>> leg_speed_limits; ///< empty, or one per leg
    double relative_error = 1e-5;                           ///< target for time and cost
};

/// Where the ship cannot go on.
struct Stop {
    geo::Position position; ///< last place reached
    Instant time;
    rules::Block block = rules::Block::none; ///< none: the current is stronger than the ship
};

struct Evaluation {
    /// As far as it was sailed: up to the last waypoint, or up to the stop, which is then its last
    /// waypoint. graph_cost and lower_bound are not touched.
    Route route;
    std::vector<rules::Finding> findings; ///< violations first
    bool feasible = false;                ///< sailed to the end without a violation
    std::optional<Stop> stop;             ///< strict mode only
    std::size_t sample_count = 0;         ///< times the environment was asked
};

/// @param land null: no land.
/// @param model in the unit sense of cost::TransitModel; its vessel's least speed must be positive.
/// @throws Error (invalid_argument) for fewer than two waypoints or a number of speed limits or
///         holds that is neither zero nor that of the legs or waypoints; Error (cancelled).
[[nodiscard]] Evaluation evaluate(const env::Environment& environment,
                                  const cost::TransitModel& model, const geo::LandIndex* land,
                                  const EvaluationRequest& request, const Progress& progress = {});

} // namespace fairlead::route
