// SPDX-License-Identifier: Apache-2.0
#include "core/search/interval_search.hpp"

#include "core/base/contract.hpp"

#include <algorithm>
#include <limits>

namespace fairlead::search {
namespace {

constexpr std::size_t settled_between_checks = 8192;

/// The passage of an arc by a ship that lies at its start from `time_s` on, such that she ends in
/// the given safe interval of its end. Nothing if there is none, or if her own cell closes before.
std::optional<ArcTimes::Passage> passage_into(const ArcTimes& times, graph::Arc arc, double time_s,
                                              const SafeIntervals::Run& run) {
    const double start_s = std::max(time_s, run.begin_s);
    if (start_s >= run.end_s || times.open_until_s(arc.source, time_s, start_s) < start_s) {
        return std::nullopt;
    }
    const auto passage = times.traverse(arc, start_s, true);
    if (passage.refusal != ArcTimes::Refusal::none || passage.arrival_s > run.end_s) {
        return std::nullopt;
    }
    return passage;
}

} // namespace

SafeIntervals::Run IntervalSearch::run_of(State state) const {
    if (safe_->is_listed(state)) {
        return safe_->run(state);
    }
    const auto runs = safe_->list(state);
    return runs.empty() ? SafeIntervals::Run{state, 0.0, 0.0} : runs.front();
}

SafeIntervals::Range IntervalSearch::states_of(graph::Vertex cell) {
    return safe_->has_several(cell) ? safe_->states(cell) : SafeIntervals::Range{cell, cell + 1};
}

void IntervalSearch::improve(State state, graph::Vertex cell, std::uint32_t label, State parent) {
    if (state >= labels_.size()) {
        labels_.resize(safe_->size(), TickClock::never);
        parents_.resize(safe_->size(), no_parent);
    }
    if (label < labels_[state]) {
        labels_[state] = label;
        parents_[state] = parent;
        const auto ahead =
            query_.potential.is_zero() ? 0U : query_.potential_ticks(graph_->geometry().cell(cell));
        queue_.push(add_ticks(label, ahead) >> query_.shift, {state, label});
    }
}

std::optional<double> IntervalSearch::entry_s(const Source& source,
                                              const SafeIntervals::Run& run) const {
    const double time_s = std::max(source.time_s, run.begin_s);
    if (time_s >= run.end_s || (time_s > source.time_s && !may_wait_at_source_)) {
        return std::nullopt;
    }
    return time_s;
}

void IntervalSearch::seed() {
    for (const Source& source : sources_) {
        const auto range = states_of(source.vertex);
        for (State state = range.first; state < range.end; ++state) {
            const auto time_s = entry_s(source, run_of(state));
            if (!time_s) {
                continue;
            }
            std::uint32_t label = query_.clock.ticks(*time_s);
            // Rounding must not put the ship into the cell before it opens.
            if (label != TickClock::never && query_.clock.seconds(label) < *time_s) {
                ++label;
            }
            improve(state, source.vertex, label, no_parent);
        }
    }
}

void IntervalSearch::expand_into_each(const Entry& entry, graph::Arc arc, graph::Vertex target) {
    const double time_s = query_.clock.seconds(entry.label);
    const auto range = safe_->states(target);
    for (State state = range.first; state < range.end; ++state) {
        if (const auto passage = passage_into(arcs_->times(), arc, time_s, safe_->run(state))) {
            const std::uint32_t arrival = query_.clock.ticks(passage->arrival_s);
            passed_the_clock_ = passed_the_clock_ || arrival == TickClock::never;
            improve(state, target, arrival, entry.state);
        }
    }
}

void IntervalSearch::expand(const Entry& entry, graph::Vertex cell) {
    // A label rounded up past the end of its interval must not count as of the next one.
    if (safe_->is_listed(entry.state) &&
        query_.clock.seconds(entry.label) >= safe_->run(entry.state).end_s) {
        return;
    }
    graph::for_each_out_arc(
        *arcs_, cell, entry.label,
        [&](graph::Vertex target, std::uint8_t direction, std::uint32_t arrival) {
            if (arrival == TickClock::never) {
                return; // then no ship that stays in this interval can make the arc
            }
            if (safe_->has_several(target)) {
                expand_into_each(entry, {cell, direction}, target);
            } else {
                improve(target, target, arrival, entry.state);
            }
        });
}

std::uint32_t IntervalSearch::search(std::span<const Target> targets, SearchStats& stats,
                                     const Progress& progress) {
    FinishWatch watch(targets, query_.clock);
    std::size_t settled = 0;
    Entry entry{};
    while (queue_.pop(entry) && queue_.current() <= watch.best() >> query_.shift) {
        if (entry.label != labels_[entry.state]) {
            continue;
        }
        if (++settled % settled_between_checks == 0) {
            progress.throw_if_stopped();
            progress.report(static_cast<double>(settled) / static_cast<double>(labels_.size()),
                            "search");
        }
        const graph::Vertex cell = safe_->cell_of(entry.state);
        watch.pass(cell, entry.label);
        expand(entry, cell);
    }
    stats.settled += settled;
    stats.labelled += static_cast<std::size_t>(std::count_if(
        labels_.begin(), labels_.end(), [](std::uint32_t l) { return l != TickClock::never; }));
    stats.waited += arcs_->waited();
    return watch.best();
}

IntervalSearch::Arrival IntervalSearch::best_arrival(std::span<const Target> targets) {
    Arrival best;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const graph::Vertex cell = targets[i].vertex;
        const auto range = states_of(cell);
        for (State state = range.first; state < range.end; ++state) {
            const double finish = query_.clock.seconds(label(state)) + targets[i].extra_s;
            if (label(state) != TickClock::never && finish < least) {
                least = finish;
                best = {state, i};
            }
        }
    }
    return best;
}

