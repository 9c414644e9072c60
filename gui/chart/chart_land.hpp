// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Land as the chart draws it: rings in the chart's plane in flat arrays, in levels of detail, and
/// those rings as screen polygons at the scale of a view (sub-pixel rings dropped, vertices
/// thinned, clipped to the view).

#include "core/geo/land_index.hpp"
#include "core/geo/projection.hpp"
#include "gui/chart/viewport.hpp"

#include <QPolygonF>

#include <cstdint>
#include <span>
#include <stop_token>
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
    /// With coarser levels beside the full one, so that a screen shows the whole coast quickly at
    /// any scale. Takes some tenths of a second for a million vertices.
    [[nodiscard]] static ChartLand with_levels(std::span<const geo::LandPolygon> land,
                                               const geo::Projection& plane);

    /// Of the full level.
    [[nodiscard]] std::size_t ring_count() const noexcept { return levels_.front().rings.size(); }
    [[nodiscard]] std::size_t vertex_count() const noexcept {
        return levels_.front().points.size();
    }
    [[nodiscard]] std::size_t level_count() const noexcept { return levels_.size(); }

    /// A polygon with its holes on the screen, in pixels of the view.
    struct ScreenPolygon {
        QPolygonF outer;
        std::vector<QPolygonF> holes;
        std::vector<QPolygonF> coast; ///< short pieces of all edges, to be stroked
        std::vector<QPolygonF> seams; ///< pieces to be stroked in the colour of land
    };
    /// What of the land a view shows. Rings under half a pixel are dropped. Where there are levels,
    /// the coarsest one that is true within 0.7 device pixels is taken.
    /// @param scale device pixels per pixel of the view.
    /// @param stop looked at for every ring; what is returned is then not complete.
    [[nodiscard]] std::vector<ScreenPolygon> on_screen(const Viewport& view, double scale = 1.0,
                                                       const std::stop_token& stop = {}) const;

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
    struct Level {
        double error_m = 0.0; ///< no farther from the full coast than this, in the plane
        std::vector<geo::PlanePoint> points;
        std::vector<std::uint8_t> seam; ///< 1: the edge from this vertex to the next is a seam
        std::vector<Ring> rings;
    };
    void add_ring(const geo::Ring& ring, bool is_hole, const geo::Projection& plane,
                  Length resolution);
    [[nodiscard]] static Level simplified(const Level& fine, double tolerance_m);

    std::vector<Level> levels_; ///< the finest first
};

} // namespace fairlead::chart
