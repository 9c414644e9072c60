// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The function phi of a lower bound (lower_bound.hpp): values at the corners of the squares,
/// linear along their sides.
///
/// Front marching with arrival-time-dependent slowness (J. A. Sethian, PNAS 93 (1996) 1591-1595; on
/// triangles: R. Kimmel, J. A. Sethian, PNAS 95 (1998) 8431-8435): a corner gets the greatest value
/// that its squares allow it, given their earlier corners, over all the time phi spends in them.
/// Then every square is judged; where one is too steep (a front that curves, an ice edge), slowness
/// is eased around it and phi lowered, until none is.

#include "core/base/progress.hpp"
#include "core/search/lower_bound.hpp"
#include "core/search/slowness_memo.hpp"
#include "core/search/square_border.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <queue>
#include <span>
#include <utility>
#include <vector>

namespace fairlead::search {

class SubSolution {
  public:
    explicit SubSolution(const LowerBoundProblem& problem);

    /// @return false if the effort allowed did not suffice, or if all is closed around the start.
    [[nodiscard]] bool make(const Progress& progress);
    /// phi at the goal [s since 1970]; nothing if the goal's square was not reached.
    [[nodiscard]] std::optional<double> at_goal();

  private:
    using Node = std::uint32_t;
    [[nodiscard]] geo::PlanePoint place(Node node) const noexcept;
    [[nodiscard]] bool inside(std::int32_t column, std::int32_t row) const noexcept {
        return column >= 0 && column < columns_ && row >= 0 && row < rows_;
    }
    [[nodiscard]] bool too_late(Node node, double known_s) const noexcept;
    [[nodiscard]] std::optional<Node> square_at(geo::PlanePoint point) const noexcept;
    [[nodiscard]] CornerValues values_at(Node square) const noexcept;
    [[nodiscard]] std::array<double, 2> within(Node square, geo::PlanePoint point) const noexcept;
    [[nodiscard]] bool is_behind_at_start();
    template <class Reach>
    [[nodiscard]] double climb(std::span<const Node> squares, double from_s, double to_s,
                               Reach&& reach);
    template <class Use>
    void each_square_at(Node node, Use&& use) const;
    [[nodiscard]] std::array<Node, 4> corners_of(Node square) const noexcept;
    [[nodiscard]] double across(Node square, const std::array<Node, 4>& corners,
                                std::size_t target);
    [[nodiscard]] bool seed();
    void settle(Node node);
    void lower(Node node, double value);
    void march(const Progress& progress);
    void flatten(double by);
    void stop_time();
    void go_on_from(Node square);
    [[nodiscard]] bool is_flat_enough();
    [[nodiscard]] float steepest() const noexcept;
    void judge_later(Node square);
    void find_steep_squares();
    void ease(std::int32_t reach, float vigour);
    [[nodiscard]] double eased(Node square, SlownessMemo::Interval interval);
    [[nodiscard]] double excess(Node square, double rise, double from_s, double to_s);
    [[nodiscard]] double steepness(Node square);

    const LowerBoundProblem& problem_;
    SlownessMemo sea_;
    geo::GridGeometry squares_;
    double step_m_;
    std::int32_t columns_; ///< of nodes
    std::int32_t rows_;
    double known_s_;                 ///< from departure
    double least_s_m_;               ///< slowness nothing undercuts
    std::vector<double> phi_;        ///< from departure
    std::vector<std::uint8_t> late_; ///< nodes since the last that was in time
    std::vector<float> ease_;        ///< by square, the share of slowness marched with
    std::vector<float> widened_;     ///< scratch of ease(), all 0 in between
    std::vector<float> smoothed_;    ///< as well
    struct Steep {
        Node square;
        float over;
    };
    std::vector<Steep> steep_;
    std::vector<unsigned char> to_judge_;
    std::vector<Node> unjudged_;
    using Entry = std::pair<double, Node>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
};

} // namespace fairlead::search
