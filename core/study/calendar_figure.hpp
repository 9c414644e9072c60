// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The navigability calendar: on which days of departure which ship gets through, how long it then
/// takes, and what stops it on the others.

#include "core/study/figure.hpp"
#include "core/study/outcomes.hpp"

namespace fairlead::study {

[[nodiscard]] Figure calendar_figure(const Outcomes& outcomes);

} // namespace fairlead::study
