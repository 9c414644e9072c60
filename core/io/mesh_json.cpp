// SPDX-License-Identifier: Apache-2.0
#include "core/io/mesh_json.hpp"

#include "core/io/json_parts.hpp"

#include <algorithm>

namespace fairlead::io {
namespace {

Json leg_json(const route::MeshLeg& leg) {
    Json json;
    json["cell"] = leg.cell;
    json["distance_nmi"] = rounded(leg.distance.in_nautical_miles(), 3);
    json["duration_h"] = rounded(leg.time.in_hours(), 4);
    json["speed_through_water_kn"] = rounded(leg.speed.in_knots(), 3);
    json["fuel_t"] = rounded(leg.fuel_t, 4);
    json["battery"] = rounded(leg.battery, 4);
    return json;
}

Json voyage_json(const MeshVoyageRecord& voyage) {
    Json json;
    json["from"] = voyage.from;
    json["to"] = voyage.to;
    json["status"] = voyage.route ? "ok" : "no_route";
    if (!voyage.route) {
        json["reason"] = voyage.reason;
        return json;
    }
    const auto& route = *voyage.route;
    json["cost"] = rounded(route.cost, 6);
    json["distance_nmi"] = rounded(route.distance.in_nautical_miles(), 3);
    json["duration_h"] = rounded(route.time.in_hours(), 4);
    json["fuel_t"] = rounded(route.fuel_t, 4);
    json["battery"] = rounded(route.battery, 4);
    json["last_gain"] = rounded(route.last_gain, 9);
    json["waypoints"] = Json::array();
    for (const auto& point : route.points) {
        json["waypoints"].push_back(position_json(point));
    }
    json["legs"] = Json::array();
    for (const auto& leg : route.legs) {
        json["legs"].push_back(leg_json(leg));
    }
    return json;
}

} // namespace

std::string mesh_answer_json(const MeshAnswerRecord& answer) {
    Json json;
    const bool is_whole = std::all_of(answer.voyages.begin(), answer.voyages.end(),
                                      [](const auto& voyage) { return voyage.route.has_value(); });
    json["status"] = is_whole ? "ok" : "no_route";
    json["objective"] = answer.objective;
    json["routes"] = Json::array();
    for (const auto& voyage : answer.voyages) {
        json["routes"].push_back(voyage_json(voyage));
    }
    json["findings"] = findings_json(answer.findings);
    for (const auto& [step, milliseconds] : answer.timing_ms) {
        json["timing_ms"][step] = rounded(milliseconds, 1);
    }
    return json_text(json);
}

} // namespace fairlead::io
