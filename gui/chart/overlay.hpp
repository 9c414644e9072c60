// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What lies on top of a chart's base: routes, waypoints with dates, places, notes, scale bar,
/// north arrow and banner. Labels never cover a route or each other; those that find no room are
/// left out, least important first.

#include "gui/chart/palette.hpp"
#include "gui/chart/scene.hpp"
#include "gui/chart/viewport.hpp"

#include <QPainter>

namespace fairlead::chart {

/// @param painter in pixels of the view, (0, 0) its upper left corner.
/// @pre ensure_gui_application() has been called.
void paint_overlay(QPainter& painter, const Scene& scene, const Viewport& view,
                   const ChartStyle& style);

} // namespace fairlead::chart
