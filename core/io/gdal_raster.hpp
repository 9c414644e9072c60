// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A raster opened through GDAL's band interface: GeoTIFF, GRIB, HDF4. For the readers of io only.

#include "core/io/raster_file.hpp"

#include <gdal_priv.h>

#include <memory>
#include <string>
#include <vector>

namespace fairlead::io {

class GdalRaster {
  public:
    /// @param driver GDAL's name of the one driver that may open it, e.g. "GTiff".
    /// @throws Error (malformed) with GDAL's complaint.
    GdalRaster(SourceFile file, const char* driver);
    ~GdalRaster();
    GdalRaster(const GdalRaster&) = delete;
    GdalRaster& operator=(const GdalRaster&) = delete;

    [[nodiscard]] const SourceFile& file() const noexcept { return file_; }
    [[nodiscard]] std::uint32_t columns() const;
    [[nodiscard]] std::uint32_t rows() const;
    [[nodiscard]] int band_count() const;
    /// @param number from 1, as GDAL counts. @pre 1 <= number <= band_count()
    [[nodiscard]] GDALRasterBand& band(int number) const;
    /// Metadata of the file or (number > 0) of a band; "" if there is none of that name.
    [[nodiscard]] std::string metadata(const char* name, int number = 0) const;
    /// "EPSG:3413" or WKT; "" if the file has no CRS.
    [[nodiscard]] std::string crs() const;

    /// All numbers of a band, packed as in the file, from the top left.
    /// @throws Error (malformed) with GDAL's complaint.
    [[nodiscard]] std::vector<double> numbers(int number) const;
    /// Pictures (pages) in the file; all but the first are out of reach.
    [[nodiscard]] int picture_count() const;

    /// The grid of the file's own CRS and geotransform.
    /// @throws Error (malformed, unsupported): no CRS, no or a rotated geotransform, fewer than
    ///         2 x 2 cells, too many.
    [[nodiscard]] std::shared_ptr<const env::HorizontalGrid> grid(GridCache& grids) const;
    [[nodiscard]] bool is_geographic() const;

  private:
    SourceFile file_;
    std::unique_ptr<GDALDataset> dataset_;
};

/// @throws Error as GdalRaster::grid for a raster too small or too large to be read.
void expect_raster_size(const std::string& name, std::uint64_t columns, std::uint64_t rows);

} // namespace fairlead::io
