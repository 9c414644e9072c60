// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/label_placer.hpp"

#include <QPainterPath>
#include <QTransform>

#include <algorithm>
#include <array>
#include <cmath>

namespace fairlead::chart {

namespace {

constexpr double halo_px = 3.2;

struct Side {
    double x; ///< -1 left of the anchor, 0 centred, 1 right of it
    double y;
};
constexpr std::array<Side, 8> sides{
    {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}}};
/// Farther places are tried only when all nearer ones are taken.
constexpr std::array<double, 4> extra_gaps_px{0.0, 8.0, 18.0, 30.0};

} // namespace

void draw_haloed_text(QPainter& painter, QPointF baseline, const QString& text, const QFont& font,
                      const QColor& ink, const QColor& halo) {
    // Qt's FreeType engine spaces small glyphs differently before and after it has met them at
    // that size. Equal scenes must give equal pixels, so the outline is made large and scaled down.
    constexpr int magnification = 64;
    QFont large = font;
    large.setPixelSize(magnification * font.pixelSize());
    QPainterPath enlarged;
    enlarged.addText(QPointF(), large, text);
    const double reduction = 1.0 / magnification;
    const QPainterPath outline = (QTransform::fromScale(reduction, reduction) *
                                  QTransform::fromTranslate(baseline.x(), baseline.y()))
                                     .map(enlarged);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(halo, halo_px, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(outline);
    painter.fillPath(outline, ink);
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

QRectF LabelPlacer::place_beside(QPointF anchor, QSizeF size, double gap_px) {
    for (const double extra : extra_gaps_px) {
        for (const Side& side : sides) {
            const bool corner = side.x != 0.0 && side.y != 0.0;
            const double gap = (corner ? 0.7 : 1.0) * (gap_px + extra);
            const QPointF middle(anchor.x() + side.x * (gap + 0.5 * size.width()),
                                 anchor.y() + side.y * (gap + 0.5 * size.height()));
            const QRectF candidate(middle.x() - 0.5 * size.width(),
                                   middle.y() - 0.5 * size.height(), size.width(), size.height());
            if (is_free(candidate)) {
                taken_.push_back(candidate);
                return candidate;
            }
        }
    }
    return {};
}

} // namespace fairlead::chart
