// SPDX-License-Identifier: Apache-2.0
#include "core/plan/sea.hpp"

#include "core/base/error.hpp"
#include "core/base/version.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace fairlead::plan {
namespace {

rules::Finding data_finding(std::string code, rules::Severity severity,
                            const std::string& message) {
    rules::Finding finding;
    finding.code = std::move(code);
    finding.severity = severity;
    finding.rule = "data";
    finding.message = message;
    finding.subject = message;
    return finding;
}

} // namespace

std::string Sea::name() const {
    return scenario ? scenario->name : "layers without a scenario";
}

std::vector<rules::Finding> Sea::findings() const {
    std::vector<rules::Finding> list;
    if (scenario) {
        for (const auto& note : scenario->notes) {
            list.push_back(data_finding("scenario.note", rules::Severity::info, note));
        }
    }
    for (const auto& warning : data.warnings) {
        list.push_back(data_finding("data.doubt", rules::Severity::caution, warning));
    }
    for (const auto& note : data.notes) {
        list.push_back(data_finding("data.note", rules::Severity::info, note));
    }
    return list;
}

route::Provenance Sea::provenance() const {
    route::Provenance provenance;
    provenance.version = version();
    provenance.scenario = name();
    provenance.data = data.sources;
    return provenance;
}

std::vector<std::filesystem::path> Sea::files() const {
    auto files = data.files;
    if (scenario) {
        files.push_back(scenario->file);
    }
    return files;
}

GridOptions Sea::grid() const {
    GridOptions grid;
    if (!scenario) {
        return grid;
    }
    grid.crs = scenario->crs;
    grid.cell_km = scenario->cell_km.value_or(grid.cell_km);
    if (const auto& bounds = scenario->bounds_km) {
        grid.bounds = GridOptions::Bounds{(*bounds)[0], (*bounds)[1], (*bounds)[2], (*bounds)[3]};
    }
    return grid;
}

Sea open_sea(std::optional<io::Scenario> scenario, std::span<const io::ScenarioLayer> extra,
             std::span<const io::ScenarioZone> zones, const Progress& progress) {
    Sea sea;
    sea.scenario = std::move(scenario);
    sea.data =
        io::load_environment(sea.scenario ? &*sea.scenario : nullptr, extra, zones, progress);
    return sea;
}

void expect_ice_data(const Sea& sea, const rules::RuleSet& rules, const vessel::Vessel& vessel) {
    const auto& environment = *sea.data.environment;
    if (!environment.has(env::Variable::sea_ice_concentration)) {
        throw Error(
            ErrorCode::invalid_argument,
            "no layer gives sea_ice_concentration; add one, or the number 0 for water known to be "
            "free of ice");
    }
    const auto& concentration = environment.layers(env::Variable::sea_ice_concentration);
    const bool may_meet_ice =
        std::any_of(concentration.begin(), concentration.end(),
                    [](const env::Layer& layer) { return layer.constant != 0.0; });
    const bool by_ship =
        vessel.speed_model().needs_thickness() && !environment.has(env::Variable::attainable_speed);
    if (!may_meet_ice || environment.has(env::Variable::sea_ice_thickness) ||
        (!rules.options().polaris && !by_ship)) {
        return;
    }
    throw Error(
        ErrorCode::invalid_argument,
        fmt::format("no layer gives sea_ice_thickness, which {} needs; add one, or a number "
                    "of metres to say what to assume",
                    rules.options().polaris ? "POLARIS" : "the speed of the ship in ice"));
}

} // namespace fairlead::plan
