// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What a cost model may ask for, by name: quantities of the ship under way, of the rules' outcome,
/// of place and time, and every layer of the sea.

#include "core/env/variable.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::cost {

enum class Quantity : unsigned char {
    speed_kn,             ///< through the water
    speed_over_ground_kn, ///< made good along the track; in a planning grid that through the water
    power_kw,
    fuel_t_per_h,
    co2_t_per_h,
    rio,        ///< Risk Index Outcome; 30 without ice
    risk_per_h, ///< risk hours an hour (docs/methods.md, "Ice risk")
    latitude_deg,
    longitude_deg,
    time_s, ///< since 1970-01-01T00:00Z
    layer,  ///< of the sea, by its variable
};

struct ModelInput {
    Quantity quantity = Quantity::layer;
    env::Variable layer = env::Variable::sea_ice_concentration; ///< read for a layer only

    friend bool operator==(const ModelInput&, const ModelInput&) = default;
};

[[nodiscard]] constexpr ModelInput layer_input(env::Variable variable) noexcept {
    return {Quantity::layer, variable};
}

/// "fuel_t_per_h"; for layers the name of the variable.
[[nodiscard]] std::string_view name(const ModelInput& input) noexcept;
/// "t/h"; "1" for a number without a unit.
[[nodiscard]] std::string_view unit(const ModelInput& input) noexcept;
[[nodiscard]] std::optional<ModelInput> model_input_named(std::string_view text) noexcept;
/// @param what asks for it, for the sentence: "harbour.so: the cost model".
/// @throws Error (malformed) naming the input that may be meant.
[[nodiscard]] ModelInput expect_model_input(std::string_view text, const std::string& what);
/// All there are: quantities first, then layers.
[[nodiscard]] std::vector<ModelInput> all_model_inputs();

/// True of what belongs to the ship, the rules and the ice: it has a value for a ship at rest in
/// calm, ice-free water, wherever and whenever that is.
[[nodiscard]] bool has_value_at_rest(const ModelInput& input) noexcept;

/// "speed_kn=12, rio=-3.5": values of inputs in words.
[[nodiscard]] std::string values_text(std::span<const ModelInput> inputs,
                                      std::span<const double> values);

} // namespace fairlead::cost
