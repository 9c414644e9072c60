// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/gui_application.hpp"
#include "gui/chart/raster_painter.hpp"
#include "gui/chart/renderer.hpp"
#include "gui/chart/route_painter.hpp"
#include "tests/gui/colour_vision.hpp"
#include "tests/gui/scene_fixture.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace fairlead;
using namespace fairlead::chart;
using namespace fairlead::chart::test;

namespace {

QColor colour_at(const QImage& image, const Viewport& view, const geo::Position& place) {
    const PixelPoint pixel = view.pixel_of(place).value();
    return image.pixelColor(static_cast<int>(pixel.x), static_cast<int>(pixel.y));
}

QImage render(const Scene& scene, const Viewport& view, double scale = 1.0) {
    ensure_gui_application();
    return render_map(scene, view, scale, ChartStyle::day());
}

bool same(const QColor& one, const QColor& other) {
    return colour_distance(lab_of(one), lab_of(other)) < 2.0;
}

/// Colours met on the way across the route at a place where it runs about west to east.
std::vector<QColor> across_route(const QImage& image, const Viewport& view,
                                 const geo::Position& place) {
    const PixelPoint pixel = view.pixel_of(place).value();
    std::vector<QColor> colours;
    for (int dy = -9; dy <= 9; ++dy) {
        colours.push_back(
            image.pixelColor(static_cast<int>(pixel.x), static_cast<int>(pixel.y) + dy));
    }
    return colours;
}

bool contains(const std::vector<QColor>& colours, const QColor& wanted) {
    return std::any_of(colours.begin(), colours.end(), [&](const QColor& colour) {
        return colour_distance(lab_of(colour), lab_of(wanted)) < 6.0;
    });
}

geo::Position route_place(const Scene& scene, std::size_t index) {
    return scene.routes.front().route.track[index].position;
}

} // namespace

TEST_CASE("renderer: land, ice, water and gaps have their own colours", "[chart][renderer]") {
    const Scene scene = sample_scene();
    const Viewport view = sample_view(scene.plane);
    const ChartStyle style = ChartStyle::day();
    const QImage image = render(scene, view);
    const QColor land = colour_at(image, view, geo::Position::degrees(75.2, 0.7));
    const QColor ice = colour_at(image, view, geo::Position::degrees(75.3, 17.3));
    const QColor water = colour_at(image, view, geo::Position::degrees(75.3, -8.3));
    CHECK(same(land, style.land));
    CHECK(same(ice, scene.rasters.back().palette->colour(0.9)));
    CHECK(same(water, style.water));
    CHECK(lab_of(ice).lightness > lab_of(water).lightness + 50.0);

    const Viewport wide = sample_view(scene.plane, {600, 400}, 5000.0);
    const QImage gaps = render(scene, wide);
    const PixelPoint pixel = wide.pixel_of(geo::Position::degrees(81.3, 3.3)).value();
    const auto x = static_cast<int>(pixel.x);
    const auto y = static_cast<int>(pixel.y);
    CHECK(gaps.pixel(x, y) == no_data_pixel(x, y, 1.0, style));
}

TEST_CASE("renderer: water without any ice layer is plain water", "[chart][renderer]") {
    Scene scene = sample_scene();
    scene.rasters.clear();
    const Viewport view = sample_view(scene.plane);
    const QImage image = render(scene, view);
    CHECK(
        same(colour_at(image, view, geo::Position::degrees(75.3, 17.3)), ChartStyle::day().water));
}

TEST_CASE("renderer: depth tints open water and stays under ice", "[chart][renderer]") {
    Scene scene = sample_scene();
    RasterLayer depth = scene.rasters.front();
    depth.palette = std::make_shared<Palette>(Palette::named("depth"));
    Raster shoal = *depth.raster;
    std::fill(shoal.values.begin(), shoal.values.end(), 5.0F);
    depth.raster = std::make_shared<Raster>(std::move(shoal));
    scene.rasters.insert(scene.rasters.begin(), depth);
    const Viewport view = sample_view(scene.plane);
    const QImage image = render(scene, view);
    CHECK(same(colour_at(image, view, geo::Position::degrees(75.3, -8.3)),
               depth.palette->colour(5.0)));
    CHECK(same(colour_at(image, view, geo::Position::degrees(75.3, 17.3)),
               scene.rasters.back().palette->colour(0.9)));
}

