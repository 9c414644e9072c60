// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/overlay.hpp"

#include "core/geo/polyline.hpp"
#include "gui/chart/gui_application.hpp"
#include "gui/chart/label_placer.hpp"
#include "gui/chart/marks.hpp"
#include "gui/chart/route_painter.hpp"

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace fairlead::chart {

namespace {

constexpr double route_room_px = 7.0;
constexpr double dated_label_gap_px = 95.0; ///< along the route, between labels with a date
constexpr double plate_pad_px = 3.5;
constexpr double same_place_px = 14.0;
constexpr double leader_from_px = 14.0; ///< labels farther away get a line to their mark

QPointF as_point(PixelPoint pixel) {
    return {pixel.x, pixel.y};
}

/// Text of one or two fonts in a row: number bold, date regular.
struct Label {
    QString strong;
    QString rest;
    double size_px;
};

QSizeF size_of(const Label& label) {
    const QFontMetricsF strong(chart_font(label.size_px, Weight::bold));
    const QFontMetricsF rest(chart_font(label.size_px));
    const double gap = label.strong.isEmpty() || label.rest.isEmpty() ? 0.0 : 0.4 * label.size_px;
    return {strong.horizontalAdvance(label.strong) + gap + rest.horizontalAdvance(label.rest),
            strong.ascent() + strong.descent()};
}

void draw_label(QPainter& painter, const QRectF& box, const Label& label, const ChartStyle& style) {
    const QFont strong = chart_font(label.size_px, Weight::bold);
    const QFontMetricsF metrics(strong);
    QPointF baseline(box.left(), box.top() + metrics.ascent());
    if (!label.strong.isEmpty()) {
        draw_haloed_text(painter, baseline, label.strong, strong, style.ink, style.halo);
        baseline.rx() += metrics.horizontalAdvance(label.strong) + 0.4 * label.size_px;
    }
    if (!label.rest.isEmpty()) {
        draw_haloed_text(painter, baseline, label.rest, chart_font(label.size_px), style.ink,
                         style.halo);
    }
}

/// As draw_label, on a plate of its own: sharper than a halo where text is small.
void draw_plate(QPainter& painter, const QRectF& box, const Label& label, const ChartStyle& style) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.halo);
    painter.drawRoundedRect(box.adjusted(0.0, 0.5, 0.0, -0.5), 3.0, 3.0);
    const QFont strong = chart_font(label.size_px, Weight::bold);
    const QFontMetricsF metrics(strong);
    QPointF baseline(box.left() + plate_pad_px, box.top() + metrics.ascent());
    painter.setPen(style.ink);
    painter.setFont(strong);
    painter.drawText(baseline, label.strong);
    baseline.rx() += metrics.horizontalAdvance(label.strong) + 0.4 * label.size_px;
    painter.setFont(chart_font(label.size_px));
    painter.drawText(baseline, label.rest);
}

/// Nearest point of a rectangle's rim to a point outside it.
QPointF nearest_on(const QRectF& box, QPointF point) {
    return {std::clamp(point.x(), box.left(), box.right()),
            std::clamp(point.y(), box.top(), box.bottom())};
}

