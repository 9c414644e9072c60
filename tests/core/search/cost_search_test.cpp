// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/search/certificate.hpp"
#include "core/search/cost_search.hpp"
#include "tests/support/ascii_sea.hpp"
#include "tests/support/random_sea.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <functional>
#include <limits>
#include <random>

using namespace fairlead;
using search::ArcCosts;
using search::ArcTimes;
using search::CostSearch;
using search::Source;
using search::Target;
using test::AsciiSea;
using test::Drawing;

namespace {

/// Least cost over every path whatever its labels, by trying all states; for tiny seas only.
/// Prunes by nothing but the best cost so far.
double brute_force(const ArcTimes& times, const ArcCosts& costs, graph::Vertex from, double start_s,
                   graph::Vertex to) {
    double best = std::numeric_limits<double>::infinity();
    std::vector<bool> visited(times.graph().vertex_count(), false);
    const std::function<void(graph::Vertex, double, double)> walk = [&](graph::Vertex u, double t,
                                                                        double cost) {
        if (cost >= best) {
            return;
        }
        if (u == to) {
            best = cost;
            return;
        }
        visited[u] = true;
        graph::for_each_out_arc(times.graph(), u, [&](graph::Vertex v, std::uint8_t direction) {
            const auto passage = times.traverse({u, direction}, t, true);
            if (!visited[v] && passage.refusal == ArcTimes::Refusal::none) {
                walk(v, passage.arrival_s,
                     cost + costs.waiting(passage.departure_s - t) +
                         costs.under_way({u, direction}, passage.departure_s, passage.arrival_s));
            }
        });
        visited[u] = false;
    };
    walk(from, start_s, 0.0);
    return best;
}

/// Cost codes of a drawing: the digit, 1 for everything else.
std::vector<std::uint16_t> rates(const Drawing& drawing) {
    std::vector<std::uint16_t> codes;
    for (const std::string& row : drawing) {
        for (const char mark : row) {
            codes.push_back(mark >= '0' && mark <= '9' ? static_cast<std::uint16_t>(mark - '0')
                                                       : 1);
        }
    }
    return codes;
}

} // namespace

TEST_CASE("arc costs: cells count by the time spent in them", "[search][arc_costs]") {
    const AsciiSea sea({"04"}); // 100 s/km and 500 s/km
    auto field = sea.field();
    field.cost_rate = {10, 50};
    field.cost_rate_unit_per_s = 0.1;
    field.waiting_cost_per_s = 2.0;
    const auto graph = sea.graph(8);
    const ArcTimes times(graph, field);
    const ArcCosts costs(times);
    // 50 s at 1 and 250 s at 5.
    CHECK(costs.rate_per_s({0, 0}, 0) == Approx(1300.0 / 300.0));
    CHECK(costs.under_way({0, 0}, 1000.0, 1300.0) == Approx(1300.0));
    CHECK(costs.waiting(30.0) == Approx(60.0));
}

TEST_CASE("arc costs: rates that change are integrated over slices and steps",
          "[search][arc_costs]") {
    const AsciiSea sea({".."});
    auto field = sea.field({0.0, 50.0, 50.0, 200.0}, {{".."}, {".."}, {".."}, {".."}}, false);
    field.cost_rate = {0, 0, 10, 10, 20, 20, 50, 50};
    field.cost_rate_unit_per_s = 1.0;
    const auto graph = sea.graph(8);
    const ArcTimes times(graph, field);
    const ArcCosts costs(times);
    CHECK(costs.under_way({0, 0}, 0.0, 50.0) == Approx(250.0));
    CHECK(costs.under_way({0, 0}, 25.0, 125.0) ==
          Approx(0.5 * (5 + 10) * 25 + 0.5 * (20 + 35) * 75));
}

TEST_CASE("cost search: under lasting conditions the cheap way is taken, not the fast one",
          "[search][cost_search]") {
    const AsciiSea sea({
        "........",
        "A......B",
    });
    auto field = sea.field();
    field.cost_rate = rates({
        "11111111",
        "19999991",
    });
    field.cost_rate_unit_per_s = 1.0;
    const auto graph = sea.graph(8);
    CostSearch search;
    const std::vector<Source> sources{{sea.a(), 0.0, 5.0}};
    const std::vector<Target> targets{{sea.b(), 10.0, 7.0}};
    const auto result = search.run(graph, field, sources, targets);
    REQUIRE(result.path.has_value());
    CHECK(result.exact);
    CHECK(sea.drawn(*result.path) == Drawing{
                                         ".******.",
                                         "A......B",
                                     });
    const double way = 500.0 + 200.0 * std::sqrt(2.0);
    CHECK(result.path->cost == Approx(5.0 + way + 7.0).epsilon(1e-4));
    CHECK(result.path->finish_s == Approx(way + 10.0).epsilon(1e-4));
    const auto proof = search::certify(search, result, graph, field, sources, targets);
    CAPTURE(proof.failure);
    CHECK(proof.proven);
    CHECK(result.stats.labelled <= 2 * graph.vertex_count());
}

