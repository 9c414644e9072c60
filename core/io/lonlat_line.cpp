// SPDX-License-Identifier: Apache-2.0
#include "core/io/lonlat_line.hpp"

#include "core/base/contract.hpp"
#include "core/geo/geodesic.hpp"

#include <cmath>
#include <vector>

namespace fairlead::io {
namespace {

/// Halving 20 000 km so often gives 20 m, less than the tolerance.
constexpr int deepest_cut = 20;

/// A geodesic bends the other way on the other side of the equator, so the middle of a piece that
/// lies evenly on both sides says nothing. Pieces shorter than this are straight there.
constexpr double straight_across_equator_m = 100'000.0;

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
    const bool two_bends = a.latitude_deg() * b.latitude_deg() < 0.0 &&
                           (to - from).in_metres() > straight_across_equator_m;
    if (depth == deepest_cut || (!two_bends && gap.in_metres() <= lonlat_line_tolerance_m)) {
        points.push_back(b);
        return;
    }
    cut(line, from, a, middle, on_geodesic, depth + 1, points);
    cut(line, middle, on_geodesic, to, b, depth + 1, points);
}

} // namespace

std::vector<std::vector<geo::MapPosition>> lonlat_line(std::span<const geo::Position> places) {
    FAIRLEAD_EXPECTS(places.size() >= 2);
    std::vector<geo::Position> points{places.front()};
    for (std::size_t i = 1; i < places.size(); ++i) {
        const geo::GeodesicLine line(places[i - 1], places[i]);
        cut(line, Length{}, places[i - 1], line.length(), places[i], 0, points);
    }
    auto parts = geo::split_at_antimeridian(points);
    // A line that begins or ends on the seam leaves its end alone on the other edge of the map.
    std::erase_if(parts, [](const auto& part) { return part.size() < 2; });
    return parts;
}

} // namespace fairlead::io
