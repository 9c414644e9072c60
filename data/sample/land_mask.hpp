// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Which cells of a product's grid are land, as the makers of passive-microwave products see it.

#include "core/geo/grid.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fairlead::sample {

enum class Surface : std::uint8_t { sea, coast, land };

/// A cell is land if more than half of it is covered by the polygons of `land_file`, on a raster
/// five times finer; land that touches sea is coast, as in the NSIDC products.
/// @param land_file polygons in longitude and latitude, anything OGR reads.
/// @param crs of the grid, as GDAL understands it, e.g. "EPSG:3411".
/// @throws Error (not_found, malformed) naming the file.
[[nodiscard]] std::vector<Surface> land_mask(const std::filesystem::path& land_file,
                                             const geo::GridGeometry& grid, const std::string& crs);

} // namespace fairlead::sample
