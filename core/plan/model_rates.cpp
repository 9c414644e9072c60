// SPDX-License-Identifier: Apache-2.0
#include "core/plan/model_rates.hpp"

#include "core/base/contract.hpp"

#include <algorithm>

namespace fairlead::plan {

ModelRates::ModelRates(const cost::CostModel& model, const env::Sampler& sampler,
                       std::span<const geo::Position> places)
    : model_(model), sampler_(sampler), places_(places), inputs_(model.card().inputs.size()),
      row_(model.card().inputs.size()) {
    const auto add_layer = [&](env::Variable variable) {
        layers_.push_back({variable, std::vector<float>(places.size()),
                           std::vector<env::Quality>(places.size())});
    };
    add_layer(env::Variable::sea_ice_concentration);
    for (const auto& input : model.card().inputs) {
        if (input.quantity == cost::Quantity::layer &&
            input.layer != env::Variable::sea_ice_concentration) {
            add_layer(input.layer);
        }
    }
}

void ModelRates::begin_slice(double asked_s) {
    asked_s_ = asked_s;
    for (auto& layer : layers_) {
        sampler_.sample(layer.variable, asked_s, layer.value, layer.quality);
    }
    at_.clear();
    speed_kn_.clear();
    for (auto& input : inputs_) {
        input.clear();
    }
}

const ModelRates::LayerValues& ModelRates::layer(env::Variable variable) const {
    const auto found = std::find_if(layers_.begin(), layers_.end(), [&](const LayerValues& one) {
        return one.variable == variable;
    });
    FAIRLEAD_EXPECTS(found != layers_.end());
    return *found;
}

bool ModelRates::add(std::size_t place, std::size_t at, const cost::Transit& transit) {
    const auto& inputs = model_.card().inputs;
    const cost::PlaceAndTime where{places_[place].latitude_deg(), places_[place].longitude_deg(),
                                   asked_s_};
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (inputs[i].quantity == cost::Quantity::layer) {
            const auto value = cost::value_of(inputs[i].layer, layer(inputs[i].layer)[place],
                                              layers_.front()[place]);
            if (!value) {
                return false;
            }
            row_[i] = *value;
        } else {
            row_[i] = cost::value_of(inputs[i].quantity, transit, transit.speed_kn, where);
        }
    }
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        inputs_[i].push_back(row_[i]);
    }
    at_.push_back(at);
    speed_kn_.push_back(transit.speed_kn);
    return true;
}

void ModelRates::finish_slice(std::vector<std::uint16_t>& codes) {
    per_hour_.resize(at_.size());
    per_nmi_.resize(at_.size());
    std::vector<const double*> arrays;
    for (const auto& input : inputs_) {
        arrays.push_back(input.data());
    }
    model_.rates(arrays, per_hour_, per_nmi_);
    double greatest = 0.0;
    for (std::size_t i = 0; i < at_.size(); ++i) {
        per_hour_[i] += per_nmi_[i] * speed_kn_[i];
        greatest = std::max(greatest, per_hour_[i]);
    }
    scale_.reach(greatest, codes);
    for (std::size_t i = 0; i < at_.size(); ++i) {
        codes[at_[i]] = scale_.code(per_hour_[i]);
    }
}

} // namespace fairlead::plan
