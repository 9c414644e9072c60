// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The attributes of RTZ: what each may hold, and how that differs between the versions.
/// Source: RTZ schemas 1.0, 1.1 and 1.2 of CIRM (IEC 61174:2015, annex S, for 1.0).

#include "core/io/rtz_parts.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fairlead::io {

/// The elements that have attributes.
enum class RtzOwner { route, info, waypoints, waypoint, leg, schedules, schedule, entry };

/// What a value must be.
enum class RtzKind {
    text,
    decimal,
    from_zero,   ///< decimal of 0 or more
    whole,       ///< whole number of 0 or more
    integer,     ///< whole number
    instant,     ///< ISO 8601 date and time
    span,        ///< hh:mm:ss in 1.0 and 1.1, an ISO 8601 duration in 1.2
    course,      ///< degrees, [0, 360)
    wind,        ///< m/s in 1.0, knots after it
    speed_range, ///< knots; less than 0 is allowed in 1.0
    history,     ///< text, but a number of 0 or more in 1.0
    off_track,   ///< nautical miles, [0, 10)
    radius,      ///< nautical miles, [0, 10) in 1.0, [0, 5] after it
    line         ///< Loxodrome or Orthodrome
};

[[nodiscard]] std::string_view rtz_name(RtzVersion version) noexcept; ///< "1.0"
[[nodiscard]] std::string rtz_namespace(RtzVersion version);
/// @return none for another text than "1.0", "1.1" and "1.2".
[[nodiscard]] std::optional<RtzVersion> rtz_version_named(std::string_view name) noexcept;

/// None: the schemas know no such attribute there.
[[nodiscard]] std::optional<RtzKind> rtz_kind(RtzOwner owner, std::string_view name) noexcept;
/// None if the value is right for that version, else what it must be: "a number of 0 or more".
[[nodiscard]] std::optional<std::string> rtz_demand(RtzKind kind, std::string_view value,
                                                    RtzVersion version);
/// The same in the units and notation of another version.
/// @return none if that version cannot say it.
[[nodiscard]] std::optional<std::string> rtz_converted(RtzKind kind, const std::string& value,
                                                       RtzVersion from, RtzVersion to);

/// What is to be said of a file that is larger than RTZ allows.
[[nodiscard]] std::optional<std::string> rtz_size_remark(std::size_t bytes);

/// A whole number of 0 or more in decimal digits.
[[nodiscard]] std::optional<std::uint64_t> parse_whole(std::string_view text) noexcept;
/// xsd:decimal: digits and a point, no exponent; the shortest text that reads back the same.
[[nodiscard]] std::string decimal_text(double value);
/// A span of time as the version writes it; none where it cannot (1.0, 1.1: a day and more).
[[nodiscard]] std::optional<std::string> span_text(double seconds, RtzVersion version);
/// Seconds of a span in either notation.
[[nodiscard]] std::optional<double> parse_span(std::string_view text);

} // namespace fairlead::io
