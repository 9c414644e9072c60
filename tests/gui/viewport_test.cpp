// SPDX-License-Identifier: Apache-2.0
#include "core/geo/geodesic.hpp"
#include "gui/chart/viewport.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

using namespace fairlead;
using namespace fairlead::chart;

namespace {

const geo::Projection north = geo::Projection::polar_north();
const geo::Projection south = geo::Projection::polar_south();

geo::PlanePoint point_at(double latitude_deg, double longitude_deg,
                         const geo::Projection& plane = north) {
    return plane.forward(geo::Position::degrees(latitude_deg, longitude_deg)).value();
}

/// Smallest turn that brings an angle to another.
double turn_between(double one_deg, double other_deg) {
    return std::abs(std::remainder(one_deg - other_deg, 360.0));
}

} // namespace

TEST_CASE("viewport: pixels go to the plane and back", "[chart][viewport]") {
    const unsigned seed = GENERATE(1U, 2U, 3U);
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> angle(-360.0, 360.0);
    std::uniform_real_distribution<double> metres(-3e6, 3e6);
    for (int i = 0; i < 200; ++i) {
        const Viewport view(north, {metres(random), metres(random)},
                            10.0 + std::abs(metres(random)) / 1e3, Angle::degrees(angle(random)),
                            {1600, 1000});
        const PixelPoint pixel{metres(random) / 1e3, metres(random) / 1e3};
        const PixelPoint back = view.to_pixel(view.to_plane(pixel));
        CHECK(back.x == Approx(pixel.x).margin(1e-6));
        CHECK(back.y == Approx(pixel.y).margin(1e-6));
    }
}

TEST_CASE("viewport: its centre is in the middle and y runs down", "[chart][viewport]") {
    const Viewport view(north, {1000.0, 2000.0}, 10.0, Angle::degrees(0.0), {200, 100});
    CHECK(view.to_pixel({1000.0, 2000.0}) == PixelPoint{100.0, 50.0});
    CHECK(view.to_pixel({1100.0, 2000.0}).x == Approx(110.0));
    CHECK(view.to_pixel({1000.0, 2100.0}).y == Approx(40.0));
}

TEST_CASE("viewport: rotation turns the plane clockwise", "[chart][viewport]") {
    const Viewport view(north, {0.0, 0.0}, 10.0, Angle::degrees(90.0), {200, 100});
    const PixelPoint up = view.to_pixel({0.0, 100.0}); // plane's +y now points right
    CHECK(up.x == Approx(110.0));
    CHECK(up.y == Approx(50.0));
}

TEST_CASE("viewport: the pole and 180 degrees are ordinary places", "[chart][viewport]") {
    const Viewport view(north, {0.0, 0.0}, 2000.0, Angle::degrees(33.0), {800, 600});
    const PixelPoint pole = view.pixel_of(geo::Position::degrees(90.0, 77.0)).value();
    CHECK(pole.x == Approx(400.0));
    CHECK(pole.y == Approx(300.0));
    CHECK(view.position_at({400.0, 300.0}).value().latitude_deg() == Approx(90.0));
    const PixelPoint east = view.pixel_of(geo::Position::degrees(85.0, 179.9999)).value();
    const PixelPoint west = view.pixel_of(geo::Position::degrees(85.0, -179.9999)).value();
    CHECK(std::hypot(east.x - west.x, east.y - west.y) < 0.1);
}

TEST_CASE("viewport: the south pole too", "[chart][viewport]") {
    const Viewport view(south, {0.0, 0.0}, 2000.0, Angle::degrees(0.0), {800, 600});
    const PixelPoint pole = view.pixel_of(geo::Position::degrees(-90.0, 0.0)).value();
    CHECK(pole.x == Approx(400.0));
    CHECK(pole.y == Approx(300.0));
    // In EPSG:3031 the meridian of Greenwich runs up from the pole: north is up there.
    CHECK(turn_between(view.north_on_screen(geo::Position::degrees(-70.0, 0.0)).in_degrees(), 0.0) <
          1e-6);
}

TEST_CASE("viewport: a pixel's true size agrees with the geodesic", "[chart][viewport]") {
    for (const double latitude : {60.0, 70.0, 78.0, 89.0}) {
        CAPTURE(latitude);
        const Viewport view(north, point_at(latitude, 20.0), 1000.0, Angle::degrees(50.0),
                            {800, 600});
        const auto left = view.position_at({390.0, 300.0}).value();
        const auto right = view.position_at({410.0, 300.0}).value();
        const double true_m = geo::geodesic_distance(left, right).in_metres() / 20.0;
        CHECK(view.true_metres_per_pixel(geo::Position::degrees(latitude, 20.0)) ==
              Approx(true_m).epsilon(1e-4));
    }
}

