// SPDX-License-Identifier: GPL-3.0-or-later
// Tools that change nothing, and the one that adds: all of them pan when dragged.
#include "core/geo/geodesic.hpp"
#include "gui/view/tool_paint.hpp"
#include "gui/view/tools.hpp"

#include <cmath>

namespace fairlead::gui {

void PanTool::press(const PointerEvent& event) {
    if (event.button == Qt::LeftButton || event.button == Qt::MiddleButton) {
        pressed_ = event.pixel;
        last_ = event.pixel;
        dragging_ = false;
    }
}

void PanTool::move(const PointerEvent& event) {
    if (!pressed_) {
        return;
    }
    const QPointF moved = event.pixel - *pressed_;
    if (!dragging_ && std::hypot(moved.x(), moved.y()) < click_slack_px) {
        return;
    }
    if (!dragging_) {
        dragging_ = true;
        host().set_pointer(Qt::ClosedHandCursor);
    }
    host().pan_by(event.pixel - last_);
    last_ = event.pixel;
}

void PanTool::release(const PointerEvent& event) {
    if (!pressed_) {
        return;
    }
    pressed_.reset();
    if (dragging_) {
        dragging_ = false;
        host().set_pointer(pointer());
    } else if (const auto handle = handle_at(host(), event.pixel)) {
        host().select(*handle);
    }
}

bool PanTool::cancel() {
    const bool was = pressed_.has_value();
    pressed_.reset();
    if (dragging_) {
        host().set_pointer(pointer());
    }
    dragging_ = false;
    return was;
}

void AddWaypointTool::press(const PointerEvent& event) {
    pan_.press(event);
}

void AddWaypointTool::move(const PointerEvent& event) {
    hover_ = event.pixel;
    pan_.move(event);
    host().repaint_overlay();
}

void AddWaypointTool::release(const PointerEvent& event) {
    const bool is_click = pan_.is_clicking();
    pan_.cancel();
    host().set_pointer(pointer());
    if (!is_click || event.button != Qt::LeftButton || host().edits() == nullptr) {
        return;
    }
    if (const auto place = host().view().position_at({event.pixel.x(), event.pixel.y()})) {
        host().edits()->add_point(*place, !event.modifiers.testFlag(Qt::AltModifier));
    }
}

std::optional<geo::Position> AddWaypointTool::last_waypoint() const {
    for (const ChartRoute& route : host().content().routes) {
        if (route.editable && !route.layer->route.waypoints.empty()) {
            return route.layer->route.waypoints.back().position;
        }
    }
    return std::nullopt;
}

void AddWaypointTool::paint(QPainter& painter, const chart::ChartStyle& style) const {
    const auto from = last_waypoint();
    const auto to = hover_ ? host().view().position_at({hover_->x(), hover_->y()}) : std::nullopt;
    if (!from || !to || pan_.is_dragging()) {
        return;
    }
    paint_tool_line(painter, host().view(), *from, *to, LegShape::geodesic, style);
    const geo::GeodesicInverse line = geo::geodesic_inverse(*from, *to);
    paint_tool_text(painter, *hover_, {range_and_bearing(line.distance, line.initial_bearing)},
                    host().view(), style);
}

void IdentifyTool::release(const PointerEvent& event) {
    const bool is_click = pan_.is_clicking();
    pan_.cancel();
    host().set_pointer(pointer());
    const auto place = host().view().position_at({event.pixel.x(), event.pixel.y()});
    if (is_click && event.button == Qt::LeftButton && place) {
        host().identify(*place);
    }
}

} // namespace fairlead::gui
