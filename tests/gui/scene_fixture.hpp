// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A small chart with everything on it, at places that tests know: an island at 75 N 0, ice east of
/// 10 E, open water west of it, no data north of 80 N, and a route from 74 N 20 W to 74 N 20 E
/// south of the island.

#include "core/geo/geodesic.hpp"
#include "gui/chart/scene.hpp"
#include "gui/chart/viewport.hpp"

#include <cmath>
#include <limits>
#include <memory>
#include <utility>

namespace fairlead::chart::test {

inline geo::Ring island() {
    return {geo::Position::degrees(75.5, -3), geo::Position::degrees(75.5, 3),
            geo::Position::degrees(74.5, 3), geo::Position::degrees(74.5, -3)};
}

inline RasterLayer sample_ice(const geo::Projection& plane) {
    RasterLayer ice;
    Raster raster;
    constexpr double cell_m = 25e3;
    const geo::PlanePoint middle = plane.forward(geo::Position::degrees(75, 0)).value();
    raster.grid = {middle.x_m - 60 * cell_m, middle.y_m + 60 * cell_m, cell_m, 120, 120};
    for (std::uint32_t i = 0; i < raster.grid.cell_count(); ++i) {
        const geo::Position place = plane.inverse(raster.grid.centre(i)).value();
        raster.values.push_back(place.latitude_deg() > 80.0
                                    ? std::numeric_limits<float>::quiet_NaN()
                                : place.longitude_deg() > 10.0 ? 0.9F
                                                               : 0.0F);
    }
    ice.raster = std::make_shared<Raster>(std::move(raster));
    ice.palette = std::make_shared<Palette>(Palette::named("ice_concentration"));
    ice.data_date = "15 Jul 2018";
    return ice;
}

/// @param last_rio of the eastern half; the western half has 30.
inline route::Route sample_route(double last_rio) {
    route::Route route;
    route.departure = parse_instant("2018-07-15T00:00Z");
    const geo::Position places[] = {geo::Position::degrees(74, -20),
                                    geo::Position::degrees(73.6, 0),
                                    geo::Position::degrees(74, 20)};
    for (const geo::Position& place : places) {
        route.waypoints.push_back({place, ""});
    }
    for (int leg = 0; leg < 2; ++leg) {
        const geo::GeodesicLine line(places[leg], places[leg + 1]);
        route::Leg made;
        made.distance = line.length();
        made.departure = route.departure + Duration::hours(30.0 * leg);
        made.arrival = made.departure + Duration::hours(30.0);
        made.min_rio = leg == 0 ? 30.0 : last_rio;
        route.legs.push_back(made);
        for (int step = 0; step <= 50; ++step) {
            route::TrackPoint point;
            point.position = line.at(line.length() * (step / 50.0));
            point.time = made.departure + Duration::hours(0.6 * step);
            point.rio = made.min_rio;
            route.track.push_back(point);
        }
    }
    route.arrival = route.legs.back().arrival;
    route.totals.min_rio = last_rio;
    return route;
}

inline Scene sample_scene(double last_rio = -5.0) {
    Scene scene;
    scene.plane = geo::Projection::polar_north();
    const std::vector<geo::LandPolygon> land{{island(), {}}};
    scene.land = std::make_shared<ChartLand>(land, scene.plane, Length());
    scene.rasters = {sample_ice(scene.plane)};
    scene.routes.push_back({sample_route(last_rio), "A", true, true});
    scene.route_palette = std::make_shared<Palette>(Palette::named("route_risk"));
    const route::Route& route = scene.routes.front().route;
    scene.places = {{"West Port", route.waypoints.front().position, PlaceKind::start, ""},
                    {"East Port", route.waypoints.back().position, PlaceKind::destination, ""},
                    {"Elsewhere", geo::Position::degrees(76.5, -12), PlaceKind::port, ""}};
    scene.notes = {{rules::Severity::warning, "Elevated risk.", geo::Position::degrees(74, 15)},
                   {rules::Severity::info, "Thickness is assumed.", std::nullopt}};
    scene.title = "West Port to East Port";
    scene.facts = {{"Departure", "15 Jul 2018 00:00 UTC"}};
    scene.sources = {"sea ice concentration: made for tests"};
    return scene;
}

/// 74 N 0 in the middle, north up.
inline Viewport sample_view(const geo::Projection& plane, PixelSize size = {600, 400},
                            double metres_per_pixel = 2500.0) {
    const geo::Position middle = geo::Position::degrees(74.5, 0);
    return {plane, plane.forward(middle).value(), metres_per_pixel, -plane.north_direction(middle),
            size};
}

} // namespace fairlead::chart::test
