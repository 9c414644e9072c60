// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Seas drawn in text, for tests of searches: `.` water, `#` land, `x` closed by a rule, digits
/// tenths of ice, `A` and `B` (on water) where the voyage begins and ends. Row 0 is the top.
///
/// Cells are 1 km; water takes 100 s per kilometre, each tenth of ice 100 s more.

#include "core/cost/transit_field.hpp"
#include "core/graph/grid_graph.hpp"
#include "core/graph/land_safe_arcs.hpp"
#include "core/search/graph_path.hpp"

#include <catch2/catch.hpp>

#include <bit>
#include <cstdint>
#include <string>
#include <vector>

namespace fairlead::test {

using Drawing = std::vector<std::string>;

/// Arcs that cross or touch in a corner no cell for which `is_land`.
template <class IsLand>
std::vector<std::uint32_t> arcs_clear_of(const geo::GridGeometry& grid, int neighbours,
                                         IsLand&& is_land) {
    std::vector<std::uint32_t> arcs = graph::open_sea_arcs(grid, neighbours);
    for (std::uint32_t v = 0; v < arcs.size(); ++v) {
        const geo::GridCell cell = grid.cell(v);
        const auto blocked = [&](graph::CellOffset offset) {
            return is_land(grid.index({cell.column + offset.columns, cell.row + offset.rows}));
        };
        for (std::uint32_t bits = arcs[v]; bits != 0; bits &= bits - 1) {
            const auto d = static_cast<std::size_t>(std::countr_zero(bits));
            const graph::Direction& way = graph::directions[d];
            bool clear = true;
            for (std::size_t i = 0; i < way.crossed_count; ++i) {
                clear = clear && !blocked(way.crossed[i].offset);
            }
            for (std::size_t i = 0; i < way.corner_count; ++i) {
                clear = clear && !blocked(way.corners[i]);
            }
            if (!clear) {
                arcs[v] &= ~(std::uint32_t{1} << d);
            }
        }
    }
    return arcs;
}

class AsciiSea {
  public:
    explicit AsciiSea(Drawing drawing) : drawing_(std::move(drawing)) {
        REQUIRE_FALSE(drawing_.empty());
        grid_ = {0.0, 0.0, 1000.0, static_cast<std::int32_t>(drawing_.front().size()),
                 static_cast<std::int32_t>(drawing_.size())};
        for (std::int32_t row = 0; row < grid_.rows; ++row) {
            REQUIRE(drawing_[static_cast<std::size_t>(row)].size() == drawing_.front().size());
            for (std::int32_t column = 0; column < grid_.columns; ++column) {
                const char mark = at(row, column);
                if (mark == 'A') {
                    a_ = grid_.index({column, row});
                } else if (mark == 'B') {
                    b_ = grid_.index({column, row});
                }
            }
        }
    }

    [[nodiscard]] const geo::GridGeometry& grid() const { return grid_; }
    [[nodiscard]] graph::Vertex a() const { return a_; }
    [[nodiscard]] graph::Vertex b() const { return b_; }

    [[nodiscard]] graph::GridGraph graph(int neighbours = 8) const {
        return {grid_, neighbours, arcs_clear_of(grid_, neighbours, [&](std::uint32_t v) {
                    const geo::GridCell cell = grid_.cell(v);
                    return at(cell.row, cell.column) == '#';
                })};
    }

    /// Slowness codes of a slice: of this drawing, or of another one of the same size.
    [[nodiscard]] std::vector<std::uint16_t> codes() const { return codes(drawing_); }
    [[nodiscard]] std::vector<std::uint16_t> codes(const Drawing& drawing) const {
        std::vector<std::uint16_t> codes;
        for (const std::string& row : drawing) {
            for (const char mark : row) {
                const bool is_digit = mark >= '0' && mark <= '9';
                codes.push_back(mark == '#' || mark == 'x' ? cost::TransitField::closed
                                : is_digit ? static_cast<std::uint16_t>(100 + 100 * (mark - '0'))
                                           : std::uint16_t{100});
            }
        }
        REQUIRE(codes.size() == grid_.cell_count());
        return codes;
    }

    /// One slice from time 0 on, for ever.
    [[nodiscard]] cost::TransitField field() const { return field({0.0}, {drawing_}, true); }
    [[nodiscard]] cost::TransitField field(std::vector<double> times_s,
                                           const std::vector<Drawing>& slices,
                                           bool open_after_last) const {
        REQUIRE(times_s.size() == slices.size());
        cost::TransitField field;
        field.grid = grid_;
        field.slice_time_s = std::move(times_s);
        field.slowness_unit_s_per_m = 1e-3;
        field.open_after_last = open_after_last;
        for (const Drawing& slice : slices) {
            const auto codes = this->codes(slice);
            field.slowness.insert(field.slowness.end(), codes.begin(), codes.end());
        }
        return field;
    }

    /// The drawing with the path's cells between A and B as `*`.
    [[nodiscard]] Drawing drawn(const search::GraphPath& path) const {
        Drawing drawing = drawing_;
        for (const graph::Vertex v : path.vertices) {
            const geo::GridCell cell = grid_.cell(v);
            char& mark =
                drawing[static_cast<std::size_t>(cell.row)][static_cast<std::size_t>(cell.column)];
            if (mark != 'A' && mark != 'B') {
                mark = '*';
            }
        }
        return drawing;
    }

  private:
    [[nodiscard]] char at(std::int32_t row, std::int32_t column) const {
        return drawing_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    }

    Drawing drawing_;
    geo::GridGeometry grid_;
    graph::Vertex a_ = 0;
    graph::Vertex b_ = 0;
};

} // namespace fairlead::test
