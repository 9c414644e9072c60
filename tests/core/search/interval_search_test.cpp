// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/search/certificate.hpp"
#include "core/search/interval_search.hpp"
#include "core/search/time_dependent.hpp"
#include "tests/support/ascii_sea.hpp"
#include "tests/support/random_sea.hpp"

#include <catch2/catch.hpp>

#include <limits>
#include <map>
#include <random>

using namespace fairlead;
using search::IntervalSearch;
using search::IntervalSearchOptions;
using search::Source;
using search::Target;
using search::TimeDependentSearch;
using test::AsciiSea;
using test::Drawing;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Runs, and proves what comes out.
search::TimeSearchResult solve(IntervalSearch& search, const graph::GridGraph& graph,
                               const cost::TransitField& field, std::vector<Source> sources,
                               std::vector<Target> targets, IntervalSearchOptions options = {}) {
    const auto result =
        search.run(graph, field, search::bounds_of(field), sources, targets, options);
    CHECK(result.exact);
    const auto proof = search::certify(search, result, graph, field, sources, targets, options);
    CAPTURE(proof.failure);
    CHECK(proof.proven);
    return result;
}

search::TimeSearchResult solve(const AsciiSea& sea, const cost::TransitField& field, int neighbours,
                               double departure_s = 0.0, IntervalSearchOptions options = {}) {
    IntervalSearch search;
    return solve(search, sea.graph(neighbours), field, {{sea.a(), departure_s}}, {{sea.b(), 0.0}},
                 options);
}

search::TimeSearchResult solve_fast(const AsciiSea& sea, const cost::TransitField& field,
                                    int neighbours) {
    TimeDependentSearch search;
    const std::vector<Source> sources{{sea.a(), 0.0}};
    const std::vector<Target> targets{{sea.b(), 0.0}};
    return search.run(sea.graph(neighbours), field, search::bounds_of(field), sources, targets);
}

/// The oracle: the earliest time at which a ship can be in a cell within each interval, by going
/// through all cells, intervals and arcs until nothing changes. It knows no safe intervals, no
/// queue and no bound: from one interval to the next the ship stays if both are open.
std::vector<std::vector<double>> presence(const graph::GridGraph& graph,
                                          const cost::TransitField& field,
                                          const std::vector<Source>& sources,
                                          bool may_wait_at_source) {
    const search::ArcTimes times(graph, field);
    const auto& intervals = times.intervals();
    const auto open = [&](graph::Vertex v, std::size_t i) {
        const std::size_t cells = field.grid.cell_count();
        return field.slowness[intervals[i].first * cells + v] != cost::TransitField::closed &&
               field.slowness[intervals[i].second * cells + v] != cost::TransitField::closed;
    };
    std::vector<std::vector<double>> at(graph.vertex_count(),
                                        std::vector<double>(intervals.size(), infinity));
    for (const Source& source : sources) {
        for (std::size_t i = 0; i < intervals.size(); ++i) {
            const double enters_s = std::max(source.time_s, intervals[i].begin_s);
            if (open(source.vertex, i) && enters_s < intervals[i].end_s &&
                (enters_s == source.time_s || may_wait_at_source)) {
                at[source.vertex][i] = std::min(at[source.vertex][i], enters_s);
            }
        }
    }
    bool changed = true;
    const auto improve = [&](graph::Vertex v, std::size_t i, double time_s) {
        if (time_s < at[v][i]) {
            at[v][i] = time_s;
            changed = true;
        }
    };
    while (changed) {
        changed = false;
        for (graph::Vertex u = 0; u < graph.vertex_count(); ++u) {
            for (std::size_t i = 0; i < intervals.size(); ++i) {
                if (at[u][i] == infinity) {
                    continue;
                }
                if (i + 1 < intervals.size() && open(u, i + 1)) {
                    improve(u, i + 1, std::max(at[u][i], intervals[i + 1].begin_s));
                }
                if (at[u][i] >= intervals[i].end_s) {
                    continue;
                }
                graph::for_each_out_arc(graph, u, [&](graph::Vertex v, std::uint8_t direction) {
                    const auto passage = times.traverse({u, direction}, at[u][i], false);
                    if (passage.refusal != search::ArcTimes::Refusal::none) {
                        return;
                    }
                    std::size_t j = i;
                    while (passage.arrival_s > intervals[j].end_s) {
                        ++j;
                    }
                    improve(v, j, passage.arrival_s);
                });
            }
        }
    }
    return at;
}

