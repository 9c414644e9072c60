// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Rhumb lines (constant true bearing) on the WGS 84 ellipsoid.
/// Source: C. F. F. Karney, "The area of rhumb polygons", Stud. Geophys. Geod. 68 (2024) 99-120,
/// doi:10.1007/s11200-024-0709-z, section 2: tan(bearing) = difference of longitude / difference
/// of isometric latitude, length = meridian arc / cos(bearing); the isometric latitude as
/// asinh(tan phi) - e atanh(e sin phi). Meridian arcs are PROJ's geodesic.h, so that both kinds of
/// line measure the same earth. Error below 1 mm for lines shorter than 10 000 km.
///
/// The line goes the shorter way round in longitude; 180 degrees apart it goes east.

#include "core/geo/position.hpp"

#include <optional>

namespace fairlead::geo {

struct RhumbInverse {
    Length distance;
    Bearing bearing; ///< 0 for coincident points
};

/// Distance and bearing along the rhumb line. From or to a pole the line is the meridian of the
/// other place; both at the same pole give zero.
[[nodiscard]] RhumbInverse rhumb_inverse(const Position& from, const Position& to) noexcept;

/// The place reached on a constant bearing after `distance` (negative: backwards).
/// @return nothing if the line has run into a pole before that, or starts at one and does not
///         leave it along a meridian.
[[nodiscard]] std::optional<Position> rhumb_direct(const Position& from, Bearing bearing,
                                                   Length distance) noexcept;

/// The place at a share of the rhumb line's length. @param fraction [0, 1]
[[nodiscard]] Position rhumb_interpolate(const Position& from, const Position& to,
                                         double fraction) noexcept;

} // namespace fairlead::geo
