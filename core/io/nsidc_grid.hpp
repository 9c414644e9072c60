// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The polar stereographic grids of NSIDC, for products that do not carry their own georeference.
/// Source: NSIDC, "A Guide to NSIDC's Polar Stereographic Projection": extents of the 25, 12.5 and
/// 6.25 km grids. Bremen's ASI grids are the same.

#include "core/io/raster_file.hpp"

namespace fairlead::io {

/// The grid of that size on the Hughes ellipsoid (EPSG:3411 north, EPSG:3412 south).
/// @return null for a size that is none of the 25, 12.5, 6.25 and 3.125 km grids.
[[nodiscard]] std::shared_ptr<const env::HorizontalGrid>
nsidc_grid(bool north, std::uint32_t columns, std::uint32_t rows, GridCache& grids);

} // namespace fairlead::io
