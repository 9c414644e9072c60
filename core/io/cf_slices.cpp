// SPDX-License-Identifier: Apache-2.0
#include "core/io/cf_slices.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/io/cf_time.hpp"
#include "core/io/file_date.hpp"
#include "core/io/gdal_session.hpp"
#include "core/io/raster_units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace fairlead::io {
namespace {

struct Stamp {
    Instant time;
    std::optional<std::pair<Instant, Instant>> bounds;
};

std::string where_of(const CfDataset& dataset, const GDALMDArray& array) {
    return fmt::format("{}, array '{}'", dataset.file().name, array.GetName());
}

bool is_time(const GDALMDArray& coordinate) {
    return CfTimeUnit::looks_like_one(coordinate.GetUnit()) ||
           text_attribute(coordinate, "standard_name") == "time" ||
           text_attribute(coordinate, "axis") == "T" || to_lower(coordinate.GetName()) == "time";
}

/// A height, depth or pressure (CF 1.8, section 4.3): not a member of an ensemble, not a class of
/// ice thickness, of which none may be picked for the rest.
bool is_level(const GDALMDArray& coordinate) {
    constexpr std::array pressures{"pa", "hpa", "mb", "mbar", "millibar", "bar", "dbar"};
    const auto unit = to_lower(coordinate.GetUnit());
    return text_attribute(coordinate, "axis") == "Z" ||
           !text_attribute(coordinate, "positive").empty() || metres_in(unit) ||
           std::find(pressures.begin(), pressures.end(), unit) != pressures.end();
}

std::vector<Stamp> read_stamps(const CfDataset& dataset, const GDALMDArray& time) {
    const auto where = where_of(dataset, time);
    const CfTimeUnit unit(time.GetUnit(), text_attribute(time, "calendar"), where);
    std::vector<Stamp> stamps;
    for (const double number : dataset.coordinates(time)) {
        stamps.push_back({unit.instant(number), std::nullopt});
    }
    const auto bounds_name = text_attribute(time, "bounds");
    const auto bounds = bounds_name.empty() ? nullptr : dataset.array(bounds_name);
    if (!bounds || bounds->GetDimensionCount() != 2 || bounds->GetDimensions()[1]->GetSize() != 2) {
        return stamps;
    }
    // Bounds without a unit of their own have that of the axis (CF 1.8, section 7.1).
    const auto bounds_unit =
        bounds->GetUnit().empty()
            ? unit
            : CfTimeUnit(bounds->GetUnit(), text_attribute(time, "calendar"), where);
    const auto numbers = dataset.coordinates(*bounds);
    for (std::size_t i = 0; i < stamps.size() && 2 * i + 1 < numbers.size(); ++i) {
        const auto from = bounds_unit.instant(numbers[2 * i]);
        const auto until = bounds_unit.instant(numbers[2 * i + 1]);
        if (from < until) {
            stamps[i].bounds = std::pair{from, until};
        }
    }
    return stamps;
}

void add_slices(const std::vector<Stamp>& stamps, const CfProfile& profile, const std::string& file,
                CfSlices& found) {
    bool moved = false;
    for (std::size_t i = 0; i < stamps.size(); ++i) {
        const auto& stamp = stamps[i];
        const auto label = stamps.size() == 1 ? file : fmt::format("{}, step {}", file, i + 1);
        if (profile.daily_mean) {
            found.slices.push_back(
                daily_mean(std::chrono::floor<std::chrono::days>(stamp.time), label));
            moved = moved || found.slices.back().time != stamp.time;
        } else if (stamp.bounds) {
            const auto [from, until] = *stamp.bounds;
            found.slices.push_back({from + (until - from) / 2, from, until, label});
            moved = moved || found.slices.back().time != stamp.time;
        } else {
            found.slices.push_back({stamp.time, stamp.time, stamp.time, label});
        }
        if (i > 0 && found.slices[i].time <= found.slices[i - 1].time) {
            throw Error(ErrorCode::malformed,
                        fmt::format("{}: its times do not rise: {} is followed by {}", file,
                                    format_instant(stamps[i - 1].time),
                                    format_instant(stamp.time)));
        }
    }
    if (profile.daily_mean) {
        found.step = Duration::hours(24.0);
        found.corrected.push_back(
            fmt::format("daily mean: stands for noon, valid from midnight to midnight{}",
                        moved ? " (its stamp is another time of that day)" : ""));
    } else if (moved) {
        found.corrected.emplace_back(
            "mean over the bounds of its time: stands for the middle of them");
    }
}

/// The level a ship meets: 10 m for wind, 2 m for temperature, the shallowest for currents.
std::size_t choose_level(const CfDataset& dataset, const GDALMDArray& level, env::Variable variable,
                         const std::string& where, std::vector<std::string>& corrected) {
    const auto levels = dataset.coordinates(level);
    const bool is_wind =
        variable == env::Variable::eastward_wind || variable == env::Variable::northward_wind;
    std::optional<double> wanted;
    if (is_wind || variable == env::Variable::air_temperature) {
        wanted = is_wind ? 10.0 : 2.0;
        if (!metres_in(level.GetUnit())) {
            throw Error(ErrorCode::unsupported,
                        fmt::format("{}: its levels are in '{}'; {} m above ground is needed",
                                    where, level.GetUnit(), *wanted));
        }
    }
    std::size_t best = 0;
    for (std::size_t i = 1; i < levels.size(); ++i) {
        const auto distance = [&](std::size_t k) {
            return std::fabs(levels[k] - wanted.value_or(0.0));
        };
        best = distance(i) < distance(best) ? i : best;
    }
    if (wanted && std::fabs(levels[best] - *wanted) > 0.5) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: has no level of {} m; the nearest is {} {}", where, *wanted,
                                levels[best], level.GetUnit()));
    }
    corrected.push_back(fmt::format("of {} levels, the one at {:.4g} {} is used", levels.size(),
                                    levels[best], level.GetUnit()));
    return best;
}

