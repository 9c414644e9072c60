// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Routes as KML 2.2 for viewers. Source: OGC 07-147r2, OGC KML (14 April 2008). Written only.

#include "core/io/route_document.hpp"

#include <string>

namespace fairlead::io {

/// A line that follows the geodesics within 100 m, cut at 180 degrees, and a point with its time
/// for each waypoint.
[[nodiscard]] std::string kml_text(const RouteDocument& document);

} // namespace fairlead::io
