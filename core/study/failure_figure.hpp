// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What keeps ships from arriving, how often, and what was said of the first of each kind.

#include "core/study/figure.hpp"
#include "core/study/outcomes.hpp"

namespace fairlead::study {

[[nodiscard]] Figure failure_figure(const Outcomes& outcomes);

} // namespace fairlead::study
