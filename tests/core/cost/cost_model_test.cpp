// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/cost/formula_model.hpp"
#include "core/cost/model_rate.hpp"
#include "core/cost/objective.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <functional>

using namespace fairlead;
using Catch::Matchers::Contains;

namespace {

cost::FormulaModelText text_of(const std::string& formula) {
    cost::FormulaModelText text;
    text.name = "test";
    text.source = "test.toml";
    text.cost = formula;
    return text;
}

std::string refusal(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    return "accepted";
}

} // namespace

TEST_CASE("cost model: a stretch's formula is a rate per hour of the ship's", "[cost][model]") {
    auto text = text_of("hire*time_h + 620*fuel_t + 2*distance_nm + 40*max(0,-rio)*time_h");
    text.parameters = {{"hire", 850.0}};
    const auto model = cost::make_formula_model(text);
    const auto& card = model->card();
    REQUIRE(card.inputs.size() == 3);
    CHECK(cost::name(card.inputs[0]) == "rio");
    CHECK(cost::name(card.inputs[1]) == "speed_over_ground_kn");
    CHECK(cost::name(card.inputs[2]) == "fuel_t_per_h");
    CHECK(card.parameters.front().name == "hire");
    CHECK(model->rate_per_h(std::vector<double>{-10.0, 12.0, 1.5}, 12.0) ==
          850.0 + 620.0 * 1.5 + 24.0 + 400.0);
    CHECK(cost::describe(card) == "test (test.toml; hire=850)");
    const cost::Objective objective{cost::ObjectiveKind::model, {}, model};
    CHECK(cost::name(objective) == "test");
    CHECK(cost::unit(objective) == "cost");
    CHECK_FALSE(cost::objective_named("model"));
}

TEST_CASE("cost model: rates per hour and per mile add up", "[cost][model]") {
    cost::FormulaModelText text;
    text.name = "test";
    text.per_hour = "100*fuel_t_per_h";
    text.per_nmi = "3 + sea_ice_concentration";
    const auto model = cost::make_formula_model(text);
    CHECK(model->rate_per_h(std::vector<double>{2.0, 0.5}, 10.0) == 200.0 + 35.0);
    text.per_hour = "100*fuel_t"; // belongs to `cost`
    CHECK_THAT(refusal([&] { (void)cost::make_formula_model(text); }),
               Contains("per_hour") && Contains("'fuel_t'"));
    text.cost = "time_h";
    CHECK_THAT(refusal([&] { (void)cost::make_formula_model(text); }), Contains("either cost, or"));
}

TEST_CASE("cost model: a cost must be proportional to the stretch", "[cost][model]") {
    const auto refused = [](const std::string& formula) {
        return refusal([&] { (void)cost::make_formula_model(text_of(formula)); });
    };
    CHECK_THAT(refused("850"), Contains("'850' is not proportional to the stretch"));
    CHECK_THAT(refused("time_h + max(0,-rio)"), Contains("rio=") && Contains("time_h="));
    CHECK_THAT(refused("fuel_t^2"), Contains("multiply each term"));
    CHECK(refused("sqrt(fuel_t*time_h)") == "accepted");
    CHECK(refused("rio < 0 ? 5*time_h : time_h") == "accepted");
}

TEST_CASE("cost model: a rate that no search can use is refused with its conditions",
          "[cost][model]") {
    const auto asked = [](const std::string& formula, double rio) {
        return refusal([&] {
            const auto model = cost::make_formula_model(text_of(formula));
            (void)model->rate_per_h(std::vector<double>{rio}, 10.0);
        });
    };
    CHECK_THAT(asked("rio*time_h", -3.5),
               Contains("cost model 'test' gives -3.5 per hour for rio=-3.5") &&
                   Contains("finite number that is not negative"));
    CHECK_THAT(asked("time_h/rio", 0.0), Contains("inf per hour for rio=0"));
    CHECK_THAT(asked("time_h*sqrt(rio)", -1.0), Contains("nan per hour for rio=-1"));
    CHECK(asked("rio*time_h", 0.0) == "accepted");
}

TEST_CASE("cost model: what waiting costs is asked of a ship at rest, or said", "[cost][model]") {
    cost::Transit at_rest;
    at_rest.fuel_t_per_h = 0.1;
    CHECK(cost::waiting_rate_per_h(
              *cost::make_formula_model(text_of("850*time_h + 600*fuel_t + distance_nm + "
                                                "sea_ice_concentration*time_h")),
              at_rest) == 850.0 + 60.0);
    auto text = text_of("time_h*(1 + eastward_wind)");
    env::Environment environment;
    const auto refused = [&] {
        return refusal([&] { cost::expect_inputs(*cost::make_formula_model(text), environment); });
    };
    CHECK_THAT(refused(), Contains("needs eastward_wind, of which there is no layer"));
    env::Layer wind;
    wind.variable = env::Variable::eastward_wind;
    wind.constant = 5.0;
    environment.add(wind);
    CHECK_THAT(refused(), Contains("waiting_per_hour"));
    text.waiting_per_h = 7.0;
    CHECK(refused() == "accepted");
    CHECK(cost::waiting_rate_per_h(*cost::make_formula_model(text), at_rest) == 7.0);
}

TEST_CASE("cost model: every input has a name, a unit and is found by it", "[cost][model]") {
    for (const auto& input : cost::all_model_inputs()) {
        CAPTURE(cost::name(input));
        CHECK(cost::model_input_named(cost::name(input)) == input);
        CHECK_FALSE(cost::unit(input).empty());
    }
    CHECK_FALSE(cost::model_input_named("nothing"));
}
