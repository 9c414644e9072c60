// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/session/placement.hpp"

#include "core/geo/geodesic.hpp"

namespace fairlead::gui {

namespace {

constexpr Length first_ring = Length::nautical_miles(0.25);
/// From ring to ring; also how far apart the places on a ring are, relative to its radius.
constexpr double ring_growth = 1.1;
constexpr int places_on_ring = 64;

} // namespace

const geo::Place* port_near(const geo::Gazetteer& gazetteer, const geo::Position& place,
                            Length reach) {
    const geo::Place* nearest = nullptr;
    auto least = reach;
    for (const auto& port : gazetteer.places()) {
        const auto distance = geo::geodesic_distance(place, port.position);
        if (distance <= least) {
            least = distance;
            nearest = &port;
        }
    }
    return nearest;
}

std::optional<geo::Position> nearest_water(const geo::LandIndex& land, const geo::Position& place) {
    if (!land.is_land(place)) {
        return place;
    }
    for (auto radius = first_ring; radius <= farthest_water; radius = radius * ring_growth) {
        for (int i = 0; i < places_on_ring; ++i) {
            const auto bearing = geo::Bearing::degrees(i * 360.0 / places_on_ring);
            const auto candidate = geo::geodesic_direct(place, bearing, radius);
            if (land.covers(candidate) &&
                !land.distance_to_land(candidate, radius * (ring_growth - 1.0))) {
                return candidate;
            }
        }
    }
    return std::nullopt;
}

} // namespace fairlead::gui
