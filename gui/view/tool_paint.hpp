// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Lines and words that tools lay over the chart.

#include "gui/chart/palette.hpp"
#include "gui/view/live_overlay.hpp"

#include <QPainter>
#include <QStringList>

namespace fairlead::gui {

/// A thin line with a casing; rhumb lines are broken.
void paint_tool_line(QPainter& painter, const chart::Viewport& view, const geo::Position& from,
                     const geo::Position& to, LegShape shape, const chart::ChartStyle& style);

/// Lines of text on a plate beside a place, within the view.
void paint_tool_text(QPainter& painter, QPointF beside, const QStringList& lines,
                     const chart::Viewport& view, const chart::ChartStyle& style);

} // namespace fairlead::gui
