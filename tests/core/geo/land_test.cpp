// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/geo/geodesic.hpp"
#include "core/geo/land_bins.hpp"
#include "core/geo/land_geos.hpp"
#include "core/geo/land_index.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

using namespace fairlead;
using namespace fairlead::geo;

namespace {

Position at(double latitude_deg, double longitude_deg) {
    return Position::degrees(latitude_deg, longitude_deg);
}

/// An island with a ragged coast: full of bays, never crossing itself.
LandPolygon island(const Position& centre, double mean_radius_m, int corners, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> share(0.3, 1.0);
    LandPolygon land;
    for (int i = 0; i < corners; ++i) {
        land.outer.push_back(geodesic_direct(centre, Bearing::degrees(360.0 * i / corners),
                                             Length::metres(mean_radius_m * share(random))));
    }
    return land;
}

/// Islands over the pole, on 180 degrees and elsewhere, from skerries to the size of Spitsbergen.
std::vector<LandPolygon> archipelago(double sign) {
    std::vector<LandPolygon> land = {island(at(sign * 89.9, 30.0), 60e3, 400, 1),
                                     island(at(sign * 71.0, 180.0), 80e3, 600, 2),
                                     island(at(sign * 78.0, 20.0), 200e3, 3000, 3),
                                     island(at(sign * 60.0, -120.0), 90e3, 900, 4)};
    std::mt19937 random(5);
    std::uniform_real_distribution<double> latitude(65.0, 88.0);
    std::uniform_real_distribution<double> longitude(-180.0, 180.0);
    for (unsigned i = 0; i < 300; ++i) {
        land.push_back(island(at(sign * latitude(random), longitude(random)), 300.0 + 40.0 * i,
                              5 + static_cast<int>(i % 40), 100 + i));
    }
    return land;
}

LandPolygon box(double south, double north, double west, double east) {
    return {{at(south, west), at(south, east), at(north, east), at(north, west)}, {}};
}

double plane_distance_m(PlanePoint a, PlanePoint b) {
    return std::hypot(a.x_m - b.x_m, a.y_m - b.y_m);
}

} // namespace

TEST_CASE("land: bins and GEOS agree on random points and segments near coasts", "[geo][land]") {
    for (const double sign : {1.0, -1.0}) {
        const auto plane = sign > 0.0 ? Projection::polar_north() : Projection::polar_south();
        const auto land = project_land(archipelago(sign), plane, Angle::degrees(40.0));
        const LandBins bins(land);
        const LandGeos geos(land);
        std::mt19937 random(20260702);
        CAPTURE(sign);
        std::uniform_int_distribution<std::size_t> vertex(0, land.points.size() - 1);
        std::uniform_real_distribution<double> angle(0.0, 2.0 * std::acos(-1.0));
        std::uniform_real_distribution<double> share(0.0, 1.0);
        int on_land = 0;
        int clear = 0;
        int undecided = 0;
        constexpr int tries = 6000;
        for (int i = 0; i < tries; ++i) {
            const PlanePoint coast = land.points[vertex(random)];
            const double offset_m = 8e3 * share(random) * share(random);
            const double offset_angle = angle(random);
            const PlanePoint from{coast.x_m + offset_m * std::cos(offset_angle),
                                  coast.y_m + offset_m * std::sin(offset_angle)};
            const double length_m = 30e3 * share(random) * share(random);
            const double heading = angle(random);
            const PlanePoint to{from.x_m + length_m * std::cos(heading),
                                from.y_m + length_m * std::sin(heading)};
            const double clearance_m = i % 3 == 0 ? 0.0 : 3000.0 * share(random);
            const bool expected_land = geos.is_land(from);
            REQUIRE(bins.is_land(from) == expected_land);
            on_land += expected_land ? 1 : 0;
            const bool expected = !expected_land && geos.shore_keeps_off(from, to, clearance_m);
            // A millimetre either way is rounding; anything more must be decided alike.
            const double hair_m = std::fmin(1e-3, clearance_m);
            if (!expected_land && geos.shore_keeps_off(from, to, clearance_m - hair_m) !=
                                      geos.shore_keeps_off(from, to, clearance_m + 1e-3)) {
                ++undecided;
                continue;
            }
            CAPTURE(i, from.x_m, from.y_m, to.x_m, to.y_m, clearance_m);
            REQUIRE(bins.is_clear(from, to, clearance_m) == expected);
            clear += expected ? 1 : 0;
        }
        CHECK(on_land > tries / 10);
        CHECK(clear > tries / 10);
        CHECK(undecided < tries / 500);
    }
}

