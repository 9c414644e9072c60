// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Routes as GPX 1.1. Source: GPX 1.1 Schema Documentation,
/// https://www.topografix.com/GPX/1/1/ (schema of 2004-08-09).

#include "core/io/route_document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fairlead::io {

/// One `rte` with one `rtept` a waypoint; `time` is the time of arrival there. GPX does not say
/// how points are joined: the description says that the legs are geodesics.
[[nodiscard]] std::string gpx_text(const RouteDocument& document);

/// Reads every `rte`, or where there is none every `trk` (its segments joined in order).
/// @param name stands for the file in errors.
/// @return at least one route of at least two points.
/// @throws Error (malformed) naming file, element and attribute.
[[nodiscard]] std::vector<RouteDocument> parse_gpx(std::string_view text, const std::string& name);

} // namespace fairlead::io
