// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/search/certificate.hpp"
#include "core/search/time_dependent.hpp"
#include "tests/support/ascii_sea.hpp"
#include "tests/support/random_sea.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <random>

using namespace fairlead;
using search::Source;
using search::Target;
using search::TimeDependentSearch;
using test::AsciiSea;
using test::Drawing;

namespace {

/// Runs, and proves what comes out wherever the search calls it exact.
search::TimeSearchResult solve(TimeDependentSearch& search, const graph::GridGraph& graph,
                               const cost::TransitField& field, std::vector<Source> sources,
                               std::vector<Target> targets,
                               search::TimeSearchOptions options = {}) {
    const auto result =
        search.run(graph, field, search::bounds_of(field), sources, targets, options);
    if (result.exact) {
        const auto proof = search::certify(search, result, graph, field, sources, targets, options);
        CAPTURE(proof.failure);
        CHECK(proof.proven);
    }
    return result;
}

search::TimeSearchResult solve(const AsciiSea& sea, const cost::TransitField& field, int neighbours,
                               search::TimeSearchOptions options = {}) {
    TimeDependentSearch search;
    return solve(search, sea.graph(neighbours), field, {{sea.a(), 0.0}}, {{sea.b(), 0.0}}, options);
}

} // namespace

TEST_CASE("time-dependent: the way leads round land and thick ice", "[search][time_dependent]") {
    const AsciiSea sea({
        ".........",
        ".#####99.",
        "A....#99B",
        ".###.#99.",
        ".........",
    });
    const auto result = solve(sea, sea.field(), 8);
    REQUIRE(result.path.has_value());
    CHECK(result.exact);
    CHECK(sea.drawn(*result.path) == Drawing{
                                         ".........",
                                         ".#####99.",
                                         "A****#99B",
                                         ".###*#99*",
                                         "....****.",
                                     });
}

TEST_CASE("time-dependent: start equal to destination, one cell and no way",
          "[search][time_dependent]") {
    const AsciiSea one({"A"});
    TimeDependentSearch search;
    const auto here = solve(search, one.graph(), one.field(), {{0, 50.0}}, {{0, 7.0}});
    REQUIRE(here.path.has_value());
    CHECK(here.path->vertices == std::vector<graph::Vertex>{0});
    CHECK(here.path->arrival_s == std::vector<double>{50.0});
    CHECK(here.path->finish_s == 57.0);

    const AsciiSea walled({"A.#B"});
    const auto none = solve(walled, walled.field(), 16);
    CHECK_FALSE(none.path.has_value());
    CHECK(none.exact);
}

TEST_CASE("time-dependent: an opening barrier is waited for where the ship may wait",
          "[search][time_dependent]") {
    const AsciiSea sea({"A...x...B"});
    const double opens = 72000.0;
    const auto field =
        sea.field({0.0, opens, opens}, {{"A...x...B"}, {"A...x...B"}, {"A.......B"}}, true);
    const auto result = solve(sea, field, 16);
    REQUIRE(result.path.has_value());
    CHECK(result.exact);
    CHECK(result.path->finish_s == Approx(opens + 500.0));
    CHECK(result.path->arrival_s[3] == Approx(300.0));
    CHECK(result.path->departure_s[3] == Approx(opens));
    CHECK(result.stats.waited > 0);

    const auto hasty = solve(sea, field, 16, {.may_wait = false});
    CHECK_FALSE(hasty.path.has_value());
    CHECK_FALSE(hasty.exact); // a later ship would have found it open
}

TEST_CASE("time-dependent: ice that melts under way changes the route",
          "[search][time_dependent]") {
    const Drawing thick{
        "...........",
        ".#########.",
        "A..99999..B",
    };
    const Drawing thin{
        "...........",
        ".#########.",
        "A.........B",
    };
    const AsciiSea sea(thick);
    const auto graph = sea.graph(8);
    const auto field = sea.field({0.0, 2000.0, 4000.0, 6000.0}, {thick, thick, thin, thin}, true);
    TimeDependentSearch search;
    const auto early = solve(search, graph, field, {{sea.a(), 0.0}}, {{sea.b(), 0.0}});
    const auto late = solve(search, graph, field, {{sea.a(), 4000.0}}, {{sea.b(), 0.0}});
    REQUIRE(early.path.has_value());
    REQUIRE(late.path.has_value());
    CHECK(sea.drawn(*early.path) == Drawing{
                                        "***********",
                                        "*#########*",
                                        "A..99999..B",
                                    });
    CHECK(late.path->finish_s == Approx(5000.0));
}

