// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// How one ship under one set of rules passes through given conditions: the one place where
/// vessel, rules and cost meet. Used by the compiler of transit fields and, independently of the
/// search, by the evaluation of finished routes.

#include "core/cost/objective.hpp"
#include "core/env/conditions.hpp"
#include "core/env/zone.hpp"
#include "core/rules/rule_set.hpp"
#include "core/vessel/vessel.hpp"

#include <limits>
#include <optional>
#include <span>

namespace fairlead::cost {

struct Transit {
    bool allowed = false;  ///< by every rule, with data to judge by, at a speed above the least
    double speed_kn = 0.0; ///< through the water; 0 where not allowed
    double power_kw = 0.0;
    double fuel_t_per_h = 0.0;
    double co2_t_per_h = 0.0;
    double risk_per_h = 0.0; ///< docs/methods.md, "Ice risk"
    double rio = 30.0;       ///< Risk Index Outcome as in rules::Verdict
    double speed_limit_kn =
        std::numeric_limits<double>::infinity(); ///< the lowest that a rule sets
    rules::Block block = rules::Block::none;     ///< what forbids it, first in order of precedence
};

/// Ice risk per hour under way [risk hours per hour]: ((30 - RIO) / 30)^2. 0 without ice, 1 at
/// RIO 0 (where normal operation ends), 1.78 at -10 (where elevated risk ends), 13.4 at worst.
/// Fairlead's own definition, with its reasons and limits in docs/methods.md, "Ice risk".
[[nodiscard]] constexpr double risk_rate_per_h(double rio) noexcept {
    const double share = (rules::Polaris::ice_free_rio - rio) / rules::Polaris::ice_free_rio;
    return share * share;
}

/// Immutable; safe from any thread. Keeps references: vessel and rules must outlive it.
class TransitModel {
  public:
    /// @param own_limit she never goes faster through the water, by her own choice.
    TransitModel(const vessel::Vessel& vessel, const rules::RuleSet& rules,
                 std::optional<Speed> own_limit = {})
        : vessel_(&vessel), rules_(&rules),
          own_limit_kn_(own_limit ? own_limit->in_knots()
                                  : std::numeric_limits<double>::infinity()) {}

    /// Where an attainable_speed layer is usable it replaces the ship's speed in ice; power and
    /// fuel are then those of the open-water speed (a layer says nothing about resistance). Where
    /// passage is not allowed, speed, power, fuel and CO2 are 0, and risk is that of the place.
    /// @param zones those that contain the place and are in force.
    /// @param greatest_speed_kn as the own limit, for this once.
    [[nodiscard]] Transit
    transit(const env::Conditions& conditions, std::span<const env::Zone* const> zones,
            double greatest_speed_kn = std::numeric_limits<double>::infinity()) const noexcept;
    /// Cost per hour under way by an objective (time: 1; distance: nautical miles per hour).
    /// @pre the objective is not a model: that asks for more (model_rate.hpp)
    [[nodiscard]] static double rate_per_h(const Objective& objective, const Transit& transit,
                                           double speed_over_ground_kn) noexcept;
    /// Cost per hour of waiting: hire for money and time, hotel load for fuel and CO2, none for
    /// distance and risk; for a model what it says.
    [[nodiscard]] double waiting_rate_per_h(const Objective& objective) const;

    [[nodiscard]] const vessel::Vessel& vessel() const noexcept { return *vessel_; }
    [[nodiscard]] const rules::RuleSet& rules() const noexcept { return *rules_; }

  private:
    const vessel::Vessel* vessel_;
    const rules::RuleSet* rules_;
    double own_limit_kn_;
};

} // namespace fairlead::cost
