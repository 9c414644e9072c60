// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// AMSR2 ASI sea ice concentration of the University of Bremen, HDF4: percent as float, NaN where
/// there is land or no data, rows from the bottom up, no georeference; the grid is NSIDC's.
/// Source: Spreen, Kaleschke, Heygster, "Sea ice remote sensing using AMSR-E 89-GHz channels",
/// J. Geophys. Res. 113 (2008) C02S03; https://seaice.uni-bremen.de/data/grid_coordinates.

#include "core/io/raster_file.hpp"

namespace fairlead::io {

/// @pre the file's bytes are those of HDF4, and whole
/// @throws Error as open_raster.
[[nodiscard]] RasterFile open_asi_hdf(const SourceFile& file, GridCache& grids);

} // namespace fairlead::io
