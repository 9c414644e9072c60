// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What lies over sea and land: zones, routes with corridor, handles, marks. Lines are costly and
/// become part of the kept picture as soon as there is one of the same content; what follows the
/// pointer is drawn anew in every frame. What does not depend on the view is worked out once per
/// content.

#include "gui/chart/route_painter.hpp"
#include "gui/view/chart_content.hpp"

#include <QPainter>

#include <optional>
#include <vector>

namespace fairlead::gui {

inline constexpr double handle_radius_px = 5.5;

/// What a tool has under its hand.
struct Highlight {
    std::optional<WaypointRef> waypoint;
};

class LiveOverlay {
  public:
    LiveOverlay() = default;
    explicit LiveOverlay(const ChartContent& content);

    /// Zones, routes and places. Safe from any thread.
    /// @param style, palette of the scheme in use; palette null: routes are not rated.
    /// @pre content is the one this was made of
    void paint_lines(QPainter& painter, const ChartContent& content, const chart::Viewport& view,
                     const chart::ChartStyle& style, const chart::Palette* palette) const;
    /// Handles, ship, cursor.
    /// @pre content is the one this was made of
    void paint_marks(QPainter& painter, const ChartContent& content, const ChartMarks& marks,
                     const chart::Viewport& view, const chart::ChartStyle& style,
                     const Highlight& highlight) const;

    /// A route's line on the plane, in the order of content.routes.
    [[nodiscard]] const std::vector<chart::RatedPoint>& line(std::size_t route) const {
        return routes_[route].line;
    }
    /// The waypoints of a route on the plane; those without an image are left out.
    struct Handle {
        std::size_t index;
        geo::PlanePoint point;
    };
    [[nodiscard]] const std::vector<Handle>& handles(std::size_t route) const {
        return routes_[route].handles;
    }
    /// The line of one leg on the plane, from waypoint `leg` to the next.
    [[nodiscard]] const std::vector<geo::PlanePoint>& leg(std::size_t route,
                                                          std::size_t leg) const {
        return routes_[route].legs[leg];
    }
    [[nodiscard]] std::size_t leg_count(std::size_t route) const {
        return routes_[route].legs.size();
    }

    /// The edges of an own zone on the plane, from each corner to the next; without points where
    /// they have no image.
    [[nodiscard]] const std::vector<std::vector<geo::PlanePoint>>& edges(std::size_t zone) const {
        return own_edges_[zone];
    }

  private:
    struct PreparedRoute {
        std::vector<chart::RatedPoint> line;
        std::vector<Handle> handles;
        std::vector<std::vector<geo::PlanePoint>> legs; ///< of editable routes only
    };
    /// Where marks of waypoints are drawn over the line; none where none are.
    [[nodiscard]] static std::vector<QPointF>
    handles_of(const ChartRoute& route, const PreparedRoute& prepared, const chart::Viewport& view);
    void paint_route(QPainter& painter, const ChartRoute& route, const PreparedRoute& prepared,
                     const chart::Viewport& view, const chart::ChartStyle& style,
                     const chart::Palette* palette) const;
    static void paint_handles(QPainter& painter, const ChartRoute& route,
                              const PreparedRoute& prepared, const ChartMarks& marks,
                              const chart::Viewport& view, const chart::ChartStyle& style,
                              const Highlight& highlight);

    std::vector<PreparedRoute> routes_;
    std::vector<std::vector<std::vector<geo::PlanePoint>>> zones_;
    std::vector<std::vector<std::vector<geo::PlanePoint>>> own_edges_;
};

/// The band a corridor makes around a line on the screen. @param line in pixels
[[nodiscard]] QPolygonF corridor_band(const QPolygonF& line, double port_px, double starboard_px);

/// The line of one leg. @return at least two points where both ends have an image on the plane.
[[nodiscard]] std::vector<geo::PlanePoint> leg_on_plane(const geo::Position& from,
                                                        const geo::Position& to, LegShape shape,
                                                        const geo::Projection& plane);

} // namespace fairlead::gui
