// SPDX-License-Identifier: Apache-2.0
#include "cli/plan_json.hpp"

namespace fairlead::cli {

io::ResultDocument json_document(const plan::PlanResult& result) {
    io::ResultDocument document;
    document.findings = result.findings;
    document.provenance = result.provenance;
    if (const auto* route = result.route()) {
        document.status = "ok";
        document.routes.push_back(*route);
    } else {
        const auto& answer = *result.no_route();
        document.status = "no_route";
        document.no_route = io::NoRouteAnswer{answer.reason,
                                              answer.farthest,
                                              answer.farthest_time,
                                              answer.farthest_remaining,
                                              answer.account,
                                              answer.blocking,
                                              {}};
        for (const auto& remedy : answer.remedies) {
            document.no_route->remedies.push_back(remedy.sentence);
        }
    }
    const auto& timing = result.timing;
    document.timing_ms = {{"read", timing.read_ms},
                          {"compile", timing.compile_ms},
                          {"search", timing.search_ms},
                          {"refine", timing.refine_ms},
                          {"evaluate", timing.evaluate_ms}};
    return document;
}

} // namespace fairlead::cli
