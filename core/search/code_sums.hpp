// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Sums of slowness codes over the cells that arcs cross, in whole numbers: the memory side of
/// every kernel's inner loop.

#include "core/cost/transit_field.hpp"
#include "core/graph/stencil.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace fairlead::search {

class CodeSums {
  public:
    /// @param columns of the grid.
    explicit CodeSums(std::int32_t columns) : columns_(columns) {
        for (std::size_t d = 0; d < graph::directions.size(); ++d) {
            const graph::Direction& way = graph::directions[d];
            Crossing& crossing = crossings_[d];
            for (std::size_t i = 0; i < way.crossed_count; ++i) {
                crossing.offset[crossing.count] = linear(way.crossed[i].offset);
                crossing.twelfths[crossing.count++] = way.crossed[i].twelfths;
            }
            for (std::size_t i = 0; i < way.corner_count; ++i) {
                crossing.offset[crossing.count] = linear(way.corners[i]);
                crossing.twelfths[crossing.count++] = 0;
            }
        }
    }

    /// Above any sum of twelfths of open codes.
    static constexpr std::uint32_t shut = std::uint32_t{1} << 24;

    /// Any one arc, in twelfths of it; `shut` or more if a crossed or touched cell is closed.
    /// @param cell where the arc starts, within the codes of its slice.
    [[nodiscard]] std::uint32_t twelfths(const std::uint16_t* cell,
                                         std::uint8_t direction) const noexcept {
        const Crossing& crossing = crossings_[direction];
        std::uint32_t total = 0;
        for (std::size_t i = 0; i < crossing.count; ++i) {
            const std::uint32_t code = cell[crossing.offset[i]];
            total += code * crossing.twelfths[i] + (code == cost::TransitField::closed ? shut : 0);
        }
        return total;
    }

    /// The first 8 arcs at once, in halves.
    /// @return false if any of the cells is closed. @pre no arc leaves the grid
    [[nodiscard]] bool halves(const std::uint16_t* cell,
                              std::array<std::int32_t, 8>& sums) const noexcept {
        const std::int32_t here = cell[0];
        sums = {cell[1],
                cell[-1],
                cell[columns_],
                cell[-columns_],
                cell[columns_ + 1],
                cell[-columns_ - 1],
                cell[-columns_ + 1],
                cell[columns_ - 1]};
        std::int32_t greatest = here;
        for (std::int32_t& sum : sums) {
            greatest = std::max(greatest, sum);
            sum += here;
        }
        return greatest != cost::TransitField::closed;
    }

    /// The first 16 arcs at once, in quarters. Straight and diagonal arcs share their cells with
    /// the knight's moves around them: 17 loads instead of 48.
    /// @return false if any of the cells is closed. @pre no arc leaves the grid
    [[nodiscard]] bool quarters(const std::uint16_t* cell,
                                std::array<std::int32_t, 16>& sums) const noexcept {
        const std::ptrdiff_t columns = columns_;
        const std::int32_t here = cell[0];
        const std::int32_t e = cell[1];
        const std::int32_t w = cell[-1];
        const std::int32_t s = cell[columns];
        const std::int32_t n = cell[-columns];
        const std::int32_t se = cell[columns + 1];
        const std::int32_t nw = cell[-columns - 1];
        const std::int32_t ne = cell[-columns + 1];
        const std::int32_t sw = cell[columns - 1];
        const std::array<std::int32_t, 8> far{cell[columns + 2],      cell[-columns - 2],
                                              cell[-columns + 2],     cell[columns - 2],
                                              cell[2 * columns + 1],  cell[-2 * columns - 1],
                                              cell[-2 * columns + 1], cell[2 * columns - 1]};
        std::int32_t greatest = std::max({here, e, w, s, n, se, nw, ne, sw});
        for (const std::int32_t code : far) {
            greatest = std::max(greatest, code);
        }
        sums = {2 * (here + e),         2 * (here + w),         2 * (here + s),
                2 * (here + n),         2 * (here + se),        2 * (here + nw),
                2 * (here + ne),        2 * (here + sw),        here + e + se + far[0],
                here + w + nw + far[1], here + e + ne + far[2], here + w + sw + far[3],
                here + s + se + far[4], here + n + nw + far[5], here + n + ne + far[6],
                here + s + sw + far[7]};
        return greatest != cost::TransitField::closed;
    }

  private:
    /// Crossed cells, then cells touched in a corner with no share.
    struct Crossing {
        std::size_t count = 0;
        std::array<std::ptrdiff_t, 8> offset{};
        std::array<std::uint32_t, 8> twelfths{};
    };

    [[nodiscard]] std::ptrdiff_t linear(graph::CellOffset offset) const noexcept {
        return offset.rows * columns_ + offset.columns;
    }

    std::ptrdiff_t columns_;
    std::array<Crossing, graph::max_neighbours> crossings_{};
};

} // namespace fairlead::search