TEST_CASE("cost search: conditions that get worse, every result is exact, certified, and as good "
          "as brute force",
          "[search][cost_search][property]") {
    const unsigned seed = 5;
    CAPTURE(seed);
    std::mt19937 random(seed);
    CostSearch search;
    int found = 0;
    for (int round = 0; round < 60; ++round) {
        CAPTURE(round);
        test::RandomSea sea(
            random, {4, 3},
            {.slices = 4, .slice_s = 600.0, .with_step = round % 2 == 0, .with_cost = true});
        auto& field = sea.field;
        const std::size_t cells = field.grid.cell_count();
        // Codes never fall from slice to slice: later is never cheaper.
        for (std::size_t i = cells; i < field.slowness.size(); ++i) {
            field.slowness[i] = std::max(field.slowness[i], field.slowness[i - cells]);
            field.cost_rate[i] = std::max(field.cost_rate[i], field.cost_rate[i - cells]);
        }
        const auto graph = sea.graph(round % 3 == 0 ? 8 : 16);
        const double start = field.slice_time_s.front() + 60.0;
        const std::vector<Source> sources{{sea.water(random), start}};
        const std::vector<Target> targets{{sea.water(random)}};
        const auto result = search.run(graph, field, sources, targets);
        const ArcTimes times(graph, field);
        const double expected =
            brute_force(times, ArcCosts(times), sources[0].vertex, start, targets[0].vertex);
        REQUIRE(result.path.has_value() == std::isfinite(expected));
        CHECK(result.exact);
        const auto proof = search::certify(search, result, graph, field, sources, targets);
        CAPTURE(proof.failure);
        CHECK(proof.proven);
        if (result.path) {
            ++found;
            CHECK(result.path->cost == Approx(expected).epsilon(1e-4).margin(1e-6));
        }
    }
    CHECK(found > 30);
}

TEST_CASE("cost search: conditions that change at random, an exact result is as good as brute "
          "force, any other no better",
          "[search][cost_search][property]") {
    const unsigned seed = 6;
    CAPTURE(seed);
    std::mt19937 random(seed);
    CostSearch search;
    int found = 0;
    int inexact = 0;
    for (int round = 0; round < 120; ++round) {
        CAPTURE(round);
        test::RandomSea sea(
            random, {4, 3},
            {.slices = 4, .slice_s = 900.0, .closed_share = 0.05, .with_cost = true});
        auto& field = sea.field;
        field.waiting_cost_per_s = round % 2 == 0 ? 0.05 : 0.0;
        const auto graph = sea.graph(8);
        const double start = field.slice_time_s.front() + 60.0;
        const std::vector<Source> sources{{sea.water(random), start}};
        const std::vector<Target> targets{{sea.water(random)}};
        const auto result = search.run(graph, field, sources, targets);
        const ArcTimes times(graph, field);
        const double expected =
            brute_force(times, ArcCosts(times), sources[0].vertex, start, targets[0].vertex);
        if (!result.path) {
            CHECK((!result.exact || !std::isfinite(expected)));
            continue;
        }
        ++found;
        inexact += result.exact ? 0 : 1;
        CHECK(result.path->cost >= expected * (1.0 - 1e-4));
        if (result.exact) {
            CHECK(result.path->cost == Approx(expected).epsilon(1e-4).margin(1e-6));
        }
    }
    CAPTURE(found, inexact);
    CHECK(found > 60);
    CHECK(inexact > 5);
}

TEST_CASE("cost search: waiting for an opening is paid for, and a dear detour spared",
          "[search][cost_search]") {
    const Drawing before{
        "....",
        ".##.",
        "A.xB",
    };
    const Drawing after{
        "....",
        ".##.",
        "A..B",
    };
    const AsciiSea sea(before);
    auto field = sea.field({0.0, 1000.0, 1000.0}, {before, before, after}, true);
    field.cost_rate.assign(field.slowness.size(), 10);
    field.cost_rate_unit_per_s = 1.0;
    const auto graph = sea.graph(8);
    const std::vector<Source> sources{{sea.a(), 0.0}};
    const std::vector<Target> targets{{sea.b()}};
    CostSearch search;
    field.waiting_cost_per_s = 1.0;
    const auto patient = search.run(graph, field, sources, targets);
    REQUIRE(patient.path.has_value());
    CHECK(patient.path->cost == Approx(3000.0 + 900.0).epsilon(1e-4));
    CHECK(patient.path->finish_s == Approx(1200.0).epsilon(1e-4));
    field.waiting_cost_per_s = 9.0;
    const auto hasty = search.run(graph, field, sources, targets);
    REQUIRE(hasty.path.has_value());
    CHECK(hasty.path->cost < 3000.0 + 8100.0);
    CHECK(hasty.stats.labelled > 0);
    CHECK(hasty.path->finish_s < 1000.0);
}

