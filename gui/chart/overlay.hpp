// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What lies on top of a chart's base: routes, waypoints with dates, places, notes, scale bar,
/// north arrow and banner; where each stands is laid out by map_labels.hpp.

#include "gui/chart/map_labels.hpp"
#include "gui/chart/palette.hpp"
#include "gui/chart/scene.hpp"
#include "gui/chart/viewport.hpp"

#include <QFont>
#include <QPainter>

#include <cstddef>

namespace fairlead::chart {

/// @param painter in pixels of the view, (0, 0) its upper left corner.
/// @param note_count only that many of the scene's notes are shown, the first ones.
/// @pre ensure_gui_application() has been called.
void paint_overlay(QPainter& painter, const Scene& scene, const Viewport& view,
                   const ChartStyle& style, std::size_t note_count);

/// Text of a label on its plate or halo; a port's mark too.
void paint_label(QPainter& painter, const MapLabel& label, const ChartStyle& style);
/// The line from a label to its mark, where it needs one.
void paint_leader(QPainter& painter, const QRectF& box, QPointF mark, double mark_radius_px,
                  const ChartStyle& style);
/// A name on a halo, e.g. of a parallel; the baseline begins at `baseline`.
void paint_haloed_text(QPainter& painter, QPointF baseline, const QString& text, const QFont& font,
                       const ChartStyle& style);
/// A warning on a plate, e.g. that the data are synthetic; banner_font_px of map_labels.hpp.
void paint_banner(QPainter& painter, const QRectF& box, const QString& text,
                  const ChartStyle& style);

} // namespace fairlead::chart
