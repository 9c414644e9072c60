// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Geodesics for programs that join points by straight lines of longitude and latitude (GeoJSON,
/// KML): cut until the straight line stays near the geodesic, and cut apart at 180 degrees as
/// RFC 7946 section 3.1.9 asks.

#include "core/geo/polyline.hpp"

#include <span>
#include <vector>

namespace fairlead::io {

/// Greatest distance between the drawn line and the geodesic.
inline constexpr double lonlat_line_tolerance_m = 100.0;

/// One part, or one more for each crossing of 180 degrees; each part has at least two points.
/// All given places are points of the line. A line through a pole has it twice, once with each
/// longitude.
/// @pre at least 2 places
[[nodiscard]] std::vector<std::vector<geo::MapPosition>>
lonlat_line(std::span<const geo::Position> places);

} // namespace fairlead::io
