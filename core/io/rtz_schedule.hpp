// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Between the schedules of RTZ and the times of a route's points. Internal to io.

#include "core/io/route_document.hpp"

#include <span>
#include <string>
#include <vector>

namespace fairlead::io {

/// Gives each point its arrival (the first one its departure), the speed that leads there and, for
/// a stay, when she leaves: from the first schedule that has any time, of it from the calculated
/// table and where that is silent from the manual one. A remark names it if there are several.
void take_times(std::span<const RtzSchedule> schedules, RouteDocument& document);

/// The schedule that says what the points and, where the route was planned, its legs say.
/// @param ids of the points
/// @return none if the points have no times.
[[nodiscard]] std::optional<RtzSchedule>
schedule_of(const RouteDocument& document, std::span<const std::uint64_t> ids, RtzVersion version);

} // namespace fairlead::io
