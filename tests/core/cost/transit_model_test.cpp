// SPDX-License-Identifier: Apache-2.0
#include "core/cost/transit_model.hpp"
#include "core/vessel/specific_consumption.hpp"
#include "core/vessel/speed_table_model.hpp"

#include <catch2/catch.hpp>

using namespace fairlead;
using namespace fairlead::cost;
using env::Quality;
using env::Sample;

namespace {

vessel::Vessel test_vessel() {
    vessel::Particulars ship;
    ship.name = "Test ship";
    ship.ice_class = vessel::IceClass::pc6;
    ship.length = Length::metres(120.0);
    ship.beam = Length::metres(20.0);
    ship.draught = Length::metres(8.0);
    ship.power = Power::kilowatts(8000.0);
    return {ship,
            Speed::knots(16.0),
            Speed::knots(2.0),
            std::make_shared<vessel::SpeedTableModel>(
                vessel::SpeedTableModel::Table{{0.0, 1.0, 2.0}, {}, {16.0, 8.0, 0.0}},
                Speed::knots(16.0), ship.power),
            std::make_shared<vessel::SpecificConsumption>(
                200.0, ship.power, vessel::SpecificConsumption::LoadDependence::none),
            0.1,
            3.0,
            {},
            "test"};
}

rules::RuleSet all_rules() {
    rules::RuleSet::Options options;
    options.polaris = rules::Polaris::standard();
    options.under_keel_clearance = rules::UnderKeelClearance{};
    return rules::RuleSet(std::move(options));
}

env::Conditions ice(double concentration, double thickness_m) {
    env::Conditions conditions;
    conditions.concentration = {concentration, Quality::ok};
    conditions.thickness = {thickness_m, Quality::ok};
    conditions.depth = {500.0, Quality::ok};
    return conditions;
}

} // namespace

TEST_CASE("transit_model: open water is passed at full speed without risk",
          "[cost][transit_model]") {
    const auto vessel = test_vessel();
    const auto rules = all_rules();
    const TransitModel model(vessel, rules);
    const auto transit = model.transit(ice(0.0, 0.0), {});
    CHECK(transit.allowed);
    CHECK(transit.block == rules::Block::none);
    CHECK(transit.speed_kn == Approx(16.0));
    CHECK(transit.fuel_t_per_h == Approx(0.1 + 1.6));
    CHECK(transit.co2_t_per_h == Approx(3.0 * 1.7));
    CHECK(transit.risk_per_h == 0.0);
    CHECK(transit.rio == 30.0);
}

TEST_CASE("transit_model: elevated risk is passed at the limit, with less power",
          "[cost][transit_model]") {
    const auto vessel = test_vessel();
    const auto rules = all_rules();
    const TransitModel model(vessel, rules);
    const auto transit = model.transit(ice(1.0, 1.25), {}); // PC6 in thick first-year ice: -10
    CHECK(transit.allowed);
    CHECK(transit.speed_kn == 3.0);
    CHECK(transit.speed_limit_kn == 3.0);
    CHECK(transit.risk_per_h == Approx(16.0 / 9.0));
    CHECK(transit.fuel_t_per_h < 1.7);
    CHECK(transit.fuel_t_per_h > 0.1);
}

TEST_CASE("transit_model: what a rule forbids or ice stops has no speed and a reason",
          "[cost][transit_model]") {
    const auto vessel = test_vessel();
    const auto rules = all_rules();
    const TransitModel model(vessel, rules);
    const auto forbidden = model.transit(ice(1.0, 2.2), {});
    CHECK_FALSE(forbidden.allowed);
    CHECK(forbidden.speed_kn == 0.0);
    CHECK(forbidden.block == rules::Block::polaris);
    CHECK(forbidden.rio == Approx(-30.0));

    const auto beset = model.transit(ice(1.0, 1.9), {});
    CHECK_FALSE(beset.allowed);
    CHECK(beset.speed_kn == 0.0);
    CHECK(beset.block == rules::Block::beset);

    auto unknown = ice(0.5, 0.5);
    unknown.concentration = Sample::none(Quality::missing);
    CHECK(model.transit(unknown, {}).block == rules::Block::no_data);
}

