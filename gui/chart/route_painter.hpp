// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Routes on the chart: a line with a white and a black casing, readable on any ground, its core
/// coloured and patterned by risk. A short bad stretch is widened until it can be seen.

#include "gui/chart/palette.hpp"
#include "gui/chart/scene.hpp"
#include "gui/chart/viewport.hpp"

#include <QPainter>
#include <QPolygonF>

#include <span>
#include <vector>

namespace fairlead::chart {

/// How a stretch of route is drawn.
struct LineLook {
    QColor colour;
    LinePattern pattern = LinePattern::plain;
    double width_px = 4.0;
};

/// A stretch of one class of risk, in pixels of the view.
struct RouteRun {
    QPolygonF pixels;
    LineLook look;
};

/// A place of a route on the plane, with what it is rated.
struct RatedPoint {
    geo::PlanePoint point;
    double rio = 30.0;
};
/// The track of a route (or its waypoints joined by geodesics, where it has no track), on the
/// plane: worked out once, drawn in many views.
[[nodiscard]] std::vector<RatedPoint> rated_line(const route::Route& route,
                                                 const geo::Projection& plane);

/// Runs of equal look; @param palette null: all of it in `plain`. See below.
[[nodiscard]] std::vector<RouteRun> route_runs(std::span<const RatedPoint> line,
                                               const Palette* palette, const LineLook& plain,
                                               const Viewport& view);
/// The look of a route that is not rated.
[[nodiscard]] LineLook plain_look(const ChartStyle& style);

/// The route's track in runs of equal look; each shares its ends with its neighbours. A class
/// of higher risk is shown over at least 8 pixels of line. @pre palette is given if the route is
/// coloured by RIO
[[nodiscard]] std::vector<RouteRun> route_runs(const RouteLayer& layer, const Palette* palette,
                                               const Viewport& view, const ChartStyle& style);

void paint_route(QPainter& painter, const std::vector<RouteRun>& runs, const ChartStyle& style);

/// The places of rated_line alone.
[[nodiscard]] std::vector<geo::PlanePoint> route_on_plane(const route::Route& route,
                                                          const geo::Projection& plane);

} // namespace fairlead::chart
