// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/graticule.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

namespace fairlead::chart {

namespace {

constexpr double wanted_gap_px = 130.0;
constexpr double sparse_from_latitude_deg = 80.0;
constexpr double sparse_step_deg = 30.0;

/// The smallest step that keeps lines apart.
template <std::size_t N>
double step_for(double degrees_wanted, const std::array<double, N>& steps) {
    for (const double step : steps) {
        if (step >= degrees_wanted) {
            return step;
        }
    }
    return steps.back();
}

constexpr std::array<double, 8> latitude_steps{0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0};
constexpr std::array<double, 9> longitude_steps{0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0};

QPolygonF image_of(const Viewport& view, const std::vector<geo::Position>& places) {
    std::vector<geo::PlanePoint> points(places.size());
    view.plane().forward(places, points);
    QPolygonF pixels;
    for (const geo::PlanePoint& point : points) {
        if (std::isfinite(point.x_m) && std::isfinite(point.y_m)) {
            const PixelPoint pixel = view.to_pixel(point);
            pixels << QPointF(pixel.x, pixel.y);
        }
    }
    return pixels;
}

/// Latitudes and longitudes that a view can show, from points all over it.
struct VisiblePart {
    double lowest_deg = 90.0;
    double highest_deg = -90.0;
    double middle_longitude_deg = 0.0;
    double half_longitude_deg = 0.0;
};

VisiblePart visible_part(const Viewport& view, const geo::Position& centre) {
    VisiblePart part;
    part.middle_longitude_deg = centre.longitude_deg();
    constexpr int steps = 24;
    for (int row = 0; row <= steps; ++row) {
        for (int column = 0; column <= steps; ++column) {
            const auto place = view.position_at({view.size().width * column / double{steps},
                                                 view.size().height * row / double{steps}});
            if (!place) {
                continue;
            }
            part.lowest_deg = std::min(part.lowest_deg, place->latitude_deg());
            part.highest_deg = std::max(part.highest_deg, place->latitude_deg());
            part.half_longitude_deg = std::max(
                part.half_longitude_deg, std::abs(geo::normalised_longitude_deg(
                                             place->longitude_deg() - part.middle_longitude_deg)));
        }
    }
    for (const double pole_deg : {-90.0, 90.0}) {
        const auto pixel = view.pixel_of(geo::Position::degrees(pole_deg, 0.0));
        if (pixel && view.contains(*pixel)) {
            part.lowest_deg = std::min(part.lowest_deg, pole_deg);
            part.highest_deg = std::max(part.highest_deg, pole_deg);
            part.half_longitude_deg = 180.0;
        }
    }
    return part;
}

void add_frame_labels(Graticule& graticule, const Graticule::Line& line, PixelSize size) {
    const auto crossing = [](double a, double b, double at) -> std::optional<double> {
        if ((a < at) == (b < at)) {
            return std::nullopt;
        }
        return (at - a) / (b - a);
    };
    const double width = size.width;
    const double height = size.height;
    for (qsizetype i = 1; i < line.pixels.size(); ++i) {
        const QPointF a = line.pixels[i - 1];
        const QPointF b = line.pixels[i];
        for (const auto& [edge, at] :
             {std::pair{FrameEdge::left, 0.0}, {FrameEdge::right, width}}) {
            if (const auto part = crossing(a.x(), b.x(), at)) {
                const double along = std::lerp(a.y(), b.y(), *part);
                if (along >= 0.0 && along <= height) {
                    graticule.frame_labels.push_back({edge, along, line.label, line.is_parallel});
                }
            }
        }
        for (const auto& [edge, at] :
             {std::pair{FrameEdge::top, 0.0}, {FrameEdge::bottom, height}}) {
            if (const auto part = crossing(a.y(), b.y(), at)) {
                const double along = std::lerp(a.x(), b.x(), *part);
                if (along >= 0.0 && along <= width) {
                    graticule.frame_labels.push_back({edge, along, line.label, line.is_parallel});
                }
            }
        }
    }
}

QString degrees_and_minutes(double magnitude_deg) {
    const long minutes = std::lround(magnitude_deg * 60.0);
    QString text = QString::number(minutes / 60) + QChar(0x00B0);
    if (minutes % 60 != 0) {
        text += QStringLiteral("%1'").arg(minutes % 60, 2, 10, QLatin1Char('0'));
    }
    return text;
}

} // namespace

QString latitude_label(double latitude_deg) {
    const QString text = degrees_and_minutes(std::abs(latitude_deg));
    return latitude_deg == 0.0 ? text : text + (latitude_deg > 0.0 ? u'N' : u'S');
}

QString longitude_label(double longitude_deg) {
    const double east = geo::normalised_longitude_deg(longitude_deg);
    const QString text = degrees_and_minutes(std::abs(east));
    return east == 0.0 || east == -180.0 ? text : text + (east > 0.0 ? u'E' : u'W');
}

Graticule make_graticule(const Viewport& view) {
    Graticule graticule;
    const PixelPoint middle{0.5 * view.size().width, 0.5 * view.size().height};
    const auto centre = view.position_at(middle);
    if (!centre) {
        return graticule;
    }
    const double gap_deg = wanted_gap_px * view.true_metres_per_pixel(*centre) / metres_per_degree;
    graticule.latitude_step_deg = step_for(gap_deg, latitude_steps);
    const double shrink =
        std::max(0.05, std::cos(centre->latitude_deg() * std::numbers::pi / 180.0));
    graticule.longitude_step_deg = step_for(gap_deg / shrink, longitude_steps);

    const VisiblePart visible = visible_part(view, *centre);
    const double dlat = graticule.latitude_step_deg;
    const double dlon = graticule.longitude_step_deg;
    // Points all over the view miss its rim by less than one step of the grid.
    const double lowest = std::max(-90.0, visible.lowest_deg - dlat);
    const double highest = std::min(90.0, visible.highest_deg + dlat);
    const double half_width = std::min(180.0, visible.half_longitude_deg + dlon);

    for (double k = std::ceil(lowest / dlat); k * dlat <= highest; ++k) {
        const double latitude = k * dlat;
        if (std::abs(latitude) > 89.99) {
            continue;
        }
        // So many pieces that the chords of a whole circle stay within a third of a pixel of it.
        constexpr int pieces = 720;
        std::vector<geo::Position> places;
        for (int piece = -pieces; piece <= pieces; ++piece) {
            places.push_back(geo::Position::degrees(
                latitude, visible.middle_longitude_deg + half_width * piece / double{pieces}));
        }
        graticule.lines.push_back({image_of(view, places), latitude_label(latitude), true});
    }
    for (double k = 0.0; k * dlon < 360.0; ++k) {
        const double longitude = k * dlon;
        if (std::abs(geo::normalised_longitude_deg(longitude - visible.middle_longitude_deg)) >
            half_width) {
            continue;
        }
        const double end =
            std::fmod(longitude, sparse_step_deg) == 0.0 ? 90.0 : sparse_from_latitude_deg;
        const double from = std::max(lowest, -end);
        const double to = std::min(highest, end);
        if (from >= to) {
            continue;
        }
        constexpr int pieces = 90;
        std::vector<geo::Position> places;
        for (int piece = 0; piece <= pieces; ++piece) {
            places.push_back(
                geo::Position::degrees(std::lerp(from, to, piece / double{pieces}), longitude));
        }
        graticule.lines.push_back({image_of(view, places), longitude_label(longitude), false});
    }
    for (const Graticule::Line& line : graticule.lines) {
        add_frame_labels(graticule, line, view.size());
    }
    return graticule;
}

} // namespace fairlead::chart