TEST_CASE("time-dependent: the best pair of several sources and targets is found",
          "[search][time_dependent]") {
    const AsciiSea sea({".........", "#########", "........."});
    const auto graph = sea.graph(8);
    const auto field = sea.field();
    TimeDependentSearch search;
    const std::vector<Source> sources{{0, 0.0}, {4, 300.0}, {18, 0.0}};
    // 8: from source 1 at 300 + 400; 26: at 800, but its way on is 50 s only.
    const auto first = solve(search, graph, field, sources, {{8, 200.0}, {26, 50.0}});
    REQUIRE(first.path.has_value());
    CHECK(first.path->finish_s == Approx(850.0));
    CHECK(first.path->source == 2);
    CHECK(first.path->target == 1);
    const auto second = solve(search, graph, field, sources, {{8, 100.0}, {26, 50.0}});
    REQUIRE(second.path.has_value());
    CHECK(second.path->finish_s == Approx(800.0));
    CHECK(second.path->source == 1);
    CHECK(second.path->target == 0);
}

TEST_CASE("time-dependent: without targets everything is labelled", "[search][time_dependent]") {
    const AsciiSea sea({"A..#.", "...#.", "...#."});
    TimeDependentSearch search;
    const auto graph = sea.graph(8);
    const auto field = sea.field();
    const auto result = solve(search, graph, field, {{sea.a(), 0.0}}, {});
    CHECK_FALSE(result.path.has_value());
    std::map<graph::Vertex, double> reached;
    search.for_each_reached([&](graph::Vertex v, double t) { reached[v] = t; });
    CHECK(reached.size() == 9);
    CHECK(reached.at(2) == Approx(200.0).margin(0.01));
    CHECK_FALSE(search.arrival_s(4).has_value());
    REQUIRE(search.path_to(12).has_value());
    CHECK(search.path_to(12)->arrival_s.back() == Approx(200.0 * std::sqrt(2.0)));
}

TEST_CASE("time-dependent: a trapped ship makes the result inexact, and it says so",
          "[search][time_dependent]") {
    // C closes at 1000 s with the ship in it, and opens with B at 2000 s; at A she could wait.
    const AsciiSea sea({"A.B"});
    const auto field = sea.field({0.0, 1000.0, 1000.0, 2000.0, 2000.0},
                                 {{"A.x"}, {"A.x"}, {"Axx"}, {"Axx"}, {"A.B"}}, true);
    const auto result = solve(sea, field, 8);
    CHECK_FALSE(result.exact);
    CHECK_FALSE(result.path.has_value());
}

TEST_CASE("time-dependent: being trapped far from the way leaves the result exact",
          "[search][time_dependent]") {
    // West of A the ship would be trapped; what opens there later cannot lead to B any earlier.
    const AsciiSea sea({"x.A..B"});
    const auto field =
        sea.field({0.0, 1000.0, 1000.0, 5000.0, 5000.0},
                  {{"x.A..B"}, {"x.A..B"}, {"xxA..B"}, {"xxA..B"}, {"..A..B"}}, true);
    const auto result = solve(sea, field, 8);
    REQUIRE(result.path.has_value());
    CHECK(result.exact);
    CHECK(result.path->finish_s == Approx(300.0));
}

TEST_CASE("time-dependent: departure outside the field's time leads nowhere",
          "[search][time_dependent]") {
    const AsciiSea sea({"A.B"});
    const auto field = sea.field({0.0, 1000.0}, {{"A.B"}, {"A.B"}}, false);
    TimeDependentSearch search;
    const auto graph = sea.graph(8);
    CHECK(solve(search, graph, field, {{sea.a(), 800.0}}, {{sea.b(), 0.0}}).path->finish_s ==
          Approx(1000.0));
    CHECK_FALSE(solve(search, graph, field, {{sea.a(), 801.0}}, {{sea.b(), 0.0}}).path.has_value());
    CHECK_FALSE(
        solve(search, graph, field, {{sea.a(), 5000.0}}, {{sea.b(), 0.0}}).path.has_value());
    CHECK_FALSE(solve(search, graph, field, {{sea.a(), -5.0}}, {{sea.b(), 0.0}}).path.has_value());
}

