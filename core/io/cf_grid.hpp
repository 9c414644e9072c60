// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The horizontal grid of a netCDF array: latitude and longitude axes, axes of a projection, or
/// latitude and longitude of each node. Where a file has both a projection and node positions that
/// disagree, the positions are right: projections are guessed from few attributes, positions are
/// what the model used.

#include "core/env/field.hpp"
#include "core/io/cf_dataset.hpp"
#include "core/io/raster_file.hpp"

#include <memory>
#include <string>
#include <vector>

namespace fairlead::io {

struct CfGrid {
    std::shared_ptr<const env::HorizontalGrid> grid;
    bool flip_rows = false;     ///< the file's first row is the grid's last
    bool is_geographic = false; ///< x is east and y is north
    std::string crs;
    std::vector<std::string> corrected;
};

/// @return nothing if the array's last two dimensions are no horizontal grid.
/// @throws Error (malformed, unsupported) naming file and array: axes that cannot be a grid, a grid
///         of one row or column, no way to tell where the nodes lie.
[[nodiscard]] std::optional<CfGrid> cf_grid(const CfDataset& dataset, const GDALMDArray& array,
                                            GridCache& grids);

/// Whether a coordinate variable is a latitude or longitude, by standard name, unit, or name.
[[nodiscard]] bool is_latitude(const GDALMDArray& coordinate);
[[nodiscard]] bool is_longitude(const GDALMDArray& coordinate);

} // namespace fairlead::io
