// SPDX-License-Identifier: Apache-2.0
#include "core/plan/trial.hpp"

#include <algorithm>
#include <memory>

namespace fairlead::plan {

std::vector<const env::Zone*> prohibited_at(const env::Environment& environment,
                                            const geo::Position& place) {
    std::vector<const env::Zone*> found;
    for (const auto& zone : environment.zones()) {
        if (!zone.speed_limit && zone.area.contains(place)) {
            found.push_back(&zone);
        }
    }
    return found;
}

std::optional<double> Trial::arrival_s(const vessel::Vessel& vessel, const rules::RuleSet& rules,
                                       double departure_s,
                                       const env::Environment& environment) const {
    progress_.throw_if_stopped();
    const cost::TransitModel model(vessel, rules);
    PlanRequest changed = wanted_.request;
    changed.environment =
        std::shared_ptr<const env::Environment>(std::shared_ptr<void>(), &environment);
    changed.objective = {cost::ObjectiveKind::time, {}};
    Timing ignored;
    const StageRequest trial{changed, wanted_.voyage, model, wanted_.from, departure_s, {}, true};
    const auto path = search_stage(trial, ignored, Progress()).path;
    if (!path) {
        return std::nullopt;
    }
    const auto forbidden = [&](std::size_t place, double time_s) {
        const auto zones = prohibited_at(environment, wanted_.voyage.approaches[place].position);
        return rules.options().zones &&
               std::any_of(zones.begin(), zones.end(),
                           [&](const auto* zone) { return zone->in_force(time_s); });
    };
    const bool waits = changed.may_wait && lies_in_port(trial);
    if ((!waits && forbidden(wanted_.from, departure_s)) ||
        forbidden(wanted_.from + 1, path->finish_s)) {
        return std::nullopt;
    }
    return path->finish_s;
}

} // namespace fairlead::plan
