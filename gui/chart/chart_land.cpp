// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/chart_land.hpp"

#include "core/base/units.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

namespace fairlead::chart {

namespace {

constexpr double farthest_arc_deg = 110.0;
/// Rings smaller than this cannot be seen; vertices nearer than this to the last one neither.
constexpr double least_ring_px = 0.5;
constexpr double least_ring_step_px = 0.4;
/// Polygons are clipped this far outside the view, so that the stroke of the cut is not seen.
constexpr double clip_margin_px = 8.0;

/// Levels of detail, each made from the one before, so that errors add up to twice the last. A
/// finer one would hold nearly as many vertices as the coastline itself.
constexpr std::array<double, 7> tolerances_m{120.0, 240.0, 480.0, 960.0, 1920.0, 3840.0, 7680.0};
constexpr double level_error_px = 0.7;
/// Qt takes far longer over one long line than over short ones.
constexpr qsizetype longest_run = 24;

struct Vertex {
    double x;
    double y;
    bool seam; ///< the edge to the next vertex is not coast
};

double distance2_to_segment(const geo::PlanePoint& point, const geo::PlanePoint& a,
                            const geo::PlanePoint& b) {
    const double dx = b.x_m - a.x_m;
    const double dy = b.y_m - a.y_m;
    const double length2 = dx * dx + dy * dy;
    const double along =
        length2 > 0.0
            ? std::clamp(((point.x_m - a.x_m) * dx + (point.y_m - a.y_m) * dy) / length2, 0.0, 1.0)
            : 0.0;
    const double across_x = point.x_m - a.x_m - along * dx;
    const double across_y = point.y_m - a.y_m - along * dy;
    return across_x * across_x + across_y * across_y;
}

/// Which vertices of a ring stay, by Douglas and Peucker (1973, Cartographica 10(2), 112-122): the
/// ring is halved at the vertex farthest from its first one; ends of seams stay.
/// @param open working space
void mark_kept(std::span<const geo::PlanePoint> points, std::span<const std::uint8_t> seams,
               double tolerance_m, std::vector<std::uint8_t>& keep,
               std::vector<std::pair<std::uint32_t, std::uint32_t>>& open) {
    const auto count = static_cast<std::uint32_t>(points.size());
    keep.assign(count, 0);
    std::uint32_t far_end = 0;
    double farthest = 0.0;
    for (std::uint32_t i = 1; i < count; ++i) {
        const double away =
            std::hypot(points[i].x_m - points[0].x_m, points[i].y_m - points[0].y_m);
        if (away > farthest) {
            farthest = away;
            far_end = i;
        }
    }
    keep[0] = 1;
    keep[far_end] = 1;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (seams[i] != 0) {
            keep[i] = 1;
            keep[i + 1 == count ? 0 : i + 1] = 1;
        }
    }
    // The ring closes at its first vertex, which is number `count` here.
    open.assign({{0U, far_end}, {far_end, count}});
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        const geo::PlanePoint& a = points[from];
        const geo::PlanePoint& b = points[to == count ? 0 : to];
        std::uint32_t split = from;
        double worst2 = tolerance_m * tolerance_m;
        for (std::uint32_t i = from + 1; i < to; ++i) {
            const double away2 = distance2_to_segment(points[i], a, b);
            if (away2 > worst2) {
                worst2 = away2;
                split = i;
            }
        }
        if (split != from) {
            keep[split] = 1;
            open.emplace_back(from, split);
            open.emplace_back(split, to);
        }
    }
}

bool is_seam(const geo::Position& a, const geo::Position& b) {
    const auto at_pole = [](const geo::Position& p) {
        return std::abs(p.latitude_deg()) > 89.9999;
    };
    const auto at_180 = [](const geo::Position& p) { return p.longitude_deg() < -179.999999; };
    return at_pole(a) || at_pole(b) || (at_180(a) && at_180(b));
}

/// Cuts a closed ring at one side of the clip box (Sutherland and Hodgman 1974, "Reentrant
/// polygon clipping", CACM 17(1)). Edges that run along the cut are not coast.
template <class Inside, class Cut>
void clip_side(const std::vector<Vertex>& in, std::vector<Vertex>& out, Inside inside, Cut cut) {
    out.clear();
    for (std::size_t i = 0; i < in.size(); ++i) {
        const Vertex& a = in[i];
        const Vertex& b = in[i + 1 == in.size() ? 0 : i + 1];
        const bool a_inside = inside(a);
        const bool b_inside = inside(b);
        if (a_inside) {
            out.push_back(a);
        }
        if (a_inside != b_inside) {
            Vertex crossing = cut(a, b);
            crossing.seam = a_inside ? true : a.seam;
            out.push_back(crossing);
        }
    }
}

struct Box {
    double left, top, right, bottom;
};

/// Beyond which sides of the box a place lies, a bit for each; 0 within.
unsigned side_of(PixelPoint pixel, const Box& box) {
    return (pixel.x < box.left ? 1U : 0U) | (pixel.x > box.right ? 2U : 0U) |
           (pixel.y < box.top ? 4U : 0U) | (pixel.y > box.bottom ? 8U : 0U);
}

