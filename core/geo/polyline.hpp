// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Lines of several places: length, finer points, place at a distance, and the cut at 180 degrees
/// that plane formats need. Between places the line is the geodesic, unless a name says rhumb.

#include "core/geo/geodesic.hpp"
#include "core/geo/position.hpp"

#include <span>
#include <vector>

namespace fairlead::geo {

/// Sum of the geodesics; zero for fewer than two places.
[[nodiscard]] Length polyline_length(std::span<const Position> line) noexcept;

/// The same line with places put in along each geodesic, equally spaced, so that none is longer
/// than `longest`. The given places are kept as they are. @pre longest > 0
[[nodiscard]] std::vector<Position> densify(std::span<const Position> line, Length longest);
/// As densify, where the line between places is the rhumb line.
[[nodiscard]] std::vector<Position> densify_rhumb(std::span<const Position> line, Length longest);

/// The rhumb line as places between which geodesics follow it within about 10 m, both ends
/// included; near a pole, where it winds, pieces are no shorter than 500 m.
[[nodiscard]] std::vector<Position> rhumb_as_geodesics(const Position& from, const Position& to);

/// A line prepared once, for many places along it.
class MeasuredLine {
  public:
    /// @pre at least one place; one place alone is a line of zero length.
    explicit MeasuredLine(std::span<const Position> line);
    [[nodiscard]] Length length() const noexcept { return Length::metres(start_m_.back()); }
    /// @param distance from the start, clamped to [0, length].
    [[nodiscard]] Position at(Length distance) const noexcept;
    /// Direction of travel there; at a corner that of the leg ahead; 0 for a line without length.
    [[nodiscard]] Bearing bearing_at(Length distance) const noexcept;

  private:
    [[nodiscard]] std::size_t leg_at(double distance_m) const noexcept;

    Position first_;
    std::vector<GeodesicLine> legs_; ///< those with a length
    std::vector<double> start_m_;    ///< where each leg starts, and the end of the last
};

/// A place for plane formats, whose longitude says on which edge of the map it is.
struct MapPosition {
    double latitude_deg = 0.0;
    double longitude_deg = 0.0; ///< [-180, 180], both ends in use
    friend bool operator==(const MapPosition&, const MapPosition&) = default;
};

/// Cuts the line where it crosses 180 degrees: one part ends at +-180, the next starts at the
/// other edge, both at the latitude where the geodesic crosses. A leg through a pole, which
/// changes longitude there by 180 degrees, gets the pole twice, once with each longitude.
[[nodiscard]] std::vector<std::vector<MapPosition>>
split_at_antimeridian(std::span<const Position> line);

} // namespace fairlead::geo
