// SPDX-License-Identifier: Apache-2.0
#include "data/sample/offshore_depth.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace fairlead::sample {
namespace {

constexpr int columns = 4320;
constexpr int rows_of_the_globe = 2161;
constexpr int rows = 12 * (90 - 40) + 1;
constexpr double step_deg = 1.0 / 12.0;

std::vector<float> read_elevation(const std::filesystem::path& etopo5) {
    const std::unique_ptr<GDALDataset> globe(
        GDALDataset::Open(etopo5.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY));
    if (globe == nullptr) {
        throw Error(ErrorCode::not_found,
                    fmt::format("{}: cannot be read: {}", etopo5.string(), CPLGetLastErrorMsg()));
    }
    if (globe->GetRasterXSize() != columns || globe->GetRasterYSize() != rows_of_the_globe) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: has {} x {} nodes, ETOPO5 has {} x {}", etopo5.string(),
                                globe->GetRasterXSize(), globe->GetRasterYSize(), columns,
                                rows_of_the_globe));
    }
    std::vector<float> elevation_m(static_cast<std::size_t>(columns) * rows);
    if (globe->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, columns, rows, elevation_m.data(), columns,
                                          rows, GDT_Float32, 0, 0, nullptr) != CE_None) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: cannot be read: {}", etopo5.string(), CPLGetLastErrorMsg()));
    }
    return elevation_m;
}

} // namespace

std::vector<std::int16_t> offshore_depth(const std::vector<float>& elevation_m, int column_count,
                                         int row_count) {
    const auto at = [&](int column, int row) {
        const auto wrapped = static_cast<std::size_t>((column + column_count) % column_count);
        return elevation_m[static_cast<std::size_t>(row) * static_cast<std::size_t>(column_count) +
                           wrapped];
    };
    std::vector<std::int16_t> depth_m;
    depth_m.reserve(elevation_m.size());
    for (int row = 0; row < row_count; ++row) {
        for (int column = 0; column < column_count; ++column) {
            bool near_land = false;
            for (int v = std::max(row - 1, 0); v <= std::min(row + 1, row_count - 1); ++v) {
                for (int u = column - 1; u <= column + 1; ++u) {
                    near_land = near_land || at(u, v) >= 0.0F;
                }
            }
            depth_m.push_back(near_land ? unknown_depth
                                        : static_cast<std::int16_t>(std::lround(-at(column, row))));
        }
    }
    return depth_m;
}

void write_offshore_depth(const std::filesystem::path& etopo5, const std::filesystem::path& file) {
    std::vector<std::int16_t> depth_m = offshore_depth(read_elevation(etopo5), columns, rows);
    const char* const options[] = {"COMPRESS=DEFLATE", "PREDICTOR=2", nullptr};
    std::filesystem::remove(file);
    const std::unique_ptr<GDALDataset> raster(
        GetGDALDriverManager()->GetDriverByName("GTiff")->Create(
            file.c_str(), columns, rows, 1, GDT_Int16,
            const_cast<CSLConstList>(options))); // NOLINT(*-const-cast): GDAL only reads them
    if (raster == nullptr) {
        throw Error(ErrorCode::io,
                    fmt::format("{}: cannot be made: {}", file.string(), CPLGetLastErrorMsg()));
    }
    OGRSpatialReference geographic;
    geographic.SetWellKnownGeogCS("WGS84");
    raster->SetSpatialRef(&geographic);
    std::array<double, 6> transform{-0.5 * step_deg,       step_deg, 0.0,
                                    90.0 + 0.5 * step_deg, 0.0,      -step_deg};
    raster->SetGeoTransform(transform.data());
    raster->SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION",
                            "ETOPO5 (NOAA NGDC, 1988/1993), depth; nodes next to land left out");
    GDALRasterBand& band = *raster->GetRasterBand(1);
    band.SetNoDataValue(unknown_depth);
    band.SetDescription("sea_floor_depth");
    band.SetUnitType("m");
    if (band.RasterIO(GF_Write, 0, 0, columns, rows, depth_m.data(), columns, rows, GDT_Int16, 0, 0,
                      nullptr) != CE_None) {
        throw Error(ErrorCode::io,
                    fmt::format("{}: cannot be written: {}", file.string(), CPLGetLastErrorMsg()));
    }
}

} // namespace fairlead::sample
