// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Routes as OGC GeoPackage, for QGIS and other geographic systems.
/// Source: OGC 12-128r18, GeoPackage Encoding Standard 1.3; written by GDAL.

#include "core/io/route_document.hpp"

#include <string>

namespace fairlead::io {

/// Layers `route` (one line with the totals), `legs`, `waypoints` and `findings`, longitude and
/// latitude on WGS 84; a line is parted where it crosses 180 degrees.
/// @param name stands for the file in errors.
/// @return the bytes of the file.
/// @throws Error (io) naming the file and GDAL's reason.
[[nodiscard]] std::string geopackage_bytes(const RouteDocument& document, const std::string& name);

} // namespace fairlead::io
