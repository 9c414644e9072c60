// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Room for text on the map, where it covers nothing that matters. First come, first served: place
/// what matters most first.

#include <QLineF>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <optional>
#include <vector>

namespace fairlead::chart {

/// The line from a mark to its label; nothing where the label stands so near that it needs none.
[[nodiscard]] std::optional<QLineF> leader_to(const QRectF& label, QPointF mark);

class LabelPlacer {
  public:
    /// Labels must lie wholly within `area`.
    explicit LabelPlacer(const QRectF& area) : area_(area) {}

    void occupy(const QRectF& rectangle) { taken_.push_back(rectangle); }
    /// A line with room of `half_width` to each side.
    void occupy(const QPolygonF& line, double half_width);
    [[nodiscard]] bool is_free(const QRectF& rectangle) const;

    /// A free rectangle of that size beside `anchor`, nearest and most readable first (right, then
    /// left, above, below, corners, then farther out); taken at once, with its leader, which
    /// crosses nothing that is taken either. Empty if there is none.
    /// @param gap_px between the anchor and the rectangle in the nearest places.
    /// @param most_px farther away than `gap_px` by no more than this.
    [[nodiscard]] QRectF place_beside(QPointF anchor, QSizeF size, double gap_px,
                                      double most_px = 30.0);
    /// As above; where there is no room, the place that covers least. Not empty.
    [[nodiscard]] QRectF place_in_any_case(QPointF anchor, QSizeF size, double gap_px);

  private:
    [[nodiscard]] bool is_clear(const QLineF& leader) const;
    void take(const QRectF& label, QPointF anchor);

    QRectF area_;
    std::vector<QRectF> taken_;
};

} // namespace fairlead::chart
