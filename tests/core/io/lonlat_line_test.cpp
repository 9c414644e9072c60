// SPDX-License-Identifier: Apache-2.0
#include "core/io/lonlat_line.hpp"

#include "core/geo/geodesic.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

using fairlead::geo::GeodesicLine;
using fairlead::geo::MapPosition;
using fairlead::geo::Position;
using fairlead::io::lonlat_line;

namespace {

using Parts = std::vector<std::vector<MapPosition>>;

Position place(const MapPosition& point) {
    return Position::degrees(point.latitude_deg, point.longitude_deg);
}

/// Greatest distance of the middles of the drawn pieces from the geodesic [m].
double greatest_gap_m(const Parts& parts, const Position& from, const Position& to) {
    const GeodesicLine line(from, to);
    double greatest = 0.0;
    for (const auto& part : parts) {
        for (std::size_t i = 1; i < part.size(); ++i) {
            const auto middle =
                Position::degrees(0.5 * (part[i - 1].latitude_deg + part[i].latitude_deg),
                                  0.5 * (part[i - 1].longitude_deg + part[i].longitude_deg));
            // The nearest of many points of the geodesic.
            double nearest = 1e9;
            for (int k = 0; k <= 20000; ++k) {
                const auto on_line = line.at(line.length() * (k / 20000.0));
                nearest = std::min(nearest,
                                   fairlead::geo::geodesic_distance(middle, on_line).in_metres());
            }
            greatest = std::max(greatest, nearest);
        }
    }
    return greatest;
}

} // namespace

TEST_CASE("lonlat line: follows a long geodesic at high latitude within 100 m", "[io][lonlat]") {
    const auto murmansk = Position::degrees(70.0, 33.0);
    const auto vilkitsky = Position::degrees(78.0, 104.0);
    const std::array places{murmansk, vilkitsky};
    const auto parts = lonlat_line(places);
    REQUIRE(parts.size() == 1);
    CHECK(parts.front().size() > 10);
    CHECK(parts.front().front() == MapPosition{70.0, 33.0});
    CHECK(parts.front().back() == MapPosition{78.0, 104.0});
    CHECK(greatest_gap_m(parts, murmansk, vilkitsky) < 160.0); // 100 m and the step of the search
}

TEST_CASE("lonlat line: bends both ways across the equator", "[io][lonlat]") {
    const std::array places{Position::degrees(-60.0, 0.0), Position::degrees(60.0, 90.0)};
    CHECK(greatest_gap_m(lonlat_line(places), places[0], places[1]) <
          400.0); // step of the search 650 m
}

TEST_CASE("lonlat line: stays on a meridian", "[io][lonlat]") {
    const std::array places{Position::degrees(60.0, 10.0), Position::degrees(80.0, 10.0)};
    const auto parts = lonlat_line(places);
    REQUIRE(parts.size() == 1);
    for (const auto& point : parts.front()) {
        CHECK(point.longitude_deg == Approx(10.0).margin(1e-9));
    }
    CHECK(parts.front().back() == MapPosition{80.0, 10.0});
}

TEST_CASE("lonlat line: is cut at 180 degrees with both ends on the seam", "[io][lonlat]") {
    for (const double way : {-1.0, 1.0}) {
        const std::array places{Position::degrees(70.0, 170.0 * way),
                                Position::degrees(66.0, -170.0 * way)};
        const auto parts = lonlat_line(places);
        REQUIRE(parts.size() == 2);
        CHECK(parts[0].back().longitude_deg == 180.0 * way);
        CHECK(parts[1].front().longitude_deg == -180.0 * way);
        CHECK(parts[0].back().latitude_deg == parts[1].front().latitude_deg);
        CHECK(greatest_gap_m(parts, places[0], places[1]) < 160.0);
        for (const auto& part : parts) {
            CHECK(part.size() >= 2);
        }
    }
}

