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

/// astar_search on arrival times over the implicit graph, with the product's own bound and its own
/// arithmetic along an arc.
/// @param hoisted true: the product's expansion computes all arcs of a vertex when it is examined,
///        the kindest variant; false: each arc when Boost asks for its weight, the customary one.
/// @return arrival [s]
double boost_timed(const Workload& workload, const graph::GridGraph& graph,
                   const search::FieldBounds& bounds, bool hoisted);

} // namespace fairlead::bench
