// SPDX-License-Identifier: Apache-2.0
#include "core/io/geopackage_parts.hpp"

#include "core/io/lonlat_line.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>

#include <atomic>

namespace fairlead::io {
namespace {

struct CloseDataset {
    void operator()(GDALDataset* dataset) const noexcept { GDALClose(dataset); }
};

/// A file in memory, gone with its owner.
class MemoryFile {
  public:
    MemoryFile() {
        static std::atomic<unsigned> made{0};
        path_ = fmt::format("/vsimem/fairlead-geopackage-{}.gpkg", made++);
    }
    ~MemoryFile() { VSIUnlink(path_.c_str()); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    [[nodiscard]] const std::string& path() const noexcept { return path_; }
    [[nodiscard]] std::string bytes() const {
        vsi_l_offset count = 0;
        const auto* const data = VSIGetMemFileBuffer(path_.c_str(), &count, FALSE);
        return data == nullptr ? "" : std::string(reinterpret_cast<const char*>(data), count);
    }

  private:
    std::string path_;
};

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
    const MemoryFile file;
    const auto fail = [&] {
        throw Error(ErrorCode::io,
                    fmt::format("{}: cannot be written ({})", name, gdal.complaint()));
    };
    auto* const driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    if (driver == nullptr) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: GDAL was built without GeoPackage here", name));
    }
    std::unique_ptr<GDALDataset, CloseDataset> dataset(
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
