// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/vessel/ice_speed_model.hpp"
#include "core/vessel/polarroute_model.hpp"
#include "core/vessel/specific_consumption.hpp"
#include "core/vessel/speed_table.hpp"
#include "core/vessel/speed_table_model.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <memory>

using namespace fairlead;
using namespace fairlead::vessel;

namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

std::shared_ptr<const SpeedModel> lindqvist_model(double exponent) {
    const LindqvistResistance::Hull hull{Length::metres(120.0), Length::metres(21.0),
                                         Length::metres(6.0),   Angle::degrees(27.0),
                                         Angle::degrees(30.0),  0.1};
    return std::make_shared<IceSpeedModel>(std::make_shared<LindqvistResistance>(hull),
                                           IceSpeedModel::Propulsion{Power::kilowatts(8000.0), 0.98,
                                                                     Length::metres(4.2),
                                                                     Speed::knots(15.0)},
                                           exponent);
}

std::shared_ptr<const SpeedModel> riska_model() {
    const RiskaResistance::Hull hull{Length::metres(150.0), Length::metres(25.0),
                                     Length::metres(9.0),   Length::metres(75.0),
                                     Length::metres(35.0),  Angle::degrees(30.0)};
    return std::make_shared<IceSpeedModel>(std::make_shared<RiskaResistance>(hull),
                                           IceSpeedModel::Propulsion{Power::kilowatts(8000.0), 0.78,
                                                                     Length::metres(5.5),
                                                                     Speed::knots(15.0)});
}

PolarrouteResistance sda_resistance() {
    return {PolarrouteResistance::slender, Length::metres(24.0), 900.0};
}

std::shared_ptr<const SpeedModel> polarroute_model() {
    return std::make_shared<PolarrouteSpeedModel>(
        sda_resistance(), PolarrouteSpeedModel::Limits{96634.5, 0.8, Speed::knots(15.0)},
        PolarrouteSpeedModel::Machinery{Power::kilowatts(8000.0), 200.0});
}

std::shared_ptr<const SpeedModel> table_model(SpeedTableModel::Table table) {
    return std::make_shared<SpeedTableModel>(std::move(table), Speed::knots(15.0),
                                             Power::kilowatts(8000.0));
}

std::vector<std::pair<const char*, std::shared_ptr<const SpeedModel>>> all_models() {
    return {{"lindqvist, exponent 1.5", lindqvist_model(1.5)},
            {"lindqvist, exponent 3", lindqvist_model(3.0)},
            {"riska", riska_model()},
            {"polarroute", polarroute_model()},
            {"table by thickness", table_model({{0.0, 0.3, 0.9, 1.6}, {}, {15.0, 11.0, 4.0, 0.0}})},
            {"table by concentration", table_model({{0.0}, {0.0, 0.4, 1.0}, {15.0, 9.0, 1.0}})},
            {"table by both", table_model({{0.0, 0.5, 1.0},
                                           {0.0, 0.5, 1.0},
                                           {15.0, 14.0, 13.0, 15.0, 10.0, 7.0, 15.0, 8.0, 2.0}})}};
}

Vessel vessel_with(std::shared_ptr<const SpeedModel> speed) {
    Particulars ship;
    ship.name = "Test ship";
    ship.ice_class = IceClass::pc5;
    ship.length = Length::metres(120.0);
    ship.beam = Length::metres(21.0);
    ship.draught = Length::metres(6.0);
    ship.power = Power::kilowatts(8000.0);
    const auto fuel = std::make_shared<SpecificConsumption>(
        200.0, ship.power, SpecificConsumption::LoadDependence::none);
    return {ship,  Speed::knots(15.0), Speed::knots(2.0), std::move(speed), fuel, 0.1, 3.2, {},
            "test"};
}

} // namespace

