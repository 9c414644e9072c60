// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What a route is good by.

#include <memory>
#include <optional>
#include <string_view>

namespace fairlead::cost {

class CostModel;

/// `model`: what a cost model says (cost_model.hpp).
enum class ObjectiveKind { time, distance, fuel, risk, co2, money, model };

/// Prices for the money objective; money is in the user's currency unit, named in the result.
struct Prices {
    double per_hour = 0.0;       ///< hire and crew
    double per_tonne_fuel = 0.0; ///< bunker
    double per_risk = 0.0;       ///< per unit of ice risk (docs/methods.md)
    double per_tonne_co2 = 0.0;
};

struct Objective {
    ObjectiveKind kind = ObjectiveKind::time;
    Prices prices;                            ///< read for money only
    std::shared_ptr<const CostModel> model{}; ///< for `model` only, and then never null
};

[[nodiscard]] std::string_view name(ObjectiveKind kind) noexcept;
/// "h", "nm", "t fuel", "risk hours", "t CO2", "money", "cost".
[[nodiscard]] std::string_view unit(ObjectiveKind kind) noexcept;
/// Those of the model where the objective is one.
[[nodiscard]] std::string_view name(const Objective& objective) noexcept;
[[nodiscard]] std::string_view unit(const Objective& objective) noexcept;
/// Not `model`, which takes more than its name.
[[nodiscard]] std::optional<ObjectiveKind> objective_named(std::string_view text) noexcept;

} // namespace fairlead::cost
