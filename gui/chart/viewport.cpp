// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/viewport.hpp"

#include "core/base/contract.hpp"
#include "core/base/units.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fairlead::chart {

namespace {

struct Fit {
    double metres_per_pixel = 0.0;
    geo::PlanePoint centre;
};

/// The scale and centre that show all points in a plane turned clockwise by `turn_deg`.
Fit fit_turned(std::span<const geo::PlanePoint> points, double turn_deg, PixelSize size,
               const FitOptions& options) {
    const double c = std::cos(turn_deg * radians_per_degree);
    const double s = std::sin(turn_deg * radians_per_degree);
    double left = 0.0;
    double right = 0.0;
    double bottom = 0.0;
    double top = 0.0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double across = c * points[i].x_m + s * points[i].y_m;
        const double up = -s * points[i].x_m + c * points[i].y_m;
        left = i == 0 ? across : std::min(left, across);
        right = i == 0 ? across : std::max(right, across);
        bottom = i == 0 ? up : std::min(bottom, up);
        top = i == 0 ? up : std::max(top, up);
    }
    const double free_width = std::max(1.0, size.width - 2.0 * options.margin_px);
    const double free_height = std::max(1.0, size.height - 2.0 * options.margin_px);
    const double least = options.smallest_span.in_metres() / std::min(size.width, size.height);
    Fit fit;
    fit.metres_per_pixel =
        std::max({(right - left) / free_width, (top - bottom) / free_height, least});
    const double across = 0.5 * (left + right);
    const double up = 0.5 * (bottom + top);
    fit.centre = {c * across - s * up, s * across + c * up};
    return fit;
}

/// The point half-way along the voyage: the place whose north decides what "up" is.
geo::PlanePoint middle_of(std::span<const geo::PlanePoint> points) {
    double length = 0.0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        length += std::hypot(points[i].x_m - points[i - 1].x_m, points[i].y_m - points[i - 1].y_m);
    }
    double walked = 0.0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double step =
            std::hypot(points[i].x_m - points[i - 1].x_m, points[i].y_m - points[i - 1].y_m);
        if (step > 0.0 && walked + step >= 0.5 * length) {
            const double part = (0.5 * length - walked) / step;
            return {std::lerp(points[i - 1].x_m, points[i].x_m, part),
                    std::lerp(points[i - 1].y_m, points[i].y_m, part)};
        }
        walked += step;
    }
    return points.front();
}

/// Half a turn of play to each side of north up, in steps that end there exactly.
constexpr int turn_step_deg = 5;
constexpr int largest_turn_deg = 90;
/// The least turn that comes so near to the best scale is taken.
constexpr double good_enough = 1.05;

double chosen_turn_deg(const geo::Projection& plane, std::span<const geo::PlanePoint> points,
                       PixelSize size, const FitOptions& options) {
    const auto middle = plane.inverse(middle_of(points));
    const double north_up = middle ? -plane.north_direction(*middle).in_degrees() : 0.0;
    const auto scale_at = [&](int turn) {
        return fit_turned(points, north_up + turn, size, options).metres_per_pixel;
    };
    double best = scale_at(0);
    const double unturned = best;
    for (int turn = turn_step_deg; turn <= largest_turn_deg; turn += turn_step_deg) {
        best = std::min({best, scale_at(turn), scale_at(-turn)});
    }
    if (unturned <= options.worth_turning * best) {
        return north_up;
    }
    for (int turn = turn_step_deg; turn <= largest_turn_deg; turn += turn_step_deg) {
        for (const int signed_turn : {turn, -turn}) {
            if (scale_at(signed_turn) <= good_enough * best) {
                return north_up + signed_turn;
            }
        }
    }
    return north_up;
}

} // namespace

Viewport::Viewport(geo::Projection plane, geo::PlanePoint centre, double metres_per_pixel,
                   Angle rotation, PixelSize size)
    : plane_(std::move(plane)), centre_(centre), metres_per_pixel_(metres_per_pixel),
      rotation_(rotation), cosine_(std::cos(rotation.in_degrees() * radians_per_degree)),
      sine_(std::sin(rotation.in_degrees() * radians_per_degree)), size_(size) {
    FAIRLEAD_EXPECTS(std::isfinite(metres_per_pixel) && metres_per_pixel > 0.0);
    FAIRLEAD_EXPECTS(size.width >= 1 && size.height >= 1);
}

PixelPoint Viewport::to_pixel(geo::PlanePoint point) const noexcept {
    const double dx = (point.x_m - centre_.x_m) / metres_per_pixel_;
    const double dy = (point.y_m - centre_.y_m) / metres_per_pixel_;
    return {0.5 * size_.width + cosine_ * dx + sine_ * dy,
            0.5 * size_.height + sine_ * dx - cosine_ * dy};
}

geo::PlanePoint Viewport::to_plane(PixelPoint pixel) const noexcept {
    const double across = (pixel.x - 0.5 * size_.width) * metres_per_pixel_;
    const double down = (pixel.y - 0.5 * size_.height) * metres_per_pixel_;
    return {centre_.x_m + cosine_ * across + sine_ * down,
            centre_.y_m + sine_ * across - cosine_ * down};
}

std::optional<PixelPoint> Viewport::pixel_of(const geo::Position& place) const {
    const auto point = plane_.forward(place);
    return point ? std::optional(to_pixel(*point)) : std::nullopt;
}

std::optional<geo::Position> Viewport::position_at(PixelPoint pixel) const {
    return plane_.inverse(to_plane(pixel));
}

bool Viewport::contains(PixelPoint pixel) const noexcept {
    return pixel.x >= 0.0 && pixel.y >= 0.0 && pixel.x < size_.width && pixel.y < size_.height;
}

Angle Viewport::north_on_screen(const geo::Position& place) const {
    return plane_.north_direction(place) + rotation_;
}

double Viewport::true_metres_per_pixel(const geo::Position& place) const {
    return metres_per_pixel_ / plane_.scale_factor(place);
}

Viewport fitted_view(const geo::Projection& plane, std::span<const geo::PlanePoint> points,
                     PixelSize size, const FitOptions& options) {
    if (points.empty()) {
        const double scale =
            Length::nautical_miles(2000.0).in_metres() / std::min(size.width, size.height);
        return {plane, {0.0, 0.0}, scale, options.rotation.value_or(Angle::degrees(0.0)), size};
    }
    const double turn_deg = options.rotation ? options.rotation->in_degrees()
                                             : chosen_turn_deg(plane, points, size, options);
    const Fit fit = fit_turned(points, turn_deg, size, options);
    return {plane, fit.centre, fit.metres_per_pixel, Angle::degrees(turn_deg), size};
}

} // namespace fairlead::chart
