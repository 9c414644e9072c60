// SPDX-License-Identifier: Apache-2.0
#include "core/io/layer_source.hpp"

#include "core/base/error.hpp"
#include "core/base/hash.hpp"
#include "core/base/text.hpp"
#include "core/env/fill.hpp"
#include "core/io/raster_file.hpp"
#include "core/io/raster_units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <utility>

namespace fairlead::io {
namespace {

namespace fs = std::filesystem;

/// SHA-256 of a file, remembered as long as the file does not change: one file often gives several
/// layers.
std::string remembered_sha256(const fs::path& file) {
    struct Key {
        std::string path;
        std::uintmax_t size;
        fs::file_time_type time;
        auto operator<=>(const Key&) const = default; // NOLINT(modernize-use-nullptr): its own 0
    };
    static std::mutex mutex;
    static std::map<Key, std::string> known;
    const Key key{fs::absolute(file).string(), fs::file_size(file), fs::last_write_time(file)};
    const std::scoped_lock lock(mutex);
    auto& hash = known[key];
    if (hash.empty()) {
        hash = sha256_of_file(file);
    }
    return hash;
}

/// How long a hole in a series may be before nobody should guess what was in it. Ice changes over
/// days and the sea under it too; wind and waves within hours.
Duration longest_bridged(env::Variable variable) {
    switch (variable) {
    case env::Variable::eastward_wind:
    case env::Variable::northward_wind:
    case env::Variable::significant_wave_height:
    case env::Variable::mean_wave_period:
    case env::Variable::mean_wave_direction:
    case env::Variable::air_temperature:
        return Duration::hours(24.0);
    default:
        return Duration::hours(10.0 * 24.0);
    }
}

LoadedLayer constant_layer(env::Variable variable, double value, const std::string& text) {
    const auto& about = env::info(variable);
    if (value < about.minimum || value > about.maximum) {
        throw Error(ErrorCode::out_of_range,
                    fmt::format("layer {}: {} is not a possible value; {} to {} are", about.name,
                                text, about.minimum,
                                env::with_unit(variable, fmt::format("{}", about.maximum))));
    }
    LoadedLayer loaded;
    loaded.product = "constant";
    loaded.layer.variable = variable;
    loaded.layer.constant = value;
    loaded.layer.label = "constant " + env::with_unit(variable, fmt::format("{:.6g}", value));
    loaded.sources.push_back(
        {std::string(about.name), loaded.layer.label, "", "constant", std::nullopt, std::nullopt});
    loaded.notes.push_back(fmt::format("{}: {} is assumed wherever no layer on top of it has data",
                                       about.name, env::with_unit(variable, text)));
    return loaded;
}

/// One file of a layer, and what it holds of the variable.
struct Part {
    SourceFile file;
    std::string product;
    RasterVariable raster;
};

std::string held_variables(const RasterFile& raster, env::Variable wanted) {
    std::vector<std::string> names;
    for (const auto& variable : raster.variables) {
        names.emplace_back(env::info(variable.variable).name);
    }
    if (!raster.without_use.empty()) {
        return raster.without_use;
    }
    // Arrays that say nothing of what they hold can be named; other formats have none.
    if (names.empty() && !raster.unknown.empty() && raster.format.starts_with("netCDF")) {
        return fmt::format("arrays {}, none of which says that it is {}; name the one meant, as "
                           "FILE:ARRAY (in a scenario, key 'array')",
                           fmt::join(raster.unknown, ", "), env::info(wanted).name);
    }
    return names.empty()
               ? "nothing Fairlead knows"
               : fmt::format("{}, but no {}", fmt::join(names, ", "), env::info(wanted).name);
}

/// The unit told is for files that give none; it must not seem to overrule one that does.
void expect_unit_as_told(const SourceFile& file, const RasterVariable& raster,
                         const std::string& told) {
    const auto own = unit_conversion(raster.variable, raster.unit);
    const auto meant = unit_conversion(raster.variable, told);
    const bool same = own && meant && own->scale == meant->scale && own->offset == meant->offset;
    if (!told.empty() && !same) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("{}: gives its values in '{}', but the layer is said to be in '{}'",
                                file.name, raster.unit, told));
    }
}