TEST_CASE("land: long segments are judged along their whole length", "[geo][land]") {
    const std::vector<LandPolygon> land = {island(at(80.0, 10.0), 1000.0, 8, 7)};
    const LandIndex index(land, Projection::polar_north(), "test", Angle::degrees(40.0));
    const auto middle = *index.plane().forward(at(80.0, 10.0));
    for (double heading = 0.0; heading < 6.3; heading += 0.1) {
        const PlanePoint step{1.5e6 * std::cos(heading), 1.5e6 * std::sin(heading)};
        const PlanePoint from{middle.x_m - step.x_m, middle.y_m - step.y_m};
        const PlanePoint to{middle.x_m + step.x_m, middle.y_m + step.y_m};
        CHECK_FALSE(index.is_clear(from, to, 0.0));
        const PlanePoint beside{-step.y_m / 1.5e6 * 5000.0, step.x_m / 1.5e6 * 5000.0};
        const PlanePoint from2{from.x_m + beside.x_m, from.y_m + beside.y_m};
        const PlanePoint to2{to.x_m + beside.x_m, to.y_m + beside.y_m};
        CHECK(index.is_clear(from2, to2, 1000.0));
        CHECK_FALSE(index.is_clear(from2, to2, 6000.0));
    }
}

TEST_CASE("land: clearance and distance are true metres, far from the standard parallel too",
          "[geo][land]") {
    for (const double latitude : {10.0, 45.0, 70.0, 88.0}) {
        CAPTURE(latitude);
        // A small island whose northernmost point is known.
        const auto tip = at(latitude, -168.0);
        const LandPolygon land = {
            {tip, geodesic_direct(tip, Bearing::degrees(170.0), Length::metres(500.0)),
             geodesic_direct(tip, Bearing::degrees(190.0), Length::metres(500.0))},
            {}};
        const LandIndex index(std::span(&land, 1), Projection::polar_north(), "test");
        const auto off = geodesic_direct(tip, Bearing::degrees(0.0), Length::metres(1852.0));
        const auto distance = index.distance_to_land(off, Length::metres(5000.0));
        REQUIRE(distance);
        CHECK(distance->in_metres() == Approx(1852.0).margin(0.01));
        CHECK_FALSE(index.distance_to_land(off, Length::metres(1851.0)));
        CHECK(index.is_clear(off, off, Length::metres(1851.0)));
        CHECK_FALSE(index.is_clear(off, off, Length::metres(1853.0)));
        const auto point = *index.plane().forward(off);
        CHECK(index.is_clear(point, point, 1851.0));
        CHECK_FALSE(index.is_clear(point, point, 1853.0));
        CHECK(index.distance_to_land(
                  geodesic_direct(tip, Bearing::degrees(180.0), Length::metres(200.0)),
                  Length::metres(10.0)) == Length());
    }
}

