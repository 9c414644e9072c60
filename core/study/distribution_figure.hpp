// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// How time, fuel and risk are distributed, by month of departure and ship.

#include "core/study/figure.hpp"
#include "core/study/outcomes.hpp"

namespace fairlead::study {

/// Months of all years and scenarios are taken together.
[[nodiscard]] Figure distribution_figure(const Outcomes& outcomes);

} // namespace fairlead::study
