// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The land of a LandIndex as both its engines read it: rings of plane points in one flat array,
/// and what they need to know about the plane.

#include "core/geo/projection.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace fairlead::geo {

struct LandPolygon;

/// Scale factor of a plane that is the same all around its pole: a table over the squared
/// distance from the pole, in which the scale is all but linear (error below 1e-8).
class PolarScale {
  public:
    PolarScale() = default;
    /// @param pole_sign +1 north, -1 south; @param radius_m covered distance from the pole's image
    /// @throws Error (unsupported) if scale is not the same all around.
    PolarScale(const Projection& plane, PlanePoint pole, double radius_m);

    /// Within the radius; the outermost value beyond it.
    [[nodiscard]] double at(PlanePoint point) const noexcept {
        const double dx = point.x_m - pole_.x_m;
        const double dy = point.y_m - pole_.y_m;
        const double entry = (dx * dx + dy * dy) * entries_per_m2_;
        const auto last = static_cast<double>(table_.size() - 2);
        const double low =
            entry < last ? static_cast<double>(static_cast<std::int64_t>(entry)) : last;
        const auto i = static_cast<std::size_t>(low);
        const double t = entry < last + 1.0 ? entry - low : 1.0;
        return table_[i] + t * (table_[i + 1] - table_[i]);
    }

  private:
    PlanePoint pole_;
    double entries_per_m2_ = 0.0;
    std::vector<double> table_;
};

struct LandRings {
    std::vector<PlanePoint> points;        ///< each ring closed: its first point stands again last
    std::vector<std::uint32_t> ring_begin; ///< into points; one more than there are rings
    std::vector<std::uint32_t> polygon_begin; ///< into ring_begin; the first ring is the outer one
    PlanePoint pole;
    double reach_m = 0.0;  ///< plane distance from the pole up to which answers are given
    double margin_m = 0.0; ///< land is there for that much farther out
    PolarScale scale;

    [[nodiscard]] std::size_t ring_count() const noexcept { return ring_begin.size() - 1; }
    [[nodiscard]] std::size_t polygon_count() const noexcept { return polygon_begin.size() - 1; }
    [[nodiscard]] std::span<const PlanePoint> ring(std::size_t i) const noexcept {
        return std::span(points).subspan(ring_begin[i], ring_begin[i + 1] - ring_begin[i]);
    }
    /// Whether answers for what lies within `around_m` of the point can be given.
    [[nodiscard]] bool covers(PlanePoint point, double around_m) const noexcept {
        const double dx = point.x_m - pole.x_m;
        const double dy = point.y_m - pole.y_m;
        const double room_m = reach_m + (around_m > margin_m ? margin_m - around_m : 0.0);
        return room_m >= 0.0 && dx * dx + dy * dy <= room_m * room_m; // false for NaN
    }
};

/// The land within reach of the plane's pole, and a margin of 100 km more.
/// @throws as LandIndex's constructor.
[[nodiscard]] LandRings project_land(std::span<const LandPolygon> polygons, const Projection& plane,
                                     Angle reach);

} // namespace fairlead::geo
