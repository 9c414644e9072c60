// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse, wheel and keys do to the view, where the tools do not.
#include "gui/view/chart_view.hpp"
#include "gui/view/view_motion.hpp"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace fairlead::gui {

namespace {

constexpr double pan_step_px = 80.0;
constexpr double fine_pan_step_px = 8.0;
constexpr double zoom_step = 1.5;
/// Of one step of a wheel, which is 120 eighths of a degree.
constexpr double wheel_zoom = 1.25;
constexpr double wheel_step = 120.0;

} // namespace

void ChartView::mousePressEvent(QMouseEvent* event) {
    const PointerEvent pointer{event->position(), event->button(), event->modifiers()};
    if (event->button() == Qt::MiddleButton) {
        middle_pan_.press(pointer);
    } else if (event->button() == Qt::LeftButton) {
        active().press(pointer);
    }
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
    const PointerEvent pointer{event->position(), event->button(), event->modifiers()};
    if (event->buttons().testFlag(Qt::MiddleButton)) {
        middle_pan_.move(pointer);
    } else {
        active().move(pointer);
    }
    const QPointF pixel = event->position();
    if (const auto place = view_.position_at({pixel.x(), pixel.y()})) {
        Q_EMIT pointerMoved(*place);
    } else {
        Q_EMIT pointerLeft();
    }
}

void ChartView::mouseReleaseEvent(QMouseEvent* event) {
    const PointerEvent pointer{event->position(), event->button(), event->modifiers()};
    if (event->button() == Qt::MiddleButton) {
        middle_pan_.cancel();
        setCursor(active().pointer());
    } else if (event->button() == Qt::LeftButton) {
        active().release(pointer);
    }
}

void ChartView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        active().double_click({event->position(), event->button(), event->modifiers()});
    }
}

void ChartView::wheelEvent(QWheelEvent* event) {
    const double steps = event->angleDelta().y() / wheel_step;
    if (steps != 0.0) {
        move_to(zoomed(target_, std::pow(wheel_zoom, steps), event->position()), animated_);
    }
    event->accept();
}

bool ChartView::event(QEvent* event) {
    if (event->type() == QEvent::NativeGesture) {
        auto* gesture = dynamic_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            constexpr double least = 0.2;
            move_to(zoomed(target_, std::max(least, 1.0 + gesture->value()), gesture->position()),
                    false);
            return true;
        }
    }
    return QWidget::event(event);
}

bool ChartView::handle_key(int key, Qt::KeyboardModifiers modifiers) {
    const Qt::KeyboardModifiers plain = modifiers & ~Qt::KeypadModifier;
    const bool alone = plain == Qt::NoModifier;
    const bool with_shift = plain == Qt::ShiftModifier;
    if (alone || plain == Qt::AltModifier) {
        const double step = alone ? pan_step_px : fine_pan_step_px;
        const auto pan = [&](double x, double y) {
            move_to(panned(target_, QPointF(x, y)), animated_ && alone);
            return true;
        };
        switch (key) {
        case Qt::Key_Left:
            return pan(step, 0.0);
        case Qt::Key_Right:
            return pan(-step, 0.0);
        case Qt::Key_Up:
            return pan(0.0, step);
        case Qt::Key_Down:
            return pan(0.0, -step);
        default:
            break;
        }
    }
    if (alone || with_shift) { // on many keyboards + needs Shift
        switch (key) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
        case Qt::Key_PageUp:
            zoomBy(zoom_step);
            return true;
        case Qt::Key_Minus:
        case Qt::Key_PageDown:
            zoomBy(1.0 / zoom_step);
            return true;
        case Qt::Key_R:
            with_shift ? turnNorthUp() : turnToRoute();
            return true;
        default:
            break;
        }
    }
    if (alone && key == Qt::Key_Home) {
        showSelectedRoute();
        return true;
    }
    if (plain == Qt::ControlModifier && key == Qt::Key_0) {
        showAll();
        return true;
    }
    if (alone && key == Qt::Key_Escape) {
        const bool middle = middle_pan_.cancel();
        return active().cancel() || middle;
    }
    return false;
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    if (!active().key(event->key(), event->modifiers()) &&
        !handle_key(event->key(), event->modifiers())) {
        QWidget::keyPressEvent(event);
    }
}

void ChartView::leaveEvent(QEvent*) {
    active().leave();
    Q_EMIT pointerLeft();
}

void ChartView::contextMenuEvent(QContextMenuEvent* event) {
    const bool by_key = event->reason() == QContextMenuEvent::Keyboard;
    const QPointF pixel = by_key ? QPointF(0.5 * width(), 0.5 * height()) : QPointF(event->pos());
    if (const auto place = view_.position_at({pixel.x(), pixel.y()})) {
        Q_EMIT contextMenuRequested(*place,
                                    by_key ? marks_.selected_waypoint : handle_at(*this, pixel),
                                    by_key ? mapToGlobal(pixel.toPoint()) : event->globalPos());
    }
}

} // namespace fairlead::gui
