// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/geodesic.hpp"
#include "core/geo/polyline.hpp"
#include "core/geo/rhumb_line.hpp"
#include "gui/view/tool_paint.hpp"
#include "gui/view/tools.hpp"

#include <QLocale>

#include <cmath>

namespace fairlead::gui {

Measurement measure(const geo::Position& from, const geo::Position& to) {
    const geo::GeodesicInverse shortest = geo::geodesic_inverse(from, to);
    const geo::RhumbInverse rhumb = geo::rhumb_inverse(from, to);
    return {shortest.distance, shortest.initial_bearing, rhumb.distance, rhumb.bearing};
}

QString range_and_bearing(Length range, geo::Bearing bearing) {
    // Rounded before it is written: 359.96 degrees is 000.0, not 360.0.
    const double tenths = std::fmod(std::round(bearing.in_degrees() * 10.0), 3600.0) / 10.0;
    return QStringLiteral("%1 nm  %2°T")
        .arg(QLocale().toString(range.in_nautical_miles(), 'f', 1))
        .arg(tenths, 5, 'f', 1, QLatin1Char('0'));
}

void MeasureTool::press(const PointerEvent& event) {
    pan_.press(event);
}

void MeasureTool::move(const PointerEvent& event) {
    pan_.move(event);
    if (open_) {
        hover_ = host().view().position_at({event.pixel.x(), event.pixel.y()});
        host().repaint_overlay();
    }
}

void MeasureTool::release(const PointerEvent& event) {
    const bool is_click = pan_.is_clicking();
    pan_.cancel();
    host().set_pointer(pointer());
    if (!is_click) {
        return;
    }
    const auto place = host().view().position_at({event.pixel.x(), event.pixel.y()});
    if (event.button != Qt::LeftButton || !place) {
        return;
    }
    if (!open_) {
        places_.clear();
        open_ = true;
    }
    places_.push_back(*place);
    hover_.reset();
    host().show_hint(tr("Click for the next place; double click or Enter ends the line"));
    host().repaint_overlay();
}

void MeasureTool::double_click(const PointerEvent&) {
    finish(); // its first click has added the place
}

bool MeasureTool::key(int key, Qt::KeyboardModifiers) {
    if (open_ && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        finish();
        return true;
    }
    if (open_ && key == Qt::Key_Backspace && !places_.empty()) {
        places_.pop_back();
        open_ = !places_.empty();
        host().repaint_overlay();
        return true;
    }
    return false;
}

void MeasureTool::finish() {
    open_ = false;
    hover_.reset();
    host().show_hint(QString());
    host().repaint_overlay();
}

bool MeasureTool::cancel() {
    const bool panned = pan_.cancel();
    const bool any = !places_.empty();
    places_.clear();
    finish();
    return panned || any;
}

std::vector<geo::Position> MeasureTool::places() const {
    std::vector<geo::Position> all = places_;
    if (open_ && hover_) {
        all.push_back(*hover_);
    }
    return all;
}

void MeasureTool::paint(QPainter& painter, const chart::ChartStyle& style) const {
    const std::vector<geo::Position> line = places();
    for (std::size_t i = 1; i < line.size(); ++i) {
        paint_tool_line(painter, host().view(), line[i - 1], line[i], LegShape::rhumb_line, style);
        paint_tool_line(painter, host().view(), line[i - 1], line[i], LegShape::geodesic, style);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.casing_outer, 1.4));
    painter.setBrush(style.measure);
    for (const geo::Position& place : line) {
        if (const auto pixel = host().view().pixel_of(place)) {
            painter.drawEllipse(QPointF(pixel->x, pixel->y), 3.5, 3.5);
        }
    }
    painter.restore();
    if (line.size() < 2) {
        return;
    }
    const Measurement last = measure(line[line.size() - 2], line.back());
    QStringList words{tr("Geodesic %1").arg(range_and_bearing(last.geodesic, last.initial_bearing)),
                      tr("Rhumb line %1").arg(range_and_bearing(last.rhumb, last.rhumb_bearing))};
    if (line.size() > 2) {
        words << tr("Together %1 nm")
                     .arg(QLocale().toString(geo::polyline_length(line).in_nautical_miles(), 'f',
                                             1));
    }
    if (const auto pixel = host().view().pixel_of(line.back())) {
        paint_tool_text(painter, {pixel->x, pixel->y}, words, host().view(), style);
    }
}

} // namespace fairlead::gui
