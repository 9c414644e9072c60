// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What lies on top of a chart's base: routes, waypoints with dates, places, notes, scale bar,
/// north arrow and banner; where each stands is laid out by map_labels.hpp.

#include "gui/chart/palette.hpp"
#include "gui/chart/scene.hpp"
#include "gui/chart/viewport.hpp"

#include <QPainter>

#include <cstddef>

namespace fairlead::chart {

/// @param painter in pixels of the view, (0, 0) its upper left corner.
/// @param note_count only that many of the scene's notes are shown, the first ones.
/// @pre ensure_gui_application() has been called.
void paint_overlay(QPainter& painter, const Scene& scene, const Viewport& view,
                   const ChartStyle& style, std::size_t note_count);

} // namespace fairlead::chart
