// SPDX-License-Identifier: Apache-2.0
#include "core/route/rhumb_legs.hpp"

#include "core/geo/polyline.hpp"

#include <algorithm>
#include <utility>

namespace fairlead::route {
namespace {

void append_piece(Leg& leg, const Leg& piece) {
    const double before_m = leg.distance.in_metres();
    const double total_m = before_m + piece.distance.in_metres();
    if (total_m > 0.0) {
        leg.mean_concentration = (leg.mean_concentration * before_m +
                                  piece.mean_concentration * piece.distance.in_metres()) /
                                 total_m;
    }
    leg.distance += piece.distance;
    leg.waiting += piece.waiting;
    leg.arrival = piece.arrival;
    const Duration under_way = between(leg.departure, leg.arrival) - leg.waiting;
    if (under_way > Duration{}) {
        leg.mean_speed = leg.distance / under_way;
    }
    leg.max_concentration = std::max(leg.max_concentration, piece.max_concentration);
    leg.max_thickness_m = std::max(leg.max_thickness_m, piece.max_thickness_m);
    leg.min_rio = std::min(leg.min_rio, piece.min_rio);
    leg.fuel_t += piece.fuel_t;
    leg.co2_t += piece.co2_t;
    leg.risk += piece.risk;
    if (piece.min_depth_m) {
        leg.min_depth_m =
            std::min(leg.min_depth_m.value_or(*piece.min_depth_m), *piece.min_depth_m);
    }
}

} // namespace

bool has_rhumb_leg(std::span<const Waypoint> waypoints) {
    return waypoints.size() > 1 &&
           std::any_of(waypoints.begin() + 1, waypoints.end(), [](const Waypoint& waypoint) {
               return waypoint.arrive_by == geo::EdgeKind::rhumb_line;
           });
}

DividedRequest::DividedRequest(const EvaluationRequest& whole) : request(whole) {
    waypoints.push_back(whole.waypoints.front());
    const auto leave = [&](std::size_t index) {
        if (!whole.leave_not_before.empty()) {
            leave_not_before.push_back(whole.leave_not_before[index]);
        }
    };
    leave(0);
    for (std::size_t i = 1; i < whole.waypoints.size(); ++i) {
        const auto& to = whole.waypoints[i];
        std::vector<geo::Position> places{whole.waypoints[i - 1].position, to.position};
        if (to.arrive_by == geo::EdgeKind::rhumb_line) {
            places = geo::rhumb_as_geodesics(places.front(), places.back());
        }
        for (std::size_t piece = 1; piece < places.size(); ++piece) {
            const bool last = piece + 1 == places.size();
            waypoints.push_back({places[piece], last ? to.name : ""});
            leg_of.push_back(i - 1);
            if (!whole.leg_speed_limits.empty()) {
                leg_speed_limits.push_back(whole.leg_speed_limits[i - 1]);
            }
            if (last) {
                leave(i);
            } else if (!whole.leave_not_before.empty()) {
                leave_not_before.emplace_back();
            }
        }
    }
    request.waypoints = waypoints;
    request.leave_not_before = leave_not_before;
    request.leg_speed_limits = leg_speed_limits;
}

Route put_together(const Route& divided, const EvaluationRequest& request,
                   const std::vector<std::size_t>& leg_of) {
    Route route = divided;
    route.waypoints.clear();
    route.legs.clear();
    route.leave_not_before.clear();
    route.waypoints.push_back(divided.waypoints.front());
    for (std::size_t piece = 0; piece < divided.legs.size(); ++piece) {
        const bool first = piece == 0 || leg_of[piece] != leg_of[piece - 1];
        Waypoint end = divided.waypoints[piece + 1];
        end.arrive_by = request.waypoints[leg_of[piece] + 1].arrive_by;
        if (first) {
            route.legs.push_back(divided.legs[piece]);
            route.waypoints.push_back(std::move(end));
        } else {
            append_piece(route.legs.back(), divided.legs[piece]);
            route.waypoints.back() = std::move(end);
        }
    }
    if (!divided.leave_not_before.empty()) {
        route.leave_not_before.assign(request.leave_not_before.begin(),
                                      request.leave_not_before.end());
    }
    return route;
}

} // namespace fairlead::route
