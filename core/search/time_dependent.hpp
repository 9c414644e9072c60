// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The way of earliest arrival through conditions that change under way: A* on arrival-time
/// labels, exact because arcs are first in, first out (Kaufman and Smith 1993, IVHS Journal 1).

#include "core/base/progress.hpp"
#include "core/search/graph_path.hpp"
#include "core/search/label_kernel.hpp"
#include "core/search/time_query.hpp"
#include "core/search/timed_arcs.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fairlead::search {

struct TimeSearchOptions {
    bool may_wait = true;      ///< for closed cells to open; never without need
    bool use_potential = true; ///< false: plain Dijkstra (for comparison)
};

struct TimeSearchResult {
    /// None: no target can be reached, or none was asked for.
    std::optional<GraphPath> path;
    /// True: no path over the graph finishes earlier (within one tick per arc; a tick is at most
    /// 1/256 s). False: some arc was closed to an early ship but not to a later one, and a ship
    /// that took it later might even so finish earlier; the path is good but not proven best.
    bool exact = true;
    SearchStats stats;
};

/// Answers one query after the other and keeps its memory between them: 5 bytes per cell plus the
/// queue. Not safe from several threads; one per thread.
class TimeDependentSearch {
  public:
    /// @param sources at least one; those outside the field's time or in closed cells lead nowhere.
    /// @param targets none: labels everything that can be reached (one to all).
    /// @param bounds of the same field.
    /// @pre graph and field have the same grid and live until the next run or the last call of
    ///      path_to; vertices are cells of it
    /// @throws Error (cancelled), within a few thousand vertices of the request.
    TimeSearchResult run(const graph::GridGraph& graph, const cost::TransitField& field,
                         const FieldBounds& bounds, std::span<const Source> sources,
                         std::span<const Target> targets, const TimeSearchOptions& options = {},
                         const Progress& progress = {});

    /// Earliest arrival found by the last run. Final if the run had no target or found no path;
    /// else final where arrival + potential is below the path's finish.
    [[nodiscard]] std::optional<double> arrival_s(graph::Vertex vertex) const noexcept;
    /// Calls f(vertex, arrival_s) for each vertex with a label, in no order.
    template <class Function>
    void for_each_reached(Function&& f) const;
    /// The path to any vertex with a label; its `target` means nothing.
    [[nodiscard]] std::optional<GraphPath> path_to(graph::Vertex vertex) const;
    /// The bound the last run was guided by [s]; zero without targets.
    [[nodiscard]] double potential_s(graph::Vertex vertex) const noexcept;
    /// Length of a tick of the last run [s].
    [[nodiscard]] double tick_s() const noexcept { return 1.0 / query_.clock.ticks_per_s; }

    [[nodiscard]] std::size_t memory_bytes() const noexcept;

  private:
    [[nodiscard]] std::size_t best_target(std::span<const Target> targets) const;
    /// @return finish of the best target in ticks, extra included; `never` if none was settled.
    std::uint32_t search(const TimedArcs& arcs, std::span<const Target> targets, SearchStats& stats,
                         const Progress& progress);

    LabelKernel<std::uint32_t> kernel_;
    TimeQuery query_;
    std::vector<Source> sources_;
    const graph::GridGraph* graph_ = nullptr;
    std::optional<ArcTimes> times_;
    bool may_wait_ = true;
};

template <class Function>
void TimeDependentSearch::for_each_reached(Function&& f) const {
    kernel_.for_each_labelled(
        [&](graph::Vertex v, std::uint32_t label) { f(v, query_.clock.seconds(label)); });
}

} // namespace fairlead::search
