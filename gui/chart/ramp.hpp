// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The key to a palette: its colours side by side with their values.

#include "gui/chart/palette.hpp"

#include <QPainter>
#include <QRectF>

namespace fairlead::chart {

/// Room for the values under the bar.
inline constexpr double ramp_words_px = 16.0;

/// A bar of equal boxes, or a gradient, with its values under it. A short ramp is labelled at each
/// entry, evenly spaced; a long one at even steps of value.
/// @param palette as it looks in the style.
/// @pre ensure_gui_application() has been called, or a QGuiApplication lives.
void paint_ramp(QPainter& painter, const QRectF& bar, const Palette& palette,
                const ChartStyle& style);

} // namespace fairlead::chart
