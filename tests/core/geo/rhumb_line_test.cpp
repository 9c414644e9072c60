// SPDX-License-Identifier: Apache-2.0
#include "core/geo/geodesic.hpp"
#include "core/geo/rhumb_line.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace fairlead;
using namespace fairlead::geo;

// Computed apart from this code: 4000 panels of 5-point Gauss-Legendre quadrature of the meridian
// radius M and of M / (N cos phi) over latitude, WGS 84, in double precision. The first row is
// also the example in the manual of GeographicLib's RhumbSolve (103:34:58.2, 18523563 m).
TEST_CASE("rhumb line: bearing and length agree with quadrature", "[geo][rhumb]") {
    struct Row {
        double latitude1_deg, longitude1_deg, latitude2_deg, longitude2_deg, bearing_deg,
            distance_m;
    };
    const Row rows[] = {
        {40.6397222222, -73.7788888889, 1.35916666667, 103.989444444, 103.582833003, 18523563.0424},
        {64.6166666667, -35.45, 67.065, -26.5566666667, 56.080814460, 489229.6496},
        {70, 170, 72, -170, 72.922245690, 759863.8955},
        {-60, 10, -60, 20, 90.000000000, 558000.0157},
        {69, 33, 69.00001, 40, 89.999771798, 280071.5534},
        {89.9, 0, 80, 120, 155.555770424, 1214520.6324},
        {69, 33, 69.000002, 40, 89.999954360, 280071.6043},
    };
    for (const Row& row : rows) {
        const auto from = Position::degrees(row.latitude1_deg, row.longitude1_deg);
        const auto to = Position::degrees(row.latitude2_deg, row.longitude2_deg);
        CAPTURE(row.latitude1_deg, row.longitude1_deg);
        const auto line = rhumb_inverse(from, to);
        CHECK(line.bearing.in_degrees() == Approx(row.bearing_deg).margin(1e-8));
        CHECK(line.distance.in_metres() == Approx(row.distance_m).margin(2e-3));
        const auto reached = rhumb_direct(from, line.bearing, line.distance);
        REQUIRE(reached);
        CHECK(geodesic_distance(*reached, to) < Length::metres(1e-3));
        CHECK(geodesic_distance(rhumb_interpolate(from, to, 0.0), from) < Length::metres(1e-6));
        CHECK(rhumb_interpolate(from, to, 1.0) == to);
        const auto middle = rhumb_interpolate(from, to, 0.5);
        CHECK(rhumb_inverse(from, middle).distance.in_metres() ==
              Approx(0.5 * row.distance_m).margin(2e-3));
        CHECK(rhumb_inverse(middle, to).bearing.in_degrees() ==
              Approx(row.bearing_deg).margin(1e-5));
    }
}

TEST_CASE("rhumb line: due east stays on its parallel, across 180 too", "[geo][rhumb]") {
    const auto from = Position::degrees(-60.0, 170.0);
    const auto line = rhumb_inverse(from, Position::degrees(-60.0, -170.0));
    CHECK(line.bearing.in_degrees() == 90.0);
    const auto reached = rhumb_direct(from, Bearing::degrees(90.0), line.distance);
    REQUIRE(reached);
    CHECK(reached->latitude_deg() == Approx(-60.0).margin(1e-12));
    CHECK(reached->longitude_deg() == Approx(-170.0).margin(1e-9));
    CHECK(rhumb_inverse(Position::degrees(60.0, 0.0), Position::degrees(60.0, 180.0))
              .bearing.in_degrees() == 90.0);
}

TEST_CASE("rhumb line: to, from and at a pole it is a meridian", "[geo][rhumb]") {
    const auto north = Position::degrees(90.0, 0.0);
    const auto place = Position::degrees(80.0, 120.0);
    const auto up = rhumb_inverse(place, north);
    CHECK(up.bearing.in_degrees() == 0.0);
    CHECK(up.distance.in_metres() ==
          Approx(geodesic_distance(place, north).in_metres()).margin(1e-6));
    CHECK(rhumb_inverse(north, place).bearing.in_degrees() == 180.0);
    CHECK(rhumb_inverse(north, Position::degrees(90.0, 77.0)).distance == Length());
    CHECK(geodesic_distance(rhumb_interpolate(north, place, 0.5),
                            rhumb_interpolate(place, north, 0.5)) < Length::metres(1e-3));
    const auto south = rhumb_inverse(Position::degrees(-85.0, 5.0), Position::degrees(-90.0, 0.0));
    CHECK(south.bearing.in_degrees() == 180.0);
}

TEST_CASE("rhumb line: one that runs into a pole has no place beyond it", "[geo][rhumb]") {
    const auto from = Position::degrees(89.0, 0.0);
    CHECK_FALSE(rhumb_direct(from, Bearing::degrees(0.0), Length::kilometres(120.0)));
    CHECK_FALSE(rhumb_direct(from, Bearing::degrees(45.0), Length::kilometres(1000.0)));
    CHECK(rhumb_direct(from, Bearing::degrees(90.0), Length::kilometres(1000.0)));
    CHECK_FALSE(rhumb_direct(Position::degrees(90.0, 0.0), Bearing::degrees(90.0),
                             Length::kilometres(1.0)));
    CHECK_FALSE(rhumb_direct(from, Bearing::degrees(180.0), Length::kilometres(-120.0)));
    const auto leaving = rhumb_direct(Position::degrees(90.0, 33.0), Bearing::degrees(180.0),
                                      Length::kilometres(10.0));
    REQUIRE(leaving);
    CHECK(leaving->longitude_deg() == 33.0);
}

TEST_CASE("rhumb line: coincident places give zero and bearing 0; no distance stays",
          "[geo][rhumb]") {
    const auto place = Position::degrees(71.0, -180.0);
    CHECK(rhumb_inverse(place, place).distance == Length());
    CHECK(rhumb_inverse(place, place).bearing.in_degrees() == 0.0);
    CHECK(rhumb_direct(place, Bearing::degrees(123.0), Length()) == place);
}
