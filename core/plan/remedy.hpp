// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What would open a way. Sentences name no option and no button: each front end adds its own.

#include "core/base/units.hpp"

#include <optional>
#include <string>

namespace fairlead::plan {

enum class RemedyKind {
    // tried: each opens a way by itself
    leave_later, ///< by `later`
    hold_data,   ///< beyond their end
    stronger_ship,
    less_draught,
    without_zones,
    // not tried
    smaller_cells,
    wider_grid,
    later_data,         ///< or something that stands in beyond the end
    missing_data,       ///< of days within a series
    data_elsewhere,     ///< of another area
    farther_from_coast, ///< coasts filled from farther away
    fill_pole_hole,
    free_leg,    ///< found, not drawn
    other_place, ///< or another time there
};

struct Remedy {
    RemedyKind kind = RemedyKind::leave_later;
    std::string sentence;                         ///< without capital and full stop
    std::optional<Duration> later = std::nullopt; ///< of leave_later: added to the departure
};

} // namespace fairlead::plan
