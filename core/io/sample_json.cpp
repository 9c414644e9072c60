// SPDX-License-Identifier: Apache-2.0
#include "core/io/sample_json.hpp"

#include "core/io/json_parts.hpp"

namespace fairlead::io {
namespace {

Json land_json(const SampleDocument::Land& land) {
    Json json;
    json["is_land"] = land.is_land;
    json["distance_nmi"] = land.distance ? rounded(land.distance->in_nautical_miles(), 3) : Json();
    json["coastline"] = land.coastline;
    return json;
}

Json ship_json(const SampleDocument::Ship& ship) {
    Json json;
    json["name"] = ship.name;
    json["ice_class"] = ship.ice_class;
    json["allowed"] = ship.allowed;
    json["block"] = ship.block.empty() ? Json() : Json(ship.block);
    json["speed_kn"] = rounded(ship.speed_kn, 3);
    json["fuel_t_per_h"] = rounded(ship.fuel_t_per_h, 4);
    json["speed_limit_kn"] = rounded(ship.speed_limit_kn, 3);
    json["rio"] = rounded(ship.rio, 3);
    json["risk_per_h"] = rounded(ship.risk_per_h, 4);
    json["findings"] = findings_json(ship.findings);
    return json;
}

} // namespace

std::string sample_json(const SampleDocument& sample) {
    Json json;
    json["status"] = "ok";
    json["name"] = sample.name;
    json["note"] = sample.note.empty() ? Json() : Json(sample.note);
    json["position"] = position_json(sample.position);
    json["time"] = instant_json(sample.time);
    json["land"] = sample.land ? land_json(*sample.land) : Json();
    json["coastal_ice_doubt"] = sample.coastal_ice_doubt;
    json["values"] = Json::array();
    for (const auto& value : sample.values) {
        Json one;
        one["variable"] = value.variable;
        one["value"] = rounded(value.value, 6);
        one["unit"] = value.unit;
        one["quality"] = value.quality;
        one["from"] = value.from;
        json["values"].push_back(std::move(one));
    }
    json["ship"] = sample.ship ? ship_json(*sample.ship) : Json();
    json["findings"] = findings_json(sample.findings);
    json["provenance"] = provenance_json(sample.provenance);
    return json_text(json);
}

} // namespace fairlead::io
