// SPDX-License-Identifier: Apache-2.0
// Voyages with answers in closed form, from request to checked route.
#include "core/plan/planner.hpp"
#include "tests/support/oracle_scenarios.hpp"

#include <catch2/catch.hpp>

using namespace fairlead;

namespace {

plan::PlanRequest request_of(const test::OracleScenario& oracle) {
    plan::PlanRequest request;
    request.environment = oracle.environment;
    request.vessel = oracle.vessel;
    request.rules = oracle.rules;
    request.places = {{"start", oracle.from}, {"goal", oracle.to}};
    request.departure = oracle.departure;
    request.grid.cell_km = oracle.grid.cell_m / 1e3;
    const double right_m = oracle.grid.left_m + oracle.grid.columns * oracle.grid.cell_m;
    const double bottom_m = oracle.grid.top_m - oracle.grid.rows * oracle.grid.cell_m;
    request.grid.bounds = plan::GridOptions::Bounds{oracle.grid.left_m / 1e3, bottom_m / 1e3,
                                                    right_m / 1e3, oracle.grid.top_m / 1e3};
    return request;
}

/// How near to the truth the bound must come. A current of any direction is taken for a helping
/// one, and a closed zone is left out.
double tightness_of(const test::OracleScenario& oracle) {
    if (oracle.name == "uniform current") {
        return 0.45;
    }
    return oracle.name == "opening barrier" ? 0.67 : 0.993;
}

} // namespace

TEST_CASE("plan: voyages known in closed form cost what they must", "[plan][oracle]") {
    for (const auto& oracle : test::closed_form_oracles()) {
        CAPTURE(oracle.name);
        const auto result = plan::plan(request_of(oracle));
        REQUIRE(result.route() != nullptr);
        const auto& route = *result.route();
        CHECK(route.totals.duration.in_hours() ==
              Approx(oracle.expected_h).epsilon(oracle.tolerance));
        CHECK(route.totals.cost == Approx(route.totals.duration.in_hours()).epsilon(1e-6));
        // The bound is proven: never above the truth.
        REQUIRE(route.lower_bound.has_value());
        CHECK(*route.lower_bound <= oracle.expected_h * (1.0 + 1e-9));
        CAPTURE(*route.lower_bound / oracle.expected_h);
        CHECK(*route.lower_bound > tightness_of(oracle) * oracle.expected_h);
        CHECK(route.graph_cost >= route.totals.cost * (1.0 - 2e-3));
        CHECK(route.legs.size() + 1 == route.waypoints.size());
        CHECK(route.waypoints.front().name == "start");
        CHECK(route.waypoints.back().name == "goal");
    }
}

TEST_CASE("plan: the bound on fuel lies below its cost, and near it in steady seas",
          "[plan][oracle][bound]") {
    for (const auto& oracle : test::closed_form_oracles()) {
        CAPTURE(oracle.name);
        auto request = request_of(oracle);
        request.objective.kind = cost::ObjectiveKind::fuel;
        const auto result = plan::plan(request);
        REQUIRE(result.route() != nullptr);
        const auto& route = *result.route();
        REQUIRE(route.lower_bound.has_value());
        CHECK(*route.lower_bound <= route.totals.cost);
        CHECK(*route.lower_bound > tightness_of(oracle) * 0.9 * route.totals.cost);
    }
}

TEST_CASE("plan: the same problem turned about the pole costs the same", "[plan][oracle]") {
    const auto cost_at = [](double longitude_deg) {
        const auto result = plan::plan(request_of(test::turned_hill(longitude_deg)));
        REQUIRE(result.route() != nullptr);
        return result.route()->totals.cost;
    };
    const double unturned = cost_at(0.0);
    for (const double longitude_deg : {37.0, 90.0, 180.0}) {
        CAPTURE(longitude_deg);
        CHECK(cost_at(longitude_deg) == Approx(unturned).epsilon(1e-3));
    }
}
