// SPDX-License-Identifier: Apache-2.0
#include "core/graph/mesh_graph_boost.hpp"

#include <boost/concept/assert.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace fairlead::graph;

BOOST_CONCEPT_ASSERT((boost::concepts::IncidenceGraph<MeshGraph>));
BOOST_CONCEPT_ASSERT((boost::concepts::VertexListGraph<MeshGraph>));
BOOST_CONCEPT_ASSERT((boost::concepts::EdgeListGraph<MeshGraph>));

TEST_CASE("mesh_graph: Boost.Graph walks it in compressed rows", "[graph][mesh]") {
    // A wide cell, two narrow ones north of it, and one that no other touches.
    const std::vector<MeshBox> boxes{
        {0.0, 2.0, 0.0, 1.0}, {0.0, 1.0, 1.0, 2.0}, {1.0, 2.0, 1.0, 2.0}, {8.0, 9.0, 0.0, 1.0}};
    const std::vector<std::string> names{"a", "b", "c", "d"};
    const MeshGraph mesh(boxes, {{1, 2}, {0, 2}, {0, 1}, {}}, names);
    CHECK(num_vertices(mesh) == 4);
    CHECK(num_edges(mesh) == 6);
    CHECK(out_degree(0, mesh) == 2);
    CHECK(mesh.portals().size() == 3);

    std::vector<int> steps(4, -1);
    steps[1] = 0;
    boost::breadth_first_search(
        mesh, MeshVertex{1},
        boost::visitor(
            boost::make_bfs_visitor(boost::record_distances(steps.data(), boost::on_tree_edge())))
            .color_map(boost::make_two_bit_color_map(4, get(boost::vertex_index, mesh))));
    CHECK(steps == std::vector<int>{1, 0, 1, -1});
}

TEST_CASE("mesh_graph: a portal across 180 degrees has a longitude for each side",
          "[graph][mesh]") {
    const std::vector<MeshBox> boxes{{175.0, 180.0, -1.0, 1.0}, {-180.0, -175.0, 0.0, 2.0}};
    const std::vector<std::string> names{"west", "east"};
    const MeshGraph mesh(boxes, {{1}, {0}}, names);
    REQUIRE(mesh.portals().size() == 1);
    const auto& portal = mesh.portals()[0];
    CHECK(portal.point(0.0, 0).longitude_deg == 180.0);
    CHECK(portal.point(0.0, 1).longitude_deg == -180.0);
    CHECK(portal.point(0.0, 0).latitude_deg == 0.0);
    CHECK(portal.point(1.0, 1).latitude_deg == 1.0);
    CHECK_FALSE(portal.is_corner());
    CHECK(mesh.box(0).holds({-182.0, 0.0}));
    CHECK_FALSE(mesh.box(0).holds({-180.0, 0.0})); // on the edge
}