std::vector<Part> open_parts(env::Variable variable, const std::string& source,
                             const LayerOptions& options, LoadedLayer& loaded) {
    RasterOptions raster_options;
    raster_options.product = options.product;
    raster_options.unit = options.unit;
    raster_options.array = options.array;
    raster_options.variable = variable;
    GridCache grids;
    std::vector<Part> parts;
    std::string without; // the last file that holds something else
    for (const auto& file : expand_sources(source, options.base_folder)) {
        if (!file.named_itself && !looks_like_raster(file)) {
            loaded.notes.push_back(fmt::format("{}: skipped, no raster file", file.name));
            continue;
        }
        auto raster = open_raster(file, raster_options, grids);
        const auto found =
            std::find_if(raster.variables.begin(), raster.variables.end(),
                         [&](const RasterVariable& held) { return held.variable == variable; });
        if (found != raster.variables.end()) {
            expect_unit_as_told(file, *found, options.unit);
            parts.push_back({file, raster.product, std::move(*found)});
            continue;
        }
        raster_options.variable.reset();
        raster_options.array.clear();
        without = fmt::format("{} ({}) holds {}", file.name, raster.product,
                              held_variables(open_raster(file, raster_options, grids), variable));
        raster_options.variable = variable;
        raster_options.array = options.array;
        if (file.named_itself) {
            throw Error(ErrorCode::unsupported, without);
        }
        loaded.notes.push_back(without + "; skipped");
    }
    if (parts.empty()) {
        throw Error(ErrorCode::unsupported,
                    without.empty()
                        ? fmt::format("{}: no file in it is a raster Fairlead reads", source)
                        : fmt::format("{}: no file in it holds {}; {}", source,
                                      env::info(variable).name, without));
    }
    return parts;
}

void expect_one_grid(const std::vector<Part>& parts) {
    for (const auto& part : parts) {
        if (part.raster.grid != parts.front().raster.grid) {
            throw Error(
                ErrorCode::malformed,
                fmt::format("{} lies on another grid ({}) than {} ({}); give them as layers "
                            "of their own",
                            part.file.name, part.raster.grid->describe(), parts.front().file.name,
                            parts.front().raster.grid->describe()));
        }
    }
}

/// All slices of all files, in order of time.
struct Series {
    std::vector<env::SliceInfo> slices;
    std::vector<env::Field::Loader> loaders;
};

Series in_order(const std::vector<Part>& parts) {
    struct Entry {
        env::SliceInfo info;
        env::Field::Loader load;
    };
    std::vector<Entry> entries;
    for (const auto& part : parts) {
        for (std::size_t i = 0; i < part.raster.slices.size(); ++i) {
            entries.push_back({part.raster.slices[i],
                               [read = part.raster.read, i](std::size_t) { return read(i); }});
        }
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.info.time < b.info.time; });
    Series series;
    for (auto& entry : entries) {
        if (!series.slices.empty() && series.slices.back().time == entry.info.time) {
            throw Error(ErrorCode::malformed,
                        fmt::format("{} and {} are both for {}; give one of them",
                                    series.slices.back().file, entry.info.file,
                                    format_instant(entry.info.time)));
        }
        series.slices.push_back(std::move(entry.info));
        series.loaders.push_back(std::move(entry.load));
    }
    return series;
}

Duration usual_step(const std::vector<env::SliceInfo>& slices,
                    const std::optional<Duration>& known) {
    if (known) {
        return *known;
    }
    std::vector<double> steps_s;
    for (std::size_t i = 1; i < slices.size(); ++i) {
        steps_s.push_back(between(slices[i - 1].time, slices[i].time).in_seconds());
    }
    if (steps_s.empty()) {
        return Duration::hours(0.0);
    }
    const auto middle = steps_s.begin() + static_cast<std::ptrdiff_t>(steps_s.size() / 2);
    std::nth_element(steps_s.begin(), middle, steps_s.end());
    return Duration::seconds(*middle);
}

