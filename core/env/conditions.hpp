// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// All that a ship meets at one place and time: what vessel, rules and cost models are given.

#include "core/env/sample.hpp"

namespace fairlead::env {

struct Conditions {
    Sample concentration;    ///< 0..1
    Sample thickness;        ///< m, of the ice that is there; not used where concentration is 0
    Sample depth;            ///< m, positive down
    Sample current_east;     ///< m/s; absent counts as still water, which the plan says
    Sample current_north;    ///< m/s
    Sample wind_east;        ///< m/s
    Sample wind_north;       ///< m/s
    Sample wave_height;      ///< m
    Sample air_temperature;  ///< K
    Sample attainable_speed; ///< kn; where usable it replaces the vessel's model
};

} // namespace fairlead::env
