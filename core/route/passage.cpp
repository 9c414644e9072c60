// SPDX-License-Identifier: Apache-2.0
#include "core/route/passage.hpp"

#include "core/base/error.hpp"
#include "core/cost/model_rate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fairlead::route {
namespace {

vessel::IceState ice_of(const env::Conditions& conditions) noexcept {
    return {conditions.concentration.is_usable() ? conditions.concentration.value : 0.0,
            conditions.thickness.is_usable() ? conditions.thickness.value : 0.0};
}

} // namespace

double speed_over_ground_kn(double speed_kn, const env::Conditions& conditions,
                            geo::Bearing course) noexcept {
    if (!conditions.current_east.is_usable() || !conditions.current_north.is_usable()) {
        return speed_kn;
    }
    const double east_kn = conditions.current_east.value / mps_per_knot;
    const double north_kn = conditions.current_north.value / mps_per_knot;
    const double angle = course.in_degrees() * std::numbers::pi / 180.0;
    const double along_kn = east_kn * std::sin(angle) + north_kn * std::cos(angle);
    const double across_kn = east_kn * std::cos(angle) - north_kn * std::sin(angle);
    if (speed_kn <= std::abs(across_kn)) {
        return 0.0;
    }
    return std::max(0.0, along_kn + std::sqrt(speed_kn * speed_kn - across_kn * across_kn));
}

namespace {

bool is_too_coarse(const env::Environment& environment, const TrackPlace& place, double time_s) {
    const auto spacing =
        environment.spacing(env::Variable::sea_floor_depth, place.position, time_s);
    return spacing && (*spacing >= place.near_within ||
                       place.land_near->distance_to_land(place.position, *spacing));
}

} // namespace

PassageSampler::PassageSampler(const env::Environment& environment, const cost::TransitModel& model,
                               const cost::Objective& objective)
    : environment_(&environment), model_(&model),
      objective_(objective), money_{cost::ObjectiveKind::money, objective.prices} {}

std::span<const env::Zone* const> PassageSampler::in_force(std::span<const env::Zone* const> zones,
                                                           double time_s) {
    in_force_.clear();
    for (const env::Zone* zone : zones) {
        if (zone->in_force(time_s)) {
            in_force_.push_back(zone);
        }
    }
    return in_force_;
}

Passage PassageSampler::look(const TrackPlace& place, double time_s) {
    ++samples_;
    Passage passage;
    passage.conditions = environment_->conditions(place.position, time_s);
    if (place.land_near != nullptr && passage.conditions.depth.is_usable() &&
        is_too_coarse(*environment_, place, time_s)) {
        passage.conditions.depth = env::Sample::none(env::Quality::too_coarse);
    }
    passage.transit = model_->transit(passage.conditions, in_force(place.zones, time_s));
    return passage;
}

void PassageSampler::limit_speed(const env::Conditions& conditions, cost::Transit& transit,
                                 double speed_limit_kn) const {
    if (transit.speed_kn <= speed_limit_kn) {
        return;
    }
    const vessel::Vessel& ship = model_->vessel();
    const auto slower = conditions.attainable_speed.is_usable()
                            ? ship.open_water_performance(speed_limit_kn)
                            : ship.performance(ice_of(conditions), speed_limit_kn);
    transit.speed_kn = speed_limit_kn;
    transit.power_kw = slower.power_kw;
    transit.fuel_t_per_h = slower.fuel_t_per_h;
    transit.co2_t_per_h = slower.fuel_t_per_h * ship.co2_per_fuel();
}

