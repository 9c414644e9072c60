// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// netCDF files by the CF conventions, and the products of cf_profile.hpp.

#include "core/io/raster_file.hpp"

namespace fairlead::io {

/// @pre the file's bytes are those of netCDF, and whole
/// @throws Error as open_raster.
[[nodiscard]] RasterFile open_cf(const SourceFile& file, const RasterOptions& options,
                                 GridCache& grids);

} // namespace fairlead::io
