// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The zones that the planner has drawn, laid over those of the scenario: the engine then keeps out
/// of them, or keeps their speed, as of any other.

#include "gui/session/opened_sea.hpp"

#include <memory>
#include <vector>

namespace fairlead::gui {

/// The rule of one zone as the engine knows it.
/// @throws Error (invalid_argument) naming the zone, for corners that enclose no area.
[[nodiscard]] env::Zone engine_zone(const VoyageZone& zone);

/// @param opened with zones of an older voyage or without; null stays null.
/// @throws Error as engine_zone().
[[nodiscard]] std::shared_ptr<const OpenedSea>
with_own_zones(const std::shared_ptr<const OpenedSea>& opened,
               const std::vector<VoyageZone>& zones);

/// As it was opened: the same for as long as only zones change.
[[nodiscard]] std::shared_ptr<const OpenedSea>
without_own_zones(const std::shared_ptr<const OpenedSea>& sea);

} // namespace fairlead::gui