TEST_CASE("land: an island over the pole and one across 180 are ordinary", "[geo][land]") {
    const std::vector<LandPolygon> land = {
        {{at(89, 0), at(89, 90), at(89, 180), at(89, -90)}, {}},
        {{at(70, 179), at(70, -179), at(71, -179), at(71, 179)}, {}}};
    const LandIndex index(land, Projection::polar_north(), "test");
    CHECK(index.is_land(at(90, 0)));
    CHECK(index.is_land(at(90, 123)));
    CHECK(index.is_land(at(89.5, 45)));
    CHECK_FALSE(index.is_land(at(88, 45)));
    CHECK(index.is_land(at(70.5, 180)));
    CHECK(index.is_land(at(70.5, -179.5)));
    CHECK_FALSE(index.is_land(at(70.5, 178)));
    CHECK_FALSE(index.is_land(at(70.5, 0)));

    const auto met = index.first_crossing(at(85, 20), at(85, -160)); // over the pole
    REQUIRE(met);
    CHECK(met->longitude_deg() == Approx(20.0).margin(1e-6));
    CHECK(met->latitude_deg() > 89.0);
    CHECK(met->latitude_deg() < 89.4);
    CHECK_FALSE(index.is_clear(at(85, 20), at(85, -160), Length()));
    CHECK(index.is_clear(at(85, 20), at(85, 60), Length()));
    const auto coast = index.first_crossing(at(70.5, 175), at(70.5, -175));
    REQUIRE(coast);
    CHECK(coast->longitude_deg() == Approx(179.0).margin(1e-3));
    CHECK(index.first_crossing(at(70.5, 180), at(75, 180)) == at(70.5, 180)); // starts on land
    CHECK_FALSE(index.first_crossing(at(75, 170), at(75, -170)));
}

TEST_CASE("land: holes are water, edges and vertices are land", "[geo][land]") {
    LandPolygon ring = box(-72.0, -70.0, 10.0, 14.0);
    ring.holes.push_back(box(-71.5, -70.5, 11.0, 13.0).outer);
    const LandIndex index(std::span(&ring, 1), Projection::polar_south(), "test");
    CHECK(index.is_land(at(-70.2, 12.0)));
    CHECK_FALSE(index.is_land(at(-71.0, 12.0)));
    CHECK(index.is_land(at(-70.0, 10.0)));
    CHECK(index.is_land(*index.plane().forward(at(-70.0, 10.0))));
    CHECK(index.first_crossing(at(-71.0, 12.0), at(-69.0, 12.0)));
    const auto inner = index.distance_to_land(at(-71.0, 12.0), Length::kilometres(60.0));
    REQUIRE(inner);
    CHECK(inner->in_kilometres() == Approx(36.3).margin(0.5)); // one degree of longitude at 71 S
}

TEST_CASE("land: what two polygons hold is land, in both engines", "[geo][land]") {
    const auto plane = Projection::polar_north();
    const auto twice = island(at(76, 60), 60e3, 50, 21);
    const std::vector<LandPolygon> land = {
        twice,
        twice,
        island(at(70, 0), 60e3, 40, 22),
        island(at(70.2, 0.5), 60e3, 40, 23), // they overlap
        island(at(65, 90), 90e3, 30, 24),
        island(at(65, 90), 9e3, 30, 25),                         // one within another
        {{at(80, 0), at(80.4, 5), at(80, 5), at(80.4, 0)}, {}}}; // a bow tie
    const auto rings = project_land(land, plane, Angle::degrees(40.0));
    const LandBins bins(rings);
    const LandGeos geos(rings);
    std::mt19937 random(31);
    std::uniform_real_distribution<double> bearing(0.0, 360.0);
    std::uniform_real_distribution<double> distance(0.0, 80e3);
    const Position centres[] = {at(76, 60), at(70.1, 0.2), at(65, 90), at(80.2, 2.5)};
    int on_land = 0;
    for (int i = 0; i < 4000; ++i) {
        const auto place = geodesic_direct(centres[i % 4], Bearing::degrees(bearing(random)),
                                           Length::metres(distance(random)));
        const auto point = *plane.forward(place);
        CAPTURE(i, place.latitude_deg(), place.longitude_deg());
        REQUIRE(bins.is_land(point) == geos.is_land(point));
        on_land += bins.is_land(point) ? 1 : 0;
    }
    CHECK(on_land > 1000);
    for (const auto& centre : {at(76, 60), at(65, 90)}) {
        const auto point = *plane.forward(centre);
        CHECK(bins.is_land(point));
        CHECK_FALSE(bins.is_clear(point, point, 0.0));
    }
}

