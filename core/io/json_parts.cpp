// SPDX-License-Identifier: Apache-2.0
#include "core/io/json_parts.hpp"

#include "core/cost/objective.hpp"
#include "core/io/lonlat_line.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace fairlead::io {
namespace {

Json lonlat_json(const geo::MapPosition& point) {
    return Json::array({rounded(point.longitude_deg, 7), rounded(point.latitude_deg, 7)});
}

Json part_json(const std::vector<geo::MapPosition>& part) {
    Json points = Json::array();
    for (const auto& point : part) {
        points.push_back(lonlat_json(point));
    }
    return points;
}

std::string one_line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool holds_only_scalars(const Json& json) {
    return std::none_of(json.begin(), json.end(),
                        [](const Json& item) { return item.is_structured(); });
}

/// One blank a level; lists of numbers, such as positions, stay on one line.
void append_json(std::string& text, const Json& json, std::size_t level) {
    if (!json.is_structured() || json.empty() || (json.is_array() && holds_only_scalars(json))) {
        text += one_line(json);
        return;
    }
    text += json.is_object() ? '{' : '[';
    for (auto item = json.begin(); item != json.end(); ++item) {
        text += item == json.begin() ? "\n" : ",\n";
        text.append(level + 1, ' ');
        if (json.is_object()) {
            text += one_line(item.key()) + ": ";
        }
        append_json(text, *item, level + 1);
    }
    text += '\n';
    text.append(level, ' ');
    text += json.is_object() ? '}' : ']';
}

Json optional_position_json(const std::optional<geo::Position>& position) {
    return position ? position_json(*position) : Json();
}

} // namespace

Json rounded(double value, int decimals) {
    if (!std::isfinite(value)) {
        return {};
    }
    const double factor = std::pow(10.0, decimals);
    const double result = std::round(value * factor) / factor;
    return result == 0.0 ? 0.0 : result; // never "-0.0"
}

Json rounded(const std::optional<double>& value, int decimals) {
    return value ? rounded(*value, decimals) : Json();
}

Json position_json(const geo::Position& position) {
    return lonlat_json({position.latitude_deg(), position.longitude_deg()});
}

Json instant_json(const std::optional<Instant>& instant) {
    return instant ? Json(format_instant(*instant)) : Json();
}

Json totals_json(const route::Route& route) {
    const auto& totals = route.totals;
    Json json;
    json["id"] = route.id;
    json["objective"] = cost::name(route.objective.kind);
    json["distance_nmi"] = rounded(totals.distance.in_nautical_miles(), 3);
    json["duration_h"] = rounded(totals.duration.in_hours(), 4);
    json["waiting_h"] = rounded(totals.waiting.in_hours(), 4);
    json["fuel_t"] = rounded(totals.fuel_t, 3);
    json["co2_t"] = rounded(totals.co2_t, 3);
    json["risk"] = rounded(totals.risk, 4);
    json["money"] = rounded(totals.money, 2);
    json["min_rio"] = rounded(totals.min_rio, 2);
    json["departure"] = format_instant(route.departure);
    json["arrival"] = format_instant(route.arrival);
    json["cost"] = rounded(totals.cost, 6);
    json["cost_unit"] = cost::unit(route.objective);
    json["graph_cost"] = rounded(route.graph_cost, 6);
    json["lower_bound"] = rounded(route.lower_bound, 6);
    json["gap"] = rounded(route.gap(), 6);
    json["exact_search"] = route.exact_search;
    return json;
}

