// SPDX-License-Identifier: Apache-2.0
#include "core/io/geotiff.hpp"

#include "core/base/error.hpp"
#include "core/io/cf_names.hpp"
#include "core/io/file_date.hpp"
#include "core/io/gdal_raster.hpp"
#include "core/io/gdal_session.hpp"
#include "core/io/raster_crs.hpp"
#include "core/io/raster_decode.hpp"
#include "core/io/raster_units.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead::io {
namespace {

using env::Quality;

constexpr const char* elevation_note = "elevation turned into depth, positive down; land has none";

env::Field::Loader band_loader(const SourceFile& file, int band, DecodeRule rule) {
    return [file, band, rule = std::move(rule)](std::size_t) {
        const GdalRaster raster(file, "GTiff");
        return decode(raster.numbers(band), rule);
    };
}

/// Size, sample type, colour table and CRS of the Sea Ice Index's GeoTIFFs.
bool is_g02135(const GdalRaster& raster) {
    const GdalSession gdal;
    const bool north = raster.columns() == 304 && raster.rows() == 448;
    const bool south = raster.columns() == 316 && raster.rows() == 332;
    if (raster.band_count() != 1 || !(north || south)) {
        return false;
    }
    auto& band = raster.band(1);
    const auto crs = raster.crs();
    return band.GetRasterDataType() == GDT_UInt16 && band.GetColorTable() != nullptr &&
           crs == (north ? "EPSG:3413" : "EPSG:3976");
}

RasterVariable g02135(const GdalRaster& raster, GridCache& grids) {
    const auto& file = raster.file();
    const auto date = date_in_name(file.file_name());
    if (!date) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: a G02135 GeoTIFF has its date only in its name, as in "
                                "N_20250101_concentration_v3.0.tif",
                                file.name));
    }
    RasterVariable made;
    made.variable = env::Variable::sea_ice_concentration;
    made.name = "band 1";
    made.unit = "percent x 10";
    made.crs = raster.crs();
    made.grid = raster.grid(grids);
    made.slices = {daily_mean(std::chrono::floor<std::chrono::days>(date->time), file.name)};
    made.step = Duration::hours(24.0);
    DecodeRule rule;
    rule.variable = made.variable;
    rule.scale = 0.001;
    rule.codes = {{2510.0, Quality::pole_hole},
                  {2530.0, Quality::coast},
                  {2540.0, Quality::land},
                  {2550.0, Quality::missing}};
    rule.valid_maximum = 1000.0;
    made.read = band_loader(file, 1, rule);
    made.corrected = {
        "no nodata value in the file: codes 2510, 2530, 2540 and 2550 taken as pole hole, coast, "
        "land and missing; the rest divided by 1000",
        "daily mean of the date in the file's name: stands for noon, valid from midnight to "
        "midnight"};
    return made;
}

bool is_etopo5(const GdalRaster& raster) {
    return raster.band_count() == 1 && raster.metadata("NETCDF_VARNAME", 1) == "ROSE" &&
           !raster.metadata("ETOPO05_X#units").empty();
}

RasterVariable etopo5_depth(const GdalRaster& raster, GridCache& grids) {
    RasterVariable made;
    made.variable = env::Variable::sea_floor_depth;
    made.name = "ROSE";
    made.unit = raster.metadata("units", 1);
    made.crs = raster.crs();
    made.grid = raster.grid(grids);
    DecodeRule rule;
    rule.variable = made.variable;
    const auto unit = expect_unit_conversion(made.variable, made.unit,
                                             fmt::format("{}, band 1", raster.file().name));
    rule.unit_scale = -unit.scale;
    made.read = band_loader(raster.file(), 1, rule);
    made.corrected = {elevation_note};
    made.suspected = {"ETOPO5 is of 1988: depths away from soundings are interpolated"};
    return made;
}

/// What a band holds.
struct BandContent {
    env::Variable variable = env::Variable::sea_ice_concentration;
    bool is_elevation = false; ///< depth, but positive up
    bool is_named = true;      ///< the file says so itself
};

/// What a band says it holds; the file may say it for its only band.
std::optional<BandContent> named_content(const GdalRaster& raster, int number) {
    std::vector<std::string> names;
    for (const auto* const key : {"standard_name", "NETCDF_VARNAME", "DESCRIPTION"}) {
        names.push_back(raster.metadata(key, number));
        if (raster.band_count() == 1) {
            names.push_back(raster.metadata(key));
        }
    }
    const GdalSession gdal;
    names.emplace_back(raster.band(number).GetDescription());
    for (const auto& name : names) {
        if (const auto variable = env::variable_named(name)) {
            return BandContent{*variable, false, true};
        }
        if (is_elevation_name(name)) {
            return BandContent{env::Variable::sea_floor_depth, true, true};
        }
    }
    return std::nullopt;
}

/// Depths and elevations look alike but for their sign. Taken for each other they turn mountains
/// into deep water, so what may be either must say what it is.
void expect_depth_not_elevation(const GdalRaster& raster, int number, const DecodeRule& rule) {
    if (const auto below_zero = count_below_zero(raster.numbers(number), rule); below_zero > 0) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}, band {}: {} values are below 0 and the file does not say "
                                "whether it holds depths or elevations; say so (gdal_translate -mo "
                                "standard_name=height_above_mean_sea_level, or "
                                "sea_floor_depth_below_sea_level where land is below 0)",
                                raster.file().name, number, below_zero));
    }
}

