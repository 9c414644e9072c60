// SPDX-License-Identifier: Apache-2.0
#include "core/rules/under_keel_clearance.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace fairlead;
using namespace fairlead::rules;

namespace {

vessel::Particulars ship_of(double draught_m) {
    vessel::Particulars ship;
    ship.name = "Test ship";
    ship.length = Length::metres(150.0);
    ship.beam = Length::metres(25.0);
    ship.draught = Length::metres(draught_m);
    ship.block_coefficient = 0.7;
    return ship;
}

} // namespace

TEST_CASE("under_keel_clearance: what is required is the larger of metres and share",
          "[rules][clearance]") {
    const UnderKeelClearance rule;
    CHECK(rule.required(ship_of(8.0)).in_metres() == 2.0);
    CHECK(rule.required(ship_of(25.0)).in_metres() == Approx(2.5));
}

TEST_CASE("under_keel_clearance: squat by Barrass, worked by hand", "[rules][clearance]") {
    UnderKeelClearance rule;
    // Channel 250 m wide and 12 m deep: A_c = 3000, A_s = 25 * 9 = 225, S2 = 225 / 2775.
    rule.channel_width = Length::metres(250.0);
    const double by_hand = 0.7 * std::pow(225.0 / 2775.0, 2.0 / 3.0) * std::pow(10.0, 2.08) / 30.0;
    CHECK(rule.squat(ship_of(9.0), Length::metres(12.0), Speed::knots(10.0)).in_metres() ==
          Approx(by_hand));
    // Open water: width of influence 7.04 / 0.7^0.85 beams.
    rule.channel_width.reset();
    const double width_m = 25.0 * 7.04 / std::pow(0.7, 0.85);
    const double open_by_hand =
        0.7 * std::pow(225.0 / (width_m * 12.0 - 225.0), 2.0 / 3.0) * std::pow(10.0, 2.08) / 30.0;
    CHECK(rule.squat(ship_of(9.0), Length::metres(12.0), Speed::knots(10.0)).in_metres() ==
          Approx(open_by_hand));
    CHECK(open_by_hand < by_hand * 1.2);
    CHECK(rule.squat(ship_of(9.0), Length::metres(12.0), Speed::knots(0.0)).in_metres() == 0.0);
}

TEST_CASE("under_keel_clearance: at the greatest speed the clearance is just what is required",
          "[rules][clearance]") {
    const UnderKeelClearance rule;
    const auto ship = ship_of(9.0);
    for (const double depth_m : {11.01, 11.5, 12.0, 15.0, 30.0, 200.0}) {
        const auto speed_kn = rule.greatest_speed_kn(ship, depth_m);
        REQUIRE(speed_kn);
        const double left_m =
            depth_m - 9.0 -
            rule.squat(ship, Length::metres(depth_m), Speed::knots(*speed_kn)).in_metres();
        CHECK(left_m == Approx(2.0).margin(1e-9));
    }
}

TEST_CASE("under_keel_clearance: too little water for a ship at rest gives no speed",
          "[rules][clearance]") {
    const UnderKeelClearance rule;
    const auto ship = ship_of(9.0);
    CHECK(rule.greatest_speed_kn(ship, 11.0) == 0.0);
    for (const double depth_m : {10.999, 9.0, 3.0, 0.0, -5.0, std::nan("")}) {
        CHECK_FALSE(rule.greatest_speed_kn(ship, depth_m).has_value());
    }
    UnderKeelClearance none;
    none.least = Length::metres(0.0);
    none.share_of_draught = 0.0;
    CHECK_FALSE(none.greatest_speed_kn(ship, 9.0).has_value()); // on the keel
    CHECK(none.greatest_speed_kn(ship, 9.001).has_value());
}

TEST_CASE("under_keel_clearance: the greatest speed rises with depth",
          "[rules][clearance][property]") {
    const UnderKeelClearance rule;
    const auto ship = ship_of(9.0);
    double before_kn = -1.0;
    for (double depth_m = 11.0; depth_m < 100.0; depth_m += 0.25) {
        const auto speed_kn = rule.greatest_speed_kn(ship, depth_m);
        REQUIRE(speed_kn);
        CHECK(*speed_kn > before_kn);
        before_kn = *speed_kn;
    }
    CHECK(before_kn > 25.0);
}

TEST_CASE("under_keel_clearance: a channel no wider than the ship is taken as wide as it",
          "[rules][clearance]") {
    UnderKeelClearance rule;
    rule.channel_width = Length::metres(1.0);
    const double squat_m =
        rule.squat(ship_of(9.0), Length::metres(12.0), Speed::knots(10.0)).in_metres();
    CHECK(std::isfinite(squat_m));
    CHECK(squat_m > 1.0);
    rule.channel_width = ship_of(9.0).beam;
    CHECK(rule.squat(ship_of(9.0), Length::metres(12.0), Speed::knots(10.0)).in_metres() ==
          squat_m);
}

TEST_CASE("under_keel_clearance: water called deep limits no ship",
          "[rules][clearance][property]") {
    const UnderKeelClearance rule;
    int deep = 0;
    for (double draught_m = 2.0; draught_m < 20.0; draught_m += 0.5) {
        for (const double block_coefficient : {0.3, 0.7, 1.0}) {
            auto ship = ship_of(draught_m);
            ship.block_coefficient = block_coefficient;
            for (double depth_m = 1.0; depth_m < 200.0; depth_m += 0.5) {
                if (rule.is_deep(ship, depth_m)) {
                    ++deep;
                    REQUIRE(rule.greatest_speed_kn(ship, depth_m).value_or(0.0) >= 40.0);
                }
            }
        }
    }
    CHECK(deep > 20000); // and most of the polar seas are
    UnderKeelClearance channel;
    channel.channel_width = Length::metres(60.0);
    CHECK_FALSE(channel.is_deep(ship_of(9.0), 500.0));
    CHECK_FALSE(rule.is_deep(ship_of(9.0), 20.0));
}
