// SPDX-License-Identifier: Apache-2.0
#include "core/geo/geodesic.hpp"
#include "core/plan/diagnosis.hpp"
#include "core/plan/planner.hpp"
#include "core/plan/voyage_notes.hpp"
#include "tests/core/plan/open_water.hpp"

#include <catch2/catch.hpp>

using namespace fairlead;

TEST_CASE("plan: open water gives the geodesic with a tight bound and two waypoints", "[plan]") {
    const auto request = test::open_water_voyage();
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    const auto& route = *result.route();
    const double geodesic_nmi =
        geo::geodesic_distance(request.places[0].position, request.places[1].position)
            .in_nautical_miles();
    CHECK(route.totals.distance.in_nautical_miles() == Approx(geodesic_nmi).epsilon(5e-4));
    CHECK(route.totals.duration.in_hours() == Approx(geodesic_nmi / 12.0).epsilon(5e-4));
    CHECK(route.waypoints.size() <= 4);
    REQUIRE(route.gap().has_value());
    CHECK(*route.gap() >= 0.0);
    CHECK(*route.gap() < 0.03);
    CHECK(route.exact_search);
}

TEST_CASE("plan: a slow zone on the way lowers the bound on fuel below the cheaper miles in it",
          "[plan][bound]") {
    auto request = test::open_water_voyage();
    request.vessel = test::cubic_vessel(12.0);
    request.objective.kind = cost::ObjectiveKind::fuel;
    const auto fast = plan::plan(request);
    auto slow = test::box("slow", 70.0, 80.0, 5.0, 45.0);
    slow.speed_limit = Speed::knots(6.0);
    request.environment = test::with_zone(request, slow);
    const auto limited = plan::plan(request);
    REQUIRE(fast.route() != nullptr);
    REQUIRE(limited.route() != nullptr);
    REQUIRE(fast.route()->lower_bound.has_value());
    REQUIRE(limited.route()->lower_bound.has_value());
    CHECK(limited.route()->totals.cost < 0.5 * fast.route()->totals.cost);
    CHECK(*limited.route()->lower_bound <= limited.route()->totals.cost);
    CHECK(*limited.route()->lower_bound > 0.5 * limited.route()->totals.cost);
    CHECK(*fast.route()->lower_bound > 0.95 * fast.route()->totals.cost);
}

TEST_CASE("plan: places a stone's throw apart have a bound below their cost", "[plan][bound]") {
    for (const double degrees : {0.0001, 0.001, 0.02, 0.1}) {
        CAPTURE(degrees);
        auto request = test::open_water_voyage();
        request.places = {{"A", geo::Position::degrees(75.0, 10.0)},
                          {"B", geo::Position::degrees(75.0 + degrees, 10.0)}};
        const auto result = plan::plan(request); // throws where the bound is above
        REQUIRE(result.route() != nullptr);
        REQUIRE(result.route()->lower_bound.has_value());
        CHECK(*result.route()->lower_bound <= result.route()->totals.cost);
    }
}

TEST_CASE("plan: places between are visited in their order", "[plan]") {
    auto request = test::open_water_voyage();
    request.places.insert(request.places.begin() + 1, {"via", geo::Position::degrees(78.0, 20.0)});
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    const auto& waypoints = result.route()->waypoints;
    const auto via = std::find_if(waypoints.begin(), waypoints.end(),
                                  [](const auto& w) { return w.name == "via"; });
    REQUIRE(via != waypoints.end());
    CHECK(geo::geodesic_distance(via->position, request.places[1].position).in_metres() < 1.0);
    CHECK(result.place_waypoints ==
          std::vector<std::size_t>{0, static_cast<std::size_t>(via - waypoints.begin()),
                                   waypoints.size() - 1});
    const double both =
        geo::geodesic_distance(request.places[0].position, request.places[1].position)
            .in_nautical_miles() +
        geo::geodesic_distance(request.places[1].position, request.places[2].position)
            .in_nautical_miles();
    CHECK(result.route()->totals.distance.in_nautical_miles() == Approx(both).epsilon(1e-3));
}

TEST_CASE("plan: data that lie under a number are said to be used nowhere", "[plan]") {
    auto request = test::open_water_voyage();
    std::vector<rules::Finding> findings;
    plan::note_hidden_layers(*request.environment, findings);
    CHECK(findings.empty());
    auto environment = *request.environment;
    environment.add({env::Variable::sea_ice_concentration, nullptr, 0.9, nullptr, "0.9"});
    plan::note_hidden_layers(environment, findings);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().severity == rules::Severity::caution);
    CHECK(
        findings.front().message ==
        "sea_ice_concentration: the number 0.9 lies on top of 0, which is therefore used nowhere");
}

