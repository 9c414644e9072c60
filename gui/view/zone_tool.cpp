// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/line_thinning.hpp"
#include "gui/view/tool_paint.hpp"
#include "gui/view/tools.hpp"

#include <cmath>
#include <numeric>
#include <utility>

namespace fairlead::gui {

namespace {

constexpr double corner_radius_px = 4.5;
constexpr std::size_t fewest_corners = 3;

std::optional<QPointF> pixel_of(const ToolHost& host, const geo::Position& place) {
    const auto pixel = host.view().pixel_of(place);
    return pixel ? std::optional(QPointF(pixel->x, pixel->y)) : std::nullopt;
}

/// A ring with a cross in it: here nobody could say what is inside.
void paint_crossing(QPainter& painter, QPointF pixel, const chart::ChartStyle& style) {
    constexpr double radius = 11.0;
    constexpr double arm = 6.0;
    painter.setBrush(Qt::NoBrush);
    for (const auto& pen : {QPen(style.casing_inner, 5.0), QPen(style.warning, 2.4)}) {
        painter.setPen(pen);
        painter.drawEllipse(pixel, radius, radius);
        painter.drawLine(pixel - QPointF(arm, arm), pixel + QPointF(arm, arm));
        painter.drawLine(pixel - QPointF(arm, -arm), pixel + QPointF(arm, -arm));
    }
}

/// The zones that can be changed, the one on top first.
std::vector<std::size_t> zones_from_top(const ToolHost& host) {
    std::vector<std::size_t> zones(host.content().own_zones.size());
    std::iota(zones.rbegin(), zones.rend(), std::size_t{0});
    return zones;
}

} // namespace

std::optional<ZoneCorner> ZoneTool::corner_at(QPointF pixel) const {
    for (const std::size_t zone : zones_from_top(host())) {
        const auto& edges = host().overlay().edges(zone);
        for (std::size_t i = 0; i < edges.size(); ++i) {
            if (edges[i].empty()) {
                continue;
            }
            const QPointF away = pixel_of(host(), edges[i].front()) - pixel;
            if (std::hypot(away.x(), away.y()) <= handle_reach_px) {
                return ZoneCorner{zone, i};
            }
        }
    }
    return std::nullopt;
}

std::optional<ZoneCorner> ZoneTool::edge_at(QPointF pixel) const {
    for (const std::size_t zone : zones_from_top(host())) {
        const auto& edges = host().overlay().edges(zone);
        for (std::size_t i = 0; i < edges.size(); ++i) {
            for (std::size_t k = 1; k < edges[i].size(); ++k) {
                if (chart::distance_to_segment(pixel, pixel_of(host(), edges[i][k - 1]),
                                               pixel_of(host(), edges[i][k])) <= line_reach_px) {
                    return ZoneCorner{zone, i + 1};
                }
            }
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> ZoneTool::zone_at(QPointF pixel) const {
    for (const std::size_t zone : zones_from_top(host())) {
        QPolygonF ring;
        for (const auto& edge : host().overlay().edges(zone)) {
            for (const geo::PlanePoint& point : edge) {
                ring << pixel_of(host(), point);
            }
        }
        if (ring.containsPoint(pixel, Qt::OddEvenFill)) {
            return zone;
        }
    }
    return std::nullopt;
}

void ZoneTool::press(const PointerEvent& event) {
    pressed_ = event.pixel;
    if (event.button != Qt::LeftButton || !places_.empty() || host().edits() == nullptr) {
        pan_.press(event);
        return;
    }
    if (const auto corner = corner_at(event.pixel)) {
        state_ = State::armed_corner;
        target_ = *corner;
    } else if (const auto edge = edge_at(event.pixel)) {
        state_ = State::armed_edge;
        target_ = *edge;
    } else {
        pan_.press(event);
    }
}

void ZoneTool::start_drag(const geo::Position& place) {
    const bool inserts = state_ == State::armed_edge;
    state_ = State::idle;
    if (host().edits()->begin_zone_drag(target_.zone)) {
        state_ = State::dragging;
        host().set_pointer(Qt::ClosedHandCursor);
        if (inserts) {
            host().edits()->insert_corner(target_, place);
        } else {
            host().edits()->move_corner(target_, place);
        }
    }
}

void ZoneTool::move(const PointerEvent& event) {
    const auto place = host().view().position_at({event.pixel.x(), event.pixel.y()});
    if (state_ == State::dragging) {
        if (place) {
            host().edits()->move_corner(target_, *place);
        }
        return;
    }
    if (state_ != State::idle) {
        const QPointF moved = event.pixel - pressed_.value_or(event.pixel);
        if (place && std::hypot(moved.x(), moved.y()) >= click_slack_px) {
            start_drag(*place);
        }
        return;
    }
    pan_.move(event);
    hover_ = event.pixel;
    if (!places_.empty()) {
        host().repaint_overlay();
    } else if (!pan_.is_dragging()) {
        say_what_is_under(event.pixel);
    }
}

void ZoneTool::say_what_is_under(QPointF pixel) {
    if (corner_at(pixel)) {
        host().set_pointer(Qt::PointingHandCursor);
        host().show_hint(tr("Drag to move the corner; Delete removes it"));
    } else if (edge_at(pixel)) {
        host().set_pointer(Qt::DragCopyCursor);
        host().show_hint(tr("Drag to add a corner"));
    } else if (zone_at(pixel)) {
        host().set_pointer(Qt::ArrowCursor);
        host().show_hint(tr("Click for name, rule and time of the zone"));
    } else {
        host().set_pointer(pointer());
        host().show_hint(tr("Click the corners of an area to keep out of"));
    }
}

void ZoneTool::release(const PointerEvent& event) {
    const State was = std::exchange(state_, State::idle);
    const bool dragged = pan_.is_dragging();
    pan_.cancel();
    host().set_pointer(pointer());
    if (was == State::dragging) {
        host().edits()->end_zone_drag(true);
        return;
    }
    const bool is_click = pressed_.has_value(); // the second of a double click is none
    pressed_.reset();
    if (dragged || !is_click || event.button != Qt::LeftButton || host().edits() == nullptr) {
        return;
    }
    const auto zone = places_.empty() ? zone_at(event.pixel) : std::nullopt;
    if (zone || was != State::idle) {
        host().select_zone(zone.value_or(target_.zone));
        return;
    }
    if (const auto place = host().view().position_at({event.pixel.x(), event.pixel.y()})) {
        places_.push_back(*place);
        if (!mark_crossing(false)) {
            say_next();
        }
        host().repaint_overlay();
    }
}

void ZoneTool::say_next() {
    host().show_hint(places_.size() < fewest_corners
                         ? tr("Click the next corner; Escape leaves")
                         : tr("Double click or Enter closes the area; Backspace takes the last "
                              "corner back; Escape leaves"));
}

bool ZoneTool::mark_crossing(bool is_closed) {
    crossing_ =
        host().edits() != nullptr ? host().edits()->crossing(places_, is_closed) : std::nullopt;
    if (crossing_) {
        host().show_hint(tr("Its edges cross where the mark is: Backspace takes the last corner "
                            "back"));
    }
    return crossing_.has_value();
}

void ZoneTool::double_click(const PointerEvent&) {
    pressed_.reset();
    close(); // its first click has added the corner
}

void ZoneTool::close() {
    if (places_.size() < fewest_corners || host().edits() == nullptr) {
        return;
    }
    if (mark_crossing(true)) {
        host().repaint_overlay();
        return;
    }
    const auto corners = std::exchange(places_, {});
    host().show_hint(QString());
    if (const auto zone = host().edits()->add_zone(corners)) {
        host().select_zone(*zone);
    }
    host().repaint_overlay();
}

bool ZoneTool::key(int key, Qt::KeyboardModifiers modifiers) {
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !places_.empty()) {
        close();
        return true;
    }
    if (key == Qt::Key_Backspace && !places_.empty()) {
        places_.pop_back();
        if (!mark_crossing(false)) {
            say_next();
        }
        host().repaint_overlay();
        return true;
    }
    const bool is_delete = key == Qt::Key_Delete && modifiers == Qt::NoModifier;
    if (is_delete && state_ == State::idle && places_.empty() && hover_ &&
        host().edits() != nullptr) {
        if (const auto corner = corner_at(*hover_)) {
            host().edits()->remove_corner(*corner);
            return true;
        }
        if (const auto zone = zone_at(*hover_)) {
            host().edits()->remove_zone(*zone);
            return true;
        }
    }
    return false;
}

void ZoneTool::leave() {
    hover_.reset();
    host().repaint_overlay();
}

bool ZoneTool::cancel() {
    const State was = std::exchange(state_, State::idle);
    const bool panned = pan_.cancel();
    const bool was_drawing = !places_.empty();
    places_.clear();
    crossing_.reset();
    pressed_.reset();
    if (was == State::dragging) {
        host().edits()->end_zone_drag(false);
        host().set_pointer(pointer());
    }
    host().repaint_overlay();
    return panned || was_drawing || was != State::idle;
}

void ZoneTool::paint(QPainter& painter, const chart::ChartStyle& style) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto paint_corner = [&](QPointF pixel, const QColor& fill) {
        const QRectF box(pixel - QPointF(corner_radius_px, corner_radius_px),
                         QSizeF(2.0 * corner_radius_px, 2.0 * corner_radius_px));
        painter.setPen(QPen(style.casing_inner, 3.4));
        painter.setBrush(fill);
        painter.drawRect(box);
        painter.setPen(QPen(style.casing_outer, 1.4));
        painter.drawRect(box);
    };
    const chart::PixelSize size = host().view().size();
    const QRectF seen =
        QRectF(0.0, 0.0, size.width, size.height)
            .adjusted(-corner_radius_px, -corner_radius_px, corner_radius_px, corner_radius_px);
    for (std::size_t zone = 0; zone < host().content().own_zones.size(); ++zone) {
        std::optional<QPointF> painted;
        for (const auto& edge : host().overlay().edges(zone)) {
            const auto corner =
                edge.empty() ? std::nullopt : std::optional(pixel_of(host(), edge.front()));
            if (corner && seen.contains(*corner) &&
                !(painted && chart::are_too_near(*painted, *corner))) {
                paint_corner(*corner, style.zone);
                painted = corner;
            }
        }
    }
    std::vector<geo::Position> line = places_;
    if (const auto to = hover_ && !places_.empty() && !pan_.is_dragging()
                            ? host().view().position_at({hover_->x(), hover_->y()})
                            : std::nullopt) {
        line.push_back(*to);
    }
    for (std::size_t i = 1; i < line.size(); ++i) {
        paint_tool_line(painter, host().view(), line[i - 1], line[i], LegShape::geodesic, style);
    }
    if (line.size() >= fewest_corners) { // the edge that would close it
        paint_tool_line(painter, host().view(), line.back(), line.front(), LegShape::rhumb_line,
                        style);
    }
    for (const geo::Position& place : places_) {
        if (const auto pixel = pixel_of(host(), place)) {
            paint_corner(*pixel, style.measure);
        }
    }
    if (const auto pixel = crossing_ ? pixel_of(host(), *crossing_) : std::nullopt) {
        paint_crossing(painter, *pixel, style);
    }
    painter.restore();
}

} // namespace fairlead::gui
