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
class BoostAdjacencyList {
  public:
    BoostAdjacencyList(const Workload& workload, const search::StaticArcs& arcs);
    ~BoostAdjacencyList();
    /// dijkstra_shortest_paths_no_color_map: the kindest variant.
    double run() const;
    /// dijkstra_shortest_paths as Boost's own example calls it: what people write first.
    double run_as_documented() const;

  private:
    struct Stored;
    std::unique_ptr<Stored> stored_;
    const Workload& workload_;
};

/// astar_search on arrival times over the implicit graph; arcs of a vertex are computed once, when
/// it is examined. @return arrival [s]
double boost_timed(const Workload& workload, const graph::GridGraph& graph,
                   const search::FieldBounds& bounds);

} // namespace fairlead::bench
