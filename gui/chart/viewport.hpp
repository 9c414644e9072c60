// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What part of a projected plane is seen, how large and which way up. Knows no widget.
/// Pixels are logical ones: x right, y down, (0, 0) the upper left corner of the view.

#include "core/geo/position.hpp"
#include "core/geo/projection.hpp"

#include <optional>
#include <span>

namespace fairlead::chart {

struct PixelPoint {
    double x = 0.0;
    double y = 0.0;
    friend bool operator==(const PixelPoint&, const PixelPoint&) = default;
};

struct PixelSize {
    int width = 0;
    int height = 0;
    friend bool operator==(const PixelSize&, const PixelSize&) = default;
};

/// An immutable view: a similarity between the plane and the pixels of a picture.
class Viewport {
  public:
    /// @param centre           plane point shown in the middle of the view.
    /// @param metres_per_pixel in the plane; above 0.
    /// @param rotation         how far the plane is turned clockwise on the screen.
    /// @pre size is at least 1 x 1, metres_per_pixel is finite and above 0.
    Viewport(geo::Projection plane, geo::PlanePoint centre, double metres_per_pixel, Angle rotation,
             PixelSize size);

    [[nodiscard]] PixelPoint to_pixel(geo::PlanePoint point) const noexcept;
    [[nodiscard]] geo::PlanePoint to_plane(PixelPoint pixel) const noexcept;
    /// Nothing where the plane has no image of the place. The pixel may lie outside the view.
    [[nodiscard]] std::optional<PixelPoint> pixel_of(const geo::Position& place) const;
    [[nodiscard]] std::optional<geo::Position> position_at(PixelPoint pixel) const;

    [[nodiscard]] bool contains(PixelPoint pixel) const noexcept;
    /// Direction of true north on the screen at a place, clockwise from up.
    [[nodiscard]] Angle north_on_screen(const geo::Position& place) const;
    /// True metres that one pixel covers at a place.
    [[nodiscard]] double true_metres_per_pixel(const geo::Position& place) const;

    [[nodiscard]] const geo::Projection& plane() const noexcept { return plane_; }
    [[nodiscard]] geo::PlanePoint centre() const noexcept { return centre_; }
    [[nodiscard]] double metres_per_pixel() const noexcept { return metres_per_pixel_; }
    [[nodiscard]] Angle rotation() const noexcept { return rotation_; }
    [[nodiscard]] PixelSize size() const noexcept { return size_; }

  private:
    geo::Projection plane_;
    geo::PlanePoint centre_;
    double metres_per_pixel_;
    Angle rotation_;
    double cosine_;
    double sine_;
    PixelSize size_;
};

/// How a view is fitted to a voyage.
struct FitOptions {
    double margin_px = 70.0;                             ///< kept free on each side
    Length smallest_span = Length::nautical_miles(60.0); ///< of the shorter side of the view
    /// Scale that turning away from north up must gain; infinite: never turned.
    double worth_turning = 1.8;
    std::optional<Angle> rotation; ///< none: chosen as below
};

/// The view that shows all points, by default the way up that shows them best: north up at the
/// middle of the voyage, unless turning the plane (by up to 90 degrees, so that north never points
/// down) shows the voyage at more than `worth_turning` times the scale; then it is turned by as
/// little as comes within 5 % of the best scale, which lays a long voyage from left to right.
/// @param points in the order of the voyage; empty: the pole region, 2000 nmi across.
[[nodiscard]] Viewport fitted_view(const geo::Projection& plane,
                                   std::span<const geo::PlanePoint> points, PixelSize size,
                                   const FitOptions& options = {});

} // namespace fairlead::chart
