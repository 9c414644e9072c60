// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The one front door of the engine.

#include "core/base/progress.hpp"
#include "core/plan/plan_request.hpp"
#include "core/plan/plan_result.hpp"

namespace fairlead::plan {

/// Plans one voyage.
/// @throws Error for bad input (place on land far from water, departure outside the data, ...) and
///         Error (cancelled); a voyage that cannot be made is not an error but a NoRoute.
[[nodiscard]] PlanResult plan(const PlanRequest& request, const Progress& progress = {});

} // namespace fairlead::plan