/// The oracle's answer by vertex and begin of the stretch in which the cell stays open.
std::map<std::pair<graph::Vertex, double>, double>
earliest_stays(const std::vector<std::vector<double>>& at, const search::ArcTimes& times) {
    std::map<std::pair<graph::Vertex, double>, double> earliest;
    for (graph::Vertex v = 0; v < at.size(); ++v) {
        bool was_open = false;
        double begin_s = 0.0;
        for (std::size_t i = 0; i < at[v].size(); ++i) {
            const bool open = times.is_open(v, times.intervals()[i]);
            begin_s = open && !was_open ? times.intervals()[i].begin_s : begin_s;
            was_open = open;
            if (at[v][i] < infinity) {
                earliest.emplace(std::pair(v, begin_s), at[v][i]);
            }
        }
    }
    return earliest;
}

double finish_of(const std::vector<std::vector<double>>& at, const std::vector<Target>& targets) {
    double best = infinity;
    for (const Target& target : targets) {
        for (const double time_s : at[target.vertex]) {
            best = std::min(best, time_s + target.extra_s);
        }
    }
    return best;
}

} // namespace

TEST_CASE("interval search: the first ship is trapped, a later one gets through",
          "[search][interval_search]") {
    // C closes at 1000 s with the ship in it, and opens with B at 2000 s; at A she can wait.
    const AsciiSea sea({"A.B"});
    const auto field = sea.field({0.0, 1000.0, 1000.0, 2000.0, 2000.0},
                                 {{"A.x"}, {"A.x"}, {"Axx"}, {"Axx"}, {"A.B"}}, true);
    const auto fast = solve_fast(sea, field, 8);
    CHECK_FALSE(fast.path.has_value());
    CHECK_FALSE(fast.exact);

    const auto result = solve(sea, field, 8);
    REQUIRE(result.path.has_value());
    CHECK(result.path->finish_s == Approx(2200.0));
    CHECK(result.path->arrival_s == std::vector<double>{0.0, 2100.0, 2200.0});
    CHECK(result.path->departure_s == std::vector<double>{2000.0, 2100.0, 2200.0});
}

TEST_CASE("interval search: a ship that holds back is earlier than one that sails round",
          "[search][interval_search]") {
    // The strait in the middle row closes from 300 to 600 s while the early ship is in it, and its
    // far end is shut until 600 s; the way round takes 1500 s.
    const Drawing before{
        "..........",
        ".########.",
        ".########.",
        "A...x....B",
    };
    const Drawing between{
        "..........",
        ".########.",
        ".########.",
        "A.xxx....B",
    };
    const Drawing after{
        "..........",
        ".########.",
        ".########.",
        "A........B",
    };
    const AsciiSea sea(before);
    const auto field = sea.field({0.0, 300.0, 300.0, 600.0, 600.0},
                                 {before, before, between, between, after}, true);
    const auto fast = solve_fast(sea, field, 8);
    const auto result = solve(sea, field, 8);
    REQUIRE(result.path.has_value());
    CHECK_FALSE(fast.exact);
    CHECK(result.path->finish_s == Approx(600.0 + 800.0));
    CHECK(sea.drawn(*result.path) == Drawing{
                                         "..........",
                                         ".########.",
                                         ".########.",
                                         "A********B",
                                     });
}

TEST_CASE("interval search: a ship in port waits for the second opening of her first cell",
          "[search][interval_search]") {
    // A's cell is open at first, but leads nowhere before it closes; it opens again at 2000 s.
    const AsciiSea sea({"A.B"});
    const auto field = sea.field({0.0, 1000.0, 1000.0, 2000.0, 2000.0},
                                 {{"AxB"}, {"AxB"}, {"xxB"}, {"xxB"}, {"A.B"}}, true);
    const auto in_port = solve(sea, field, 8);
    REQUIRE(in_port.path.has_value());
    CHECK(in_port.path->arrival_s == std::vector<double>{2000.0, 2100.0, 2200.0});
    CHECK(in_port.path->source == 0);
    CHECK_FALSE(solve(sea, field, 8, 0.0, {.may_wait_at_source = false}).path.has_value());

    // Closed when she comes, open later.
    const auto later = sea.field({0.0, 500.0, 500.0}, {{"x.B"}, {"x.B"}, {"A.B"}}, true);
    CHECK(solve(sea, later, 8).path->finish_s == Approx(700.0));
    CHECK_FALSE(solve(sea, later, 8, 0.0, {.may_wait_at_source = false}).path.has_value());
    CHECK(solve(sea, later, 8, 500.0, {.may_wait_at_source = false}).path->finish_s ==
          Approx(700.0));
}