TEST_CASE("plan: unknown ice is named with what makes it known", "[plan]") {
    env::Conditions conditions;
    conditions.concentration = env::Sample::none(env::Quality::missing);
    CHECK(plan::remedy_for_unknown(conditions).kind == plan::RemedyKind::farther_from_coast);
    conditions.concentration = env::Sample::none(env::Quality::outside_area);
    CHECK(plan::remedy_for_unknown(conditions).kind == plan::RemedyKind::data_elsewhere);
    conditions.concentration = env::Sample::none(env::Quality::pole_hole);
    CHECK(plan::remedy_for_unknown(conditions).kind == plan::RemedyKind::fill_pole_hole);
    conditions.concentration = {0.5, env::Quality::ok};
    conditions.thickness = env::Sample::none(env::Quality::outside_time);
    const auto thickness = plan::remedy_for_unknown(conditions);
    CHECK(thickness.sentence.find("thickness") != std::string::npos);
    CHECK(thickness.kind == plan::RemedyKind::later_data);
    CHECK(thickness.sentence.find("--") == std::string::npos);
}

TEST_CASE("plan: the way between a place and the grid is measured on the earth", "[plan]") {
    // Along a row of cells where a metre of earth is 1.14 of the plane, from half way between two
    // centres to half way between two others.
    auto request = test::open_water_voyage();
    const auto plane = geo::Projection::polar_north();
    request.places = {{"A", plane.inverse({-50e3, -5'012.5e3}).value()},
                      {"B", plane.inverse({50e3, -5'012.5e3}).value()}};
    request.objective.kind = cost::ObjectiveKind::distance;
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    const auto geodesic =
        geo::geodesic_distance(request.places[0].position, request.places[1].position);
    CHECK(result.route()->graph_cost == Approx(geodesic.in_nautical_miles()).epsilon(2e-3));
    request.objective.kind = cost::ObjectiveKind::time;
    CHECK(plan::plan(request).route()->graph_cost ==
          Approx(geodesic.in_nautical_miles() / 12.0).epsilon(2e-3));
}

TEST_CASE("plan: bad requests are refused in one sentence", "[plan][bad_input]") {
    auto request = test::open_water_voyage();
    SECTION("start equal to end") {
        request.places[1] = request.places[0];
        CHECK_THROWS_WITH(plan::plan(request), Catch::Contains("same place"));
    }
    SECTION("one place") {
        request.places.pop_back();
        CHECK_THROWS_WITH(plan::plan(request), Catch::Contains("two places"));
    }
    SECTION("neighbours") {
        request.grid.neighbours = 12;
        CHECK_THROWS_WITH(plan::plan(request), Catch::Contains("12"));
    }
    SECTION("both sides of the equator") {
        request.places[1].position = geo::Position::degrees(-60.0, 10.0);
        CHECK_THROWS_WITH(plan::plan(request), Catch::Contains("equator"));
    }
    SECTION("on land far from water") {
        request.land = test::island(70.0, 80.0, 30.0, 50.0);
        CHECK_THROWS_WITH(plan::plan(request),
                          Catch::Contains("B at") && Catch::Contains("is on land"));
    }
    SECTION("projection that is not conformal") {
        request.grid.crs = "EPSG:6931";
        CHECK_THROWS_WITH(plan::plan(request), Catch::Contains("not conformal"));
    }
}

TEST_CASE("plan: the objective decides and its cost is in its unit", "[plan][objective]") {
    auto request = test::open_water_voyage();
    for (const auto kind :
         {cost::ObjectiveKind::time, cost::ObjectiveKind::distance, cost::ObjectiveKind::fuel,
          cost::ObjectiveKind::co2, cost::ObjectiveKind::risk, cost::ObjectiveKind::money}) {
        CAPTURE(cost::name(kind));
        request.objective.kind = kind;
        request.objective.prices = {100.0, 500.0, 10.0, 20.0};
        const auto result = plan::plan(request);
        REQUIRE(result.route() != nullptr);
        const auto& totals = result.route()->totals;
        const double expected = kind == cost::ObjectiveKind::time ? totals.duration.in_hours()
                                : kind == cost::ObjectiveKind::distance
                                    ? totals.distance.in_nautical_miles()
                                : kind == cost::ObjectiveKind::fuel ? totals.fuel_t
                                : kind == cost::ObjectiveKind::co2  ? totals.co2_t
                                : kind == cost::ObjectiveKind::risk ? totals.risk
                                                                    : totals.money;
        CHECK(totals.cost == Approx(expected).epsilon(1e-6).margin(1e-9));
    }
}
