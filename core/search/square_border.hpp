// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Functions on the border of a square of side 1, linear along each side, by their values at the
/// corners: clockwise from the upper left one.

#include <array>
#include <cstddef>

namespace fairlead::search {

using CornerValues = std::array<double, 4>;

[[nodiscard]] constexpr std::size_t beside(std::size_t corner) noexcept {
    return (corner + 1) % 4;
}
[[nodiscard]] constexpr std::size_t opposite(std::size_t corner) noexcept {
    return (corner + 2) % 4;
}
[[nodiscard]] constexpr std::size_t before(std::size_t corner) noexcept {
    return (corner + 3) % 4;
}

/// Greatest difference between two places of the border by their distance (the least Lipschitz
/// constant). Infinite if a corner's value is.
[[nodiscard]] double greatest_rise(const CornerValues& corner) noexcept;

/// The least value that a function with this border, rising nowhere more than `rise`, can have at a
/// place inside: the greatest on the border of its value less rise times the distance (E. J.
/// McShane, Bulletin of the AMS 40 (1934) 837-842).
/// @param place right and down from the upper left corner, 0 to 1
/// @pre rise is not less than that of any side
[[nodiscard]] double value_inside(const CornerValues& corner, const std::array<double, 2>& place,
                                  double rise) noexcept;

} // namespace fairlead::search
