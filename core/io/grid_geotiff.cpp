// SPDX-License-Identifier: Apache-2.0
#include "core/io/grid_geotiff.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/io/gdal_session.hpp"
#include "core/io/memory_file.hpp"

#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <array>

namespace fairlead::io {
namespace {

class Writer {
  public:
    explicit Writer(const std::string& name) : name_(name) {}

    std::string write(const geo::Projection& plane, const geo::GridGeometry& geometry,
                      const std::vector<GridBand>& bands,
                      const std::vector<std::pair<std::string, std::string>>& about) const {
        const MemoryFile file(".tif");
        CPLStringList options;
        options.AddString("COMPRESS=DEFLATE").AddString("INTERLEAVE=BAND");
        auto* const driver = GetGDALDriverManager()->GetDriverByName("GTiff");
        expect(driver != nullptr);
        GDALDatasetUniquePtr dataset(driver->Create(file.path().c_str(), geometry.columns,
                                                    geometry.rows, static_cast<int>(bands.size()),
                                                    GDT_Float32, options.List()));
        expect(dataset != nullptr);
        set_place(*dataset, plane, geometry);
        for (const auto& [key, text] : about) {
            expect(dataset->SetMetadataItem(key.c_str(), text.c_str()) == CE_None);
        }
        // Of the whole file, as GeoTIFF has one for all bands.
        expect(dataset->GetRasterBand(1)->SetNoDataValue(static_cast<double>(no_value)) == CE_None);
        for (std::size_t i = 0; i < bands.size(); ++i) {
            fill(*dataset->GetRasterBand(static_cast<int>(i) + 1), geometry, bands[i]);
        }
        dataset->FlushCache();
        dataset.reset();
        auto bytes = file.bytes();
        expect(!bytes.empty());
        return bytes;
    }

  private:
    void expect(bool done) const {
        if (!done) {
            throw Error(ErrorCode::io,
                        fmt::format("{}: cannot be written ({})", name_, gdal_.complaint()));
        }
    }

    void set_place(GDALDataset& dataset, const geo::Projection& plane,
                   const geo::GridGeometry& geometry) const {
        OGRSpatialReference reference;
        expect(reference.SetFromUserInput(plane.definition().c_str()) == OGRERR_NONE);
        expect(dataset.SetSpatialRef(&reference) == CE_None);
        std::array<double, 6> corner_and_steps{
            geometry.left_m, geometry.cell_m, 0.0, geometry.top_m, 0.0, -geometry.cell_m};
        expect(dataset.SetGeoTransform(corner_and_steps.data()) == CE_None);
    }

    void fill(GDALRasterBand& band, const geo::GridGeometry& geometry, const GridBand& from) const {
        FAIRLEAD_EXPECTS(from.values.size() == geometry.cell_count());
        band.SetDescription(from.description.c_str());
        band.SetUnitType(from.unit.c_str());
        auto values = from.values; // GDAL asks for what it might change
        expect(band.RasterIO(GF_Write, 0, 0, geometry.columns, geometry.rows, values.data(),
                             geometry.columns, geometry.rows, GDT_Float32, 0, 0,
                             nullptr) == CE_None);
    }

    const std::string& name_;
    GdalSession gdal_;
};

} // namespace

std::string grid_geotiff(const geo::Projection& plane, const geo::GridGeometry& geometry,
                         const std::vector<GridBand>& bands,
                         const std::vector<std::pair<std::string, std::string>>& about,
                         const std::string& name) {
    FAIRLEAD_EXPECTS(!bands.empty());
    return Writer(name).write(plane, geometry, bands, about);
}

} // namespace fairlead::io
