// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// How long a ship takes along an arc of the planning grid, when she leaves at a given time:
/// the exact meaning of a transit field, in plain double arithmetic. The kernels have a fast path
/// for the common case and come here for the rest; certificates and oracles use nothing else.
///
/// **Definition.** Let P_k be the time the arc would take if slice k lasted: the sum over crossed
/// cells of share x length x slowness (with current: of the slowness over the ground along the
/// arc). Between slices P is linear in time; the ship makes dt / P(t) of the arc in dt. Within one
/// interval between slices, with b = dP/dt, the share r of the arc takes
///     P(t) (exp(b r) - 1) / b      and in dt the ship makes the share      ln(1 + b dt / P(t)) /
///     b.
/// So arrival is an increasing function of departure: first in, first out (Orda and Rom 1990).
/// An interval is closed to the arc if any crossed cell, or cell touched in a corner, is closed at
/// either of its ends. The whole arc must be made in open intervals on end. With a current c and
/// speed through water w, speed over the ground along the arc is c_par + sqrt(w^2 - c_perp^2).

#include "core/cost/transit_field.hpp"
#include "core/graph/grid_graph.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace fairlead::search {

/// A stretch of time over which everything is linear.
struct Interval {
    double begin_s = 0.0;
    double end_s = 0.0; ///< infinite for the last if the field is held
    std::size_t first = 0;
    std::size_t second = 0; ///< equal to first where the field is held
};

/// Times are seconds since 1970, as in the field. Immutable; safe from any thread. Keeps
/// references to graph and field, which must outlive it.
class ArcTimes {
  public:
    /// @pre graph and field have the same grid; bounds_of(field) has been accepted.
    ArcTimes(const graph::GridGraph& graph, const cost::TransitField& field);

    enum class Refusal {
        none,            ///< the arc can be made
        closed_for_good, ///< not now and not later, wherever the ship waits
        opens_later,     ///< not now; later it could be made, but the ship may not wait
        trapped,         ///< as before, and she may wait, but her own cell closes before that
    };
    struct Passage {
        Refusal refusal = Refusal::none;
        double departure_s = 0.0; ///< later than asked for if the ship had to wait
        /// If refused now but not for good: the earliest arrival of any ship that comes later.
        double arrival_s = 0.0;
    };

    /// The passage of an arc by a ship that is at its start at `time_s`.
    /// @pre the arc is in the graph
    [[nodiscard]] Passage traverse(graph::Arc arc, double time_s, bool may_wait) const;

    /// P_k of the arc [s]; nothing if the arc is closed at that slice.
    [[nodiscard]] std::optional<double> frozen_duration_s(graph::Arc arc, std::size_t slice) const;

    /// Slowness over the ground of a ship that steers so as to go in that direction [s per metre
    /// of the plane]; infinite where the current does not let her. The cell must be open.
    /// @param index of the cell in the field's arrays: slice * cells + cell.
    [[nodiscard]] double slowness_over_ground(std::size_t index, std::uint8_t direction) const;

    /// True if a ship may be in the cell during that interval: it is open at both its ends.
    [[nodiscard]] bool is_open(graph::Vertex cell, const Interval& interval) const noexcept;
    /// A ship lying in the cell may stay there until this time; `time_s` itself if she may not be
    /// there at all. @param enough look no farther than this.
    [[nodiscard]] double open_until_s(graph::Vertex cell, double time_s, double enough_s) const;

    /// In order, without gaps, none of zero length. Empty if the field has one slice that is not
    /// held.
    [[nodiscard]] const std::vector<Interval>& intervals() const noexcept { return intervals_; }
    /// Nothing outside the field's time.
    [[nodiscard]] std::optional<std::size_t> interval_at(double time_s) const noexcept;

    [[nodiscard]] const graph::GridGraph& graph() const noexcept { return *graph_; }
    [[nodiscard]] const cost::TransitField& field() const noexcept { return *field_; }

  private:
    struct Ends {
        double first_s = 0.0;
        double second_s = 0.0;
    };
    [[nodiscard]] std::optional<Ends> ends(graph::Arc arc, const Interval& interval) const;
    /// Arrival when leaving at `time_s` within interval `first`; else the interval that is closed.
    struct Flight {
        bool arrived = false;
        double arrival_s = 0.0;
        std::size_t blocked_by = 0;
    };
    [[nodiscard]] Flight fly(graph::Arc arc, double time_s, std::size_t first) const;
    const graph::GridGraph* graph_;
    const cost::TransitField* field_;
    std::vector<Interval> intervals_;
};

/// (exp(x) - 1) / x, 1 at 0.
[[nodiscard]] double exp_ratio(double x) noexcept;
/// ln(1 + x) / x, 1 at 0. @pre x > -1
[[nodiscard]] double log_ratio(double x) noexcept;

} // namespace fairlead::search