void draw_leader(QPainter& painter, QPointF from, const QRectF& box, const ChartStyle& style) {
    const QPointF to = nearest_on(box, from);
    if (std::hypot(to.x() - from.x(), to.y() - from.y()) < leader_from_px) {
        return;
    }
    painter.setPen(QPen(style.halo, 2.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(from, to);
    painter.setPen(QPen(style.ink, 0.9, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(from, to);
}

class OverlayPainter {
  public:
    OverlayPainter(QPainter& painter, const Scene& scene, const Viewport& view,
                   const ChartStyle& style)
        : painter_(painter), scene_(scene), view_(view), style_(style),
          placer_(QRectF(0, 0, view.size().width, view.size().height).adjusted(4, 4, -4, -4)) {}

    void paint() {
        for (const RouteLayer& layer : scene_.routes) {
            runs_.push_back(route_runs(layer, scene_.route_palette.get(), view_, style_));
        }
        reserve_room();
        paint_instruments();
        paint_zones();
        for (const std::vector<RouteRun>& runs : runs_) {
            paint_route(painter_, runs, style_);
        }
        paint_places();
        paint_notes();
        for (const RouteLayer& layer : scene_.routes) {
            if (layer.show_waypoints) {
                paint_waypoints(layer.route);
            }
        }
        paint_ports();
    }

  private:
    [[nodiscard]] std::optional<QPointF> visible_pixel(const geo::Position& place) const {
        const auto pixel = view_.pixel_of(place);
        return pixel && view_.contains(*pixel) ? std::optional(as_point(*pixel)) : std::nullopt;
    }

    void reserve_room() {
        for (const std::vector<RouteRun>& runs : runs_) {
            for (const RouteRun& run : runs) {
                placer_.occupy(run.pixels, route_room_px);
            }
        }
        for (const PlaceMark& place : scene_.places) {
            const auto pixel = visible_pixel(place.position);
            if (pixel && place.kind != PlaceKind::port) {
                placer_.occupy(QRectF(pixel->x() - 8, pixel->y() - 8, 16, 16));
            }
        }
    }

    /// Banner, scale bar with north arrow, and the warning: in corners that are free of the route.
    void paint_instruments() {
        const QRectF area(0, 0, view_.size().width, view_.size().height);
        if (!scene_.banner.empty()) {
            const QString text = QString::fromStdString(scene_.banner);
            const QFont font = chart_font(15, Weight::bold);
            const QFontMetricsF metrics(font);
            const QSizeF size(metrics.horizontalAdvance(text) + 24, metrics.height() + 12);
            const QRectF box = free_corner(size, area);
            painter_.setPen(QPen(style_.ink, 1.4));
            painter_.setBrush(style_.banner);
            painter_.drawRoundedRect(box, 4, 4);
            painter_.setPen(style_.ink);
            painter_.setFont(font);
            painter_.drawText(box, Qt::AlignCenter, text);
        }
        const QRectF bar = free_corner(scale_bar_room, area);
        paint_scale_bar(painter_, bar.topLeft(), view_, style_);
    }

    QRectF free_corner(QSizeF size, const QRectF& area) {
        constexpr double inset = 14.0;
        const double left = area.left() + inset;
        const double right = area.right() - inset - size.width();
        const double top = area.top() + inset;
        const double bottom = area.bottom() - inset - size.height();
        const std::array<QPointF, 6> corners{{{left, top},
                                              {left, bottom},
                                              {right, bottom},
                                              {right, top},
                                              {0.5 * (left + right), bottom},
                                              {0.5 * (left + right), top}}};
        for (const QPointF corner : corners) {
            const QRectF box(corner, size);
            if (placer_.is_free(box.adjusted(-6, -6, 6, 6))) {
                placer_.occupy(box.adjusted(-6, -6, 6, 6));
                return box;
            }
        }
        const QRectF box(corners.front(), size);
        placer_.occupy(box);
        return box;
    }

    /// Prohibited areas hatched, speed-limited ones outlined; the name inside where there is room.
    void paint_zones() {
        for (const ZoneMark& zone : scene_.zones) {
            QPainterPath path;
            for (const std::vector<geo::Position>& ring : zone.rings) {
                std::vector<geo::Position> closed = ring;
                if (closed.size() > 1 && closed.front() != closed.back()) {
                    closed.push_back(closed.front());
                }
                QPolygonF pixels;
                for (const geo::Position& place :
                     geo::densify(closed, Length::nautical_miles(20.0))) {
                    if (const auto pixel = view_.pixel_of(place)) {
                        pixels << as_point(*pixel);
                    }
                }
                path.addPolygon(pixels);
                path.closeSubpath();
            }
            painter_.setPen(
                QPen(style_.casing_inner, 3.4, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
            painter_.setBrush(zone.speed_limit ? QBrush(Qt::NoBrush)
                                               : QBrush(style_.zone, Qt::FDiagPattern));
            painter_.drawPath(path);
            painter_.setPen(QPen(style_.zone, 1.8, Qt::DashLine, Qt::FlatCap, Qt::RoundJoin));
            painter_.setBrush(Qt::NoBrush);
            painter_.drawPath(path);
            QString name = QString::fromStdString(zone.name);
            if (zone.speed_limit) {
                name += QStringLiteral(", %1 kn").arg(zone.speed_limit->in_knots(), 0, 'g', 3);
            }
            const Label label{{}, name, 11.0};
            const QRectF box =
                placer_.place_beside(path.boundingRect().center(), size_of(label), 0.0);
            if (!box.isEmpty()) {
                draw_label(painter_, box, label, style_);
            }
        }
    }

    void paint_places() {
        for (const PlaceMark& place : scene_.places) {
            const auto pixel = visible_pixel(place.position);
            if (!pixel || place.kind == PlaceKind::port) {
                continue;
            }
            const Label label{QString::fromStdString(place.name), {}, 14.0};
            const QRectF box = placer_.place_beside(*pixel, size_of(label), 12.0);
            if (!box.isEmpty()) {
                draw_leader(painter_, *pixel, box, style_);
                draw_label(painter_, box, label, style_);
            }
            paint_place_mark(painter_, *pixel, place.kind, style_);
        }
    }

    /// Ports that find room for their name; those of the voyage have theirs already.
    void paint_ports() {
        for (const PlaceMark& port : scene_.places) {
            const auto pixel = visible_pixel(port.position);
            if (!pixel || port.kind != PlaceKind::port || is_place_of_voyage(port, *pixel) ||
                !placer_.is_free(QRectF(pixel->x() - 4, pixel->y() - 4, 8, 8))) {
                continue;
            }
            const Label label{{}, QString::fromStdString(port.name), 11.0};
            const QRectF box = placer_.place_beside(*pixel, size_of(label), 6.0);
            if (!box.isEmpty()) {
                paint_place_mark(painter_, *pixel, PlaceKind::port, style_);
                draw_label(painter_, box, label, style_);
            }
        }
    }

    [[nodiscard]] bool is_place_of_voyage(const PlaceMark& port, QPointF pixel) const {
        return std::any_of(scene_.places.begin(), scene_.places.end(), [&](const PlaceMark& place) {
            if (place.kind == PlaceKind::port) {
                return false;
            }
            const auto other = visible_pixel(place.position);
            const QPointF apart = other ? *other - pixel : QPointF(1e6, 0.0);
            return place.name == port.name || std::hypot(apart.x(), apart.y()) < same_place_px;
        });
    }

    void paint_notes() {
        for (std::size_t i = 0; i < scene_.notes.size(); ++i) {
            const NoteMark& note = scene_.notes[i];
            const auto pixel = note.position ? visible_pixel(*note.position) : std::nullopt;
            if (!pixel) {
                continue;
            }
            const double side = 2.0 * note_radius_px + 2.0;
            const QRectF box = placer_.place_beside(*pixel, QSizeF(side, side), 10.0);
            painter_.setPen(QPen(style_.casing_inner, 4.0));
            painter_.setBrush(Qt::NoBrush);
            painter_.drawEllipse(*pixel, 6.0, 6.0);
            painter_.setPen(QPen(style_.warning, 2.0));
            painter_.drawEllipse(*pixel, 6.0, 6.0);
            if (!box.isEmpty()) {
                draw_leader(painter_, *pixel, box, style_);
                paint_note_mark(painter_, box.center(), static_cast<int>(i) + 1, note.severity,
                                style_);
            }
        }
    }

    /// Every waypoint has its mark; dates stand at even distances; numbers wherever there is room.
    void paint_waypoints(const route::Route& route) {
        struct Shown {
            QPointF pixel;
            std::size_t index;
        };
        std::vector<Shown> shown;
        for (std::size_t i = 0; i < route.waypoints.size(); ++i) {
            if (const auto pixel = visible_pixel(route.waypoints[i].position)) {
                shown.push_back({*pixel, i});
                paint_waypoint_mark(painter_, *pixel, style_);
            }
        }
        std::vector<bool> labelled(shown.size(), false);
        QPointF last;
        bool any = false;
        for (const bool dated : {true, false}) {
            for (std::size_t k = 0; k < shown.size(); ++k) {
                const auto& [pixel, index] = shown[k];
                const bool far_enough =
                    !any ||
                    std::hypot(pixel.x() - last.x(), pixel.y() - last.y()) >= dated_label_gap_px ||
                    index + 1 == route.waypoints.size();
                if (labelled[k] || (dated && !far_enough)) {
                    continue;
                }
                Label label{QString::number(index + 1), {}, 11.0};
                if (dated) {
                    const Instant when = index == 0 ? route.departure
                                         : index <= route.legs.size()
                                             ? route.legs[index - 1].arrival
                                             : route.arrival;
                    label.rest = QString::fromStdString(format_instant_short(when));
                }
                const QSizeF size = size_of(label) + QSizeF(2.0 * plate_pad_px, 0.0);
                const QRectF box = placer_.place_beside(pixel, size, 9.0);
                if (box.isEmpty()) {
                    continue;
                }
                draw_leader(painter_, pixel, box, style_);
                draw_plate(painter_, box, label, style_);
                labelled[k] = true;
                last = dated ? pixel : last;
                any = any || dated;
            }
        }
    }

    QPainter& painter_;
    const Scene& scene_;
    const Viewport& view_;
    const ChartStyle& style_;
    LabelPlacer placer_;
    std::vector<std::vector<RouteRun>> runs_;
};

} // namespace

void paint_overlay(QPainter& painter, const Scene& scene, const Viewport& view,
                   const ChartStyle& style) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    OverlayPainter(painter, scene, view, style).paint();
    painter.restore();
}

} // namespace fairlead::chart