void warn_of_gaps(const std::vector<env::SliceInfo>& slices, env::StepLimits limits,
                  std::vector<std::string>& warnings) {
    constexpr std::size_t most_warnings = 20;
    std::size_t gaps = 0;
    for (std::size_t i = 1; i < slices.size(); ++i) {
        const auto step = between(slices[i - 1].time, slices[i].time);
        if (step <= limits.longest || ++gaps > most_warnings) {
            continue;
        }
        warnings.push_back(fmt::format(
            "no data between {} and {} ({}): {}", format_instant(slices[i - 1].time),
            format_instant(slices[i].time), format_duration(step),
            step <= limits.bridged
                ? "a known gap, interpolated in time"
                : "too long to interpolate, the time between counts as outside the data"));
    }
    if (gaps > most_warnings) {
        warnings.push_back(fmt::format("{} more gaps", gaps - most_warnings));
    }
}

std::shared_ptr<const env::Field> make_field(env::Variable variable, const std::vector<Part>& parts,
                                             LoadedLayer& loaded) {
    const auto& first = parts.front();
    const auto timeless = std::find_if(parts.begin(), parts.end(),
                                       [](const Part& part) { return part.raster.slices.empty(); });
    if (timeless != parts.end()) {
        if (parts.size() > 1) {
            throw Error(
                ErrorCode::malformed,
                fmt::format("{}: has no time, so it cannot be part of a series of {} files; give "
                            "it as a layer of its own",
                            timeless->file.name, parts.size()));
        }
        return env::Field::make_static(variable, first.raster.grid, first.file.name,
                                       [read = first.raster.read](std::size_t) { return read(0); });
    }
    auto series = in_order(parts);
    const env::StepLimits limits{usual_step(series.slices, first.raster.step) * 1.5,
                                 longest_bridged(variable)};
    warn_of_gaps(series.slices, limits, loaded.warnings);
    return std::make_shared<env::Field>(
        variable, first.raster.grid, std::move(series.slices),
        [loaders = std::move(series.loaders)](std::size_t index) { return loaders[index](index); },
        limits);
}

/// ", but from 25 to 100": what was met beside what can be.
std::string values_out_of_range(const env::FieldSlice& slice, env::Variable variable) {
    return slice.out_of_range
               ? fmt::format(
                     ", but from {:.6g} to {}", slice.out_of_range->least,
                     env::with_unit(variable, fmt::format("{:.6g}", slice.out_of_range->greatest)))
               : "";
}

/// A unit nobody stated must at least fit every value: percent taken as 1 would turn 1 % into
/// 10/10.
/// @param said_by as LayerOptions::unit_said_by.
void expect_fitting_unit(const env::Field& field, const std::vector<Part>& parts,
                         const std::string& said_by) {
    if (std::none_of(parts.begin(), parts.end(),
                     [](const Part& part) { return part.raster.unit_assumed; })) {
        return;
    }
    for (std::size_t i = 0; i < field.slices().size(); ++i) {
        const auto& slice = field.slice(i);
        const auto misfits =
            std::count(slice.quality.begin(), slice.quality.end(), env::Quality::out_of_range);
        if (misfits == 0) {
            continue;
        }
        const auto& about = env::info(field.variable());
        const bool is_percent = field.variable() == env::Variable::sea_ice_concentration &&
                                slice.out_of_range && slice.out_of_range->least >= 0.0 &&
                                slice.out_of_range->greatest <= 100.0;
        throw Error(
            ErrorCode::unsupported,
            fmt::format(
                "{}: gives no unit for {}, and {} of its {} values are not within {} to "
                "{}{}; say their unit{}{}{}",
                field.slices()[i].file, about.name, misfits, slice.quality.size(), about.minimum,
                env::with_unit(field.variable(), fmt::format("{}", about.maximum)),
                values_out_of_range(slice, field.variable()),
                is_percent ? ", which looks like %" : "", said_by.empty() ? "" : ", by ", said_by));
    }
}

