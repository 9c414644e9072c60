// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A route as it leaves the engine: waypoints joined by lines, timed, priced and explained.

#include "core/base/time.hpp"
#include "core/cost/objective.hpp"
#include "core/geo/position.hpp"
#include "core/geo/region.hpp"
#include "core/rules/finding.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fairlead::route {

struct Waypoint {
    geo::Position position;
    std::string name; ///< port name, or ""
    /// The line that leads here; without meaning at the first waypoint.
    geo::EdgeKind arrive_by = geo::EdgeKind::geodesic;
};

/// From one waypoint to the next. Mean values are over distance, but speed.
struct Leg {
    Length distance;
    geo::Bearing initial_bearing;
    Instant departure; ///< leaving the first waypoint; waiting within the leg lies between
    Instant arrival;
    Duration waiting;
    Speed mean_speed; ///< distance / time under way
    double mean_concentration = 0.0;
    double max_concentration = 0.0;
    double max_thickness_m = 0.0;
    double min_rio = 30.0;
    double fuel_t = 0.0;
    double co2_t = 0.0;
    double risk = 0.0;
    std::optional<double> min_depth_m; ///< none: depth not known anywhere on the leg
};

/// A sample along the track, for profiles and for colouring the line.
struct TrackPoint {
    geo::Position position;
    Instant time;
    double distance_nmi = 0.0;
    double speed_kn = 0.0;
    double concentration = 0.0;
    double thickness_m = 0.0;
    double rio = 30.0;
    std::optional<double> depth_m;
};

/// Where the ship waits, and until when.
struct Wait {
    geo::Position position;
    Instant from;
    Instant until;
    std::string reason;
    bool intended = false; ///< asked for (leave_not_before), not for want of an open way
};

struct Totals {
    Length distance;
    Duration duration;
    Duration waiting;
    double fuel_t = 0.0;
    double co2_t = 0.0;
    double risk = 0.0;
    double money = 0.0;
    double min_rio = 30.0;
    /// In the unit of the objective.
    double cost = 0.0;
};

struct Route {
    std::string id;
    cost::Objective objective;
    std::vector<Waypoint> waypoints; ///< at least 2; legs.size() + 1
    std::vector<Leg> legs;
    std::vector<TrackPoint> track; ///< at most a few km apart, ends included
    std::vector<Wait> waits;
    /// Where the ship lies by intention, by waypoint; empty: nowhere.
    std::vector<std::optional<Instant>> leave_not_before;
    Instant departure;
    Instant arrival;
    Totals totals;
    double graph_cost = 0.0;           ///< exact optimum of the discretised problem
    std::optional<double> lower_bound; ///< no route of this problem costs less; none: not computed
    /// (cost - lower_bound) / cost.
    [[nodiscard]] std::optional<double> gap() const {
        if (!lower_bound || totals.cost <= 0.0) {
            return std::nullopt;
        }
        return (totals.cost - *lower_bound) / totals.cost;
    }
    bool exact_search =
        true; ///< false: graph_cost is an upper bound of the graph optimum (findings say why)
};

} // namespace fairlead::route
