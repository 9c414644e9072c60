// SPDX-License-Identifier: Apache-2.0
#include "core/cost/model_input.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"

#include <fmt/format.h>

#include <array>

namespace fairlead::cost {
namespace {

struct QuantityWords {
    std::string_view name;
    std::string_view unit;
};
/// In the order of Quantity, without layers.
constexpr std::array<QuantityWords, 10> quantities{{{"speed_kn", "kn"},
                                                    {"speed_over_ground_kn", "kn"},
                                                    {"power_kw", "kW"},
                                                    {"fuel_t_per_h", "t/h"},
                                                    {"co2_t_per_h", "t/h"},
                                                    {"rio", "1"},
                                                    {"risk_per_h", "1/h"},
                                                    {"latitude_deg", "deg"},
                                                    {"longitude_deg", "deg"},
                                                    {"time_s", "s"}}};
static_assert(quantities.size() == static_cast<std::size_t>(Quantity::layer));

} // namespace

std::string_view name(const ModelInput& input) noexcept {
    return input.quantity == Quantity::layer
               ? env::info(input.layer).name
               : quantities[static_cast<std::size_t>(input.quantity)].name;
}

std::string_view unit(const ModelInput& input) noexcept {
    return input.quantity == Quantity::layer
               ? env::info(input.layer).unit
               : quantities[static_cast<std::size_t>(input.quantity)].unit;
}

std::optional<ModelInput> model_input_named(std::string_view text) noexcept {
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        if (quantities[i].name == text) {
            return ModelInput{static_cast<Quantity>(i)};
        }
    }
    for (const auto& variable : env::all_variables()) {
        if (variable.name == text) {
            return layer_input(variable.variable);
        }
    }
    return std::nullopt;
}

ModelInput expect_model_input(std::string_view text, const std::string& what) {
    if (const auto input = model_input_named(text)) {
        return *input;
    }
    std::vector<std::string> known;
    for (const auto& input : all_model_inputs()) {
        known.emplace_back(name(input));
    }
    const auto meant = closest(text, known);
    throw Error(ErrorCode::malformed,
                fmt::format("{} asks for '{}', which is not known; {}", what, text,
                            meant ? fmt::format("did you mean {}?", *meant)
                                  : fmt::format("known are {}", fmt::join(known, ", "))));
}

std::vector<ModelInput> all_model_inputs() {
    std::vector<ModelInput> inputs;
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        inputs.push_back({static_cast<Quantity>(i)});
    }
    for (const auto& variable : env::all_variables()) {
        inputs.push_back(layer_input(variable.variable));
    }
    return inputs;
}

bool has_value_at_rest(const ModelInput& input) noexcept {
    switch (input.quantity) {
    case Quantity::latitude_deg:
    case Quantity::longitude_deg:
    case Quantity::time_s:
        return false;
    case Quantity::layer:
        return input.layer == env::Variable::sea_ice_concentration ||
               input.layer == env::Variable::sea_ice_thickness;
    default:
        return true;
    }
}

std::string values_text(std::span<const ModelInput> inputs, std::span<const double> values) {
    std::string text;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        text += fmt::format("{}{}={:g}", i == 0 ? "" : ", ", name(inputs[i]), values[i]);
    }
    return text.empty() ? "no conditions at all" : text;
}

} // namespace fairlead::cost
