// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Judges a line as it is, planned or not: when the ship is where, what it costs, and every finding
/// that a plan of the same line would carry.

#include "core/base/progress.hpp"
#include "core/cost/objective.hpp"
#include "core/plan/sea.hpp"
#include "core/route/provenance.hpp"
#include "core/route/route.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace fairlead::plan {

struct JudgementRequest {
    const Sea& sea;
    const vessel::Vessel& vessel;
    const rules::RuleSet& rules;
    const geo::LandIndex* land = nullptr; ///< null: no land
    std::vector<route::Waypoint> waypoints;
    std::vector<std::optional<Instant>> leave_not_before; ///< empty, or one per waypoint
    std::vector<std::optional<Speed>> leg_speed_limits;   ///< empty, or one per leg
    /// Empty, or what a file says of when the ship is at each waypoint.
    std::vector<std::optional<Instant>> stated_times;
    Instant departure;
    cost::Objective objective;
    bool may_wait = true;
    Length clearance_off_land;
};

struct Judgement {
    route::Route route;
    std::vector<rules::Finding> findings;
    route::Provenance provenance;
    bool feasible = false; ///< sailed to the end without a violation
};

/// Violations are recorded and the line is sailed on, as if the rule were not there.
/// @throws Error as route::evaluate.
[[nodiscard]] Judgement judge(const JudgementRequest& request, const Progress& progress = {});

} // namespace fairlead::plan
