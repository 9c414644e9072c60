// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/marks.hpp"

#include "gui/chart/graticule.hpp"
#include "gui/chart/gui_application.hpp"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPolygonF>

#include <cmath>
#include <numbers>

namespace fairlead::chart {

namespace {

constexpr double waypoint_radius_px = 3.2;

/// The longest of 1, 2 or 5 times a power of ten that is not longer than `nmi`.
double round_length_nmi(double nmi) {
    const double power = std::pow(10.0, std::floor(std::log10(nmi)));
    for (const double step : {5.0, 2.0}) {
        if (step * power <= nmi) {
            return step * power;
        }
    }
    return power;
}

void paint_north_arrow(QPainter& painter, QPointF centre, const Viewport& view,
                       const ChartStyle& style) {
    const auto place = view.position_at({centre.x(), centre.y()});
    if (!place) {
        return;
    }
    const double degrees = view.north_on_screen(*place).in_degrees();
    painter.save();
    painter.translate(centre);
    painter.rotate(degrees);
    const QPolygonF west({QPointF(0, -13), QPointF(-6.5, 13), QPointF(0, 7)});
    const QPolygonF east({QPointF(0, -13), QPointF(6.5, 13), QPointF(0, 7)});
    painter.setPen(QPen(style.ink, 1.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(style.ink);
    painter.drawPolygon(west);
    painter.setBrush(style.margin);
    painter.drawPolygon(east);
    painter.restore();
    // The letter stays upright, ahead of the tip.
    const double radians = degrees * std::numbers::pi / 180.0;
    const QPointF tip = centre + QPointF(std::sin(radians), -std::cos(radians)) * 19.0;
    painter.setFont(chart_font(11, Weight::bold));
    painter.setPen(style.ink);
    painter.drawText(QRectF(tip.x() - 8, tip.y() - 8, 16, 16), Qt::AlignCenter,
                     QStringLiteral("N"));
}

} // namespace

void paint_waypoint_mark(QPainter& painter, QPointF centre, const ChartStyle& style) {
    painter.setPen(QPen(style.casing_outer, 1.3));
    painter.setBrush(style.mark);
    painter.drawEllipse(centre, waypoint_radius_px, waypoint_radius_px);
}

void paint_place_mark(QPainter& painter, QPointF centre, PlaceKind kind, const ChartStyle& style) {
    const auto disc = [&](double radius, const QColor& fill) {
        painter.setBrush(fill);
        painter.drawEllipse(centre, radius, radius);
    };
    switch (kind) {
    case PlaceKind::port:
        painter.setPen(QPen(style.halo, 1.0));
        painter.setBrush(style.ink);
        painter.drawRect(QRectF(centre.x() - 2.5, centre.y() - 2.5, 5, 5));
        return;
    case PlaceKind::start:
        painter.setPen(QPen(style.casing_outer, 2.0));
        disc(7.0, style.mark);
        painter.setPen(Qt::NoPen);
        disc(2.6, style.casing_outer);
        return;
    case PlaceKind::destination:
        painter.setPen(QPen(style.casing_outer, 2.0));
        disc(7.0, style.mark);
        painter.setPen(Qt::NoPen);
        disc(4.6, style.casing_outer);
        disc(2.4, style.mark);
        return;
    case PlaceKind::via:
        painter.setPen(QPen(style.casing_outer, 2.0));
        disc(6.0, style.mark);
        return;
    }
}

void paint_note_mark(QPainter& painter, QPointF centre, int number, rules::Severity severity,
                     const ChartStyle& style) {
    const double r = note_radius_px;
    QPolygonF shape;
    QPointF text_centre = centre;
    QColor fill = style.mark;
    QColor ink = style.ink;
    if (severity == rules::Severity::warning || severity == rules::Severity::violation) {
        shape << centre + QPointF(0, -r) << centre + QPointF(r, 0.85 * r)
              << centre + QPointF(-r, 0.85 * r);
        text_centre += QPointF(0, 0.28 * r);
        fill = severity == rules::Severity::violation ? style.warning : style.banner;
        ink = severity == rules::Severity::violation ? style.mark : style.ink;
    } else if (severity == rules::Severity::caution) {
        shape << centre + QPointF(0, -r) << centre + QPointF(r, 0) << centre + QPointF(0, r)
              << centre + QPointF(-r, 0);
        fill = style.banner;
    }
    painter.setPen(QPen(style.ink, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(fill);
    if (shape.isEmpty()) {
        painter.drawEllipse(centre, 0.85 * r, 0.85 * r);
    } else {
        painter.drawPolygon(shape);
    }
    painter.setFont(chart_font(number < 10 ? 10 : 8, Weight::bold));
    painter.setPen(ink);
    painter.drawText(QRectF(text_centre.x() - r, text_centre.y() - r, 2 * r, 2 * r),
                     Qt::AlignCenter, QString::number(number));
}

void paint_note_ring(QPainter& painter, QPointF centre, double radius_px, rules::Severity worst,
                     const ChartStyle& style) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.casing_inner, 4.6));
    painter.drawEllipse(centre, radius_px, radius_px);
    painter.setPen(QPen(worst >= rules::Severity::warning ? style.warning : style.ink, 2.0));
    painter.drawEllipse(centre, radius_px, radius_px);
}

void paint_scale_bar(QPainter& painter, QPointF corner, const Viewport& view,
                     const ChartStyle& style) {
    constexpr double arrow_room = 46.0;
    constexpr double end_room = 44.0;
    constexpr double pad = 8.0;
    const double longest_px = scale_bar_room.width() - arrow_room - pad - end_room;
    QRectF box(corner, scale_bar_room);
    const auto place = view.position_at({box.center().x(), box.center().y()});
    if (!place) {
        return;
    }
    const double nmi_per_px = view.true_metres_per_pixel(*place) / metres_per_nautical_mile;
    const double length_nmi = round_length_nmi(longest_px * nmi_per_px);
    const double length_px = length_nmi / nmi_per_px;
    box.setWidth(arrow_room + pad + length_px + end_room);

    painter.setPen(QPen(style.rule, 1.0));
    QColor ground = style.panel;
    ground.setAlpha(235);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 4, 4);

