// SPDX-License-Identifier: Apache-2.0
#include "core/plan/transit_memo.hpp"

#include "core/vessel/specific_consumption.hpp"
#include "core/vessel/speed_table_model.hpp"

#include "tests/support/plain_ship.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace fairlead;

namespace {

/// 15 kn in open water; slower in thicker and closer ice, down to nothing.
vessel::Vessel ice_ship() {
    const auto ship = test::plain_ship("Test ship");
    const vessel::SpeedTableModel::Table speeds{
        {0.0, 1.0, 2.0}, {0.0, 1.0}, {15.0, 15.0, 15.0, 8.0, 15.0, 0.0}};
    return {ship,
            Speed::knots(15.0),
            Speed::knots(2.0),
            std::make_shared<vessel::SpeedTableModel>(speeds, Speed::knots(15.0), ship.power),
            std::make_shared<vessel::SpecificConsumption>(
                200.0, ship.power, vessel::SpecificConsumption::LoadDependence::none),
            0.1,
            3.2,
            {},
            "test"};
}

env::Sample known(double value) {
    return {value, env::Quality::ok};
}

} // namespace

TEST_CASE("transit memo: planning never sails faster than the ice allows, a bound never slower",
          "[plan][memo][property]") {
    const auto ship = ice_ship();
    const rules::RuleSet rules(rules::RuleSet::Options{});
    const cost::TransitModel model(ship, rules);
    plan::TransitMemo planning(model, {}, plan::TransitMemo::Rounding::pessimistic);
    plan::TransitMemo bounding(model, {}, plan::TransitMemo::Rounding::optimistic);
    const auto unknown = env::Sample::none(env::Quality::no_layer);
    std::mt19937 random(20180715);
    std::uniform_real_distribution<double> share(0.0, 1.0);
    int differ = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto concentration = known(share(random));
        const auto thickness = known(2.2 * share(random));
        // Every other place has a layer of speeds.
        const auto attainable = i % 2 == 0 ? unknown : known(20.0 * share(random));
        env::Conditions conditions;
        conditions.concentration = concentration;
        conditions.thickness = thickness;
        conditions.attainable_speed = attainable;
        const double exact_kn = model.transit(conditions, {}).speed_kn;
        const auto slow_kn =
            static_cast<double>(planning.at(concentration, thickness, attainable).speed_kn);
        const auto fast_kn =
            static_cast<double>(bounding.at(concentration, thickness, attainable).speed_kn);
        INFO("seed 20180715, case " << i << ": " << concentration.value << ", " << thickness.value
                                    << " m");
        CHECK(slow_kn <= exact_kn + 1e-5);
        CHECK(fast_kn >= exact_kn - 1e-5);
        // A step is 1 cm, 0.2 % and 0.01 kn; below 2 kn she stops at once.
        CHECK((slow_kn == 0.0 || exact_kn - slow_kn < 0.2));
        differ += slow_kn < fast_kn ? 1 : 0;
    }
    CHECK(differ > 1000);
}

TEST_CASE("transit memo: what is not known is never taken for what was asked before",
          "[plan][memo]") {
    const auto ship = ice_ship();
    const rules::RuleSet rules(rules::RuleSet::Options{});
    const cost::TransitModel model(ship, rules);
    plan::TransitMemo memo(model, {}, plan::TransitMemo::Rounding::pessimistic);
    const auto unknown = env::Sample::none(env::Quality::missing);
    const auto none = env::Sample::none(env::Quality::no_layer);
    CHECK(memo.at(unknown, unknown, none).speed_kn == 0.0F);
    CHECK(memo.at(known(0.0), unknown, none).speed_kn == 15.0F);
    CHECK(memo.at(known(0.5), unknown, none).speed_kn == 0.0F);
    CHECK(memo.at(known(0.0), known(0.0), known(12.0)).speed_kn == 12.0F);
    CHECK(memo.at(known(0.0), known(0.0), none).speed_kn == 15.0F);
    CHECK(memo.at(unknown, unknown, known(12.0)).speed_kn == 12.0F);
    // Values past the greatest step keep to it.
    const float fastest = memo.at(known(0.0), known(0.0), known(500.0)).speed_kn;
    CHECK(fastest > 15.0F);
    CHECK(memo.at(known(0.0), known(0.0), known(400.0)).speed_kn == fastest);
}
