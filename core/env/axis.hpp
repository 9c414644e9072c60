// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// One axis of a raster: which two nodes a coordinate lies between.

#include "core/env/field.hpp"

#include <cmath>
#include <cstdint>
#include <optional>

namespace fairlead::env {

/// A place on an axis: `low + fraction` steps from the first node; high == low at the ends.
struct AxisPlace {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    double fraction = 0.0; ///< 0..1 from low to high
};

/// On an axis of `count` nodes at 0, 1, 2 ... ; half a step beyond the ends belongs to the end
/// nodes, more than that (or NaN) is outside.
[[nodiscard]] inline std::optional<AxisPlace> place_on_axis(double steps,
                                                            std::uint32_t count) noexcept {
    if (!(steps >= -0.5 && steps <= count - 0.5)) {
        return std::nullopt;
    }
    const double last = count - 1.0;
    if (steps <= 0.0) {
        return AxisPlace{0, 0, 0.0};
    }
    if (steps >= last) {
        return AxisPlace{count - 1, count - 1, 0.0};
    }
    const double low = std::floor(steps);
    const auto index = static_cast<std::uint32_t>(low);
    return AxisPlace{index, index + 1, steps - low};
}

/// Bilinear weights of the up to four nodes around a place; index = row * columns + column.
[[nodiscard]] inline Stencil make_stencil(const AxisPlace& column, const AxisPlace& row,
                                          std::uint32_t columns) noexcept {
    const auto low = row.low * columns;
    const auto high = row.high * columns;
    const double u = column.fraction;
    const double v = row.fraction;
    return {{low + column.low, low + column.high, high + column.low, high + column.high},
            {static_cast<float>((1.0 - u) * (1.0 - v)), static_cast<float>(u * (1.0 - v)),
             static_cast<float>((1.0 - u) * v), static_cast<float>(u * v)}};
}

} // namespace fairlead::env
