// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/zone_painter.hpp"

#include "core/geo/polyline.hpp"
#include "gui/chart/line_thinning.hpp"

#include <QPainterPath>

#include <cmath>

namespace fairlead::chart {

namespace {

/// Around what is seen, so that no edge of a clipped ring shows.
constexpr double room_px = 16.0;
constexpr double casing_px = 3.4;
constexpr double core_px = 1.8;
/// Beyond this length of outline dashes run into each other anyway, and take seconds to make.
constexpr double longest_dashed_px = 40000.0;

double length_px(const QPolygonF& line) {
    double length = 0.0;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF step = line[i] - line[i - 1];
        length += std::hypot(step.x(), step.y());
    }
    return length;
}

} // namespace

std::vector<QPolygonF> zone_rings(const ZoneMark& zone, const Viewport& view) {
    constexpr double longest_edge_nmi = 20.0;
    std::vector<QPolygonF> rings;
    for (const std::vector<geo::Position>& ring : zone.rings) {
        std::vector<geo::Position> closed = ring;
        if (closed.size() > 1 && closed.front() != closed.back()) {
            closed.push_back(closed.front());
        }
        QPolygonF pixels;
        for (const geo::Position& place :
             geo::densify(closed, Length::nautical_miles(longest_edge_nmi))) {
            if (const auto pixel = view.pixel_of(place)) {
                pixels << QPointF(pixel->x, pixel->y);
            }
        }
        rings.push_back(std::move(pixels));
    }
    return rings;
}

void paint_zone(QPainter& painter, const std::vector<QPolygonF>& rings, const QRectF& seen,
                bool prohibited, const ChartStyle& style) {
    const QRectF room = seen.adjusted(-room_px, -room_px, room_px, room_px);
    QPainterPath inside;
    std::vector<QPolygonF> outline;
    double length = 0.0;
    for (const QPolygonF& ring : rings) {
        const QPolygonF thin = thinned(ring);
        inside.addPolygon(clipped(thin, room));
        inside.closeSubpath();
        for (QPolygonF& piece : seen_pieces(thin, room)) {
            length += length_px(piece);
            outline.push_back(std::move(piece));
        }
    }
    if (prohibited) {
        painter.fillPath(inside, QBrush(style.zone, Qt::FDiagPattern));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.casing_inner, casing_px, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    for (const QPolygonF& piece : outline) {
        painter.drawPolyline(piece);
    }
    painter.setPen(QPen(style.zone, core_px,
                        length <= longest_dashed_px ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap,
                        Qt::RoundJoin));
    for (const QPolygonF& piece : outline) {
        painter.drawPolyline(piece);
    }
}

} // namespace fairlead::chart
