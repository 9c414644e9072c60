// SPDX-License-Identifier: Apache-2.0
#include "core/geo/geodesic.hpp"
#include "core/plan/planning_grid.hpp"

#include <catch2/catch.hpp>

using namespace fairlead;

namespace {

plan::GridOptions cells_of(double cell_km) {
    plan::GridOptions options;
    options.cell_km = cell_km;
    return options;
}

} // namespace

TEST_CASE("planning grid: true distance is plane distance divided by the scale factor",
          "[plan][grid]") {
    const std::vector<plan::Place> places{{"pole", geo::Position::degrees(90.0, 0.0)},
                                          {"south", geo::Position::degrees(50.0, 180.0)}};
    const auto grid = plan::make_planning_grid(cells_of(25.0), places);
    for (std::uint32_t i = 0; i + 1 < grid.geometry.cell_count(); i += 997) {
        const auto cell = grid.geometry.cell(i);
        if (cell.column + 1 == grid.geometry.columns || grid.centres[i].latitude_deg() < 45.0) {
            continue;
        }
        const double scale = 0.5 * static_cast<double>(grid.scale[i] + grid.scale[i + 1]);
        const double true_m =
            geo::geodesic_distance(grid.centres[i], grid.centres[i + 1]).in_metres();
        CAPTURE(grid.centres[i].latitude_deg(), grid.centres[i].longitude_deg());
        CHECK(true_m == Approx(grid.geometry.cell_m / scale).epsilon(5e-5));
    }
}

TEST_CASE("planning grid: cells lie at whole multiples of their size, whatever the voyage",
          "[plan][grid]") {
    const std::vector<plan::Place> places{{"a", geo::Position::degrees(-70.0, 12.3)},
                                          {"b", geo::Position::degrees(-65.0, -45.6)}};
    const auto grid = plan::make_planning_grid(cells_of(12.5), places);
    CHECK(grid.plane.definition() == "EPSG:3031");
    CHECK(std::remainder(grid.geometry.left_m, 12500.0) == 0.0);
    CHECK(std::remainder(grid.geometry.top_m, 12500.0) == 0.0);
    for (const auto& place : places) {
        CHECK(grid.geometry.cell_at(*grid.plane.forward(place.position)).has_value());
    }
}

TEST_CASE("planning grid: senseless sizes and bounds are refused", "[plan][grid][bad_input]") {
    const std::vector<plan::Place> places{{"a", geo::Position::degrees(70.0, 0.0)},
                                          {"b", geo::Position::degrees(71.0, 1.0)}};
    CHECK_THROWS_WITH(plan::make_planning_grid(cells_of(0.0), places),
                      Catch::Contains("cell size 0"));
    CHECK_THROWS_WITH(plan::make_planning_grid(cells_of(0.1), places),
                      Catch::Contains("too large"));
    auto outside = cells_of(25.0);
    outside.bounds = {0.0, 0.0, 100.0, 100.0};
    CHECK_THROWS_WITH(plan::make_planning_grid(outside, places),
                      Catch::Contains("outside the grid bounds"));
    outside.bounds = {100.0, 0.0, 0.0, 100.0};
    CHECK_THROWS_WITH(plan::make_planning_grid(outside, places), Catch::Contains("hold no area"));
}