TEST_CASE("interval search: an opening barrier is passed when it opens",
          "[search][interval_search]") {
    // 100 nmi at 10 kn, 10 nmi that open after 20 h, 100 nmi: 20 + 11 h. Cells of 10 nmi.
    const auto closed = Drawing{"A..........x..........B"};
    const auto open = Drawing{"A.....................B"};
    AsciiSea barrier(closed);
    auto field = barrier.field({0.0, 72000.0, 72000.0}, {closed, closed, open}, true);
    // A kilometre of 100 s stands for 10 nmi in an hour.
    field.slowness_unit_s_per_m *= 36.0;
    const auto result = solve(barrier, field, 16);
    REQUIRE(result.path.has_value());
    // From the centre of the first cell to that of the last: half a cell less at both ends.
    CHECK(result.path->finish_s / 3600.0 == Approx(31.0 + 1.0));
}

TEST_CASE("interval search: a cell that closes for good is left in time or not entered",
          "[search][interval_search]") {
    const AsciiSea sea({"A..B"});
    const auto field = sea.field({0.0, 250.0, 250.0}, {{"A..B"}, {"A..B"}, {"Ax.B"}}, true);
    CHECK(solve(sea, field, 8).path->finish_s == Approx(300.0));
    CHECK_FALSE(solve(sea, field, 8, 100.0).path.has_value());
}

TEST_CASE("interval search: times outside the field lead nowhere", "[search][interval_search]") {
    const AsciiSea sea({"A.B"});
    const auto field = sea.field({0.0, 1000.0}, {{"A.B"}, {"A.B"}}, false);
    CHECK(solve(sea, field, 8, 800.0).path->finish_s == Approx(1000.0));
    CHECK_FALSE(solve(sea, field, 8, 801.0).path.has_value());
    CHECK_FALSE(solve(sea, field, 8, 5000.0).path.has_value());
    CHECK_FALSE(solve(sea, field, 8, -5.0, {.may_wait_at_source = false}).path.has_value());
    CHECK(solve(sea, field, 8, -5.0).path->finish_s == Approx(200.0));
}

TEST_CASE("interval search: start equal to destination", "[search][interval_search]") {
    const AsciiSea one({"A"});
    IntervalSearch search;
    const auto here = solve(search, one.graph(), one.field(), {{0, 50.0}}, {{0, 7.0}});
    REQUIRE(here.path.has_value());
    CHECK(here.path->vertices == std::vector<graph::Vertex>{0});
    CHECK(here.path->finish_s == 57.0);
}

TEST_CASE("interval search: tiny random seas agree with exhaustion over cells and intervals",
          "[search][interval_search][property]") {
    const unsigned seed = 20111;
    CAPTURE(seed);
    std::mt19937 random(seed);
    IntervalSearch search;
    IntervalSearch everywhere;
    TimeDependentSearch fast;
    int found = 0;
    int missed_by_fast = 0;
    int later_by_fast = 0;
    for (int round = 0; round < 480; ++round) {
        CAPTURE(round);
        const std::size_t slices = 2 + static_cast<std::size_t>(round) % 9;
        test::RandomSea sea(random, {5 + round % 4, 4 + round % 3},
                            {.slices = slices,
                             .slice_s = round % 2 == 0 ? 1200.0 : 3600.0,
                             .land_share = 0.1,
                             .closed_share = 0.15 + 0.05 * (round % 4),
                             .with_current = round % 5 == 0,
                             .open_after_last = round % 3 != 0});
        const auto graph = sea.graph(round % 3 == 0 ? 8 : round % 3 == 1 ? 16 : 32);
        const double start_s = sea.field.slice_time_s.front();
        std::vector<Source> sources{{sea.water(random), start_s + 10.0}};
        std::vector<Target> targets{{sea.water(random), 0.0}};
        if (round % 4 == 0) {
            sources.push_back({sea.water(random), start_s + 700.0});
            targets.push_back({sea.water(random), 300.0});
        }
        const bool from_port = round % 2 == 0;
        const IntervalSearchOptions options{.may_wait_at_source = from_port};
        // Labels are rounded up once for each arc, and no way has more arcs than the sea has cells.
        const double rounding_s = static_cast<double>(sea.field.grid.cell_count()) / 256.0;
        const auto at = presence(graph, sea.field, sources, from_port);
        const double best = finish_of(at, targets);

        const auto result = solve(search, graph, sea.field, sources, targets, options);
        REQUIRE(result.path.has_value() == (best < infinity));
        if (result.path) {
            ++found;
            CHECK(result.path->finish_s == Approx(best).epsilon(0).margin(0.02));
        }

        // One to all: each safe interval has the earliest presence in it.
        solve(everywhere, graph, sea.field, sources, {}, options);
        const auto expected = earliest_stays(at, search::ArcTimes(graph, sea.field));
        std::size_t labels = 0;
        everywhere.for_each_reached([&](graph::Vertex v, double begin_s, double arrival_s) {
            ++labels;
            REQUIRE(expected.count({v, begin_s}) == 1);
            CHECK(arrival_s == Approx(expected.at({v, begin_s})).epsilon(0).margin(rounding_s));
        });
        CHECK(labels == expected.size());

        const auto early =
            fast.run(graph, sea.field, search::bounds_of(sea.field), sources, targets);
        if (early.path && early.path->directions.empty()) {
            continue; // she was there from the first, be the cell open or not
        }
        if (early.path) {
            REQUIRE(result.path.has_value());
            const double later_s = early.path->finish_s - result.path->finish_s;
            CHECK(later_s >= -rounding_s);
            CHECK((!early.exact || later_s <= rounding_s));
            later_by_fast += later_s > rounding_s ? 1 : 0;
        }
        missed_by_fast += !early.path && result.path ? 1 : 0;
    }
    CAPTURE(found, missed_by_fast, later_by_fast);
    CHECK(found > 150);
    CHECK(missed_by_fast > 10);
    CHECK(later_by_fast > 5);
}