    const double left = box.left() + arrow_room + pad;
    const double top = box.top() + 25.0;
    constexpr int parts = 4;
    constexpr double height = 6.0;
    painter.setPen(QPen(style.ink, 1.0));
    for (int part = 0; part < parts; ++part) {
        painter.setBrush(part % 2 == 0 ? style.ink : style.margin);
        painter.drawRect(QRectF(left + part * length_px / parts, top, length_px / parts, height));
    }
    const QFont font = chart_font(11);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(style.ink);
    const auto number = [](double nmi) { return QString::number(nmi, 'g', 4); };
    painter.drawText(QPointF(left - 2.0, top - 6.0), QStringLiteral("0"));
    const QString middle_text = number(0.5 * length_nmi);
    painter.drawText(
        QPointF(left + 0.5 * length_px - 0.5 * metrics.horizontalAdvance(middle_text), top - 6.0),
        middle_text);
    const QString end_text = QCoreApplication::translate("Chart", "%1 nm").arg(number(length_nmi));
    painter.drawText(
        QPointF(left + length_px - 0.5 * metrics.horizontalAdvance(number(length_nmi)), top - 6.0),
        end_text);
    painter.setFont(chart_font(10));
    painter.setPen(style.quiet_ink);
    painter.drawText(QPointF(left - 1.0, top + 20.0),
                     QCoreApplication::translate("Chart", "true at %1")
                         .arg(latitude_label(std::round(place->latitude_deg()))));
    paint_north_arrow(painter, {box.left() + 0.5 * arrow_room + 2.0, box.center().y()}, view,
                      style);
}

} // namespace fairlead::chart
