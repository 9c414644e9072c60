// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The frame of a map in a report: where it lies in the plane and on the page, with what every map
/// has: graticule, scale bar.

#include "core/study/density.hpp"
#include "core/study/figure_style.hpp"

#include <string>

namespace fairlead::study {

class MapFrame {
  public:
    /// Around what is to be shown, with some room, at most `width` by `height` pixels.
    MapFrame(Hemisphere hemisphere, const Extent& shown, double width, double height);

    [[nodiscard]] const Extent& extent() const noexcept { return extent_; }
    [[nodiscard]] double metres_per_px() const noexcept { return metres_per_px_; }
    [[nodiscard]] double width() const noexcept { return width_; }
    [[nodiscard]] double height() const noexcept { return height_; }
    [[nodiscard]] const geo::Projection& plane() const noexcept { return plane_; }
    [[nodiscard]] bool contains(geo::PlanePoint point, double inset_px = 0.0) const noexcept;
    [[nodiscard]] double x(double x_m) const noexcept {
        return (x_m - extent_.left_m) / metres_per_px_;
    }
    [[nodiscard]] double y(double y_m) const noexcept {
        return (extent_.top_m - y_m) / metres_per_px_;
    }
    /// `x y` for paths.
    [[nodiscard]] std::string at(geo::PlanePoint point) const;

    void draw_graticule(Svg& svg) const;
    /// In the lower left corner, and true there.
    void draw_scale_bar(Svg& svg) const;

  private:
    void draw_meridians(Svg& svg, int step_deg) const;
    void draw_parallels(Svg& svg, int step_deg) const;
    /// Latitude counted towards the pole that the map is around.
    [[nodiscard]] geo::PlanePoint forward(double latitude_from_equator_deg,
                                          double longitude_deg) const;

    Hemisphere hemisphere_;
    geo::Projection plane_;
    Extent extent_;
    double metres_per_px_ = 1.0;
    double width_ = 0.0;
    double height_ = 0.0;
};

} // namespace fairlead::study