TEST_CASE("viewport: north on the screen is where the next place north lies", "[chart][viewport]") {
    for (const double longitude : {-170.0, -45.0, 0.0, 100.0}) {
        CAPTURE(longitude);
        const Viewport view(north, point_at(75.0, longitude), 1000.0, Angle::degrees(70.0),
                            {800, 600});
        const PixelPoint here = view.pixel_of(geo::Position::degrees(75.0, longitude)).value();
        const PixelPoint ahead = view.pixel_of(geo::Position::degrees(75.1, longitude)).value();
        const double seen =
            std::atan2(ahead.x - here.x, here.y - ahead.y) * 180.0 / 3.14159265358979323846;
        CHECK(
            turn_between(view.north_on_screen(geo::Position::degrees(75.0, longitude)).in_degrees(),
                         seen) < 0.01);
    }
}

TEST_CASE("fitted view: all points lie within the margins", "[chart][viewport]") {
    const std::vector<geo::PlanePoint> voyage{point_at(69.0, 33.0), point_at(77.0, 70.0),
                                              point_at(78.0, 104.0), point_at(73.0, 150.0),
                                              point_at(66.0, -169.0)};
    const FitOptions options;
    const Viewport view = fitted_view(north, voyage, {1552, 726}, options);
    for (const geo::PlanePoint& point : voyage) {
        const PixelPoint pixel = view.to_pixel(point);
        CHECK(pixel.x >= options.margin_px - 1e-6);
        CHECK(pixel.x <= 1552 - options.margin_px + 1e-6);
        CHECK(pixel.y >= options.margin_px - 1e-6);
        CHECK(pixel.y <= 726 - options.margin_px + 1e-6);
    }
}

TEST_CASE("fitted view: north is up at the middle of a compact voyage", "[chart][viewport]") {
    for (const double longitude : {-150.0, -45.0, 20.0, 179.0}) {
        CAPTURE(longitude);
        const std::vector<geo::PlanePoint> voyage{point_at(74.0, longitude - 8.0),
                                                  point_at(75.0, longitude),
                                                  point_at(76.0, longitude + 8.0)};
        const Viewport view = fitted_view(north, voyage, {1200, 800});
        CHECK(
            turn_between(view.north_on_screen(geo::Position::degrees(75.0, longitude)).in_degrees(),
                         0.0) < 0.5);
    }
}

TEST_CASE("fitted view: a long voyage along a meridian is laid on its side", "[chart][viewport]") {
    const std::vector<geo::PlanePoint> voyage{point_at(65.0, 10.0), point_at(85.0, 10.0)};
    const Viewport view = fitted_view(north, voyage, {1552, 626});
    const PixelPoint from = view.to_pixel(voyage.front());
    const PixelPoint to = view.to_pixel(voyage.back());
    CHECK(std::abs(to.x - from.x) > 2.0 * std::abs(to.y - from.y));
    // As little as comes within 5 % of the best scale.
    double best = view.metres_per_pixel();
    for (int turn = 0; turn < 180; ++turn) {
        FitOptions fixed;
        fixed.rotation = Angle::degrees(turn);
        best = std::min(best, fitted_view(north, voyage, {1552, 626}, fixed).metres_per_pixel());
    }
    CHECK(view.metres_per_pixel() <= 1.06 * best); // 5 % and what steps of 5 degrees miss
    // North never points down.
    CHECK(turn_between(view.north_on_screen(geo::Position::degrees(75.0, 10.0)).in_degrees(),
                       0.0) <= 90.5);

    FitOptions never;
    never.worth_turning = 1e9;
    const Viewport upright = fitted_view(north, voyage, {1552, 626}, never);
    CHECK(turn_between(upright.north_on_screen(geo::Position::degrees(75.0, 10.0)).in_degrees(),
                       0.0) < 0.5);
    CHECK(upright.metres_per_pixel() > 1.8 * view.metres_per_pixel());
}

TEST_CASE("fitted view: no points show the pole region, one point its surroundings",
          "[chart][viewport]") {
    const Viewport nothing = fitted_view(north, {}, {800, 600});
    CHECK(nothing.to_plane({400.0, 300.0}).x_m == Approx(0.0).margin(1e-6));
    CHECK(nothing.metres_per_pixel() * 600 == Approx(2000.0 * 1852.0));

    const geo::PlanePoint place = point_at(78.2, 15.6);
    const Viewport one = fitted_view(north, std::vector{place, place}, {800, 600});
    CHECK(one.metres_per_pixel() * 600 == Approx(60.0 * 1852.0));
    CHECK(one.to_pixel(place).x == Approx(400.0));
}

TEST_CASE("fitted view: a given rotation is kept", "[chart][viewport]") {
    FitOptions options;
    options.rotation = Angle::degrees(12.5);
    const std::vector<geo::PlanePoint> voyage{point_at(65.0, 10.0), point_at(85.0, 10.0)};
    CHECK(fitted_view(north, voyage, {800, 600}, options).rotation().in_degrees() == 12.5);
}
