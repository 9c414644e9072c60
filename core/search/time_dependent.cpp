// SPDX-License-Identifier: Apache-2.0
#include "core/search/time_dependent.hpp"

#include "core/base/contract.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace fairlead::search {
namespace {

/// Vertices expanded between two looks at the stop token: a few milliseconds.
constexpr std::size_t settles_between_checks = 8192;

/// Saturating, so that what lies beyond the clock sorts last.
std::uint32_t add_ticks(std::uint32_t a, std::uint32_t b) noexcept {
    const std::uint32_t sum = a + b;
    return sum < a ? TickClock::never : sum;
}

std::uint32_t whole_ticks(double ticks) noexcept {
    return ticks < TickClock::never ? static_cast<std::uint32_t>(ticks) : TickClock::never;
}

} // namespace

void TimeDependentSearch::reset(std::size_t cells) {
    if (labels_.size() != cells) {
        labels_.assign(cells, TickClock::never);
        parents_.assign(cells, no_parent);
    } else if (touched_all_) {
        std::fill(labels_.begin(), labels_.end(), TickClock::never);
    } else {
        for (const graph::Vertex v : touched_) {
            labels_[v] = TickClock::never;
        }
    }
    touched_.clear();
    touched_.reserve(cells / 16 + 64);
    touched_all_ = false;
}

void TimeDependentSearch::set_label(graph::Vertex vertex, std::uint32_t label,
                                    std::uint8_t parent) {
    if (labels_[vertex] == TickClock::never && !touched_all_) {
        touched_all_ = touched_.size() == touched_.capacity();
        if (!touched_all_) {
            touched_.push_back(vertex);
        }
    }
    labels_[vertex] = label;
    parents_[vertex] = parent;
}

void TimeDependentSearch::seed(std::span<const Source> sources) {
    for (const Source& source : sources) {
        const std::uint32_t label = clock_.ticks(source.time_s);
        if (label < labels_[source.vertex]) {
            set_label(source.vertex, label, no_parent);
            const std::uint32_t ahead =
                potential_.is_zero() ? 0 : potential_ticks(graph_->geometry().cell(source.vertex));
            queue_.push(add_ticks(label, ahead), {source.vertex, label});
        }
    }
}

template <bool Guided>
std::uint32_t TimeDependentSearch::search(const TimedArcs& arcs, std::span<const Target> targets,
                                          SearchStats& stats, const Progress& progress) {
    // A bit per residue of the targets' vertices: most vertices are seen to be none at once.
    std::uint64_t target_bits = 0;
    for (const Target& target : targets) {
        target_bits |= std::uint64_t{1} << (target.vertex % 64);
    }
    const geo::GridGeometry& grid = graph_->geometry();
    std::uint32_t best = TickClock::never;
    Entry entry{};
    while (queue_.pop(entry)) {
        if (entry.label != labels_[entry.vertex]) {
            continue;
        }
        if (best != TickClock::never && queue_.current() > best >> queue_.shift()) {
            break;
        }
        if (++stats.settled % settles_between_checks == 0) {
            progress.throw_if_stopped();
            progress.report(
                static_cast<double>(stats.settled) / static_cast<double>(labels_.size()), "search");
        }
        if ((target_bits >> (entry.vertex % 64) & 1) != 0) {
            for (const Target& target : targets) {
                if (target.vertex == entry.vertex) {
                    best = std::min(best, add_ticks(entry.label, whole_ticks(target.extra_s *
                                                                             clock_.ticks_per_s)));
                }
            }
        }
        [[maybe_unused]] const geo::GridCell cell = grid.cell(entry.vertex);
        graph::for_each_out_arc(
            arcs, entry.vertex, entry.label,
            [&](graph::Vertex target, std::uint8_t direction, std::uint32_t arrival) {
                if (arrival >= labels_[target]) {
                    return;
                }
                set_label(target, arrival, direction);
                std::uint32_t key = arrival;
                if constexpr (Guided) {
                    const graph::CellOffset step = graph::directions[direction].step;
                    key = add_ticks(
                        key, potential_ticks({cell.column + step.columns, cell.row + step.rows}));
                }
                queue_.push(key, {target, arrival});
            });
    }
    return best;
}

std::size_t TimeDependentSearch::best_target(std::span<const Target> targets) const {
    std::size_t best = targets.size();
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const std::uint32_t label = labels_[targets[i].vertex];
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
    reset(graph.vertex_count());
    // No bucket wider than the shortest arc (see BucketQueue); half of it where a potential takes
    // most of the arc's length away.
    const auto shortest = static_cast<std::uint32_t>(std::clamp(per_cell, 1.0, 1e9));
    unsigned shift = static_cast<unsigned>(std::bit_width(shortest)) - 1;
    shift -= !goals.empty() && shift > 0 ? 1U : 0U;
    queue_.reset(0, shift);
    TimeSearchResult result;
    seed(sources);
    const std::uint32_t best = goals.empty() ? search<false>(arcs, targets, result.stats, progress)
                                             : search<true>(arcs, targets, result.stats, progress);
    result.stats.labelled = touched_.size();
    result.stats.waited = arcs.waited();
    result.exact =
        !arcs.missed_an_opening() && !(best == TickClock::never && arcs.passed_the_clock());
    if (const std::size_t target = best_target(targets); target < targets.size()) {
        result.path = path_to(targets[target].vertex);
        result.path->target = target;
        result.path->finish_s = result.path->arrival_s.back() + targets[target].extra_s;
        result.path->cost = result.path->finish_s;
    }
    return result;
}

std::optional<double> TimeDependentSearch::arrival_s(graph::Vertex vertex) const noexcept {
    if (vertex >= labels_.size() || labels_[vertex] == TickClock::never) {
        return std::nullopt;
    }
    return clock_.seconds(labels_[vertex]);
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
    path.vertices.push_back(vertex);
    for (graph::Vertex v = vertex; parents_[v] != no_parent;) {
        path.directions.push_back(parents_[v]);
        v = graph_->target(v, graph::opposite(parents_[v]));
        path.vertices.push_back(v);
    }
    std::reverse(path.vertices.begin(), path.vertices.end());
    std::reverse(path.directions.begin(), path.directions.end());
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
            path.arrival_s.push_back(clock_.seconds(labels_[v]));
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
    return sizeof(*this) - sizeof(queue_) + queue_.memory_bytes() +
           labels_.capacity() * sizeof(std::uint32_t) + parents_.capacity() +
           touched_.capacity() * sizeof(graph::Vertex);
}

} // namespace fairlead::search
