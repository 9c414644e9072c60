// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Shortest lines on WGS 84, by PROJ's geodesic.h.
/// Source: C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87 (2013) 43-55,
/// doi:10.1007/s00190-012-0578-z; accurate to about 15 nm.

#include "core/geo/position.hpp"

#include <array>

namespace fairlead::geo {

struct GeodesicInverse {
    Length distance;
    Bearing initial_bearing; ///< leaving the first point; 0 for coincident points
    Bearing final_bearing;   ///< passing the second point, same sense
};

/// Distance and bearings from one place to another. Antipodal points: one of the equal lines.
[[nodiscard]] GeodesicInverse geodesic_inverse(const Position& from, const Position& to) noexcept;

/// Distance alone.
[[nodiscard]] Length geodesic_distance(const Position& from, const Position& to) noexcept;

/// The place reached from `from` on `bearing` after `distance` (negative: backwards).
[[nodiscard]] Position geodesic_direct(const Position& from, Bearing bearing,
                                       Length distance) noexcept;

/// A geodesic prepared once, for many points along it.
class GeodesicLine {
  public:
    GeodesicLine(const Position& from, const Position& to) noexcept;
    [[nodiscard]] Length length() const noexcept { return length_; }
    /// @param distance from the start; may lie beyond either end.
    [[nodiscard]] Position at(Length distance) const noexcept;
    /// Direction of travel at that distance.
    [[nodiscard]] Bearing bearing_at(Length distance) const noexcept;

  private:
    // Room for PROJ's geod_geodesicline, so that PROJ's header stays inside geo's sources.
    alignas(double) std::array<unsigned char, 512> line_{};
    Length length_;
};

} // namespace fairlead::geo
