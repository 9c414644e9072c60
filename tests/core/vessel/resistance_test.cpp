// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/base/table.hpp"
#include "core/vessel/ice_speed_model.hpp"
#include "core/vessel/level_ice_resistance.hpp"
#include "core/vessel/propulsion.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <memory>
#include <random>

using namespace fairlead;
using namespace fairlead::vessel;

namespace {

LindqvistResistance::Hull lindqvist_hull() {
    return {Length::metres(150.0), Length::metres(25.0), Length::metres(9.0),
            Angle::degrees(30.0),  Angle::degrees(35.0), 0.1};
}

RiskaResistance::Hull riska_hull() {
    return {Length::metres(150.0), Length::metres(25.0), Length::metres(9.0),
            Length::metres(75.0),  Length::metres(35.0), Angle::degrees(30.0)};
}

IceSpeedModel::Propulsion propulsion() {
    return {Power::kilowatts(12000.0), 0.98, Length::metres(4.5), Speed::metres_per_second(8.5)};
}

Table reference(const char* file) {
    return Table::read(std::string(FAIRLEAD_SOURCE_FOLDER "/tests/reference/") + file);
}

} // namespace

TEST_CASE("level_ice_resistance: both formulas give the reference table", "[vessel][resistance]") {
    const LindqvistResistance lindqvist(lindqvist_hull());
    const RiskaResistance riska(riska_hull());
    const auto table = reference("level_ice_resistance.csv");
    REQUIRE(table.row_count() == 6);
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        const double thickness_m = table.number(row, "thickness_m");
        const double speed_mps = table.number(row, "speed_mps");
        INFO(table.where(row));
        CHECK(lindqvist.at(thickness_m).at(speed_mps) / 1000.0 ==
              Approx(table.number(row, "lindqvist_kn")).margin(0.005).epsilon(0.0));
        CHECK(riska.at(thickness_m).at(speed_mps) / 1000.0 ==
              Approx(table.number(row, "riska_kn")).margin(0.005).epsilon(0.0));
    }
}

TEST_CASE("level_ice_resistance: Lindqvist's three parts are those computed by hand",
          "[vessel][resistance]") {
    const LindqvistResistance lindqvist(lindqvist_hull());
    const auto thin = lindqvist.parts(0.5);
    CHECK(thin.crushing_n == Approx(47110.0).margin(5.0));
    CHECK(thin.bending_n == Approx(39150.0).margin(5.0));
    CHECK(thin.submersion_n == Approx(253140.0).margin(5.0));
    const auto thick = lindqvist.parts(1.5);
    CHECK(thick.crushing_n == Approx(423960.0).margin(5.0));
    CHECK(thick.bending_n == Approx(203440.0).margin(5.0));
    CHECK(thick.submersion_n == Approx(759420.0).margin(5.0));
}

TEST_CASE("level_ice_resistance: no ice resists nothing", "[vessel][resistance]") {
    for (const double thickness_m : {0.0, -0.0}) {
        CHECK(LindqvistResistance(lindqvist_hull()).at(thickness_m).at(5.0) == 0.0);
        CHECK(RiskaResistance(riska_hull()).at(thickness_m).at(5.0) == 0.0);
    }
}

TEST_CASE("level_ice_resistance: hulls that no formula fits are refused", "[vessel][resistance]") {
    auto steep = lindqvist_hull();
    steep.stem = Angle::degrees(88.0);
    steep.friction = 0.4;
    CHECK_THROWS_WITH(LindqvistResistance(steep), Catch::Contains("too steep"));
    auto flat = lindqvist_hull();
    flat.stem = Angle::degrees(0.0);
    CHECK_THROWS_WITH(LindqvistResistance(flat), Catch::Contains("stem angle 0 deg"));
    auto rough = lindqvist_hull();
    rough.friction = 1.0;
    CHECK_THROWS_WITH(LindqvistResistance(rough), Catch::Contains("hull friction 1"));
    LindqvistResistance::Ice heavy;
    heavy.density_kg_per_m3 = 1030.0;
    CHECK_THROWS_AS(LindqvistResistance(lindqvist_hull(), heavy), Error);
    auto long_bow = riska_hull();
    long_bow.bow = Length::metres(80.0);
    CHECK_THROWS_WITH(RiskaResistance(long_bow), Catch::Contains("do not fit"));
}

TEST_CASE("propulsion: bollard pull of the worked example", "[vessel][propulsion]") {
    CHECK(bollard_pull_n(0.98, Power::kilowatts(12000.0), Length::metres(4.5)) ==
          Approx(1400090.0).margin(5.0).epsilon(0.0));
}

