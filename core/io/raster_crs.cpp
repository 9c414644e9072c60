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
    static constexpr const char* grib_stand_in = "Coordinate System imported from GRIB file";
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
    // GDAL's own stand-ins for a name the file does not give.
    const std::string all = name == nullptr ? "unnamed" : name;
    const bool is_named = all != "unnamed" && all != "unknown" && all != grib_stand_in;
    if (method == nullptr) {
        return is_named ? all : reference.IsGeographic() ? "latitude and longitude" : "unnamed CRS";
    }
    return is_named ? fmt::format("{} ({})", all, method) : method;
}

} // namespace fairlead::io
