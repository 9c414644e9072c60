// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What a chart shows, as plain data: the renderer draws it and knows nothing else. Rasters and
/// land are in the scene's plane; places are positions.

#include "core/base/time.hpp"
#include "core/geo/position.hpp"
#include "core/geo/projection.hpp"
#include "core/route/route.hpp"
#include "core/rules/finding.hpp"
#include "gui/chart/chart_land.hpp"
#include "gui/chart/palette.hpp"
#include "gui/chart/raster_layer.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fairlead::chart {

struct RouteLayer {
    route::Route route;
    std::string label;           ///< names the line where there are several
    bool coloured_by_rio = true; ///< false: POLARIS was not applied; one neutral colour
    bool show_waypoints = true;  ///< numbered, with dates
};

enum class PlaceKind { start, destination, via, port };

struct PlaceMark {
    std::string name;
    geo::Position position;
    PlaceKind kind = PlaceKind::port;
    std::string detail; ///< under the name, e.g. when the ship is there; ports have none
};

/// A numbered remark: a place on the chart (if it has one) and a sentence in the panel. The map
/// shows only those that the panel has room for.
struct NoteMark {
    rules::Severity severity = rules::Severity::info;
    std::string text;
    std::optional<geo::Position> position;
};

/// An area with a rule of its own; edges are geodesics.
struct ZoneMark {
    std::string name;
    std::vector<std::vector<geo::Position>> rings;
    std::optional<Speed> speed_limit; ///< none: prohibited
    std::string when;                 ///< it is in force; "" for always
};

struct Fact {
    std::string label;
    std::string value;
};

struct Scene {
    geo::Projection plane = geo::Projection::polar_north();
    std::shared_ptr<const ChartLand> land; ///< null: no land is drawn, and the legend says so
    std::vector<RasterLayer> rasters;      ///< over the water, the last on top
    std::vector<RouteLayer> routes;        ///< the last lies on top
    std::shared_ptr<const Palette> route_palette; ///< classes of RIO; needed if a route is coloured
    std::vector<ZoneMark> zones;
    std::vector<PlaceMark> places;
    std::vector<NoteMark> notes;

    std::string title;                ///< "Murmansk to Bering Strait"
    std::string subtitle;             ///< ship, objective
    std::vector<Fact> facts;          ///< departure, arrival, distance, ...
    std::string headline_problem;     ///< "No route: ..." ; "" if there is one
    std::string banner;               ///< e.g. "SYNTHETIC DATA"; "" if none
    std::vector<std::string> sources; ///< data behind the picture, one line each
    std::string attribution;          ///< of coast and program
};

} // namespace fairlead::chart
