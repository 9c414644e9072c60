// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Whether a route can be sailed at the times that its file states. The voyage is judged as fast as
/// the ship can sail it, and waits where the way is closed: a wait that the file does not plan is
/// what it did not know of.

#include "core/route/evaluation.hpp"

#include <optional>
#include <span>

namespace fairlead::route {

/// Arrivals agree within 1 % of the time between, and within this where that is less.
inline constexpr Duration least_time_allowed = Duration::hours(0.25);

/// Adds to a voyage that was sailed to its end:
/// - route.wait for each wait but those by intention (leave_not_before). An info where the stated
///   times before and after it leave room for just that wait, a violation where it makes the ship
///   late for a stated time, else a warning;
/// - route.times_not_kept, a warning, where arrivals are found later than stated;
/// - route.judged_ahead, a warning, where they are found earlier: what she would meet at the stated
///   times is not judged.
/// A violation makes the voyage infeasible.
/// @param stated arrivals by waypoint, none where the file has none; the first is the departure.
///        Empty: the file has no times, or is about another departure than this one.
void judge_stated_times(Evaluation& judged, std::span<const std::optional<Instant>> stated);

} // namespace fairlead::route
