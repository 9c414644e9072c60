// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The pieces that JSON results and GeoJSON files share. Internal to io: it shows nlohmann-json.
/// Numbers are rounded to what they are worth (position 1e-7 degrees, a centimetre), so that equal
/// routes give equal bytes; a number that is not finite becomes null.

#include "core/io/route_document.hpp"

#include <nlohmann/json.hpp>

namespace fairlead::io {

using Json = nlohmann::ordered_json;

/// The number rounded to so many decimals, or null.
[[nodiscard]] Json rounded(double value, int decimals);
[[nodiscard]] Json rounded(const std::optional<double>& value, int decimals);
/// Longitude first, as GeoJSON has it.
[[nodiscard]] Json position_json(const geo::Position& position);
[[nodiscard]] Json instant_json(const std::optional<Instant>& instant);

/// Totals of a route, without legs and geometry: the keys of the command line's JSON contract.
[[nodiscard]] Json totals_json(const route::Route& route);
[[nodiscard]] Json legs_json(const route::Route& route);
[[nodiscard]] Json waits_json(const route::Route& route);
[[nodiscard]] Json waypoints_json(const std::vector<RoutePoint>& points);
[[nodiscard]] Json findings_json(const std::vector<rules::Finding>& findings);
[[nodiscard]] Json provenance_json(const route::Provenance& provenance);
/// LineString, or MultiLineString where the line crosses 180 degrees.
[[nodiscard]] Json line_json(const std::vector<RoutePoint>& points);

/// Text of a JSON value, closed by a line end; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string json_text(const Json& json);

} // namespace fairlead::io
