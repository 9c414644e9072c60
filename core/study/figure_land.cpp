// SPDX-License-Identifier: Apache-2.0
#include "core/study/figure_land.hpp"

#include "core/base/error.hpp"
#include "core/geo/straight_pieces.hpp"
#include "core/io/coastline.hpp"

#include <algorithm>
#include <cmath>

namespace fairlead::study {
namespace {

using geo::PlanePoint;

/// One side of the frame: inside is where `depth` is not negative.
template <class Depth>
PlaneRing cut(const PlaneRing& ring, const Depth& depth) {
    PlaneRing kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto here = ring[i];
        const auto before = ring[(i + ring.size() - 1) % ring.size()];
        const double d_here = depth(here);
        const double d_before = depth(before);
        if ((d_here >= 0.0) != (d_before >= 0.0)) {
            const double t = d_before / (d_before - d_here);
            kept.push_back({before.x_m + t * (here.x_m - before.x_m),
                            before.y_m + t * (here.y_m - before.y_m)});
        }
        if (d_here >= 0.0) {
            kept.push_back(here);
        }
    }
    return kept;
}

PlaneRing cut_to(const Extent& frame, PlaneRing ring) {
    ring = cut(ring, [&](PlanePoint p) { return p.x_m - frame.left_m; });
    ring = cut(ring, [&](PlanePoint p) { return frame.right_m - p.x_m; });
    ring = cut(ring, [&](PlanePoint p) { return p.y_m - frame.bottom_m; });
    return cut(ring, [&](PlanePoint p) { return frame.top_m - p.y_m; });
}

/// Marks what must stay between two points that do.
void mark_kept(const PlaneRing& line, std::size_t from, std::size_t to, double tolerance_m,
               std::vector<bool>& kept) {
    double farthest_m = 0.0;
    std::size_t at = from;
    for (std::size_t i = from + 1; i < to; ++i) {
        const double away_m = geo::distance_to_segment_m(line[i], line[from], line[to]);
        if (away_m > farthest_m) {
            farthest_m = away_m;
            at = i;
        }
    }
    if (farthest_m > tolerance_m) {
        kept[at] = true;
        mark_kept(line, from, at, tolerance_m, kept);
        mark_kept(line, at, to, tolerance_m, kept);
    }
}

/// A closed ring is two lines: from its first point to the farthest and back.
PlaneRing simplified(PlaneRing ring, double tolerance_m) {
    const auto first = ring.front();
    const auto far = std::max_element(ring.begin(), ring.end(), [&](PlanePoint a, PlanePoint b) {
        return std::hypot(a.x_m - first.x_m, a.y_m - first.y_m) <
               std::hypot(b.x_m - first.x_m, b.y_m - first.y_m);
    });
    const auto turn = static_cast<std::size_t>(far - ring.begin());
    ring.push_back(first);
    std::vector<bool> kept(ring.size(), false);
    kept[0] = kept[turn] = true;
    mark_kept(ring, 0, turn, tolerance_m, kept);
    mark_kept(ring, turn, ring.size() - 1, tolerance_m, kept);
    PlaneRing line;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        if (kept[i]) {
            line.push_back(ring[i]);
        }
    }
    return line;
}

bool is_seen(const PlaneRing& ring, double tolerance_m) {
    const auto [left, right] =
        std::minmax_element(ring.begin(), ring.end(), [](auto a, auto b) { return a.x_m < b.x_m; });
    const auto [bottom, top] =
        std::minmax_element(ring.begin(), ring.end(), [](auto a, auto b) { return a.y_m < b.y_m; });
    return right->x_m - left->x_m > tolerance_m || top->y_m - bottom->y_m > tolerance_m;
}

} // namespace

std::vector<PlaneRing> figure_rings(std::span<const geo::LandPolygon> land,
                                    const geo::Projection& plane, const Extent& frame,
                                    double tolerance_m) {
    // Land on the other side of the earth has images as large as one likes.
    constexpr double no_image_m = 1e9;
    std::vector<PlaneRing> rings;
    for (const auto& polygon : land) {
        PlaneRing ring(polygon.outer.size());
        plane.forward(polygon.outer, ring);
        std::erase_if(ring, [&](PlanePoint point) {
            return !(std::fabs(point.x_m) < no_image_m && std::fabs(point.y_m) < no_image_m);
        });
        if (ring.empty() || !is_seen(ring, tolerance_m)) {
            continue;
        }
        ring = cut_to(frame, std::move(ring));
        if (ring.size() < 3 || !is_seen(ring, tolerance_m)) {
            continue;
        }
        ring = simplified(std::move(ring), tolerance_m);
        if (ring.size() >= 3) {
            rings.push_back(std::move(ring));
        }
    }
    return rings;
}

FigureLand read_figure_land(Hemisphere hemisphere, const Extent& frame, double tolerance_m) {
    const io::LatitudeBand band = hemisphere == Hemisphere::north ? io::LatitudeBand{0.0, 90.0}
                                                                  : io::LatitudeBand{-90.0, 0.0};
    for (const auto* const source : {"natural-earth", "gshhg"}) {
        try {
            const auto coastline = io::read_coastline(source, band);
            return {coastline.name,
                    figure_rings(coastline.land, plane_of(hemisphere), frame, tolerance_m)};
        } catch (const Error& problem) {
            if (problem.code() != ErrorCode::not_found) {
                throw;
            }
        }
    }
    return {};
}

} // namespace fairlead::study
