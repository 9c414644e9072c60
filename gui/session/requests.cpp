// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/session/requests.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/geo/geodesic.hpp"
#include "core/plan/planning_grid.hpp"

#include <optional>
#include <utility>

namespace fairlead::gui {

namespace {

cost::Objective objective_of(const Voyage& voyage, const Surroundings& surroundings,
                             cost::ObjectiveKind kind) {
    cost::Objective objective;
    objective.kind = kind;
    if (kind == cost::ObjectiveKind::model) {
        if (!surroundings.model) {
            throw Error(ErrorCode::invalid_argument, "the voyage's cost model is not open");
        }
        objective.model = surroundings.model;
    }
    objective.prices = {voyage.prices.per_hour, voyage.prices.per_tonne_fuel,
                        voyage.prices.per_risk, voyage.prices.per_tonne_co2};
    return objective;
}

/// Nothing for a leg that is to be found.
std::optional<geo::EdgeKind> drawn_kind(LegKind kind) {
    switch (kind) {
    case LegKind::optimised:
        return std::nullopt;
    case LegKind::great_circle:
        return geo::EdgeKind::geodesic;
    case LegKind::rhumb_line:
        return geo::EdgeKind::rhumb_line;
    }
    return std::nullopt;
}

plan::PlanRequest common_request(const Voyage& voyage, const Surroundings& surroundings,
                                 std::span<const VoyagePoint> places) {
    FAIRLEAD_EXPECTS(surroundings.complete() && places.size() >= 2);
    const auto& sea = surroundings.sea->sea;
    plan::expect_ice_data(sea, *surroundings.rules, *surroundings.vessel);
    plan::PlanRequest request;
    request.environment = sea.data.environment;
    request.vessel = surroundings.vessel;
    request.rules = surroundings.rules;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& point = places[i];
        plan::Place place;
        place.name = point.name.empty() ? geo::format_position(point.position) : point.name;
        place.position = point.position;
        if (i > 0) {
            place.arrive_by = drawn_kind(point.arrive_by);
            place.speed_limit = point.speed_limit;
        }
        request.places.push_back(std::move(place));
    }
    request.grid = sea.grid();
    request.grid.cell_km = voyage.search.cell_km.value_or(request.grid.cell_km);
    if (voyage.search.margin_km) {
        request.grid.bounds.reset();
        request.grid.margin_km = voyage.search.margin_km;
    }
    request.grid.neighbours = voyage.search.neighbours;
    request.may_wait = voyage.search.may_wait;
    request.clearance_off_land = voyage.search.clearance_off_land;
    request.waypoint_tolerance = voyage.search.waypoint_tolerance;
    request.provenance = sea.provenance();
    request.land = surroundings.land->index_on(plan::planning_plane(request.grid, request.places));
    return request;
}

} // namespace

bool Surroundings::are_of(const Voyage& voyage) const {
    return complete() && sea->choice == voyage.sea && vessel_choice == voyage.vessel &&
           rule_choice == voyage.rules;
}

bool is_same_place(const geo::Position& a, const geo::Position& b) noexcept {
    return geo::geodesic_distance(a, b) < Length::metres(1.0);
}

plan::PlanRequest plan_request(const Voyage& voyage, const Surroundings& surroundings,
                               cost::ObjectiveKind objective) {
    auto request = common_request(voyage, surroundings, fixed_points(voyage));
    request.objective = objective_of(voyage, surroundings, objective);
    request.departure = voyage.departure;
    return request;
}

plan::PlanRequest legs_request(const Voyage& voyage, const Surroundings& surroundings,
                               std::span<const VoyagePoint> places, Instant departure,
                               std::optional<Length> reach) {
    auto request = common_request(voyage, surroundings, places);
    request.objective = objective_of(voyage, surroundings, legs_objective(voyage));
    request.departure = departure;
    request.with_lower_bound = false;
    if (reach) {
        request.grid.bounds.reset();
        request.grid.margin_km = reach->in_kilometres();
    }
    return request;
}

cost::ObjectiveKind legs_objective(const Voyage& voyage) {
    const auto first =
        voyage.objectives.empty() ? cost::ObjectiveKind::time : voyage.objectives.front();
    return voyage.line_by.value_or(first);
}

plan::Judgement judge_line(const Voyage& voyage, const Surroundings& surroundings,
                           const Progress& progress, const cost::Objective& objective) {
    FAIRLEAD_EXPECTS(surroundings.complete() && voyage.points.size() >= 2);
    std::vector<plan::Place> places;
    plan::JudgementRequest request{surroundings.sea->sea,
                                   *surroundings.vessel,
                                   *surroundings.rules,
                                   nullptr,
                                   {},
                                   {},
                                   {},
                                   {},
                                   voyage.departure,
                                   {},
                                   true,
                                   {}};
    for (const auto& point : voyage.points) {
        places.push_back({point.name, point.position});
        request.waypoints.push_back(
            {point.position, point.name,
             drawn_kind(point.arrive_by).value_or(geo::EdgeKind::geodesic)});
        request.leave_not_before.push_back(point.leave_not_before);
        if (request.waypoints.size() > 1) {
            request.leg_speed_limits.push_back(point.speed_limit);
        }
    }
    request.objective = objective;
    request.may_wait = voyage.search.may_wait;
    request.clearance_off_land = voyage.search.clearance_off_land;
    const auto land =
        surroundings.land->index_on(plan::planning_plane(surroundings.sea->sea.grid(), places));
    request.land = land.get();
    return plan::judge(request, progress);
}

std::vector<VoyagePoint> points_of(const plan::PlanResult& result,
                                   std::span<const VoyagePoint> fixed, PointId first_id) {
    const auto* route = result.route();
    FAIRLEAD_EXPECTS(route != nullptr && result.place_waypoints.size() == fixed.size());
    std::vector<VoyagePoint> points;
    std::size_t next_fixed = 0;
    for (std::size_t i = 0; i < route->waypoints.size(); ++i) {
        VoyagePoint point;
        if (next_fixed < fixed.size() && result.place_waypoints[next_fixed] == i) {
            point = fixed[next_fixed++];
        } else {
            point.position = route->waypoints[i].position;
            point.id = first_id++;
            point.is_fixed = false;
            if (next_fixed < fixed.size()) {
                point.arrive_by = fixed[next_fixed].arrive_by;
                point.speed_limit = fixed[next_fixed].speed_limit;
            }
        }
        if (!is_same_place(point.position, route->waypoints[i].position)) {
            point.position = route->waypoints[i].position; // was on land
        }
        point.is_leg_found = true;
        point.leave_not_before.reset();
        if (!route->leave_not_before.empty()) {
            point.leave_not_before = route->leave_not_before[i];
        }
        points.push_back(std::move(point));
    }
    return points;
}

} // namespace fairlead::gui
