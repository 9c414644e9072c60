// SPDX-License-Identifier: Apache-2.0
#include "core/search/arc_times.hpp"
#include "core/search/timed_arcs.hpp"
#include "tests/support/ascii_sea.hpp"
#include "tests/support/random_sea.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

using namespace fairlead;
using search::ArcTimes;
using test::AsciiSea;

namespace {

constexpr std::uint8_t east = 0;
using Refusal = ArcTimes::Refusal;

} // namespace

TEST_CASE("arc times: constant conditions give share times length times slowness",
          "[search][arc_times]") {
    const AsciiSea sea({"1234", "5678"});
    const auto graph = sea.graph(32);
    const auto field = sea.field();
    const ArcTimes times(graph, field);
    CHECK(*times.frozen_duration_s({0, east}, 0) == Approx(0.5 * 200 + 0.5 * 300));
    CHECK(*times.frozen_duration_s({0, 4}, 0) == Approx((0.5 * 200 + 0.5 * 700) * std::sqrt(2.0)));
    CHECK(*times.frozen_duration_s({0, 8}, 0) == // (2,1)
          Approx(0.25 * (200 + 300 + 700 + 800) * std::sqrt(5.0)));
    CHECK(*times.frozen_duration_s({0, 16}, 0) == // (3,1), through a corner
          Approx((200 + 2 * 300 + 2 * 800 + 900) / 6.0 * std::sqrt(10.0)));
    const auto passage = times.traverse({0, east}, 500.0, true);
    CHECK(passage.refusal == Refusal::none);
    CHECK(passage.departure_s == 500.0);
    CHECK(passage.arrival_s == Approx(750.0));
}

TEST_CASE("arc times: linear change is integrated exactly, over several slices too",
          "[search][arc_times]") {
    const AsciiSea sea({".."});
    const auto graph = sea.graph();
    // 100 s/km falling to 1000 s/km and back, in slices shorter than the arc takes.
    const auto field = sea.field({0.0, 60.0, 150.0, 400.0}, {{".."}, {"99"}, {"59"}, {"02"}}, true);
    const ArcTimes times(graph, field);
    for (const double start : {0.0, 1.0, 59.999, 60.0, 100.0, 390.0, 1000.0}) {
        CAPTURE(start);
        // Brute force: the midpoint rule on dt / P(t).
        const auto frozen = [&](double t) {
            const std::vector<double> knots{0.0, 60.0, 150.0, 400.0};
            std::vector<double> values;
            for (std::size_t k = 0; k < 4; ++k) {
                values.push_back(*times.frozen_duration_s({0, east}, k));
            }
            if (t >= 400.0) {
                return values[3];
            }
            std::size_t k = 0;
            while (t >= knots[k + 1]) {
                ++k;
            }
            return values[k] +
                   (values[k + 1] - values[k]) * (t - knots[k]) / (knots[k + 1] - knots[k]);
        };
        constexpr double step = 4e-3;
        double share = 0.0;
        double t = start;
        while (share < 1.0) {
            share += step / frozen(t + 0.5 * step);
            t += step;
        }
        CHECK(times.traverse({0, east}, start, false).arrival_s == Approx(t).margin(1e-2));
    }
}

TEST_CASE("arc times: an interval with a closed end is closed as a whole", "[search][arc_times]") {
    const AsciiSea sea({".."});
    const auto graph = sea.graph();
    const auto field =
        sea.field({0.0, 1000.0, 2000.0, 3000.0}, {{".."}, {".x"}, {".."}, {".."}}, false);
    const ArcTimes times(graph, field);
    CHECK(times.traverse({0, east}, 0.0, false).refusal == Refusal::opens_later);
    const auto waited = times.traverse({0, east}, 0.0, true);
    CHECK(waited.refusal == Refusal::none);
    CHECK(waited.departure_s == 2000.0);
    CHECK(waited.arrival_s == Approx(2100.0));
    CHECK(times.traverse({0, east}, 2900.0, true).arrival_s == Approx(3000.0));
    CHECK(times.traverse({0, east}, 2900.5, true).refusal == Refusal::closed_for_good);
    CHECK(times.traverse({0, east}, 3000.0, true).refusal == Refusal::closed_for_good);
    // Before the first slice the ship may not lie anywhere.
    CHECK(times.traverse({0, east}, -1.0, true).refusal == Refusal::trapped);
    CHECK(times.traverse({0, east}, -1.0, false).refusal == Refusal::opens_later);
}

