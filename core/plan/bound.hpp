// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The lower bound that goes with a planned route.

#include "core/cost/transit_model.hpp"
#include "core/plan/plan_request.hpp"
#include "core/plan/voyage_grid.hpp"
#include "core/route/route.hpp"

#include <optional>

namespace fairlead::plan {

/// No voyage through the request's places costs less (in the objective's unit), on the grid or off
/// it, whatever its waiting: the proof is in search/lower_bound.hpp. Harbour approaches, and what
/// zones and depth forbid, are left out, which only lowers it.
/// @return nothing for a cost model, of which nobody knows what it says between the conditions it
///         was asked about; for a ship that burns less in more ice or at more speed
///         (CostFloor::holds), and where no proof was found.
[[nodiscard]] std::optional<double> lower_bound_of(const PlanRequest& request,
                                                   const VoyageGrid& voyage,
                                                   const cost::TransitModel& model,
                                                   const route::Route& route,
                                                   const Progress& progress = {});

} // namespace fairlead::plan