/// Instant of the whole file: its metadata, else its name.
void add_time(const GdalRaster& raster, RasterVariable& made) {
    const auto& file = raster.file();
    for (const auto* const key : {"valid_time", "time_coverage_start", "TIFFTAG_DATETIME"}) {
        auto text = raster.metadata(key);
        if (text.empty()) {
            continue;
        }
        if (text.size() >= 10 && text[4] == ':' &&
            text[7] == ':') { // 2018:06:01 12:00:00, TIFF 6.0
            text[4] = text[7] = '-';
        }
        const auto time = parse_instant(text, fmt::format("{}, {}", file.name, key));
        made.slices = {{time, time, time, file.name}};
        made.corrected.push_back(
            fmt::format("time {} from its metadata {}", format_instant(time), key));
        return;
    }
    if (made.variable == env::Variable::sea_floor_depth) {
        return;
    }
    if (const auto date = date_in_name(file.file_name())) {
        if (date->has_time_of_day) {
            made.slices = {{date->time, date->time, date->time, file.name}};
        } else {
            made.slices = {
                daily_mean(std::chrono::floor<std::chrono::days>(date->time), file.name)};
            made.step = Duration::hours(24.0);
        }
        made.corrected.push_back(fmt::format("no time in the file: {} from its name",
                                             format_instant(made.slices.front().time)));
        return;
    }
    made.suspected.emplace_back(
        "no time in the file or its name: its values are taken as valid always");
}

RasterVariable plain_band(const GdalRaster& raster, int number, const BandContent& content,
                          const RasterOptions& options, GridCache& grids) {
    const auto& file = raster.file();
    const auto variable = content.variable;
    const auto where = fmt::format("{}, band {}", file.name, number);
    RasterVariable made;
    made.variable = variable;
    made.name = fmt::format("band {}", number);
    made.crs = crs_name(raster.crs());
    made.grid = raster.grid(grids);
    DecodeRule rule;
    rule.variable = variable;
    {
        const GdalSession gdal;
        auto& band = raster.band(number);
        made.unit = band.GetUnitType();
        int has = 0;
        if (const double fill = band.GetNoDataValue(&has); has != 0) {
            rule.missing.push_back(fill);
        }
        if (const double scale = band.GetScale(&has); has != 0) {
            rule.scale = scale;
        }
        if (const double offset = band.GetOffset(&has); has != 0) {
            rule.offset = offset;
        }
    }
    expect_packing(rule.scale, rule.offset, where);
    for (const auto& other : {raster.metadata("units", number), raster.metadata("units")}) {
        made.unit = made.unit.empty() ? other : made.unit;
    }
    if (made.unit.empty() && !options.unit.empty()) {
        made.unit = options.unit;
        made.corrected.push_back(unit_as_stated(options.unit));
    } else if (made.unit.empty()) {
        made.unit = env::info(variable).unit;
        made.unit_assumed = true;
        made.suspected.push_back(unit_as_assumed(variable));
    }
    const auto unit = expect_unit_conversion(variable, made.unit, where);
    if (unit.changes_values()) {
        made.corrected.push_back(
            fmt::format("converted from {} to {}", made.unit, env::unit_name(variable)));
    }
    rule.unit_scale = content.is_elevation ? -unit.scale : unit.scale;
    rule.unit_offset = unit.offset;
    if (content.is_elevation) {
        made.corrected.emplace_back(elevation_note);
    } else if (variable == env::Variable::sea_floor_depth && !content.is_named) {
        expect_depth_not_elevation(raster, number, rule);
    }
    made.land_is_missing = variable != env::Variable::sea_floor_depth;
    add_time(raster, made);
    if (!content.is_named) {
        made.suspected.push_back(fmt::format("the file does not say what it holds: taken as {}",
                                             env::info(variable).name));
    }
    if (const int pictures = raster.picture_count(); pictures > 1) {
        made.suspected.push_back(
            fmt::format("the file holds {} pictures: only the first is read", pictures));
    }
    made.read = band_loader(file, number, rule);
    return made;
}

} // namespace

RasterFile open_geotiff(const SourceFile& file, const RasterOptions& options, GridCache& grids) {
    const GdalRaster raster(file, "GTiff");
    RasterFile found;
    found.format = "GeoTIFF";
    const bool index = is_g02135(raster);
    const bool relief = is_etopo5(raster);
    if (index && relief) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: fits two products, nsidc-g02135-tif (size, colour table, CRS) "
                                "and etopo5 (metadata)",
                                file.name));
    }
    if (index || relief) {
        found.product = index ? "nsidc-g02135-tif" : "etopo5";
        found.variables.push_back(index ? g02135(raster, grids) : etopo5_depth(raster, grids));
        return found;
    }
    found.product = "geotiff";
    for (int number = 1; number <= raster.band_count(); ++number) {
        if (const auto content = named_content(raster, number)) {
            found.variables.push_back(plain_band(raster, number, *content, options, grids));
        }
    }
    if (found.variables.empty() && options.variable) {
        if (raster.band_count() != 1) {
            throw Error(
                ErrorCode::unsupported,
                fmt::format(
                    "{}: none of its {} bands says that it is {} (by description or standard_name)",
                    file.name, raster.band_count(), env::info(*options.variable).name));
        }
        found.variables.push_back(
            plain_band(raster, 1, {*options.variable, false, false}, options, grids));
    }
    return found;
}

} // namespace fairlead::io
