// SPDX-License-Identifier: Apache-2.0
#include "core/search/time_dependent.hpp"

#include <algorithm>
#include <limits>

namespace fairlead::search {

std::uint32_t TimeDependentSearch::search(const TimedArcs& arcs, std::span<const Target> targets,
                                          SearchStats& stats, const Progress& progress) {
    FinishWatch watch(targets, query_.clock);
    const auto at_vertex = [&](graph::Vertex vertex, std::uint32_t label) {
        watch.pass(vertex, label);
        return watch.best() >> query_.shift;
    };
    const auto run = [&](const auto& bucket_of) {
        for (const Source& source : sources_) {
            const std::uint32_t label = query_.clock.ticks(source.time_s);
            kernel_.seed(source.vertex, label, bucket_of(label, source.vertex));
        }
        kernel_.search(arcs, bucket_of, at_vertex, stats, progress);
    };
    const unsigned shift = query_.shift;
    if (query_.potential.is_zero()) {
        run([shift](std::uint32_t label, graph::Vertex) { return label >> shift; });
    } else {
        const geo::GridGeometry& grid = graph_->geometry();
        run([&](std::uint32_t label, graph::Vertex vertex) {
            return add_ticks(label, query_.potential_ticks(grid.cell(vertex))) >> shift;
        });
    }
    return watch.best();
}

std::size_t TimeDependentSearch::best_target(std::span<const Target> targets) const {
    std::size_t best = targets.size();
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const std::uint32_t label = kernel_.label(targets[i].vertex);
        const double finish = query_.clock.seconds(label) + targets[i].extra_s;
        if (label != TickClock::never && finish < least) {
            least = finish;
            best = i;
        }
    }
    return best;
}

TimeSearchResult
TimeDependentSearch::run(const graph::GridGraph& graph, const cost::TransitField& field,
                         const FieldBounds& bounds, std::span<const Source> sources,
                         std::span<const Target> targets, const TimeSearchOptions& options,
                         const Progress& progress) {
    query_ = TimeQuery(graph, field, bounds, sources, targets, options.use_potential);
    graph_ = &graph;
    may_wait_ = options.may_wait;
    sources_.assign(sources.begin(), sources.end());
    const TimedArcs arcs(graph, field, query_.clock, options.may_wait);
    times_ = arcs.times();
    kernel_.reset(graph.vertex_count());
    TimeSearchResult result;
    const std::uint32_t best = search(arcs, targets, result.stats, progress);
    result.stats.waited = arcs.waited();
    const bool missed_in_vain = std::all_of(
        arcs.missed().begin(), arcs.missed().end(), [&](const TimedArcs::Missed& missed) {
            const auto ahead = query_.potential_ticks(graph.geometry().cell(missed.target));
            return best != TickClock::never && add_ticks(missed.arrival, ahead) >= best;
        });
    result.exact = missed_in_vain && !(best == TickClock::never && arcs.passed_the_clock());
    if (const std::size_t target = best_target(targets); target < targets.size()) {
        result.path = path_to(targets[target].vertex);
        result.path->target = target;
        result.path->finish_s = result.path->arrival_s.back() + targets[target].extra_s;
        result.path->cost = result.path->finish_s;
    }
    return result;
}

std::optional<double> TimeDependentSearch::arrival_s(graph::Vertex vertex) const noexcept {
    if (!kernel_.is_labelled(vertex)) {
        return std::nullopt;
    }
    return query_.clock.seconds(kernel_.label(vertex));
}

double TimeDependentSearch::potential_s(graph::Vertex vertex) const noexcept {
    return graph_ == nullptr || query_.potential.is_zero()
               ? 0.0
               : query_.potential_ticks(graph_->geometry().cell(vertex)) / query_.clock.ticks_per_s;
}

std::optional<GraphPath> TimeDependentSearch::path_to(graph::Vertex vertex) const {
    if (graph_ == nullptr || !arrival_s(vertex)) {
        return std::nullopt;
    }
    GraphPath path;
    kernel_.trace(*graph_, vertex, path.vertices, path.directions);
    for (std::size_t i = 0; i < sources_.size(); ++i) {
        const Source& source = sources_[i];
        if (source.vertex == path.vertices.front() &&
            (sources_[path.source].vertex != source.vertex ||
             source.time_s < sources_[path.source].time_s)) {
            path.source = i;
        }
    }
    // The same arcs without the rounding of labels. Leaving a little earlier than the labels say,
    // the ship is never later; only where she could be trapped may the rounded times be the only
    // ones that work.
    if (!schedule(path, *times_, sources_[path.source].time_s, may_wait_)) {
        path.arrival_s.clear();
        path.departure_s.clear();
        for (const graph::Vertex v : path.vertices) {
            path.arrival_s.push_back(query_.clock.seconds(kernel_.label(v)));
        }
        for (std::size_t i = 0; i < path.directions.size(); ++i) {
            const ArcTimes::Passage passage = times_->traverse(
                {path.vertices[i], path.directions[i]}, path.arrival_s[i], may_wait_);
            path.departure_s.push_back(passage.departure_s);
        }
        path.departure_s.push_back(path.arrival_s.back());
    }
    path.finish_s = path.arrival_s.back();
    path.cost = path.finish_s;
    return path;
}

std::size_t TimeDependentSearch::memory_bytes() const noexcept {
    return sizeof(*this) + kernel_.memory_bytes();
}

} // namespace fairlead::search
