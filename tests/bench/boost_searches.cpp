// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/boost_searches.hpp"

#include "core/graph/grid_graph_boost.hpp"
#include "core/search/potential.hpp"
#include "core/search/timed_arcs.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/astar_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <array>
#include <vector>

namespace fairlead::bench {
namespace {

constexpr float infinite = 1e30F;

struct GoalReached {};

template <class Graph, class Weight>
double dijkstra(const Graph& g, graph::Vertex source, graph::Vertex target, const Weight& weight) {
    const auto index = get(boost::vertex_index, g);
    std::vector<float> distance(num_vertices(g));
    std::vector<graph::Vertex> predecessor(num_vertices(g));
    boost::dijkstra_shortest_paths_no_color_map(
        g, source, boost::make_iterator_property_map(predecessor.begin(), index),
        boost::make_iterator_property_map(distance.begin(), index), weight, index,
        std::less<float>(), boost::closed_plus<float>(infinite), infinite, 0.0F,
        boost::default_dijkstra_visitor());
    return static_cast<double>(distance[target]);
}

std::uint32_t duration(const search::TimedArcs& arcs, graph::Arc arc, std::uint32_t label) {
    const std::uint32_t arrival = arcs.arrive(arc.source, arc.direction, label);
    return arrival == search::TickClock::never ? arrival : arrival - label;
}

/// Durations of the arcs of the vertex under examination.
using Durations = std::array<std::uint32_t, graph::max_neighbours>;

struct StoppingVisitor : boost::default_astar_visitor {
    explicit StoppingVisitor(graph::Vertex g) : goal(g) {}
    void examine_vertex(graph::Vertex u, const graph::GridGraph& /*g*/) const {
        if (u == goal) {
            throw GoalReached{};
        }
    }
    graph::Vertex goal;
};

/// Computes the arcs of a vertex once.
template <ArcTiming Timing, class DistanceMap>
struct HoistingVisitor : StoppingVisitor {
    HoistingVisitor(const search::TimedArcs& a, DistanceMap d, Durations& s, graph::Vertex g)
        : StoppingVisitor(g), arcs(&a), distance(d), durations(&s) {}
    void examine_vertex(graph::Vertex u, const graph::GridGraph& g) const {
        StoppingVisitor::examine_vertex(u, g);
        const std::uint32_t label = get(distance, u);
        if constexpr (Timing == ArcTiming::product_expansion) {
            durations->fill(search::TickClock::never);
            graph::for_each_out_arc(*arcs, u, label,
                                    [&](graph::Vertex, std::uint8_t d, std::uint32_t arrival) {
                                        (*durations)[d] = arrival - label;
                                    });
        } else {
            graph::for_each_out_arc(g, u, [&](graph::Vertex, std::uint8_t d) {
                (*durations)[d] = duration(*arcs, {u, d}, label);
            });
        }
    }
    const search::TimedArcs* arcs;
    DistanceMap distance;
    Durations* durations;
};

} // namespace

double boost_static(const Workload& workload, const search::StaticArcs& arcs) {
    return dijkstra(arcs.graph(), workload.from, workload.to,
                    boost::make_function_property_map<graph::Arc>(
                        [&](const graph::Arc& arc) { return static_cast<float>(arcs.cost(arc)); }));
}

template <class Weight>
struct BoostAdjacencyList<Weight>::Stored {
    using Cost = boost::property<boost::edge_weight_t, Weight>;
    using Graph =
        boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Cost>;
    Graph graph;
};

template <class Weight>
BoostAdjacencyList<Weight>::BoostAdjacencyList(const Workload& workload,
                                               const search::StaticArcs& arcs)
    : stored_(
          std::make_unique<Stored>(Stored{typename Stored::Graph(arcs.graph().vertex_count())})),
      workload_(workload) {
    for (graph::Vertex u = 0; u < arcs.graph().vertex_count(); ++u) {
        graph::for_each_out_arc(arcs.graph(), u, [&](graph::Vertex v, std::uint8_t direction) {
            add_edge(u, v, typename Stored::Cost(static_cast<Weight>(arcs.cost({u, direction}))),
                     stored_->graph);
        });
    }
}

template <class Weight>
BoostAdjacencyList<Weight>::~BoostAdjacencyList() = default;

template <class Weight>
double BoostAdjacencyList<Weight>::run() const {
    return dijkstra(stored_->graph, workload_.from, workload_.to,
                    get(boost::edge_weight, stored_->graph));
}

template <class Weight>
double BoostAdjacencyList<Weight>::run_as_documented() const {
    const auto& g = stored_->graph;
    std::vector<Weight> distance(num_vertices(g));
    std::vector<graph::Vertex> predecessor(num_vertices(g));
    const auto index = get(boost::vertex_index, g);
    boost::dijkstra_shortest_paths(
        g, workload_.from,
        boost::predecessor_map(boost::make_iterator_property_map(predecessor.begin(), index))
            .distance_map(boost::make_iterator_property_map(distance.begin(), index)));
    return static_cast<double>(distance[workload_.to]);
}

template class BoostAdjacencyList<float>;
template class BoostAdjacencyList<double>;

double boost_timed(const Workload& workload, const graph::GridGraph& graph,
                   const search::FieldBounds& bounds, ArcTiming timing) {
    using search::TickClock;
    const auto clock = TickClock::starting(0.0, workload.field.slice_time_s.back(), true);
    const search::TimedArcs arcs(graph, workload.field, clock, true);
    const geo::GridGeometry& grid = graph.geometry();
    const std::array<search::Potential::Goal, 1> goal{{{grid.cell(workload.to), 0.0}}};
    const search::Potential potential(
        graph.neighbours(), grid.cell_m * bounds.least_slowness_s_per_m * clock.ticks_per_s, goal);
    const auto index = get(boost::vertex_index, graph);
    std::vector<std::uint32_t> distance(graph.vertex_count());
    std::vector<std::uint32_t> cost(graph.vertex_count());
    std::vector<graph::Vertex> predecessor(graph.vertex_count());
    std::vector<boost::default_color_type> colour(graph.vertex_count());
    const auto distances = boost::make_iterator_property_map(distance.begin(), index);
    Durations durations{};
    const auto search_with = [&](const auto& visitor, const auto& duration_of) {
        boost::astar_search(
            graph, workload.from,
            [&](graph::Vertex v) { return static_cast<std::uint32_t>(potential(grid.cell(v))); },
            visitor, boost::make_iterator_property_map(predecessor.begin(), index),
            boost::make_iterator_property_map(cost.begin(), index), distances,
            boost::make_function_property_map<graph::Arc>(duration_of), index,
            boost::make_iterator_property_map(colour.begin(), index), std::less<std::uint32_t>(),
            boost::closed_plus<std::uint32_t>(TickClock::never), TickClock::never, 0U);
    };
    const auto hoisted = [&](const graph::Arc& arc) { return durations[arc.direction]; };
    try {
        switch (timing) {
        case ArcTiming::product_expansion:
            search_with(HoistingVisitor<ArcTiming::product_expansion, decltype(distances)>(
                            arcs, distances, durations, workload.to),
                        hoisted);
            break;
        case ArcTiming::examined:
            search_with(HoistingVisitor<ArcTiming::examined, decltype(distances)>(
                            arcs, distances, durations, workload.to),
                        hoisted);
            break;
        case ArcTiming::asked:
            search_with(StoppingVisitor(workload.to), [&](const graph::Arc& arc) {
                return duration(arcs, arc, distance[arc.source]);
            });
            break;
        }
    } catch (const GoalReached&) {
    }
    return clock.seconds(distance[workload.to]);
}

} // namespace fairlead::bench
