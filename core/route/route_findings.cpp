// SPDX-License-Identifier: Apache-2.0
#include "core/route/route_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fairlead::route {
namespace {

using env::Quality;
using env::Variable;
using rules::Finding;
using rules::Severity;

/// Held for longer than the longest gap that is bridged between slices (docs/methods.md), a value
/// says little of what the ship will meet. Fairlead's own choice.
constexpr double longest_held_d = 10.0;

struct Judged {
    Variable variable;
    const env::Sample* sample;
};

/// The values that decide speed and rules.
std::array<Judged, 6> judged_values(const env::Conditions& conditions) noexcept {
    return {{{Variable::sea_ice_concentration, &conditions.concentration},
             {Variable::sea_ice_thickness, &conditions.thickness},
             {Variable::sea_floor_depth, &conditions.depth},
             {Variable::eastward_current, &conditions.current_east},
             {Variable::northward_current, &conditions.current_north},
             {Variable::attainable_speed, &conditions.attainable_speed}}};
}

/// Thickness says nothing where there is no ice.
bool matters(Variable variable, const env::Conditions& conditions) noexcept {
    return variable != Variable::sea_ice_thickness ||
           (conditions.concentration.is_usable() && conditions.concentration.value > 0.0);
}

Finding on_data(std::string code, Severity severity, Variable variable, std::string message,
                std::string remedy) {
    Finding finding;
    finding.code = std::move(code);
    finding.severity = severity;
    finding.rule = "data";
    finding.subject = env::info(variable).name;
    finding.message = std::move(message);
    finding.remedy = std::move(remedy);
    return finding;
}

std::optional<Finding> data_finding(Variable variable, const env::Sample& sample) {
    const auto name = env::info(variable).name;
    const auto value = env::with_unit(variable, fmt::format("{:g}", sample.value));
    switch (sample.quality) {
    case Quality::filled:
        return on_data(
            "data.filled", Severity::info, variable,
            fmt::format("{} is the nearest valid value, by the fill rule of the layer", name), "");
    case Quality::gap:
        return on_data("data.gap", Severity::caution, variable,
                       fmt::format("{} is interpolated in time over missing slices", name),
                       "add the missing days to the layer");
    case Quality::held:
        return on_data("data.held", Severity::caution, variable,
                       fmt::format("{} is held at its last value", name),
                       "add later data, or name a climatology");
    case Quality::climatology:
        return on_data("data.climatology", Severity::caution, variable,
                       fmt::format("{} is climatology, beyond the end of the data", name),
                       "add later data");
    case Quality::assumed:
        return on_data("data.assumed", Severity::info, variable,
                       fmt::format("{} is assumed to be {}", name, value), "");
    case Quality::stood_in:
        return on_data("data.stood_in", Severity::caution, variable,
                       fmt::format("the data have no {} here (land, coast or missing); {} is "
                                   "assumed instead",
                                   name, value),
                       "look at the ice chart there, or give a layer that has a value");
    default:
        return std::nullopt;
    }
}

/// Of what date the value is that is held here, and how old by now. Of a stretch the log keeps the
/// oldest.
void date_held_value(Finding& finding, Instant held_since, Instant now) {
    const double days = between(held_since, now).in_hours() / 24.0;
    finding.margin = longest_held_d - days;
    if (*finding.margin < 0.0) {
        finding.severity = Severity::warning;
    }
    finding.message += fmt::format(", valid until {}, for up to {:.1f} days beyond it",
                                   format_instant(held_since), days);
}

} // namespace

std::vector<Finding> findings_at(const Passage& passage, const PassageSampler& sampler,
                                 std::span<const env::Zone* const> zones,
                                 const geo::Position& place, Instant time) {
    const env::Conditions& conditions = passage.conditions;
    auto findings =
        sampler.model().rules().explain(conditions, zones, sampler.model().vessel(), place, time);
    for (const Judged& value : judged_values(conditions)) {
        if (!matters(value.variable, conditions)) {
            continue;
        }
        if (auto finding = data_finding(value.variable, *value.sample)) {
            if (const auto since =
                    sampler.environment().held_since(value.variable, place, unix_seconds(time))) {
                date_held_value(*finding, *since, time);
            }
            findings.push_back(std::move(*finding));
        }
    }
    const bool has_current = sampler.environment().has(Variable::eastward_current) ||
                             sampler.environment().has(Variable::northward_current);
    if (has_current &&
        !(conditions.current_east.is_usable() && conditions.current_north.is_usable())) {
        findings.push_back(on_data("data.no_current", Severity::caution, Variable::eastward_current,
                                   "the current is not known and is taken for none", ""));
    }
    return findings;
}

