// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The words beside a chart picture: voyage, legend, remarks, data. One column after the other
/// below the map, or one under the other at its side.

#include "gui/chart/palette.hpp"
#include "gui/chart/scene.hpp"
#include "gui/chart/viewport.hpp"

#include <QPainter>
#include <QRectF>

#include <cstddef>

namespace fairlead::chart {

enum class PanelSide { bottom, right };

inline constexpr double bottom_panel_height_px = 246.0;
inline constexpr double right_panel_width_px = 372.0;

/// Draws the panel into `area`. What does not fit is left out and counted ("and 3 more").
/// @param view of the map the panel belongs to.
/// @return how many of the scene's notes found room, the first ones.
/// @pre ensure_gui_application() has been called.
std::size_t paint_panel(QPainter& painter, const Scene& scene, const Viewport& view,
                        const QRectF& area, PanelSide side, const ChartStyle& style);

} // namespace fairlead::chart
