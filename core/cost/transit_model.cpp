// SPDX-License-Identifier: Apache-2.0
#include "core/cost/transit_model.hpp"

#include "core/base/contract.hpp"
#include "core/cost/model_rate.hpp"

#include <algorithm>

namespace fairlead::cost {

Transit TransitModel::transit(const env::Conditions& conditions,
                              std::span<const env::Zone* const> zones,
                              double greatest_speed_kn) const noexcept {
    const auto verdict = rules_->judge(conditions, zones, *vessel_);
    Transit transit;
    transit.rio = verdict.rio;
    transit.risk_per_h = risk_rate_per_h(verdict.rio);
    transit.speed_limit_kn = verdict.speed_limit_kn;
    transit.block = verdict.block;
    if (!verdict.allowed()) {
        return transit;
    }
    const double limit_kn = std::min({verdict.speed_limit_kn, greatest_speed_kn, own_limit_kn_});
    vessel::Performance performance;
    if (conditions.attainable_speed.is_usable()) {
        const double speed_kn = std::min(conditions.attainable_speed.value, limit_kn);
        if (speed_kn >= vessel_->least_speed_kn()) {
            performance = vessel_->open_water_performance(speed_kn);
        }
    } else {
        performance = vessel_->performance(
            {std::min(conditions.concentration.value, 1.0), conditions.thickness.value}, limit_kn);
    }
    if (!(performance.speed_kn > 0.0)) {
        transit.block = rules::Block::beset;
        return transit;
    }
    transit.allowed = true;
    transit.speed_kn = performance.speed_kn;
    transit.power_kw = performance.power_kw;
    transit.fuel_t_per_h = performance.fuel_t_per_h;
    transit.co2_t_per_h = performance.fuel_t_per_h * vessel_->co2_per_fuel();
    return transit;
}

double TransitModel::rate_per_h(const Objective& objective, const Transit& transit,
                                double speed_over_ground_kn) noexcept {
    switch (objective.kind) {
    case ObjectiveKind::time:
        return 1.0;
    case ObjectiveKind::distance:
        return speed_over_ground_kn;
    case ObjectiveKind::fuel:
        return transit.fuel_t_per_h;
    case ObjectiveKind::risk:
        return transit.risk_per_h;
    case ObjectiveKind::co2:
        return transit.co2_t_per_h;
    case ObjectiveKind::money:
    case ObjectiveKind::model:
        break;
    }
    FAIRLEAD_EXPECTS(objective.kind == ObjectiveKind::money);
    const auto& prices = objective.prices;
    return prices.per_hour + prices.per_tonne_fuel * transit.fuel_t_per_h +
           prices.per_risk * transit.risk_per_h + prices.per_tonne_co2 * transit.co2_t_per_h;
}

double TransitModel::waiting_rate_per_h(const Objective& objective) const {
    Transit at_rest;
    at_rest.fuel_t_per_h = vessel_->hotel_fuel_t_per_h();
    at_rest.co2_t_per_h = at_rest.fuel_t_per_h * vessel_->co2_per_fuel();
    return objective.kind == ObjectiveKind::model
               ? cost::waiting_rate_per_h(*objective.model, at_rest)
               : rate_per_h(objective, at_rest, 0.0);
}

} // namespace fairlead::cost
