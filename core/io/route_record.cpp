// SPDX-License-Identifier: Apache-2.0
#include "core/io/route_record.hpp"

#include "core/base/error.hpp"
#include "core/io/json_parts.hpp"

#include <utility>

namespace fairlead::io {
namespace {

constexpr int position_decimals = 5; ///< about a metre

Json short_position(const geo::Position& position) {
    return Json::array({rounded(position.longitude_deg(), position_decimals),
                        rounded(position.latitude_deg(), position_decimals)});
}

geo::Position position_of(const Json& json) {
    return geo::Position::degrees(json.at(1).get<double>(), json.at(0).get<double>());
}

Json numbers_json(const RouteNumbers& numbers) {
    Json json;
    json["arrival"] = format_instant(numbers.arrival);
    json["duration_h"] = rounded(numbers.duration_h, 4);
    json["waiting_h"] = rounded(numbers.waiting_h, 4);
    json["distance_nmi"] = rounded(numbers.distance_nmi, 3);
    json["fuel_t"] = rounded(numbers.fuel_t, 4);
    json["co2_t"] = rounded(numbers.co2_t, 4);
    json["risk"] = rounded(numbers.risk, 5);
    json["money"] = rounded(numbers.money, 2);
    json["cost"] = rounded(numbers.cost, 5);
    json["min_rio"] = rounded(numbers.min_rio, 2);
    json["mean_concentration"] = rounded(numbers.mean_concentration, 4);
    json["max_concentration"] = rounded(numbers.max_concentration, 4);
    json["graph_cost"] = rounded(numbers.graph_cost, 5);
    json["exact"] = numbers.exact;
    json["lower_bound"] = rounded(numbers.lower_bound, 5);
    return json;
}

Json sailed_json(const SailedNumbers& sailed) {
    Json json;
    json["duration_h"] = rounded(sailed.duration_h, 4);
    json["waiting_h"] = rounded(sailed.waiting_h, 4);
    json["fuel_t"] = rounded(sailed.fuel_t, 4);
    json["co2_t"] = rounded(sailed.co2_t, 4);
    json["risk"] = rounded(sailed.risk, 5);
    json["money"] = rounded(sailed.money, 2);
    json["cost"] = rounded(sailed.cost, 5);
    json["min_rio"] = rounded(sailed.min_rio, 2);
    json["violations"] = sailed.violations;
    return json;
}

SailedNumbers sailed_of(const Json& json) {
    SailedNumbers sailed;
    sailed.duration_h = json.at("duration_h");
    sailed.waiting_h = json.at("waiting_h");
    sailed.fuel_t = json.at("fuel_t");
    sailed.co2_t = json.at("co2_t");
    sailed.risk = json.at("risk");
    sailed.money = json.at("money");
    sailed.cost = json.at("cost");
    sailed.min_rio = json.at("min_rio");
    sailed.violations = json.at("violations").get<std::vector<std::string>>();
    return sailed;
}

std::optional<double> optional_number(const Json& json) {
    return json.is_null() ? std::nullopt : std::optional(json.get<double>());
}

RouteNumbers numbers_of(const Json& json) {
    RouteNumbers numbers;
    numbers.arrival = parse_instant(json.at("arrival").get<std::string>());
    numbers.duration_h = json.at("duration_h");
    numbers.waiting_h = json.at("waiting_h");
    numbers.distance_nmi = json.at("distance_nmi");
    numbers.fuel_t = json.at("fuel_t");
    numbers.co2_t = json.at("co2_t");
    numbers.risk = json.at("risk");
    numbers.money = json.at("money");
    numbers.cost = json.at("cost");
    numbers.min_rio = json.at("min_rio");
    numbers.mean_concentration = json.at("mean_concentration");
    numbers.max_concentration = json.at("max_concentration");
    numbers.graph_cost = json.at("graph_cost");
    numbers.exact = json.at("exact");
    numbers.lower_bound = optional_number(json.at("lower_bound"));
    return numbers;
}

Json failure_json(const RouteFailure& failure) {
    Json json;
    json["cause"] = failure.cause;
    json["reason"] = failure.reason;
    json["position"] = failure.position ? short_position(*failure.position) : Json();
    json["time"] = instant_json(failure.time);
    json["remaining_nmi"] = rounded(failure.remaining_nmi, 1);
    return json;
}

RouteFailure failure_of(const Json& json) {
    RouteFailure failure;
    failure.cause = json.at("cause");
    failure.reason = json.at("reason");
    if (const auto& position = json.at("position"); !position.is_null()) {
        failure.position = position_of(position);
    }
    if (const auto& time = json.at("time"); !time.is_null()) {
        failure.time = parse_instant(time.get<std::string>());
    }
    failure.remaining_nmi = optional_number(json.at("remaining_nmi"));
    return failure;
}

} // namespace

std::string route_record_line(const RouteRecord& record) {
    Json json;
    json["number"] = record.number;
    json["id"] = record.id;
    json["scenario"] = record.scenario;
    json["voyage"] = record.voyage;
    json["from"] = record.from;
    json["to"] = record.to;
    json["ship"] = record.ship;
    json["objective"] = record.objective;
    json["unit"] = record.unit;
    json["rules"] = record.rules;
    json["departure"] = format_instant(record.departure);
    json["status"] = record.status;
    if (record.numbers) {
        json["result"] = numbers_json(*record.numbers);
    }
    if (record.sailed) {
        json["sailed"] = sailed_json(*record.sailed);
    }
    if (record.failure) {
        json["failure"] = failure_json(*record.failure);
    }
    json["findings"] = record.findings;
    json["line"] = Json::array();
    for (const auto& place : record.line) {
        json["line"].push_back(short_position(place));
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::optional<RouteRecord> parse_route_record(std::string_view line) {
    const auto json = Json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!json.is_object()) {
        return std::nullopt;
    }
    try {
        RouteRecord record;
        record.number = json.at("number");
        record.id = json.at("id");
        record.scenario = json.at("scenario");
        record.voyage = json.at("voyage");
        record.from = json.at("from");
        record.to = json.at("to");
        record.ship = json.at("ship");
        record.objective = json.at("objective");
        record.unit = json.at("unit");
        record.rules = json.at("rules");
        record.departure = parse_instant(json.at("departure").get<std::string>());
        record.status = json.at("status");
        if (json.contains("result")) {
            record.numbers = numbers_of(json.at("result"));
        }
        if (json.contains("sailed")) {
            record.sailed = sailed_of(json.at("sailed"));
        }
        if (json.contains("failure")) {
            record.failure = failure_of(json.at("failure"));
        }
        record.findings = json.at("findings").get<std::vector<std::string>>();
        for (const auto& place : json.at("line")) {
            record.line.push_back(position_of(place));
        }
        return record;
    } catch (const Json::exception&) {
        return std::nullopt;
    } catch (const Error&) { // a time or position that is none
        return std::nullopt;
    }
}

} // namespace fairlead::io
