// SPDX-License-Identifier: Apache-2.0
#include "core/graph/grid_graph_boost.hpp"
#include "tests/support/ascii_sea.hpp"

#include <boost/concept/assert.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <catch2/catch.hpp>

using namespace fairlead;
using graph::Arc;
using graph::GridGraph;
using graph::Vertex;

BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<GridGraph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<GridGraph>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<GridGraph>));

namespace {

std::size_t arc_count(const GridGraph& g) {
    std::size_t count = 0;
    for (auto [v, end] = vertices(g); v != end; ++v) {
        count += out_degree(*v, g);
    }
    return count;
}

} // namespace

TEST_CASE("grid graph: an open grid has every arc that stays inside", "[graph][grid_graph]") {
    const geo::GridGeometry grid{0.0, 0.0, 1.0, 5, 4};
    // Rows x columns pairs per offset, both ways: (5-dx)(4-dy) summed.
    const auto expected = [&](std::vector<std::pair<int, int>> steps) {
        std::size_t count = 0;
        for (const auto& [columns, rows] : steps) {
            count += static_cast<std::size_t>(std::max(0, 5 - columns) * std::max(0, 4 - rows));
        }
        return 2 * count;
    };
    const std::vector<std::pair<int, int>> k8{{1, 0}, {0, 1}, {1, 1}, {1, 1}};
    std::vector<std::pair<int, int>> k16 = k8;
    k16.insert(k16.end(), {{2, 1}, {2, 1}, {1, 2}, {1, 2}});
    std::vector<std::pair<int, int>> k32 = k16;
    k32.insert(k32.end(), {{3, 1}, {3, 1}, {1, 3}, {1, 3}, {3, 2}, {3, 2}, {2, 3}, {2, 3}});
    CHECK(arc_count({grid, 8, graph::open_sea_arcs(grid, 8)}) == expected(k8));
    CHECK(arc_count({grid, 16, graph::open_sea_arcs(grid, 16)}) == expected(k16));
    CHECK(arc_count({grid, 32, graph::open_sea_arcs(grid, 32)}) == expected(k32));
}

TEST_CASE("grid graph: one cell has no arcs and a wrong size is a broken contract",
          "[graph][grid_graph]") {
    const geo::GridGeometry one{0.0, 0.0, 1.0, 1, 1};
    const GridGraph g(one, 16, graph::open_sea_arcs(one, 16));
    CHECK(num_vertices(g) == 1);
    CHECK(out_degree(0, g) == 0);
    CHECK_THROWS(GridGraph(one, 16, {0, 0}));
    CHECK_THROWS(GridGraph(one, 12, {0}));
}

TEST_CASE("grid graph: out and in arcs are the same arcs seen from both ends",
          "[graph][grid_graph]") {
    const test::AsciiSea sea({"....#.", ".##...", "......", ".#..#."});
    const GridGraph g = sea.graph(32);
    std::size_t found = 0;
    for (auto [v, end] = vertices(g); v != end; ++v) {
        CHECK(out_degree(*v, g) == in_degree(*v, g));
        for (auto [arc, last] = in_edges(*v, g); arc != last; ++arc) {
            CHECK(target(*arc, g) == *v);
            const auto out = out_edges(source(*arc, g), g);
            found += static_cast<std::size_t>(std::count(out.first, out.second, *arc));
        }
    }
    CHECK(found == arc_count(g));
    CHECK(found > 50);
}

TEST_CASE("grid graph: no arc squeezes through a corner between two pieces of land",
          "[graph][grid_graph]") {
    const test::AsciiSea sea({"A#", "#B"});
    CHECK(arc_count(sea.graph(8)) == 0);
    // The (3,1) arc passes through the corner between the 2nd and 3rd column.
    CHECK((test::AsciiSea({"A.#.", "...B"}).graph(32).arcs(0) >> 16 & 1) == 0);
    CHECK((test::AsciiSea({"A...", "...B"}).graph(32).arcs(0) >> 16 & 1) == 1);
}

TEST_CASE("grid graph: stock breadth-first search runs on it", "[graph][grid_graph]") {
    const test::AsciiSea sea({"A....", "####.", "B...."});
    const GridGraph g = sea.graph(8);
    std::vector<int> hops(num_vertices(g), 0);
    std::vector<boost::default_color_type> colours(num_vertices(g));
    const auto index = get(boost::vertex_index, g);
    boost::breadth_first_search(
        g, sea.a(),
        boost::color_map(boost::make_iterator_property_map(colours.begin(), index))
            .visitor(boost::make_bfs_visitor(boost::record_distances(
                boost::make_iterator_property_map(hops.begin(), index), boost::on_tree_edge()))));
    CHECK(hops[sea.b()] == 10);
}