TEST_CASE("transit_model: a layer of attainable speed replaces the ship's model, not the rules",
          "[cost][transit_model]") {
    const auto vessel = test_vessel();
    const auto rules = all_rules();
    const TransitModel model(vessel, rules);
    auto conditions = ice(1.0, 0.5);
    conditions.attainable_speed = {8.0, Quality::ok};
    const auto transit = model.transit(conditions, {});
    CHECK(transit.speed_kn == 8.0);
    CHECK(transit.fuel_t_per_h == Approx(0.1 + 0.2)); // half of 16 kn: an eighth of the power
    conditions.attainable_speed.value = 0.0;
    CHECK(model.transit(conditions, {}).block == rules::Block::beset);
    conditions = ice(1.0, 1.25);
    conditions.attainable_speed = {8.0, Quality::ok};
    CHECK(model.transit(conditions, {}).speed_kn == 3.0);
    conditions = ice(1.0, 2.2);
    conditions.attainable_speed = {8.0, Quality::ok};
    CHECK(model.transit(conditions, {}).block == rules::Block::polaris);
}

TEST_CASE("transit_model: risk rate is 0 without ice, 1 at the end of normal operation",
          "[cost][risk]") {
    CHECK(risk_rate_per_h(30.0) == 0.0);
    CHECK(risk_rate_per_h(0.0) == 1.0);
    CHECK(risk_rate_per_h(-10.0) == Approx(16.0 / 9.0));
    CHECK(risk_rate_per_h(-80.0) == Approx(121.0 / 9.0));
    for (double rio = 30.0; rio > -80.0; rio -= 0.5) {
        CHECK(risk_rate_per_h(rio - 0.5) > risk_rate_per_h(rio));
    }
}

TEST_CASE("transit_model: rates by objective, under way and waiting", "[cost][objective]") {
    const auto vessel = test_vessel();
    const auto rules = all_rules();
    const TransitModel model(vessel, rules);
    Transit transit;
    transit.fuel_t_per_h = 2.0;
    transit.co2_t_per_h = 6.0;
    transit.risk_per_h = 0.5;
    const Prices prices{1000.0, 600.0, 50.0, 80.0};
    const auto rate = [&](ObjectiveKind kind) {
        return TransitModel::rate_per_h({kind, prices}, transit, 12.0);
    };
    CHECK(rate(ObjectiveKind::time) == 1.0);
    CHECK(rate(ObjectiveKind::distance) == 12.0);
    CHECK(rate(ObjectiveKind::fuel) == 2.0);
    CHECK(rate(ObjectiveKind::risk) == 0.5);
    CHECK(rate(ObjectiveKind::co2) == 6.0);
    CHECK(rate(ObjectiveKind::money) == Approx(1000.0 + 1200.0 + 25.0 + 480.0));

    const auto waiting = [&](ObjectiveKind kind) {
        return model.waiting_rate_per_h({kind, prices});
    };
    CHECK(waiting(ObjectiveKind::time) == 1.0);
    CHECK(waiting(ObjectiveKind::distance) == 0.0);
    CHECK(waiting(ObjectiveKind::fuel) == 0.1);
    CHECK(waiting(ObjectiveKind::risk) == 0.0);
    CHECK(waiting(ObjectiveKind::co2) == Approx(0.3));
    CHECK(waiting(ObjectiveKind::money) == Approx(1000.0 + 60.0 + 24.0));
}

TEST_CASE("objective: every kind is found by its name and has a unit", "[cost][objective]") {
    for (const auto kind : {ObjectiveKind::time, ObjectiveKind::distance, ObjectiveKind::fuel,
                            ObjectiveKind::risk, ObjectiveKind::co2, ObjectiveKind::money}) {
        CHECK(objective_named(name(kind)) == kind);
        CHECK_FALSE(unit(kind).empty());
    }
    CHECK(objective_named(" CO2 ") == ObjectiveKind::co2);
    CHECK(unit(ObjectiveKind::risk) == "risk hours");
    CHECK_FALSE(objective_named("speed"));
    CHECK_FALSE(objective_named(""));
}
