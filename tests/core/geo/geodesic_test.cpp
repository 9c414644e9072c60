// SPDX-License-Identifier: Apache-2.0
#include "core/geo/geodesic.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace fairlead;
using namespace fairlead::geo;

namespace {
constexpr double quarter_meridian_m =
    10001965.729313; // WGS 84; Karney 2013 works with the same ellipsoid
} // namespace

// Karney 2013, table 3 ("Sample calculations"): phi1 = -30.12345, phi2 = -30.12344, lon12 =
// 0.00005.
TEST_CASE("geodesic: Karney's worked example of two close points", "[geo][geodesic]") {
    const auto line =
        geodesic_inverse(Position::degrees(-30.12345, 0.0), Position::degrees(-30.12344, 0.00005));
    CHECK(line.initial_bearing.in_degrees() == Approx(77.04353354237).margin(1e-8));
    CHECK(line.final_bearing.in_degrees() == Approx(77.04350844913).margin(1e-8));
    CHECK(line.distance.in_metres() == Approx(4.944208).margin(1e-6));
}

TEST_CASE("geodesic: from the equator to the pole is a quarter meridian, whatever the longitudes",
          "[geo][geodesic]") {
    for (const double longitude : {-180.0, -90.0, 0.0, 17.0, 179.999}) {
        const auto up =
            geodesic_inverse(Position::degrees(0.0, longitude), Position::degrees(90.0, 45.0));
        CHECK(up.distance.in_metres() == Approx(quarter_meridian_m).margin(1e-5));
        CHECK(up.initial_bearing.in_degrees() == Approx(0.0).margin(1e-9));
        const auto down =
            geodesic_inverse(Position::degrees(0.0, longitude), Position::degrees(-90.0, 45.0));
        CHECK(down.distance.in_metres() == Approx(quarter_meridian_m).margin(1e-5));
        CHECK(down.initial_bearing.in_degrees() == Approx(180.0).margin(1e-9));
    }
}

TEST_CASE("geodesic: both points at the same pole give zero length", "[geo][geodesic]") {
    for (const double pole : {-90.0, 90.0}) {
        const auto line =
            geodesic_inverse(Position::degrees(pole, 10.0), Position::degrees(pole, -120.0));
        CHECK(line.distance.in_metres() == Approx(0.0).margin(1e-9));
    }
}

TEST_CASE("geodesic: coincident points give zero length and bearing 0", "[geo][geodesic]") {
    const auto place = Position::degrees(71.0, -180.0);
    const auto line = geodesic_inverse(place, Position::degrees(71.0, 180.0));
    CHECK(line.distance == Length());
    CHECK(line.initial_bearing.in_degrees() == 0.0);
    CHECK(line.final_bearing.in_degrees() == 0.0);
    const GeodesicLine point(place, place);
    CHECK(point.length() == Length());
    CHECK(geodesic_distance(point.at(Length()), place) < Length::metres(1e-6));
}

TEST_CASE("geodesic: across 180 degrees the line is as short as anywhere else", "[geo][geodesic]") {
    const auto here = geodesic_inverse(Position::degrees(70.0, -1.0), Position::degrees(71.0, 2.0));
    const auto there =
        geodesic_inverse(Position::degrees(70.0, 179.0), Position::degrees(71.0, -178.0));
    CHECK(there.distance.in_metres() == Approx(here.distance.in_metres()).margin(1e-6));
    CHECK(there.initial_bearing.in_degrees() ==
          Approx(here.initial_bearing.in_degrees()).margin(1e-10));
}

TEST_CASE("geodesic: the direct problem undoes the inverse, over the pole too", "[geo][geodesic]") {
    const std::pair<Position, Position> pairs[] = {
        {Position::degrees(68.97, 33.05), Position::degrees(65.8, -168.9)},
        {Position::degrees(85.0, 10.0), Position::degrees(84.0, -170.0)},
        {Position::degrees(-75.0, 170.0), Position::degrees(-78.0, -165.0)},
        {Position::degrees(89.999, 0.0), Position::degrees(89.999, 90.0)},
    };
    for (const auto& [from, to] : pairs) {
        const auto line = geodesic_inverse(from, to);
        CHECK(geodesic_distance(geodesic_direct(from, line.initial_bearing, line.distance), to) <
              Length::metres(1e-6));
        const GeodesicLine prepared(from, to);
        CHECK(prepared.length() == line.distance);
        CHECK(geodesic_distance(prepared.at(prepared.length()), to) < Length::metres(1e-6));
        CHECK(prepared.bearing_at(Length()).in_degrees() ==
              Approx(line.initial_bearing.in_degrees()).margin(1e-9));
        CHECK(prepared.bearing_at(prepared.length()).in_degrees() ==
              Approx(line.final_bearing.in_degrees()).margin(1e-6));
        const auto half = prepared.at(prepared.length() * 0.5);
        CHECK(geodesic_distance(from, half).in_metres() ==
              Approx(geodesic_distance(half, to).in_metres()).margin(1e-6));
    }
}

TEST_CASE("geodesic: negative distances go backwards", "[geo][geodesic]") {
    const auto from = Position::degrees(70.0, 20.0);
    const auto back = geodesic_direct(from, Bearing::degrees(30.0), Length::kilometres(-100.0));
    CHECK(geodesic_distance(
              back, geodesic_direct(from, Bearing::degrees(210.0), Length::kilometres(100.0))) <
          Length::metres(1e-6));
}
