// SPDX-License-Identifier: Apache-2.0
#include "core/search/tick_clock.hpp"

#include <algorithm>

namespace fairlead::search {

TickClock TickClock::starting(double earliest_s, double last_s, bool held) noexcept {
    TickClock clock;
    clock.origin_s = std::floor(earliest_s);
    if (!held) {
        const double span_s = std::max(1.0, last_s - clock.origin_s) + 1.0;
        clock.ticks_per_s = 1024.0;
        while (span_s * clock.ticks_per_s >= never) {
            clock.ticks_per_s *= 0.5;
        }
    }
    return clock;
}

} // namespace fairlead::search
