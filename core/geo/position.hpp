// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A place on WGS 84 and a direction there.

#include "core/base/units.hpp"

#include <string>
#include <string_view>

namespace fairlead::geo {

/// A place on the WGS 84 ellipsoid. Longitude is kept in [-180, 180): 180 becomes -180. At a pole
/// any longitude is kept as given (it is the direction from which the pole was reached).
class Position {
  public:
    constexpr Position() noexcept = default;
    /// @param latitude_deg  [-90, 90], north positive.
    /// @param longitude_deg any finite number, east positive.
    /// @throws Error (invalid_argument) naming the value, if latitude is out of range or either is
    ///         not finite.
    [[nodiscard]] static Position degrees(double latitude_deg, double longitude_deg);

    [[nodiscard]] constexpr double latitude_deg() const noexcept { return latitude_deg_; }
    [[nodiscard]] constexpr double longitude_deg() const noexcept { return longitude_deg_; }
    friend constexpr bool operator==(const Position&, const Position&) noexcept = default;

  private:
    constexpr Position(double latitude_deg, double longitude_deg) noexcept
        : latitude_deg_(latitude_deg), longitude_deg_(longitude_deg) {}
    double latitude_deg_ = 0.0;
    double longitude_deg_ = 0.0;
};

/// A direction over ground, clockwise from true north, kept in [0, 360).
class Bearing {
  public:
    constexpr Bearing() noexcept = default;
    [[nodiscard]] static Bearing degrees(double deg);
    [[nodiscard]] constexpr double in_degrees() const noexcept { return deg_; }
    friend constexpr bool operator==(const Bearing&, const Bearing&) noexcept = default;

  private:
    constexpr explicit Bearing(double deg) noexcept : deg_(deg) {}
    double deg_ = 0.0;
};

/// Longitude brought into [-180, 180).
[[nodiscard]] double normalised_longitude_deg(double longitude_deg) noexcept;

/// Degrees and decimal minutes as on a chart: `69°00.00'N 033°03.00'E`.
[[nodiscard]] std::string format_position(const Position& position);

/// Reads `69.0,33.05`, `69.0 33.05`, `69°00.0'N 033°03.0'E`, `69 00.0 N, 33 03.0 E`,
/// `69°00'30"N 33°03'00"E`, `S65.2 W64.1`, `6900N 03303E`. Without letters, latitude first.
/// @throws Error (invalid_argument) quoting the text and what is wrong with it.
[[nodiscard]] Position parse_position(std::string_view text);

} // namespace fairlead::geo