bool PassageSampler::gather_inputs(Passage& passage, const cost::Transit& transit,
                                   const TrackPlace& place, double time_s) {
    const cost::PlaceAndTime where{place.position.latitude_deg(), place.position.longitude_deg(),
                                   time_s};
    model_inputs_.clear();
    for (const auto& input : objective_.model->card().inputs) {
        if (input.quantity != cost::Quantity::layer) {
            model_inputs_.push_back(
                cost::value_of(input.quantity, transit, passage.speed_over_ground_kn, where));
            continue;
        }
        const auto value =
            cost::value_of(input.layer, environment_->sample(input.layer, place.position, time_s),
                           passage.conditions.concentration);
        if (!value) {
            passage.missing_for_cost = input.layer;
            return false;
        }
        model_inputs_.push_back(*value);
    }
    return true;
}

bool PassageSampler::set_rates(Passage& passage, const cost::Transit& transit,
                               const TrackPlace& place, double time_s) {
    passage.rates.fuel_t = transit.fuel_t_per_h;
    passage.rates.co2_t = transit.co2_t_per_h;
    passage.rates.risk = transit.risk_per_h;
    passage.rates.money =
        cost::TransitModel::rate_per_h(money_, transit, passage.speed_over_ground_kn);
    if (!objective_.model) {
        passage.rates.cost =
            cost::TransitModel::rate_per_h(objective_, transit, passage.speed_over_ground_kn);
        return true;
    }
    if (!gather_inputs(passage, transit, place, time_s)) {
        return false;
    }
    passage.rates.cost = objective_.model->rate_per_h(model_inputs_, passage.speed_over_ground_kn);
    return true;
}

Passage PassageSampler::at(const TrackPlace& place, double time_s, double speed_limit_kn) {
    Passage passage = look(place, time_s);
    if (!passage.transit.allowed || passage.transit.speed_kn <= 0.0) {
        return passage;
    }
    cost::Transit transit = passage.transit;
    limit_speed(passage.conditions, transit, speed_limit_kn);
    const double over_ground_kn =
        speed_over_ground_kn(transit.speed_kn, passage.conditions, place.course);
    if (over_ground_kn < least_speed_over_ground_kn) {
        return passage;
    }
    passage.speed_over_ground_kn = over_ground_kn;
    passage.open = set_rates(passage, transit, place, time_s);
    return passage;
}

Passage PassageSampler::forced_at(const TrackPlace& place, double time_s, double speed_limit_kn) {
    Passage passage = at(place, time_s, speed_limit_kn);
    if (passage.open) {
        return passage;
    }
    const vessel::Vessel& ship = model_->vessel();
    const env::Sample& given = passage.conditions.attainable_speed;
    const auto own = given.is_usable()
                         ? ship.open_water_performance(std::min(given.value, speed_limit_kn))
                         : ship.performance(ice_of(passage.conditions), speed_limit_kn);
    cost::Transit transit = passage.transit;
    transit.speed_kn = own.speed_kn;
    transit.power_kw = own.power_kw;
    transit.fuel_t_per_h = own.fuel_t_per_h;
    passage.beset = own.speed_kn < ship.least_speed_kn();
    if (passage.beset) {
        transit.speed_kn = ship.least_speed_kn();
        // The model gives no power for a ship that is stopped: charge full power in open water.
        const auto full = ship.open_water_performance(ship.open_water_speed_kn());
        transit.power_kw = full.power_kw;
        transit.fuel_t_per_h = full.fuel_t_per_h;
    }
    transit.co2_t_per_h = transit.fuel_t_per_h * ship.co2_per_fuel();
    passage.open = true;
    passage.forced = true;
    passage.speed_over_ground_kn =
        std::max(speed_over_ground_kn(transit.speed_kn, passage.conditions, place.course),
                 least_speed_over_ground_kn);
    if (!set_rates(passage, transit, place, time_s)) {
        throw Error(ErrorCode::out_of_range,
                    fmt::format("cost model '{}' needs {}, which is not known at {} on {}, so that "
                                "the cost of this route cannot be told",
                                cost::name(objective_), env::info(*passage.missing_for_cost).name,
                                geo::format_position(place.position),
                                format_instant(Instant{
                                    std::chrono::seconds{static_cast<std::int64_t>(time_s)}})));
    }
    return passage;
}

} // namespace fairlead::route