TEST_CASE("renderer: a route has a core in its class's colour within white within black",
          "[chart][renderer]") {
    Scene scene = sample_scene();
    scene.notes.clear();
    const Viewport view = sample_view(scene.plane);
    const ChartStyle style = ChartStyle::day();
    const QImage image = render(scene, view);
    for (const std::size_t index : {std::size_t{25}, std::size_t{79}}) {
        CAPTURE(index);
        const auto colours = across_route(image, view, route_place(scene, index));
        CHECK(contains(colours, style.casing_outer));
        CHECK(contains(colours, style.casing_inner));
    }
    CHECK(contains(across_route(image, view, route_place(scene, 25)),
                   scene.route_palette->colour(30.0)));
    // Ticks of the elevated class lie across its core: some place along a few pixels is free of
    // them.
    bool elevated = false;
    for (std::size_t index = 76; index < 84; ++index) {
        elevated = elevated || contains(across_route(image, view, route_place(scene, index)),
                                        scene.route_palette->colour(-5.0));
    }
    CHECK(elevated);
}

TEST_CASE("renderer: a route that was not rated has the neutral colour", "[chart][renderer]") {
    Scene scene = sample_scene();
    scene.routes.front().coloured_by_rio = false;
    scene.route_palette.reset();
    const Viewport view = sample_view(scene.plane);
    const QImage image = render(scene, view);
    CHECK(
        contains(across_route(image, view, route_place(scene, 25)), ChartStyle::day().plain_route));
}

TEST_CASE("renderer: a short bad stretch can be seen at any scale", "[chart][renderer]") {
    Scene scene = sample_scene(30.0);
    route::Route& route = scene.routes.front().route;
    route.track[30].rio = -20.0; // one sample of a hundred, a few km
    const Viewport coarse = sample_view(scene.plane, {600, 400}, 20000.0);
    const auto runs =
        route_runs(scene.routes.front(), scene.route_palette.get(), coarse, ChartStyle::day());
    double bad_px = 0.0;
    for (const RouteRun& run : runs) {
        if (run.look.pattern == LinePattern::bars) {
            for (qsizetype i = 1; i < run.pixels.size(); ++i) {
                const QPointF step = run.pixels[i] - run.pixels[i - 1];
                bad_px += std::hypot(step.x(), step.y());
            }
        }
    }
    CHECK(bad_px >= 8.0);
    CHECK(bad_px < 14.0);
}

TEST_CASE("renderer: runs follow the whole track without a gap", "[chart][renderer]") {
    const Scene scene = sample_scene();
    const Viewport view = sample_view(scene.plane);
    const auto runs =
        route_runs(scene.routes.front(), scene.route_palette.get(), view, ChartStyle::day());
    REQUIRE(runs.size() == 2);
    CHECK(runs[0].pixels.back() == runs[1].pixels.front());
    const PixelPoint start = view.pixel_of(route_place(scene, 0)).value();
    CHECK(runs[0].pixels.front() == QPointF(start.x, start.y));
}

TEST_CASE("renderer: a route without a track is drawn along its geodesics", "[chart][renderer]") {
    Scene scene = sample_scene();
    const auto tracked = route_on_plane(scene.routes.front().route, scene.plane);
    scene.routes.front().route.track.clear();
    const auto drawn = route_on_plane(scene.routes.front().route, scene.plane);
    REQUIRE(drawn.size() > 20);
    CHECK(drawn.front().x_m == Approx(tracked.front().x_m));
    CHECK(drawn.back().y_m == Approx(tracked.back().y_m));
    const auto runs = route_runs(scene.routes.front(), scene.route_palette.get(),
                                 sample_view(scene.plane), ChartStyle::day());
    CHECK(runs.size() == 2);
}

TEST_CASE("renderer: equal scenes give equal pixels", "[chart][renderer]") {
    const Scene scene = sample_scene();
    const Viewport view = sample_view(scene.plane);
    CHECK(render(scene, view) == render(sample_scene(), view));
}

