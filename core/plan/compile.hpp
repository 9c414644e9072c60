// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Environment and ship onto the planning grid: every layer is warped once per slice, every cell
/// gets what it costs this ship then.

#include "core/base/progress.hpp"
#include "core/cost/transit_field.hpp"
#include "core/cost/transit_model.hpp"
#include "core/env/environment.hpp"
#include "core/plan/planning_grid.hpp"
#include "core/search/field_bounds.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace fairlead::plan {

struct CompileRequest {
    const env::Environment& environment;
    const cost::TransitModel& model;
    cost::Objective objective;
    const PlanningGrid& grid;
    /// Cells that may hold water, rising; all others are closed.
    std::span<const std::uint32_t> cells;
    double from_s = 0.0;    ///< departure, seconds since 1970
    double horizon_s = 0.0; ///< look no farther ahead than this
};

struct CompiledField {
    cost::TransitField field;
    /// The field ends because of the horizon, not because the data do.
    bool cut_by_horizon = false;
    bool currents_known = false;
    /// Of the field; cells closed since only make them wider than need be.
    search::FieldBounds bounds;
};

/// Slices are the natural times of all layers from departure on, departure itself, and both sides
/// of every instant at which something jumps (zones, ends of layers).
[[nodiscard]] CompiledField compile_transit_field(const CompileRequest& request,
                                                  const Progress& progress = {});

} // namespace fairlead::plan
