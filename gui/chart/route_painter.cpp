// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/route_painter.hpp"

#include "core/base/contract.hpp"
#include "core/geo/geodesic.hpp"

#include <algorithm>
#include <cmath>

namespace fairlead::chart {

namespace {

constexpr double least_step_px = 0.7;
constexpr double least_bad_half_px = 4.0;
constexpr double inner_casing_px = 1.6; ///< to each side of the core
constexpr double outer_casing_px = 2.9;
constexpr double geodesic_piece_km = 20.0;

struct RatedPlace {
    geo::Position place;
    double rio;
};

/// Track, or the geodesics between waypoints cut in pieces, each rated by its leg.
std::vector<RatedPlace> rated_track(const route::Route& route) {
    std::vector<RatedPlace> rated;
    if (route.track.size() >= 2) {
        for (const route::TrackPoint& point : route.track) {
            rated.push_back({point.position, point.rio});
        }
        return rated;
    }
    for (std::size_t i = 0; i + 1 < route.waypoints.size(); ++i) {
        const geo::GeodesicLine line(route.waypoints[i].position, route.waypoints[i + 1].position);
        const double rio = i < route.legs.size() ? route.legs[i].min_rio : route.totals.min_rio;
        const int pieces = std::max(
            1, static_cast<int>(std::ceil(line.length().in_kilometres() / geodesic_piece_km)));
        for (int piece = i == 0 ? 0 : 1; piece <= pieces; ++piece) {
            rated.push_back({line.at(line.length() * (piece / double(pieces))), rio});
        }
    }
    return rated;
}

struct RatedPixel {
    QPointF pixel;
    std::size_t risk_class;
};

/// Classes count from the worst, so the worst of two is the smaller.
std::vector<RatedPixel> rated_pixels(std::span<const RatedPoint> line, const Palette* palette,
                                     const Viewport& view) {
    std::vector<RatedPixel> pixels;
    for (const RatedPoint& rated : line) {
        const PixelPoint pixel = view.to_pixel(rated.point);
        const QPointF point(pixel.x, pixel.y);
        const std::size_t risk_class = palette != nullptr ? palette->class_of(rated.rio) : 0;
        if (!pixels.empty()) {
            const QPointF step = point - pixels.back().pixel;
            if (std::hypot(step.x(), step.y()) < least_step_px) {
                pixels.back().risk_class = std::min(pixels.back().risk_class, risk_class);
                continue;
            }
        }
        pixels.push_back({point, risk_class});
    }
    return pixels;
}

/// Each place takes the worst class within a few pixels of line.
std::vector<std::size_t> widened_classes(const std::vector<RatedPixel>& pixels) {
    std::vector<double> along(pixels.size(), 0.0);
    for (std::size_t i = 1; i < pixels.size(); ++i) {
        const QPointF step = pixels[i].pixel - pixels[i - 1].pixel;
        along[i] = along[i - 1] + std::hypot(step.x(), step.y());
    }
    std::vector<std::size_t> classes(pixels.size());
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        std::size_t worst = pixels[i].risk_class;
        for (std::size_t j = i; j-- > 0 && along[i] - along[j] <= least_bad_half_px;) {
            worst = std::min(worst, pixels[j].risk_class);
        }
        for (std::size_t j = i + 1; j < pixels.size() && along[j] - along[i] <= least_bad_half_px;
             ++j) {
            worst = std::min(worst, pixels[j].risk_class);
        }
        classes[i] = worst;
    }
    return classes;
}

QPen line_pen(const QColor& colour, double width_px, Qt::PenCapStyle cap) {
    return {colour, width_px, Qt::SolidLine, cap, Qt::RoundJoin};
}

/// A pen that draws `on_px` of every `on_px + off_px`.
QPen dashed_pen(const QColor& colour, double width_px, double on_px, double off_px) {
    QPen pen = line_pen(colour, width_px, Qt::FlatCap);
    pen.setDashPattern({on_px / width_px, off_px / width_px});
    return pen;
}

void paint_core(QPainter& painter, const QPolygonF& line, const LineLook& look,
                const ChartStyle& style) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(line_pen(look.colour, look.width_px, Qt::FlatCap));
    painter.drawPolyline(line);
    switch (look.pattern) {
    case LinePattern::plain:
        return;
    case LinePattern::dashes:
        painter.setPen(dashed_pen(style.casing_outer, 1.3, 9.0, 6.0));
        break;
    case LinePattern::ticks:
        painter.setPen(dashed_pen(style.casing_outer, look.width_px, 1.6, 6.4));
        break;
    case LinePattern::bars:
        painter.setPen(dashed_pen(style.casing_outer, look.width_px, 4.5, 4.5));
        break;
    }
    painter.drawPolyline(line);
}

} // namespace