void clip(std::vector<Vertex>& ring, std::vector<Vertex>& spare, const Box& box) {
    const auto at_x = [](double x) {
        return [x](const Vertex& a, const Vertex& b) {
            return Vertex{x, std::lerp(a.y, b.y, (x - a.x) / (b.x - a.x)), false};
        };
    };
    const auto at_y = [](double y) {
        return [y](const Vertex& a, const Vertex& b) {
            return Vertex{std::lerp(a.x, b.x, (y - a.y) / (b.y - a.y)), y, false};
        };
    };
    clip_side(
        ring, spare, [&](const Vertex& v) { return v.x >= box.left; }, at_x(box.left));
    clip_side(
        spare, ring, [&](const Vertex& v) { return v.x <= box.right; }, at_x(box.right));
    clip_side(
        ring, spare, [&](const Vertex& v) { return v.y >= box.top; }, at_y(box.top));
    clip_side(
        spare, ring, [&](const Vertex& v) { return v.y <= box.bottom; }, at_y(box.bottom));
}

QPolygonF polygon_of(const std::vector<Vertex>& ring) {
    QPolygonF polygon;
    polygon.reserve(static_cast<qsizetype>(ring.size()));
    for (const Vertex& vertex : ring) {
        polygon << QPointF(vertex.x, vertex.y);
    }
    return polygon;
}

/// Splits the edge of a ring into runs of coast and runs of seams.
void collect_edges(const std::vector<Vertex>& ring, ChartLand::ScreenPolygon& into) {
    QPolygonF run;
    bool run_is_seam = ring.front().seam;
    for (std::size_t i = 0; i <= ring.size(); ++i) {
        const Vertex& vertex = ring[i % ring.size()];
        run << QPointF(vertex.x, vertex.y);
        if (vertex.seam != run_is_seam || run.size() > longest_run || i == ring.size()) {
            if (run.size() >= 2) {
                (run_is_seam ? into.seams : into.coast).push_back(run);
            }
            run.clear();
            run << QPointF(vertex.x, vertex.y);
            run_is_seam = vertex.seam;
        }
    }
}

} // namespace

ChartLand::ChartLand(std::span<const geo::LandPolygon> land, const geo::Projection& plane,
                     Length resolution)
    : levels_(1) {
    for (const geo::LandPolygon& polygon : land) {
        add_ring(polygon.outer, false, plane, resolution);
        if (levels_.front().rings.empty()) {
            continue;
        }
        for (const geo::Ring& hole : polygon.holes) {
            add_ring(hole, true, plane, resolution);
        }
    }
}

void ChartLand::add_ring(const geo::Ring& ring, bool is_hole, const geo::Projection& plane,
                         Length resolution) {
    const auto north_pole = plane.forward(geo::Position::degrees(90.0, 0.0));
    const bool is_north = north_pole && std::hypot(north_pole->x_m, north_pole->y_m) < 1e7;
    const double sign = is_north ? 1.0 : -1.0;
    if (std::all_of(ring.begin(), ring.end(), [&](const geo::Position& place) {
            return sign * place.latitude_deg() < 90.0 - farthest_arc_deg;
        })) {
        return;
    }
    std::vector<geo::Position> kept;
    std::vector<std::uint8_t> seam;
    kept.reserve(ring.size());
    const double least_deg = resolution.in_metres() / metres_per_degree;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const bool seam_edge = is_seam(ring[i], ring[i + 1 == ring.size() ? 0 : i + 1]);
        if (!kept.empty() && least_deg > 0.0 && !seam_edge && seam.back() == 0) {
            const double north = ring[i].latitude_deg() - kept.back().latitude_deg();
            const double east = geo::normalised_longitude_deg(ring[i].longitude_deg() -
                                                              kept.back().longitude_deg()) *
                                std::cos(ring[i].latitude_deg() * radians_per_degree);
            if (north * north + east * east < least_deg * least_deg) {
                continue;
            }
        }
        kept.push_back(ring[i]);
        seam.push_back(seam_edge ? 1 : 0);
    }
    if (kept.size() < 3) {
        return;
    }
    Level& level = levels_.front();
    Ring added;
    added.first = static_cast<std::uint32_t>(level.points.size());
    added.is_hole = is_hole;
    std::vector<geo::PlanePoint> image(kept.size());
    plane.forward(kept, image);
    for (std::size_t i = 0; i < image.size(); ++i) {
        const geo::PlanePoint& point = image[i];
        if (!std::isfinite(point.x_m) || !std::isfinite(point.y_m)) {
            continue;
        }
        const bool first = added.count == 0;
        added.left = first ? point.x_m : std::min(added.left, point.x_m);
        added.right = first ? point.x_m : std::max(added.right, point.x_m);
        added.bottom = first ? point.y_m : std::min(added.bottom, point.y_m);
        added.top = first ? point.y_m : std::max(added.top, point.y_m);
        level.points.push_back(point);
        level.seam.push_back(seam[i]);
        ++added.count;
    }
    level.rings.push_back(added);
}