TimeSearchResult IntervalSearch::run(const graph::GridGraph& graph, const cost::TransitField& field,
                                     const FieldBounds& bounds, std::span<const Source> sources,
                                     std::span<const Target> targets,
                                     const IntervalSearchOptions& options,
                                     const Progress& progress) {
    query_ = TimeQuery(graph, field, bounds, sources, targets, options.use_potential);
    graph_ = &graph;
    arcs_.emplace(graph, field, query_.clock, true);
    safe_.emplace(arcs_->times(), query_.clock.origin_s);
    labels_.assign(graph.vertex_count(), TickClock::never);
    parents_.assign(graph.vertex_count(), no_parent);
    queue_.reset();
    sources_.assign(sources.begin(), sources.end());
    may_wait_at_source_ = options.may_wait_at_source;
    passed_the_clock_ = false;
    seed();
    TimeSearchResult result;
    const std::uint32_t best = search(targets, result.stats, progress);
    result.exact = best != TickClock::never || !(passed_the_clock_ || arcs_->passed_the_clock());
    const Arrival arrival = best_arrival(targets);
    if (arrival.state != no_parent) {
        result.path = path_to(arrival.state);
        result.path->target = arrival.target;
        result.path->finish_s = result.path->arrival_s.back() + targets[arrival.target].extra_s;
        result.path->cost = result.path->finish_s;
    }
    return result;
}

/// Of a path's arc by a ship that is at its start at `time_s`, no later than the label says but for
/// rounding: where that makes her miss what the label rests on, the label's own time holds.
ArcTimes::Passage IntervalSearch::passage_on_path(graph::Arc arc, double time_s, State from,
                                                  State to) const {
    const auto run = run_of(to);
    for (const double start_s : {time_s, query_.clock.seconds(labels_[from])}) {
        if (const auto passage = passage_into(arcs_->times(), arc, start_s, run)) {
            return *passage;
        }
    }
    return {ArcTimes::Refusal::none, time_s, query_.clock.seconds(labels_[to])};
}

GraphPath IntervalSearch::path_to(State state) const {
    std::vector<State> states;
    for (; state != no_parent; state = parents_[state]) {
        states.push_back(state);
    }
    std::reverse(states.begin(), states.end());

    GraphPath path;
    path.vertices.push_back(safe_->cell_of(states.front()));
    double start_s = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < sources_.size(); ++i) {
        const auto at = entry_s(sources_[i], run_of(states.front()));
        if (sources_[i].vertex == path.vertices.front() && at && *at < start_s) {
            start_s = *at;
            path.source = i;
        }
    }
    path.arrival_s.push_back(start_s);
    // Timed again without the rounding of labels.
    for (std::size_t i = 0; i + 1 < states.size(); ++i) {
        const graph::Vertex u = path.vertices[i];
        const graph::Vertex v = safe_->cell_of(states[i + 1]);
        std::uint8_t direction = 0;
        graph::for_each_out_arc(*graph_, u, [&](graph::Vertex target, std::uint8_t d) {
            direction = target == v ? d : direction;
        });
        const auto passage =
            passage_on_path({u, direction}, path.arrival_s.back(), states[i], states[i + 1]);
        path.vertices.push_back(v);
        path.directions.push_back(direction);
        path.departure_s.push_back(passage.departure_s);
        path.arrival_s.push_back(passage.arrival_s);
    }
    path.departure_s.push_back(path.arrival_s.back());
    return path;
}

double IntervalSearch::potential_s(graph::Vertex vertex) const noexcept {
    return graph_ == nullptr || query_.potential.is_zero()
               ? 0.0
               : query_.potential_ticks(graph_->geometry().cell(vertex)) / query_.clock.ticks_per_s;
}

std::size_t IntervalSearch::memory_bytes() const noexcept {
    return sizeof(*this) + queue_.memory_bytes() + labels_.capacity() * sizeof(std::uint32_t) +
           parents_.capacity() * sizeof(State) + (safe_ ? safe_->memory_bytes() : 0);
}

} // namespace fairlead::search
