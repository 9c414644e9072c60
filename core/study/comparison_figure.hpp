// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Differences between ships, objectives, rules and scenarios, pair by pair.

#include "core/study/figure.hpp"
#include "core/study/outcomes.hpp"

namespace fairlead::study {

[[nodiscard]] Figure comparison_figure(const Outcomes& outcomes);

} // namespace fairlead::study
