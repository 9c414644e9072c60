// SPDX-License-Identifier: Apache-2.0
#include "core/plan/cost_floor.hpp"

#include "core/io/vessel_file.hpp"
#include "core/vessel/speed_table_model.hpp"

#include "tests/support/plain_ship.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <random>
#include <string>

using namespace fairlead;

namespace {

const std::filesystem::path data = std::filesystem::path(FAIRLEAD_SOURCE_FOLDER) / "data";

rules::RuleSet polaris_rules(bool enforced) {
    rules::Polaris::Options polaris;
    polaris.greatest_allowed = rules::OperationLevel::elevated;
    rules::RuleSet::Options options;
    options.polaris = rules::Polaris::standard(polaris);
    options.enforce_polaris = enforced;
    return rules::RuleSet(options);
}

env::Sample known(double value) {
    return {value, env::Quality::ok};
}

double cost_per_metre(const cost::TransitModel& model, const cost::Objective& objective,
                      const env::Conditions& conditions, double limit_kn, double current_mps) {
    const auto transit = model.transit(conditions, {}, limit_kn);
    if (!transit.allowed) {
        return HUGE_VAL;
    }
    return cost::TransitModel::rate_per_h(objective, transit, transit.speed_kn) / seconds_per_hour /
           (transit.speed_kn * mps_per_knot + current_mps);
}

const std::array<cost::Objective, 3> objectives{
    {{cost::ObjectiveKind::fuel, {}},
     {cost::ObjectiveKind::co2, {}},
     {cost::ObjectiveKind::money, {850.0, 620.0, 40.0, 90.0}}}};

/// Burns less the faster the propeller turns.
class FallingFuel final : public vessel::FuelModel {
  public:
    [[nodiscard]] double fuel_t_per_h(double /*power_kw*/, double speed_kn,
                                      const vessel::IceState& /*ice*/) const noexcept override {
        return 2.0 - 0.1 * speed_kn;
    }
    [[nodiscard]] std::string describe() const override { return "falls with speed"; }
};

} // namespace

TEST_CASE("cost floor: no mile in more ice, slower or with less current costs less",
          "[plan][bound][property]") {
    std::mt19937 random(20181112);
    std::uniform_real_distribution<double> share(0.0, 1.0);
    for (const auto* name : {"arc7_lng_carrier", "bulk_carrier_no_ice_class", "cargo_ia",
                             "expedition_pc5", "sda", "xue_long_2"}) {
        const auto ship = io::read_vessel_file(data / "vessels" / (std::string(name) + ".toml"));
        CAPTURE(ship.particulars().name);
        for (const bool enforced : {true, false}) {
            const auto rules = polaris_rules(enforced);
            const cost::TransitModel model(ship, rules);
            const auto objective = objectives[random() % objectives.size()];
            constexpr double greatest_thickness_m = 2.5;
            plan::CostFloor floor(model, objective, greatest_thickness_m);
            REQUIRE(floor.holds());
            int finite = 0;
            for (int i = 0; i < 1000; ++i) {
                plan::CostFloor::Place place;
                const double concentration = i % 3 == 0 ? 0.0 : share(random);
                const double thickness_m = greatest_thickness_m * std::pow(share(random), 2.0);
                place.concentration = known(concentration);
                place.thickness = known(thickness_m);
                place.lowest_limit_kn = i % 2 == 0 ? HUGE_VAL : 20.0 * share(random);
                place.current_mps = i % 5 == 0 ? share(random) : 0.0;
                const double least = floor.per_true_metre(place);
                finite += std::isfinite(least) ? 1 : 0;
                env::Conditions met;
                met.concentration =
                    known(concentration + (1.0 - concentration) * std::pow(share(random), 3.0));
                met.thickness = known(thickness_m + (greatest_thickness_m - thickness_m) *
                                                        std::pow(share(random), 3.0));
                const double limit_kn = i % 4 == 0
                                            ? place.lowest_limit_kn
                                            : std::max(place.lowest_limit_kn, 20.0 * share(random));
                const double cost = cost_per_metre(model, objective, met, limit_kn,
                                                   place.current_mps * share(random));
                CAPTURE(concentration, thickness_m, met.concentration.value, met.thickness.value,
                        limit_kn, place.lowest_limit_kn);
                REQUIRE(cost >= least * (1.0 - 3e-5));
            }
            CHECK(finite > 200);
        }
    }
}

TEST_CASE("cost floor: comes near what open water costs", "[plan][bound]") {
    const auto rules = polaris_rules(true);
    for (const auto* name : {"expedition_pc5.toml", "cargo_ia.toml", "sda.toml"}) {
        CAPTURE(name);
        const auto ship = io::read_vessel_file(data / "vessels" / name);
        const cost::TransitModel model(ship, rules);
        const cost::Objective fuel{cost::ObjectiveKind::fuel, {}};
        plan::CostFloor floor(model, fuel, 1.0);
        plan::CostFloor::Place place;
        place.concentration = known(0.0);
        place.thickness = known(1.0);
        env::Conditions open;
        open.concentration = known(0.0);
        const double cost = cost_per_metre(model, fuel, open, HUGE_VAL, 0.0);
        CHECK(floor.per_true_metre(place) > 0.97 * cost);
        // The same ship at a speed given from without, where no rule slows her.
        const auto no_rules = polaris_rules(false);
        const cost::TransitModel free(ship, no_rules);
        const double given =
            plan::CostFloor(free, fuel, 1.0).per_true_metre(place, 9.0, known(9.1));
        open.attainable_speed = known(9.0);
        CHECK(given == Approx(cost_per_metre(model, fuel, open, HUGE_VAL, 0.0)).epsilon(0.03));
    }
}

TEST_CASE("cost floor: a ship that burns less at more speed has none", "[plan][bound]") {
    const auto ship = test::plain_ship("Odd ship");
    const vessel::SpeedTableModel::Table speeds{{0.0, 1.0}, {}, {15.0, 5.0}};
    const vessel::Vessel odd(
        ship, Speed::knots(15.0), Speed::knots(2.0),
        std::make_shared<vessel::SpeedTableModel>(speeds, Speed::knots(15.0), ship.power),
        std::make_shared<FallingFuel>(), 0.0, 3.2, {}, "test");
    const rules::RuleSet rules(rules::RuleSet::Options{});
    const cost::TransitModel model(odd, rules);
    CHECK_FALSE(plan::CostFloor(model, {cost::ObjectiveKind::fuel, {}}, 1.0).holds());
}
