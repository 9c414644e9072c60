// SPDX-License-Identifier: Apache-2.0
#include "core/io/grib.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/io/gdal_raster.hpp"
#include "core/io/gdal_session.hpp"
#include "core/io/raster_crs.hpp"
#include "core/io/raster_decode.hpp"
#include "core/io/raster_units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <mutex>
#include <set>

namespace fairlead::io {
namespace {

/// Discipline, category, number, and GDAL's short name of the level.
struct Parameter {
    int discipline;
    int category;
    int number;
    std::string_view level;
    auto operator<=>(const Parameter&) const = default;
};

struct KnownParameter {
    Parameter parameter;
    env::Variable variable;
    bool is_vector;
};

constexpr std::array known_parameters{
    KnownParameter{{0, 2, 2, "10-HTGL"}, env::Variable::eastward_wind, true},
    KnownParameter{{0, 2, 3, "10-HTGL"}, env::Variable::northward_wind, true},
    KnownParameter{{0, 0, 0, "2-HTGL"}, env::Variable::air_temperature, false},
    KnownParameter{{10, 2, 0, "0-SFC"}, env::Variable::sea_ice_concentration, false},
    KnownParameter{{10, 2, 1, "0-SFC"}, env::Variable::sea_ice_thickness, false},
    KnownParameter{{10, 0, 3, "0-SFC"}, env::Variable::significant_wave_height, false},
    KnownParameter{{10, 0, 14, "0-SFC"}, env::Variable::mean_wave_direction, false},
    KnownParameter{{10, 0, 15, "0-SFC"}, env::Variable::mean_wave_period, false},
    KnownParameter{{10, 1, 2, "0-SFC"}, env::Variable::eastward_current, true},
    KnownParameter{{10, 1, 3, "0-SFC"}, env::Variable::northward_current, true},
};
/// Land fraction of the model's cells, to tell land from sea without ice.
constexpr Parameter land_fraction{2, 0, 0, "0-SFC"};

struct Message {
    int band = 0;
    Instant time;
    std::string unit;
    std::string element;
    std::optional<double> nodata;
};

struct Parsed {
    int discipline = -1;
    int category = -1;
    int number = -1;
    std::string level;
    [[nodiscard]] bool is(const Parameter& wanted) const {
        return discipline == wanted.discipline && category == wanted.category &&
               number == wanted.number && level == wanted.level;
    }
};

std::optional<int> leading_integer(const std::string& text) {
    const auto digits = text.substr(0, text.find_first_not_of("0123456789"));
    const auto number = parse_number(digits);
    return number && *number < 1e6 ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

std::optional<Parsed> parse_band(const GdalRaster& raster, int band) {
    Parsed parsed;
    const auto discipline = leading_integer(raster.metadata("GRIB_DISCIPLINE", band));
    const auto numbers = split(raster.metadata("GRIB_PDS_TEMPLATE_NUMBERS", band), ' ');
    const auto kind = raster.metadata("GRIB_PDS_PDTN", band);
    // Values at an instant, of a forecast or one member of it; no means, extremes, probabilities.
    if (!discipline || numbers.size() < 2 || (kind != "0" && kind != "1")) {
        return std::nullopt;
    }
    parsed.discipline = *discipline;
    parsed.category = leading_integer(numbers[0]).value_or(-1);
    parsed.number = leading_integer(numbers[1]).value_or(-1);
    parsed.level = raster.metadata("GRIB_SHORT_NAME", band);
    return parsed;
}

Instant valid_time(const GdalRaster& raster, int band) {
    const auto text =
        raster.metadata("GRIB_VALID_TIME", band); // "1318291200" or "1318291200 sec UTC"
    const auto seconds = parse_number(text.substr(0, text.find(' ')));
    if (!seconds || !(*seconds > -1e11 && *seconds < 1e11)) {
        throw Error(ErrorCode::malformed, fmt::format("{}: message {} has valid time '{}'",
                                                      raster.file().name, band, text));
    }
    return Instant{std::chrono::seconds{static_cast<long long>(*seconds)}};
}

Message make_message(const GdalRaster& raster, int band) {
    Message message{band, valid_time(raster, band), raster.metadata("GRIB_UNIT", band),
                    raster.metadata("GRIB_ELEMENT", band), std::nullopt};
    const GdalSession gdal;
    int has = 0;
    if (const double nodata = raster.band(band).GetNoDataValue(&has); has != 0) {
        message.nodata = nodata;
    }
    return message;
}

/// Reads messages of one file, which stays open: finding them again takes long.
class GribReader {
  public:
    GribReader(SourceFile file, DecodeRule rule, std::vector<Message> messages,
               std::map<Instant, int> land_bands)
        : file_(std::move(file)), rule_(std::move(rule)), messages_(std::move(messages)),
          land_(std::move(land_bands)) {}

    env::FieldSlice read(std::size_t index) {
        const std::scoped_lock lock(mutex_);
        if (!raster_) {
            raster_ = std::make_unique<GdalRaster>(file_, "GRIB");
        }
        const auto& message = messages_[index];
        auto rule = rule_;
        if (message.nodata) {
            rule.missing.push_back(*message.nodata);
        }
        auto slice = decode(raster_->numbers(message.band), rule);
        if (const auto land = land_.find(message.time); land != land_.end()) {
            const auto fraction = raster_->numbers(land->second);
            for (std::size_t i = 0; i < fraction.size(); ++i) {
                if (fraction[i] >= 0.5) {
                    slice.quality[i] = env::Quality::land;
                    slice.value[i] = std::nanf("");
                }
            }
        }
        if (messages_.size() == 1) {
            raster_.reset();
        }
        return slice;
    }

  private:
    SourceFile file_;
    DecodeRule rule_;
    std::vector<Message> messages_;
    std::map<Instant, int> land_;
    std::mutex mutex_;
    std::unique_ptr<GdalRaster> raster_;
};

RasterVariable make_variable(const GdalRaster& raster, const KnownParameter& known,
                             std::vector<Message> messages,
                             const std::map<Instant, int>& land_bands, GridCache& grids) {
    const auto& file = raster.file();
    std::stable_sort(messages.begin(), messages.end(),
                     [](const Message& a, const Message& b) { return a.time < b.time; });
    RasterVariable made;
    made.variable = known.variable;
    made.name = fmt::format("{} at {}", messages.front().element, known.parameter.level);
    made.unit = messages.front().unit;
    made.crs = crs_name(raster.crs());
    made.grid = raster.grid(grids);
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const auto time = messages[i].time;
        if (i > 0 && messages[i - 1].time == time) {
            throw Error(
                ErrorCode::unsupported,
                fmt::format(
                    "{}: messages {} and {} are both {} for {}; keep one (an ensemble member?)",
                    file.name, messages[i - 1].band, messages[i].band, made.name,
                    format_instant(time)));
        }
        made.slices.push_back(
            {time, time, time, fmt::format("{}, message {}", file.name, messages[i].band)});
    }
    if (known.is_vector && !raster.is_geographic()) {
        throw Error(
            ErrorCode::unsupported,
            fmt::format("{}: {} lies on a projected grid and GDAL does not tell whether its "
                        "vectors run along the "
                        "grid; put it on latitude and longitude (wgrib2 -new_grid_winds earth)",
                        file.name, made.name));
    }
    DecodeRule rule;
    rule.variable = known.variable;
    const auto unit = expect_unit_conversion(known.variable, made.unit,
                                             fmt::format("{}, {}", file.name, made.name));
    rule.unit_scale = unit.scale;
    rule.unit_offset = unit.offset;
    if (unit.changes_values()) {
        made.corrected.push_back(
            fmt::format("converted from {} to {}", made.unit, env::unit_name(known.variable)));
    }
    const bool is_ice = known.variable == env::Variable::sea_ice_concentration ||
                        known.variable == env::Variable::sea_ice_thickness;
    const bool has_land = is_ice && !land_bands.empty();
    if (has_land) {
        made.corrected.emplace_back(
            "ice is 0 on land in the file: cells that are land by its LAND field are flagged land");
    }
    made.land_is_missing = known.parameter.discipline == 10 && !has_land;
    auto reader = std::make_shared<GribReader>(file, rule, std::move(messages),
                                               has_land ? land_bands : std::map<Instant, int>{});
    made.read = [reader](std::size_t index) { return reader->read(index); };
    return made;
}

} // namespace

RasterFile open_grib(const SourceFile& file, const RasterOptions& options, GridCache& grids) {
    const GdalRaster raster(file, "GRIB");
    std::map<env::Variable, std::vector<Message>> messages;
    std::map<Instant, int> land_bands;
    std::set<std::string> elements;
    for (int band = 1; band <= raster.band_count(); ++band) {
        elements.insert(raster.metadata("GRIB_ELEMENT", band));
        const auto parsed = parse_band(raster, band);
        if (!parsed) {
            continue;
        }
        if (parsed->is(land_fraction)) {
            land_bands.emplace(valid_time(raster, band), band);
        }
        for (const auto& known : known_parameters) {
            if (parsed->is(known.parameter)) {
                messages[known.variable].push_back(make_message(raster, band));
            }
        }
    }
    RasterFile found;
    const auto ids = raster.metadata("GRIB_IDS", 1);
    found.product = ids.find("US-NCEP") != std::string::npos ? "ncep-grib" : "grib";
    found.format = "GRIB";
    if (messages.empty()) {
        found.unknown.assign(elements.begin(), elements.end());
    }
    for (const auto& known : known_parameters) {
        const auto mine = messages.find(known.variable);
        if (mine == messages.end() || (options.variable && *options.variable != known.variable)) {
            continue;
        }
        try {
            found.variables.push_back(
                make_variable(raster, known, mine->second, land_bands, grids));
        } catch (const Error& error) {
            if (options.variable) {
                throw;
            }
            found.problems.emplace_back(error.what());
        }
    }
    return found;
}

} // namespace fairlead::io