std::vector<Finding> blocking_findings(const Passage& passage, const PassageSampler& sampler,
                                       std::span<const env::Zone* const> zones,
                                       const geo::Position& place, Instant time) {
    auto findings = sampler.model().rules().explain(passage.conditions, zones,
                                                    sampler.model().vessel(), place, time);
    std::erase_if(findings,
                  [](const Finding& finding) { return finding.severity != Severity::violation; });
    if (!findings.empty()) {
        return findings;
    }
    Finding finding;
    finding.severity = Severity::violation;
    finding.rule = "ship";
    finding.position = place;
    finding.time = time;
    if (passage.missing_for_cost) {
        const auto missing = env::info(*passage.missing_for_cost).name;
        finding.code = "route.closed";
        finding.rule = "cost";
        finding.subject = missing;
        finding.message = fmt::format("the cost model needs {}, which is not known here", missing);
        finding.remedy = fmt::format("add a layer of {} that reaches here", missing);
    } else if (passage.transit.allowed) {
        finding.code = "ship.current";
        finding.message = fmt::format("the current sets a ship that makes {:.1f} kn off this track",
                                      passage.transit.speed_kn);
        finding.remedy = "leave at another time, or plan another way";
    } else {
        finding.code = "route.closed";
        finding.message =
            fmt::format("passage is forbidden: {}", rules::name(passage.transit.block));
    }
    return {finding};
}

Finding no_opening(const geo::Position& place, Instant time, std::optional<Instant> place_closes) {
    Finding finding;
    finding.code = place_closes ? "route.trapped" : "route.no_opening";
    finding.severity = Severity::info;
    finding.rule = "waiting";
    finding.position = place;
    finding.time = time;
    finding.subject = geo::format_position(place);
    finding.message =
        place_closes
            ? fmt::format("waiting does not help: the place itself closes at {} before the way "
                          "ahead opens",
                          format_instant(*place_closes))
            : "waiting does not help: the way ahead does not open while the data last";
    finding.remedy = "leave at another time, or plan another way";
    return finding;
}

Finding forced_speed(const vessel::Vessel& ship) {
    Finding finding;
    finding.code = "ship.forced_speed";
    finding.severity = Severity::caution;
    finding.rule = "ship";
    finding.message =
        fmt::format("the ship would be beset: times go on at her least speed of {:.1f} kn",
                    ship.least_speed_kn());
    return finding;
}

Finding land_crossing(const geo::Position& place, Instant time, const std::string& source) {
    Finding finding;
    finding.code = "land.crossing";
    finding.severity = Severity::violation;
    finding.rule = "land: " + source;
    finding.position = place;
    finding.time = time;
    finding.message = fmt::format("the track meets land at {}", geo::format_position(place));
    finding.remedy = "move the waypoints of this leg clear of land";
    finding.subject = geo::format_position(place);
    return finding;
}

Finding close_to_land(const geo::Position& place, Instant time, Length distance, Length clearance) {
    Finding finding;
    finding.code = "land.close";
    finding.severity = Severity::caution;
    finding.rule = "land: clearance";
    finding.position = place;
    finding.time = time;
    finding.margin = distance.in_nautical_miles() - clearance.in_nautical_miles();
    const bool in_metres = distance < Length::nautical_miles(0.1);
    finding.message =
        fmt::format("the track passes within {} of land, nearer than {:.2f} nm, and the ship is "
                    "taken to keep her "
                    "sea speed there: no fairway, pilot or berth is known",
                    in_metres ? fmt::format("{:.0f} m", distance.in_metres())
                              : fmt::format("{:.2f} nm", distance.in_nautical_miles()),
                    clearance.in_nautical_miles());
    finding.remedy = "to and from a harbour it is for pilotage with the harbour chart; elsewhere "
                     "keep farther off";
    return finding;
}

unsigned findings_signature(const Passage& passage,
                            std::span<const env::Zone* const> zones) noexcept {
    constexpr unsigned prime = 31;
    auto signature = static_cast<unsigned>(passage.transit.block);
    signature = signature * prime + (passage.open ? 1U : 0U);
    signature = signature * prime + (passage.beset ? 1U : 0U);
    signature = signature * prime + (passage.transit.rio < 0.0 ? 1U : 0U);
    for (const Judged& value : judged_values(passage.conditions)) {
        const bool counts = matters(value.variable, passage.conditions);
        signature =
            signature * prime + (counts ? static_cast<unsigned>(value.sample->quality) + 1U : 0U);
    }
    for (const env::Zone* zone : zones) {
        for (const char letter : zone->name) {
            signature = signature * prime + static_cast<unsigned char>(letter);
        }
    }
    return signature;
}

} // namespace fairlead::route
