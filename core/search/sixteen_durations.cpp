// SPDX-License-Identifier: Apache-2.0
#include "core/search/sixteen_durations.hpp"

#include "core/search/tick_clock.hpp"

#include <algorithm>
#include <cstring>

namespace fairlead::search {
namespace {

/// What the vector units convert to a whole number.
constexpr double greatest_ticks = 1 << 30;

// Four lanes: one register of AVX2, two of what every x86-64 has.
using Reals [[gnu::vector_size(32)]] = double;
using Wholes [[gnu::vector_size(16)]] = std::int32_t;

[[gnu::always_inline]] inline bool durations(const CodeSums& sums, const QuarterWeights& weights,
                                             const Departure& departure,
                                             SixteenTicks& ticks) noexcept {
    std::array<std::int32_t, 16> first;
    std::array<std::int32_t, 16> second;
    const bool open_first = sums.quarters(departure.first, first);
    const bool open_second = sums.quarters(departure.second, second);
    const double longest = std::min(departure.left, greatest_ticks);
    for (std::size_t d = 0; d < 16; d += 4) {
        Reals weight;
        Wholes whole_first;
        Wholes whole_second;
        std::memcpy(&weight, &weights[d], sizeof(weight));
        std::memcpy(&whole_first, &first[d], sizeof(whole_first));
        std::memcpy(&whole_second, &second[d], sizeof(whole_second));
        const Reals begin = __builtin_convertvector(whole_first, Reals) * weight;
        const Reals end = __builtin_convertvector(whole_second, Reals) * weight;
        const Reals slope = (end - begin) * departure.per_tick;
        Reals ratio;
        set_short_exp_ratio(slope, ratio);
        const Reals taken = (begin + (end - begin) * departure.phase) * ratio;
        const auto common = (slope <= gentle) & (slope >= -gentle) & (taken <= longest);
        const Reals rounded = common ? taken + (1.0 - TickClock::slack) : Reals{};
        const Wholes whole = __builtin_convertvector(rounded, Wholes);
        std::memcpy(&ticks[d], &whole, sizeof(whole));
    }
    return open_first && open_second;
}

bool plain(const CodeSums& sums, const QuarterWeights& weights, const Departure& departure,
           SixteenTicks& ticks) noexcept {
    return durations(sums, weights, departure, ticks);
}

#ifdef __x86_64__
[[gnu::target("avx2")]] bool with_avx2(const CodeSums& sums, const QuarterWeights& weights,
                                       const Departure& departure, SixteenTicks& ticks) noexcept {
    return durations(sums, weights, departure, ticks);
}
#endif

} // namespace

SixteenDurations plain_sixteen_durations() noexcept {
    return plain;
}

SixteenDurations quickest_sixteen_durations() noexcept {
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx2") != 0) {
        return with_avx2;
    }
#endif
    return plain;
}

} // namespace fairlead::search
