// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/env/curvilinear_grid.hpp"
#include "core/env/projected_grid.hpp"
#include "core/env/rectilinear_grid.hpp"
#include "core/geo/geodesic.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <map>
#include <random>

using namespace fairlead;
using geo::Position;

namespace {

/// Nodes and weights of one place, nodes of weight 0 left out; empty outside.
std::map<std::uint32_t, float> weights(const env::HorizontalGrid& grid, double latitude,
                                       double longitude) {
    const auto place = Position::degrees(latitude, longitude);
    env::Stencil stencil;
    unsigned char inside = 0;
    grid.locate(std::span(&place, 1), std::span(&stencil, 1), std::span(&inside, 1));
    std::map<std::uint32_t, float> found;
    for (std::size_t k = 0; inside != 0 && k < 4; ++k) {
        if (stencil.weight[k] > 1e-6F) {
            found[stencil.node[k]] += stencil.weight[k];
        }
    }
    return found;
}

env::ProjectedGrid nsidc_north() {
    return {geo::Projection::from_definition("EPSG:3411"),
            {-3850000.0, 5850000.0, 25000.0, 25000.0, 304, 448},
            "EPSG:3411"};
}

} // namespace

TEST_CASE("projected grid: nodes lie where NSIDC's own latitude and longitude files say",
          "[env][grid]") {
    // psn25lats_v3.dat and psn25lons_v3.dat of NSIDC (int32 / 1e5), read with numpy; index, lat,
    // lon.
    const auto grid = nsidc_north();
    const struct {
        std::uint32_t index;
        double latitude, longitude;
    } table[] = {{0, 31.10267, 168.32042},
                 {152, 39.52076, 135.36806},
                 {10000, 39.47196, 104.54067},
                 {70000, 73.13654, -137.72631},
                 {136191, 34.47208, -9.99898}};
    for (const auto& row : table) {
        CAPTURE(row.index);
        const auto stated = Position::degrees(row.latitude, row.longitude);
        CHECK(geo::geodesic_distance(grid.node(row.index).value(), stated) < Length::metres(2.0));
        const auto found = weights(grid, row.latitude, row.longitude);
        CHECK(found.count(row.index) == 1);
        CHECK(found.at(row.index) > 0.999F);
    }
    CHECK(grid.describe() == "304 x 448 cells of 25 km, EPSG:3411");
}

TEST_CASE("projected grid: the pole, both sides of 180 and the outside", "[env][grid]") {
    const auto grid = nsidc_north();
    // The pole is the corner of four cells: x = 0 is 154 cells from the left, y = 0 234 from the
    // top.
    const auto pole = weights(grid, 90.0, 0.0);
    CHECK(pole.size() == 4);
    CHECK(pole.at(233 * 304 + 153) == Approx(0.25).margin(1e-4));
    CHECK(weights(grid, 80.0, 180.0) == weights(grid, 80.0, -180.0));
    CHECK(weights(grid, -90.0, 0.0).empty());
    CHECK(weights(grid, 0.0, 0.0).empty());
}

TEST_CASE("projected grid: one cell says the same all over", "[env][grid]") {
    const env::ProjectedGrid grid(geo::Projection::polar_north(),
                                  {-50000.0, 50000.0, 100000.0, 100000.0, 1, 1}, "EPSG:3413");
    CHECK(weights(grid, 90.0, 0.0) == std::map<std::uint32_t, float>{{0, 1.0F}});
    CHECK(weights(grid, 89.7, 10.0) == std::map<std::uint32_t, float>{{0, 1.0F}});
    CHECK(weights(grid, 89.0, 10.0).empty());
}

TEST_CASE("rectilinear grid: weights are bilinear and the circle closes", "[env][grid]") {
    const env::RectilinearGrid grid({90.0, 80.0, 70.0}, {0.0, 90.0, 180.0, 270.0}, "test");
    CHECK(grid.wraps());
    const auto inside = weights(grid, 75.0, 45.0);
    CHECK(inside.size() == 4);
    for (const auto& [node, weight] : inside) {
        CHECK(weight == Approx(0.25));
    }
    CHECK(weights(grid, 80.0, -45.0) == std::map<std::uint32_t, float>{{4, 0.5F}, {7, 0.5F}});
    CHECK(weights(grid, 80.0, -180.0) == std::map<std::uint32_t, float>{{6, 1.0F}});
    CHECK(weights(grid, 90.0, 90.0) == std::map<std::uint32_t, float>{{1, 1.0F}});
    CHECK(weights(grid, 66.0, 90.0) ==
          std::map<std::uint32_t, float>{{9, 1.0F}}); // half a cell beyond
    CHECK(weights(grid, 64.0, 90.0).empty());
}

TEST_CASE("rectilinear grid: an irregular last step keeps its own length", "[env][grid]") {
    // The CMEMS subset's axis: ... 88.458, 89.458, 90.
    const env::RectilinearGrid grid({87.458, 88.458, 89.458, 90.0}, {0.0, 1.0, 2.0}, "test");
    const auto found = weights(grid, 89.729, 1.0);
    CHECK(found.at(2 * 3 + 1) == Approx(0.5).margin(1e-6));
    CHECK(found.at(3 * 3 + 1) == Approx(0.5).margin(1e-6));
    CHECK_THAT(grid.describe(), Catch::Contains("irregular"));
}

