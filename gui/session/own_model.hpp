// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The cost model of the voyage's own: opened for a plan, and asked what other lines would cost.

#include "gui/document/kept_plan.hpp"
#include "gui/session/requests.hpp"

#include <optional>
#include <string>

namespace fairlead::gui {

/// The surroundings with the voyage's cost model.
/// @param trusted_library the one that the user has chosen: a library that only a file names is not
///                        loaded, as it would run with all the program's rights.
/// @throws Error as io::find_cost_model; (invalid_argument) for another library, or no model at
/// all.
[[nodiscard]] Surroundings with_model(Surroundings surroundings, const Voyage& voyage,
                                      const std::string& trusted_library);

/// What the line that was planned costs by the model; nothing without a route.
/// @pre the surroundings have the model
[[nodiscard]] std::optional<ModelCost> cost_by_model(const Voyage& voyage,
                                                     const Surroundings& surroundings,
                                                     const plan::PlanResult& result,
                                                     const Progress& progress);

} // namespace fairlead::gui
