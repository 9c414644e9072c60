// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The directions in which a ship may leave a grid cell, and the cells each of them crosses.
///
/// Directions are those of the Farey stars of order 1, 2 and 3 (8, 16 and 32 neighbours); the
/// worst lengthening of a straight line is 8.24 %, 2.75 % and 1.31 %. Every crossing of a cell
/// border lies at a twelfth of the arc, so the share of each crossed cell is a whole number of
/// twelfths and sums of cell codes are exact in integers.

#include <array>
#include <cstddef>
#include <cstdint>

namespace fairlead::graph {

/// An offset between cells; rows grow downwards as in geo::GridGeometry.
struct CellOffset {
    std::int8_t columns = 0;
    std::int8_t rows = 0;
    friend constexpr bool operator==(const CellOffset&, const CellOffset&) = default;
};

/// A cell that an arc passes through, and how many twelfths of the arc lie in it.
struct CrossedCell {
    CellOffset offset;
    std::uint8_t twelfths = 0;
};

struct Direction {
    CellOffset step;
    double length_cells = 0.0;
    std::array<CrossedCell, 6> crossed{}; ///< in order, first and last cell of the arc included
    std::size_t crossed_count = 0;
    /// Cells touched in one corner point only: no share of the arc, but a ship may not squeeze
    /// between two of them, so they must be open as well.
    std::array<CellOffset, 2> corners{};
    std::size_t corner_count = 0;
};

inline constexpr int max_neighbours = 32;

namespace detail {

constexpr int sign(int value) {
    return (value > 0) - (value < 0);
}

constexpr double step_length(int squared) {
    switch (squared) {
    case 1:
        return 1.0;
    case 2:
        return 1.4142135623730950488;
    case 5:
        return 2.2360679774997896964;
    case 10:
        return 3.1622776601683793320;
    case 13:
        return 3.6055512754639892931;
    default:
        return 0.0;
    }
}

/// Walks from centre to centre; borders are crossed at odd multiples of 6 / |step| twelfths.
constexpr Direction make_direction(int columns, int rows) {
    Direction direction;
    direction.step = {static_cast<std::int8_t>(columns), static_cast<std::int8_t>(rows)};
    direction.length_cells = step_length(columns * columns + rows * rows);
    const int wide = columns * sign(columns);
    const int high = rows * sign(rows);
    int column = 0;
    int row = 0;
    int place = 0;
    const auto cell = [&](int c, int r) {
        return CellOffset{static_cast<std::int8_t>(c * sign(columns)),
                          static_cast<std::int8_t>(r * sign(rows))};
    };
    while (place < 12) {
        const int next_column = column < wide ? (2 * column + 1) * 6 / wide : 12;
        const int next_row = row < high ? (2 * row + 1) * 6 / high : 12;
        const int next = next_column < next_row ? next_column : next_row;
        direction.crossed[direction.crossed_count++] = {cell(column, row),
                                                        static_cast<std::uint8_t>(next - place)};
        place = next;
        if (next == 12) {
            break;
        }
        if (next_column == next_row) {
            direction.corners[direction.corner_count++] = cell(column + 1, row);
            direction.corners[direction.corner_count++] = cell(column, row + 1);
        }
        if (next_column == next) {
            ++column;
        }
        if (next_row == next) {
            ++row;
        }
    }
    return direction;
}

constexpr std::array<Direction, max_neighbours> make_directions() {
    constexpr std::array<std::array<int, 2>, 5> shapes{{{1, 0}, {1, 1}, {2, 1}, {3, 1}, {3, 2}}};
    std::array<Direction, max_neighbours> directions{};
    std::size_t count = 0;
    for (const auto [a, b] : shapes) {
        const auto add = [&](int columns, int rows) {
            directions[count++] = make_direction(columns, rows);
            directions[count++] = make_direction(-columns, -rows);
        };
        add(a, b);
        if (b == 0) {
            add(b, a);
            continue;
        }
        add(a, -b);
        if (a != b) {
            add(b, a);
            add(b, -a);
        }
    }
    return directions;
}

} // namespace detail

/// The first 8, 16 or 32 are the neighbourhoods. Opposite directions stand side by side.
inline constexpr std::array<Direction, max_neighbours> directions = detail::make_directions();

/// @pre direction < 32
constexpr std::uint8_t opposite(std::uint8_t direction) noexcept {
    return direction ^ std::uint8_t{1};
}

/// The bits of all directions of a neighbourhood. @pre neighbours is 8, 16 or 32
constexpr std::uint32_t all_directions(int neighbours) noexcept {
    return neighbours >= 32 ? ~std::uint32_t{0} : (std::uint32_t{1} << neighbours) - 1;
}

/// Cells an arc of the neighbourhood reaches in rows or columns. @pre as above
constexpr int stencil_reach(int neighbours) noexcept {
    return neighbours >= 32 ? 3 : neighbours >= 16 ? 2 : 1;
}

} // namespace fairlead::graph