ChartLand ChartLand::with_levels(std::span<const geo::LandPolygon> land,
                                 const geo::Projection& plane) {
    // Grown lists hold up to twice what is in them, and these stay for as long as the program runs.
    const auto fit = [](Level& level) {
        level.points.shrink_to_fit();
        level.seam.shrink_to_fit();
        level.rings.shrink_to_fit();
    };
    ChartLand made(land, plane, Length());
    fit(made.levels_.front());
    for (const double tolerance_m : tolerances_m) {
        made.levels_.push_back(simplified(made.levels_.back(), tolerance_m));
        made.levels_.back().error_m = 2.0 * tolerance_m;
        fit(made.levels_.back());
    }
    return made;
}

/// Rings smaller than the tolerance go, with their holes.
ChartLand::Level ChartLand::simplified(const Level& fine, double tolerance_m) {
    Level coarse;
    std::vector<std::uint8_t> keep;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> open;
    bool outer_stays = false;
    for (const Ring& ring : fine.rings) {
        const bool stays =
            std::max(ring.right - ring.left, ring.top - ring.bottom) >= tolerance_m &&
            (!ring.is_hole || outer_stays);
        if (!ring.is_hole) {
            outer_stays = stays;
        }
        if (!stays) {
            continue;
        }
        const std::span points(fine.points.data() + ring.first, ring.count);
        const std::span seams(fine.seam.data() + ring.first, ring.count);
        Ring thin = ring;
        thin.first = static_cast<std::uint32_t>(coarse.points.size());
        thin.count = 0;
        mark_kept(points, seams, tolerance_m, keep, open);
        for (std::uint32_t i = 0; i < ring.count; ++i) {
            if (keep[i] != 0) {
                coarse.points.push_back(points[i]);
                coarse.seam.push_back(seams[i]);
                ++thin.count;
            }
        }
        coarse.rings.push_back(thin);
    }
    return coarse;
}

std::vector<ChartLand::ScreenPolygon> ChartLand::on_screen(const Viewport& view, double scale,
                                                           const std::stop_token& stop) const {
    const double allowed_m = level_error_px * view.metres_per_pixel() / scale;
    const Level& level = *std::find_if(levels_.rbegin(), std::prev(levels_.rend()),
                                       [&](const Level& one) { return one.error_m <= allowed_m; });

    // The view's corners in the plane bound what can be seen; a turned view sees less than the box.
    const double width = view.size().width;
    const double height = view.size().height;
    const Box clip_box{-clip_margin_px, -clip_margin_px, width + clip_margin_px,
                       height + clip_margin_px};
    const geo::PlanePoint corners[] = {view.to_plane({clip_box.left, clip_box.top}),
                                       view.to_plane({clip_box.right, clip_box.top}),
                                       view.to_plane({clip_box.left, clip_box.bottom}),
                                       view.to_plane({clip_box.right, clip_box.bottom})};
    double left = corners[0].x_m;
    double right = left;
    double bottom = corners[0].y_m;
    double top = bottom;
    for (const geo::PlanePoint& corner : corners) {
        left = std::min(left, corner.x_m);
        right = std::max(right, corner.x_m);
        bottom = std::min(bottom, corner.y_m);
        top = std::max(top, corner.y_m);
    }

    std::vector<ScreenPolygon> polygons;
    std::vector<Vertex> ring;
    std::vector<Vertex> spare;
    bool outer_shown = false;
    for (const Ring& source : level.rings) {
        if (stop.stop_requested()) {
            break;
        }
        const double extent = std::max(source.right - source.left, source.top - source.bottom);
        const bool hidden = source.right < left || source.left > right || source.top < bottom ||
                            source.bottom > top || extent < least_ring_px * view.metres_per_pixel();
        if (!source.is_hole) {
            outer_shown = false;
        }
        if (hidden || (source.is_hole && !outer_shown)) {
            continue;
        }
        ring.clear();
        unsigned outside = 0;
        unsigned last_side = 0;
        unsigned side_before = 0;
        for (std::uint32_t i = source.first; i < source.first + source.count; ++i) {
            const PixelPoint pixel = view.to_pixel(level.points[i]);
            const bool seam = level.seam[i] != 0;
            if (!ring.empty() && seam == ring.back().seam &&
                std::abs(pixel.x - ring.back().x) < least_ring_step_px &&
                std::abs(pixel.y - ring.back().y) < least_ring_step_px) {
                continue;
            }
            const unsigned side = side_of(pixel, clip_box);
            outside |= side;
            // Of a run of vertices beyond one side of the box, none is seen: its ends stand for it.
            if ((side & last_side & side_before) != 0) {
                ring.back() = {pixel.x, pixel.y, seam};
            } else {
                ring.push_back({pixel.x, pixel.y, seam});
                side_before = last_side;
            }
            last_side = side;
        }
        if (outside != 0) {
            clip(ring, spare, clip_box);
        }
        if (ring.size() < 2) {
            continue;
        }
        if (source.is_hole) {
            polygons.back().holes.push_back(polygon_of(ring));
        } else {
            outer_shown = true;
            polygons.emplace_back().outer = polygon_of(ring);
        }
        collect_edges(ring, polygons.back());
    }
    return polygons;
}

} // namespace fairlead::chart