TEST_CASE("speed models: speed falls with thickness and concentration, never above open water",
          "[vessel][property]") {
    constexpr int steps = 60;
    for (const auto& [label, model] : all_models()) {
        INFO(label);
        for (int i = 0; i <= steps; ++i) {
            for (int j = 0; j <= steps; ++j) {
                const IceState ice{static_cast<double>(j) / steps, 2.5 * i / steps};
                const double speed_kn = model->attainable_speed_kn(ice);
                REQUIRE(speed_kn >= 0.0);
                REQUIRE(speed_kn <= 15.0 * (1.0 + 1e-15));
                if (i > 0) {
                    REQUIRE(speed_kn <=
                            model->attainable_speed_kn({ice.concentration, 2.5 * (i - 1) / steps}) +
                                1e-12);
                }
                if (j > 0) {
                    REQUIRE(speed_kn <= model->attainable_speed_kn(
                                            {static_cast<double>(j - 1) / steps, ice.thickness_m}) +
                                            1e-12);
                }
            }
        }
        CHECK(model->attainable_speed_kn({}) == Approx(15.0));
    }
}

TEST_CASE("speed models: power lies between nothing and what is installed, and rises with speed",
          "[vessel][property]") {
    for (const auto& [label, model] : all_models()) {
        INFO(label);
        for (const double concentration : {0.0, 0.1, 0.5, 0.75, 1.0}) {
            for (const double thickness_m : {0.0, 0.1, 0.4, 0.8, 1.2}) {
                const IceState ice{concentration, thickness_m};
                const double greatest_kn = model->attainable_speed_kn(ice);
                double before_kw = -1e-9;
                for (int i = 0; i <= 20 && greatest_kn > 0.0; ++i) {
                    const double power_kw = model->power_kw(ice, greatest_kn * i / 20.0);
                    REQUIRE(power_kw >= before_kw);
                    REQUIRE(power_kw <= 8000.0);
                    before_kw = power_kw;
                }
            }
        }
    }
}

TEST_CASE("speed models: a ship at its attainable speed in ice runs at full power", "[vessel]") {
    for (const auto& model : {lindqvist_model(1.5), riska_model(),
                              table_model({{0.0, 0.3, 0.9, 1.6}, {}, {15.0, 11.0, 4.0, 0.0}})}) {
        const IceState ice{0.9, 0.5};
        CHECK(model->power_kw(ice, model->attainable_speed_kn(ice)) == Approx(8000.0));
    }
}

TEST_CASE("speed_table_model: ice that does not cover the sea enters with its volume",
          "[vessel][table]") {
    const auto model = table_model({{0.0, 0.5, 1.0}, {}, {15.0, 8.0, 1.0}});
    CHECK(model->attainable_speed_kn({1.0, 0.5}) == Approx(8.0));
    CHECK(model->attainable_speed_kn({0.5, 1.0}) == Approx(8.0));
    CHECK(model->attainable_speed_kn({0.5, 0.5}) == Approx(11.5));
    CHECK(model->attainable_speed_kn({1.0, 1.0}) == Approx(1.0));
    CHECK(model->attainable_speed_kn({1.0, 1.0001}) == 0.0);
}

TEST_CASE("speed_table_model: a table by both axes is bilinear and stops at its last thickness",
          "[vessel][table]") {
    const auto model = table_model(
        {{0.0, 0.5, 1.0}, {0.0, 0.5, 1.0}, {15.0, 14.0, 13.0, 15.0, 10.0, 7.0, 15.0, 8.0, 2.0}});
    CHECK(model->attainable_speed_kn({0.5, 0.5}) == Approx(10.0));
    CHECK(model->attainable_speed_kn({1.0, 1.0}) == Approx(2.0));
    CHECK(model->attainable_speed_kn({0.75, 0.75}) == Approx((10.0 + 7.0 + 8.0 + 2.0) / 4.0));
    CHECK(model->attainable_speed_kn({0.5, 1.01}) == 0.0);
    CHECK(model->attainable_speed_kn({0.0, 9.0}) == Approx(15.0));
}

TEST_CASE("speed_table_model: malformed tables are refused", "[vessel][table]") {
    CHECK_THROWS_WITH(table_model({{}, {}, {}}), Catch::Contains("thickness_m must begin with 0"));
    CHECK_THROWS_WITH(table_model({{0.1, 0.5}, {}, {15.0, 4.0}}),
                      Catch::Contains("thickness_m must begin with 0"));
    CHECK_THROWS_WITH(table_model({{0.0}, {0.0, 0.9}, {15.0, 4.0}}),
                      Catch::Contains("concentration must end with 1"));
    CHECK_THROWS_WITH(table_model({{0.0, 0.5}, {}, {15.0}}), Catch::Contains("1 speeds where"));
    CHECK_THROWS_WITH(table_model({{0.0, 0.5}, {}, {15.0, -1.0}}),
                      Catch::Contains("speed -1 kn is not a speed"));
}

