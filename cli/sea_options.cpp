// SPDX-License-Identifier: Apache-2.0
#include "cli/sea_options.hpp"

#include "cli/command.hpp"
#include "core/base/data_folder.hpp"
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/io/coastline.hpp"
#include "core/io/raster_units.hpp"
#include "core/io/source_files.hpp"
#include "core/rules/rule_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace fairlead::cli {
namespace {

std::optional<io::PoleHoleFill> parse_pole_hole(const std::string& text) {
    if (text.empty()) {
        return std::nullopt;
    }
    if (text == "nearest") {
        return io::PoleHoleFill{};
    }
    const auto value = parse_number(text);
    if (!value || *value < 0.0 || *value > 1.0) {
        throw UsageError(fmt::format(
            "--fill-pole-hole '{}' is neither 'nearest' nor a concentration from 0 to 1", text));
    }
    return io::PoleHoleFill{value};
}

io::ScenarioLayer parse_layer(const std::string& text) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
        throw UsageError(fmt::format("--layer '{}' is not VARIABLE=FILE or VARIABLE=NUMBER", text));
    }
    io::ScenarioLayer layer;
    layer.where = "--layer";
    const auto meant = parse_variable(text.substr(0, equals), "--layer");
    layer.variable = meant.variable;
    layer.unit = meant.unit;
    layer.unit_said_by = fmt::format("--layer \"{}[UNIT]=FILE\"", env::info(layer.variable).name);
    const auto source = text.substr(equals + 1);
    layer.value = parse_number(source);
    if (layer.value && !layer.unit.empty()) {
        const auto unit = io::expect_unit_conversion(layer.variable, layer.unit, "--layer");
        layer.value = unit.scale * *layer.value + unit.offset;
        layer.unit.clear();
    }
    if (!layer.value) {
        auto named = io::split_array_name(source, {});
        layer.sources.push_back(std::move(named.source));
        layer.array = std::move(named.array);
    }
    return layer;
}

/// Fjords and rivers are land to a grid of ice.
void ask_for_coast_fill(std::vector<io::ScenarioLayer>& layers, std::optional<int> cells) {
    for (auto& layer : layers) {
        const bool is_ice = layer.variable == env::Variable::sea_ice_concentration ||
                            layer.variable == env::Variable::sea_ice_thickness;
        if (cells && is_ice && !layer.value) {
            layer.fill_coast_cells = cells;
        }
    }
}

/// The hole that satellites leave around the pole is one of concentration.
void ask_for_fill(std::vector<io::ScenarioLayer>& layers,
                  const std::optional<io::PoleHoleFill>& fill) {
    for (auto& layer : layers) {
        if (layer.variable == env::Variable::sea_ice_concentration && !layer.value &&
            !layer.pole_hole) {
            layer.pole_hole = fill;
        }
    }
}

std::vector<io::ScenarioZone> prohibited_zones(const std::vector<std::string>& files) {
    std::vector<io::ScenarioZone> zones;
    for (const auto& file : files) {
        io::ScenarioZone zone;
        zone.name = std::filesystem::path(file).stem().string();
        zone.source = file;
        zone.where = "--zones";
        zones.push_back(std::move(zone));
    }
    return zones;
}

bool has_climatology(const env::Environment& environment) {
    const auto variables = env::all_variables();
    return std::any_of(variables.begin(), variables.end(), [&](const env::VariableInfo& info) {
        const auto& layers = environment.layers(info.variable);
        return std::any_of(layers.begin(), layers.end(),
                           [](const env::Layer& layer) { return layer.climatology != nullptr; });
    });
}

} // namespace

VariableWords parse_variable(const std::string& text, const std::string& option) {
    const auto bracket = text.find('[');
    if (bracket == std::string::npos) {
        return {io::expect_variable(text, option), ""};
    }
    const auto variable = io::expect_variable(text.substr(0, bracket), option);
    const auto unit = std::string(trim(text.substr(bracket + 1, text.size() - bracket - 2)));
    if (text.back() != ']' || unit.empty()) {
        throw UsageError(fmt::format("{} '{}' is not VARIABLE or VARIABLE[UNIT]", option, text));
    }
    static_cast<void>(io::expect_unit_conversion(variable, unit, option)); // for its error
    return {variable, unit};
}

