// SPDX-License-Identifier: Apache-2.0
#include "core/geo/land_rings.hpp"

#include "core/base/error.hpp"
#include "core/geo/land_index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fairlead::geo {
namespace {

/// Land is kept this far beyond reach, so that clearances near its end are right.
constexpr double margin_true_m = 100e3;
/// Beyond any plane that is drawn: the neighbourhood of the opposite pole.
constexpr double no_image_m = 1e9;

bool has_image(const std::optional<PlanePoint>& point) {
    return point && std::fabs(point->x_m) < no_image_m && std::fabs(point->y_m) < no_image_m;
}

struct PolarPlane {
    double pole_sign = 1.0;
    PlanePoint pole;
};

PolarPlane polar_plane(const Projection& plane) {
    const auto north = plane.forward(Position::degrees(90.0, 0.0));
    const auto south = plane.forward(Position::degrees(-90.0, 0.0));
    if (plane.is_geographic() || has_image(north) == has_image(south) || !plane.is_conformal()) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("land index: '{}' is not a conformal projection around a pole",
                                plane.definition()));
    }
    return has_image(north) ? PolarPlane{1.0, *north} : PolarPlane{-1.0, *south};
}

double distance_between_m(PlanePoint a, PlanePoint b) {
    return std::hypot(a.x_m - b.x_m, a.y_m - b.y_m);
}

/// Appends the ring's image, closed. @return false if part of it has no image.
bool append_ring(const Ring& ring, const Projection& plane, LandRings& land) {
    const std::size_t begin = land.points.size();
    land.points.resize(begin + ring.size());
    plane.forward(ring, std::span(land.points).subspan(begin));
    const bool whole =
        std::all_of(land.points.begin() + static_cast<std::ptrdiff_t>(begin), land.points.end(),
                    [](PlanePoint point) { return has_image(point); });
    if (!ring.empty() && land.points.back() != land.points[begin]) {
        land.points.push_back(land.points[begin]);
    }
    land.ring_begin.push_back(static_cast<std::uint32_t>(land.points.size()));
    return whole;
}

} // namespace

LandRings project_land(std::span<const LandPolygon> polygons, const Projection& plane,
                       Angle reach) {
    const PolarPlane polar = polar_plane(plane);
    const double pole_sign = polar.pole_sign;
    const PlanePoint pole = polar.pole;
    LandRings land;
    land.pole = pole;
    land.ring_begin.push_back(0);
    land.polygon_begin.push_back(0);
    const double edge_latitude_deg = pole_sign * (90.0 - reach.in_degrees());
    const double margin_deg = margin_true_m / 111e3;
    const double outermost_deg = 90.0 - reach.in_degrees() - margin_deg; // counted towards the pole
    const auto radius_at = [&](double latitude_deg) {
        const auto image = plane.forward(Position::degrees(latitude_deg, 0.0));
        return distance_between_m(*image, pole);
    };
    land.reach_m = radius_at(edge_latitude_deg);
    land.margin_m = radius_at(edge_latitude_deg - pole_sign * margin_deg) - land.reach_m;
    land.scale = PolarScale(plane, pole, land.reach_m + land.margin_m);
    for (const LandPolygon& polygon : polygons) {
        const bool near =
            std::any_of(polygon.outer.begin(), polygon.outer.end(), [&](const Position& place) {
                return pole_sign * place.latitude_deg() >= outermost_deg;
            });
        if (!near) {
            continue;
        }
        bool whole = append_ring(polygon.outer, plane, land);
        for (const Ring& hole : polygon.holes) {
            whole = append_ring(hole, plane, land) && whole;
        }
        if (!whole) {
            throw Error(
                ErrorCode::out_of_range,
                fmt::format(
                    "land index: the polygon through {} reaches from within {} degrees of one "
                    "pole to the other",
                    format_position(polygon.outer.front()), reach.in_degrees()));
        }
        land.polygon_begin.push_back(static_cast<std::uint32_t>(land.ring_begin.size() - 1));
    }
    return land;
}

PolarScale::PolarScale(const Projection& plane, PlanePoint pole, double radius_m) : pole_(pole) {
    constexpr std::size_t entries = 1024;
    entries_per_m2_ = static_cast<double>(entries) / (radius_m * radius_m);
    table_.reserve(entries + 2);
    for (std::size_t i = 0; i <= entries + 1; ++i) {
        const double distance = std::sqrt(static_cast<double>(i) / entries_per_m2_);
        const auto place = plane.inverse({pole.x_m + distance, pole.y_m});
        table_.push_back(place ? plane.scale_factor(*place) : 0.0);
        const auto across = plane.inverse({pole.x_m, pole.y_m - distance});
        if (!place || !across ||
            std::fabs(plane.scale_factor(*across) / table_.back() - 1.0) > 1e-6) {
            throw Error(
                ErrorCode::unsupported,
                fmt::format("land index: the scale of '{}' is not the same all around its pole",
                            plane.definition()));
        }
    }
}

} // namespace fairlead::geo
