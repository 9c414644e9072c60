// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/line_thinning.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fairlead::chart {

namespace {

constexpr double seen_error_px = 0.3;

} // namespace

double distance_to_segment(QPointF point, QPointF a, QPointF b) {
    const QPointF along = b - a;
    const double length2 = QPointF::dotProduct(along, along);
    const double part =
        length2 > 0.0 ? std::clamp(QPointF::dotProduct(point - a, along) / length2, 0.0, 1.0) : 0.0;
    const QPointF away = point - (a + part * along);
    return std::hypot(away.x(), away.y());
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

} // namespace fairlead::chart
