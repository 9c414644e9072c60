// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Colours that mean something (severities, series of a plot), made to suit the palette in force:
/// legible on its background, and at night no brighter than its text. The one place where such
/// hues are chosen; nothing is said by them alone.

#include "core/rules/finding.hpp"

#include <QColor>
#include <QPalette>

namespace fairlead::gui {

/// For icons and text on the palette's base.
[[nodiscard]] QColor severity_ink(const QPalette& palette, rules::Severity severity);
/// For the background of a cell, under the palette's text.
[[nodiscard]] QColor severity_tint(const QPalette& palette, rules::Severity severity);

inline constexpr int series_count = 6;
/// Lines and marks that are told apart; for all types of colour vision. Repeats after
/// series_count. @pre number >= 0
[[nodiscard]] QColor series_ink(const QPalette& palette, int number);

/// Text that steps back, grid lines, hatches: between text and base.
/// @param share of the text's colour, 0..1
[[nodiscard]] QColor between_text_and_base(const QPalette& palette, double share);

/// Relative luminance. Source: WCAG 2.1, definitions (sRGB).
[[nodiscard]] double luminance(const QColor& colour);
/// Contrast ratio, 1..21. Source: as above.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

} // namespace fairlead::gui
