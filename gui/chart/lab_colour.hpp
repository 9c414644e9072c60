// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Colours in CIE L*a*b* (CIE 015:2018; white D65; sRGB as in IEC 61966-2-1), where equal steps of
/// lightness look equal: for dimming a palette without losing its steps.

#include <QColor>

namespace fairlead::chart {

struct LabColour {
    double lightness = 0.0; ///< 0..100
    double a = 0.0;
    double b = 0.0;
};

[[nodiscard]] LabColour to_lab(const QColor& colour);
/// Opaque; colours outside sRGB lose chroma, not lightness.
[[nodiscard]] QColor from_lab(const LabColour& colour);
/// Relative luminance of an opaque colour, 0 black to 1 white (WCAG 2.1).
[[nodiscard]] double relative_luminance(const QColor& colour);

} // namespace fairlead::chart
