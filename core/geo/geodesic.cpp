// SPDX-License-Identifier: Apache-2.0
#include "core/geo/geodesic.hpp"

#include "core/geo/ellipsoid.hpp"

#include <geodesic.h>

#include <cmath>
#include <new>

namespace fairlead::geo {
namespace {

const geod_geodesic& earth() noexcept {
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic g;
        geod_init(&g, wgs84::semi_major_axis_m, wgs84::flattening);
        return g;
    }();
    return ellipsoid;
}

/// PROJ answers within rounding of the valid ranges; bring it inside them.
Position position_of(double latitude_deg, double longitude_deg) noexcept {
    return Position::degrees(std::fmin(90.0, std::fmax(-90.0, latitude_deg)), longitude_deg);
}

} // namespace

GeodesicInverse geodesic_inverse(const Position& from, const Position& to) noexcept {
    double distance_m = 0.0;
    double initial_deg = 0.0;
    double final_deg = 0.0;
    geod_inverse(&earth(), from.latitude_deg(), from.longitude_deg(), to.latitude_deg(),
                 to.longitude_deg(), &distance_m, &initial_deg, &final_deg);
    if (distance_m == 0.0) {
        initial_deg = final_deg = 0.0;
    }
    return {Length::metres(distance_m), Bearing::degrees(initial_deg), Bearing::degrees(final_deg)};
}

Length geodesic_distance(const Position& from, const Position& to) noexcept {
    double distance_m = 0.0;
    geod_inverse(&earth(), from.latitude_deg(), from.longitude_deg(), to.latitude_deg(),
                 to.longitude_deg(), &distance_m, nullptr, nullptr);
    return Length::metres(distance_m);
}

Position geodesic_direct(const Position& from, Bearing bearing, Length distance) noexcept {
    double latitude_deg = 0.0;
    double longitude_deg = 0.0;
    geod_direct(&earth(), from.latitude_deg(), from.longitude_deg(), bearing.in_degrees(),
                distance.in_metres(), &latitude_deg, &longitude_deg, nullptr);
    return position_of(latitude_deg, longitude_deg);
}

GeodesicLine::GeodesicLine(const Position& from, const Position& to) noexcept {
    static_assert(sizeof(geod_geodesicline) <= sizeof(line_));
    static_assert(alignof(geod_geodesicline) <= alignof(double));
    auto* line = new (line_.data()) geod_geodesicline;
    geod_inverseline(line, &earth(), from.latitude_deg(), from.longitude_deg(), to.latitude_deg(),
                     to.longitude_deg(), GEOD_LATITUDE | GEOD_LONGITUDE | GEOD_DISTANCE_IN);
    length_ = geodesic_distance(from, to);
}

Position GeodesicLine::at(Length distance) const noexcept {
    const auto* line = std::launder(reinterpret_cast<const geod_geodesicline*>(line_.data()));
    double latitude_deg = 0.0;
    double longitude_deg = 0.0;
    geod_position(line, distance.in_metres(), &latitude_deg, &longitude_deg, nullptr);
    return position_of(latitude_deg, longitude_deg);
}

Bearing GeodesicLine::bearing_at(Length distance) const noexcept {
    const auto* line = std::launder(reinterpret_cast<const geod_geodesicline*>(line_.data()));
    double bearing_deg = 0.0;
    geod_position(line, distance.in_metres(), nullptr, nullptr, &bearing_deg);
    return Bearing::degrees(bearing_deg);
}

} // namespace fairlead::geo
