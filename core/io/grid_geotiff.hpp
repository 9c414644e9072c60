// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Values on a regular grid of a plane as a GeoTIFF, for QGIS and other geographic systems.
/// Source: OGC 19-008r4, GeoTIFF Standard 1.1; written by GDAL.

#include "core/geo/grid.hpp"
#include "core/geo/projection.hpp"

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace fairlead::io {

/// What stands in a cell without a value; the file says so.
inline constexpr float no_value = std::numeric_limits<float>::quiet_NaN();

struct GridBand {
    std::string description; ///< what QGIS shows as the band's name
    std::string unit;
    std::vector<float> values; ///< by cell index
};

/// @param about metadata of the whole file: names and texts.
/// @param name stands for the file in errors.
/// @return the bytes of the file; they depend on the arguments alone.
/// @throws Error (io) naming the file and GDAL's reason.
/// @pre at least one band; each with a value for each cell
[[nodiscard]] std::string
grid_geotiff(const geo::Projection& plane, const geo::GridGeometry& geometry,
             const std::vector<GridBand>& bands,
             const std::vector<std::pair<std::string, std::string>>& about,
             const std::string& name);

} // namespace fairlead::io
