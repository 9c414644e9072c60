// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/view/tools.hpp"

#include <cmath>

namespace fairlead::gui {

void EditRouteTool::press(const PointerEvent& event) {
    if (event.button != Qt::LeftButton || state_ != State::idle) {
        pan_.press(event);
        return;
    }
    pressed_ = event.pixel;
    if (const auto handle = handle_at(host(), event.pixel)) {
        target_ = *handle;
        state_ = State::armed_handle;
        host().select(*handle);
    } else if (const auto leg =
                   host().edits() != nullptr ? leg_at(host(), event.pixel) : std::nullopt) {
        target_ = *leg;
        state_ = State::armed_leg;
    } else {
        state_ = State::panning;
        pan_.press(event);
    }
}

void EditRouteTool::move(const PointerEvent& event) {
    switch (state_) {
    case State::idle:
        hover(event.pixel);
        pan_.move(event);
        return;
    case State::panning:
        pan_.move(event);
        return;
    case State::armed_handle:
    case State::armed_leg: {
        const QPointF moved = event.pixel - pressed_;
        if (std::hypot(moved.x(), moved.y()) >= click_slack_px) {
            start_drag(event.pixel);
        }
        return;
    }
    case State::dragging:
        drag_to(event.pixel);
        return;
    }
}

void EditRouteTool::start_drag(QPointF pixel) {
    ChartEdits* edits = host().edits();
    const bool inserts = state_ == State::armed_leg;
    state_ = State::idle;
    if (edits == nullptr) {
        return;
    }
    if (inserts) {
        const auto place = host().view().position_at({pixel.x(), pixel.y()});
        const auto made = place ? edits->insert_point(target_, *place) : std::nullopt;
        if (!made) {
            return;
        }
        target_ = *made;
        host().select(target_);
    }
    if (edits->begin_drag(target_)) {
        state_ = State::dragging;
        host().set_pointer(Qt::ClosedHandCursor);
        host().set_highlight({target_});
        drag_to(pixel);
    }
}

void EditRouteTool::drag_to(QPointF pixel) {
    if (const auto place = host().view().position_at({pixel.x(), pixel.y()})) {
        host().edits()->move_point(target_, *place);
    }
}

void EditRouteTool::release(const PointerEvent& event) {
    const State was = state_;
    state_ = State::idle;
    if (was == State::dragging) {
        drag_to(event.pixel);
        host().edits()->end_drag(true);
        host().set_pointer(pointer());
    } else if (was == State::panning || was == State::idle) {
        pan_.release(event);
        host().set_pointer(pointer());
    }
    hover(event.pixel);
}

void EditRouteTool::double_click(const PointerEvent& event) {
    const auto leg = leg_at(host(), event.pixel);
    const auto place = host().view().position_at({event.pixel.x(), event.pixel.y()});
    if (event.button == Qt::LeftButton && host().edits() != nullptr && leg && place &&
        !handle_at(host(), event.pixel)) {
        if (const auto made = host().edits()->insert_point(*leg, *place)) {
            host().select(*made);
        }
    }
}

bool EditRouteTool::key(int key, Qt::KeyboardModifiers modifiers) {
    if (modifiers != Qt::NoModifier || (key != Qt::Key_Delete && key != Qt::Key_Backspace) ||
        state_ != State::idle || host().edits() == nullptr) {
        return false;
    }
    // The content may have changed since the pointer moved.
    const auto hovered = hover_ ? handle_at(host(), *hover_) : std::nullopt;
    const auto target = hovered ? hovered : host().marks().selected_waypoint;
    if (!target) {
        return false;
    }
    hovered_.reset();
    host().set_highlight({});
    host().edits()->remove_point(*target);
    return true;
}

bool EditRouteTool::cancel() {
    const State was = state_;
    state_ = State::idle;
    const bool panned = pan_.cancel();
    if (was == State::dragging) {
        host().edits()->end_drag(false);
        host().set_pointer(pointer());
        host().set_highlight({});
    }
    return panned || was != State::idle;
}

void EditRouteTool::content_changed() {
    // What was under the pointer may be another waypoint now, or none.
    if (state_ == State::idle && hovered_) {
        hovered_.reset();
        host().set_highlight({});
    }
}

void EditRouteTool::leave() {
    hover_.reset();
    if (state_ == State::idle && hovered_) {
        hovered_.reset();
        host().set_highlight({});
    }
}

void EditRouteTool::hover(QPointF pixel) {
    hover_ = pixel;
    const auto handle = handle_at(host(), pixel);
    if (handle != hovered_) {
        hovered_ = handle;
        host().set_highlight({handle});
    }
    if (handle) {
        host().set_pointer(Qt::PointingHandCursor);
        host().show_hint(tr("Drag to move the waypoint; Delete removes it"));
    } else if (host().edits() != nullptr && leg_at(host(), pixel)) {
        host().set_pointer(Qt::DragCopyCursor);
        host().show_hint(tr("Drag to insert a waypoint"));
    } else {
        host().set_pointer(pointer());
        host().show_hint(QString());
    }
}

} // namespace fairlead::gui