TEST_CASE("land: a line that only touches is stopped", "[geo][land]") {
    const std::vector<LandPolygon> land = {island(at(75, 40), 5000.0, 12, 9)};
    const LandIndex index(land, Projection::polar_north(), "test");
    const auto touched = land[0].outer[3];
    const auto from = geodesic_direct(touched, Bearing::degrees(90.0), Length::metres(8000.0));
    CHECK_FALSE(index.is_clear(from, touched, Length()));
    const auto a = *index.plane().forward(from);
    const auto b = *index.plane().forward(touched);
    CHECK_FALSE(index.is_clear(a, b, 0.0));
    CHECK(index.is_clear(a, a, 0.0));
}

TEST_CASE("land: no land at all, and out of reach", "[geo][land]") {
    const LandIndex empty({}, Projection::polar_north(), "nothing", Angle::degrees(30.0));
    CHECK(empty.source() == "nothing");
    CHECK_FALSE(empty.is_land(at(90, 0)));
    CHECK(empty.is_clear(at(80, 0), at(80, 180), Length::kilometres(10.0)));
    CHECK_FALSE(empty.distance_to_land(at(80, 0), Length::kilometres(100.0)));
    CHECK_FALSE(empty.first_crossing(at(80, 0), at(61, 50)));
    CHECK(empty.covers(at(61, 0)));
    CHECK_FALSE(empty.covers(at(59, 0)));
    CHECK_FALSE(empty.covers(at(-90, 0)));
    CHECK_THROWS_WITH(empty.is_land(at(59, 0)),
                      Catch::Contains("59°00.00'N 000°00.00'E is beyond the reach"));
    CHECK_THROWS_AS(empty.is_clear(at(80, 0), at(50, 0), Length()), Error);
    const auto outside = *empty.plane().forward(at(55, 0));
    const auto inside = *empty.plane().forward(at(75, 0));
    CHECK(empty.is_land(outside));
    CHECK(empty.is_land(PlanePoint{std::nan(""), 0.0}));
    CHECK_FALSE(empty.is_clear(inside, outside, 0.0));
    CHECK_FALSE(empty.is_clear(outside, inside, 0.0));
    CHECK_FALSE(empty.is_clear(inside, {std::nan(""), 0.0}, 0.0));
    CHECK(empty.is_clear(inside, inside, 0.0));
}

TEST_CASE("land: what lies beyond reach is left out, what straddles it is not cut", "[geo][land]") {
    const std::vector<LandPolygon> land = {box(-80, -70, 0, 40), box(20, 60, 10, 11)};
    const LandIndex index(land, Projection::polar_north(), "test", Angle::degrees(45.0));
    CHECK(index.is_land(at(55, 10.5)));
    CHECK(index.is_land(*index.plane().forward(at(55, 10.5))));
    CHECK_FALSE(index.is_land(at(62, 10.5)));
    CHECK_FALSE(index.is_land(*index.plane().forward(at(55, 12.5))));
    CHECK_FALSE(index.is_land(at(46, 30)));
}

