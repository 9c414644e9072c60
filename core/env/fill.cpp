// SPDX-License-Identifier: Apache-2.0
#include "core/env/fill.hpp"

#include "core/base/contract.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace fairlead::env {
namespace {

struct Offset {
    int columns = 0;
    int rows = 0;
    double distance_m = 0.0;
};

/// Neighbours within reach, nearest first.
class Neighbourhood {
  public:
    void set(HorizontalGrid::Steps steps, Length reach, std::uint32_t columns, std::uint32_t rows) {
        if (steps.along_row == steps_.along_row && steps.along_column == steps_.along_column) {
            return;
        }
        steps_ = steps;
        offsets_.clear();
        wide_ = reaches(steps.along_row, reach, columns);
        high_ = reaches(steps.along_column, reach, rows);
        for (int row = -high_; row <= high_; ++row) {
            for (int column = -wide_; column <= wide_; ++column) {
                const double distance_m = std::hypot(column * steps.along_row.in_metres(),
                                                     row * steps.along_column.in_metres());
                if ((row != 0 || column != 0) && distance_m <= reach.in_metres()) {
                    offsets_.push_back({column, row, distance_m});
                }
            }
        }
        std::stable_sort(offsets_.begin(), offsets_.end(), [](const Offset& a, const Offset& b) {
            return a.distance_m < b.distance_m;
        });
    }
    [[nodiscard]] const std::vector<Offset>& offsets() const noexcept { return offsets_; }
    /// No offset has more columns, or rows, than this.
    [[nodiscard]] int wide() const noexcept { return wide_; }
    [[nodiscard]] int high() const noexcept { return high_; }

  private:
    /// Steps shrink to nothing at a pole: the window is never wider than half the grid.
    static int reaches(Length step, Length reach, std::uint32_t count) {
        const double steps = reach.in_metres() / std::max(step.in_metres(), 1e-3);
        return static_cast<int>(std::min(steps, count / 2.0));
    }
    HorizontalGrid::Steps steps_{Length::metres(-1.0), Length::metres(-1.0)};
    std::vector<Offset> offsets_;
    int wide_ = 0;
    int high_ = 0;
};

/// Usable nodes of each column within some rows of a moving row: tells in constant time that a node
/// far from any usable one need not look for one. Most land is far from the sea.
class ColumnCounts {
  public:
    ColumnCounts(const FieldSlice& slice, std::int64_t columns, std::int64_t rows)
        : slice_(slice), columns_(columns), rows_(rows),
          count_(static_cast<std::size_t>(columns), 0) {}

    /// @pre row never falls.
    void move_to(std::int64_t row, int high) {
        while (end_ < std::min(row + high + 1, rows_)) {
            add(end_++, 1);
        }
        while (begin_ < std::max<std::int64_t>(row - high, 0)) {
            add(begin_++, -1);
        }
    }
    /// Usable nodes in the columns up to and without `column`, over the rows moved to.
    void sum_up(std::vector<std::int64_t>& sums) const {
        sums.assign(count_.size() + 1, 0);
        for (std::size_t column = 0; column < count_.size(); ++column) {
            sums[column + 1] = sums[column] + count_[column];
        }
    }

  private:
    void add(std::int64_t row, int sign) {
        for (std::int64_t column = 0; column < columns_; ++column) {
            const auto node = static_cast<std::size_t>(row * columns_ + column);
            count_[static_cast<std::size_t>(column)] += usable(slice_.quality[node]) ? sign : 0;
        }
    }
    const FieldSlice& slice_;
    std::int64_t columns_;
    std::int64_t rows_;
    std::int64_t begin_ = 0;
    std::int64_t end_ = 0;
    std::vector<std::int64_t> count_;
};

} // namespace

void fill(FieldSlice& slice, const HorizontalGrid& grid, const FillRule& rule) {
    std::array<bool, 256> wanted{};
    for (const auto quality : rule.qualities) {
        FAIRLEAD_EXPECTS(!usable(quality));
        wanted[static_cast<std::size_t>(quality)] = true;
    }
    const auto is_wanted = [&](Quality quality) {
        return wanted[static_cast<std::size_t>(quality)];
    };
    if (rule.value) {
        for (std::size_t i = 0; i < slice.value.size(); ++i) {
            if (is_wanted(slice.quality[i])) {
                slice.value[i] = *rule.value;
                slice.quality[i] = Quality::filled;
            }
        }
        return;
    }
    struct Filled {
        std::size_t node;
        float value;
    };
    std::vector<Filled> found; // applied at the end: a filled node fills no other one
    const auto columns = static_cast<std::int64_t>(grid.columns());
    const auto rows = static_cast<std::int64_t>(grid.rows());
    Neighbourhood near;
    ColumnCounts counts(slice, columns, rows);
    std::vector<std::int64_t> sums;
    for (std::int64_t row = 0; row < rows; ++row) {
        near.set(grid.steps(static_cast<std::uint32_t>(row)), rule.reach, grid.columns(),
                 grid.rows());
        counts.move_to(row, near.high());
        counts.sum_up(sums);
        // At the seam of a grid that wraps the window has two parts: there everything is looked at.
        const auto is_far = [&](std::int64_t column) {
            const auto first = column - near.wide();
            const auto last = column + near.wide() + 1;
            if (grid.wraps() && (first < 0 || last > columns)) {
                return false;
            }
            return sums[static_cast<std::size_t>(std::min(last, columns))] ==
                   sums[static_cast<std::size_t>(std::max<std::int64_t>(first, 0))];
        };
        for (std::int64_t column = 0; column < columns; ++column) {
            const auto node = static_cast<std::size_t>(row * columns + column);
            if (!is_wanted(slice.quality[node]) || is_far(column)) {
                continue;
            }
            for (const auto& offset : near.offsets()) {
                const auto other_row = row + offset.rows;
                auto other_column = column + offset.columns;
                if (grid.wraps()) {
                    other_column = (other_column + columns) % columns;
                }
                if (other_row < 0 || other_row >= rows || other_column < 0 ||
                    other_column >= columns) {
                    continue;
                }
                const auto other = static_cast<std::size_t>(other_row * columns + other_column);
                if (usable(slice.quality[other])) {
                    found.push_back({node, slice.value[other]});
                    break;
                }
            }
        }
    }
    for (const auto& [node, value] : found) {
        slice.value[node] = value;
        slice.quality[node] = Quality::filled;
    }
}

std::shared_ptr<const Field> filled(std::shared_ptr<const Field> field, FillRule rule) {
    FAIRLEAD_EXPECTS(field != nullptr);
    const auto variable = field->variable();
    const auto grid = field->shared_grid();
    const auto steps = field->step_limits();
    auto slices = field->slices();
    const bool always = field->is_static();
    Field::Loader loader = [field = std::move(field), rule = std::move(rule)](std::size_t index) {
        auto slice = field->read(index);
        fill(slice, field->grid(), rule);
        return slice;
    };
    if (always) {
        return Field::make_static(variable, grid, slices.front().file, std::move(loader));
    }
    return std::make_shared<Field>(variable, grid, std::move(slices), std::move(loader), steps);
}

} // namespace fairlead::env
