// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The clock that arrival-time labels count by.

#include <cmath>
#include <cstdint>
#include <limits>

namespace fairlead::search {

/// Times of one query: tick 0 is a whole second not after its earliest source.
struct TickClock {
    static constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max();
    double origin_s = 0.0;
    double ticks_per_s = 256.0;

    /// @param last_s end of the field's time; where it is held for ever the clock goes on for
    ///        194 days after the origin.
    static TickClock starting(double earliest_s, double last_s, bool held) noexcept;

    [[nodiscard]] double seconds(std::uint32_t ticks) const noexcept {
        return origin_s + ticks / ticks_per_s;
    }
    /// Up to the next tick; `never` if that is beyond the clock. A 1024th of a tick above a tick
    /// is rounding error, not time. @pre time_s >= origin_s
    [[nodiscard]] std::uint32_t ticks(double time_s) const noexcept {
        const double ticks = std::ceil((time_s - origin_s) * ticks_per_s - slack);
        return ticks < never ? static_cast<std::uint32_t>(ticks) : never;
    }
    static constexpr double slack = 1.0 / 1024.0;
};

} // namespace fairlead::search
