// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// How one route of several is told from the others: by colour, by the dashes of its line and by a
/// letter, the same on the chart as in tables and plots.

#include "gui/chart/palette.hpp"

#include <QColor>
#include <QPainter>
#include <QPolygonF>
#include <QString>

#include <vector>

namespace fairlead::gui {

struct RouteKey {
    QString letter;
    QColor ink;
    int number = 0; ///< of its dashes; not below 0

    friend bool operator==(const RouteKey&, const RouteKey&) = default;
};

/// The core of a line that is compared with the chosen one.
[[nodiscard]] QPen key_pen(const RouteKey& key, double width_px);

inline constexpr double badge_radius_px = 8.5;

/// The letter on a disc of the route's colour.
void paint_key_badge(QPainter& painter, QPointF centre, const RouteKey& key,
                     const chart::ChartStyle& style);

/// A place along a line. @param share from 0 to 1 of its length. @pre the line has a point
[[nodiscard]] QPointF along_line(const QPolygonF& line, double share);

/// The place along a line nearest to the share that is so far from all that is `taken`; beside the
/// line where all of it is.
[[nodiscard]] QPointF free_along(const QPolygonF& line, double share,
                                 const std::vector<QPointF>& taken, double clearance_px);

} // namespace fairlead::gui
