// SPDX-License-Identifier: Apache-2.0
#include "core/search/time_dependent.hpp"

#include "core/base/contract.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace fairlead::search {
namespace {

/// Saturating, so that what lies beyond the clock sorts last.
std::uint32_t add_ticks(std::uint32_t a, std::uint32_t b) noexcept {
    const std::uint32_t sum = a + b;
    return sum < a ? TickClock::never : sum;
}

std::uint32_t whole_ticks(double ticks) noexcept {
    return ticks < TickClock::never ? static_cast<std::uint32_t>(ticks) : TickClock::never;
}

} // namespace

std::uint32_t TimeDependentSearch::search(const TimedArcs& arcs, std::span<const Target> targets,
                                          unsigned shift, SearchStats& stats,
                                          const Progress& progress) {
    // A bit per residue of the targets' vertices: most vertices are seen to be none at once.
    std::uint64_t target_bits = 0;
    for (const Target& target : targets) {
        target_bits |= std::uint64_t{1} << (target.vertex % 64);
    }
    std::uint32_t best = TickClock::never;
    const auto at_vertex = [&](graph::Vertex vertex, std::uint32_t label) {
        if ((target_bits >> (vertex % 64) & 1) != 0) {
            for (const Target& target : targets) {
                if (target.vertex == vertex) {
                    best = std::min(
                        best, add_ticks(label, whole_ticks(target.extra_s * clock_.ticks_per_s)));
                }
            }
        }
        return best >> shift;
    };
    const auto run = [&](const auto& bucket_of) {
        for (const Source& source : sources_) {
            const std::uint32_t label = clock_.ticks(source.time_s);
            kernel_.seed(source.vertex, label,
                         bucket_of(label, graph_->geometry().cell(source.vertex)));
        }
        kernel_.search(arcs, graph_->geometry(), bucket_of, at_vertex, stats, progress);
    };
    if (potential_.is_zero()) {
        run([shift](std::uint32_t label, geo::GridCell) { return label >> shift; });
    } else {
        run([this, shift](std::uint32_t label, geo::GridCell cell) {
            return add_ticks(label, potential_ticks(cell)) >> shift;
        });
    }
    return best;
}

std::size_t TimeDependentSearch::best_target(std::span<const Target> targets) const {
    std::size_t best = targets.size();
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const std::uint32_t label = kernel_.label(targets[i].vertex);
        const double finish = clock_.seconds(label) + targets[i].extra_s;
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
    FAIRLEAD_EXPECTS(!sources.empty());
    for (const Source& source : sources) {
        FAIRLEAD_EXPECTS(source.vertex < graph.vertex_count() && std::isfinite(source.time_s));
    }
    for (const Target& target : targets) {
        FAIRLEAD_EXPECTS(target.vertex < graph.vertex_count() && target.extra_s >= 0.0);
    }
    graph_ = &graph;
    may_wait_ = options.may_wait;
    sources_.assign(sources.begin(), sources.end());
    const auto earliest =
        std::min_element(sources.begin(), sources.end(),
                         [](const Source& a, const Source& b) { return a.time_s < b.time_s; });
    clock_ =
        TickClock::starting(earliest->time_s, field.slice_time_s.back(), field.open_after_last);
    const TimedArcs arcs(graph, field, clock_, options.may_wait);
    times_ = arcs.times();
    const double per_cell =
        graph.geometry().cell_m * bounds.least_slowness_s_per_m * clock_.ticks_per_s;
    std::vector<Potential::Goal> goals;
    if (options.use_potential) {
        for (const Target& target : targets) {
            goals.push_back({graph.geometry().cell(target.vertex),
                             std::floor(target.extra_s * clock_.ticks_per_s)});
        }
    }
    potential_ = Potential(graph.neighbours(), per_cell, goals);
    kernel_.reset(graph.vertex_count());
    // No bucket wider than the shortest arc (see BucketQueue); half of it where a potential takes
    // most of the arc's length away.
    const auto shortest = static_cast<std::uint32_t>(std::clamp(per_cell, 1.0, 1e9));
    unsigned shift = static_cast<unsigned>(std::bit_width(shortest)) - 1;
    shift -= !goals.empty() && shift > 0 ? 1U : 0U;
    TimeSearchResult result;
    const std::uint32_t best = search(arcs, targets, shift, result.stats, progress);
    result.stats.waited = arcs.waited();
    const bool missed_in_vain = std::all_of(
        arcs.missed().begin(), arcs.missed().end(), [&](const TimedArcs::Missed& missed) {
            const auto ahead = potential_ticks(graph.geometry().cell(missed.target));
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
    return clock_.seconds(kernel_.label(vertex));
}

double TimeDependentSearch::potential_s(graph::Vertex vertex) const noexcept {
    return graph_ == nullptr || potential_.is_zero()
               ? 0.0
               : potential_ticks(graph_->geometry().cell(vertex)) / clock_.ticks_per_s;
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
            path.arrival_s.push_back(clock_.seconds(kernel_.label(v)));
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
