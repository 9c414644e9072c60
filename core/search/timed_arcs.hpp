// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The grid with arrival times as labels: the view a time-dependent kernel expands vertices of.
/// Labels are ticks of a power of two of a second, in 32 bits; arithmetic along an arc is double
/// and rounds up to the next tick. Semantics are those of ArcTimes, to which everything but the
/// common case (no closed cell near, one interval, gentle change) is passed on.

#include "core/search/arc_times.hpp"
#include "core/search/code_sums.hpp"
#include "core/search/field_bounds.hpp"
#include "core/search/sixteen_durations.hpp"
#include "core/search/tick_clock.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace fairlead::search {

class TimedArcs {
  public:
    TimedArcs(const graph::GridGraph& graph, const cost::TransitField& field,
              const TickClock& clock, bool may_wait);

    /// Calls `relax(target, direction, arrival)` for each arc that can be made; for one that cannot
    /// either not at all or with `never`, which is no improvement.
    template <class Relax>
    void for_each_out_arc(graph::Vertex vertex, std::uint32_t label, Relax&& relax) const {
        std::uint32_t bits = graph_->arcs(vertex);
        const Step* const step = step_at(label);
        if (step != nullptr && bits == sixteen && !has_current_ &&
            expand_sixteen(vertex, label, *step, relax)) {
            return;
        }
        for (; bits != 0; bits &= bits - 1) {
            const auto direction = static_cast<std::uint8_t>(std::countr_zero(bits));
            const std::uint32_t arrival = arrive(vertex, direction, label, step);
            if (arrival != TickClock::never) {
                relax(graph_->target(vertex, direction), direction, arrival);
            }
        }
    }

    /// Asks the memory for what the expansion of the vertex reads.
    void prefetch(graph::Vertex vertex, std::uint32_t label) const noexcept {
        graph_->prefetch(vertex);
        if (const Step* const step = step_at(label)) {
            graph::prefetch_around(*graph_, step->first, vertex);
            graph::prefetch_around(*graph_, step->second, vertex);
        }
    }

    /// One arc. `never` if it cannot be made.
    [[nodiscard]] std::uint32_t arrive(graph::Vertex vertex, std::uint8_t direction,
                                       std::uint32_t label) const {
        return arrive(vertex, direction, label, step_at(label));
    }

    /// An arc that was refused to a ship but would be open to one that comes later, who arrives
    /// at this time at the earliest. Where that could lead to a better finish, labels need not be
    /// optimal.
    struct Missed {
        graph::Vertex target = 0;
        std::uint32_t arrival = 0;
    };
    [[nodiscard]] const std::vector<Missed>& missed() const noexcept { return missed_; }
    /// True if an arc was left out because its end lies beyond the clock.
    [[nodiscard]] bool passed_the_clock() const noexcept { return passed_the_clock_; }
    [[nodiscard]] std::size_t waited() const noexcept { return waited_; }
    [[nodiscard]] const graph::GridGraph& graph() const noexcept { return *graph_; }
    [[nodiscard]] const ArcTimes& times() const noexcept { return times_; }
    [[nodiscard]] const TickClock& clock() const noexcept { return clock_; }

  private:
    static constexpr std::uint32_t sixteen = 0xFFFF;
    /// An interval as the inner loop wants it.
    struct Step {
        std::uint32_t begin = 0; ///< first tick in it
        std::uint32_t end = 0;   ///< ticks up to this one lie in it
        double begin_ticks = 0.0;
        double end_ticks = 0.0;
        double per_tick = 0.0; ///< 1 / length
        const std::uint16_t* first = nullptr;
        const std::uint16_t* second = nullptr;
    };

    /// Nothing outside the field's time.
    [[nodiscard]] const Step* step_at(std::uint32_t label) const noexcept {
        if (steps_.empty() || label < steps_.front().begin || label >= steps_.back().end) {
            return nullptr;
        }
        const Step* step = &steps_[hints_[label >> hint_shift_]];
        while (label >= step->end) {
            ++step;
        }
        return step;
    }

    /// Not inlined: for arcs that need more than the common case.
    [[nodiscard]] std::uint32_t arrive(graph::Vertex vertex, std::uint8_t direction,
                                       std::uint32_t label, const Step* step) const;

    template <class Relax>
    bool expand_sixteen(graph::Vertex vertex, std::uint32_t label, const Step& step,
                        Relax&& relax) const;
    [[nodiscard]] std::uint32_t arrive_slowly(graph::Vertex vertex, std::uint8_t direction,
                                              std::uint32_t label) const;

    /// True if the cell is never open during the query. Looked up once per cell: an ice edge that
    /// does not move would else be looked at through all slices from each cell beside it.
    [[nodiscard]] bool is_shut_for_good(graph::Vertex cell) const;
    [[nodiscard]] bool crosses_shut_cell(graph::Vertex vertex, std::uint8_t direction) const;

    const graph::GridGraph* graph_;
    ArcTimes times_;
    TickClock clock_;
    bool may_wait_;
    bool has_current_;
    CodeSums sums_;
    std::array<double, graph::max_neighbours> weight_{}; ///< ticks per code and twelfth of the arc
    QuarterWeights quarter_weight_{};
    SixteenDurations sixteen_durations_ = quickest_sixteen_durations();
    std::vector<Step> steps_;
    std::vector<std::uint32_t> hints_; ///< by label >> hint_shift_: a step not after the label's
    unsigned hint_shift_ = 0;
    mutable std::vector<bool> looked_up_;     ///< by cell
    mutable std::vector<bool> shut_for_good_; ///< by cell, where looked up
    mutable std::vector<Missed> missed_;
    mutable bool passed_the_clock_ = false;
    mutable std::size_t waited_ = 0;
};

template <class Relax>
bool TimedArcs::expand_sixteen(graph::Vertex vertex, std::uint32_t label, const Step& step,
                               Relax&& relax) const {
    const double now = label;
    SixteenTicks arrivals;
    if (!sixteen_durations_(sums_, quarter_weight_,
                            {step.first + vertex, step.second + vertex,
                             (now - step.begin_ticks) * step.per_tick, step.per_tick,
                             step.end_ticks - now},
                            arrivals)) {
        return false;
    }
    for (std::uint8_t d = 0; d < 16; ++d) {
        arrivals[d] = arrivals[d] != 0 ? label + arrivals[d] : arrive(vertex, d, label, &step);
    }
    graph::relax_first(*graph_, vertex, arrivals, relax);
    return true;
}

} // namespace fairlead::search
