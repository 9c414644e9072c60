// SPDX-License-Identifier: Apache-2.0
#include "core/io/lonlat_line.hpp"

#include "core/base/contract.hpp"
#include "core/geo/geodesic.hpp"

#include <cmath>

namespace fairlead::io {
namespace {

/// Halving 20 000 km so often gives 20 m, less than the tolerance.
constexpr int deepest_cut = 20;

/// Signed turn from one longitude to another, the short way round; 180 stays +-180.
double longitude_step_deg(double from_deg, double to_deg) {
    return std::remainder(to_deg - from_deg, 360.0);
}

/// The middle of the straight longitude/latitude line.
geo::Position drawn_middle(const geo::Position& a, const geo::Position& b) {
    return geo::Position::degrees(
        0.5 * (a.latitude_deg() + b.latitude_deg()),
        a.longitude_deg() + 0.5 * longitude_step_deg(a.longitude_deg(), b.longitude_deg()));
}

/// Appends the points of the geodesic between two distances, the first left out.
void cut(const geo::GeodesicLine& line, Length from, const geo::Position& a, Length to,
         const geo::Position& b, int depth, std::vector<geo::Position>& points) {
    const Length middle = 0.5 * (from + to);
    const auto on_geodesic = line.at(middle);
    const auto gap = geo::geodesic_distance(on_geodesic, drawn_middle(a, b));
    if (depth == deepest_cut || gap.in_metres() <= lonlat_line_tolerance_m) {
        points.push_back(b);
        return;
    }
    cut(line, from, a, middle, on_geodesic, depth + 1, points);
    cut(line, middle, on_geodesic, to, b, depth + 1, points);
}

} // namespace

std::vector<std::vector<LonLat>> lonlat_line(std::span<const geo::Position> places) {
    FAIRLEAD_EXPECTS(places.size() >= 2);
    std::vector<geo::Position> points{places.front()};
    for (std::size_t i = 1; i < places.size(); ++i) {
        const geo::GeodesicLine line(places[i - 1], places[i]);
        cut(line, Length{}, places[i - 1], line.length(), places[i], 0, points);
    }

    std::vector<std::vector<LonLat>> parts{
        {{points.front().longitude_deg(), points.front().latitude_deg()}}};
    for (std::size_t i = 1; i < points.size(); ++i) {
        const LonLat last = parts.back().back();
        const double step = longitude_step_deg(last.longitude_deg, points[i].longitude_deg());
        // 180 degrees is -180 as a Position; on a line it is the side the line comes from.
        const double longitude = points[i].longitude_deg() == -180.0 && step != 0.0
                                     ? std::copysign(180.0, step)
                                     : points[i].longitude_deg();
        const double reached = std::abs(longitude) == 180.0 ? longitude : last.longitude_deg + step;
        if (std::abs(reached) > 180.0) {
            const double side = std::copysign(180.0, reached);
            const double to_seam = (side - last.longitude_deg) / step;
            const double latitude =
                last.latitude_deg + to_seam * (points[i].latitude_deg() - last.latitude_deg);
            if (last.longitude_deg != side) {
                parts.back().push_back({side, latitude});
            }
            if (parts.back().size() == 1) { // the line began on the seam: no part behind it
                parts.pop_back();
            }
            parts.push_back({{-side, latitude}});
        }
        parts.back().push_back({longitude, points[i].latitude_deg()});
    }
    return parts;
}

} // namespace fairlead::io
