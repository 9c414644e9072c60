// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The way of earliest arrival where cells close and open again: A* on one label per cell and safe
/// interval (safe interval path planning: Phillips and Likhachev 2011, ICRA,
/// doi:10.1109/ICRA.2011.5980306).
///
/// TimeDependentSearch keeps the earliest ship in each cell. Where the cell closes around her and
/// opens again, a later ship may get on that she cannot; here both have their label. Within a safe
/// interval the ship may wait, so an earlier arrival can do all that a later one can, and labels
/// that no arc improves are the earliest arrivals of all (cell, safe interval).
///
/// From (u, I) at time t an arc to v leads into each safe interval J of v in which it can be made:
/// by the first departure from max(t, begin of J) on, before which she stays in I.

#include "core/base/progress.hpp"
#include "core/search/bucket_queue.hpp"
#include "core/search/safe_intervals.hpp"
#include "core/search/time_dependent.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fairlead::search {

struct IntervalSearchOptions {
    /// Before she enters the graph the ship lies where nothing closes (in port), and may stay
    /// there until a later safe interval of the source's cell.
    bool may_wait_at_source = true;
    bool use_potential = true; ///< false: plain Dijkstra (for comparison)
};

/// Waiting is always allowed here; where it is not there is nothing to gain. Several times slower
/// and larger than TimeDependentSearch: for what that one does not call exact. Not safe from
/// several threads; one per thread.
class IntervalSearch {
  public:
    IntervalSearch() = default;
    IntervalSearch(const IntervalSearch&) = delete;
    IntervalSearch& operator=(const IntervalSearch&) = delete;

    /// As TimeDependentSearch::run. `exact` is true unless the way to the target may lie beyond
    /// the clock; labels are rounded up to ticks, so a way that stays open for less than a tick per
    /// arc longer than the ship needs it may be missed.
    /// @throws Error (cancelled), within a few thousand vertices of the request.
    TimeSearchResult run(const graph::GridGraph& graph, const cost::TransitField& field,
                         const FieldBounds& bounds, std::span<const Source> sources,
                         std::span<const Target> targets, const IntervalSearchOptions& options = {},
                         const Progress& progress = {});

    /// Calls f(vertex, begin of the safe interval, arrival), seconds since 1970, for each label of
    /// the last run, in no order. Labels are final where arrival + potential is below the finish.
    template <class Function>
    void for_each_reached(Function&& f) const;
    /// The bound the last run was guided by [s]; zero without targets.
    [[nodiscard]] double potential_s(graph::Vertex vertex) const noexcept;
    /// Length of a tick of the last run [s].
    [[nodiscard]] double tick_s() const noexcept { return 1.0 / query_.clock.ticks_per_s; }
    [[nodiscard]] std::size_t memory_bytes() const noexcept;

  private:
    using State = SafeIntervals::State;
    static constexpr State no_parent = std::numeric_limits<State>::max();
    struct Entry {
        State state;
        std::uint32_t label;
    };

    void seed();
    /// When a ship from that source enters the graph in a safe interval of its cell.
    [[nodiscard]] std::optional<double> entry_s(const Source& source,
                                                const SafeIntervals::Run& run) const;
    std::uint32_t search(std::span<const Target> targets, SearchStats& stats,
                         const Progress& progress);
    void expand(const Entry& entry, graph::Vertex cell);
    void expand_into_each(const Entry& entry, graph::Arc arc, graph::Vertex target);
    void improve(State state, graph::Vertex cell, std::uint32_t label, State parent);
    [[nodiscard]] std::uint32_t label(State state) const noexcept {
        return state < labels_.size() ? labels_[state] : TickClock::never;
    }
    [[nodiscard]] SafeIntervals::Range states_of(graph::Vertex cell);
    /// Of any state, listed or not; of no length for a cell that is never open.
    [[nodiscard]] SafeIntervals::Run run_of(State state) const;
    struct Arrival {
        State state = no_parent;
        std::size_t target = 0;
    };
    [[nodiscard]] Arrival best_arrival(std::span<const Target> targets);
    [[nodiscard]] GraphPath path_to(State state) const;
    [[nodiscard]] ArcTimes::Passage passage_on_path(graph::Arc arc, double time_s, State from,
                                                    State to) const;

    const graph::GridGraph* graph_ = nullptr;
    std::vector<Source> sources_;
    bool may_wait_at_source_ = true;
    bool passed_the_clock_ = false;
    TimeQuery query_;
    std::optional<TimedArcs> arcs_;
    std::optional<SafeIntervals> safe_;
    std::vector<std::uint32_t> labels_; ///< by state, those not yet met left out
    std::vector<State> parents_;
    BucketQueue<Entry> queue_;
};

template <class Function>
void IntervalSearch::for_each_reached(Function&& f) const {
    for (std::size_t i = 0; i < labels_.size(); ++i) {
        const auto state = static_cast<State>(i);
        if (labels_[state] != TickClock::never) {
            const graph::Vertex cell = safe_->cell_of(state);
            f(cell, run_of(state).begin_s, query_.clock.seconds(labels_[state]));
        }
    }
}

} // namespace fairlead::search
