// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// How long the 16 arcs of a cell take in the common case, all at once: the arithmetic half of the
/// time-dependent kernel's inner loop. Compiled twice, for any processor and for those with AVX2;
/// which one serves is asked of the processor, and both give the same ticks.

#include "core/search/code_sums.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace fairlead::search {

/// The short series serves where an arc's duration changes by no more than this share of itself
/// while the ship is under way; its error there is below 2e-12.
inline constexpr double gentle = 0.125;

/// (exp(x) - 1) / x, for one number or for several in a vector. @pre |x| <= gentle
template <class Real>
[[gnu::always_inline]] inline void set_short_exp_ratio(const Real& x, Real& ratio) noexcept {
    ratio =
        1.0 +
        x * (1.0 / 2 +
             x * (1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120 + x * (1.0 / 720 + x * (1.0 / 5040))))));
}
[[nodiscard]] inline double short_exp_ratio(double x) noexcept {
    double ratio = 0.0;
    set_short_exp_ratio(x, ratio);
    return ratio;
}

/// A ship that leaves a cell between two slices.
struct Departure {
    const std::uint16_t* first = nullptr;  ///< the cell's code in the slice before
    const std::uint16_t* second = nullptr; ///< and in the one after
    double phase = 0.0;                    ///< 0 at the first slice, 1 at the second
    double per_tick = 0.0;                 ///< by which the phase grows; 0 where nothing changes
    double left = 0.0;                     ///< ticks until the second slice
};

/// Ticks per code and quarter of each arc.
using QuarterWeights = std::array<double, 16>;
using SixteenTicks = std::array<std::uint32_t, 16>;

/// @param ticks by direction, rounded up as TickClock does; 0 for an arc that needs more than the
///        common case (it changes more than gently, or does not end before the second slice).
/// @return false if any of the cells is closed; then ticks mean nothing.
/// @pre no arc leaves the grid
using SixteenDurations = bool (*)(const CodeSums& sums, const QuarterWeights& weights,
                                  const Departure& departure, SixteenTicks& ticks) noexcept;

/// For any processor.
[[nodiscard]] SixteenDurations plain_sixteen_durations() noexcept;
/// The quickest for this processor.
[[nodiscard]] SixteenDurations quickest_sixteen_durations() noexcept;

} // namespace fairlead::search
