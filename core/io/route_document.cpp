// SPDX-License-Identifier: Apache-2.0
#include "core/io/route_document.hpp"

#include "core/base/contract.hpp"
#include "core/geo/polyline.hpp"

#include <algorithm>
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
            point.line = route.waypoints[i].arrive_by;
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

void keep_rtz(const RouteDocument& read, RouteDocument& judged) {
    if (!read.rtz || read.points.size() != judged.points.size()) {
        return;
    }
    judged.rtz = read.rtz;
    judged.rtz->schedules.clear();
    for (std::size_t i = 0; i < read.points.size(); ++i) {
        judged.points[i].rtz = read.points[i].rtz;
    }
}

std::vector<geo::Position> sailed_line(std::span<const RoutePoint> points) {
    std::vector<geo::Position> line;
    for (const auto& point : points) {
        if (!line.empty() && point.line == geo::EdgeKind::rhumb_line) {
            const auto places = geo::rhumb_as_geodesics(line.back(), point.position);
            line.insert(line.end(), places.begin() + 1, places.end());
        } else {
            line.push_back(point.position);
        }
    }
    return line;
}

const char* leg_line_name(geo::EdgeKind line) noexcept {
    return line == geo::EdgeKind::rhumb_line ? "rhumb_line" : "geodesic";
}

std::optional<geo::EdgeKind> leg_line_named(std::string_view name) noexcept {
    if (name.empty() || name == leg_line_name(geo::EdgeKind::geodesic)) {
        return geo::EdgeKind::geodesic;
    }
    return name == leg_line_name(geo::EdgeKind::rhumb_line)
               ? std::optional(geo::EdgeKind::rhumb_line)
               : std::nullopt;
}

std::size_t rhumb_leg_count(const RouteDocument& document) {
    FAIRLEAD_EXPECTS(!document.points.empty());
    return static_cast<std::size_t>(std::count_if(
        document.points.begin() + 1, document.points.end(),
        [](const RoutePoint& point) { return point.line == geo::EdgeKind::rhumb_line; }));
}

} // namespace fairlead::io
