// SPDX-License-Identifier: Apache-2.0
#include "core/geo/geodesic.hpp"
#include "core/plan/planner.hpp"
#include "core/plan/planning_grid.hpp"
#include "core/route/evaluation.hpp"
#include "tests/core/plan/open_water.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace fairlead;

TEST_CASE("plan: from berth to berth of one shore the ship does not go out to sea",
          "[plan][land]") {
    auto request = test::open_water_voyage();
    request.land = test::island(75.0, 76.0, 12.0, 14.0);
    const auto one = geo::Position::degrees(75.50, 11.97);
    const auto other = geo::Position::degrees(75.46, 11.97);
    for (const bool back : {false, true}) {
        request.places = {{"one", back ? other : one}, {"other", back ? one : other}};
        const auto result = plan::plan(request);
        REQUIRE(result.route() != nullptr);
        const auto straight = geo::geodesic_distance(one, other);
        CHECK(result.route()->totals.distance < 1.1 * straight);
        CHECK(result.route()->waypoints.front().name == request.places[0].name);
        CHECK(result.route()->waypoints.back().name == request.places[1].name);
    }
}

TEST_CASE("plan: land is passed at its clearance", "[plan][land]") {
    auto request = test::open_water_voyage();
    request.grid.cell_km = 12.5;
    request.land = test::island(74.0, 76.5, 22.0, 28.0);
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    const auto& waypoints = result.route()->waypoints;
    for (std::size_t i = 0; i + 1 < waypoints.size(); ++i) {
        CHECK(request.land->is_clear(waypoints[i].position, waypoints[i + 1].position,
                                     request.clearance_off_land * 0.999));
    }
    CHECK(result.route()->totals.distance >
          geo::geodesic_distance(request.places[0].position, request.places[1].position));
}

TEST_CASE("plan: a way round outside the usual grid is found and said", "[plan][grid]") {
    auto request = test::open_water_voyage();
    request.land = test::island(67.5, 84.5, 24.0, 26.0);
    SECTION("by a wider grid") {
        const auto result = plan::plan(request);
        REQUIRE(result.route() != nullptr);
        CHECK(test::has(result.findings, "grid.widened"));
        CHECK(result.provenance.grid.find(
                  plan::make_planning_grid(request.grid, request.places).describe()) ==
              std::string::npos);
    }
    SECTION("in vain, if the ways round are closed") {
        request.environment = test::with_zone(request, test::box("south", 50.0, 68.0, 20.0, 30.0));
        for (const double west : {-180.0, -90.0, 0.0, 90.0}) {
            request.environment =
                test::with_zone(request, test::box("north", 84.0, 89.8, west, west + 90.5));
        }
        const auto result = plan::plan(request);
        REQUIRE(result.no_route() != nullptr);
        const auto widened =
            std::find_if(result.findings.begin(), result.findings.end(),
                         [](const auto& finding) { return finding.code == "grid.widened"; });
        REQUIRE(widened != result.findings.end());
        CHECK(widened->message.find("without finding one") != std::string::npos);
        // The answer is of the first grid.
        CHECK(result.provenance.grid.find(
                  plan::make_planning_grid(request.grid, request.places).describe()) !=
              std::string::npos);
        REQUIRE(result.no_route()->farthest.has_value());
    }
    SECTION("not where the margin is given") {
        request.grid.margin_km = 600.0;
        const auto result = plan::plan(request);
        REQUIRE(result.no_route() != nullptr);
        const auto& remedies = result.no_route()->remedies;
        CHECK(std::any_of(remedies.begin(), remedies.end(), [](const plan::Remedy& remedy) {
            return remedy.kind == plan::RemedyKind::wider_grid;
        }));
    }
}

TEST_CASE("plan: a route along the edge of the grid says so", "[plan][grid]") {
    auto request = test::open_water_voyage();
    CHECK_FALSE(test::has(plan::plan(request).findings, "grid.edge"));
    request.grid.margin_km = 30.0;
    CHECK(test::has(plan::plan(request).findings, "grid.edge"));
}

TEST_CASE("plan: a berth just on land is moved to the water beside it and said so",
          "[plan][land]") {
    auto request = test::open_water_voyage();
    request.land = test::island(74.5, 75.01, 38.0, 42.0);
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    CHECK(test::has(result.findings, "place.moved"));
    CHECK_FALSE(request.land->is_land(result.route()->waypoints.back().position));
    CHECK(geo::geodesic_distance(result.route()->waypoints.back().position,
                                 request.places[1].position)
              .in_kilometres() < 5.0);
}

TEST_CASE("plan: a berth inside a fjord narrower than a cell is reached", "[plan][land]") {
    auto request = test::open_water_voyage();
    // A block of land with a slit 3 km wide and 60 km long that ends at the destination.
    geo::LandPolygon block;
    const auto ring = {std::pair{74.0, 36.0}, {75.015, 36.0},    {75.015, 40.1},
                       {74.985, 40.1},        {74.985, 36.0001}, {73.5, 36.0001},
                       {73.5, 46.0},          {76.5, 46.0},      {76.5, 36.0}};
    for (const auto& [lat, lon] : ring) {
        block.outer.push_back(geo::Position::degrees(lat, lon));
    }
    // The slit runs between the two parts of the outline: open to the west.
    geo::LandPolygon north;
    north.outer = {geo::Position::degrees(75.015, 36.0), geo::Position::degrees(75.015, 40.1),
                   geo::Position::degrees(75.015, 46.0), geo::Position::degrees(76.5, 46.0),
                   geo::Position::degrees(76.5, 36.0)};
    geo::LandPolygon south;
    south.outer = {geo::Position::degrees(73.5, 36.0), geo::Position::degrees(73.5, 46.0),
                   geo::Position::degrees(74.985, 46.0), geo::Position::degrees(74.985, 40.1),
                   geo::Position::degrees(74.985, 36.0)};
    request.land = std::make_shared<geo::LandIndex>(std::vector{north, south},
                                                    geo::Projection::polar_north(), "slit");
    request.places[1].position = geo::Position::degrees(75.0, 38.0);
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    CHECK(test::has(result.findings, "place.approach"));
    const auto& waypoints = result.route()->waypoints;
    for (std::size_t i = 0; i + 1 < waypoints.size(); ++i) {
        CHECK_FALSE(request.land->first_crossing(waypoints[i].position, waypoints[i + 1].position));
    }
    // The check of that line says the same of the land beside it.
    const auto close_to_land = [](const std::vector<rules::Finding>& findings) {
        std::vector<std::string> said;
        for (const auto& finding : findings) {
            if (finding.code == "land.close") {
                said.push_back(finding.message);
            }
        }
        return said;
    };
    route::EvaluationRequest again;
    again.waypoints = waypoints;
    again.departure = request.departure;
    again.mode = route::EvaluationMode::report;
    again.clearance_off_land = request.clearance_off_land;
    const cost::TransitModel model(*request.vessel, *request.rules);
    const auto checked = route::evaluate(*request.environment, model, request.land.get(), again);
    CHECK_FALSE(close_to_land(checked.findings).empty());
    CHECK(close_to_land(result.findings) == close_to_land(checked.findings));
}