TEST_CASE("polarroute_model: resistance and speed by PolarRoute's formulas",
          "[vessel][polarroute]") {
    const auto resistance = sda_resistance();
    const IceState ice{0.6, 1.2};
    // By hand: Fr = 7 / sqrt(9.81 * 0.6 * 1.2), R = 0.5 * 4.4 * Fr^-0.8267 * 900 * 24 * 1.2 * 49 *
    // 0.36
    const double froude = 7.0 / std::sqrt(9.81 * 0.6 * 1.2);
    const double by_hand = 0.5 * 4.4 * std::pow(froude, -0.8267) * 900.0 * 24.0 * 1.2 * 49.0 * 0.36;
    CHECK(resistance.resistance_n(ice, 7.0) == Approx(by_hand));
    const double limited = resistance.speed_mps(ice, 96634.5);
    CHECK(resistance.resistance_n(ice, limited) == Approx(96634.5));

    const auto model = polarroute_model();
    CHECK(model->attainable_speed_kn({0.8, 3.0}) > 0.0);
    CHECK(model->attainable_speed_kn({0.8000001, 0.1}) == 0.0);
    CHECK(model->attainable_speed_kn(ice) == Approx(limited / mps_per_knot));
    CHECK(model->attainable_speed_kn({0.1, 0.1}) == Approx(15.0)); // resistance below the limit

    const auto blunt =
        PolarrouteResistance(PolarrouteResistance::blunt, Length::metres(24.0), 900.0);
    CHECK(blunt.resistance_n(ice, blunt.speed_mps(ice, 5e4)) == Approx(5e4));
}

TEST_CASE("polarroute_model: fuel by PolarRoute's polynomial", "[vessel][polarroute]") {
    const PolarrouteFuelModel fuel(sda_resistance());
    // 27.3187 t a day at 26.5 km/h without ice, hotel load included.
    const double open_t_per_h =
        fuel.fuel_t_per_h(0.0, 26.5 / 1.852, {}) + PolarrouteFuelModel::at_rest_t_per_h;
    CHECK(open_t_per_h * 24.0 == Approx(27.3187).margin(5e-5).epsilon(0.0));
    const IceState ice{0.6, 1.2};
    const double resistance_n = sda_resistance().resistance_n(ice, 10.0 / 3.6);
    CHECK(fuel.fuel_t_per_h(0.0, 10.0 / 1.852, ice) ==
          Approx(0.137247 - 0.029601 + 7.75218178e-11 * resistance_n * resistance_n +
                 6.48113363e-06 * resistance_n));
}

TEST_CASE("polarroute_model: power is what its fuel stands for", "[vessel][polarroute]") {
    const auto model = polarroute_model();
    const PolarrouteFuelModel fuel(sda_resistance());
    const IceState ice{0.6, 1.2};
    // Apart from the constant by which the parabola lies below zero: 0.0016 t/h.
    CHECK(model->power_kw(ice, 3.0) * 200.0 / 1e6 ==
          Approx(fuel.fuel_t_per_h(0.0, 3.0, ice) + 0.0029601 * 0.0029601 / (4.0 * 0.00137247))
              .epsilon(1e-12));
    CHECK(model->power_kw({}, 0.0) == 0.0);
    CHECK(model->power_kw({0.8, 3.0}, 15.0) == 8000.0);
}

TEST_CASE("specific_consumption: fuel is power times consumption, dearer at part load",
          "[vessel][fuel]") {
    using Load = SpecificConsumption::LoadDependence;
    const SpecificConsumption flat(200.0, Power::kilowatts(10000.0), Load::none);
    CHECK(flat.fuel_t_per_h(5000.0, 0.0, {}) == Approx(1.0));
    CHECK(flat.fuel_t_per_h(0.0, 0.0, {}) == 0.0);
    const SpecificConsumption curved(200.0, Power::kilowatts(10000.0), Load::imo);
    CHECK(curved.fuel_t_per_h(10000.0, 0.0, {}) == Approx(2.0 * 1.025));
    CHECK(curved.fuel_t_per_h(5000.0, 0.0, {}) == Approx(1.03875));
    CHECK_THROWS_AS(SpecificConsumption(0.0, Power::kilowatts(1.0), Load::none), Error);
}

