// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// When a place that is closed now will open, and whether the ship can stay where it is until then.

#include "core/route/passage.hpp"

#include <optional>
#include <span>
#include <vector>

namespace fairlead::route {

/// All instants at which the way conditions change with time may itself change: slices of the
/// layers, ends of their validity, and the windows of zones. Between two of them values are linear
/// in time; after the last nothing changes. Sorted, seconds since 1970.
[[nodiscard]] std::vector<double> time_breaks(const env::Environment& environment);

struct Opening {
    std::optional<double> time_s; ///< none: never, or not while the ship can stay
    std::optional<double>
        trapped_s; ///< the holding place closes at this time, before the way opens
};

/// The earliest time at or after `now_s` at which all places ahead are open.
///
/// Each interval between breaks is probed at five instants and the change bisected to 0.1 s: an
/// opening shorter than a quarter of an interval may be missed, which is the safe side.
/// @param hold where the ship waits; none: it may stay as long as it likes (a berth).
/// @param breaks from time_breaks().
[[nodiscard]] Opening find_opening(PassageSampler& sampler, const std::optional<TrackPlace>& hold,
                                   std::span<const TrackPlace> ahead, double now_s,
                                   double speed_limit_kn, std::span<const double> breaks);

/// When a holding place closes to a ship that lies there from `now_s` until `until_s`; nothing if
/// it stays open. Probed as above.
[[nodiscard]] std::optional<double> closing_before(PassageSampler& sampler, const TrackPlace& hold,
                                                   double now_s, double until_s,
                                                   double speed_limit_kn,
                                                   std::span<const double> breaks);

} // namespace fairlead::route
