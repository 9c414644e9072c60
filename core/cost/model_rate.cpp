// SPDX-License-Identifier: Apache-2.0
#include "core/cost/model_rate.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"

#include <fmt/format.h>

namespace fairlead::cost {

double value_of(Quantity quantity, const Transit& transit, double speed_over_ground_kn,
                const PlaceAndTime& place) noexcept {
    switch (quantity) {
    case Quantity::speed_kn:
        return transit.speed_kn;
    case Quantity::speed_over_ground_kn:
        return speed_over_ground_kn;
    case Quantity::power_kw:
        return transit.power_kw;
    case Quantity::fuel_t_per_h:
        return transit.fuel_t_per_h;
    case Quantity::co2_t_per_h:
        return transit.co2_t_per_h;
    case Quantity::rio:
        return transit.rio;
    case Quantity::risk_per_h:
        return transit.risk_per_h;
    case Quantity::latitude_deg:
        return place.latitude_deg;
    case Quantity::longitude_deg:
        return place.longitude_deg;
    case Quantity::time_s:
        return place.time_s;
    case Quantity::layer:
        break;
    }
    FAIRLEAD_EXPECTS(quantity != Quantity::layer);
    return 0.0;
}

std::optional<double> value_of(env::Variable layer, const env::Sample& sample,
                               const env::Sample& concentration) noexcept {
    if (sample.is_usable()) {
        return sample.value;
    }
    const bool no_ice = concentration.is_usable() && concentration.value == 0.0;
    const bool is_none = (layer == env::Variable::sea_ice_thickness && no_ice) ||
                         layer == env::Variable::eastward_current ||
                         layer == env::Variable::northward_current;
    return is_none ? std::optional(0.0) : std::nullopt;
}

double waiting_rate_per_h(const CostModel& model, const Transit& at_rest) {
    const auto& card = model.card();
    if (card.waiting_per_h) {
        return *card.waiting_per_h;
    }
    std::vector<double> values;
    for (const auto& input : card.inputs) {
        FAIRLEAD_EXPECTS(has_value_at_rest(input));
        values.push_back(
            input.quantity == Quantity::layer ? 0.0 : value_of(input.quantity, at_rest, 0.0, {}));
    }
    return model.rate_per_h(values, 0.0);
}

void expect_inputs(const CostModel& model, const env::Environment& environment) {
    const auto& card = model.card();
    for (const auto& input : card.inputs) {
        if (input.quantity == Quantity::layer && !environment.has(input.layer)) {
            throw Error(ErrorCode::invalid_argument,
                        fmt::format("cost model '{}' needs {}, of which there is no layer: add "
                                    "one, a file or a number",
                                    card.name, name(input)));
        }
        if (!card.waiting_per_h && !has_value_at_rest(input)) {
            throw Error(
                ErrorCode::invalid_argument,
                fmt::format("cost model '{}' needs {}, so that an hour of waiting costs another "
                            "sum at each place: say what to take with waiting_per_hour in a file "
                            "of the model",
                            card.name, name(input)));
        }
    }
}

} // namespace fairlead::cost
