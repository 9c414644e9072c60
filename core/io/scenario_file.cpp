// SPDX-License-Identifier: Apache-2.0
#include "core/io/scenario_file.hpp"

#include "core/base/data_folder.hpp"
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/geo/projection.hpp"
#include "core/io/toml_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace fairlead::io {
namespace {

void read_grid(const toml::table& table, const std::string& file, Scenario& scenario) {
    const TomlTable grid(table, file, {"crs", "cell_km", "bounds_km"});
    scenario.crs = grid.text("crs").value_or("");
    if (!scenario.crs.empty()) {
        try {
            static_cast<void>(geo::Projection::from_definition(scenario.crs));
        } catch (const Error& problem) {
            throw Error(problem.code(), fmt::format("{}: {}", grid.where("crs"), problem.what()));
        }
    }
    scenario.cell_km = grid.number("cell_km");
    if (scenario.cell_km && *scenario.cell_km <= 0.0) {
        grid.fail("cell_km", fmt::format("is {}, not a length above 0 km", *scenario.cell_km));
    }
    if (!grid.has("bounds_km")) {
        return;
    }
    const auto bounds = grid.numbers("bounds_km");
    if (bounds.size() != 4 || !(bounds[0] < bounds[2] && bounds[1] < bounds[3])) {
        grid.fail("bounds_km",
                  "is not [left, bottom, right, top] with left < right and bottom < top");
    }
    scenario.bounds_km = std::array{bounds[0], bounds[1], bounds[2], bounds[3]};
}

std::optional<PoleHoleFill> read_pole_hole(const TomlTable& layer) {
    constexpr std::string_view key = "fill_pole_hole";
    if (!layer.has(key)) {
        return std::nullopt;
    }
    if (!layer.is_text(key)) {
        return PoleHoleFill{layer.number(key)};
    }
    if (layer.text(key) != "nearest") {
        layer.fail(key, "is neither \"nearest\" nor a number in the variable's unit");
    }
    return PoleHoleFill{};
}

ScenarioLayer read_layer(const toml::table& table, const std::string& file) {
    const TomlTable toml(table, file,
                         {"variable", "source", "value", "product", "unit", "array", "climatology",
                          "fill_coast_cells", "fill_pole_hole"});
    ScenarioLayer layer;
    layer.where = toml.where();
    layer.unit_said_by = "the key 'unit'";
    const auto variable = toml.text("variable");
    if (!variable) {
        throw Error(ErrorCode::malformed, layer.where + ": a layer without the key 'variable'");
    }
    layer.variable = expect_variable(*variable, toml.where("variable"));
    layer.sources = toml.texts("source");
    layer.value = toml.number("value");
    if (layer.sources.empty() == !layer.value) {
        throw Error(
            ErrorCode::malformed,
            fmt::format("{}: layer {} needs one of 'source' and 'value'", layer.where, *variable));
    }
    if (layer.value) {
        const auto& limits = env::info(layer.variable);
        if (*layer.value < limits.minimum || *layer.value > limits.maximum) {
            toml.fail(
                "value",
                fmt::format("is {}, not within {} and {}", *layer.value, limits.minimum,
                            env::with_unit(layer.variable, fmt::format("{}", limits.maximum))));
        }
        for (const auto* const key :
             {"product", "unit", "array", "climatology", "fill_coast_cells", "fill_pole_hole"}) {
            if (toml.has(key)) {
                toml.fail(key, "says something of a file, but the layer has a value instead");
            }
        }
    }
    layer.product = toml.text("product").value_or("");
    layer.unit = toml.text("unit").value_or("");
    layer.array = toml.text("array").value_or("");
    layer.climatology = toml.text("climatology").value_or("");
    layer.fill_coast_cells = toml.integer("fill_coast_cells");
    if (layer.fill_coast_cells && (*layer.fill_coast_cells < 0 || *layer.fill_coast_cells > 100)) {
        toml.fail("fill_coast_cells", "is not within 0 and 100");
    }
    layer.pole_hole = read_pole_hole(toml);
    return layer;
}

ScenarioZone read_zone(const toml::table& table, const std::string& file) {
    const TomlTable toml(table, file,
                         {"name", "source", "rule", "speed_limit_kn", "from", "until"});
    ScenarioZone zone;
    zone.where = toml.where();
    const auto source = toml.text("source");
    if (!source || source->empty()) {
        throw Error(ErrorCode::malformed, zone.where + ": a zone without the key 'source'");
    }
    zone.source = *source;
    zone.name = toml.text("name").value_or(*source);
    const auto rule = toml.text("rule");
    if (rule && *rule != "prohibited") {
        toml.fail("rule", fmt::format("is '{}'; the one rule is \"prohibited\", and a speed limit "
                                      "is written speed_limit_kn = 6",
                                      *rule));
    }
    const auto limit_kn = toml.number("speed_limit_kn");
    if (rule.has_value() == limit_kn.has_value()) {
        throw Error(
            ErrorCode::malformed,
            fmt::format("{}: zone '{}' needs one of rule = \"prohibited\" and speed_limit_kn",
                        zone.where, zone.name));
    }
    if (limit_kn) {
        if (*limit_kn <= 0.0) {
            toml.fail("speed_limit_kn", fmt::format("is {}, not a speed above 0 kn", *limit_kn));
        }
        zone.speed_limit = Speed::knots(*limit_kn);
    }
    zone.from = toml.instant("from");
    zone.until = toml.instant("until");
    if (zone.from && zone.until && *zone.from >= *zone.until) {
        toml.fail("until", "is not later than from");
    }
    return zone;
}

} // namespace

