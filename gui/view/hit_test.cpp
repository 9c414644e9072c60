// SPDX-License-Identifier: GPL-3.0-or-later
// What lies under the pointer: pixel_of(), handle_at() and leg_at() of chart_tool.hpp.
#include "gui/view/chart_tool.hpp"

#include "gui/chart/line_thinning.hpp"

#include <cmath>

namespace fairlead::gui {

QPointF pixel_of(const ToolHost& host, geo::PlanePoint point) {
    const chart::PixelPoint pixel = host.view().to_pixel(point);
    return {pixel.x, pixel.y};
}

std::optional<WaypointRef> handle_at(const ToolHost& host, QPointF pixel) {
    std::optional<WaypointRef> found;
    double nearest = handle_reach_px;
    const auto& routes = host.content().routes;
    for (std::size_t i = 0; i < routes.size(); ++i) {
        if (!routes[i].editable) {
            continue;
        }
        for (const LiveOverlay::Handle& handle : host.overlay().handles(i)) {
            const QPointF away = pixel_of(host, handle.point) - pixel;
            const double distance = std::hypot(away.x(), away.y());
            if (distance <= nearest) { // the last of equals lies on top
                nearest = distance;
                found = WaypointRef{routes[i].id, handle.index};
            }
        }
    }
    return found;
}

std::optional<WaypointRef> leg_at(const ToolHost& host, QPointF pixel) {
    std::optional<WaypointRef> found;
    double nearest = line_reach_px;
    const auto& routes = host.content().routes;
    for (std::size_t i = 0; i < routes.size(); ++i) {
        for (std::size_t leg = 0; routes[i].editable && leg < host.overlay().leg_count(i); ++leg) {
            const auto& points = host.overlay().leg(i, leg);
            for (std::size_t k = 1; k < points.size(); ++k) {
                const double distance = chart::distance_to_segment(
                    pixel, pixel_of(host, points[k - 1]), pixel_of(host, points[k]));
                if (distance <= nearest) {
                    nearest = distance;
                    found = WaypointRef{routes[i].id, leg + 1};
                }
            }
        }
    }
    return found;
}

} // namespace fairlead::gui
