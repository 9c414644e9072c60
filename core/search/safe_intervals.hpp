// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// When a ship may be in which cell: the safe intervals of each cell, numbered as the states of a
/// search that tells an early ship from a late one.
///
/// A safe interval of a cell is a longest run of consecutive intervals (ArcTimes) throughout which
/// the cell is open. A ship may stay in it as long as she likes, and there is no way from one to
/// the next but by leaving the cell. Most cells have one, whose state has the number of the cell
/// and needs no list; only cells with several are looked at more closely, once they are met.

#include "core/search/arc_times.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace fairlead::search {

/// Not safe from several threads: lists are made when they are asked for.
class SafeIntervals {
  public:
    /// A cell during one of its safe intervals.
    using State = std::uint32_t;
    struct Run {
        graph::Vertex cell = 0;
        double begin_s = 0.0;
        double end_s = 0.0; ///< infinite if the cell stays open
    };

    /// Looks once at every cell of every slice.
    /// @param from_s what ends before is left out.
    SafeIntervals(const ArcTimes& times, double from_s);

    /// False: at most one safe interval, whose state is the cell's number.
    [[nodiscard]] bool has_several(graph::Vertex cell) const noexcept {
        return kinds_[cell] == several;
    }
    /// The first state of a cell with several and the one after its last, in order of time.
    struct Range {
        State first = 0;
        State end = 0;
    };
    [[nodiscard]] Range states(graph::Vertex cell);
    /// @pre one of states()
    [[nodiscard]] const Run& run(State state) const noexcept { return runs_[state - cells()]; }
    [[nodiscard]] graph::Vertex cell_of(State state) const noexcept {
        return state < cells() ? state : run(state).cell;
    }
    /// Whether it is one of states(), so that run() may be asked for.
    [[nodiscard]] bool is_listed(State state) const noexcept { return state >= cells(); }

    /// All safe intervals of any cell, made afresh.
    [[nodiscard]] std::vector<Run> list(graph::Vertex cell) const;
    /// Numbers of states go up to this; it rises as lists are made.
    [[nodiscard]] std::size_t size() const noexcept { return kinds_.size() + runs_.size(); }
    [[nodiscard]] std::size_t memory_bytes() const noexcept;

  private:
    static constexpr std::uint8_t several = 1;
    static constexpr std::uint32_t no_list = std::numeric_limits<std::uint32_t>::max();
    [[nodiscard]] State cells() const noexcept { return static_cast<State>(kinds_.size()); }

    const ArcTimes* times_;
    std::size_t first_interval_ = 0;
    std::vector<std::uint8_t> kinds_;  ///< by cell
    std::vector<std::uint32_t> lists_; ///< by cell: where its runs begin; `no_list`
    std::vector<Run> runs_;            ///< those of a cell on end
};

} // namespace fairlead::search