TEST_CASE("land: planes and polygons it cannot work with are refused", "[geo][land]") {
    const std::vector<LandPolygon> none;
    for (const char* plane : {"EPSG:4326", "EPSG:6931", "EPSG:3395", "EPSG:32633"}) {
        CAPTURE(plane);
        CHECK_THROWS_WITH(LandIndex(none, Projection::from_definition(plane), "test"),
                          Catch::Contains(plane));
    }
    CHECK_THROWS_AS(LandIndex(none, Projection::polar_north(), "test", Angle::degrees(86.0)),
                    Error);
    CHECK_THROWS_AS(LandIndex(none, Projection::polar_north(), "test", Angle()), Error);
    const LandPolygon pole_to_pole = {{at(80, 0), at(80, 1), at(-90, 0)}, {}};
    CHECK_THROWS_WITH(LandIndex(std::span(&pole_to_pole, 1), Projection::polar_north(), "test"),
                      Catch::Contains("to the other"));
    const LandPolygon line = {{at(80, 0), at(80, 1)}, {}};
    CHECK_THROWS_AS(LandIndex(std::span(&line, 1), Projection::polar_north(), "test"), Error);
}

TEST_CASE("land: scale by the table is PROJ's", "[geo][land]") {
    const auto plane = Projection::polar_north();
    const auto land = project_land({}, plane, Angle::degrees(85.0));
    for (double latitude = 5.0; latitude <= 90.0; latitude += 0.37) {
        const auto place = at(latitude, 7.0 * latitude);
        CHECK(land.scale.at(*plane.forward(place)) ==
              Approx(plane.scale_factor(place)).epsilon(1e-8));
    }
    CHECK(plane_distance_m(land.pole, {0.0, 0.0}) < 1e-6);
}

TEST_CASE("land: a line that is all inland, far from any shore, is not clear", "[geo][land]") {
    const LandIndex index(std::vector{box(70.0, 80.0, 10.0, 60.0)}, Projection::polar_north(),
                          "block");
    for (const double clearance_m : {0.0, 1000.0}) {
        CHECK_FALSE(index.is_clear(at(75.0, 30.0), at(75.5, 32.0), Length::metres(clearance_m)));
        CHECK_FALSE(index.is_clear(at(75.0, 30.0), at(75.0, 30.0), Length::metres(clearance_m)));
    }
}

TEST_CASE("land: clear of land that may lie beyond the reach of the index is not answered",
          "[geo][land]") {
    const LandIndex index(std::vector{box(80.0, 81.0, 10.0, 60.0)}, Projection::polar_north(),
                          "block", Angle::degrees(20.0));
    // 5.6 km inside the reach; land is known 100 km beyond it.
    const auto from = at(70.05, -30.0);
    const auto to = at(70.05, -29.9);
    CHECK(index.is_clear(from, to, Length::kilometres(95.0)));
    CHECK_THROWS_WITH(index.is_clear(from, to, Length::kilometres(110.0)),
                      Catch::Contains("beyond the reach"));
}

TEST_CASE("land: a box is all land just where all its points are", "[geo][land]") {
    const auto polygons = archipelago(1.0);
    const LandIndex land(polygons, Projection::polar_north(), "test");
    std::mt19937 random(11);
    std::uniform_real_distribution<double> offset(-260e3, 260e3);
    std::uniform_real_distribution<double> share(0.0, 1.0);
    const auto middle = land.plane().forward(at(78.0, 20.0)).value();
    int all = 0;
    int partly = 0;
    for (int i = 0; i < 4000; ++i) {
        const double side_m = 300.0 + 20e3 * share(random);
        const PlanePoint low{middle.x_m + offset(random), middle.y_m + offset(random)};
        const PlanePoint high{low.x_m + side_m, low.y_m + side_m};
        const bool is_all_land = land.is_all_land(low, high);
        bool any_water = false;
        bool any_land = false;
        for (int j = 0; j < 40; ++j) {
            const PlanePoint point{low.x_m + share(random) * side_m,
                                   low.y_m + share(random) * side_m};
            (land.is_land(point) ? any_land : any_water) = true;
        }
        if (is_all_land) {
            CHECK_FALSE(any_water);
            ++all;
        }
        partly += any_land && any_water ? 1 : 0;
    }
    CHECK(all > 100);
    CHECK(partly > 100);
    CHECK_FALSE(land.is_all_land({1e8, 1e8}, {1e8 + 10.0, 1e8 + 10.0}));
}