TEST_CASE("cost search: free water and rates of zero do no harm", "[search][cost_search]") {
    const AsciiSea sea({"A..B"});
    auto field = sea.field();
    field.cost_rate.assign(4, 0);
    field.cost_rate_unit_per_s = 1.0;
    const auto graph = sea.graph(16);
    CostSearch search;
    const std::vector<Source> sources{{sea.a(), 0.0}};
    const std::vector<Target> targets{{sea.b()}};
    const auto result = search.run(graph, field, sources, targets);
    REQUIRE(result.path.has_value());
    CHECK(result.path->cost == 0.0);
    const AsciiSea walled({"A#.B"});
    auto other = walled.field();
    other.cost_rate.assign(4, 3);
    other.cost_rate_unit_per_s = 1.0;
    CHECK_FALSE(search.run(walled.graph(8), other, sources, targets).path.has_value());
}

TEST_CASE("cost search: beyond its budget it goes on with coarser labels and says so",
          "[search][cost_search]") {
    std::mt19937 random(8);
    test::RandomSea sea(random, {60, 50},
                        {.slices = 6, .slice_s = 20000.0, .land_share = 0.0, .with_cost = true});
    const auto graph = sea.graph(8);
    CostSearch search;
    const std::vector<Source> sources{{0, sea.field.slice_time_s.front()}};
    const std::vector<Target> targets{{static_cast<graph::Vertex>(graph.vertex_count() - 1)}};
    const auto full = search.run(graph, sea.field, sources, targets);
    const auto coarse = search.run(graph, sea.field, sources, targets, {.label_budget = 2000});
    REQUIRE(full.path.has_value());
    REQUIRE(coarse.path.has_value());
    CHECK(full.epsilon == 0.0);
    CHECK(coarse.epsilon > 0.0);
    CHECK_FALSE(coarse.exact);
    CHECK(coarse.stats.labelled < full.stats.labelled);
    CHECK(coarse.path->cost >= full.path->cost * (1 - 1e-9));
    CHECK(coarse.path->cost < full.path->cost * 1.5);
}

TEST_CASE("cost search: nothing dearer than what is known is looked for", "[search][cost_search]") {
    std::mt19937 random(9);
    test::RandomSea sea(random, {40, 30},
                        {.slices = 6, .slice_s = 20000.0, .land_share = 0.0, .with_cost = true});
    const auto graph = sea.graph(8);
    CostSearch search;
    const std::vector<Source> sources{{0, sea.field.slice_time_s.front()}};
    const std::vector<Target> targets{{static_cast<graph::Vertex>(graph.vertex_count() - 1)}};
    const auto full = search.run(graph, sea.field, sources, targets);
    REQUIRE(full.path.has_value());
    const auto least = full.path->cost;
    const auto aware = search.run(graph, sea.field, sources, targets, {.known_cost = least});
    REQUIRE(aware.path.has_value());
    CHECK(aware.path->cost == Approx(least).epsilon(1e-9));
    CHECK(aware.stats.labelled < full.stats.labelled);
    CHECK_FALSE(search.run(graph, sea.field, sources, targets, {.known_cost = 0.99 * least})
                    .path.has_value());
}

TEST_CASE("cost search: where the way is free the earlier ship comes first",
          "[search][cost_search]") {
    // Else every cell is reached again and again, a little earlier each time.
    std::mt19937 random(10);
    test::RandomSea sea(random, {80, 60},
                        {.slices = 6, .slice_s = 40000.0, .land_share = 0.0, .with_cost = true});
    auto& field = sea.field;
    std::fill(field.cost_rate.begin(), field.cost_rate.end(), std::uint16_t{0});
    field.waiting_cost_per_s = 0.0;
    const auto goal = static_cast<graph::Vertex>(field.grid.cell_count() - 1);
    field.cost_rate[goal] = 10;
    const auto graph = sea.graph(8);
    CostSearch search;
    const auto found =
        search.run(graph, field, std::vector<Source>{{0, field.slice_time_s.front()}},
                   std::vector<Target>{{goal}}, {.known_cost = 1e9});
    REQUIRE(found.path.has_value());
    CAPTURE(found.stats.labelled, graph.vertex_count());
    CHECK(found.stats.labelled < 2 * graph.vertex_count());
}
