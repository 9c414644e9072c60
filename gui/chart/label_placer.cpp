// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/label_placer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace fairlead::chart {

namespace {

struct Side {
    double x; ///< -1 left of the anchor, 0 centred, 1 right of it
    double y;
};
constexpr std::array<Side, 8> sides{
    {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}}};
/// Farther places are tried only when all nearer ones are taken.
constexpr std::array<double, 4> extra_gaps_px{0.0, 8.0, 18.0, 30.0};

constexpr double leader_from_px = 14.0; ///< labels farther away get a line to their mark
/// A leader begins within the room of its own mark and line, and is judged from here on.
constexpr double own_room_px = 11.0;
constexpr double leader_step_px = 2.5;
constexpr double leader_half_width_px = 2.0;
constexpr double crossing_px2 = 300.0; ///< a leader across something is as bad as so much covered

QRectF beside(QPointF anchor, QSizeF size, const Side& side, double gap_px) {
    const bool corner = side.x != 0.0 && side.y != 0.0;
    const double gap = (corner ? 0.7 : 1.0) * gap_px;
    const QPointF middle(anchor.x() + side.x * (gap + 0.5 * size.width()),
                         anchor.y() + side.y * (gap + 0.5 * size.height()));
    return {middle.x() - 0.5 * size.width(), middle.y() - 0.5 * size.height(), size.width(),
            size.height()};
}

/// Moved into the area by the shortest way.
QRectF moved_into(const QRectF& area, QRectF box) {
    box.moveLeft(std::max(area.left(), std::min(box.left(), area.right() - box.width())));
    box.moveTop(std::max(area.top(), std::min(box.top(), area.bottom() - box.height())));
    return box;
}

} // namespace

std::optional<QLineF> leader_to(const QRectF& label, QPointF mark) {
    const QPointF rim(std::clamp(mark.x(), label.left(), label.right()),
                      std::clamp(mark.y(), label.top(), label.bottom()));
    const QLineF line(mark, rim);
    return line.length() < leader_from_px ? std::nullopt : std::optional(line);
}

void LabelPlacer::occupy(const QPolygonF& line, double half_width) {
    const double side = 2.0 * half_width;
    const auto add = [&](QPointF middle) {
        taken_.emplace_back(middle.x() - half_width, middle.y() - half_width, side, side);
    };
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF step = line[i] - line[i - 1];
        const double length = std::hypot(step.x(), step.y());
        const int pieces = std::clamp(static_cast<int>(std::ceil(length / side)), 1, 4096);
        for (int piece = 0; piece < pieces; ++piece) {
            add(line[i - 1] + step * (static_cast<double>(piece) / pieces));
        }
    }
    if (!line.isEmpty()) {
        add(line.back());
    }
}

bool LabelPlacer::is_free(const QRectF& rectangle) const {
    return area_.contains(rectangle) &&
           std::none_of(taken_.begin(), taken_.end(),
                        [&](const QRectF& other) { return other.intersects(rectangle); });
}

bool LabelPlacer::is_clear(const QLineF& leader) const {
    const double length = leader.length();
    for (double along = own_room_px; along < length; along += leader_step_px) {
        const QPointF point = leader.pointAt(along / length);
        if (std::any_of(taken_.begin(), taken_.end(),
                        [&](const QRectF& other) { return other.contains(point); })) {
            return false;
        }
    }
    return true;
}

void LabelPlacer::take(const QRectF& label, QPointF anchor) {
    occupy(label);
    if (const auto leader = leader_to(label, anchor)) {
        occupy(QPolygonF({leader->p1(), leader->p2()}), leader_half_width_px);
    }
}

QRectF LabelPlacer::place_beside(QPointF anchor, QSizeF size, double gap_px, double most_px) {
    for (const double extra : extra_gaps_px) {
        for (const Side& side : sides) {
            const QRectF candidate = beside(anchor, size, side, gap_px + extra);
            if (extra > most_px || !is_free(candidate)) {
                continue;
            }
            const auto leader = leader_to(candidate, anchor);
            if (!leader || is_clear(*leader)) {
                take(candidate, anchor);
                return candidate;
            }
        }
    }
    return {};
}

QRectF LabelPlacer::place_in_any_case(QPointF anchor, QSizeF size, double gap_px) {
    if (const QRectF free = place_beside(anchor, size, gap_px); !free.isEmpty()) {
        return free;
    }
    const auto covered = [&](const QRectF& box) {
        double sum = 0.0;
        for (const QRectF& other : taken_) {
            const QRectF common = box.intersected(other);
            sum += common.width() * common.height();
        }
        return sum;
    };
    QRectF best;
    double least = std::numeric_limits<double>::infinity();
    for (const double extra : extra_gaps_px) {
        for (const Side& side : sides) {
            const QRectF candidate = moved_into(area_, beside(anchor, size, side, gap_px + extra));
            const auto leader = leader_to(candidate, anchor);
            const double crossed = leader && !is_clear(*leader) ? crossing_px2 : 0.0;
            if (const double sum = covered(candidate) + crossed; sum < least) {
                least = sum;
                best = candidate;
            }
        }
    }
    take(best, anchor);
    return best;
}

} // namespace fairlead::chart
