// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Stock Boost.Graph on the same problems.

#include "core/graph/grid_graph.hpp"
#include "core/search/field_bounds.hpp"
#include "core/search/static_arcs.hpp"
#include "tests/bench/workload.hpp"

#include <memory>

namespace fairlead::bench {

/// dijkstra_shortest_paths_no_color_map on the implicit graph. @return label of workload.to [s]
double boost_static(const Workload& workload, const search::StaticArcs& arcs);

/// The same on an adjacency_list<vecS, vecS> with stored weights.
/// @tparam Weight float or double
template <class Weight>
class BoostAdjacencyList {
  public:
    BoostAdjacencyList(const Workload& workload, const search::StaticArcs& arcs);
    ~BoostAdjacencyList();
    /// dijkstra_shortest_paths_no_color_map: with 32-bit weights the kindest variant.
    double run() const;
    /// dijkstra_shortest_paths as Boost's own example calls it: with doubles what people write
    /// first.
    double run_as_documented() const;

  private:
    struct Stored;
    std::unique_ptr<Stored> stored_;
    const Workload& workload_;
};

/// When and by what astar_search learns how long the arcs of a vertex take.
enum class ArcTiming {
    product_expansion, ///< once per arc, when the vertex is examined, all at once by the vector
                       ///< arithmetic of the product's own kernel: the kindest variant
    examined,          ///< once per arc, when the vertex is examined, one after the other
    asked,             ///< each time Boost asks for the weight of an arc: what people write first
};

/// astar_search on arrival times over the implicit graph, with the product's own bound.
/// @return arrival [s]
double boost_timed(const Workload& workload, const graph::GridGraph& graph,
                   const search::FieldBounds& bounds, ArcTiming timing);

} // namespace fairlead::bench
