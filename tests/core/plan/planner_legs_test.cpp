// SPDX-License-Identifier: Apache-2.0
#include "core/geo/geodesic.hpp"
#include "core/geo/rhumb_line.hpp"
#include "core/plan/planner.hpp"
#include "tests/core/plan/open_water.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace fairlead;

TEST_CASE("plan: a leg that the request draws is sailed as drawn", "[plan]") {
    auto request = test::open_water_voyage();
    request.places.insert(request.places.begin() + 1, {"via", geo::Position::degrees(75.0, 25.0)});
    request.places[2].arrive_by = geo::EdgeKind::rhumb_line;
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    const auto& route = *result.route();
    REQUIRE(result.place_waypoints.size() == 3);
    CHECK(result.place_waypoints[2] == result.place_waypoints[1] + 1);
    CHECK(route.waypoints.back().arrive_by == geo::EdgeKind::rhumb_line);
    const auto along_parallel =
        geo::rhumb_inverse(request.places[1].position, request.places[2].position);
    CHECK(route.legs.back().distance.in_metres() ==
          Approx(along_parallel.distance.in_metres()).epsilon(1e-5));
    // The way to the first place is found: the geodesic.
    Length found;
    for (std::size_t i = 0; i < result.place_waypoints[1]; ++i) {
        found += route.legs[i].distance;
    }
    const auto straight =
        geo::geodesic_distance(request.places[0].position, request.places[1].position);
    CHECK(found.in_metres() == Approx(straight.in_metres()).epsilon(5e-4));
    REQUIRE(route.lower_bound);
    CHECK(*route.lower_bound <= route.totals.cost);
}

TEST_CASE("plan: a leg keeps the ship's own limit", "[plan]") {
    auto request = test::open_water_voyage();
    request.places.insert(request.places.begin() + 1, {"via", geo::Position::degrees(75.0, 25.0)});
    const auto free = plan::plan(request);
    request.places[2].speed_limit = Speed::knots(6.0);
    const auto limited = plan::plan(request);
    REQUIRE(free.route() != nullptr);
    REQUIRE(limited.route() != nullptr);
    const double half_h = free.route()->totals.duration.in_hours() / 2.0;
    CHECK(limited.route()->totals.duration.in_hours() == Approx(3.0 * half_h).epsilon(2e-3));
    REQUIRE(limited.route()->lower_bound);
    CHECK(*limited.route()->lower_bound <= limited.route()->totals.cost);

    request.places[2].arrive_by = geo::EdgeKind::geodesic;
    const auto drawn = plan::plan(request);
    REQUIRE(drawn.route() != nullptr);
    CHECK(drawn.route()->totals.duration.in_hours() == Approx(3.0 * half_h).epsilon(2e-3));
}

TEST_CASE("plan: under a limit of her own no bound is claimed for fuel", "[plan]") {
    auto request = test::open_water_voyage();
    request.vessel = test::cubic_vessel(12.0);
    request.objective.kind = cost::ObjectiveKind::fuel;
    request.places[1].speed_limit = Speed::knots(6.0);
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    CHECK_FALSE(result.route()->lower_bound);
    CHECK(std::any_of(result.findings.begin(), result.findings.end(),
                      [](const auto& finding) { return finding.code == "bound.none"; }));
}

TEST_CASE("plan: a drawn leg that may not be sailed is a lawful no, and names itself", "[plan]") {
    auto request = test::open_water_voyage();
    auto environment = std::make_shared<env::Environment>(*request.environment);
    environment->add(test::box("range", 74.5, 75.5, 20.0, 30.0));
    request.environment = environment;
    request.places[1].arrive_by = geo::EdgeKind::rhumb_line;
    const auto result = plan::plan(request);
    REQUIRE(result.no_route() != nullptr);
    CHECK_THAT(result.no_route()->reason,
               Catch::Contains("the rhumb line drawn from A to B cannot be sailed") &&
                   Catch::Contains("range"));
    REQUIRE(result.no_route()->farthest);
    CHECK(result.no_route()->farthest->longitude_deg() == Approx(20.0).margin(0.05));
    REQUIRE_FALSE(result.no_route()->remedies.empty());

    request.places[1].arrive_by.reset();
    CHECK(plan::plan(request).route() != nullptr);
}

TEST_CASE("plan: a limit below what the ship needs to steer is refused", "[plan]") {
    auto request = test::open_water_voyage();
    request.places[1].speed_limit = Speed::knots(request.vessel->least_speed_kn() / 2.0);
    CHECK_THROWS_WITH(plan::plan(request), Catch::Contains("kn on the way to B is less than"));
}