TEST_CASE("lonlat line: a waypoint on the seam belongs to both sides", "[io][lonlat]") {
    const std::array eastward{Position::degrees(70.0, 179.9), Position::degrees(70.0, 180.0),
                              Position::degrees(70.0, -179.9)};
    const auto parts = lonlat_line(eastward);
    REQUIRE(parts.size() == 2);
    CHECK(parts[0] == std::vector<MapPosition>{{70.0, 179.9}, {70.0, 180.0}});
    CHECK(parts[1] == std::vector<MapPosition>{{70.0, -180.0}, {70.0, -179.9}});
}

TEST_CASE("lonlat line: begins and ends on the seam without empty parts", "[io][lonlat]") {
    const std::array from_seam_west{Position::degrees(70.0, 180.0), Position::degrees(70.0, 179.9)};
    CHECK(lonlat_line(from_seam_west) == Parts{{{70.0, 180.0}, {70.0, 179.9}}});
    const std::array from_seam_east{Position::degrees(70.0, 180.0),
                                    Position::degrees(70.0, -179.9)};
    CHECK(lonlat_line(from_seam_east) == Parts{{{70.0, -180.0}, {70.0, -179.9}}});
    const std::array along{Position::degrees(70.0, 180.0), Position::degrees(71.0, -180.0)};
    CHECK(lonlat_line(along) == Parts{{{70.0, -180.0}, {71.0, -180.0}}});
    const std::array touch_and_back{Position::degrees(70.0, 179.9), Position::degrees(70.0, 180.0),
                                    Position::degrees(70.05, 179.9)};
    CHECK(lonlat_line(touch_and_back).size() == 1);
}

TEST_CASE("lonlat line: passes over the pole and starts at it", "[io][lonlat]") {
    const std::array across{Position::degrees(85.0, 30.0), Position::degrees(85.0, -150.0)};
    const auto parts = lonlat_line(across);
    double highest = 0.0;
    for (const auto& point : parts.front()) {
        highest = std::max(highest, point.latitude_deg);
    }
    CHECK(highest > 89.99);
    const std::array from_pole{Position::degrees(90.0, 0.0), Position::degrees(80.0, 50.0)};
    const auto down = lonlat_line(from_pole);
    CHECK(down.front().back() == MapPosition{80.0, 50.0});
    CHECK(down.front().size() < 40);
}

TEST_CASE("lonlat line: a leg of no length stays one", "[io][lonlat]") {
    const std::array same{Position::degrees(-65.0, 180.0), Position::degrees(-65.0, 180.0)};
    CHECK(lonlat_line(same) == Parts{{{-65.0, -180.0}, {-65.0, -180.0}}});
}

TEST_CASE("lonlat line: no piece of any random line jumps the seam", "[io][lonlat]") {
    constexpr unsigned seed = 20240611;
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> latitude(-89.0, 89.0);
    std::uniform_real_distribution<double> longitude(-180.0, 180.0);
    INFO("seed " << seed);
    for (int trial = 0; trial < 200; ++trial) {
        const std::array places{Position::degrees(latitude(random), longitude(random)),
                                Position::degrees(latitude(random), longitude(random)),
                                Position::degrees(latitude(random), longitude(random))};
        const auto parts = lonlat_line(places);
        CHECK(place(parts.front().front()) == places[0]);
        CHECK(place(parts.back().back()) == places[2]);
        for (std::size_t p = 0; p < parts.size(); ++p) {
            REQUIRE(parts[p].size() >= 2);
            if (p > 0) {
                CHECK(std::abs(parts[p].front().longitude_deg) == 180.0);
                CHECK(parts[p].front().longitude_deg == -parts[p - 1].back().longitude_deg);
            }
            for (std::size_t i = 1; i < parts[p].size(); ++i) {
                CHECK(std::abs(parts[p][i].longitude_deg - parts[p][i - 1].longitude_deg) <= 180.0);
            }
        }
    }
}
