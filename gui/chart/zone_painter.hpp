// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Zones on the screen. Their rings may have thousands of corners: only what is seen is painted.

#include "gui/chart/palette.hpp"
#include "gui/chart/scene.hpp"
#include "gui/chart/viewport.hpp"

#include <QPainter>
#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace fairlead::chart {

/// A zone's rings in pixels, each closed; its edges are geodesics.
[[nodiscard]] std::vector<QPolygonF> zone_rings(const ZoneMark& zone, const Viewport& view);

/// Prohibited areas are hatched, speed-limited ones outlined.
/// @param rings in pixels, each closed; odd-even rule.
/// @param seen  the painted area; what lies farther off is left out.
void paint_zone(QPainter& painter, const std::vector<QPolygonF>& rings, const QRectF& seen,
                bool prohibited, const ChartStyle& style);

} // namespace fairlead::chart
