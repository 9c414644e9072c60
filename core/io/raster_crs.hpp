// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Coordinate reference systems as GDAL has them, as texts for PROJ and for people.

#include <string>

class OGRSpatialReference;

namespace fairlead::io {

/// "EPSG:3413" where the authority's code is known, else WKT (ISO 19162:2019).
[[nodiscard]] std::string crs_text(const OGRSpatialReference& reference);
/// "EPSG:3413", or the name inside a WKT with its projection method.
[[nodiscard]] std::string crs_name(const std::string& text);

} // namespace fairlead::io
