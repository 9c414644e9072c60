// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A regular grid of square cells in a projected plane: where cell (column, row) lies.
/// Row 0 is the top (greatest y), as in rasters. Index = row * columns + column.

#include "core/base/contract.hpp"
#include "core/geo/projection.hpp"

#include <cmath>
#include <cstdint>
#include <optional>

namespace fairlead::geo {

struct GridCell {
    std::int32_t column = 0;
    std::int32_t row = 0;
    friend bool operator==(const GridCell&, const GridCell&) = default;
};

struct GridGeometry {
    double left_m = 0.0; ///< x of the left edge of column 0
    double top_m = 0.0;  ///< y of the upper edge of row 0
    double cell_m = 0.0; ///< side of a cell in the plane
    std::int32_t columns = 0;
    std::int32_t rows = 0;

    [[nodiscard]] std::size_t cell_count() const noexcept {
        return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
    }
    [[nodiscard]] bool contains(GridCell cell) const noexcept {
        return cell.column >= 0 && cell.column < columns && cell.row >= 0 && cell.row < rows;
    }
    [[nodiscard]] std::uint32_t index(GridCell cell) const noexcept {
        FAIRLEAD_AUDIT(contains(cell));
        return static_cast<std::uint32_t>(cell.row) * static_cast<std::uint32_t>(columns) +
               static_cast<std::uint32_t>(cell.column);
    }
    [[nodiscard]] GridCell cell(std::uint32_t index) const noexcept {
        const auto width = static_cast<std::uint32_t>(columns);
        return {static_cast<std::int32_t>(index % width), static_cast<std::int32_t>(index / width)};
    }
    [[nodiscard]] PlanePoint centre(GridCell cell) const noexcept {
        return {left_m + (cell.column + 0.5) * cell_m, top_m - (cell.row + 0.5) * cell_m};
    }
    [[nodiscard]] PlanePoint centre(std::uint32_t index) const noexcept {
        return centre(cell(index));
    }
    /// The cell that holds the point; left and upper edges belong to it.
    [[nodiscard]] std::optional<GridCell> cell_at(PlanePoint point) const noexcept {
        const double column = std::floor((point.x_m - left_m) / cell_m);
        const double row = std::floor((top_m - point.y_m) / cell_m);
        if (!(column >= 0.0 && column < columns && row >= 0.0 && row < rows)) {
            return std::nullopt;
        }
        return GridCell{static_cast<std::int32_t>(column), static_cast<std::int32_t>(row)};
    }
    friend bool operator==(const GridGeometry&, const GridGeometry&) = default;
};

} // namespace fairlead::geo
