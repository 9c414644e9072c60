// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Land as the chart draws it: rings in the chart's plane in flat arrays, and those rings as screen
/// polygons at the scale of a view (sub-pixel rings dropped, vertices thinned, clipped to the
/// view).

#include "core/geo/land_index.hpp"
#include "core/geo/projection.hpp"
#include "gui/chart/viewport.hpp"

#include <QPolygonF>

#include <cstdint>
#include <span>
#include <vector>

namespace fairlead::chart {

/// Immutable; may be shared between threads.
class ChartLand {
  public:
    /// @param resolution vertices nearer than this to the one before them are left out; 0 keeps
    ///        all. Meant for pictures of one known scale: give a third of a pixel.
    /// @note  Polygons wholly more than 110 degrees of arc from the plane's pole are left out (the
    ///        other polar region would cover the whole plane, inside out). Edges that run along
    ///        180 degrees or end at a pole are seams of the source, not coast: filled, not stroked.
    ChartLand(std::span<const geo::LandPolygon> land, const geo::Projection& plane,
              Length resolution);

    [[nodiscard]] std::size_t ring_count() const noexcept { return rings_.size(); }
    [[nodiscard]] std::size_t vertex_count() const noexcept { return points_.size(); }

    /// A polygon with its holes on the screen, in pixels of the view.
    struct ScreenPolygon {
        QPolygonF outer;
        std::vector<QPolygonF> holes;
        std::vector<QPolygonF> coast; ///< pieces of the outer and inner edges to be stroked
        std::vector<QPolygonF> seams; ///< pieces to be stroked in the colour of land
    };
    /// What of the land a view shows. Rings under half a pixel are dropped.
    [[nodiscard]] std::vector<ScreenPolygon> on_screen(const Viewport& view) const;

  private:
    struct Ring {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
        bool is_hole = false; ///< of the nearest ring before it that is not
        double left = 0.0;
        double bottom = 0.0;
        double right = 0.0;
        double top = 0.0;
    };
    void add_ring(const geo::Ring& ring, bool is_hole, const geo::Projection& plane,
                  Length resolution);

    std::vector<geo::PlanePoint> points_;
    std::vector<std::uint8_t> seam_; ///< 1: the edge from this vertex to the next is a seam
    std::vector<Ring> rings_;
};

} // namespace fairlead::chart
