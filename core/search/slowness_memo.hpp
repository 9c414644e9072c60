// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A slowness floor (lower_bound.hpp) remembered: a front asks each square for the few intervals it
/// spends there, many times over. Times count from a departure.

#include "core/search/lower_bound.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

namespace fairlead::search {

class SlownessMemo {
  public:
    using Square = std::uint32_t;
    using Interval = std::uint32_t;
    /// Slowness of what is closed.
    static constexpr double closed = std::numeric_limits<double>::infinity();

    /// @pre at least one interval, the first of which holds the departure
    SlownessMemo(SlownessFloor& sea, double departure_s);

    [[nodiscard]] Interval last() const noexcept {
        return static_cast<Interval>(ends_s_.size()) - 2;
    }
    [[nodiscard]] double begin_s(Interval interval) const noexcept { return ends_s_[interval]; }
    [[nodiscard]] double end_s(Interval interval) const noexcept { return ends_s_[interval + 1]; }
    /// The interval that holds from a time on; the first and the last for times beyond them.
    [[nodiscard]] Interval interval_of(double time_s) const noexcept;

    /// [s/m], rounded down.
    [[nodiscard]] double slowness(Square square, Interval interval);
    /// The first interval from this one on in which a square is open, or the last of all.
    [[nodiscard]] Interval first_open(Square square, Interval interval);
    /// Least slowness from one time to another; no longer looked for once it is below `enough`.
    [[nodiscard]] double least(Square square, double from_s, double to_s, double enough);
    /// From now on the square is at all times as it is at its best.
    void stop_time(Square square);

  private:
    /// A square is asked about neighbouring intervals, as many as a front spends in it.
    static constexpr Interval intervals_kept = 4;
    struct Known {
        Interval interval = std::numeric_limits<Interval>::max();
        float slowness = 0.0F;
    };
    struct Closed {
        Interval from = 0;
        Interval until = 0;
    };

    SlownessFloor& sea_;
    std::vector<double> ends_s_;
    std::vector<Interval> interval_near_; ///< at times evenly spread
    double looks_per_s_ = 0.0;
    std::vector<std::array<Known, intervals_kept>> known_;
    std::vector<Closed> closed_; ///< a stretch of intervals in which the square is closed
    std::unordered_map<Square, double> timeless_;
};

} // namespace fairlead::search
