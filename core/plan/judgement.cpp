// SPDX-License-Identifier: Apache-2.0
#include "core/plan/judgement.hpp"

#include "core/plan/voyage_notes.hpp"
#include "core/route/evaluation.hpp"
#include "core/route/stated_times.hpp"

#include <fmt/format.h>

#include <utility>

namespace fairlead::plan {

Judgement judge(const JudgementRequest& request, const Progress& progress) {
    const auto& environment = *request.sea.data.environment;
    const cost::TransitModel model(request.vessel, request.rules);
    route::EvaluationRequest wanted;
    wanted.waypoints = request.waypoints;
    wanted.leave_not_before = request.leave_not_before;
    wanted.leg_speed_limits = request.leg_speed_limits;
    wanted.departure = request.departure;
    wanted.objective = request.objective;
    wanted.mode = route::EvaluationMode::report;
    wanted.may_wait = request.may_wait;
    wanted.clearance_off_land = request.clearance_off_land;
    auto evaluation = route::evaluate(environment, model, request.land, wanted, progress);
    if (!request.stated_times.empty()) {
        route::judge_stated_times(evaluation, request.stated_times);
    }
    note_coastal_ice(environment, request.land, evaluation.route, evaluation.findings);
    note_unverified(request.vessel, evaluation.findings);
    note_hidden_layers(environment, evaluation.findings);
    const auto about_data = request.sea.findings();
    evaluation.findings.insert(evaluation.findings.end(), about_data.begin(), about_data.end());

    auto provenance = request.sea.provenance();
    provenance.rules = request.rules.describe();
    provenance.vessel =
        fmt::format("{} ({})", request.vessel.particulars().name, request.vessel.source());
    provenance.model = request.vessel.speed_model().describe();
    provenance.coastline = request.land != nullptr ? request.land->source() : "none";
    provenance.grid = "none: judged along the line";
    return {std::move(evaluation.route), std::move(evaluation.findings), std::move(provenance),
            evaluation.feasible};
}

} // namespace fairlead::plan