/// Fractions called percent would make open water of any ice.
void expect_percent(const env::Field& field, const RasterVariable& raster,
                    const std::string& source) {
    const auto unit = unit_conversion(field.variable(), raster.unit);
    if (field.variable() != env::Variable::sea_ice_concentration || !unit || unit->scale >= 1.0) {
        return;
    }
    double greatest = 0.0;
    for (std::size_t i = 0; i < field.slices().size() && greatest <= unit->scale; ++i) {
        const auto& slice = field.slice(i);
        for (std::size_t k = 0; k < slice.value.size(); ++k) {
            if (env::usable(slice.quality[k])) {
                greatest = std::max(greatest, static_cast<double>(slice.value[k]));
            }
        }
    }
    if (are_fractions_called_otherwise(field.variable(), raster.unit, greatest)) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: its unit is '{}', but no concentration is more than one of "
                                "it; if they are fractions, correct the unit of the file",
                                source, raster.unit));
    }
}

/// Some slice must have something to say: a file of fill values alone is no data.
void expect_values(const env::Field& field, const std::string& unit, const std::string& source) {
    const auto& about = env::info(field.variable());
    std::string refused;
    for (std::size_t i = 0; i < field.slices().size(); ++i) {
        const auto& slice = field.slice(i);
        if (std::any_of(slice.quality.begin(), slice.quality.end(),
                        [](env::Quality q) { return env::usable(q); })) {
            return;
        }
        if (refused.empty() && slice.out_of_range) {
            refused = fmt::format(
                "{} values are not within {} to {}{}; if their unit is not '{}', correct the file",
                std::count(slice.quality.begin(), slice.quality.end(), env::Quality::out_of_range),
                about.minimum, env::with_unit(about.variable, fmt::format("{}", about.maximum)),
                values_out_of_range(slice, about.variable), unit);
        }
    }
    throw Error(ErrorCode::malformed,
                fmt::format("{}: holds no usable value of {}: {}", source, about.name,
                            refused.empty() ? "all cells are missing or land" : refused));
}

/// Three cells bring the ice of the open sea into fjords that a product does not resolve; on a
/// coarse grid they would bring it to another sea.
constexpr int usual_coast_reach_cells = 3;
constexpr double usual_coast_reach_km = 100.0;

std::shared_ptr<const env::Field> fill_coast(std::shared_ptr<const env::Field> field,
                                             const RasterVariable& raster,
                                             std::optional<int> wanted_cells,
                                             std::vector<std::string>& notes) {
    const int reach_cells = wanted_cells.value_or(
        std::min(usual_coast_reach_cells,
                 static_cast<int>(usual_coast_reach_km / field->grid().spacing().in_kilometres())));
    if (field->variable() == env::Variable::sea_floor_depth || reach_cells <= 0) {
        return field;
    }
    env::FillRule rule;
    rule.qualities = {env::Quality::land, env::Quality::coast};
    if (raster.land_is_missing) {
        rule.qualities.push_back(env::Quality::missing);
    }
    // A node exactly that many cells away is within reach, whatever the rounding.
    rule.reach = field->grid().spacing() * (reach_cells + 1e-6);
    notes.push_back(fmt::format(
        "{} cells within {} cells ({:.3g} km) of a usable one take its value",
        raster.land_is_missing ? "land, coast and missing (the file does not tell them apart)"
                               : "land and coast",
        reach_cells, rule.reach.in_kilometres()));
    return env::filled(std::move(field), std::move(rule));
}

