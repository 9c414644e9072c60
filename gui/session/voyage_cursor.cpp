// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/session/voyage_cursor.hpp"

#include "core/base/contract.hpp"
#include "core/geo/geodesic.hpp"

#include <algorithm>
#include <cmath>

namespace fairlead::gui {

namespace {

using route::TrackPoint;

/// The place between two neighbouring points of a track, and the share of the way to it.
geo::Position place_between(const TrackPoint& a, const TrackPoint& b, double share) {
    const auto line = geo::geodesic_inverse(a.position, b.position);
    return geo::geodesic_direct(a.position, line.initial_bearing, line.distance * share);
}

} // namespace

void VoyageCursor::setTime(Instant time) {
    if (time == time_) {
        return;
    }
    time_ = time;
    Q_EMIT moved(time);
}

ShipPlace ship_at(const route::Route& route, Instant time) {
    FAIRLEAD_EXPECTS(!route.track.empty());
    ShipPlace place;
    const auto after = std::upper_bound(
        route.track.begin(), route.track.end(), time,
        [](Instant wanted, const TrackPoint& point) { return wanted < point.time; });
    if (after == route.track.begin()) {
        place.position = route.track.front().position;
    } else if (after == route.track.end()) {
        place.position = route.track.back().position;
        place.distance_nmi = route.track.back().distance_nmi;
    } else {
        const auto& before = *(after - 1);
        const double share = between(before.time, time).in_seconds() /
                             between(before.time, after->time).in_seconds();
        place.position = place_between(before, *after, share);
        place.distance_nmi = std::lerp(before.distance_nmi, after->distance_nmi, share);
    }
    const auto leg = std::find_if(route.legs.begin(), route.legs.end(),
                                  [time](const route::Leg& one) { return time < one.arrival; });
    place.leg = leg == route.legs.end() ? std::max<std::size_t>(route.legs.size(), 1) - 1
                                        : static_cast<std::size_t>(leg - route.legs.begin());
    return place;
}

Instant time_at(const route::Route& route, double distance_nmi) {
    FAIRLEAD_EXPECTS(!route.track.empty());
    const auto at = std::lower_bound(
        route.track.begin(), route.track.end(), distance_nmi,
        [](const TrackPoint& point, double wanted) { return point.distance_nmi < wanted; });
    if (at == route.track.begin()) {
        return route.track.front().time;
    }
    if (at == route.track.end()) {
        return route.track.back().time;
    }
    const auto& before = *(at - 1);
    const double share =
        (distance_nmi - before.distance_nmi) / (at->distance_nmi - before.distance_nmi);
    return before.time + between(before.time, at->time) * share;
}

NearestPassage nearest_passage(const route::Route& route, const geo::Position& place) {
    FAIRLEAD_EXPECTS(!route.track.empty());
    NearestPassage nearest{route.track.front().time,
                           geo::geodesic_distance(place, route.track.front().position)};
    for (const auto& point : route.track) {
        const auto distance = geo::geodesic_distance(place, point.position);
        if (distance < nearest.distance) {
            nearest = {point.time, distance};
        }
    }
    return nearest;
}

} // namespace fairlead::gui
