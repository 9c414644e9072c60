// SPDX-License-Identifier: Apache-2.0
#include "core/io/geopackage_parts.hpp"

#include "core/io/lonlat_line.hpp"
#include "core/io/memory_file.hpp"

#include <cpl_conv.h>

namespace fairlead::io {
namespace {

/// The date that GDAL puts into a file while it lives: without it no two files are the same.
class FixedDate {
  public:
    FixedDate() { CPLSetThreadLocalConfigOption(key, "2000-01-01T00:00:00.000Z"); }
    ~FixedDate() { CPLSetThreadLocalConfigOption(key, nullptr); }
    FixedDate(const FixedDate&) = delete;
    FixedDate& operator=(const FixedDate&) = delete;

  private:
    static constexpr const char* key = "OGR_CURRENT_DATE";
};

} // namespace

OGRMultiLineString line_geometry(std::span<const geo::Position> places) {
    OGRMultiLineString parts;
    for (const auto& part : lonlat_line(places)) {
        OGRLineString line;
        for (const auto& point : part) {
            line.addPoint(point.longitude_deg, point.latitude_deg);
        }
        parts.addGeometry(&line);
    }
    return parts;
}

OGRPoint point_geometry(const geo::Position& position) {
    return {position.longitude_deg(), position.latitude_deg()};
}

std::string geopackage_bytes(const std::string& name,
                             const std::function<void(GDALDataset&, const GdalSession&)>& write) {
    const GdalSession gdal;
    const FixedDate date;
    const MemoryFile file(".gpkg");
    const auto fail = [&] {
        throw Error(ErrorCode::io,
                    fmt::format("{}: cannot be written ({})", name, gdal.complaint()));
    };
    auto* const driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    if (driver == nullptr) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: GDAL was built without GeoPackage here", name));
    }
    GDALDatasetUniquePtr dataset(
        driver->Create(file.path().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!dataset) {
        fail();
    }
    dataset->StartTransaction();
    write(*dataset, gdal);
    if (dataset->CommitTransaction() != OGRERR_NONE) {
        fail();
    }
    dataset.reset();
    auto bytes = file.bytes();
    if (bytes.empty()) {
        fail();
    }
    return bytes;
}

} // namespace fairlead::io