std::vector<RatedPoint> rated_line(const route::Route& route, const geo::Projection& plane) {
    std::vector<RatedPoint> line;
    for (const RatedPlace& rated : rated_track(route)) {
        if (const auto point = plane.forward(rated.place)) {
            line.push_back({*point, rated.rio});
        }
    }
    return line;
}

LineLook plain_look(const ChartStyle& style) {
    return {style.plain_route, LinePattern::plain, 3.6};
}

std::vector<RouteRun> route_runs(std::span<const RatedPoint> line, const Palette* palette,
                                 const LineLook& plain, const Viewport& view) {
    const std::vector<RatedPixel> pixels = rated_pixels(line, palette, view);
    const std::vector<std::size_t> classes = widened_classes(pixels);
    const auto look_of = [&](std::size_t risk_class) -> LineLook {
        if (palette == nullptr) {
            return plain;
        }
        const Palette::Entry& entry = palette->entries()[risk_class];
        return {entry.colour, entry.pattern, entry.width_px};
    };
    std::vector<RouteRun> runs;
    for (std::size_t i = 0; i + 1 < pixels.size(); ++i) {
        // The piece from i to i + 1 is as risky as the worse of its ends.
        const std::size_t risk_class = std::min(classes[i], classes[i + 1]);
        const bool begins = i == 0 || risk_class != std::min(classes[i - 1], classes[i]);
        if (begins) {
            runs.push_back({QPolygonF() << pixels[i].pixel, look_of(risk_class)});
        }
        runs.back().pixels << pixels[i + 1].pixel;
    }
    return runs;
}

std::vector<RouteRun> route_runs(const RouteLayer& layer, const Palette* palette,
                                 const Viewport& view, const ChartStyle& style) {
    FAIRLEAD_EXPECTS(palette != nullptr || !layer.coloured_by_rio);
    return route_runs(rated_line(layer.route, view.plane()),
                      layer.coloured_by_rio ? palette : nullptr, plain_look(style), view);
}

void paint_route(QPainter& painter, const std::vector<RouteRun>& runs, const ChartStyle& style) {
    // All of one casing before the next, so that no run's casing cuts across its neighbour.
    painter.setBrush(Qt::NoBrush);
    for (const RouteRun& run : runs) {
        painter.setPen(
            line_pen(style.casing_outer, run.look.width_px + 2.0 * outer_casing_px, Qt::RoundCap));
        painter.drawPolyline(run.pixels);
    }
    for (const RouteRun& run : runs) {
        painter.setPen(
            line_pen(style.casing_inner, run.look.width_px + 2.0 * inner_casing_px, Qt::RoundCap));
        painter.drawPolyline(run.pixels);
    }
    for (const RouteRun& run : runs) {
        paint_core(painter, run.pixels, run.look, style);
    }
}

std::vector<geo::PlanePoint> route_on_plane(const route::Route& route,
                                            const geo::Projection& plane) {
    std::vector<geo::PlanePoint> points;
    for (const RatedPoint& rated : rated_line(route, plane)) {
        points.push_back(rated.point);
    }
    return points;
}

} // namespace fairlead::chart
