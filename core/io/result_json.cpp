// SPDX-License-Identifier: Apache-2.0
#include "core/io/result_json.hpp"

#include "core/io/json_parts.hpp"

namespace fairlead::io {
namespace {

Json route_json(const route::Route& route) {
    const auto document = document_of(route, {}, {});
    Json json = totals_json(route);
    json["waypoints"] = waypoints_json(document.points);
    json["legs"] = legs_json(route);
    json["waits"] = waits_json(route);
    json["geometry"] = line_json(document.points);
    return json;
}

Json no_route_json(const NoRouteAnswer& answer) {
    Json json;
    json["reason"] = answer.reason;
    json["blocking"] = findings_json(answer.blocking);
    json["farthest"] = answer.farthest ? position_json(*answer.farthest) : Json();
    json["farthest_time"] = instant_json(answer.farthest_time);
    json["remaining_nmi"] =
        answer.farthest ? rounded(answer.farthest_remaining.in_nautical_miles(), 1) : Json();
    json["account"] = answer.account;
    json["remedies"] = answer.remedies;
    return json;
}

} // namespace

std::string result_json(const ResultDocument& result) {
    Json json;
    json["status"] = result.status;
    if (!result.error.empty()) {
        json["error"] = result.error;
    }
    json["routes"] = Json::array();
    for (const auto& route : result.routes) {
        json["routes"].push_back(route_json(route));
    }
    if (result.no_route) {
        json["no_route"] = no_route_json(*result.no_route);
    }
    json["findings"] = findings_json(result.findings);
    if (result.provenance) {
        json["provenance"] = provenance_json(*result.provenance);
    }
    json["timing_ms"] = Json::object();
    for (const auto& [name, milliseconds] : result.timing_ms) {
        json["timing_ms"][name] = rounded(milliseconds, 1);
    }
    return json_text(json);
}

} // namespace fairlead::io
