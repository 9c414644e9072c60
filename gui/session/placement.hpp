// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Where a waypoint may be put: ports that a click means, places that are no water, and what lies
/// near them.

#include "core/geo/gazetteer.hpp"
#include "core/geo/land_index.hpp"
#include "core/geo/position.hpp"

#include <optional>

namespace fairlead::gui {

/// The nearest place of the gazetteer within `reach`; null if there is none.
[[nodiscard]] const geo::Place* port_near(const geo::Gazetteer& gazetteer,
                                          const geo::Position& place, Length reach);

/// How far `nearest_water` looks.
inline constexpr Length farthest_water = Length::nautical_miles(100.0);

/// Water near a place on land, within a tenth of how far it is away, and that far off the shore;
/// the place itself if it is on water. Nothing within farthest_water: nothing.
/// @pre the index covers the place
[[nodiscard]] std::optional<geo::Position> nearest_water(const geo::LandIndex& land,
                                                         const geo::Position& place);

} // namespace fairlead::gui
