// SPDX-License-Identifier: Apache-2.0
#include "core/geo/rhumb_line.hpp"

#include "core/base/contract.hpp"
#include "core/base/units.hpp"
#include "core/geo/ellipsoid.hpp"
#include "core/geo/geodesic.hpp"

#include <cmath>

namespace fairlead::geo {
namespace {

bool is_pole(double latitude_deg) noexcept {
    return std::fabs(latitude_deg) == 90.0;
}

double isometric_latitude(double latitude_deg) noexcept {
    const double e = std::sqrt(wgs84::eccentricity_squared);
    const double phi = latitude_deg * radians_per_degree;
    return std::asinh(std::tan(phi)) - e * std::atanh(e * std::sin(phi));
}

double parallel_radius_m(double latitude_deg) noexcept {
    const double phi = latitude_deg * radians_per_degree;
    const double s = std::sin(phi);
    return wgs84::semi_major_axis_m * std::cos(phi) /
           std::sqrt(1.0 - wgs84::eccentricity_squared * s * s);
}

/// Northward meridian arc, negative southward.
double meridian_arc_m(double from_latitude_deg, double to_latitude_deg) noexcept {
    const double arc_m = geodesic_distance(Position::degrees(from_latitude_deg, 0.0),
                                           Position::degrees(to_latitude_deg, 0.0))
                             .in_metres();
    return to_latitude_deg < from_latitude_deg ? -arc_m : arc_m;
}

/// Metres of meridian per radian of isometric latitude between two latitudes: the mean radius of
/// the parallels crossed. As a quotient it loses digits for close latitudes, where the radius
/// half-way is as good: at 1e-5 degrees both are right within 1e-9.
double mean_parallel_radius_m(double latitude1_deg, double latitude2_deg, double arc_m) noexcept {
    if (std::fabs(latitude2_deg - latitude1_deg) < 1e-5) {
        return parallel_radius_m(0.5 * (latitude1_deg + latitude2_deg));
    }
    return arc_m / (isometric_latitude(latitude2_deg) - isometric_latitude(latitude1_deg));
}

double longitude_difference_deg(const Position& from, const Position& to) noexcept {
    const double turned = normalised_longitude_deg(to.longitude_deg() - from.longitude_deg());
    return turned == -180.0 ? 180.0 : turned;
}

} // namespace

RhumbInverse rhumb_inverse(const Position& from, const Position& to) noexcept {
    const double arc_m = meridian_arc_m(from.latitude_deg(), to.latitude_deg());
    if (is_pole(from.latitude_deg()) || is_pole(to.latitude_deg())) {
        return {Length::metres(std::fabs(arc_m)), Bearing::degrees(arc_m < 0.0 ? 180.0 : 0.0)};
    }
    const double east_m = longitude_difference_deg(from, to) * radians_per_degree *
                          mean_parallel_radius_m(from.latitude_deg(), to.latitude_deg(), arc_m);
    const double distance_m = std::hypot(arc_m, east_m);
    const double bearing_deg =
        distance_m == 0.0 ? 0.0 : std::atan2(east_m, arc_m) / radians_per_degree;
    return {Length::metres(distance_m), Bearing::degrees(bearing_deg)};
}

std::optional<Position> rhumb_direct(const Position& from, Bearing bearing,
                                     Length distance) noexcept {
    const double azimuth = bearing.in_degrees() * radians_per_degree;
    // Exact where it must be: due east stays on its parallel, due north on its meridian.
    const bool along_parallel = bearing.in_degrees() == 90.0 || bearing.in_degrees() == 270.0;
    const bool along_meridian = bearing.in_degrees() == 0.0 || bearing.in_degrees() == 180.0;
    const double north_m = along_parallel ? 0.0 : distance.in_metres() * std::cos(azimuth);
    const double east_m = along_meridian ? 0.0 : distance.in_metres() * std::sin(azimuth);
    if (distance == Length()) {
        return from;
    }
    if (is_pole(from.latitude_deg()) && !along_meridian) {
        return std::nullopt;
    }
    const double to_pole_m = meridian_arc_m(from.latitude_deg(), north_m < 0.0 ? -90.0 : 90.0);
    const bool meets_pole = std::fabs(north_m) >= std::fabs(to_pole_m);
    if (std::fabs(north_m) > std::fabs(to_pole_m) || (meets_pole && !along_meridian)) {
        return std::nullopt;
    }
    const double latitude_deg = geodesic_direct(Position::degrees(from.latitude_deg(), 0.0),
                                                Bearing::degrees(0.0), Length::metres(north_m))
                                    .latitude_deg();
    if (along_meridian) {
        return Position::degrees(latitude_deg, from.longitude_deg());
    }
    const double radius_m = mean_parallel_radius_m(from.latitude_deg(), latitude_deg, north_m);
    return Position::degrees(latitude_deg,
                             from.longitude_deg() + east_m / radius_m / radians_per_degree);
}

Position rhumb_interpolate(const Position& from, const Position& to, double fraction) noexcept {
    FAIRLEAD_AUDIT(fraction >= 0.0 && fraction <= 1.0);
    if (fraction >= 1.0) {
        return to;
    }
    const auto whole = rhumb_inverse(from, to);
    // Leaving a pole, the line is the meridian of the other end.
    const Position start = is_pole(from.latitude_deg())
                               ? Position::degrees(from.latitude_deg(), to.longitude_deg())
                               : from;
    // Only rounding can carry a line that ends at a pole past it.
    return rhumb_direct(start, whole.bearing, whole.distance * fraction).value_or(to);
}

} // namespace fairlead::geo
