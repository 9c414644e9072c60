// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/view/route_key.hpp"

#include "core/base/contract.hpp"
#include "gui/chart/gui_application.hpp"

#include <QLineF>
#include <QList>

#include <algorithm>
#include <array>
#include <cmath>

namespace fairlead::gui {

namespace {

constexpr double letter_px = 11.0;

/// In widths of the line.
const QList<qreal>& dashes(int number) {
    static const std::array<QList<qreal>, 6> patterns{
        QList<qreal>{6.0, 2.0}, QList<qreal>{3.0, 2.0}, QList<qreal>{8.0, 2.0, 2.0, 2.0},
        QList<qreal>{1.5, 1.5}, QList<qreal>{4.0, 4.0}, QList<qreal>{8.0, 2.0, 2.0, 2.0, 2.0, 2.0}};
    return patterns[static_cast<std::size_t>(number) % patterns.size()];
}

} // namespace

QPen key_pen(const RouteKey& key, double width_px) {
    QPen pen(key.ink, width_px, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    pen.setDashPattern(dashes(key.number));
    return pen;
}

void paint_key_badge(QPainter& painter, QPointF centre, const RouteKey& key,
                     const chart::ChartStyle& style) {
    const auto distance = [&](const QColor& colour) {
        return std::abs(colour.lightness() - key.ink.lightness());
    };
    painter.setPen(QPen(style.casing_inner, 1.5));
    painter.setBrush(key.ink);
    painter.drawEllipse(centre, badge_radius_px, badge_radius_px);
    painter.setPen(distance(style.casing_inner) > distance(style.casing_outer)
                       ? style.casing_inner
                       : style.casing_outer);
    painter.setFont(chart::chart_font(letter_px, chart::Weight::bold));
    painter.drawText(QRectF(centre - QPointF(badge_radius_px, badge_radius_px),
                            centre + QPointF(badge_radius_px, badge_radius_px)),
                     Qt::AlignCenter, key.letter);
}

QPointF along_line(const QPolygonF& line, double share) {
    FAIRLEAD_EXPECTS(!line.isEmpty());
    double length = 0.0;
    for (qsizetype i = 1; i < line.size(); ++i) {
        length += QLineF(line[i - 1], line[i]).length();
    }
    double left = share * length;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QLineF piece(line[i - 1], line[i]);
        if (piece.length() > 0.0 && left <= piece.length()) {
            return piece.pointAt(left / piece.length());
        }
        left -= piece.length();
    }
    return line.back();
}

QPointF free_along(const QPolygonF& line, double share, const std::vector<QPointF>& taken,
                   double clearance_px) {
    constexpr double step = 0.02;
    constexpr double first = 0.05;
    constexpr double last = 0.95;
    const auto is_free = [&](QPointF place) {
        return std::none_of(taken.begin(), taken.end(), [&](QPointF other) {
            return QLineF(place, other).length() < clearance_px;
        });
    };
    for (double off = 0.0; share - off >= first || share + off <= last; off += step) {
        for (const double tried : {share + off, share - off}) {
            if (tried < first || tried > last) {
                continue;
            }
            if (const auto place = along_line(line, tried); is_free(place)) {
                return place;
            }
        }
    }
    const auto place = along_line(line, share);
    for (double beside = clearance_px; beside <= 4.0 * clearance_px; beside += clearance_px) {
        for (const QPointF& away : {QPointF(0.0, -beside), QPointF(0.0, beside),
                                    QPointF(beside, 0.0), QPointF(-beside, 0.0)}) {
            if (is_free(place + away)) {
                return place + away;
            }
        }
    }
    return place;
}

} // namespace fairlead::gui