TEST_CASE("propulsion: net thrust is bollard pull at rest and nothing at open-water speed",
          "[vessel][propulsion]") {
    CHECK(net_thrust_share(0.0) == 1.0);
    CHECK(net_thrust_share(1.0) == Approx(0.0).margin(1e-15));
}

TEST_CASE("propulsion: power in open water is the cubic curve", "[vessel][propulsion]") {
    for (const double x : {0.0, 0.1, 0.5, 0.9, 1.0}) {
        CHECK(power_share(x, 0.0) == Approx(x * x * x).margin(1e-15));
    }
}

TEST_CASE("propulsion: the equilibrium speed takes exactly full power", "[vessel][propulsion]") {
    std::mt19937 random(20160606);
    std::uniform_real_distribution<double> at_rest(0.0, 0.999);
    std::uniform_real_distribution<double> per_speed(0.0, 5.0);
    for (int i = 0; i < 10000; ++i) {
        const double a = at_rest(random);
        const double b = per_speed(random);
        const double x = equilibrium_speed_share(a, b);
        INFO("at rest " << a << " per speed " << b);
        REQUIRE(x > 0.0);
        REQUIRE(x <= 1.0);
        REQUIRE(std::abs(net_thrust_share(x) - (a + b * x)) < 1e-12);
        REQUIRE(power_share(x, a + b * x) == Approx(1.0).epsilon(1e-12));
        REQUIRE(power_share(0.9 * x, a + b * 0.9 * x) < 1.0);
    }
    CHECK(equilibrium_speed_share(0.0, 0.0) == 1.0);
    CHECK(equilibrium_speed_share(1.0, 0.0) == 0.0);
    CHECK(equilibrium_speed_share(7.0, 0.0) == 0.0);
}

TEST_CASE("ice_speed_model: speeds of the worked h-v example", "[vessel][ice_speed_model]") {
    const IceSpeedModel model(std::make_shared<RiskaResistance>(riska_hull()), propulsion());
    const auto table = reference("net_thrust_speed.csv");
    REQUIRE(table.row_count() == 4);
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        const double speed_kn = model.attainable_speed_kn({1.0, table.number(row, "thickness_m")});
        CHECK(speed_kn * mps_per_knot ==
              Approx(table.number(row, "speed_mps")).margin(0.0005).epsilon(0.0));
    }
}

TEST_CASE("ice_speed_model: thrust equals resistance to 1e-9 at the attainable speed",
          "[vessel][ice_speed_model]") {
    const IceSpeedModel model(std::make_shared<LindqvistResistance>(lindqvist_hull()),
                              propulsion());
    for (const double concentration : {0.2, 0.7, 1.0}) {
        for (const double thickness_m : {0.01, 0.3, 0.9}) {
            const IceState ice{concentration, thickness_m};
            const double speed_mps = model.attainable_speed_kn(ice) * mps_per_knot;
            const double thrust_n = model.bollard_pull_n() * net_thrust_share(speed_mps / 8.5);
            CHECK(std::abs(thrust_n - model.resistance(ice).at(speed_mps)) <
                  1e-9 * model.bollard_pull_n());
        }
    }
}

TEST_CASE("ice_speed_model: no ice is open water and full cover is level ice",
          "[vessel][ice_speed_model]") {
    const auto level = std::make_shared<LindqvistResistance>(lindqvist_hull());
    for (const double exponent : {1.0, 1.5, 2.0, 3.0}) {
        const IceSpeedModel model(level, propulsion(), exponent);
        CHECK(model.attainable_speed_kn({0.0, 2.0}) == Approx(8.5 / mps_per_knot));
        CHECK(model.attainable_speed_kn({1.0, 0.0}) == Approx(8.5 / mps_per_knot));
        CHECK(model.resistance({1.0, 0.8}).at_rest_n == Approx(level->at(0.8).at_rest_n));
        // The part that grows with speed thins out with the part at rest.
        CHECK(model.resistance({0.25, 0.8}).at_rest_n ==
              Approx(level->at(0.8).at_rest_n * std::pow(0.25, exponent)));
        CHECK(model.resistance({0.25, 0.8}).at(4.0) ==
              Approx(level->at(0.8).at(4.0) * std::pow(0.25, exponent)));
    }
    CHECK_THROWS_AS(IceSpeedModel(level, propulsion(), 0.0), Error);
}
