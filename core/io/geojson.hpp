// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Routes as GeoJSON. Source: RFC 7946 (August 2016).
///
/// Written: one Feature. Its geometry is for drawing: the geodesics cut so finely that straight
/// lines of longitude and latitude stay within 100 m of them, as a MultiLineString where they
/// cross 180 degrees. Its properties hold the route itself: `fairlead_route` (version of this
/// layout, 1), `name`, `waypoints` and, for a route that was planned or judged, totals, `legs`,
/// `waits`, `findings` and `provenance`.

#include "core/io/route_document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fairlead::io {

[[nodiscard]] std::string geojson_text(const RouteDocument& document);

/// Reads Fairlead's own files by their waypoints, and from others every LineString or
/// MultiLineString of a geometry, Feature, GeometryCollection or FeatureCollection, one route
/// each. Parts of a MultiLineString must join end to end (at 180 degrees or elsewhere).
/// Longitudes may run from -360 to 360. Times, totals and findings are not read back but for
/// the times and speeds of Fairlead's own waypoints.
/// @param name stands for the file in errors.
/// @return at least one route of at least two points.
/// @throws Error (malformed) naming file, feature and field.
[[nodiscard]] std::vector<RouteDocument> parse_geojson(std::string_view text,
                                                       const std::string& name);

} // namespace fairlead::io
