// SPDX-License-Identifier: Apache-2.0
#include "core/io/route_document.hpp"

#include "core/base/contract.hpp"

#include <utility>

namespace fairlead::io {
namespace {

std::string name_or_position(const route::Waypoint& waypoint) {
    return waypoint.name.empty() ? geo::format_position(waypoint.position) : waypoint.name;
}

} // namespace

RouteDocument document_of(const route::Route& route, std::vector<rules::Finding> findings,
                          route::Provenance provenance) {
    FAIRLEAD_EXPECTS(route.waypoints.size() >= 2 &&
                     route.legs.size() + 1 == route.waypoints.size());
    RouteDocument document;
    document.name = name_or_position(route.waypoints.front()) + " to " +
                    name_or_position(route.waypoints.back());
    document.points.reserve(route.waypoints.size());
    for (std::size_t i = 0; i < route.waypoints.size(); ++i) {
        RoutePoint point;
        point.position = route.waypoints[i].position;
        point.name = route.waypoints[i].name;
        point.time = i == 0 ? route.departure : route.legs[i - 1].arrival;
        if (i > 0) {
            point.speed = route.legs[i - 1].mean_speed;
        }
        if (!route.leave_not_before.empty()) {
            point.leave_not_before = route.leave_not_before[i];
        }
        document.points.push_back(std::move(point));
    }
    document.route = route;
    document.findings = std::move(findings);
    document.provenance = std::move(provenance);
    return document;
}

} // namespace fairlead::io
