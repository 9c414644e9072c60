// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The slices of a plan: when conditions are looked at.

#include "core/env/environment.hpp"

#include <array>
#include <span>
#include <vector>

namespace fairlead::plan {

/// What a ship's speed, and whether she may pass, depends on and changes with time.
inline constexpr std::array deciding_variables{
    env::Variable::sea_ice_concentration, env::Variable::sea_ice_thickness,
    env::Variable::attainable_speed, env::Variable::eastward_current,
    env::Variable::northward_current};

struct SliceTime {
    double time_s = 0.0;
    /// When the environment is asked for this slice: at `time_s`, or beside it at a step.
    double asked_s = 0.0;
};

struct TimeAxis {
    std::vector<SliceTime> slices; ///< at least one
    bool open_after_last = false;  ///< nothing changes any more
    bool cut_by_horizon = false;
};

/// Slices from `from_s` on: natural times of the layers that decide on passage; zone edges, ends of
/// layers and of gaps in them as steps (two slices of equal time); up to the end of the data or the
/// horizon.
/// @param also layers that decide on something else, such as the cost.
[[nodiscard]] TimeAxis make_time_axis(const env::Environment& environment, double from_s,
                                      double horizon_s, std::span<const env::Variable> also = {});

} // namespace fairlead::plan
