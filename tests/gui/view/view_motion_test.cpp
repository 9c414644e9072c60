// SPDX-License-Identifier: Apache-2.0
#include "gui/view/view_motion.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace fairlead;
using namespace fairlead::gui;
using chart::PixelPoint;
using chart::Viewport;

namespace {

Viewport sample(double rotation_deg = 30.0) {
    return {geo::Projection::polar_north(),
            {3e5, -7e5},
            1500.0,
            Angle::degrees(rotation_deg),
            {800, 600}};
}

void check_same_pixel(const Viewport& one, PixelPoint at, const Viewport& other, PixelPoint there) {
    const PixelPoint pixel = other.to_pixel(one.to_plane(at));
    CHECK(pixel.x == Approx(there.x).margin(1e-6));
    CHECK(pixel.y == Approx(there.y).margin(1e-6));
}

} // namespace

TEST_CASE("view motion: panning moves every place by as much", "[view][motion]") {
    const Viewport view = sample();
    const Viewport moved = panned(view, {40.0, -25.0});
    check_same_pixel(view, {10, 20}, moved, {50, -5});
    check_same_pixel(view, {700, 500}, moved, {740, 475});
}

TEST_CASE("view motion: what is under the pointer stays there in a zoom", "[view][motion]") {
    const Viewport view = sample();
    for (const double factor : {0.3, 1.25, 7.0}) {
        const Viewport nearer = zoomed(view, factor, {123.0, 456.0});
        CHECK(nearer.metres_per_pixel() == Approx(1500.0 / factor));
        check_same_pixel(view, {123, 456}, nearer, {123, 456});
        // On the way there as well.
        check_same_pixel(view, {123, 456}, between(view, nearer, 0.37), {123, 456});
    }
}

TEST_CASE("view motion: zooming ends at its limits and moves nothing there", "[view][motion]") {
    const Viewport closest = zoomed(sample(), 1e9, {100.0, 100.0});
    CHECK(closest.metres_per_pixel() == closest_metres_per_pixel);
    const Viewport again = zoomed(closest, 2.0, {100.0, 100.0});
    CHECK(again.centre().x_m == Approx(closest.centre().x_m));
    CHECK(zoomed(sample(), 1e-9, {0, 0}).metres_per_pixel() == farthest_metres_per_pixel);
}

TEST_CASE("view motion: the chart cannot be lost", "[view][motion]") {
    Viewport view = sample();
    for (int i = 0; i < 100; ++i) {
        view = panned(view, {100000.0, 0.0});
    }
    CHECK(std::hypot(view.centre().x_m, view.centre().y_m) < 1.2e7);
}

TEST_CASE("view motion: north up", "[view][motion]") {
    const Viewport up = north_up(sample());
    const geo::Position middle = *up.plane().inverse(up.centre());
    CHECK(up.north_on_screen(middle).in_degrees() == Approx(0.0).margin(1e-6));
    const Viewport pole(geo::Projection::polar_north(), {0.0, 0.0}, 1000.0, Angle::degrees(33.0),
                        {100, 100});
    CHECK(north_up(pole).rotation() == pole.rotation());
}

TEST_CASE("view motion: turning takes the short way", "[view][motion]") {
    const Viewport from = sample(170.0);
    const Viewport to = sample(-170.0);
    const double half = between(from, to, 0.5).rotation().in_degrees();
    CHECK(std::abs(std::remainder(half - 180.0, 360.0)) < 1e-9);
    CHECK(between(from, to, 1.0).centre() == to.centre());
    CHECK(turned_to(from, Angle::degrees(725.0)).rotation().in_degrees() == Approx(5.0));
}

TEST_CASE("view motion: widened views cover, until they are left", "[view][motion]") {
    const Viewport view = sample();
    const Viewport wide = widened(view, 100);
    CHECK(wide.size() == chart::PixelSize{1000, 800});
    check_same_pixel(view, {0, 0}, wide, {100, 100});
    CHECK(covers(wide, view));
    CHECK(covers(wide, panned(view, {99.0, -99.0})));
    CHECK_FALSE(covers(wide, panned(view, {102.0, 0.0})));
    CHECK_FALSE(covers(view, wide));
    CHECK_FALSE(covers(wide, zoomed(view, 10.0, {400, 300}))); // far too coarse
    CHECK_FALSE(covers(wide, zoomed(view, 0.5, {400, 300})));
}
