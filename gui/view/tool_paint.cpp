// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/view/tool_paint.hpp"

#include "gui/chart/gui_application.hpp"

#include <QFontMetricsF>

#include <algorithm>

namespace fairlead::gui {

void paint_tool_line(QPainter& painter, const chart::Viewport& view, const geo::Position& from,
                     const geo::Position& to, LegShape shape, const chart::ChartStyle& style) {
    QPolygonF line;
    for (const geo::PlanePoint& point : leg_on_plane(from, to, shape, view.plane())) {
        const chart::PixelPoint pixel = view.to_pixel(point);
        line << QPointF(pixel.x, pixel.y);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.casing_outer, 3.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    QPen core(style.measure, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (shape == LegShape::rhumb_line) {
        core.setDashPattern({4.0, 4.0});
    }
    painter.setPen(core);
    painter.drawPolyline(line);
    painter.restore();
}

void paint_tool_text(QPainter& painter, QPointF beside, const QStringList& lines,
                     const chart::Viewport& view, const chart::ChartStyle& style) {
    constexpr double text_px = 12.0;
    constexpr double pad = 6.0;
    constexpr double gap = 14.0;
    const QFont font = chart::chart_font(text_px);
    const QFontMetricsF metrics(font);
    double width = 0.0;
    for (const QString& line : lines) {
        width = std::max(width, metrics.horizontalAdvance(line));
    }
    QRectF box(
        beside + QPointF(gap, gap),
        QSizeF(width + 2 * pad, metrics.height() * static_cast<double>(lines.size()) + 1.4 * pad));
    if (box.right() > view.size().width) {
        box.moveRight(beside.x() - gap);
    }
    if (box.bottom() > view.size().height) {
        box.moveBottom(beside.y() - gap);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.rule, 1.0));
    QColor ground = style.panel;
    ground.setAlpha(238);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(style.ink);
    painter.setFont(font);
    double y = box.top() + 0.7 * pad + metrics.ascent();
    for (const QString& line : lines) {
        painter.drawText(QPointF(box.left() + pad, y), line);
        y += metrics.height();
    }
    painter.restore();
}

} // namespace fairlead::gui
