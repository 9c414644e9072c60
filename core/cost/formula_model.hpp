// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A cost model written as formulas.

#include "core/cost/cost_model.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace fairlead::cost {

/// Either `cost`, or `per_hour`, `per_nmi` or both.
struct FormulaModelText {
    std::string name;
    std::string version;
    std::string unit = "cost";
    std::string source; ///< where the formulas are from: a file, or the formula itself
    std::string what;   ///< names a formula in errors; "": source and key
    /// What a stretch of the way costs, by what it takes: time_h, distance_nm, fuel_t, co2_t and
    /// risk_h, besides all model inputs. Must be proportional to the stretch.
    std::optional<std::string> cost;
    std::optional<std::string> per_hour; ///< of model inputs
    std::optional<std::string> per_nmi;  ///< of model inputs
    std::map<std::string, double> parameters;
    std::optional<double> waiting_per_h;
    bool claims_monotone_in_ice = false;
};

/// @throws Error (malformed) naming the formula and the position of the mistake in it;
///         (invalid_argument) for a `cost` that is not proportional to the stretch, with the
///         conditions that show it.
[[nodiscard]] std::shared_ptr<const CostModel> make_formula_model(const FormulaModelText& text);

} // namespace fairlead::cost
