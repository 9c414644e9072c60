// SPDX-License-Identifier: Apache-2.0
#include "core/geo/polyline.hpp"
#include "core/geo/rhumb_line.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace fairlead;
using namespace fairlead::geo;

namespace {
const std::vector<Position> over_the_top = {
    Position::degrees(80.0, 40.0), Position::degrees(85.0, 170.0), Position::degrees(84.0, -170.0),
    Position::degrees(70.0, -168.0)};
} // namespace

TEST_CASE("polyline: length is the sum of geodesics, zero without legs", "[geo][polyline]") {
    CHECK(polyline_length({}) == Length());
    CHECK(polyline_length(std::vector{Position()}) == Length());
    const auto sum = geodesic_distance(over_the_top[0], over_the_top[1]) +
                     geodesic_distance(over_the_top[1], over_the_top[2]) +
                     geodesic_distance(over_the_top[2], over_the_top[3]);
    CHECK(polyline_length(over_the_top).in_metres() == Approx(sum.in_metres()));
}

TEST_CASE("polyline: made denser it keeps its places and its length", "[geo][polyline]") {
    const auto longest = Length::kilometres(50.0);
    const auto dense = densify(over_the_top, longest);
    CHECK(polyline_length(dense).in_metres() ==
          Approx(polyline_length(over_the_top).in_metres()).epsilon(1e-12));
    for (std::size_t i = 1; i < dense.size(); ++i) {
        CHECK(geodesic_distance(dense[i - 1], dense[i]) <= longest * (1.0 + 1e-9));
    }
    for (const auto& place : over_the_top) {
        CHECK(std::find(dense.begin(), dense.end(), place) != dense.end());
    }
    CHECK(densify(over_the_top, Length::kilometres(1e5)) == over_the_top);
    CHECK(densify({}, longest).empty());
    CHECK(densify(std::vector{Position()}, longest).size() == 1);
}

TEST_CASE("polyline: along a parallel a dense rhumb line stays on it", "[geo][polyline]") {
    const std::vector<Position> parallel = {Position::degrees(-60.0, 170.0),
                                            Position::degrees(-60.0, -150.0)};
    const auto dense = densify_rhumb(parallel, Length::kilometres(100.0));
    CHECK(dense.size() == 24); // 40 degrees at 60 S are 2232 km
    for (const auto& place : dense) {
        CHECK(place.latitude_deg() == Approx(-60.0).margin(1e-9));
    }
}

TEST_CASE("polyline: places at a distance", "[geo][polyline]") {
    const MeasuredLine line(over_the_top);
    CHECK(line.length().in_metres() == Approx(polyline_length(over_the_top).in_metres()));
    CHECK(geodesic_distance(line.at(Length()), over_the_top.front()) < Length::metres(1e-6));
    CHECK(geodesic_distance(line.at(line.length()), over_the_top.back()) < Length::metres(1e-6));
    CHECK(geodesic_distance(line.at(line.length() * 2.0), over_the_top.back()) <
          Length::metres(1e-6));
    CHECK(geodesic_distance(line.at(Length::metres(-5.0)), over_the_top.front()) <
          Length::metres(1e-6));
    const auto first = geodesic_distance(over_the_top[0], over_the_top[1]);
    CHECK(geodesic_distance(line.at(first), over_the_top[1]) < Length::metres(1e-6));
    CHECK(line.bearing_at(first).in_degrees() ==
          Approx(geodesic_inverse(over_the_top[1], over_the_top[2]).initial_bearing.in_degrees())
              .margin(1e-6));
    CHECK(line.bearing_at(line.length()).in_degrees() ==
          Approx(geodesic_inverse(over_the_top[2], over_the_top[3]).final_bearing.in_degrees())
              .margin(1e-6));

    const MeasuredLine point(std::vector{over_the_top[0], over_the_top[0]});
    CHECK(point.length() == Length());
    CHECK(point.at(Length::metres(10.0)) == over_the_top[0]);
    CHECK(point.bearing_at(Length()).in_degrees() == 0.0);
    CHECK_THROWS_AS(MeasuredLine(std::vector<Position>{}), std::logic_error);
}

TEST_CASE("polyline: cut at 180 degrees where the geodesic crosses", "[geo][polyline]") {
    const std::vector<Position> line = {Position::degrees(70.0, 170.0),
                                        Position::degrees(70.0, -170.0),
                                        Position::degrees(66.0, -169.0)};
    const auto parts = split_at_antimeridian(line);
    REQUIRE(parts.size() == 2);
    REQUIRE(parts[0].size() == 2);
    REQUIRE(parts[1].size() == 3);
    CHECK(parts[0][1].longitude_deg == 180.0);
    CHECK(parts[1][0].longitude_deg == -180.0);
    CHECK(parts[0][1].latitude_deg == parts[1][0].latitude_deg);
    // Symmetric ends: the crossing is the geodesic's middle, north of the parallel.
    const GeodesicLine leg(line[0], line[1]);
    CHECK(parts[0][1].latitude_deg ==
          Approx(leg.at(leg.length() * 0.5).latitude_deg()).margin(1e-9));
    CHECK(parts[0][1].latitude_deg > 70.2);
    const std::vector<Position> back(line.rbegin(), line.rend());
    const auto reversed = split_at_antimeridian(back);
    REQUIRE(reversed.size() == 2);
    CHECK(reversed[0].back().longitude_deg == -180.0);
    CHECK(reversed[1].front().longitude_deg == 180.0);
}

TEST_CASE("polyline: places on 180 degrees itself belong to the side they are reached from",
          "[geo][polyline]") {
    const auto touched = split_at_antimeridian(std::vector{Position::degrees(70.0, 170.0),
                                                           Position::degrees(71.0, 180.0),
                                                           Position::degrees(72.0, 170.0)});
    REQUIRE(touched.size() == 1);
    CHECK(touched[0][1] == MapPosition{71.0, 180.0});
    const auto passed = split_at_antimeridian(std::vector{Position::degrees(70.0, 170.0),
                                                          Position::degrees(71.0, 180.0),
                                                          Position::degrees(72.0, -170.0)});
    REQUIRE(passed.size() == 2);
    CHECK(passed[0].back() == MapPosition{71.0, 180.0});
    CHECK(passed[1].front() == MapPosition{71.0, -180.0});
    const auto leaving = split_at_antimeridian(
        std::vector{Position::degrees(71.0, 180.0), Position::degrees(72.0, 170.0)});
    REQUIRE(leaving.size() == 2);
    CHECK(leaving[1] == std::vector<MapPosition>{{71.0, 180.0}, {72.0, 170.0}});
}

TEST_CASE("polyline: through a pole the map line goes up one meridian and down the other",
          "[geo][polyline]") {
    const auto across = split_at_antimeridian(
        std::vector{Position::degrees(89.0, 20.0), Position::degrees(88.0, -160.0)});
    REQUIRE(across.size() == 1);
    CHECK(across[0] ==
          std::vector<MapPosition>{{89.0, 20.0}, {90.0, 20.0}, {90.0, -160.0}, {88.0, -160.0}});
    const auto stop = split_at_antimeridian(std::vector{Position::degrees(-89.0, 20.0),
                                                        Position::degrees(-90.0, 0.0),
                                                        Position::degrees(-88.0, -100.0)});
    REQUIRE(stop.size() == 1);
    CHECK(stop[0] ==
          std::vector<MapPosition>{{-89.0, 20.0}, {-90.0, 20.0}, {-90.0, -100.0}, {-88.0, -100.0}});
    CHECK(split_at_antimeridian({}).empty());
}
