// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/geo/geodesic.hpp"
#include "core/geo/polyline.hpp"
#include "core/geo/region.hpp"

#include <catch2/catch.hpp>

using namespace fairlead;
using namespace fairlead::geo;

namespace {
Position at(double latitude_deg, double longitude_deg) {
    return Position::degrees(latitude_deg, longitude_deg);
}
} // namespace

TEST_CASE("region: south of 60 S as a ring of rhumb lines holds the pole", "[geo][region]") {
    const Region antarctic({{at(-60, -180), at(-60, -90), at(-60, 0), at(-60, 90)}},
                           EdgeKind::rhumb_line);
    for (double longitude = -180.0; longitude < 180.0; longitude += 12.5) {
        CAPTURE(longitude);
        CHECK(antarctic.contains(at(-90, longitude)));
        CHECK(antarctic.contains(at(-60.0001, longitude)));
        CHECK(antarctic.contains(at(-60.0, longitude)));
        CHECK_FALSE(antarctic.contains(at(-59.9999, longitude)));
        CHECK_FALSE(antarctic.contains(at(0, longitude)));
        CHECK_FALSE(antarctic.contains(at(90, longitude)));
    }
}

TEST_CASE("region: the way round of a ring does not matter", "[geo][region]") {
    const std::vector<Position> ring = {at(70, 170), at(70, -170), at(75, -170), at(75, 170)};
    for (const auto& turned : {ring, std::vector<Position>(ring.rbegin(), ring.rend())}) {
        const Region region({turned}, EdgeKind::rhumb_line);
        CHECK(region.contains(at(72, 180)));
        CHECK(region.contains(at(72, 175)));
        CHECK(region.contains(at(72, -175)));
        CHECK(region.contains(ring[0]));
        CHECK_FALSE(region.contains(at(72, 169)));
        CHECK_FALSE(region.contains(at(72, 0)));
        CHECK_FALSE(region.contains(at(-72, 0)));
        CHECK_FALSE(region.contains(at(90, 0)));
    }
}

TEST_CASE("region: rhumb edges follow the parallel, geodesic edges bulge towards the pole",
          "[geo][region]") {
    const std::vector<Position> ring = {at(60, 0), at(60, 60), at(50, 60), at(50, 0)};
    const auto bulge = at(61.0, 30.0);
    CHECK(Region({ring}, EdgeKind::geodesic).contains(bulge));
    CHECK_FALSE(Region({ring}, EdgeKind::rhumb_line).contains(bulge));
}

TEST_CASE("region: a hole is a second ring, a second island too", "[geo][region]") {
    const std::vector<Position> outer = {at(70, 0), at(70, 20), at(80, 20), at(80, 0)};
    const std::vector<Position> hole = {at(74, 8), at(74, 12), at(76, 12), at(76, 8)};
    const std::vector<Position> island = {at(-70, 0), at(-70, 5), at(-72, 5)};
    const Region region({outer, hole, island}, EdgeKind::rhumb_line);
    CHECK(region.contains(at(72, 10)));
    CHECK_FALSE(region.contains(at(75, 10)));
    CHECK(region.contains(at(-70.5, 4)));
}

TEST_CASE("region: a hemisphere's ring and one thin as a fairway", "[geo][region]") {
    const Region arctic_half({{at(0.5, 0), at(0.5, 90), at(0.5, 180), at(0.5, -90)}},
                             EdgeKind::rhumb_line);
    CHECK(arctic_half.contains(at(1, 45)));
    CHECK(arctic_half.contains(at(90, 0)));
    CHECK_FALSE(arctic_half.contains(at(0, 45)));
    CHECK_FALSE(arctic_half.contains(at(-90, 0)));
    const Region fairway({{at(70, 30), at(70.001, 30), at(70.001, 31), at(70, 31)}});
    CHECK(fairway.contains(at(70.0005, 30.01)));
    CHECK_FALSE(fairway.contains(at(70.002, 30.0)));
}

TEST_CASE("region: the smaller side is inside even where the ring's middle is outside",
          "[geo][region]") {
    // All south of 5 S, and a finger of it up to 60 N whose many vertices pull the middle north.
    std::vector<Position> ring = {at(-5, 90), at(-5, 180), at(-5, -90)};
    for (int latitude = -5; latitude <= 60; ++latitude) {
        ring.push_back(at(latitude, -0.5));
    }
    for (int latitude = 60; latitude >= -5; --latitude) {
        ring.push_back(at(latitude, 0.5));
    }
    const Region region({ring}, EdgeKind::rhumb_line);
    CHECK(region.contains(at(-30, 180)));
    CHECK(region.contains(at(-90, 0)));
    CHECK(region.contains(at(40, 0)));
    CHECK_FALSE(region.contains(at(40, 2)));
    CHECK_FALSE(region.contains(at(30, 180)));
    CHECK_FALSE(region.contains(at(90, 0)));
}