std::optional<env::BeyondData> beyond_data_named(std::string_view text) noexcept {
    if (text == "refuse") {
        return env::BeyondData::refuse;
    }
    if (text == "hold") {
        return env::BeyondData::hold;
    }
    if (text == "climatology") {
        return env::BeyondData::climatology;
    }
    return std::nullopt;
}

env::Variable expect_variable(std::string_view text, std::string_view what) {
    if (const auto variable = env::variable_named(text)) {
        return *variable;
    }
    std::vector<std::string> names;
    for (const auto& info : env::all_variables()) {
        names.emplace_back(info.name);
    }
    const auto meant = closest(text, names);
    throw Error(ErrorCode::invalid_argument,
                fmt::format("{}: unknown variable '{}'; {}", what, text,
                            meant ? fmt::format("did you mean {}?", *meant)
                                  : fmt::format("the variables are {}", fmt::join(names, ", "))));
}

Scenario parse_scenario(std::string_view text, const std::filesystem::path& file) {
    const auto name = file.string();
    const auto table = parse_toml(text, name);
    const TomlTable toml(table, name, {"name", "notes", "grid", "layer", "zone", "time"});
    Scenario scenario;
    scenario.file = file;
    scenario.name = toml.text("name").value_or(file.stem().string());
    scenario.notes = toml.texts("notes");
    if (const auto* grid = toml.table("grid")) {
        read_grid(*grid, name, scenario);
    }
    if (const auto* time = toml.table("time")) {
        const TomlTable policy(*time, name, {"beyond_data"});
        if (const auto word = policy.text("beyond_data")) {
            scenario.beyond_data = beyond_data_named(*word);
            if (!scenario.beyond_data) {
                policy.fail("beyond_data", fmt::format("is '{}', not \"refuse\", \"hold\" or "
                                                       "\"climatology\"",
                                                       *word));
            }
        }
    }
    for (const auto* layer : toml.tables("layer")) {
        scenario.layers.push_back(read_layer(*layer, name));
    }
    if (scenario.beyond_data == env::BeyondData::climatology &&
        std::all_of(scenario.layers.begin(), scenario.layers.end(),
                    [](const ScenarioLayer& layer) { return layer.climatology.empty(); })) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: beyond_data is 'climatology', but no layer names one", name));
    }
    for (const auto* zone : toml.tables("zone")) {
        scenario.zones.push_back(read_zone(*zone, name));
    }
    return scenario;
}

Scenario read_scenario(const std::filesystem::path& file) {
    return parse_scenario(read_text_file(file), file);
}

std::filesystem::path scenario_path(const std::string& name) {
    if (name == "sample") {
        return data_folder() / "sample" / "sample.toml";
    }
    if (name == "sample-forecast") {
        return data_folder() / "sample" / "forecast.toml";
    }
    return name;
}

} // namespace fairlead::io
