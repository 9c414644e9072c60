// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A voyage that cannot be made because one of its places lies in a prohibited zone: the answer
/// then names place and zone, whether or not the cells of the grid see the zone.

#include "core/plan/leg_search.hpp"
#include "core/plan/plan_result.hpp"
#include "core/route/evaluation.hpp"

namespace fairlead::plan {

/// For a stage without a path. It is the zone's doing where it is in force as long as anything is
/// known, or as the ship has to leave, or where without it she would be there while it is in force.
/// @param no gets reason, remedy and what blocks; else nothing in it changes.
/// @return whether a place lies in such a zone.
/// @throws Error (cancelled).
bool name_place_in_zone(const StageRequest& wanted, const Stage& stage, NoRoute& no,
                        const Progress& progress);

/// For a line that its check stopped, by a zone that holds a place and is in force then.
/// @param no with what blocks first in `blocking`; gets reason and remedy.
bool name_place_in_zone(const PlanRequest& request, const VoyageGrid& voyage,
                        const route::Stop& stop, NoRoute& no);

} // namespace fairlead::plan
