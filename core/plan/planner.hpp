// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The one front door of the engine.

#include "core/base/progress.hpp"
#include "core/plan/plan_request.hpp"
#include "core/plan/plan_result.hpp"
#include "core/plan/voyage_grid.hpp"

#include <memory>

namespace fairlead::plan {

/// Plans one voyage.
/// @throws Error for bad input (place on land far from water, departure outside the data, ...) and
///         Error (cancelled); a voyage that cannot be made is not an error but a NoRoute.
[[nodiscard]] PlanResult plan(const PlanRequest& request, const Progress& progress = {});

/// As plan() of that request, on a grid that make_voyage_grid() has made of it or of one with other
/// objectives or another departure: objectives of one voyage share it.
/// @pre the grid is not null.
[[nodiscard]] PlanResult plan_on(std::shared_ptr<const VoyageGrid> grid, const PlanRequest& request,
                                 const Progress& progress = {});

} // namespace fairlead::plan
