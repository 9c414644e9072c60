// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// How colours look, and how far apart, to people of each type of colour vision.
/// Sources: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A physiologically-based model for
/// simulation of color vision deficiency", IEEE TVCG 15 (2009) 1291-1298, table 1, severity 1.0,
/// on linear sRGB; G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 color-difference formula", Color
/// Research and Application 30 (2005) 21-30.

#include <QColor>

#include <array>

namespace fairlead::chart::test {

enum class Vision { normal, protan, deutan, tritan };
inline constexpr std::array<Vision, 4> all_visions{Vision::normal, Vision::protan, Vision::deutan,
                                                   Vision::tritan};

/// CIE L*a*b*, D65.
struct Lab {
    double lightness = 0.0;
    double a = 0.0;
    double b = 0.0;
};

[[nodiscard]] Lab lab_of(const QColor& colour, Vision vision = Vision::normal);
/// CIEDE2000.
[[nodiscard]] double colour_distance(const Lab& one, const Lab& other);
/// The smallest distance over all types of vision.
[[nodiscard]] double least_distance(const QColor& one, const QColor& other);

} // namespace fairlead::chart::test
