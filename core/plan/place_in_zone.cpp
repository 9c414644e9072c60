// SPDX-License-Identifier: Apache-2.0
#include "core/plan/place_in_zone.hpp"

#include "core/base/contract.hpp"
#include "core/plan/trial.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace fairlead::plan {
namespace {

/// " from 2018-07-01T00:00:00Z until 2018-08-01T00:00:00Z", what of it there is.
std::string times_of(const env::Zone& zone) {
    std::string words = zone.from ? " from " + format_instant(*zone.from) : "";
    if (zone.until) {
        words += " until " + format_instant(*zone.until);
    }
    return words.empty() ? " at all times" : words;
}

void say_so(const PlanRequest& request, std::size_t place, const env::Zone& zone, NoRoute& no) {
    no.reason = fmt::format("{} lies in zone '{}', where passage is prohibited{}",
                            request.places[place].name, zone.name, times_of(zone));
    const bool last = place + 1 == request.places.size();
    no.remedies.insert(no.remedies.begin(),
                       {RemedyKind::other_place,
                        fmt::format("leave zone '{}' out, or {} elsewhere{}", zone.name,
                                    place == 0 ? "start"
                                    : last     ? "end the voyage"
                                               : "call",
                                    zone.from || zone.until ? " or at another time" : "")});
}

/// Is there no time in what is known at which the zone is not in force?
bool always_in_force(const env::Zone& zone, double from_s, const CompiledField& compiled) {
    const auto& field = compiled.field;
    return zone.in_force(from_s) &&
           (!zone.until ||
            (!field.open_after_last && unix_seconds(*zone.until) >= field.slice_time_s.back()));
}

/// All but the prohibited zones that hold a place.
env::Environment without_zones_at(const env::Environment& environment, const geo::Position& place) {
    env::Environment open;
    for (const auto& entry : env::all_variables()) {
        for (const auto& layer : environment.layers(entry.variable)) {
            open.add(layer);
        }
    }
    open.set_beyond_data(environment.beyond_data());
    for (const auto& zone : environment.zones()) {
        if (zone.speed_limit || !zone.area.contains(place)) {
            open.add(zone);
        }
    }
    return open;
}

/// The zone that forbids a place of the stage.
const env::Zone* zone_at_fault(const StageRequest& wanted, const Stage& stage, std::size_t place,
                               const Progress& progress) {
    const auto& environment = *wanted.request.environment;
    const auto& position = wanted.voyage.approaches[place].position;
    const auto zones = prohibited_at(environment, position);
    if (zones.empty()) {
        return nullptr;
    }
    const bool leaves_now = place == wanted.from && !wanted.request.may_wait;
    for (const auto* zone : zones) {
        if (always_in_force(*zone, wanted.departure_s, *stage.compiled) ||
            (leaves_now && zone->in_force(wanted.departure_s))) {
            return zone;
        }
    }
    const auto open = without_zones_at(environment, position);
    const auto arrival_s =
        Trial(wanted, progress)
            .arrival_s(*wanted.request.vessel, *wanted.request.rules, wanted.departure_s, open);
    if (!arrival_s) {
        return nullptr;
    }
    const double there_s = place == wanted.from ? wanted.departure_s : *arrival_s;
    const auto at_fault = std::find_if(zones.begin(), zones.end(),
                                       [&](const auto* zone) { return zone->in_force(there_s); });
    return at_fault == zones.end() ? nullptr : *at_fault;
}

rules::Finding finding_at(const StageRequest& wanted, std::size_t place, const env::Zone& zone) {
    env::Conditions calm; // only the zone is asked
    calm.concentration = {0.0, env::Quality::ok};
    const std::array zones{&zone};
    const auto& position = wanted.voyage.approaches[place].position;
    const auto time = Instant{std::chrono::seconds{std::llround(wanted.departure_s)}};
    auto findings =
        wanted.model.rules().explain(calm, zones, *wanted.request.vessel, position, time);
    const auto prohibited = std::find_if(findings.begin(), findings.end(), [](const auto& finding) {
        return finding.code == "zone.prohibited";
    });
    FAIRLEAD_EXPECTS(prohibited != findings.end());
    return std::move(*prohibited);
}

} // namespace

bool name_place_in_zone(const StageRequest& wanted, const Stage& stage, NoRoute& no,
                        const Progress& progress) {
    if (!wanted.request.rules->options().zones) {
        return false;
    }
    for (const auto place : {wanted.from, wanted.from + 1}) {
        const auto* const zone = zone_at_fault(wanted, stage, place, progress);
        if (zone == nullptr) {
            continue;
        }
        // That a cell is never open when the ship is there was this zone's doing.
        std::erase_if(no.blocking,
                      [](const auto& finding) { return finding.rule == "opening times"; });
        if (no.blocking.empty() || no.blocking.front().subject != zone->name) {
            no.blocking.insert(no.blocking.begin(), finding_at(wanted, place, *zone));
        }
        say_so(wanted.request, place, *zone, no);
        return true;
    }
    return false;
}

bool name_place_in_zone(const PlanRequest& request, const VoyageGrid& voyage,
                        const route::Stop& stop, NoRoute& no) {
    if (stop.block != rules::Block::zone || no.blocking.empty()) {
        return false;
    }
    for (std::size_t i = 0; i < request.places.size(); ++i) {
        const double time_s = unix_seconds(i == 0 ? request.departure : stop.time);
        for (const auto* zone :
             prohibited_at(*request.environment, voyage.approaches[i].position)) {
            if (zone->name == no.blocking.front().subject && zone->in_force(time_s)) {
                say_so(request, i, *zone, no);
                return true;
            }
        }
    }
    return false;
}

} // namespace fairlead::plan