void SeaOptions::define(OptionTable& table) {
    constexpr const char* group = "The sea";
    table
        .value("--scenario", scenario, "FILE|sample",
               "Scenario file (TOML) with layers, zones and grid, or the synthetic sample season.")
        .group(group);
    table
        .value(
            "--layer", layers, "VARIABLE=SOURCE",
            "A layer instead of or on top of a scenario; repeat for more. SOURCE is a file, a list "
            "a,b,c, a glob in quotes, a folder or a zip (many files are one series in time), or a "
            "number: the same value everywhere, in the variable's unit, e.g. "
            "sea_ice_thickness=1.2 (m), sea_ice_concentration=0 (0 to 1). Where a file does not "
            "say its unit, VARIABLE[UNIT]=SOURCE does, e.g. \"sea_ice_concentration[%]=a.tif\"; "
            "where a netCDF does not say which array it is, VARIABLE=SOURCE:ARRAY.")
        .group(group);
    table
        .value("--zones", zones, "FILE",
               "Polygons (GeoJSON or another vector file) that may not be entered at any time; "
               "repeat for more. Speed limits and times of zones are said in a scenario.")
        .group(group);
    table
        .value(
            "--beyond-data", beyond_data, "refuse|hold|climatology",
            "What stands in after the last data: nothing (refuse, the default), the last values, "
            "or the layer the scenario names. Findings say from when on.")
        .one_of({"refuse", "hold", "climatology"})
        .group(group);
    table
        .value("--fill-coast-cells", fill_coast_cells, "NUMBER",
               "How many cells beyond its own a usable value of ice reaches into land and coast "
               "cells, e.g. up a fjord to a berth (cells of the data, not of the grid). Default: "
               "the scenario's, or 3 but no farther than 100 km; 0: none.")
        .between(0, 100)
        .group(group);
    table
        .value("--fill-pole-hole", fill_pole_hole, "nearest|NUMBER",
               "Fills the circle around the pole that satellites do not see, by the nearest "
               "concentration outside it or by this one (0 to 1). Without it the circle is closed.")
        .group(group);
    table
        .value("--coastline", coastline, "SOURCE",
               "gshhg (high resolution, the default), natural-earth (coarser), a polygon file, or "
               "none: no land at all.")
        .group(group);
    table
        .value("--rules", rules, "LIST",
               "Rules that hold: any of polaris, ukc (under-keel clearance), zones, separated by "
               "commas, or none. Default: all.")
        .group(group);
}

plan::Sea open_sea(const SeaOptions& options, const Progress& progress) {
    if (options.scenario.empty() && options.layers.empty()) {
        throw UsageError("no data: give --scenario FILE or --layer VARIABLE=SOURCE");
    }
    if (!options.zones.empty() && !make_rules(options.rules)->options().zones) {
        throw UsageError(
            fmt::format("--zones, but the zones are left out of --rules {}", options.rules));
    }
    const auto pole_hole = parse_pole_hole(options.fill_pole_hole);
    std::vector<io::ScenarioLayer> extra;
    for (const auto& layer : options.layers) {
        extra.push_back(parse_layer(layer));
    }
    ask_for_fill(extra, pole_hole);
    ask_for_coast_fill(extra, options.fill_coast_cells);
    std::optional<io::Scenario> scenario;
    if (!options.scenario.empty()) {
        scenario = io::read_scenario(io::scenario_path(options.scenario));
        ask_for_fill(scenario->layers, pole_hole);
        ask_for_coast_fill(scenario->layers, options.fill_coast_cells);
    }
    auto sea =
        plan::open_sea(std::move(scenario), extra, prohibited_zones(options.zones), progress);
    if (options.beyond_data == "climatology" && !has_climatology(*sea.data.environment)) {
        throw UsageError("--beyond-data climatology, but no layer of the scenario names one");
    }
    if (!options.beyond_data.empty()) {
        sea.data.environment->set_beyond_data(*io::beyond_data_named(options.beyond_data));
    }
    return sea;
}

std::shared_ptr<const rules::RuleSet> make_rules(const std::string& list) {
    try {
        return std::make_shared<const rules::RuleSet>(rules::rules_named(list));
    } catch (const Error& problem) {
        throw UsageError(fmt::format("--rules: {}", problem.what()));
    }
}

std::shared_ptr<const geo::LandIndex> open_land(const SeaOptions& options,
                                                const geo::Projection& plane) {
    if (options.coastline == "none") {
        return nullptr;
    }
    return std::make_shared<const geo::LandIndex>(io::load_land_index(options.coastline, plane));
}

geo::Gazetteer ports() {
    return geo::Gazetteer::read(data_folder() / "ports" / "ports.csv");
}

plan::Place find_place(const geo::Gazetteer& gazetteer, const std::string& text,
                       const std::string& option) {
    try {
        const auto place = gazetteer.resolve(text);
        return {place.name, place.position, place.note, {}, {}, option};
    } catch (const Error& problem) {
        throw Error(problem.code(), fmt::format("{}: {}", option, problem.what()));
    }
}

} // namespace fairlead::cli