TEST_CASE("renderer: twice the scale has twice the pixels and the same places",
          "[chart][renderer]") {
    const Scene scene = sample_scene();
    const Viewport view = sample_view(scene.plane);
    const QImage image = render(scene, view, 2.0);
    CHECK(image.size() == QSize(1200, 800));
    const PixelPoint pixel = view.pixel_of(geo::Position::degrees(75.2, 0.7)).value();
    CHECK(same(image.pixelColor(static_cast<int>(2 * pixel.x), static_cast<int>(2 * pixel.y)),
               ChartStyle::day().land));
}

TEST_CASE("renderer: an empty scene is water with a graticule", "[chart][renderer]") {
    Scene scene;
    const Viewport view = sample_view(scene.plane, {200, 150});
    const QImage image = render(scene, view);
    CHECK(image.size() == QSize(200, 150));
    CHECK(same(image.pixelColor(190, 140), ChartStyle::day().water));
}

TEST_CASE("renderer: the pole in the view, both hemispheres", "[chart][renderer]") {
    for (const geo::Projection& plane :
         {geo::Projection::polar_north(), geo::Projection::polar_south()}) {
        Scene scene;
        scene.plane = plane;
        const QImage image =
            render(scene, {plane, {0.0, 0.0}, 5000.0, Angle::degrees(20.0), {300, 200}});
        CHECK(image.size() == QSize(300, 200));
    }
}

TEST_CASE("renderer: a route of no length is its marks", "[chart][renderer]") {
    Scene scene = sample_scene();
    route::Route& route = scene.routes.front().route;
    for (route::TrackPoint& point : route.track) {
        point.position = route.waypoints.front().position;
    }
    for (route::Waypoint& waypoint : route.waypoints) {
        waypoint.position = route.waypoints.front().position;
    }
    const Viewport view = sample_view(scene.plane);
    CHECK(route_runs(scene.routes.front(), scene.route_palette.get(), view, ChartStyle::day())
              .empty());
    CHECK_FALSE(render(scene, view).isNull());
    route.track.clear();
    route.waypoints.clear();
    route.legs.clear();
    CHECK_FALSE(render(scene, view).isNull());
}

TEST_CASE("renderer: rasters of one cell and of gaps alone are drawn", "[chart][renderer]") {
    Scene scene = sample_scene();
    const geo::PlanePoint middle = scene.plane.forward(geo::Position::degrees(74.5, 0)).value();
    const geo::GridGeometry one_cell{middle.x_m - 1e6, middle.y_m + 1e6, 2e6, 1, 1};
    const Viewport view = sample_view(scene.plane);
    scene.rasters.back().raster = std::make_shared<Raster>(Raster{one_cell, {1.0F}});
    CHECK(same(colour_at(render(scene, view), view, geo::Position::degrees(75.3, -8.3)),
               scene.rasters.back().palette->colour(1.0)));
    scene.rasters.back().raster =
        std::make_shared<Raster>(Raster{one_cell, {std::numeric_limits<float>::quiet_NaN()}});
    const QImage image = render(scene, view);
    const PixelPoint pixel = view.pixel_of(geo::Position::degrees(75.3, -8.3)).value();
    const auto x = static_cast<int>(pixel.x);
    const auto y = static_cast<int>(pixel.y);
    CHECK(image.pixel(x, y) == no_data_pixel(x, y, 1.0, ChartStyle::day()));
}

TEST_CASE("renderer: zones are outlined, and hatched where prohibited", "[chart][renderer]") {
    Scene scene;
    const Viewport view = sample_view(scene.plane);
    const std::vector<geo::Position> ring{
        geo::Position::degrees(73.5, -5), geo::Position::degrees(73.5, 5),
        geo::Position::degrees(75.5, 5), geo::Position::degrees(75.5, -5)};
    const auto zone_pixels = [&](std::optional<Speed> limit) {
        scene.zones = {{"", {ring}, limit, ""}};
        const QImage image = render(scene, view);
        int count = 0;
        for (int y = 170; y < 230; ++y) {
            for (int x = 270; x < 330; ++x) {
                count += same(image.pixelColor(x, y), ChartStyle::day().zone) ? 1 : 0;
            }
        }
        return count;
    };
    CHECK(zone_pixels(std::nullopt) > 100);
    CHECK(zone_pixels(Speed::knots(6)) == 0); // the outline lies elsewhere
}
