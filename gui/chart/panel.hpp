// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The words beside a chart picture: voyage, legend, remarks, data. One column after the other
/// below the map, or one under the other at its side.

#include "gui/chart/palette.hpp"
#include "gui/chart/scene.hpp"

#include <QPainter>
#include <QRectF>

namespace fairlead::chart {

enum class PanelSide { bottom, right };

inline constexpr double bottom_panel_height_px = 226.0;
inline constexpr double right_panel_width_px = 372.0;

/// Draws the panel into `area`. What does not fit is left out and counted ("and 3 more").
/// @pre ensure_gui_application() has been called.
void paint_panel(QPainter& painter, const Scene& scene, const QRectF& area, PanelSide side,
                 const ChartStyle& style);

} // namespace fairlead::chart