TEST_CASE("arc times: two equal slice times are a step", "[search][arc_times]") {
    const AsciiSea sea({".."});
    const auto graph = sea.graph();
    const auto field =
        sea.field({0.0, 1000.0, 1000.0, 2000.0}, {{".x"}, {".x"}, {".."}, {".."}}, true);
    const ArcTimes times(graph, field);
    REQUIRE(times.intervals().size() == 3);
    CHECK(times.traverse({0, east}, 400.0, true).departure_s == 1000.0);
    CHECK(times.traverse({0, east}, 1000.0, false).arrival_s == Approx(1100.0));
    CHECK(times.traverse({0, east}, 1950.0, false).arrival_s == Approx(2050.0));
}

TEST_CASE("arc times: an open stretch too short for the arc is waited through",
          "[search][arc_times]") {
    const AsciiSea sea({".."});
    const auto graph = sea.graph();
    // Open from 1000 to 1099 s, one second too short; then from 3000 s on.
    const auto field = sea.field({0.0, 1000.0, 1000.0, 1099.0, 1099.0, 3000.0, 3000.0},
                                 {{".x"}, {".x"}, {".."}, {".."}, {".x"}, {".x"}, {".."}}, true);
    CHECK(ArcTimes(graph, field).traverse({0, east}, 0.0, true).arrival_s == Approx(3100.0));
}

TEST_CASE("arc times: a ship whose own cell closes while she waits is trapped",
          "[search][arc_times]") {
    const AsciiSea sea({".."});
    const auto graph = sea.graph();
    const auto field = sea.field({0.0, 1000.0, 2000.0, 3000.0, 4000.0},
                                 {{".x"}, {".x"}, {"xx"}, {".."}, {".."}}, true);
    const ArcTimes times(graph, field);
    CHECK(times.traverse({0, east}, 0.0, true).refusal == Refusal::trapped);
    CHECK(times.traverse({0, east}, 0.0, false).refusal == Refusal::opens_later);
    CHECK(times.open_until_s(0, 0.0, 9000.0) == 1000.0);
    CHECK(times.open_until_s(0, 1500.0, 9000.0) == 1500.0);
    CHECK(std::isinf(times.open_until_s(0, 3000.0, 9000.0)));
}

TEST_CASE("arc times: a current helps, hinders and forbids", "[search][arc_times]") {
    const AsciiSea sea({"...", "...", "..."});
    const auto graph = sea.graph();
    auto field = sea.field(); // 10 m/s through the water
    field.current_x.assign(9, 3);
    field.current_y.assign(9, 4);
    field.current_unit_mps = 1.0;
    const ArcTimes times(graph, field);
    const auto speed = [&](std::uint8_t d) {
        return graph.length_m(d) / *times.frozen_duration_s({4, d}, 0);
    };
    CHECK(speed(0) == Approx(3.0 + std::sqrt(100.0 - 16.0))); // east
    CHECK(speed(1) == Approx(-3.0 + std::sqrt(100.0 - 16.0)));
    CHECK(speed(3) == Approx(4.0 + std::sqrt(100.0 - 9.0))); // a row up is north
    CHECK(speed(2) == Approx(-4.0 + std::sqrt(100.0 - 9.0)));
    const double root = std::sqrt(0.5);
    CHECK(speed(6) == Approx(7 * root + std::sqrt(100.0 - 0.5))); // north-east
    field.current_x.assign(9, 0);
    field.current_y.assign(9, 12);
    CHECK_FALSE(times.frozen_duration_s({4, 0}, 0).has_value()); // set across faster than she sails
    CHECK_FALSE(times.frozen_duration_s({4, 2}, 0).has_value());
    CHECK(speed(3) == Approx(22.0));
}

