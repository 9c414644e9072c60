// SPDX-License-Identifier: Apache-2.0
#include "data/sample/land_mask.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>
#include <gdal_alg.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <memory>

namespace fairlead::sample {
namespace {

constexpr int finer = 5;

OGRSpatialReference reference(const std::string& crs) {
    OGRSpatialReference result;
    if (result.SetFromUserInput(crs.c_str()) != OGRERR_NONE) {
        throw Error(ErrorCode::invalid_argument, fmt::format("unknown CRS '{}'", crs));
    }
    result.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return result;
}

/// Polygons north of `south_deg` in the plane of the grid. The far south has no image there.
std::vector<std::unique_ptr<OGRGeometry>> polygons_in_plane(const std::filesystem::path& land_file,
                                                            const std::string& crs,
                                                            double south_deg) {
    const std::unique_ptr<GDALDataset> file(
        GDALDataset::Open(land_file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    if (file == nullptr || file->GetLayerCount() == 0) {
        throw Error(ErrorCode::not_found,
                    fmt::format("{}: no polygons of land to read here", land_file.string()));
    }
    const OGRSpatialReference geographic = reference("EPSG:4326");
    const OGRSpatialReference plane = reference(crs);
    const std::unique_ptr<OGRCoordinateTransformation> to_plane(
        OGRCreateCoordinateTransformation(&geographic, &plane));
    OGRPolygon northern;
    OGRLinearRing box;
    for (const auto& [x, y] : std::array<std::pair<double, double>, 5>{{{-180.0, south_deg},
                                                                        {180.0, south_deg},
                                                                        {180.0, 90.0},
                                                                        {-180.0, 90.0},
                                                                        {-180.0, south_deg}}}) {
        box.addPoint(x, y);
    }
    northern.addRing(&box);

    std::vector<std::unique_ptr<OGRGeometry>> polygons;
    for (const auto& feature : *file->GetLayer(0)) {
        const OGRGeometry* geometry = feature->GetGeometryRef();
        OGREnvelope extent;
        if (geometry == nullptr || (geometry->getEnvelope(&extent), extent.MaxY < south_deg)) {
            continue;
        }
        std::unique_ptr<OGRGeometry> part(
            extent.MinY < south_deg ? geometry->Intersection(&northern) : geometry->clone());
        if (part != nullptr && !part->IsEmpty() && part->transform(to_plane.get()) == OGRERR_NONE) {
            polygons.push_back(std::move(part));
        }
    }
    if (polygons.empty()) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: no land north of {} degrees", land_file.string(), south_deg));
    }
    return polygons;
}

} // namespace

std::vector<Surface> land_mask(const std::filesystem::path& land_file,
                               const geo::GridGeometry& grid, const std::string& crs) {
    constexpr double south_deg = 20.0; // beyond the corners of the polar grids
    const auto polygons = polygons_in_plane(land_file, crs, south_deg);

    const int columns = grid.columns * finer;
    const int rows = grid.rows * finer;
    const std::unique_ptr<GDALDataset> raster(
        GetGDALDriverManager()->GetDriverByName("MEM")->Create("", columns, rows, 1, GDT_Byte,
                                                               nullptr));
    const double cell_m = grid.cell_m / finer;
    std::array<double, 6> transform{grid.left_m, cell_m, 0.0, grid.top_m, 0.0, -cell_m};
    raster->SetGeoTransform(transform.data());
    std::vector<OGRGeometryH> handles;
    for (const auto& polygon : polygons) {
        handles.push_back(OGRGeometry::ToHandle(polygon.get()));
    }
    int band = 1;
    const std::vector<double> burn(handles.size(), 1.0);
    std::vector<std::uint8_t> fine(static_cast<std::size_t>(columns) *
                                   static_cast<std::size_t>(rows));
    if (GDALRasterizeGeometries(raster.get(), 1, &band, static_cast<int>(handles.size()),
                                handles.data(), nullptr, nullptr, burn.data(), nullptr, nullptr,
                                nullptr) != CE_None ||
        raster->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, columns, rows, fine.data(), columns, rows,
                                           GDT_Byte, 0, 0, nullptr) != CE_None) {
        throw Error(ErrorCode::malformed, fmt::format("{}: cannot rasterise: {}",
                                                      land_file.string(), CPLGetLastErrorMsg()));
    }

    std::vector<Surface> mask(grid.cell_count(), Surface::sea);
    for (std::uint32_t index = 0; index < mask.size(); ++index) {
        const geo::GridCell cell = grid.cell(index);
        int covered = 0;
        for (int v = 0; v < finer; ++v) {
            const auto start =
                static_cast<std::size_t>(cell.row * finer + v) * static_cast<std::size_t>(columns) +
                static_cast<std::size_t>(cell.column * finer);
            covered += static_cast<int>(std::count(
                fine.begin() + static_cast<std::ptrdiff_t>(start),
                fine.begin() + static_cast<std::ptrdiff_t>(start) + finer, std::uint8_t{1}));
        }
        if (2 * covered > finer * finer) {
            mask[index] = Surface::land;
        }
    }
    for (std::uint32_t index = 0; index < mask.size(); ++index) {
        const geo::GridCell cell = grid.cell(index);
        if (mask[index] != Surface::land) {
            continue;
        }
        for (const auto& [i, j] :
             std::array<std::pair<int, int>, 4>{{{-1, 0}, {1, 0}, {0, -1}, {0, 1}}}) {
            const geo::GridCell neighbour{cell.column + i, cell.row + j};
            if (grid.contains(neighbour) && mask[grid.index(neighbour)] == Surface::sea) {
                mask[index] = Surface::coast;
                break;
            }
        }
    }
    return mask;
}

} // namespace fairlead::sample
