// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The engine says what would help; here its words get the options that do it.

#include "core/plan/plan_result.hpp"
#include "core/plan/sea.hpp"

namespace fairlead::cli {

/// Adds to each remedy that an option stands for the name of the option.
void name_options(plan::PlanResult& result);

/// @throws Error as plan::expect_ice_data, with the options that give the data.
void expect_ice_layers(const plan::Sea& sea, const rules::RuleSet& rules,
                       const vessel::Vessel& vessel);

} // namespace fairlead::cli
