// SPDX-License-Identifier: Apache-2.0
#include "core/search/square_border.hpp"

#include <algorithm>
#include <cmath>

namespace fairlead::search {

// Two places on sides that meet differ most for their distance aslant, if the function falls along
// one of the sides and rises along the other, seen from their corner; else along the steeper side.
// For places on opposite sides: moving both along, at the same distance, changes their difference
// linearly, so that it is greatest when one of them has come to a corner; and from a corner to a
// place on an opposite side it is, over the corner between and by Cauchy's inequality, no more than
// on the two sides that meet there.
double greatest_rise(const CornerValues& corner) noexcept {
    double squared = 0.0;
    for (std::size_t i = 0; i < corner.size(); ++i) {
        if (!(corner[i] < HUGE_VAL)) {
            return HUGE_VAL;
        }
        const double one = corner[beside(i)] - corner[i];
        const double other = corner[before(i)] - corner[i];
        squared = std::max(squared, one * other < 0.0 ? one * one + other * other
                                                      : std::max(one * one, other * other));
    }
    return std::sqrt(squared);
}

double value_inside(const CornerValues& corner, const std::array<double, 2>& place,
                    double rise) noexcept {
    const auto [x, y] = place;
    // From the upper side's line, and so on round the square.
    const std::array foot{x, y, 1.0 - x, 1.0 - y};
    const std::array away{y, 1.0 - x, 1.0 - y, x};
    double greatest = -HUGE_VAL;
    for (std::size_t i = 0; i < corner.size(); ++i) {
        const double slope = corner[beside(i)] - corner[i];
        const double rest = std::sqrt(std::max(0.0, rise * rise - slope * slope));
        const double shift = slope == 0.0 ? 0.0 : away[i] * slope / rest; // may be infinite
        const double along = std::isnan(shift) ? foot[i] : std::clamp(foot[i] + shift, 0.0, 1.0);
        greatest = std::max(greatest, corner[i] + along * slope -
                                          rise * std::hypot(away[i], along - foot[i]));
    }
    return greatest;
}

} // namespace fairlead::search
