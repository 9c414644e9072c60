// SPDX-License-Identifier: Apache-2.0
#include "core/plan/sample_place.hpp"

#include "core/base/contract.hpp"
#include "core/cost/transit_model.hpp"
#include "core/geo/land_index.hpp"
#include "core/plan/voyage_notes.hpp"

#include <cmath>

namespace fairlead::plan {

namespace {

/// Without folders; a label that is no path stays as it is.
std::string file_name(const std::string& label) {
    return label.substr(label.rfind('/') + 1);
}

std::optional<io::SampleDocument::Land> land_at(const geo::LandIndex* land, const Place& place) {
    if (land == nullptr) {
        return std::nullopt;
    }
    return io::SampleDocument::Land{
        land->is_land(place.position),
        land->distance_to_land(place.position, io::SampleDocument::land_reach), land->source()};
}

/// The layer that gives the value: the topmost with one.
std::string label_of(const env::Environment& environment, env::Variable variable,
                     const Place& place, Instant time) {
    const auto& layers = environment.layers(variable);
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        env::Environment alone;
        alone.set_beyond_data(environment.beyond_data());
        alone.add(*layer);
        if (alone.sample(variable, place.position, unix_seconds(time)).is_usable()) {
            return layer->label;
        }
    }
    return layers.back().label;
}

std::vector<io::SampleDocument::Value> values_at(const Sea& sea, const Place& place, Instant time) {
    std::vector<io::SampleDocument::Value> values;
    const auto& environment = *sea.data.environment;
    for (const auto& info : env::all_variables()) {
        if (!environment.has(info.variable)) {
            continue;
        }
        const auto sample = environment.sample(info.variable, place.position, unix_seconds(time));
        values.push_back({std::string(info.name),
                          sample.is_usable() ? std::optional(sample.value) : std::nullopt,
                          std::string(env::unit_name(info.variable)),
                          std::string(env::name(sample.quality)),
                          file_name(label_of(environment, info.variable, place, time))});
    }
    return values;
}

io::SampleDocument::Ship ship_at(const SampleQuestion& question) {
    const auto& [sea, place, time, land, vessel, rules] = question;
    expect_ice_data(sea, *rules, *vessel);
    const auto& environment = *sea.data.environment;
    const auto conditions = environment.conditions(place.position, unix_seconds(time));
    std::vector<const env::Zone*> zones;
    for (const auto& zone : environment.zones()) {
        if (zone.in_force(unix_seconds(time)) && zone.area.contains(place.position)) {
            zones.push_back(&zone);
        }
    }
    const auto transit = cost::TransitModel(*vessel, *rules).transit(conditions, zones);
    io::SampleDocument::Ship ship;
    ship.name = vessel->particulars().name;
    ship.ice_class = vessel::name(vessel->particulars().ice_class);
    ship.allowed = transit.allowed;
    if (transit.allowed) {
        ship.speed_kn = transit.speed_kn;
        ship.fuel_t_per_h = transit.fuel_t_per_h;
    } else {
        ship.block = rules::name(transit.block);
    }
    // Without data RIO and limits are those of the worst ice there may be: nothing to print
    // as if it were known.
    if (transit.block != rules::Block::no_data) {
        if (std::isfinite(transit.speed_limit_kn)) {
            ship.speed_limit_kn = transit.speed_limit_kn;
        }
        if (rules->options().polaris) {
            ship.rio = transit.rio;
        }
        ship.risk_per_h = transit.risk_per_h;
    }
    ship.findings = rules->explain(conditions, zones, *vessel, place.position, time);
    return ship;
}

} // namespace

io::SampleDocument sample_place(const SampleQuestion& question) {
    FAIRLEAD_EXPECTS(question.vessel == nullptr || question.rules != nullptr);
    const auto& [sea, place, time, land, vessel, rules] = question;
    io::SampleDocument sample;
    sample.name = place.name;
    sample.note = place.note;
    sample.position = place.position;
    sample.time = time;
    sample.land = land_at(land, place);
    sample.values = values_at(sea, place, time);
    sample.coastal_ice_doubt =
        is_doubtful_coastal_ice(*sea.data.environment, land, place.position, time);
    if (vessel != nullptr) {
        sample.ship = ship_at(question);
    }
    sample.findings = sea.findings();
    sample.provenance = sea.provenance();
    return sample;
}

} // namespace fairlead::plan
