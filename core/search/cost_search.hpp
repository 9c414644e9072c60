// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The cheapest way for an objective other than time (fuel, risk, money, ...) through conditions
/// that change under way: A* on labels (cost, time), several per cell (multi-label setting with
/// dominance: Martins 1984, European Journal of Operational Research 16).
///
/// **The problem.** The ship leaves each cell at once, and waits only where the way is closed.
/// Passing an arc costs what ArcCosts says.
///
/// **Dominance.** A label (t1, c1) rules out (t2, c2) at the same cell if t1 <= t2 and
/// c1 + w (t2 - t1) <= c2, w the waiting rate: a ship that came earlier and cheaper could wait and
/// still be no dearer. (If the cell closes in between, it does not.) Under conditions that do not
/// change, time does not matter and one label per cell is enough.
///
/// **Exactness.** The rule loses nothing where coming later never pays, that is where
/// (rate - w) x duration of no arc falls with time. Where it does fall (ice that melts), a ship
/// that came later could have sailed on more cheaply than one that did not wait. The search
/// watches both: `exact` is true only if no arc met was getting cheaper, or no label was ruled out
/// by an earlier one; else the path is good, with its true cost, but not proven best.

#include "core/base/progress.hpp"
#include "core/search/arc_costs.hpp"
#include "core/search/bucket_queue.hpp"
#include "core/search/field_bounds.hpp"
#include "core/search/graph_path.hpp"
#include "core/search/label_kernel.hpp"
#include "core/search/static_search.hpp"
#include "core/search/timed_arcs.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace fairlead::search {

struct CostSearchOptions {
    bool may_wait = true; ///< for closed cells to open
    /// Of a way that is known, this search's or another's: what is dearer is not looked for.
    std::optional<double> known_cost = {};
    /// Labels (24 bytes each) after which labels that are only a little cheaper are given up.
    std::size_t label_budget = 1'000'000;
};

struct CostSearchResult {
    std::optional<GraphPath> path; ///< `cost` includes the costs of source and target
    bool exact = true;
    /// Why not, where `exact` is false.
    /// The ship may not wait, and some arc was closed to her but not to a later one. (Where she may
    /// wait, a label only rules out others that she could stay and wait for.)
    bool missed_an_opening = false;
    bool later_might_pay = false; ///< see above, "Exactness"
    /// > 0 if the budget was reached: from then on labels had to be cheaper by this share of their
    /// cost, or of the known one if that is more.
    double epsilon = 0.0;
    SearchStats stats; ///< in labels
};

/// Answers one query after the other and keeps its memory between them. Not safe from several
/// threads; one per thread.
class CostSearch {
  public:
    /// As TimeDependentSearch::run, by cost. Sources and targets carry their own costs.
    /// @pre the field has cost rates; at least one source and one target
    /// @throws Error (cancelled)
    CostSearchResult run(const graph::GridGraph& graph, const cost::TransitField& field,
                         std::span<const Source> sources, std::span<const Target> targets,
                         const CostSearchOptions& options = {}, const Progress& progress = {});

    /// Calls f(vertex, arrival_s, cost) for each label of the last run that is not ruled out.
    template <class Function>
    void for_each_label(Function&& f) const {
        for (const Label& label : labels_) {
            if (label.next != ruled_out) {
                f(label.vertex, clock_.seconds(label.time), label.cost);
            }
        }
    }
    /// Least cost from the vertex to a target by the bound that guided the last run; nothing where
    /// there is no way at all.
    [[nodiscard]] std::optional<double> potential(graph::Vertex vertex) const noexcept;
    [[nodiscard]] double tick_s() const noexcept { return 1.0 / clock_.ticks_per_s; }

  private:
    struct Label {
        double cost = 0.0;
        std::uint32_t time = 0; ///< ticks
        std::uint32_t parent = none;
        std::uint32_t next = none; ///< at the same vertex; `ruled_out` if no longer in its list
        graph::Vertex vertex = 0;
    };
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::uint32_t ruled_out = none - 1;

    class Run;

    std::vector<Label> labels_;
    std::vector<std::uint32_t> heads_; ///< first label of each vertex
    BucketQueue<std::uint32_t> queue_;
    StaticSearch to_target_;
    TickClock clock_;
};

} // namespace fairlead::search
