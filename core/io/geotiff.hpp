// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// GeoTIFF: NSIDC G02135 daily concentration, crops of ETOPO5, and plain ones of a known variable.
/// Sources: NSIDC, Sea Ice Index, Version 3, User Guide, table "GeoTIFF data values" (percent times
/// ten; 2510 pole hole, 2530 coast, 2540 land, 2550 missing); ETOPO5: NOAA NGDC, 1988.

#include "core/io/raster_file.hpp"

namespace fairlead::io {

/// @pre the file's bytes are those of a TIFF, and whole
/// @throws Error as open_raster.
[[nodiscard]] RasterFile open_geotiff(const SourceFile& file, const RasterOptions& options,
                                      GridCache& grids);

} // namespace fairlead::io
