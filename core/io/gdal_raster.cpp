// SPDX-License-Identifier: Apache-2.0
#include "core/io/gdal_raster.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/env/projected_grid.hpp"
#include "core/env/rectilinear_grid.hpp"
#include "core/io/gdal_session.hpp"
#include "core/io/raster_crs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace fairlead::io {

void expect_raster_size(const std::string& name, std::uint64_t columns, std::uint64_t rows) {
    if (columns < 2 || rows < 2) {
        throw Error(
            ErrorCode::malformed,
            fmt::format("{}: a raster of {} x {} cells is no map; at least 2 x 2 cells are needed",
                        name, columns, rows));
    }
    constexpr std::uint64_t most = 100'000'000;
    if (columns > most / rows) {
        throw Error(
            ErrorCode::unsupported,
            fmt::format("{}: {} x {} cells are more than {} million; cut it to the area wanted "
                        "(gdal_translate -projwin)",
                        name, columns, rows, most / 1'000'000));
    }
}

GdalRaster::GdalRaster(SourceFile file, const char* driver) : file_(std::move(file)) {
    const GdalSession gdal;
    // A file of one HDF4 array is opened by the driver of the array itself.
    const char* const drivers[] = {
        driver, std::string_view(driver) == "HDF4" ? "HDF4Image" : nullptr, nullptr};
    dataset_.reset(GDALDataset::Open(file_.path.c_str(), GDAL_OF_RASTER, drivers));
    if (!dataset_ || dataset_->GetRasterCount() == 0) {
        dataset_.reset();
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: is no raster that GDAL's {} driver can read ({})", file_.name,
                                driver, gdal.complaint()));
    }
}

GdalRaster::~GdalRaster() {
    const GdalSession gdal;
    dataset_.reset();
}

std::uint32_t GdalRaster::columns() const {
    return static_cast<std::uint32_t>(dataset_->GetRasterXSize());
}

std::uint32_t GdalRaster::rows() const {
    return static_cast<std::uint32_t>(dataset_->GetRasterYSize());
}

int GdalRaster::band_count() const {
    return dataset_->GetRasterCount();
}

GDALRasterBand& GdalRaster::band(int number) const {
    auto* const found = dataset_->GetRasterBand(number);
    FAIRLEAD_EXPECTS(found != nullptr);
    return *found;
}

std::string GdalRaster::metadata(const char* name, int number) const {
    const GdalSession gdal;
    const char* const text =
        number > 0 ? band(number).GetMetadataItem(name) : dataset_->GetMetadataItem(name);
    return text == nullptr ? "" : text;
}

std::string GdalRaster::crs() const {
    const GdalSession gdal;
    const auto* const reference = dataset_->GetSpatialRef();
    return reference == nullptr || reference->IsEmpty() ? "" : crs_text(*reference);
}

std::vector<double> GdalRaster::numbers(int number) const {
    const GdalSession gdal;
    expect_raster_size(file_.name, columns(), rows());
    const auto width = dataset_->GetRasterXSize();
    const auto height = dataset_->GetRasterYSize();
    std::vector<double> values(std::size_t{columns()} * rows());
    const auto result = band(number).RasterIO(GF_Read, 0, 0, width, height, values.data(), width,
                                              height, GDT_Float64, 0, 0, nullptr);
    if (result != CE_None) {
        throw Error(ErrorCode::malformed, fmt::format("{}: band {} cannot be read ({})", file_.name,
                                                      number, gdal.complaint()));
    }
    // A mask of the whole file hides cells whatever number stands in them, often 0.
    if ((band(number).GetMaskFlags() & GMF_PER_DATASET) != 0) {
        std::vector<std::uint8_t> mask(values.size());
        if (band(number).GetMaskBand()->RasterIO(GF_Read, 0, 0, width, height, mask.data(), width,
                                                 height, GDT_Byte, 0, 0, nullptr) != CE_None) {
            throw Error(ErrorCode::malformed, fmt::format("{}: its mask cannot be read ({})",
                                                          file_.name, gdal.complaint()));
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] = mask[i] == 0 ? std::nan("") : values[i];
        }
    }
    return values;
}

int GdalRaster::picture_count() const {
    const GdalSession gdal;
    // Two items, name and description, for each; none where there is but one.
    const CPLStringList listed(dataset_->GetMetadata("SUBDATASETS"), FALSE);
    return std::max(1, listed.Count() / 2);
}

bool GdalRaster::is_geographic() const {
    const GdalSession gdal;
    const auto* const reference = dataset_->GetSpatialRef();
    return reference != nullptr && reference->IsGeographic() != 0;
}

std::shared_ptr<const env::HorizontalGrid> GdalRaster::grid(GridCache& grids) const {
    const GdalSession gdal;
    expect_raster_size(file_.name, columns(), rows());
    std::array<double, 6> transform{};
    const auto definition = crs();
    if (definition.empty()) {
        throw Error(
            ErrorCode::unsupported,
            fmt::format("{}: has no coordinate reference system; give it one (gdal_edit.py -a_srs)",
                        file_.name));
    }
    if (dataset_->GetGeoTransform(transform.data()) != CE_None) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: does not say where its cells lie", file_.name));
    }
    if (!std::all_of(transform.begin(), transform.end(),
                     [](double number) { return std::isfinite(number); })) {
        throw Error(
            ErrorCode::malformed,
            fmt::format("{}: where its cells lie is not in finite numbers: its geotransform "
                        "is {}",
                        file_.name, fmt::join(transform, ", ")));
    }
    const bool upright =
        transform[2] == 0.0 && transform[4] == 0.0 && transform[1] > 0.0 && transform[5] < 0.0;
    if (!upright) {
        throw Error(
            ErrorCode::unsupported,
            fmt::format("{}: its raster is rotated or upside down; warp it north-up (gdalwarp)",
                        file_.name));
    }
    const auto key =
        fmt::format("{} {} {} {}", definition, fmt::join(transform, " "), columns(), rows());
    return grids.get(key, [&]() -> std::shared_ptr<const env::HorizontalGrid> {
        if (is_geographic()) {
            std::vector<double> latitudes(rows());
            std::vector<double> longitudes(columns());
            for (std::size_t i = 0; i < latitudes.size(); ++i) {
                latitudes[i] = transform[3] + (static_cast<double>(i) + 0.5) * transform[5];
            }
            for (std::size_t i = 0; i < longitudes.size(); ++i) {
                longitudes[i] = transform[0] + (static_cast<double>(i) + 0.5) * transform[1];
            }
            return std::make_shared<env::RectilinearGrid>(std::move(latitudes),
                                                          std::move(longitudes), file_.name);
        }
        auto projection = geo::Projection::from_definition(definition);
        // Projection's plane is in metres, whatever the CRS's unit.
        const double metres = dataset_->GetSpatialRef()->GetLinearUnits();
        env::RasterGeometry geometry;
        geometry.left_m = transform[0] * metres;
        geometry.top_m = transform[3] * metres;
        geometry.cell_width_m = transform[1] * metres;
        geometry.cell_height_m = -transform[5] * metres;
        geometry.columns = columns();
        geometry.rows = rows();
        return std::make_shared<env::ProjectedGrid>(std::move(projection), geometry,
                                                    crs_name(definition));
    });
}

} // namespace fairlead::io
