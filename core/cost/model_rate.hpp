// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What a cost model is told of a ship under way or at rest.

#include "core/cost/cost_model.hpp"
#include "core/cost/transit_model.hpp"
#include "core/env/environment.hpp"

#include <optional>

namespace fairlead::cost {

struct PlaceAndTime {
    double latitude_deg = 0.0;
    double longitude_deg = 0.0;
    double time_s = 0.0; ///< since 1970
};

/// @pre quantity is not a layer
[[nodiscard]] double value_of(Quantity quantity, const Transit& transit,
                              double speed_over_ground_kn, const PlaceAndTime& place) noexcept;

/// What a layer's sample is to a model: unknown currents are still water, and the thickness of ice
/// that is not there is 0, as everywhere. Nothing: the model cannot be asked.
[[nodiscard]] std::optional<double> value_of(env::Variable layer, const env::Sample& sample,
                                             const env::Sample& concentration) noexcept;

/// Cost of an hour of waiting, hotel load and all.
/// @param at_rest the ship there; its speed is 0.
[[nodiscard]] double waiting_rate_per_h(const CostModel& model, const Transit& at_rest);

/// @throws Error (invalid_argument) where the model asks for a layer that the sea does not have, or
///         where nothing says what waiting costs.
void expect_inputs(const CostModel& model, const env::Environment& environment);

} // namespace fairlead::cost