TEST_CASE("vessel: goes at its attainable speed, at the limit, or not at all", "[vessel]") {
    const auto vessel = vessel_with(table_model({{0.0, 0.5, 1.0}, {}, {15.0, 8.0, 1.0}}));
    const auto free = vessel.performance({1.0, 0.5}, unlimited);
    CHECK(free.speed_kn == Approx(8.0));
    CHECK(free.power_kw == Approx(8000.0));
    CHECK(free.fuel_t_per_h == Approx(0.1 + 1.6));

    const auto limited = vessel.performance({1.0, 0.5}, 5.0);
    CHECK(limited.speed_kn == 5.0);
    CHECK(limited.power_kw < free.power_kw);

    for (const auto& stopped :
         {vessel.performance({1.0, 0.99}, unlimited), vessel.performance({}, 1.9),
          vessel.performance({}, 0.0), vessel.performance({1.0, 5.0}, unlimited)}) {
        CHECK(stopped.speed_kn == 0.0);
        CHECK(stopped.power_kw == 0.0);
        CHECK(stopped.fuel_t_per_h == 0.1);
    }
    const auto layer = vessel.open_water_performance(7.5);
    CHECK(layer.power_kw == Approx(1000.0)); // half the speed, an eighth of the power
}

TEST_CASE("vessel: particulars and speeds that no ship has are refused", "[vessel]") {
    const auto model = table_model({{0.0}, {0.0, 1.0}, {15.0, 1.0}});
    const auto good = vessel_with(model);
    const auto fuel = std::make_shared<SpecificConsumption>(
        200.0, Power::kilowatts(8000.0), SpecificConsumption::LoadDependence::none);
    const auto make = [&](Particulars ship, double open_kn, double least_kn) {
        return Vessel(std::move(ship), Speed::knots(open_kn), Speed::knots(least_kn), model, fuel,
                      0.1, 3.2, {}, "");
    };
    CHECK_NOTHROW(make(good.particulars(), 40.0, 2.0));
    for (const double open_kn : {0.0, -5.0, 40.1, std::nan("")}) {
        CHECK_THROWS_AS(make(good.particulars(), open_kn, 2.0), Error);
    }
    CHECK_THROWS_AS(make(good.particulars(), 15.0, 0.0), Error);
    CHECK_THROWS_AS(make(good.particulars(), 15.0, 15.0), Error);
    auto flat = good.particulars();
    flat.draught = Length::metres(0.0);
    CHECK_THROWS_WITH(make(flat, 15.0, 2.0),
                      Catch::Contains("Test ship: draught [m] 0: must be above 0"));
}

TEST_CASE("speed_table: tabulates performance by thickness and concentration",
          "[vessel][speed_table]") {
    const auto vessel = vessel_with(table_model({{0.0, 0.5, 1.0}, {}, {15.0, 8.0, 1.0}}));
    const std::array concentrations{0.0, 0.5, 1.0};
    const std::array thicknesses_m{0.2, 0.5};
    const auto table = speed_table(vessel, concentrations, thicknesses_m);
    REQUIRE(table.performance.size() == 6);
    CHECK(table.at(1, 2).speed_kn == Approx(8.0));
    CHECK(table.at(1, 0).speed_kn == Approx(15.0));
    CHECK(table.at(0, 2).speed_kn == Approx(15.0 - 7.0 * 0.4));
    CHECK(speed_table(vessel, {}, thicknesses_m).performance.empty());
    const std::array wrong{1.5};
    CHECK_THROWS_WITH(speed_table(vessel, wrong, thicknesses_m),
                      Catch::Contains("concentration 1.5"));
    const std::array negative_m{-0.1};
    CHECK_THROWS_WITH(speed_table(vessel, concentrations, negative_m),
                      Catch::Contains("thickness -0.1 m"));
}
