// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/cost/formula_model.hpp"
#include "core/geo/geodesic.hpp"
#include "core/geo/projection.hpp"
#include "core/route/evaluation.hpp"
#include "tests/core/plan/drifting_ice.hpp"
#include "tests/core/plan/open_water.hpp"
#include "tests/support/formula_layer.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace fairlead;
using Catch::Matchers::Contains;

namespace {

std::shared_ptr<const cost::CostModel> formula(const std::string& text,
                                               std::optional<double> waiting_per_h = {}) {
    cost::FormulaModelText model;
    model.name = "test";
    model.source = text;
    model.cost = text;
    model.waiting_per_h = waiting_per_h;
    return cost::make_formula_model(model);
}

plan::PlanResult plan_by(plan::PlanRequest request, cost::Objective objective) {
    request.objective = std::move(objective);
    return plan::plan(request);
}

plan::PlanResult plan_by_formula(const plan::PlanRequest& request, const std::string& text,
                                 std::optional<double> waiting_per_h = {}) {
    return plan_by(request, {cost::ObjectiveKind::model, {}, formula(text, waiting_per_h)});
}

std::string refusal(const plan::PlanRequest& request, const std::string& text) {
    try {
        (void)plan_by_formula(request, text, 0.0);
    } catch (const Error& error) {
        return error.what();
    }
    return "accepted";
}

constexpr double storm_km = 200.0;
const geo::Position storm = geo::Position::degrees(75.45, 25.0);

/// Waves of so many metres within the storm, half way, and none elsewhere.
plan::PlanRequest with_waves(double height_m) {
    auto request = test::open_water_voyage();
    auto environment = std::make_shared<env::Environment>(*request.environment);
    const auto centre = *geo::Projection::polar_north().forward(storm);
    environment->add(test::formula_layer(
        env::Variable::significant_wave_height, {-2000e3, 2500e3, 25e3, 25e3, 200, 200}, {},
        [centre, height_m](geo::PlanePoint at, std::size_t) {
            const double away_m = std::hypot(at.x_m - centre.x_m, at.y_m - centre.y_m);
            return away_m < storm_km * 1e3 ? height_m : 0.0;
        }));
    request.environment = environment;
    return request;
}

double nearest_to_storm_km(const plan::PlanResult& result) {
    REQUIRE(result.route() != nullptr);
    double nearest_m = HUGE_VAL;
    for (const auto& point : result.route()->track) {
        nearest_m = std::min(nearest_m, geo::geodesic_distance(point.position, storm).in_metres());
    }
    return nearest_m * 1e-3;
}

} // namespace

TEST_CASE("plan: the formula of an objective gives that objective's route and cost",
          "[plan][model]") {
    struct Case {
        cost::Objective objective;
        const char* formula;
    };
    const std::vector<Case> cases{
        {{cost::ObjectiveKind::fuel, {}}, "fuel_t"},
        {{cost::ObjectiveKind::distance, {}}, "distance_nm"},
        {{cost::ObjectiveKind::money, {850.0, 620.0, 40.0, 90.0}},
         "850*time_h + 620*fuel_t + 40*risk_h + 90*co2_t"},
    };
    for (const int seed : {1, 4}) {
        const auto request = test::voyage_through_drifting_ice(seed);
        for (const auto& [objective, text] : cases) {
            CAPTURE(seed, text);
            const auto built_in = plan_by(request, objective);
            const auto by_formula = plan_by_formula(request, text);
            REQUIRE(built_in.route() != nullptr);
            REQUIRE(by_formula.route() != nullptr);
            const auto& wanted = *built_in.route();
            const auto& got = *by_formula.route();
            // Rates are codes of 16 bits; their steps differ.
            CHECK(got.totals.cost == Approx(wanted.totals.cost).epsilon(2e-3));
            CHECK(got.graph_cost == Approx(wanted.graph_cost).epsilon(2e-3));
            CHECK(got.totals.fuel_t == Approx(wanted.totals.fuel_t).epsilon(5e-3));
            CHECK(by_formula.provenance.cost_model.starts_with("test"));
        }
    }
}

TEST_CASE("plan: a line that both judge costs the same by formula and by objective",
          "[plan][model]") {
    const auto request = test::voyage_through_drifting_ice(1);
    const auto route = plan_by(request, {cost::ObjectiveKind::fuel, {}});
    REQUIRE(route.route() != nullptr);
    const cost::TransitModel model(*request.vessel, *request.rules);
    route::EvaluationRequest wanted;
    wanted.waypoints = route.route()->waypoints;
    wanted.leave_not_before = route.route()->leave_not_before;
    wanted.departure = request.departure;
    wanted.objective = {cost::ObjectiveKind::fuel, {}};
    const auto by_fuel = route::evaluate(*request.environment, model, nullptr, wanted);
    wanted.objective = {cost::ObjectiveKind::model, {}, formula("fuel_t")};
    const auto by_formula = route::evaluate(*request.environment, model, nullptr, wanted);
    CHECK(by_formula.route.totals.cost == by_fuel.route.totals.cost);
    CHECK(by_formula.route.totals.money == by_fuel.route.totals.money);
}

TEST_CASE("plan: a layer in a cost model turns the route", "[plan][model]") {
    const auto request = with_waves(10.0);
    CHECK(nearest_to_storm_km(plan_by(request, {cost::ObjectiveKind::time, {}})) < 30.0);
    const auto around = plan_by_formula(request, "time_h*(1 + significant_wave_height)", 1.0);
    CHECK(nearest_to_storm_km(around) > 150.0);
    CHECK(test::has(around.findings, "bound.none"));
}

TEST_CASE("plan: where a cost model misses a value the ship does not go", "[plan][model]") {
    CHECK_THAT(refusal(test::open_water_voyage(), "time_h*(1 + significant_wave_height)"),
               Contains("cost model 'test' needs significant_wave_height"));
    const auto around =
        plan_by_formula(with_waves(std::nan("")), "time_h*(1 + significant_wave_height)", 1.0);
    CHECK(nearest_to_storm_km(around) > storm_km - 30.0);
}

TEST_CASE("plan: a cost model's bad rate ends the plan in one sentence", "[plan][model]") {
    const auto request = test::voyage_through_drifting_ice(1);
    CHECK_THAT(refusal(request, "time_h*(0.5 - sea_ice_concentration)"),
               Contains("cost model 'test' gives -") &&
                   Contains("per hour for sea_ice_concentration=0."));
    CHECK_THAT(refusal(request, "time_h/0"), Contains("inf per hour"));
}
