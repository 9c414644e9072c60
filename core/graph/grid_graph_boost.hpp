// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// GridGraph as Boost.Graph sees it. Land cells are vertices without arcs.

#include "core/graph/grid_graph.hpp"

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>

#include <limits>
#include <utility>

namespace fairlead::graph {

/// Walks the set bits of a vertex's arcs: those that leave it, or (Incoming) those that enter it.
template <bool Incoming>
class ArcIterator : public boost::iterator_facade<ArcIterator<Incoming>, Arc,
                                                  boost::multi_pass_input_iterator_tag, Arc> {
  public:
    ArcIterator() = default;
    ArcIterator(const GridGraph& graph, Vertex vertex, std::uint32_t bits)
        : graph_(&graph), vertex_(vertex), bits_(bits) {}

  private:
    friend class boost::iterator_core_access;
    [[nodiscard]] Arc dereference() const {
        const auto direction = static_cast<std::uint8_t>(std::countr_zero(bits_));
        if constexpr (Incoming) {
            return {graph_->target(vertex_, direction), opposite(direction)};
        } else {
            return {vertex_, direction};
        }
    }
    void increment() { bits_ &= bits_ - 1; }
    [[nodiscard]] bool equal(const ArcIterator& other) const {
        return bits_ == other.bits_ && vertex_ == other.vertex_;
    }

    const GridGraph* graph_ = nullptr;
    Vertex vertex_ = 0;
    std::uint32_t bits_ = 0;
};

struct GridGraphTraversal : virtual boost::bidirectional_graph_tag,
                            virtual boost::vertex_list_graph_tag {};

using VertexIterator = boost::counting_iterator<Vertex>;

[[nodiscard]] inline std::pair<VertexIterator, VertexIterator> vertices(const GridGraph& graph) {
    return {VertexIterator(0), VertexIterator(static_cast<Vertex>(graph.vertex_count()))};
}
[[nodiscard]] inline std::size_t num_vertices(const GridGraph& graph) {
    return graph.vertex_count();
}
[[nodiscard]] inline std::pair<ArcIterator<false>, ArcIterator<false>>
out_edges(Vertex vertex, const GridGraph& graph) {
    return {{graph, vertex, graph.arcs(vertex)}, {graph, vertex, 0}};
}
[[nodiscard]] inline std::pair<ArcIterator<true>, ArcIterator<true>>
in_edges(Vertex vertex, const GridGraph& graph) {
    return {{graph, vertex, graph.arcs(vertex)}, {graph, vertex, 0}};
}
[[nodiscard]] inline std::size_t out_degree(Vertex vertex, const GridGraph& graph) {
    return static_cast<std::size_t>(std::popcount(graph.arcs(vertex)));
}
[[nodiscard]] inline std::size_t in_degree(Vertex vertex, const GridGraph& graph) {
    return out_degree(vertex, graph);
}
[[nodiscard]] inline std::size_t degree(Vertex vertex, const GridGraph& graph) {
    return 2 * out_degree(vertex, graph);
}
[[nodiscard]] inline Vertex source(const Arc& arc, const GridGraph& /*graph*/) {
    return arc.source;
}
[[nodiscard]] inline Vertex target(const Arc& arc, const GridGraph& graph) {
    return graph.target(arc.source, arc.direction);
}
[[nodiscard]] inline boost::typed_identity_property_map<Vertex> get(boost::vertex_index_t /*tag*/,
                                                                    const GridGraph& /*graph*/) {
    return {};
}
[[nodiscard]] inline Vertex get(boost::vertex_index_t /*tag*/, const GridGraph& /*graph*/,
                                Vertex vertex) {
    return vertex;
}

} // namespace fairlead::graph

template <>
struct boost::graph_traits<fairlead::graph::GridGraph> {
    using vertex_descriptor = fairlead::graph::Vertex;
    using edge_descriptor = fairlead::graph::Arc;
    using directed_category = boost::bidirectional_tag;
    using edge_parallel_category = boost::disallow_parallel_edge_tag;
    using traversal_category = fairlead::graph::GridGraphTraversal;
    using vertex_iterator = fairlead::graph::VertexIterator;
    using out_edge_iterator = fairlead::graph::ArcIterator<false>;
    using in_edge_iterator = fairlead::graph::ArcIterator<true>;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    static vertex_descriptor null_vertex() { return std::numeric_limits<vertex_descriptor>::max(); }
};

template <>
struct boost::property_map<fairlead::graph::GridGraph, boost::vertex_index_t> {
    using type = boost::typed_identity_property_map<fairlead::graph::Vertex>;
    using const_type = type;
};
