// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What a chart view shows, as a plain value set as a whole. Names and dates arrive as they are to
/// be read; places are positions on WGS 84.

#include "gui/chart/scene.hpp"
#include "gui/chart/screen_renderer.hpp"
#include "gui/view/route_key.hpp"

#include <QString>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace fairlead::gui {

/// How a leg without a track is drawn.
enum class LegShape { geodesic, rhumb_line };

/// How far the ship may be off the line, to each side.
struct Corridor {
    Length port;
    Length starboard;
};

struct ChartRoute {
    enum class Standing {
        selected,   ///< wide, with waypoints and their names
        pinned,     ///< for comparison
        alternative ///< thin
    };
    QString id;                                     ///< stable; what edits refer to
    std::shared_ptr<const chart::RouteLayer> layer; ///< never null
    std::vector<LegShape> legs; ///< used where the route has no track; fewer than legs: geodesics
    Standing standing = Standing::alternative;
    bool editable = false;       ///< its waypoints have handles
    bool stale = false;          ///< does not answer to what is asked now: drawn broken
    std::optional<RouteKey> key; ///< of one of several
    std::optional<Corridor> corridor;
};

/// A waypoint of a route.
struct WaypointRef {
    QString route;
    std::size_t index = 0;
    friend bool operator==(const WaypointRef&, const WaypointRef&) = default;
};

/// A zone that the planner has drawn, and may change.
struct OwnZone {
    std::vector<geo::Position> corners; ///< the last joins the first; edges are geodesics
};

/// A corner of one of the content's own zones.
struct ZoneCorner {
    std::size_t zone = 0;
    std::size_t corner = 0;
    friend bool operator==(const ZoneCorner&, const ZoneCorner&) = default;
};

/// The ship at the hour of the chart.
struct ShipMark {
    geo::Position position;
    geo::Bearing heading;
};

struct ChartContent {
    geo::Projection plane = geo::Projection::polar_north();
    chart::BaseContent base;        ///< land, rasters, arrows, and the hour they show
    std::vector<ChartRoute> routes; ///< the last on top
    std::shared_ptr<const chart::Palette> route_palette; ///< as by day; null: routes are not rated
    std::vector<chart::PlaceMark> places;
    std::vector<chart::ZoneMark> zones;    ///< all that are drawn, own ones too
    std::vector<OwnZone> own_zones;        ///< as in the voyage; what the zone tool works on
    std::vector<chart::NoteMark> problems; ///< those with a position get a ring and their number
    QString banner;                        ///< e.g. that the data are synthetic; "" for none
};

/// What moves over the chart without changing it: cheap to set at any time.
struct ChartMarks {
    std::optional<ShipMark> ship;        ///< at the hour of the cursor
    std::optional<geo::Position> cursor; ///< the place other panels point at
    std::optional<WaypointRef> selected_waypoint;
    std::optional<std::size_t> current_problem; ///< index into ChartContent::problems
};

} // namespace fairlead::gui