TEST_CASE("interval search: larger random seas, A* agrees with Dijkstra and all is certified",
          "[search][interval_search][property]") {
    const unsigned seed = 20112;
    CAPTURE(seed);
    std::mt19937 random(seed);
    IntervalSearch search;
    IntervalSearch plain;
    int found = 0;
    for (int round = 0; round < 25; ++round) {
        CAPTURE(round);
        test::RandomSea sea(random, {24, 20},
                            {.slices = 12,
                             .closed_share = 0.1,
                             .with_current = round % 4 == 0,
                             .open_after_last = round % 2 == 0});
        const auto graph = sea.graph(16);
        const double start_s = sea.field.slice_time_s.front();
        const std::vector<Source> sources{{sea.water(random), start_s + 10.0}};
        const std::vector<Target> targets{{sea.water(random), 0.0}, {sea.water(random), 200.0}};
        const auto guided = solve(search, graph, sea.field, sources, targets);
        const auto other =
            solve(plain, graph, sea.field, sources, targets, {.use_potential = false});
        REQUIRE(guided.path.has_value() == other.path.has_value());
        if (guided.path) {
            ++found;
            CHECK(guided.path->finish_s == Approx(other.path->finish_s).epsilon(0).margin(0.05));
            CHECK(guided.stats.settled <= other.stats.settled);
        }
    }
    CAPTURE(found);
    CHECK(found > 10);
}

TEST_CASE("interval search: a stop request ends it with an error", "[search][interval_search]") {
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
    IntervalSearch search;
    const std::vector<Source> sources{{0, 0.0}};
    CHECK_THROWS_AS(search.run(graph, field, search::bounds_of(field), sources, {}, {},
                               Progress({}, stop.get_token())),
                    Error);
    const std::vector<Target> targets{{grid.index({299, 0}), 0.0}};
    CHECK(search.run(graph, field, search::bounds_of(field), sources, targets).path->finish_s ==
          Approx(29900.0));
}

TEST_CASE("certificate: a false result over safe intervals is not proven",
          "[search][certificate]") {
    const AsciiSea sea({"A.B"});
    const auto graph = sea.graph(8);
    const auto field = sea.field({0.0, 1000.0, 1000.0, 2000.0, 2000.0},
                                 {{"A.x"}, {"A.x"}, {"Axx"}, {"Axx"}, {"A.B"}}, true);
    const std::vector<Source> sources{{sea.a(), 0.0}};
    const std::vector<Target> targets{{sea.b(), 0.0}};
    IntervalSearch search;
    const auto result = search.run(graph, field, search::bounds_of(field), sources, targets);
    REQUIRE(result.path.has_value());
    CHECK(search::certify(search, result, graph, field, sources, targets).proven);
    auto late = result;
    late.path->finish_s += 10.0;
    CHECK_FALSE(search::certify(search, late, graph, field, sources, targets).proven);
    auto missing = result;
    missing.path.reset();
    CHECK_FALSE(search::certify(search, missing, graph, field, sources, targets).proven);
    auto hasty = result;
    hasty.path->departure_s[0] = 0.0;
    CHECK_FALSE(search::certify(search, hasty, graph, field, sources, targets).proven);
    // Labels of another sea: were the middle never closed, the ship need not wait for it.
    const auto other = sea.field({0.0, 1000.0, 1000.0, 2000.0, 2000.0},
                                 {{"A.B"}, {"A.B"}, {"Axx"}, {"Axx"}, {"A.B"}}, true);
    CHECK_FALSE(search::certify(search, result, graph, other, sources, targets).proven);
    auto faster = field;
    faster.slowness_unit_s_per_m = 0.9e-3;
    CHECK_FALSE(search::certify(search, result, graph, faster, sources, targets).proven);
}