TEST_CASE("region: too few places are refused, closing and repeated ones do not count",
          "[geo][region]") {
    CHECK_THROWS_WITH(Region({{at(70, 0), at(71, 0), at(71, 0), at(70, 0)}}),
                      Catch::Contains("at least 3 different places, this one has 2"));
    CHECK_THROWS_AS(Region(std::vector<std::vector<Position>>(1)), Error);
    CHECK_THROWS_AS(Region(std::vector<std::vector<Position>>{}), Error);
    CHECK_NOTHROW(Region({{at(70, 0), at(71, 0), at(71, 1), at(70, 0)}}));
    CHECK_THROWS_WITH(Region({{at(1, 0), at(0, 1), at(-1, 0), at(0, -1), at(0, 180)}}),
                      Catch::Contains("whole earth"));
}

// SOLAS XIV/1.3, as in the Polar Code: Arctic waters, from south of Greenland to Bjornoya and Cap
// Kanin Nos; closed here across the pole side instead of along the coasts of Asia and America.
TEST_CASE("region: the boundary of Arctic waters mixes rhumb lines and a great circle",
          "[geo][region]") {
    const auto step = Length::kilometres(25.0);
    const auto minutes = [](double degrees, double min) { return degrees + min / 60.0; };
    const std::vector<Position> rhumb_part = {
        at(58.0, -42.0), at(minutes(64, 37.0), -minutes(35, 27.0)),
        at(minutes(67, 3.9), -minutes(26, 33.4)), at(minutes(70, 49.56), -minutes(8, 59.61)),
        at(minutes(73, 31.6), minutes(19, 1.0))};
    auto ring = densify_rhumb(rhumb_part, step);
    ring.push_back(at(minutes(68, 38.29), minutes(43, 23.08))); // great circle from Bjornoya
    ring.push_back(at(85.0, 100.0));
    ring.push_back(at(88.0, -100.0));
    const Region arctic_waters({ring});
    CHECK(arctic_waters.contains(at(78.2, 15.6))); // Longyearbyen
    CHECK(arctic_waters.contains(at(90.0, 0.0)));
    CHECK_FALSE(arctic_waters.contains(at(69.0, 33.5)));  // Murmansk coast
    CHECK_FALSE(arctic_waters.contains(at(65.0, -24.0))); // Iceland
    // Half-way along the great circle, it lies north of the rhumb line between the same ends.
    const auto middle = densify(std::vector{rhumb_part.back(), ring[ring.size() - 3]}, step);
    const auto on_circle = middle[middle.size() / 2];
    CHECK(arctic_waters.contains(on_circle));
    CHECK(arctic_waters.contains(
        geodesic_direct(on_circle, Bearing::degrees(30.0), Length::metres(50.0))));
    CHECK_FALSE(arctic_waters.contains(
        geodesic_direct(on_circle, Bearing::degrees(210.0), Length::metres(50.0))));
    // A place on the rhumb line from Greenland to Iceland's north-west: north-west of it is inside.
    const auto rhumb = densify_rhumb(std::span(rhumb_part).subspan(1, 2), step);
    const auto on_rhumb = rhumb[rhumb.size() / 2];
    CHECK(arctic_waters.contains(
        geodesic_direct(on_rhumb, Bearing::degrees(315.0), Length::metres(50.0))));
    CHECK_FALSE(arctic_waters.contains(
        geodesic_direct(on_rhumb, Bearing::degrees(135.0), Length::metres(50.0))));
}

TEST_CASE("region: a corner at the very height of a place counts once", "[geo][region]") {
    // Around 0 N 0 E the equator is the line y = 0 of the ring's plane, exactly.
    const Region diamond({{at(0, -10), at(-10, 0), at(0, 10), at(10, 0)}});
    for (const double longitude : {-9.9, -5.0, 0.0, 5.0, 9.9}) {
        CAPTURE(longitude);
        CHECK(diamond.contains(at(0, longitude)));
    }
    for (const double longitude : {-60.0, -10.1, 10.1, 60.0}) {
        CAPTURE(longitude);
        CHECK_FALSE(diamond.contains(at(0, longitude)));
    }
    // At the height of a peak that points up the line to it only touches the ring.
    const Region peak({{at(-5, -10), at(-5, 10), at(0, 0)}});
    CHECK_FALSE(peak.contains(at(0, 20)));
    CHECK_FALSE(peak.contains(at(0, -20)));
    CHECK(peak.contains(at(-1, 0)));
}