/// The time of a file without a time axis: a lone time, the coverage it states, its name.
void add_lone_time(const CfDataset& dataset, const GDALMDArray& array, env::Variable variable,
                   const CfProfile& profile, CfSlices& found) {
    const auto& file = dataset.file().name;
    const auto lone = dataset.array("time");
    if (lone && lone->GetDimensionCount() == 0 && is_time(*lone)) {
        add_slices(read_stamps(dataset, *lone), profile, file, found);
        return;
    }
    if (variable == env::Variable::sea_floor_depth) {
        return;
    }
    if (const auto named = date_in_name(dataset.file().file_name())) {
        found.slices.push_back(
            named->has_time_of_day
                ? env::SliceInfo{named->time, named->time, named->time, file}
                : daily_mean(std::chrono::floor<std::chrono::days>(named->time), file));
        if (!named->has_time_of_day) {
            found.step = Duration::hours(24.0);
        }
        found.corrected.emplace_back("no time in the file: the date in its name is used");
        return;
    }
    found.suspected.push_back(fmt::format(
        "array '{}' has no time: its values are taken as valid always", array.GetName()));
}

} // namespace

CfSlices cf_slices(const CfDataset& dataset, const GDALMDArray& array, env::Variable variable,
                   const CfProfile& profile) {
    const GdalSession gdal;
    const auto where = where_of(dataset, array);
    const auto& dimensions = array.GetDimensions();
    CfSlices found;
    found.start.assign(dimensions.size(), 0);
    std::vector<Stamp> stamps;
    for (std::size_t d = 0; d + 2 < dimensions.size(); ++d) {
        const auto coordinate = coordinate_of(dataset, *dimensions[d]);
        if (coordinate && is_time(*coordinate) && !found.time_dimension) {
            found.time_dimension = d;
            stamps = read_stamps(dataset, *coordinate);
        } else if (dimensions[d]->GetSize() == 1) {
            continue;
        } else if (coordinate && is_level(*coordinate)) {
            found.start[d] = choose_level(dataset, *coordinate, variable, where, found.corrected);
        } else {
            throw Error(ErrorCode::unsupported,
                        fmt::format("{}: dimension '{}' of {} steps is neither a time nor a level",
                                    where, dimensions[d]->GetName(), dimensions[d]->GetSize()));
        }
    }
    if (found.time_dimension) {
        if (stamps.empty()) {
            throw Error(ErrorCode::malformed, fmt::format("{}: has no time steps", where));
        }
        add_slices(stamps, profile, dataset.file().name, found);
    } else {
        add_lone_time(dataset, array, variable, profile, found);
    }
    return found;
}

} // namespace fairlead::io
