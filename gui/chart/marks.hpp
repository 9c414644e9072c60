// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Signs of the chart, alike on the map and in the legend.

#include "gui/chart/palette.hpp"
#include "gui/chart/scene.hpp"
#include "gui/chart/viewport.hpp"

#include <QPainter>
#include <QRectF>

namespace fairlead::chart {

inline constexpr double note_radius_px = 8.5;

/// The numbered mark of a note: triangle for warnings and violations, diamond for cautions, disc
/// for the rest.
void paint_note_mark(QPainter& painter, QPointF centre, int number, rules::Severity severity,
                     const ChartStyle& style);

/// The ring around the place of one or more remarks; red only if the worst is a warning or more.
void paint_note_ring(QPainter& painter, QPointF centre, double radius_px, rules::Severity worst,
                     const ChartStyle& style);

void paint_waypoint_mark(QPainter& painter, QPointF centre, const ChartStyle& style);
void paint_place_mark(QPainter& painter, QPointF centre, PlaceKind kind, const ChartStyle& style);

/// Room that paint_scale_bar needs at most.
inline constexpr QSizeF scale_bar_room{288.0, 54.0};

/// North arrow and scale bar in nautical miles, both true at the box's own place, which the bar
/// names by its latitude. Nothing is drawn where the plane has no place. @param corner upper left
void paint_scale_bar(QPainter& painter, QPointF corner, const Viewport& view,
                     const ChartStyle& style);

} // namespace fairlead::chart