TEST_CASE(
    "time-dependent: random seas, every exact result is certified and A* agrees with Dijkstra",
    "[search][time_dependent][property]") {
    const unsigned seed = 4711;
    CAPTURE(seed);
    std::mt19937 random(seed);
    TimeDependentSearch search;
    TimeDependentSearch plain;
    int found = 0;
    int exact = 0;
    for (int round = 0; round < 120; ++round) {
        CAPTURE(round);
        test::RandomSea sea(random, {17, 14},
                            {.slices = 5,
                             .closed_share = round % 4 == 0 ? 0.05 : 0.0,
                             .with_current = round % 3 == 0,
                             .open_after_last = round % 5 != 0});
        const int neighbours = round % 3 == 0 ? 8 : round % 3 == 1 ? 16 : 32;
        const auto graph = sea.graph(neighbours);
        const double start = sea.field.slice_time_s.front();
        std::vector<Source> sources{{sea.water(random), start + 10.0}};
        std::vector<Target> targets{{sea.water(random), 0.0}};
        for (int more = 0; more < round % 7; ++more) {
            sources.push_back({sea.water(random), start + 100.0 * more});
            targets.push_back({sea.water(random), 50.0 * more});
        }
        const auto result = solve(search, graph, sea.field, sources, targets);
        const auto reference = plain.run(graph, sea.field, search::bounds_of(sea.field), sources,
                                         {}, {.may_wait = true, .use_potential = false});
        exact += result.exact ? 1 : 0;
        if (!result.exact || !reference.exact) {
            continue;
        }
        double best = 1e300;
        for (const Target& target : targets) {
            if (const auto path = plain.path_to(target.vertex)) {
                best = std::min(best, path->finish_s + target.extra_s);
            }
        }
        REQUIRE(result.path.has_value() == (best < 1e300));
        if (result.path) {
            ++found;
            CHECK(result.path->finish_s == Approx(best).epsilon(0).margin(0.05));
        }
    }
    CAPTURE(found, exact);
    CHECK(found > 60);
    CHECK(exact > 80);
}

TEST_CASE("time-dependent: a stop request ends the search with an error",
          "[search][time_dependent]") {
    const geo::GridGeometry grid{0.0, 0.0, 1000.0, 300, 300};
    const graph::GridGraph graph(grid, 8, graph::open_sea_arcs(grid, 8));
    cost::TransitField field;
    field.grid = grid;
    field.slice_time_s = {0.0};
    field.slowness.assign(grid.cell_count(), 100);
    field.slowness_unit_s_per_m = 1e-3;
    field.open_after_last = true;
    std::stop_source stop;
    stop.request_stop();
    TimeDependentSearch search;
    const std::vector<Source> sources{{0, 0.0}};
    CHECK_THROWS_AS(search.run(graph, field, search::bounds_of(field), sources, {}, {},
                               Progress({}, stop.get_token())),
                    Error);
    // The same object answers the next query as if nothing had been.
    const std::vector<Target> targets{{grid.index({299, 0}), 0.0}};
    CHECK(search.run(graph, field, search::bounds_of(field), sources, targets).path->finish_s ==
          Approx(29900.0));
}

TEST_CASE("certificate: a label or a path that is not optimal is not proven",
          "[search][certificate]") {
    const AsciiSea sea({"A...", ".##.", "...B"});
    const auto graph = sea.graph(8);
    const auto field = sea.field();
    const std::vector<Source> sources{{sea.a(), 0.0}};
    const std::vector<Target> targets{{sea.b(), 0.0}};
    TimeDependentSearch search;
    auto result = search.run(graph, field, search::bounds_of(field), sources, targets);
    REQUIRE(result.path.has_value());
    CHECK(search::certify(search, result, graph, field, sources, targets).proven);
    auto late = result;
    late.path->finish_s += 10.0;
    CHECK_FALSE(search::certify(search, late, graph, field, sources, targets).proven);
    auto missing = result;
    missing.path.reset();
    CHECK_FALSE(search::certify(search, missing, graph, field, sources, targets).proven);
    auto other_way = result;
    other_way.path->directions[0] = 1;
    CHECK_FALSE(search::certify(search, other_way, graph, field, sources, targets).proven);
    // Labels of another sea: faster water makes them improvable.
    auto faster = field;
    faster.slowness_unit_s_per_m = 0.9e-3;
    CHECK_FALSE(search::certify(search, result, graph, faster, sources, targets).proven);
}
