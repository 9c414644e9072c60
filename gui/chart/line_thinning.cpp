// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/line_thinning.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fairlead::chart {

namespace {

constexpr double seen_error_px = 0.3;

/// Beyond the line where `inside` is 0, on the side where it is negative, nothing is kept.
template <class Inside>
QPolygonF clipped_by(const QPolygonF& ring, const Inside& inside) {
    QPolygonF kept;
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF from = ring[i == 0 ? ring.size() - 1 : i - 1];
        const QPointF to = ring[i];
        const double from_side = inside(from);
        const double to_side = inside(to);
        if ((from_side < 0.0) != (to_side < 0.0)) {
            kept << from + (to - from) * (from_side / (from_side - to_side));
        }
        if (to_side >= 0.0) {
            kept << to;
        }
    }
    return kept;
}

} // namespace

double distance_to_segment(QPointF point, QPointF a, QPointF b) {
    const QPointF along = b - a;
    const double length2 = QPointF::dotProduct(along, along);
    const double part =
        length2 > 0.0 ? std::clamp(QPointF::dotProduct(point - a, along) / length2, 0.0, 1.0) : 0.0;
    const QPointF away = point - (a + part * along);
    return std::hypot(away.x(), away.y());
}

bool are_too_near(QPointF a, QPointF b) {
    constexpr double least_px = 2.0;
    return (a - b).manhattanLength() < least_px;
}

QPolygonF thinned(const QPolygonF& line) {
    if (line.size() < 3) {
        return line;
    }
    std::vector<char> keep(static_cast<std::size_t>(line.size()), 0);
    keep.front() = keep.back() = 1;
    std::vector<std::pair<qsizetype, qsizetype>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        double worst = seen_error_px;
        qsizetype split = from;
        for (qsizetype i = from + 1; i < to; ++i) {
            const double away = distance_to_segment(line[i], line[from], line[to]);
            if (away > worst) {
                worst = away;
                split = i;
            }
        }
        if (split != from) {
            keep[static_cast<std::size_t>(split)] = 1;
            open.emplace_back(from, split);
            open.emplace_back(split, to);
        }
    }
    QPolygonF thin;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (keep[static_cast<std::size_t>(i)] != 0) {
            thin << line[i];
        }
    }
    return thin;
}

std::vector<QPolygonF> seen_pieces(const QPolygonF& line, const QRectF& area) {
    std::vector<QPolygonF> pieces;
    QPolygonF piece;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QRectF span = QRectF(line[i - 1], line[i]).normalized().adjusted(-1, -1, 1, 1);
        if (area.intersects(span)) {
            if (piece.isEmpty()) {
                piece << line[i - 1];
            }
            piece << line[i];
        } else if (!piece.isEmpty()) {
            pieces.push_back(std::exchange(piece, QPolygonF()));
        }
    }
    if (!piece.isEmpty()) {
        pieces.push_back(piece);
    }
    return pieces;
}

QPolygonF clipped(const QPolygonF& ring, const QRectF& area) {
    auto kept = clipped_by(ring, [&](QPointF point) { return point.x() - area.left(); });
    kept = clipped_by(kept, [&](QPointF point) { return area.right() - point.x(); });
    kept = clipped_by(kept, [&](QPointF point) { return point.y() - area.top(); });
    return clipped_by(kept, [&](QPointF point) { return area.bottom() - point.y(); });
}

} // namespace fairlead::chart
