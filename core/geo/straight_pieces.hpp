// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Cuts a curve of the plane into chords that follow it within a tolerance.

#include "core/geo/projection.hpp"

#include <cmath>
#include <vector>

namespace fairlead::geo {

/// Distance of a point from a line segment of the plane.
[[nodiscard]] inline double distance_to_segment_m(PlanePoint point, PlanePoint from,
                                                  PlanePoint to) noexcept {
    const double dx = to.x_m - from.x_m;
    const double dy = to.y_m - from.y_m;
    const double length2 = dx * dx + dy * dy;
    const double along =
        length2 > 0.0 ? ((point.x_m - from.x_m) * dx + (point.y_m - from.y_m) * dy) / length2 : 0.0;
    const double t = std::fmin(1.0, std::fmax(0.0, along));
    return std::hypot(point.x_m - from.x_m - t * dx, point.y_m - from.y_m - t * dy);
}

/// Appends the ends of chords from parameter `t0` (its point excluded) to `t1` (included).
/// @param at      PlanePoint at(double t), a smooth curve.
/// @param append  void append(double t, PlanePoint point), called in order.
/// @param tolerance_m greatest distance of the curve from its chords, tested at three places.
template <class At, class Append>
void append_straight_pieces(const At& at, double t0, PlanePoint p0, double t1, PlanePoint p1,
                            double tolerance_m, const Append& append, int depth = 0) {
    // Twenty halvings of the longest line on earth leave 20 m: only a curve that is not smooth
    // (it runs through the one point a projection cannot show) gets there.
    constexpr int deepest = 20;
    const double half = 0.5 * (t0 + t1);
    const PlanePoint middle = at(half);
    const bool straight = distance_to_segment_m(middle, p0, p1) <= tolerance_m &&
                          distance_to_segment_m(at(0.5 * (t0 + half)), p0, p1) <= tolerance_m &&
                          distance_to_segment_m(at(0.5 * (half + t1)), p0, p1) <= tolerance_m;
    if (straight || depth == deepest) {
        append(t1, p1);
        return;
    }
    append_straight_pieces(at, t0, p0, half, middle, tolerance_m, append, depth + 1);
    append_straight_pieces(at, half, middle, t1, p1, tolerance_m, append, depth + 1);
}

} // namespace fairlead::geo
