// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Text on the map: with a halo, and where it covers nothing that matters. First come, first
/// served: place what matters most first.

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QString>

#include <span>
#include <vector>

namespace fairlead::chart {

/// Text with its baseline starting at `baseline`, on a halo.
void draw_haloed_text(QPainter& painter, QPointF baseline, const QString& text, const QFont& font,
                      const QColor& ink, const QColor& halo);

class LabelPlacer {
  public:
    /// Labels must lie wholly within `area`.
    explicit LabelPlacer(const QRectF& area) : area_(area) {}

    void occupy(const QRectF& rectangle) { taken_.push_back(rectangle); }
    /// A line with room of `half_width` to each side.
    void occupy(const QPolygonF& line, double half_width);
    [[nodiscard]] bool is_free(const QRectF& rectangle) const;

    /// A free rectangle of that size beside `anchor`, nearest and most readable first (right, then
    /// left, above, below, corners, then farther out); taken at once. Empty if there is none.
    /// @param gap_px between the anchor and the rectangle in the nearest places.
    [[nodiscard]] QRectF place_beside(QPointF anchor, QSizeF size, double gap_px);

  private:
    QRectF area_;
    std::vector<QRectF> taken_;
};

} // namespace fairlead::chart
