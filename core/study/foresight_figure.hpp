// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What knowing the sea beforehand is worth: routes planned in one scenario and sailed in another
/// (`sail_in`), against those planned in the very sea they are sailed in.

#include "core/study/figure.hpp"
#include "core/study/manifest.hpp"
#include "core/study/outcomes.hpp"

#include <optional>

namespace fairlead::study {

/// None where the study does not sail its routes.
/// Regret is what a departure's route costs when sailed, less what the route planned with perfect
/// knowledge costs: that of the scenario that is sailed in. A route that breaks a rule in the sea
/// that came has no regret, as it could not be sailed; it is counted.
[[nodiscard]] std::optional<Figure> foresight_figure(const Manifest& manifest,
                                                     const Outcomes& outcomes);

} // namespace fairlead::study