TEST_CASE("rectilinear grid: a part of the circle ends half a cell beyond its nodes",
          "[env][grid]") {
    const env::RectilinearGrid grid({60.0, 61.0}, {170.0, 180.0, 190.0}, "test");
    CHECK_FALSE(grid.wraps());
    CHECK(weights(grid, 60.0, -175.0) == std::map<std::uint32_t, float>{{1, 0.5F}, {2, 0.5F}});
    CHECK(weights(grid, 60.0, 166.0) == std::map<std::uint32_t, float>{{0, 1.0F}});
    CHECK(weights(grid, 60.0, -166.0) == std::map<std::uint32_t, float>{{2, 1.0F}});
    CHECK(weights(grid, 60.0, 164.0).empty());
    CHECK(weights(grid, 60.0, -164.0).empty());
}

TEST_CASE("rectilinear grid: a meridian that stands at both ends is one place", "[env][grid]") {
    const env::RectilinearGrid grid({60.0, 61.0}, {-180.0, -90.0, 0.0, 90.0, 180.0}, "test");
    const auto found = weights(grid, 60.0, 180.0);
    REQUIRE(found.size() == 1);
    CHECK((found.begin()->first == 0 || found.begin()->first == 4));
    CHECK(weights(grid, 60.0, 135.0) == std::map<std::uint32_t, float>{{3, 0.5F}, {4, 0.5F}});
}

TEST_CASE("rectilinear grid: axes that are none are refused by name", "[env][grid]") {
    using Axis = std::vector<double>;
    const auto make = [](const Axis& latitudes, const Axis& longitudes) {
        return env::RectilinearGrid(latitudes, longitudes, "bad.nc");
    };
    CHECK_THROWS_WITH(make({60.0}, {0.0, 1.0}),
                      Catch::Contains("bad.nc") && Catch::Contains("1 latitudes"));
    CHECK_THROWS_WITH(make({60.0, 91.0}, {0.0, 1.0}), Catch::Contains("latitude 91"));
    CHECK_THROWS_WITH(make({60.0, 62.0, 61.0}, {0.0, 1.0}),
                      Catch::Contains("neither rise nor fall"));
    CHECK_THROWS_WITH(make({60.0, 60.0}, {0.0, 1.0}), Catch::Contains("60"));
    CHECK_THROWS_WITH(make({60.0, 61.0}, {1.0, 0.0}), Catch::Contains("do not rise"));
    CHECK_THROWS_WITH(make({60.0, 61.0}, {0.0, 400.0}), Catch::Contains("span 400"));
    CHECK_THROWS_AS(make({60.0, std::nan("")}, {0.0, 1.0}), Error);
}

TEST_CASE("curvilinear grid: agrees with the projection its nodes were made by", "[env][grid]") {
    // 25 km nodes about the pole and across 180 degrees, by EPSG:3413.
    const env::ProjectedGrid plane(geo::Projection::polar_north(),
                                   {-1000000.0, 1500000.0, 25000.0, 25000.0, 80, 70}, "EPSG:3413");
    std::vector<double> latitudes;
    std::vector<double> longitudes;
    for (std::uint32_t i = 0; i < 80 * 70; ++i) {
        latitudes.push_back(plane.node(i)->latitude_deg());
        longitudes.push_back(plane.node(i)->longitude_deg());
    }
    const env::CurvilinearGrid grid(latitudes, longitudes, 80, 70, "test");
    CHECK(grid.spacing().in_kilometres() == Approx(25.0).epsilon(0.05));
    std::mt19937 random(20260101);
    std::uniform_real_distribution<double> latitude(72.0, 90.0);
    std::uniform_real_distribution<double> longitude(-180.0, 180.0);
    int both = 0;
    for (int i = 0; i < 2000; ++i) {
        const double lat = latitude(random);
        const double lon = longitude(random);
        CAPTURE(lat, lon);
        const auto expected = weights(plane, lat, lon);
        const auto found = weights(grid, lat, lon);
        if (expected.empty() || found.empty()) {
            continue; // near the rim the two half cells differ by metres
        }
        ++both;
        for (const auto& [node, weight] : expected) {
            const auto other = found.find(node);
            CHECK(std::fabs(weight - (other == found.end() ? 0.0F : other->second)) < 0.01F);
        }
    }
    CHECK(both > 500);
    CHECK(weights(grid, -60.0, 10.0).empty());
    CHECK(weights(grid, 60.0, 10.0).empty());
    CHECK(weights(grid, latitudes[1234], longitudes[1234]).at(1234) > 0.999F);
}

TEST_CASE("curvilinear grid: nodes that form no mesh are refused by name", "[env][grid]") {
    const auto make = [](std::vector<double> latitudes, std::vector<double> longitudes,
                         std::uint32_t columns, std::uint32_t rows) {
        return env::CurvilinearGrid(std::move(latitudes), std::move(longitudes), columns, rows,
                                    "bad.nc");
    };
    CHECK_THROWS_WITH(make({60.0, 61.0}, {0.0, 1.0}, 2, 1), Catch::Contains("bad.nc"));
    CHECK_THROWS_WITH(make({60.0, 60.0, 60.0, 60.0}, {0.0, 0.0, 0.0, 0.0}, 2, 2),
                      Catch::Contains("mesh"));
    CHECK_THROWS_WITH(make({60.0, 95.0, 60.0, 60.0}, {0.0, 1.0, 0.0, 0.0}, 2, 2),
                      Catch::Contains("95"));
    CHECK_THROWS_WITH(make({0.0, 0.0, 0.0, 0.0}, {0.0, 10.0, 20.0, -160.0}, 2, 2),
                      Catch::Contains("hemisphere"));
}
