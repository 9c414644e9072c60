// SPDX-License-Identifier: Apache-2.0
#include "core/study/map_frame.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace fairlead::study {
namespace {

using geo::PlanePoint;

constexpr double least_margin_m = 150e3;
constexpr double margin_share = 0.08;
constexpr double least_aspect = 0.55; ///< of height to width
constexpr const char* graticule_style = "fill=\"none\" stroke=\"#7d8c96\" stroke-width=\"0.6\" "
                                        "stroke-opacity=\"0.7\"";
/// Letters on a map stand on whatever is below them.
constexpr const char* halo = "paint-order=\"stroke\" stroke=\"#fff\" stroke-width=\"2.5\" "
                             "stroke-linejoin=\"round\"";

Extent with_room(Extent extent) {
    const double larger = std::max(extent.right_m - extent.left_m, extent.top_m - extent.bottom_m);
    const double margin = std::max(least_margin_m, margin_share * larger);
    extent = {extent.left_m - margin, extent.bottom_m - margin, extent.right_m + margin,
              extent.top_m + margin};
    const double width = extent.right_m - extent.left_m;
    const double height = extent.top_m - extent.bottom_m;
    if (const double lacks = least_aspect * width - height; lacks > 0.0) {
        extent.bottom_m -= lacks * 0.5;
        extent.top_m += lacks * 0.5;
    }
    if (const double lacks = least_aspect * height - width; lacks > 0.0) {
        extent.left_m -= lacks * 0.5;
        extent.right_m += lacks * 0.5;
    }
    return extent;
}

} // namespace

MapFrame::MapFrame(Hemisphere hemisphere, const Extent& shown, double width, double height)
    : hemisphere_(hemisphere), plane_(plane_of(hemisphere)), extent_(with_room(shown)) {
    const double width_m = extent_.right_m - extent_.left_m;
    const double height_m = extent_.top_m - extent_.bottom_m;
    metres_per_px_ = std::max(width_m / width, height_m / height);
    width_ = width_m / metres_per_px_;
    height_ = height_m / metres_per_px_;
}

bool MapFrame::contains(PlanePoint point, double inset_px) const noexcept {
    const double x_px = x(point.x_m);
    const double y_px = y(point.y_m);
    return x_px >= inset_px && x_px <= width_ - inset_px && y_px >= inset_px &&
           y_px <= height_ - inset_px;
}

std::string MapFrame::at(PlanePoint point) const {
    return short_number(x(point.x_m)) + ' ' + short_number(y(point.y_m));
}

PlanePoint MapFrame::forward(double latitude_from_equator_deg, double longitude_deg) const {
    const double sign = hemisphere_ == Hemisphere::north ? 1.0 : -1.0;
    return plane_.forward(geo::Position::degrees(sign * latitude_from_equator_deg, longitude_deg))
        .value_or(PlanePoint{});
}

void MapFrame::draw_graticule(Svg& svg) const {
    const double shorter_m = metres_per_px_ * std::min(width_, height_);
    const int parallel_step_deg = shorter_m > 2.5e6 ? 10 : shorter_m > 9e5 ? 5 : 2;
    draw_parallels(svg, parallel_step_deg);
    draw_meridians(svg, shorter_m > 2.5e6 ? 30 : shorter_m > 9e5 ? 10 : 5);
}

void MapFrame::draw_parallels(Svg& svg, int step_deg) const {
    const auto pole = forward(90.0, 0.0);
    // Labels along the meridian through the middle of the map.
    const PlanePoint middle{(extent_.left_m + extent_.right_m) * 0.5,
                            (extent_.bottom_m + extent_.top_m) * 0.5};
    const auto place = plane_.inverse(middle);
    const double longitude_deg = place ? place->longitude_deg() : 0.0;
    for (int latitude = step_deg; latitude < 90; latitude += step_deg) {
        const auto on_it = forward(latitude, longitude_deg);
        const double radius = std::hypot(on_it.x_m - pole.x_m, on_it.y_m - pole.y_m);
        svg.circle(x(pole.x_m), y(pole.y_m), radius / metres_per_px_, graticule_style);
        if (contains(on_it, 16.0)) {
            svg.text(
                x(on_it.x_m), y(on_it.y_m) - 2.0,
                fmt::format("{}°{}", latitude, hemisphere_ == Hemisphere::north ? 'N' : 'S'),
                fmt::format("font-size=\"9\" fill=\"#55636c\" text-anchor=\"middle\" {}", halo));
        }
    }
}

void MapFrame::draw_meridians(Svg& svg, int step_deg) const {
    constexpr double innermost_deg = 88.0; // lines do not crowd at the pole
    std::vector<PlanePoint> labelled;
    for (int longitude = -180; longitude < 180; longitude += step_deg) {
        const auto inner = forward(innermost_deg, longitude);
        const auto outer = forward(0.0, longitude);
        svg.line(x(inner.x_m), y(inner.y_m), x(outer.x_m), y(outer.y_m), graticule_style);
        // The last place on it that has room for a label.
        std::optional<PlanePoint> end;
        constexpr int steps = 400;
        for (int i = 0; i <= steps; ++i) {
            const double t = static_cast<double>(i) / steps;
            const PlanePoint point{inner.x_m + t * (outer.x_m - inner.x_m),
                                   inner.y_m + t * (outer.y_m - inner.y_m)};
            end = contains(point, 14.0) ? point : end;
        }
        const bool has_room =
            end && std::none_of(labelled.begin(), labelled.end(), [&](PlanePoint other) {
                return std::hypot(other.x_m - end->x_m, other.y_m - end->y_m) <
                       40.0 * metres_per_px_;
            });
        if (has_room) {
            labelled.push_back(*end);
            const char* const side = longitude % 180 == 0 ? "" : longitude < 0 ? "W" : "E";
            svg.text(
                x(end->x_m), y(end->y_m) + 3.0, fmt::format("{}°{}", std::abs(longitude), side),
                fmt::format("font-size=\"9\" fill=\"#55636c\" text-anchor=\"middle\" {}", halo));
        }
    }
}

void MapFrame::draw_scale_bar(Svg& svg) const {
    // True where the bar stands: a polar map is not of one scale.
    const PlanePoint corner{extent_.left_m + 20.0 * metres_per_px_,
                            extent_.bottom_m + 20.0 * metres_per_px_};
    const auto place = plane_.inverse(corner);
    if (!place) {
        return;
    }
    const double true_m_per_px = metres_per_px_ / plane_.scale_factor(*place);
    const double length_km = rounded_down(150.0 * true_m_per_px / 1e3);
    const double length = length_km * 1e3 / true_m_per_px;
    const double bottom = height_ - 16.0;
    svg.rect(12.0, bottom - 16.0, length + 68.0, 24.0, "fill=\"#fff\" fill-opacity=\"0.8\"");
    svg.path(fmt::format("M20 {0}v5h{1}v-5", short_number(bottom - 5.0), short_number(length)),
             "fill=\"none\" stroke=\"#222\" stroke-width=\"1.2\"");
    svg.text(26.0 + length, bottom + 1.0, fmt::format("{:g} km", length_km), "font-size=\"10\"");
}

} // namespace fairlead::study
