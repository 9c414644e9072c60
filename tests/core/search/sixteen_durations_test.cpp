// SPDX-License-Identifier: Apache-2.0
#include "core/search/sixteen_durations.hpp"
#include "core/search/tick_clock.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>
#include <vector>

namespace {

using namespace fairlead;

constexpr std::int32_t columns = 5;
constexpr std::size_t centre = 12; // of 5 x 5 cells

search::QuarterWeights weights_of(double ticks) {
    search::QuarterWeights weights{};
    for (std::size_t d = 0; d < weights.size(); ++d) {
        weights[d] = graph::directions[d].length_cells * ticks;
    }
    return weights;
}

} // namespace

TEST_CASE("sixteen durations: those of any processor and of this one are the same",
          "[sixteen_durations]") {
    const search::CodeSums sums(columns);
    std::mt19937 random(7);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    std::vector<std::uint16_t> first(25);
    std::vector<std::uint16_t> second(25);
    std::size_t common = 0;
    std::size_t special = 0;
    std::size_t shut = 0;
    for (int round = 0; round < 20'000; ++round) {
        const int span = round % 2 == 0 ? 100 : 40'000;
        for (std::size_t i = 0; i < first.size(); ++i) {
            first[i] = static_cast<std::uint16_t>(1 + below(span));
            second[i] = static_cast<std::uint16_t>(first[i] + below(2000));
        }
        if (round % 100 == 0) {
            second[random() % second.size()] = cost::TransitField::closed;
        }
        const double left = 1e3 + below(100'000'000);
        const search::Departure departure{&first[centre], &second[centre], below(1000) / 1e3,
                                          round % 3 == 0 ? 0.0 : 1.0 / 2e7, left};
        search::SixteenTicks plain{};
        search::SixteenTicks quickest{};
        const auto weights = weights_of(1.0 + below(5000));
        const bool open = search::plain_sixteen_durations()(sums, weights, departure, plain);
        REQUIRE(open == search::quickest_sixteen_durations()(sums, weights, departure, quickest));
        shut += open ? 0 : 1;
        if (!open) {
            continue;
        }
        REQUIRE(plain == quickest);
        for (const std::uint32_t ticks : plain) {
            (ticks == 0 ? special : common) += 1;
        }
    }
    CHECK(common > 10'000);
    CHECK(special > 10'000);
    CHECK(shut > 50);
}

TEST_CASE("sixteen durations: the integral of the rate between the slices", "[sixteen_durations]") {
    const search::CodeSums sums(columns);
    const std::vector<std::uint16_t> first(25, 1000);
    const std::vector<std::uint16_t> second(25, 1400);
    const double interval = 1e7;
    const double phase = 0.25;
    search::SixteenTicks ticks{};
    REQUIRE(search::quickest_sixteen_durations()(
        sums, weights_of(100.0),
        {&first[centre], &second[centre], phase, 1.0 / interval, (1.0 - phase) * interval}, ticks));
    for (std::size_t d = 0; d < ticks.size(); ++d) {
        // The ship makes dt / P of the arc in dt, with P growing by `slope` a tick.
        const double weight = 4.0 * 100.0 * graph::directions[d].length_cells;
        const double slope = 400.0 * weight / interval;
        const double taken = 1100.0 * weight * std::expm1(slope) / slope;
        CHECK(ticks[d] == static_cast<std::uint32_t>(std::ceil(taken - search::TickClock::slack)));
    }
}

TEST_CASE("sixteen durations: an arc beyond the second slice or a sudden change is left to others",
          "[sixteen_durations]") {
    const search::CodeSums sums(columns);
    const std::vector<std::uint16_t> codes(25, 1000);
    search::SixteenTicks ticks{};
    // Straight arcs take 4000 ticks, diagonal ones 5657, knight's moves 8944.
    REQUIRE(search::quickest_sixteen_durations()(
        sums, weights_of(1.0), {&codes[centre], &codes[centre], 0.0, 0.0, 6000.0}, ticks));
    for (std::size_t d = 0; d < ticks.size(); ++d) {
        CHECK(ticks[d] == (d < 4 ? 4000U : d < 8 ? 5657U : 0U));
    }
    const std::vector<std::uint16_t> doubled(25, 2000);
    REQUIRE(search::quickest_sixteen_durations()(
        sums, weights_of(1.0), {&codes[centre], &doubled[centre], 0.0, 1.0 / 2e4, 2e4}, ticks));
    CHECK(ticks == search::SixteenTicks{});
}
