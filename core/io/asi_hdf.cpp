// SPDX-License-Identifier: Apache-2.0
#include "core/io/asi_hdf.hpp"

#include "core/base/error.hpp"
#include "core/io/file_date.hpp"
#include "core/io/gdal_raster.hpp"
#include "core/io/nsidc_grid.hpp"
#include "core/io/raster_decode.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead::io {
namespace {

constexpr const char* driver = "HDF4";

env::FieldSlice read_slice(const SourceFile& file, const DecodeRule& rule) {
    const GdalRaster raster(file, driver);
    auto percent = raster.numbers(1);
    const auto columns = static_cast<std::ptrdiff_t>(raster.columns());
    const auto rows = static_cast<std::ptrdiff_t>(raster.rows());
    for (std::ptrdiff_t row = 0; row < rows / 2; ++row) {
        std::swap_ranges(percent.begin() + row * columns, percent.begin() + (row + 1) * columns,
                         percent.begin() + (rows - 1 - row) * columns);
    }
    return decode(percent, rule);
}

} // namespace

RasterFile open_asi_hdf(const SourceFile& file, GridCache& grids) {
    if (file.path.starts_with("/vsi")) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: HDF4 cannot be read from inside an archive; unpack it first",
                                file.name));
    }
    const GdalRaster raster(file, driver);
    const auto title = raster.metadata("long_name");
    const auto columns = raster.columns();
    const auto rows = raster.rows();
    const bool south = title.find("Antarctic") != std::string::npos;
    const auto grid = nsidc_grid(!south, columns, rows, grids);
    const auto date = date_in_name(title);
    if (!title.starts_with("ASI Ice Concentration") || !grid || !date) {
        throw Error(
            ErrorCode::unsupported,
            fmt::format(
                "{}: of HDF4 only Bremen's ASI concentration is read (long_name 'ASI Ice "
                "Concentration, ..., date, ...' on a 6.25 or 3.125 km NSIDC grid); this has "
                "'{}' and {} x {} cells",
                file.name, title, columns, rows));
    }
    const auto day = std::chrono::floor<std::chrono::days>(date->time);
    const auto named = date_in_name(file.file_name());
    if (named && std::chrono::floor<std::chrono::days>(named->time) != day) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: its name says {}, its long_name {}; one of them is wrong",
                                file.name, format_instant(named->time),
                                format_instant(date->time)));
    }
    DecodeRule rule;
    rule.variable = env::Variable::sea_ice_concentration;
    rule.unit_scale = 0.01;
    RasterVariable made;
    made.variable = rule.variable;
    made.name = "ASI Ice Concentration";
    made.unit = "percent";
    made.crs = south ? "EPSG:3412" : "EPSG:3411";
    made.grid = grid;
    made.slices = {daily_mean(day, file.name)};
    made.step = Duration::hours(24.0);
    made.land_is_missing = true;
    made.read = [file, rule](std::size_t) { return read_slice(file, rule); };
    made.corrected = {
        fmt::format("no georeference in the file: NSIDC's grid of its size on {} is used",
                    made.crs),
        "rows run from south to north in the file: turned", "converted from percent to fraction",
        "daily mean: stands for noon, valid from midnight to midnight"};
    RasterFile found;
    found.product = "bremen-asi-amsr2";
    found.format = "HDF4";
    found.variables.push_back(std::move(made));
    return found;
}

} // namespace fairlead::io
