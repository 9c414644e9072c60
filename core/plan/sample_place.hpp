// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Everything that is known of one place at one time: what `fairlead sample` and the chart tell.

#include "core/io/sample_json.hpp"
#include "core/plan/sea.hpp"

namespace fairlead::plan {

struct SampleQuestion {
    const Sea& sea;
    const Place& place;
    Instant time;
    const geo::LandIndex* land = nullptr;   ///< null: land is not looked at
    const vessel::Vessel* vessel = nullptr; ///< null: no ship is asked about
    const rules::RuleSet* rules = nullptr;  ///< @pre not null where there is a ship
};

/// @throws Error as expect_ice_data(), where there is a ship.
[[nodiscard]] io::SampleDocument sample_place(const SampleQuestion& question);

} // namespace fairlead::plan
