// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/view/view_motion.hpp"

#include <algorithm>
#include <cmath>

namespace fairlead::gui {

namespace {

using chart::PixelPoint;
using chart::Viewport;

/// The middle of a view stays this near to the plane's pole.
constexpr double farthest_centre_m = 8.0e6;

Viewport with(const Viewport& view, geo::PlanePoint centre, double metres_per_pixel,
              Angle rotation) {
    centre.x_m = std::clamp(centre.x_m, -farthest_centre_m, farthest_centre_m);
    centre.y_m = std::clamp(centre.y_m, -farthest_centre_m, farthest_centre_m);
    return {view.plane(), centre,
            std::clamp(metres_per_pixel, closest_metres_per_pixel, farthest_metres_per_pixel),
            rotation, view.size()};
}

double least_turn_deg(double degrees) {
    return std::remainder(degrees, 360.0);
}

} // namespace

Viewport panned(const Viewport& view, QPointF by) {
    return with(
        view, view.to_plane({0.5 * view.size().width - by.x(), 0.5 * view.size().height - by.y()}),
        view.metres_per_pixel(), view.rotation());
}

Viewport zoomed(const Viewport& view, double factor, QPointF anchor) {
    const double scale = std::clamp(view.metres_per_pixel() / factor, closest_metres_per_pixel,
                                    farthest_metres_per_pixel);
    const double part = scale / view.metres_per_pixel();
    const geo::PlanePoint fixed = view.to_plane({anchor.x(), anchor.y()});
    const geo::PlanePoint centre = view.centre();
    return with(
        view,
        {fixed.x_m + part * (centre.x_m - fixed.x_m), fixed.y_m + part * (centre.y_m - fixed.y_m)},
        scale, view.rotation());
}

Viewport turned_to(const Viewport& view, Angle rotation) {
    return with(view, view.centre(), view.metres_per_pixel(),
                Angle::degrees(least_turn_deg(rotation.in_degrees())));
}

Viewport north_up(const Viewport& view) {
    const auto place = view.plane().inverse(view.centre());
    constexpr double pole_deg = 89.999;
    if (!place || std::abs(place->latitude_deg()) > pole_deg) {
        return view;
    }
    return turned_to(view, -view.plane().north_direction(*place));
}

Viewport resized(const Viewport& view, chart::PixelSize size) {
    return {view.plane(), view.centre(), view.metres_per_pixel(), view.rotation(), size};
}

Viewport widened(const Viewport& view, int margin_px) {
    return resized(view, {view.size().width + 2 * margin_px, view.size().height + 2 * margin_px});
}

Viewport between(const Viewport& from, const Viewport& to, double share) {
    const double turn = least_turn_deg(to.rotation().in_degrees() - from.rotation().in_degrees());
    return with(to,
                {std::lerp(from.centre().x_m, to.centre().x_m, share),
                 std::lerp(from.centre().y_m, to.centre().y_m, share)},
                // Linear like the centre, so that the anchor of a zoom stays where it is.
                std::lerp(from.metres_per_pixel(), to.metres_per_pixel(), share),
                Angle::degrees(from.rotation().in_degrees() + share * turn));
}

bool covers(const Viewport& outer, const Viewport& inner) {
    constexpr double much = 2.5;
    const double ratio = outer.metres_per_pixel() / inner.metres_per_pixel();
    if (ratio > much || ratio < 1.0 / much) {
        return false;
    }
    const double width = inner.size().width;
    const double height = inner.size().height;
    const PixelPoint corners[] = {{0, 0}, {width, 0}, {0, height}, {width, height}};
    return std::all_of(std::begin(corners), std::end(corners), [&](const PixelPoint& corner) {
        const PixelPoint pixel = outer.to_pixel(inner.to_plane(corner));
        constexpr double room = 0.5;
        return pixel.x >= -room && pixel.y >= -room && pixel.x <= outer.size().width + room &&
               pixel.y <= outer.size().height + room;
    });
}

} // namespace fairlead::gui
