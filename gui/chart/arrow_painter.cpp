// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/arrow_painter.hpp"

#include "core/base/contract.hpp"
#include "core/base/units.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace fairlead::chart {

namespace {

constexpr double least_apart_px = 44.0;
constexpr double staff_px = 24.0;
constexpr double feather_px = 10.0;
constexpr double feather_step_px = 4.0;
constexpr double ink_px = 1.3;
constexpr double arrow_halo_px = 3.4;
/// Of a current of 1 m/s.
constexpr double arrow_px = 46.0;
constexpr double least_arrow_px = 5.0;
constexpr double longest_arrow_px = 60.0;
constexpr double knots_per_mps = 3600.0 / 1852.0;

/// The value of the cell that holds a point; NaN outside.
float value_at(const Raster& raster, geo::PlanePoint point) {
    const auto cell = raster.grid.cell_at(point);
    return cell ? raster.values[raster.grid.index(*cell)] : std::numeric_limits<float>::quiet_NaN();
}

/// Points of a lattice of the plane that are in the view. Its step is a power of two, so that
/// points stay where they are when the view is moved, and every other one when it is zoomed.
std::vector<geo::PlanePoint> lattice_in(const Viewport& view) {
    const double step_m = std::exp2(std::ceil(std::log2(least_apart_px * view.metres_per_pixel())));
    const double width = view.size().width;
    const double height = view.size().height;
    const std::array<geo::PlanePoint, 4> corners{view.to_plane({0, 0}), view.to_plane({width, 0}),
                                                 view.to_plane({0, height}),
                                                 view.to_plane({width, height})};
    const auto [left, right] = std::minmax_element(
        corners.begin(), corners.end(), [](const auto& a, const auto& b) { return a.x_m < b.x_m; });
    const auto [bottom, top] = std::minmax_element(
        corners.begin(), corners.end(), [](const auto& a, const auto& b) { return a.y_m < b.y_m; });
    std::vector<geo::PlanePoint> points;
    for (double row = std::floor(bottom->y_m / step_m); row * step_m <= top->y_m; ++row) {
        for (double column = std::floor(left->x_m / step_m); column * step_m <= right->x_m;
             ++column) {
            const geo::PlanePoint point{column * step_m, row * step_m};
            if (view.contains(view.to_pixel(point))) {
                points.push_back(point);
            }
        }
    }
    return points;
}

QPainterPath current_arrow(double speed_mps) {
    const double length = std::clamp(speed_mps * arrow_px, least_arrow_px, longest_arrow_px);
    const double head = std::min(7.0, 0.5 * length);
    QPainterPath path;
    path.moveTo(0.0, 0.5 * length);
    path.lineTo(0.0, -0.5 * length);
    path.moveTo(-0.55 * head, -0.5 * length + head);
    path.lineTo(0.0, -0.5 * length);
    path.lineTo(0.55 * head, -0.5 * length + head);
    return path;
}

} // namespace

Barb wind_barb(double speed_kn, bool southern) {
    Barb barb;
    constexpr double calm_kn = 2.5;
    if (speed_kn < calm_kn) {
        barb.lines.addEllipse(QPointF(), 3.0, 3.0);
        return barb;
    }
    barb.lines.moveTo(0.0, 0.0);
    barb.lines.lineTo(0.0, -staff_px);
    const double side = southern ? -1.0 : 1.0;
    int fives = static_cast<int>(std::lround(speed_kn / 5.0));
    double y = -staff_px;
    for (; fives >= 10; fives -= 10) {
        barb.pennants.moveTo(0.0, y);
        barb.pennants.lineTo(side * feather_px, y);
        barb.pennants.lineTo(0.0, y + 1.5 * feather_step_px);
        barb.pennants.closeSubpath();
        y += 1.8 * feather_step_px;
    }
    for (; fives >= 2; fives -= 2) {
        barb.lines.moveTo(0.0, y);
        barb.lines.lineTo(side * feather_px, y - 0.4 * feather_px);
        y += feather_step_px;
    }
    if (fives == 1) {
        // A half feather alone stands off the end, so as not to be taken for a whole one.
        y += y == -staff_px ? feather_step_px : 0.0;
        barb.lines.moveTo(0.0, y);
        barb.lines.lineTo(side * 0.5 * feather_px, y - 0.2 * feather_px);
    }
    return barb;
}

bool paint_arrows(QPainter& painter, const ArrowLayer& layer, const Viewport& view,
                  const ChartStyle& style, const std::stop_token& stop) {
    FAIRLEAD_EXPECTS(layer.east != nullptr && layer.north != nullptr);
    painter.save();
    painter.setOpacity(layer.opacity);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPen halo(style.arrow_halo, arrow_halo_px, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    const QPen ink(style.arrow, ink_px, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    bool finished = true;
    for (const geo::PlanePoint& point : lattice_in(view)) {
        if (stop.stop_requested()) {
            finished = false;
            break;
        }
        const auto east = static_cast<double>(value_at(*layer.east, point));
        const auto north = static_cast<double>(value_at(*layer.north, point));
        if (std::isnan(east) || std::isnan(north)) {
            continue;
        }
        const auto place = view.plane().inverse(point);
        if (!place) {
            continue;
        }
        const double speed_mps = std::hypot(east, north);
        const double towards_deg = std::atan2(east, north) / radians_per_degree;
        const bool is_barb = layer.kind == ArrowKind::barbs;
        const PixelPoint pixel = view.to_pixel(point);
        painter.save();
        painter.translate(pixel.x, pixel.y);
        painter.rotate(view.north_on_screen(*place).in_degrees() + towards_deg +
                       (is_barb ? 180.0 : 0.0));
        const Barb sign = is_barb
                              ? wind_barb(speed_mps * knots_per_mps, place->latitude_deg() < 0.0)
                              : Barb{current_arrow(speed_mps), {}};
        painter.setBrush(Qt::NoBrush);
        painter.strokePath(sign.lines, halo);
        painter.strokePath(sign.lines, ink);
        if (!sign.pennants.isEmpty()) {
            painter.fillPath(sign.pennants, style.arrow);
        }
        painter.restore();
    }
    painter.restore();
    return finished;
}

} // namespace fairlead::chart
