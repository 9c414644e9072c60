// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Rules by the words that people choose them with.

#include "core/rules/rule_set.hpp"

#include <string_view>

namespace fairlead::rules {

/// @param list "polaris", "ukc" and "zones", any of them, with commas between; or "none".
/// @throws Error (invalid_argument) for another word, with the one that may be meant.
[[nodiscard]] RuleSet::Options rules_named(std::string_view list);

} // namespace fairlead::rules
