// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// GRIB editions 1 and 2: wind at 10 m, temperature at 2 m, ice, waves and surface currents, one
/// message per variable and time. Source of the parameter numbers: WMO-No. 306, Manual on Codes,
/// volume I.2, FM 92 GRIB, code table 4.2 (GDAL gives edition 1 by the same numbers).

#include "core/io/raster_file.hpp"

namespace fairlead::io {

/// @pre the file's bytes are those of GRIB, and whole
/// @throws Error as open_raster.
[[nodiscard]] RasterFile open_grib(const SourceFile& file, const RasterOptions& options,
                                   GridCache& grids);

} // namespace fairlead::io
