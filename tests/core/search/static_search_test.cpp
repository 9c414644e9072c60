// SPDX-License-Identifier: Apache-2.0
#include "core/graph/grid_graph_boost.hpp"
#include "core/search/static_search.hpp"
#include "tests/support/ascii_sea.hpp"
#include "tests/support/random_sea.hpp"

#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <catch2/catch.hpp>

#include <random>

using namespace fairlead;
using search::StaticArcs;
using search::StaticSearch;
using search::StaticSource;

namespace {

/// Stock Boost.Graph on the same implicit graph, in double.
std::vector<double> boost_distances(const StaticArcs& arcs, graph::Vertex source) {
    const graph::GridGraph& g = arcs.graph();
    const auto index = get(boost::vertex_index, g);
    std::vector<double> distance(num_vertices(g));
    std::vector<graph::Vertex> predecessor(num_vertices(g));
    boost::dijkstra_shortest_paths_no_color_map(
        g, source, boost::make_iterator_property_map(predecessor.begin(), index),
        boost::make_iterator_property_map(distance.begin(), index),
        boost::make_function_property_map<graph::Arc>(
            [&](const graph::Arc& arc) { return arcs.cost(arc); }),
        index, std::less<double>(), boost::closed_plus<double>(1e300), 1e300, 0.0,
        boost::default_dijkstra_visitor());
    return distance;
}

} // namespace

TEST_CASE("static search: random seas agree with stock Boost.Graph and are certified",
          "[search][static_search][property]") {
    const unsigned seed = 99;
    CAPTURE(seed);
    std::mt19937 random(seed);
    StaticSearch search;
    StaticSearch single;
    for (int round = 0; round < 60; ++round) {
        CAPTURE(round);
        const test::RandomSea sea(
            random, {23, 19},
            {.slices = 1, .land_share = 0.02 * (round % 10), .closed_share = 0.02});
        const int neighbours = round % 3 == 0 ? 8 : round % 3 == 1 ? 16 : 32;
        const auto graph = sea.graph(neighbours);
        const auto codes = sea.field.slice(0);
        const StaticArcs arcs(graph, codes, sea.field.slowness_unit_s_per_m);
        graph::Vertex source = sea.water(random);
        while (codes[source] == cost::TransitField::closed) {
            source = sea.water(random);
        }
        const std::vector<StaticSource> sources{{source, 0.0}};
        search.run(graph, codes, sea.field.slowness_unit_s_per_m, sources);
        CHECK(certify(search, arcs, sources).empty());
        const auto expected = boost_distances(arcs, source);
        for (graph::Vertex v = 0; v < graph.vertex_count(); ++v) {
            const auto cost = search.cost(v);
            REQUIRE(cost.has_value() == (expected[v] < 1e200));
            if (cost) {
                CHECK(*cost == Approx(expected[v]).epsilon(1e-6));
            }
        }
        const std::vector<graph::Vertex> target{sea.water(random)};
        single.run(graph, codes, sea.field.slowness_unit_s_per_m, sources, target);
        const auto path = single.path_to(target[0], arcs);
        REQUIRE(path.has_value() == (expected[target[0]] < 1e200));
        if (path) {
            CHECK(path->cost == Approx(expected[target[0]]).epsilon(1e-6));
            CHECK(single.stats().settled <= search.stats().settled + graph.vertex_count());
        }
    }
}

TEST_CASE("static search: several sources, their own costs, and a closed source",
          "[search][static_search]") {
    const test::AsciiSea sea({".........", "xxxxxxxxx"});
    const auto graph = sea.graph(8);
    const auto codes = sea.codes();
    const StaticArcs arcs(graph, codes, 1e-3);
    StaticSearch search;
    const std::vector<StaticSource> sources{{0, 0.0}, {8, 500.0}, {9, 0.0}};
    search.run(graph, codes, 1e-3, sources);
    CHECK(*search.cost(6) == Approx(600.0));
    CHECK(*search.cost(7) == Approx(600.0));
    CHECK(search.path_to(7, arcs)->vertices == std::vector<graph::Vertex>{8, 7});
    CHECK(search.path_to(7, arcs)->cost == Approx(600.0));
    CHECK_FALSE(search.cost(9).has_value());
    CHECK_FALSE(search.path_to(9, arcs).has_value());
}

TEST_CASE("static search: one cell, and the same object on another grid",
          "[search][static_search]") {
    const test::AsciiSea one({"A"});
    const test::AsciiSea two({"A.B"});
    StaticSearch search;
    const auto first = one.graph(16);
    const std::vector<StaticSource> sources{{0, 3.0}};
    search.run(first, one.codes(), 1e-3, sources);
    CHECK(*search.cost(0) == 3.0);
    const auto second = two.graph(16);
    search.run(second, two.codes(), 1e-3, sources);
    CHECK(*search.cost(2) == Approx(203.0));
}

TEST_CASE("static search: a wrong label is found by the certificate", "[search][certificate]") {
    const test::AsciiSea sea({"A..3", "..5.", "2..B"});
    const auto graph = sea.graph(16);
    const auto codes = sea.codes();
    const std::vector<StaticSource> sources{{sea.a(), 0.0}};
    StaticSearch search;
    search.run(graph, codes, 1e-3, sources);
    CHECK(certify(search, StaticArcs(graph, codes, 1e-3), sources).empty());
    CHECK_FALSE(certify(search, StaticArcs(graph, codes, 0.99e-3), sources).empty());
    CHECK_FALSE(certify(search, StaticArcs(graph, codes, 1.01e-3), sources).empty());
}
