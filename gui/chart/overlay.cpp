// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/overlay.hpp"

#include "gui/chart/gui_application.hpp"
#include "gui/chart/label_placer.hpp"
#include "gui/chart/map_labels.hpp"
#include "gui/chart/marks.hpp"
#include "gui/chart/route_painter.hpp"
#include "gui/chart/zone_painter.hpp"

#include <QFontMetricsF>
#include <QPainterPath>
#include <QTransform>

#include <cmath>

namespace fairlead::chart {

namespace {

constexpr double halo_px = 3.2;

/// Small text on a plate of its own is sharper than on a halo.
void draw_plate(QPainter& painter, const QRectF& box, const ChartStyle& style) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.halo);
    painter.drawRoundedRect(box.adjusted(0.0, 0.5, 0.0, -0.5), 3.0, 3.0);
}

/// Bold text, and regular text beside or under it.
void draw_plated_label(QPainter& painter, const MapLabel& label, const ChartStyle& style) {
    draw_plate(painter, label.box, style);
    const double px = font_px(label.kind);
    const QFont strong = chart_font(px, Weight::bold);
    const QFontMetricsF metrics(strong);
    QPointF baseline(label.box.left() + plate_pad_px, label.box.top() + metrics.ascent());
    painter.setPen(style.ink);
    painter.setFont(strong);
    painter.drawText(baseline, label.strong);
    if (has_two_lines(label.kind)) {
        const QFont rest = chart_font(second_line_font_px);
        baseline.ry() += metrics.descent() + QFontMetricsF(rest).ascent() - 1.0;
        painter.setFont(rest);
    } else {
        baseline.rx() += metrics.horizontalAdvance(label.strong) + 0.4 * px;
        painter.setFont(chart_font(px));
    }
    painter.drawText(baseline, label.rest);
}

void paint_voyage_places(QPainter& painter, const Scene& scene, const Viewport& view,
                         const ChartStyle& style) {
    for (const PlaceMark& place : scene.places) {
        const auto pixel = view.pixel_of(place.position);
        if (pixel && view.contains(*pixel) && place.kind != PlaceKind::port) {
            paint_place_mark(painter, {pixel->x, pixel->y}, place.kind, style);
        }
    }
}

} // namespace

void paint_haloed_text(QPainter& painter, QPointF baseline, const QString& text, const QFont& font,
                       const ChartStyle& style) {
    // Qt's FreeType engine spaces small glyphs differently before and after it has met them at
    // that size. Equal scenes must give equal pixels, so the outline is made large and scaled down.
    constexpr int magnification = 64;
    QFont large = font;
    large.setPixelSize(magnification * font.pixelSize());
    QPainterPath enlarged;
    enlarged.addText(QPointF(), large, text);
    const double reduction = 1.0 / magnification;
    const QPainterPath outline = (QTransform::fromScale(reduction, reduction) *
                                  QTransform::fromTranslate(baseline.x(), baseline.y()))
                                     .map(enlarged);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.halo, halo_px, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(outline);
    painter.fillPath(outline, style.ink);
}

void paint_leader(QPainter& painter, const QRectF& box, QPointF mark, double mark_radius_px,
                  const ChartStyle& style) {
    const auto leader = leader_to(box, mark);
    if (!leader || leader->length() <= mark_radius_px) {
        return;
    }
    const QLineF line(leader->pointAt(mark_radius_px / leader->length()), leader->p2());
    painter.setPen(QPen(style.halo, 2.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(line);
    painter.setPen(QPen(style.ink, 0.9, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(line);
}

void paint_label(QPainter& painter, const MapLabel& label, const ChartStyle& style) {
    if (label.kind != MapLabel::Kind::port) {
        draw_plated_label(painter, label, style);
        return;
    }
    paint_place_mark(painter, label.mark, PlaceKind::port, style);
    const QFont font = chart_font(font_px(label.kind));
    const double ascent = QFontMetricsF(chart_font(font_px(label.kind), Weight::bold)).ascent();
    paint_haloed_text(painter, {label.box.left(), label.box.top() + ascent}, label.rest, font,
                      style);
}

void paint_banner(QPainter& painter, const QRectF& box, const QString& text,
                  const ChartStyle& style) {
    painter.setPen(QPen(style.ink, 1.4));
    painter.setBrush(style.banner);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(style.ink);
    painter.setFont(chart_font(banner_font_px, Weight::bold));
    painter.drawText(box, Qt::AlignCenter, text);
}

void paint_overlay(QPainter& painter, const Scene& scene, const Viewport& view,
                   const ChartStyle& style, std::size_t note_count) {
    std::vector<std::vector<RouteRun>> routes;
    std::vector<RouteRun> all_runs;
    for (const RouteLayer& layer : scene.routes) {
        routes.push_back(route_runs(layer, scene.route_palette.get(), view, style));
        all_runs.insert(all_runs.end(), routes.back().begin(), routes.back().end());
    }
    const MapLabels made = lay_out_labels(scene, view, all_runs, note_count);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF screen(0.0, 0.0, view.size().width, view.size().height);
    for (const ZoneMark& zone : scene.zones) {
        paint_zone(painter, zone_rings(zone, view), screen, !zone.speed_limit.has_value(), style);
    }
    for (const std::vector<RouteRun>& runs : routes) {
        paint_route(painter, runs, style);
    }
    for (const MapLabel& label : made.labels) {
        paint_leader(painter, label.box, label.mark, 0.0, style);
    }
    for (const NoteGroup& group : made.notes) {
        paint_leader(painter, group.box, group.place, group.ring_px, style);
    }
    for (const QPointF waypoint : made.waypoints) {
        paint_waypoint_mark(painter, waypoint, style);
    }
    paint_voyage_places(painter, scene, view, style);
    for (const NoteGroup& group : made.notes) {
        if (group.ring_px > 0.0) {
            paint_note_ring(painter, group.place, group.ring_px, group.worst, style);
        }
        for (const NoteGroup::Sign& sign : group.signs) {
            paint_note_mark(painter, sign.centre, static_cast<int>(sign.note) + 1,
                            scene.notes[sign.note].severity, style);
        }
    }
    for (const MapLabel& label : made.labels) {
        paint_label(painter, label, style);
    }
    if (made.banner) {
        paint_banner(painter, *made.banner, QString::fromStdString(scene.banner), style);
    }
    paint_scale_bar(painter, made.scale_bar.topLeft(), view, style);
    painter.restore();
}

} // namespace fairlead::chart
