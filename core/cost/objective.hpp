// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What a route is good by.

#include <optional>
#include <string_view>

namespace fairlead::cost {

enum class ObjectiveKind { time, distance, fuel, risk, co2, money };

/// Prices for the money objective; money is in the user's currency unit, named in the result.
struct Prices {
    double per_hour = 0.0;       ///< hire and crew
    double per_tonne_fuel = 0.0; ///< bunker
    double per_risk = 0.0;       ///< per unit of ice risk (docs/methods.md)
    double per_tonne_co2 = 0.0;
};

struct Objective {
    ObjectiveKind kind = ObjectiveKind::time;
    Prices prices; ///< read for money only
};

[[nodiscard]] std::string_view name(ObjectiveKind kind) noexcept;
/// "h", "nm", "t fuel", "risk hours", "t CO2", "money".
[[nodiscard]] std::string_view unit(ObjectiveKind kind) noexcept;
[[nodiscard]] std::optional<ObjectiveKind> objective_named(std::string_view text) noexcept;

} // namespace fairlead::cost
