// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Small GeoTIFFs, written by GDAL.

#include "core/io/gdal_session.hpp"

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fairlead::test {

struct TiffFile {
    int columns = 3;
    int rows = 2;
    int bands = 1;
    int epsg = 3413;
    std::array<double, 6> transform{-1000000.0, 25000.0, 0.0, 1000000.0, 0.0, -25000.0};
    std::vector<float> values; ///< of each band
    std::vector<std::pair<std::string, std::string>> band_metadata;
    std::vector<std::pair<std::string, std::string>> metadata;
    std::optional<double> nodata;
    std::vector<std::uint8_t> mask; ///< of the whole file, 0 hides; empty: none

    void write(const std::filesystem::path& file) const {
        const io::GdalSession gdal;
        auto* const driver = GetGDALDriverManager()->GetDriverByName("GTiff");
        const std::unique_ptr<GDALDataset> made(
            driver->Create(file.c_str(), columns, rows, bands, GDT_Float32, nullptr));
        auto copy = transform;
        made->SetGeoTransform(copy.data());
        OGRSpatialReference reference;
        reference.importFromEPSG(epsg);
        made->SetSpatialRef(&reference);
        for (const auto& [key, value] : metadata) {
            made->SetMetadataItem(key.c_str(), value.c_str());
        }
        for (int number = 1; number <= bands; ++number) {
            auto& band = *made->GetRasterBand(number);
            if (nodata) {
                band.SetNoDataValue(*nodata);
            }
            for (const auto& [key, value] : band_metadata) {
                band.SetMetadataItem(key.c_str(), value.c_str());
            }
            auto data = values;
            const auto result = band.RasterIO(GF_Write, 0, 0, columns, rows, data.data(), columns,
                                              rows, GDT_Float32, 0, 0, nullptr);
            static_cast<void>(result); // a file that was not written fails the test that reads it
        }
        if (!mask.empty()) {
            const CPLConfigOptionSetter inside("GDAL_TIFF_INTERNAL_MASK", "YES", false);
            auto hidden = mask;
            made->CreateMaskBand(GMF_PER_DATASET);
            const auto result = made->GetRasterBand(1)->GetMaskBand()->RasterIO(
                GF_Write, 0, 0, columns, rows, hidden.data(), columns, rows, GDT_Byte, 0, 0,
                nullptr);
            static_cast<void>(result);
        }
    }
};

} // namespace fairlead::test
