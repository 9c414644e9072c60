// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Lines on the screen, made quick to paint without looking different: Qt takes far longer over
/// points that nobody sees.

#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace fairlead::chart {

[[nodiscard]] double distance_to_segment(QPointF point, QPointF a, QPointF b);

/// Whether marks of the same kind at these places would hide each other: of thousands in a row, one
/// for each place is painted.
[[nodiscard]] bool are_too_near(QPointF a, QPointF b);

/// Fewer points, none of them farther than 0.3 pixels from where the line was (Douglas and Peucker
/// 1973, Cartographica 10(2), 112-122).
[[nodiscard]] QPolygonF thinned(const QPolygonF& line);

/// The pieces of a line that come near an area; each begins and ends outside it, or where the line
/// does.
[[nodiscard]] std::vector<QPolygonF> seen_pieces(const QPolygonF& line, const QRectF& area);

/// The part of a ring inside an area, by Sutherland and Hodgman 1974 (Communications of the ACM
/// 17(1), 32-42): outside, its edges run along the area's.
[[nodiscard]] QPolygonF clipped(const QPolygonF& ring, const QRectF& area);

} // namespace fairlead::chart
