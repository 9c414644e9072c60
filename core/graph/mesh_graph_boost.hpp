// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// MeshGraph as Boost.Graph sees it: a vertex-list, edge-list and incidence graph.

#include "core/graph/mesh_graph.hpp"

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/property_map/property_map.hpp>

#include <limits>
#include <utility>

namespace fairlead::graph {

[[nodiscard]] inline bool operator==(const MeshArc& a, const MeshArc& b) noexcept {
    return a.source == b.source && a.target == b.target;
}

struct MeshGraphTraversal : virtual boost::incidence_graph_tag,
                            virtual boost::vertex_list_graph_tag,
                            virtual boost::edge_list_graph_tag {};

using MeshVertexIterator = boost::counting_iterator<MeshVertex>;
using MeshArcIterator = std::span<const MeshArc>::iterator;

[[nodiscard]] inline std::pair<MeshVertexIterator, MeshVertexIterator>
vertices(const MeshGraph& graph) {
    return {MeshVertexIterator(0),
            MeshVertexIterator(static_cast<MeshVertex>(graph.vertex_count()))};
}
[[nodiscard]] inline std::size_t num_vertices(const MeshGraph& graph) {
    return graph.vertex_count();
}
[[nodiscard]] inline std::pair<MeshArcIterator, MeshArcIterator> edges(const MeshGraph& graph) {
    return {graph.arcs().begin(), graph.arcs().end()};
}
[[nodiscard]] inline std::size_t num_edges(const MeshGraph& graph) {
    return graph.arcs().size();
}
[[nodiscard]] inline std::pair<MeshArcIterator, MeshArcIterator> out_edges(MeshVertex cell,
                                                                           const MeshGraph& graph) {
    const auto arcs = graph.arcs_from(cell);
    return {arcs.begin(), arcs.end()};
}
[[nodiscard]] inline std::size_t out_degree(MeshVertex cell, const MeshGraph& graph) {
    return graph.arcs_from(cell).size();
}
[[nodiscard]] inline MeshVertex source(const MeshArc& arc, const MeshGraph& /*graph*/) {
    return arc.source;
}
[[nodiscard]] inline MeshVertex target(const MeshArc& arc, const MeshGraph& /*graph*/) {
    return arc.target;
}
[[nodiscard]] inline boost::typed_identity_property_map<MeshVertex>
get(boost::vertex_index_t /*tag*/, const MeshGraph& /*graph*/) {
    return {};
}
[[nodiscard]] inline MeshVertex get(boost::vertex_index_t /*tag*/, const MeshGraph& /*graph*/,
                                    MeshVertex cell) {
    return cell;
}

} // namespace fairlead::graph

template <>
struct boost::graph_traits<fairlead::graph::MeshGraph> {
    using vertex_descriptor = fairlead::graph::MeshVertex;
    using edge_descriptor = fairlead::graph::MeshArc;
    using directed_category = boost::directed_tag;
    using edge_parallel_category = boost::disallow_parallel_edge_tag;
    using traversal_category = fairlead::graph::MeshGraphTraversal;
    using vertex_iterator = fairlead::graph::MeshVertexIterator;
    using edge_iterator = fairlead::graph::MeshArcIterator;
    using out_edge_iterator = fairlead::graph::MeshArcIterator;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    static vertex_descriptor null_vertex() { return std::numeric_limits<vertex_descriptor>::max(); }
};

template <>
struct boost::property_map<fairlead::graph::MeshGraph, boost::vertex_index_t> {
    using type = boost::typed_identity_property_map<fairlead::graph::MeshVertex>;
    using const_type = type;
};
