// SPDX-License-Identifier: Apache-2.0
#include "core/io/raster_crs.hpp"

#include "core/io/gdal_session.hpp"

#include <cpl_conv.h>
#include <fmt/format.h>
#include <ogr_spatialref.h>

#include <memory>

namespace fairlead::io {

std::string crs_text(const OGRSpatialReference& reference) {
    const GdalSession gdal;
    const char* const authority = reference.GetAuthorityName(nullptr);
    const char* const code = reference.GetAuthorityCode(nullptr);
    if (authority != nullptr && code != nullptr) {
        return fmt::format("{}:{}", authority, code);
    }
    char* raw = nullptr;
    const char* const options[] = {"FORMAT=WKT2_2019", nullptr};
    reference.exportToWkt(&raw, options);
    const std::unique_ptr<char, decltype(&CPLFree)> wkt(raw, &CPLFree);
    return wkt ? wkt.get() : "";
}

std::string crs_name(const std::string& text) {
    const GdalSession gdal;
    if (text.find('[') == std::string::npos) {
        return text;
    }
    OGRSpatialReference reference;
    if (reference.importFromWkt(text.c_str()) != OGRERR_NONE) {
        return "unknown CRS";
    }
    const char* const name = reference.GetName();
    const char* const method = reference.GetAttrValue("PROJECTION");
    std::string all = name == nullptr ? "unnamed" : name;
    return method == nullptr ? all : fmt::format("{} ({})", all, method);
}

} // namespace fairlead::io