Json legs_json(const route::Route& route) {
    Json legs = Json::array();
    for (std::size_t i = 0; i < route.legs.size(); ++i) {
        const auto& leg = route.legs[i];
        Json json;
        json["from"] = position_json(route.waypoints[i].position);
        json["to"] = position_json(route.waypoints[i + 1].position);
        json["to_name"] = route.waypoints[i + 1].name;
        if (route.waypoints[i + 1].arrive_by != geo::EdgeKind::geodesic) {
            json["leg_line"] = leg_line_name(route.waypoints[i + 1].arrive_by);
        }
        json["distance_nmi"] = rounded(leg.distance.in_nautical_miles(), 3);
        json["initial_bearing_deg"] = rounded(leg.initial_bearing.in_degrees(), 2);
        json["departure"] = format_instant(leg.departure);
        json["arrival"] = format_instant(leg.arrival);
        json["waiting_h"] = rounded(leg.waiting.in_hours(), 4);
        json["mean_speed_kn"] = rounded(leg.mean_speed.in_knots(), 3);
        json["mean_concentration"] = rounded(leg.mean_concentration, 4);
        json["max_concentration"] = rounded(leg.max_concentration, 4);
        json["max_thickness_m"] = rounded(leg.max_thickness_m, 3);
        json["min_rio"] = rounded(leg.min_rio, 2);
        json["min_depth_m"] = rounded(leg.min_depth_m, 1);
        json["fuel_t"] = rounded(leg.fuel_t, 3);
        json["co2_t"] = rounded(leg.co2_t, 3);
        json["risk"] = rounded(leg.risk, 4);
        legs.push_back(std::move(json));
    }
    return legs;
}

Json waits_json(const route::Route& route) {
    Json waits = Json::array();
    for (const auto& wait : route.waits) {
        Json json;
        json["position"] = position_json(wait.position);
        json["from"] = format_instant(wait.from);
        json["until"] = format_instant(wait.until);
        json["reason"] = wait.reason;
        waits.push_back(std::move(json));
    }
    return waits;
}

Json waypoints_json(const std::vector<RoutePoint>& points) {
    Json waypoints = Json::array();
    for (const auto& point : points) {
        Json json;
        json["name"] = point.name;
        json["position"] = position_json(point.position);
        json["time"] = instant_json(point.time);
        json["leave_not_before"] = instant_json(point.leave_not_before);
        json["speed_kn"] = point.speed ? rounded(point.speed->in_knots(), 3) : Json();
        if (point.line != geo::EdgeKind::geodesic) {
            json["leg_line"] = leg_line_name(point.line);
        }
        waypoints.push_back(std::move(json));
    }
    return waypoints;
}

Json findings_json(const std::vector<rules::Finding>& findings) {
    Json list = Json::array();
    for (const auto& finding : findings) {
        Json json;
        json["code"] = finding.code;
        json["severity"] = rules::name(finding.severity);
        json["rule"] = finding.rule;
        json["message"] = finding.message;
        json["position"] = optional_position_json(finding.position);
        json["time"] = instant_json(finding.time);
        json["remedy"] = finding.remedy;
        json["margin"] = rounded(finding.margin, 4);
        json["extent_nmi"] =
            finding.extent ? rounded(finding.extent->in_nautical_miles(), 3) : Json();
        json["key"] = finding.key();
        list.push_back(std::move(json));
    }
    return list;
}

Json provenance_json(const route::Provenance& provenance) {
    Json data = Json::array();
    for (const auto& source : provenance.data) {
        Json json;
        json["variable"] = source.variable;
        json["file"] = source.file;
        json["sha256"] = source.sha256;
        json["product"] = source.product;
        json["valid_from"] = instant_json(source.valid_from);
        json["valid_to"] = instant_json(source.valid_until);
        data.push_back(std::move(json));
    }
    Json json;
    json["version"] = provenance.version;
    json["scenario"] = provenance.scenario;
    json["data"] = std::move(data);
    json["rules"] = provenance.rules;
    json["vessel"] = provenance.vessel;
    json["model"] = provenance.model;
    if (!provenance.cost_model.empty()) {
        json["cost_model"] = provenance.cost_model;
    }
    json["coastline"] = provenance.coastline;
    json["grid"] = provenance.grid;
    return json;
}

Json line_json(const std::vector<RoutePoint>& points) {
    const auto parts = lonlat_line(sailed_line(points));
    Json json;
    if (parts.size() == 1) {
        json["type"] = "LineString";
        json["coordinates"] = part_json(parts.front());
    } else {
        json["type"] = "MultiLineString";
        json["coordinates"] = Json::array();
        for (const auto& part : parts) {
            json["coordinates"].push_back(part_json(part));
        }
    }
    return json;
}

std::string json_text(const Json& json) {
    std::string text;
    append_json(text, json, 0);
    return text + "\n";
}

} // namespace fairlead::io
