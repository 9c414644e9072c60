// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The best day to leave, and what every other day costs more.

#include "core/study/figure.hpp"
#include "core/study/outcomes.hpp"

namespace fairlead::study {

[[nodiscard]] Figure departure_figure(const Outcomes& outcomes);

} // namespace fairlead::study
