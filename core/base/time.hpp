// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Instants are UTC to the second. Texts are ISO 8601 (ISO 8601-1:2019), always printed with Z.

#include "core/base/units.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace fairlead {

using Instant = std::chrono::sys_seconds;

/// Reads `2018-07-15`, `2018-07-15T06:00`, `2018-07-15T06:00:30Z`, `2018-07-15 06:00+03:00`,
/// fractions of a second rounded down. No zone means UTC.
/// @param what named in the error, e.g. "--depart".
/// @throws Error (invalid_argument) naming what and text, for anything else or a date that is not.
[[nodiscard]] Instant parse_instant(std::string_view text, std::string_view what = "time");

/// `2018-07-15T06:00:00Z`.
[[nodiscard]] std::string format_instant(Instant instant);
/// `15 Jul 06:00Z` for tables and pictures, where the year stands elsewhere.
[[nodiscard]] std::string format_instant_short(Instant instant);
/// The same, with the year where it is not that of `other`: `15 Jul 2018 06:00Z`.
[[nodiscard]] std::string format_instant_beside(Instant instant, Instant other);

/// Seconds from one instant to another; whole numbers are exact.
[[nodiscard]] inline Duration between(Instant from, Instant to) noexcept {
    return Duration::seconds(static_cast<double>((to - from).count()));
}
/// Since 1970-01-01T00:00Z: instants as plain numbers, for arrays and interpolation.
[[nodiscard]] inline double unix_seconds(Instant instant) noexcept {
    return static_cast<double>(instant.time_since_epoch().count());
}
/// Rounds to the nearest second.
[[nodiscard]] Instant operator+(Instant instant, Duration elapsed) noexcept;

/// `18 d 4.5 h`, or `4.5 h` under two days.
[[nodiscard]] std::string format_duration(Duration duration);

} // namespace fairlead
