// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/view/live_overlay.hpp"

#include "core/geo/polyline.hpp"
#include "gui/chart/line_thinning.hpp"
#include "gui/chart/marks.hpp"
#include "gui/chart/zone_painter.hpp"

#include <QLineF>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace fairlead::gui {

namespace {

using chart::ChartStyle;
using chart::PixelPoint;
using chart::Viewport;

constexpr double leg_piece_nmi = 10.0;
constexpr double view_room_px = 40.0;
constexpr double thin_px = 2.0;
constexpr double corridor_opacity = 0.22;
/// Of a rated line, seen on both sides of its casing.
constexpr double chosen_edge_px = 13.0;

QPointF to_screen(const Viewport& view, geo::PlanePoint point) {
    const PixelPoint pixel = view.to_pixel(point);
    return {pixel.x, pixel.y};
}

/// The letter of a route on the longest piece of it that is seen; of several, side by side.
/// @param handles that are drawn over the line, and would hide it.
void paint_badge(QPainter& painter, const ChartRoute& route, const std::vector<QPolygonF>& pieces,
                 const std::vector<QPointF>& handles, const ChartStyle& style) {
    const auto is_shorter = [](const QPolygonF& a, const QPolygonF& b) {
        return QLineF(a.front(), a.back()).length() < QLineF(b.front(), b.back()).length();
    };
    const auto longest = std::max_element(pieces.begin(), pieces.end(), is_shorter);
    if (!route.key || longest == pieces.end() || longest->isEmpty()) {
        return;
    }
    constexpr double first_share = 0.35;
    constexpr double step_share = 0.1;
    constexpr int steps = 4;
    paint_key_badge(painter,
                    free_along(*longest, first_share + step_share * (route.key->number % steps),
                               handles, badge_radius_px + handle_radius_px + 1.0),
                    *route.key, style);
}

QRectF room_around(const Viewport& view) {
    return QRectF(0, 0, view.size().width, view.size().height)
        .adjusted(-view_room_px, -view_room_px, view_room_px, view_room_px);
}

QPolygonF on_screen(const std::vector<chart::RatedPoint>& line, const Viewport& view) {
    QPolygonF pixels;
    pixels.reserve(static_cast<qsizetype>(line.size()));
    for (const chart::RatedPoint& point : line) {
        pixels << to_screen(view, point.point);
    }
    return pixels;
}

void paint_ship(QPainter& painter, const ShipMark& ship, const Viewport& view,
                const ChartStyle& style) {
    const auto pixel = view.pixel_of(ship.position);
    if (!pixel) {
        return;
    }
    painter.save();
    painter.translate(pixel->x, pixel->y);
    painter.rotate(view.north_on_screen(ship.position).in_degrees() + ship.heading.in_degrees());
    QPainterPath hull;
    hull.moveTo(0.0, -13.0);
    hull.cubicTo(5.5, -7.0, 6.0, -2.0, 6.0, 3.0);
    hull.lineTo(5.0, 11.0);
    hull.lineTo(-5.0, 11.0);
    hull.lineTo(-6.0, 3.0);
    hull.cubicTo(-6.0, -2.0, -5.5, -7.0, 0.0, -13.0);
    painter.setPen(QPen(style.casing_inner, 4.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(style.casing_outer);
    painter.drawPath(hull);
    painter.setPen(QPen(style.casing_outer, 1.2));
    painter.setBrush(style.selection);
    painter.drawPath(hull);
    painter.restore();
}

/// A cross with an open middle, so that what it points at stays in sight.
void paint_cursor(QPainter& painter, const geo::Position& place, const Viewport& view,
                  const ChartStyle& style) {
    const auto pixel = view.pixel_of(place);
    if (!pixel) {
        return;
    }
    constexpr double inner = 4.0;
    constexpr double outer = 12.0;
    const QPointF centre(pixel->x, pixel->y);
    const std::array<QLineF, 4> arms{{{centre + QPointF(inner, 0), centre + QPointF(outer, 0)},
                                      {centre - QPointF(inner, 0), centre - QPointF(outer, 0)},
                                      {centre + QPointF(0, inner), centre + QPointF(0, outer)},
                                      {centre - QPointF(0, inner), centre - QPointF(0, outer)}}};
    painter.setPen(QPen(style.casing_inner, 4.4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(arms.data(), static_cast<int>(arms.size()));
    painter.setPen(QPen(style.casing_outer, 1.8, Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(arms.data(), static_cast<int>(arms.size()));
}

void paint_current_problem(QPainter& painter, const chart::NoteMark& problem, const Viewport& view,
                           const ChartStyle& style) {
    const auto pixel = problem.position ? view.pixel_of(*problem.position) : std::nullopt;
    if (pixel) {
        painter.setBrush(Qt::NoBrush);
        constexpr double radius = 16.0;
        painter.setPen(QPen(style.casing_inner, 5.0));
        painter.drawEllipse(QPointF(pixel->x, pixel->y), radius, radius);
        painter.setPen(QPen(style.warning, 2.6));
        painter.drawEllipse(QPointF(pixel->x, pixel->y), radius, radius);
    }
}

} // namespace

std::vector<geo::PlanePoint> leg_on_plane(const geo::Position& from, const geo::Position& to,
                                          LegShape shape, const geo::Projection& plane) {
    const std::array<geo::Position, 2> ends{from, to};
    const Length piece = Length::nautical_miles(leg_piece_nmi);
    const std::vector<geo::Position> places =
        shape == LegShape::rhumb_line ? geo::densify_rhumb(ends, piece) : geo::densify(ends, piece);
    std::vector<geo::PlanePoint> points;
    for (const geo::Position& place : places) {
        if (const auto point = plane.forward(place)) {
            points.push_back(*point);
        }
    }
    return points;
}

QPolygonF corridor_band(const QPolygonF& line, double port_px, double starboard_px) {
    if (line.size() < 2) {
        return {};
    }
    QPolygonF left;
    QPolygonF right;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const auto direction = [&](qsizetype a, qsizetype b) {
            const QPointF step = line[b] - line[a];
            const double length = std::hypot(step.x(), step.y());
            return length > 0.0 ? step / length : QPointF();
        };
        const QPointF in = i > 0 ? direction(i - 1, i) : QPointF();
        const QPointF out = i + 1 < line.size() ? direction(i, i + 1) : QPointF();
        QPointF mean = in + out;
        const double length = std::hypot(mean.x(), mean.y());
        if (length < 1e-6) {
            continue;
        }
        mean /= length;
        // At a bend the sides meet on its bisector, farther out the sharper it is, up to twice.
        const QPointF reference = i > 0 ? in : out;
        const double stretch = 1.0 / std::max(0.5, QPointF::dotProduct(mean, reference));
        const QPointF to_starboard(-mean.y() * stretch, mean.x() * stretch); // y grows downwards
        left << line[i] - port_px * to_starboard;
        right << line[i] + starboard_px * to_starboard;
    }
    std::reverse(right.begin(), right.end());
    return left + right;
}

LiveOverlay::LiveOverlay(const ChartContent& content) {
    for (const ChartRoute& route : content.routes) {
        PreparedRoute prepared;
        const route::Route& made = route.layer->route;
        const auto shape_of = [&](std::size_t leg) {
            return leg < route.legs.size() ? route.legs[leg] : LegShape::geodesic;
        };
        for (std::size_t i = 0; i < made.waypoints.size(); ++i) {
            if (const auto point = content.plane.forward(made.waypoints[i].position)) {
                prepared.handles.push_back({i, *point});
            }
        }
        const bool has_track = made.track.size() >= 2;
        if (route.editable || !has_track) {
            for (std::size_t i = 0; i + 1 < made.waypoints.size(); ++i) {
                prepared.legs.push_back(leg_on_plane(made.waypoints[i].position,
                                                     made.waypoints[i + 1].position, shape_of(i),
                                                     content.plane));
            }
        }
        if (has_track) {
            prepared.line = chart::rated_line(made, content.plane);
        } else {
            for (std::size_t i = 0; i < prepared.legs.size(); ++i) {
                const double rio =
                    i < made.legs.size() ? made.legs[i].min_rio : made.totals.min_rio;
                for (const geo::PlanePoint& point : prepared.legs[i]) {
                    prepared.line.push_back({point, rio});
                }
            }
        }
        routes_.push_back(std::move(prepared));
    }
    for (const chart::ZoneMark& zone : content.zones) {
        std::vector<std::vector<geo::PlanePoint>> rings;
        for (const std::vector<geo::Position>& ring : zone.rings) {
            std::vector<geo::Position> closed = ring;
            if (!closed.empty()) {
                closed.push_back(closed.front());
            }
            std::vector<geo::PlanePoint> points;
            for (const geo::Position& place :
                 geo::densify(closed, Length::nautical_miles(2.0 * leg_piece_nmi))) {
                if (const auto point = content.plane.forward(place)) {
                    points.push_back(*point);
                }
            }
            rings.push_back(std::move(points));
        }
        zones_.push_back(std::move(rings));
    }
    for (const OwnZone& zone : content.own_zones) {
        std::vector<std::vector<geo::PlanePoint>> edges;
        for (std::size_t i = 0; i < zone.corners.size(); ++i) {
            edges.push_back(leg_on_plane(zone.corners[i],
                                         zone.corners[(i + 1) % zone.corners.size()],
                                         LegShape::geodesic, content.plane));
        }
        own_edges_.push_back(std::move(edges));
    }
}

std::vector<QPointF> LiveOverlay::handles_of(const ChartRoute& route, const PreparedRoute& prepared,
                                             const Viewport& view) {
    std::vector<QPointF> pixels;
    if (route.editable ||
        (route.standing == ChartRoute::Standing::selected && route.layer->show_waypoints)) {
        for (const Handle& handle : prepared.handles) {
            pixels.push_back(to_screen(view, handle.point));
        }
    }
    return pixels;
}

void LiveOverlay::paint_route(QPainter& painter, const ChartRoute& route,
                              const PreparedRoute& prepared, const Viewport& view,
                              const ChartStyle& style, const chart::Palette* palette) const {
    const QRectF room = room_around(view);
    const bool selected = route.standing == ChartRoute::Standing::selected;
    if (route.corridor && selected && !prepared.line.empty()) {
        const geo::PlanePoint middle = prepared.line[prepared.line.size() / 2].point;
        if (const auto place = view.plane().inverse(middle)) {
            const double metres = view.true_metres_per_pixel(*place);
            const double port_px = route.corridor->port.in_metres() / metres;
            const double starboard_px = route.corridor->starboard.in_metres() / metres;
            QColor tint = style.plain_route;
            tint.setAlphaF(static_cast<float>(corridor_opacity));
            painter.setPen(Qt::NoPen);
            painter.setBrush(tint);
            for (const QPolygonF& piece :
                 chart::seen_pieces(chart::thinned(on_screen(prepared.line, view)), room)) {
                painter.drawPolygon(corridor_band(piece, port_px, starboard_px), Qt::WindingFill);
            }
        }
    }
    if (!selected || route.stale) {
        // One colour and a thin line: what is compared with, or what is no longer true.
        const QPolygonF line = chart::thinned(on_screen(prepared.line, view));
        const bool pinned = route.standing == ChartRoute::Standing::pinned;
        QPen casing(style.casing_inner, thin_px + 3.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        QPen core(selected ? style.plain_route
                  : pinned ? style.casing_outer
                           : style.contour,
                  selected ? 2.0 * thin_px : thin_px, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        if (!selected && !pinned) {
            casing.setColor(style.casing_outer);
            casing.setWidthF(thin_px + 2.0);
        }
        if (route.key) {
            const double width = pinned ? 1.5 * thin_px : thin_px;
            core = pinned ? QPen(route.key->ink, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin)
                          : key_pen(*route.key, width);
            casing.setColor(style.casing_inner);
            casing.setWidthF(width + 2.5);
        } else if (!pinned) {
            core.setDashPattern({5.0, 2.0});
        }
        if (route.stale) {
            core.setDashPattern({2.0, 2.0});
        }
        painter.setBrush(Qt::NoBrush);
        const auto pieces = chart::seen_pieces(line, room);
        for (const QPolygonF& piece : pieces) {
            painter.setPen(casing);
            painter.drawPolyline(piece);
            painter.setPen(core);
            painter.drawPolyline(piece);
        }
        paint_badge(painter, route, pieces, handles_of(route, prepared, view), style);
        return;
    }
    const auto whole = chart::seen_pieces(chart::thinned(on_screen(prepared.line, view)), room);
    if (route.key) { // its core tells the risk: its edge tells which one it is
        painter.setBrush(Qt::NoBrush);
        painter.setPen(
            QPen(route.key->ink, chosen_edge_px, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        for (const QPolygonF& piece : whole) {
            painter.drawPolyline(piece);
        }
    }
    std::vector<chart::RouteRun> seen;
    for (const chart::RouteRun& run :
         chart::route_runs(prepared.line, route.layer->coloured_by_rio ? palette : nullptr,
                           chart::plain_look(style), view)) {
        for (QPolygonF& piece : chart::seen_pieces(chart::thinned(run.pixels), room)) {
            seen.push_back({std::move(piece), run.look});
        }
    }
    chart::paint_route(painter, seen, style);
    paint_badge(painter, route, whole, handles_of(route, prepared, view), style);
}

void LiveOverlay::paint_handles(QPainter& painter, const ChartRoute& route,
                                const PreparedRoute& prepared, const ChartMarks& marks,
                                const Viewport& view, const ChartStyle& style,
                                const Highlight& highlight) {
    const QRectF room = room_around(view);
    std::optional<QPointF> painted;
    for (const Handle& handle : prepared.handles) {
        const QPointF pixel = to_screen(view, handle.point);
        if (!room.contains(pixel)) {
            continue;
        }
        const WaypointRef ref{route.id, handle.index};
        const bool hot = highlight.waypoint == ref;
        const bool chosen = marks.selected_waypoint == ref;
        if (painted && !hot && !chosen && chart::are_too_near(*painted, pixel)) {
            continue;
        }
        painted = pixel;
        const double radius = handle_radius_px + (hot ? 2.0 : 0.0);
        painter.setPen(QPen(style.casing_inner, 4.2));
        painter.setBrush(chosen || hot ? style.selection : style.mark);
        painter.drawEllipse(pixel, radius, radius);
        painter.setPen(QPen(style.casing_outer, 1.6));
        painter.drawEllipse(pixel, radius, radius);
        if (chosen) { // by shape as well as by colour
            painter.setBrush(style.casing_outer);
            painter.drawEllipse(pixel, 2.0, 2.0);
        }
    }
}

void LiveOverlay::paint_lines(QPainter& painter, const ChartContent& content, const Viewport& view,
                              const ChartStyle& style, const chart::Palette* palette) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < zones_.size(); ++i) {
        std::vector<QPolygonF> rings;
        for (const auto& ring : zones_[i]) {
            QPolygonF pixels;
            pixels.reserve(static_cast<qsizetype>(ring.size()));
            for (const geo::PlanePoint& point : ring) {
                pixels << to_screen(view, point);
            }
            rings.push_back(std::move(pixels));
        }
        chart::paint_zone(painter, rings, room_around(view),
                          !content.zones[i].speed_limit.has_value(), style);
    }
    for (std::size_t i = 0; i < routes_.size(); ++i) {
        paint_route(painter, content.routes[i], routes_[i], view, style, palette);
    }
    for (const chart::PlaceMark& place : content.places) {
        const auto pixel =
            place.kind == chart::PlaceKind::port ? std::nullopt : view.pixel_of(place.position);
        if (pixel && view.contains(*pixel)) {
            chart::paint_place_mark(painter, {pixel->x, pixel->y}, place.kind, style);
        }
    }
    painter.restore();
}

void LiveOverlay::paint_marks(QPainter& painter, const ChartContent& content,
                              const ChartMarks& marks, const Viewport& view,
                              const ChartStyle& style, const Highlight& highlight) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < routes_.size(); ++i) {
        const ChartRoute& route = content.routes[i];
        if (route.editable) {
            paint_handles(painter, route, routes_[i], marks, view, style, highlight);
        } else if (route.standing == ChartRoute::Standing::selected &&
                   route.layer->show_waypoints) {
            for (const Handle& handle : routes_[i].handles) {
                chart::paint_waypoint_mark(painter, to_screen(view, handle.point), style);
            }
        }
    }
    if (marks.ship) {
        paint_ship(painter, *marks.ship, view, style);
    }
    if (marks.cursor) {
        paint_cursor(painter, *marks.cursor, view, style);
    }
    if (marks.current_problem && *marks.current_problem < content.problems.size()) {
        paint_current_problem(painter, content.problems[*marks.current_problem], view, style);
    }
    painter.restore();
}

} // namespace fairlead::gui