std::shared_ptr<const env::Field> fill_pole_hole(std::shared_ptr<const env::Field> field,
                                                 const LayerOptions& options,
                                                 std::vector<std::string>& notes) {
    if (options.pole_hole == PoleHoleRule::leave) {
        return field;
    }
    env::FillRule rule;
    rule.qualities = {env::Quality::pole_hole};
    if (options.pole_hole == PoleHoleRule::value) {
        rule.value = static_cast<float>(options.pole_hole_value);
        notes.push_back(fmt::format(
            "the pole hole is taken to be {}, as stated",
            env::with_unit(field->variable(), fmt::format("{}", options.pole_hole_value))));
    } else {
        // The widest hole, SMMR's, has a radius of 611 km (NSIDC-0051 user guide).
        rule.reach = Length::kilometres(700.0);
        notes.emplace_back("the pole hole takes the nearest values outside it, as stated");
    }
    return env::filled(std::move(field), std::move(rule));
}

void add_sources(env::Variable variable, const std::vector<Part>& parts, LoadedLayer& loaded) {
    // An archive may hold two products, such as a year's final days and its latest ones.
    std::map<std::pair<fs::path, std::string>, std::size_t> known;
    for (const auto& part : parts) {
        const auto [entry, is_new] =
            known.try_emplace({part.file.container, part.product}, loaded.sources.size());
        if (is_new) {
            route::DataSource source;
            source.variable = env::info(variable).name;
            source.file = part.file.container_name;
            source.sha256 = remembered_sha256(part.file.container);
            source.product = part.product;
            loaded.sources.push_back(std::move(source));
            if (std::find(loaded.files.begin(), loaded.files.end(), part.file.container) ==
                loaded.files.end()) {
                loaded.files.push_back(part.file.container);
            }
        }
        auto& source = loaded.sources[entry->second];
        for (const auto& slice : part.raster.slices) {
            source.valid_from =
                std::min(source.valid_from.value_or(slice.valid_from), slice.valid_from);
            source.valid_until =
                std::max(source.valid_until.value_or(slice.valid_until), slice.valid_until);
        }
    }
}

} // namespace

LoadedLayer open_layer(env::Variable variable, const std::string& source,
                       const LayerOptions& options) {
    std::error_code ignored;
    if (const auto number = parse_number(source);
        number && !fs::exists(options.base_folder / source, ignored)) {
        return constant_layer(variable, *number, std::string(trim(source)));
    }
    LoadedLayer loaded;
    const auto parts = open_parts(variable, source, options, loaded);
    expect_one_grid(parts);
    loaded.product = parts.front().product;
    for (const auto& part : parts) {
        if (part.product != loaded.product) {
            add_once(
                {fmt::format("the series mixes products {} and {}", loaded.product, part.product)},
                loaded.warnings);
        }
        add_once(part.raster.corrected, loaded.notes);
        add_once(part.raster.suspected, loaded.warnings);
    }
    auto field = make_field(variable, parts, loaded);
    field =
        fill_coast(std::move(field), parts.front().raster, options.coast_reach_cells, loaded.notes);
    field = fill_pole_hole(std::move(field), options, loaded.notes);
    expect_fitting_unit(*field, parts, options.unit_said_by);
    expect_values(*field, parts.front().raster.unit, source);
    expect_percent(*field, parts.front().raster, source);
    loaded.layer.variable = variable;
    loaded.layer.field = std::move(field);
    loaded.layer.label = source;
    add_sources(variable, parts, loaded);
    if (!options.climatology.empty()) {
        auto climatology_options = options;
        climatology_options.climatology.clear();
        auto climatology = open_layer(variable, options.climatology, climatology_options);
        if (!climatology.layer.field) {
            throw Error(
                ErrorCode::unsupported,
                fmt::format("climatology '{}': a number cannot stand in for a layer; name a file",
                            options.climatology));
        }
        loaded.layer.climatology = climatology.layer.field;
        add_once({fmt::format("beyond its data, climatology from {}", options.climatology)},
                 loaded.notes);
        add_once(climatology.notes, loaded.notes);
        add_once(climatology.warnings, loaded.warnings);
        loaded.sources.insert(loaded.sources.end(), climatology.sources.begin(),
                              climatology.sources.end());
        loaded.files.insert(loaded.files.end(), climatology.files.begin(), climatology.files.end());
    }
    return loaded;
}

} // namespace fairlead::io
