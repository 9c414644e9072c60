// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What planning is asked: everything resolved (files read, names looked up), nothing guessed.

#include "core/base/time.hpp"
#include "core/cost/objective.hpp"
#include "core/env/environment.hpp"
#include "core/geo/land_index.hpp"
#include "core/geo/position.hpp"
#include "core/geo/region.hpp"
#include "core/route/provenance.hpp"
#include "core/route/route.hpp"
#include "core/rules/rule_set.hpp"
#include "core/vessel/vessel.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fairlead::plan {

/// A named place of the voyage: port, waypoint or bare coordinates.
struct Place {
    std::string name;
    geo::Position position;
    std::string note{}; ///< repeated in the answer; mostly ""
    /// The line on which the ship comes here from the place before; none: the way is found.
    std::optional<geo::EdgeKind> arrive_by{};
    /// On the way here she goes no faster through the water; none: as fast as ship and rules allow.
    std::optional<Speed> speed_limit{};
    /// The option or field that named it, for messages about it; mostly "".
    std::string given_by{};
};

struct GridOptions {
    std::string crs; ///< "" : EPSG:3413 or EPSG:3031 by the hemisphere of the voyage
    double cell_km = 12.5;
    int neighbours = 16; ///< 8, 16 or 32
    /// Plane bounds [km] left, bottom, right, top; none: around the voyage with a wide margin.
    struct Bounds {
        double left_km = 0.0;
        double bottom_km = 0.0;
        double right_km = 0.0;
        double top_km = 0.0;
    };
    std::optional<Bounds> bounds;
    /// Without bounds: how far the grid reaches beyond the places. None: as default_margin_km()
    /// says, and wider where no way is found but may exist outside.
    std::optional<double> margin_km;
};

struct PlanRequest {
    std::shared_ptr<const env::Environment> environment;
    std::shared_ptr<const geo::LandIndex> land; ///< null: no land ("--coastline none")
    std::shared_ptr<const vessel::Vessel> vessel;
    std::shared_ptr<const rules::RuleSet> rules;
    cost::Objective objective;
    std::vector<Place> places; ///< from, via..., to; at least 2
    Instant departure;
    GridOptions grid;
    bool may_wait = true;
    bool with_lower_bound = true;
    /// Where there is no route, changes that may open one are tried, each by a search.
    bool tries_remedies = true;
    /// How far the line that was searched is worked out.
    enum class Line {
        searched,  ///< from cell to cell
        refined,   ///< to the continuous optimum
        waypoints, ///< and then to waypoints that a mate can enter
    };
    Line line = Line::waypoints;
    Length clearance_off_land = Length::nautical_miles(1.0); ///< outside harbour approaches
    /// Simplification may move the track this far. None: half a mile, and farther where a stage
    /// would have more waypoints than a mate enters.
    std::optional<Length> waypoint_tolerance;
    /// Called in the thread of plan() with the route that will be the answer, once it has been
    /// judged and before its bound is proven, which takes about as long again. Null: nobody waits.
    std::function<void(const route::Route&)> on_route;
    route::Provenance provenance; ///< what the reader of the scenario knows; completed by the plan
};

} // namespace fairlead::plan