TEST_CASE("arc times: first in, first out, in a million pairs of departures",
          "[search][arc_times][property]") {
    const unsigned seed = 20261;
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::size_t violations = 0;
    std::size_t pairs = 0;
    for (int round = 0; round < 10; ++round) {
        test::RandomSea sea(random, {12, 10},
                            {.slices = 6, .closed_share = 0.05, .with_current = round % 3 == 2});
        const auto graph = sea.graph(round % 2 == 0 ? 16 : 32);
        const ArcTimes times(graph, sea.field);
        std::uniform_real_distribution<double> start(sea.field.slice_time_s.front(),
                                                     sea.field.slice_time_s.back());
        std::uniform_int_distribution<std::uint32_t> vertex(
            0, static_cast<std::uint32_t>(graph.vertex_count() - 1));
        for (int i = 0; i < 14500; ++i) {
            const auto v = vertex(random);
            double a = start(random);
            double b = start(random);
            if (i % 2 == 0) {
                b = a + (b - a) * 1e-3; // close together
            }
            const double early = std::min(a, b);
            const double late = std::max(a, b);
            graph::for_each_out_arc(graph, v, [&](graph::Vertex, std::uint8_t d) {
                const auto first = times.traverse({v, d}, early, true);
                const auto second = times.traverse({v, d}, late, true);
                if (first.refusal == Refusal::none && second.refusal == Refusal::none) {
                    ++pairs;
                    violations += first.arrival_s > second.arrival_s ? 1 : 0;
                }
                // What is closed for good stays closed.
                if (first.refusal == Refusal::closed_for_good && second.refusal == Refusal::none) {
                    ++violations;
                }
            });
        }
    }
    CAPTURE(pairs);
    CHECK(pairs > 1000000);
    CHECK(violations == 0);
}

TEST_CASE("timed arcs: the fast path gives the same tick as plain arithmetic",
          "[search][timed_arcs]") {
    const unsigned seed = 7;
    CAPTURE(seed);
    std::mt19937 random(seed);
    for (const int neighbours : {8, 16, 32}) {
        for (const bool with_current : {false, true}) {
            CAPTURE(neighbours, with_current);
            test::RandomSea sea(random, {14, 13},
                                {.slices = 5,
                                 .land_share = 0.02,
                                 .closed_share = 0.002,
                                 .with_current = with_current});
            const auto graph = sea.graph(neighbours);
            const double first_s = sea.field.slice_time_s.front();
            const auto clock = search::TickClock::starting(first_s, sea.field.slice_time_s.back(),
                                                           sea.field.open_after_last);
            const search::TimedArcs arcs(graph, sea.field, clock, true);
            std::size_t compared = 0;
            std::uniform_real_distribution<double> when(first_s,
                                                        sea.field.slice_time_s.back() + 1e4);
            for (std::uint32_t v = 0; v < graph.vertex_count(); ++v) {
                const std::uint32_t label = clock.ticks(when(random));
                std::uint32_t seen = 0;
                graph::for_each_out_arc(
                    arcs, v, label,
                    [&](graph::Vertex target, std::uint8_t d, std::uint32_t arrival) {
                        seen |= std::uint32_t{1} << d;
                        CHECK(target == graph.target(v, d));
                        const auto passage =
                            arcs.times().traverse({v, d}, clock.seconds(label), true);
                        REQUIRE(passage.refusal == Refusal::none);
                        const double exact =
                            (passage.arrival_s - clock.origin_s) * clock.ticks_per_s;
                        CHECK(arrival >= exact - 0.002);
                        CHECK(arrival < exact + 1.002);
                        ++compared;
                    });
                graph::for_each_out_arc(graph, v, [&](graph::Vertex, std::uint8_t d) {
                    const auto passage = arcs.times().traverse({v, d}, clock.seconds(label), true);
                    CHECK((passage.refusal == Refusal::none) == ((seen >> d & 1) == 1));
                });
            }
            CHECK(compared > 500);
        }
    }
}
