// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A lower bound of what is left from a cell to the nearest target: lattice distance times the
/// least value per metre anywhere. Consistent: it falls along an arc by no more than the arc.

#include "core/geo/grid.hpp"
#include "core/search/lattice_norm.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace fairlead::search {

class Potential {
  public:
    struct Goal {
        geo::GridCell cell;
        double extra = 0.0; ///< left from there, in the unit of the bound
    };

    /// Zero everywhere.
    Potential() : norm_(8) {}

    /// @param per_cell least value of a straight arc of one cell's length. Taken down by 1 / 2^18,
    ///        so that rounding of labels cannot make the bound too great.
    /// @param goals none: zero everywhere. For more than a few, their bounding box stands for them.
    Potential(int neighbours, double per_cell, std::span<const Goal> goals)
        : norm_(neighbours), per_cell_(per_cell * (1.0 - 1.0 / 262144.0)),
          goals_(goals.begin(), goals.end()) {
        if (goals_.empty()) {
            return;
        }
        low_ = high_ = goals_.front().cell;
        least_extra_ = goals_.front().extra;
        for (const Goal& goal : goals_) {
            low_.column = std::min(low_.column, goal.cell.column);
            low_.row = std::min(low_.row, goal.cell.row);
            high_.column = std::max(high_.column, goal.cell.column);
            high_.row = std::max(high_.row, goal.cell.row);
            least_extra_ = std::min(least_extra_, goal.extra);
        }
    }

    [[nodiscard]] bool is_zero() const noexcept { return goals_.empty(); }

    [[nodiscard]] double operator()(geo::GridCell cell) const noexcept {
        if (goals_.size() > few) {
            const std::int32_t columns =
                std::max({low_.column - cell.column, 0, cell.column - high_.column});
            const std::int32_t rows = std::max({low_.row - cell.row, 0, cell.row - high_.row});
            return norm_(columns, rows) * per_cell_ + least_extra_;
        }
        if (goals_.empty()) {
            return 0.0;
        }
        double least = std::numeric_limits<double>::infinity();
        for (const Goal& goal : goals_) {
            least = std::min(
                least, norm_(goal.cell.column - cell.column, goal.cell.row - cell.row) * per_cell_ +
                           goal.extra);
        }
        return least;
    }

  private:
    static constexpr std::size_t few = 4;
    LatticeNorm norm_;
    double per_cell_ = 0.0;
    std::vector<Goal> goals_;
    geo::GridCell low_;
    geo::GridCell high_;
    double least_extra_ = 0.0;
};

} // namespace fairlead::search
