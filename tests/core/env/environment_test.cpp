// SPDX-License-Identifier: Apache-2.0
#include "tests/core/env/small_fields.hpp"

#include <catch2/catch.hpp>

using namespace fairlead;
using env::BeyondData;
using env::Quality;
using env::Variable;
using geo::Position;
using test::nan_f;
using test::seconds;

namespace {

env::Layer layer_of(std::shared_ptr<const env::Field> field) {
    env::Layer layer;
    layer.variable = field->variable();
    layer.field = std::move(field);
    return layer;
}

env::Layer constant_layer(Variable variable, double value) {
    env::Layer layer;
    layer.variable = variable;
    layer.constant = value;
    return layer;
}

constexpr auto sic = Variable::sea_ice_concentration;
const auto place = Position::degrees(80.0, 0.0);

std::shared_ptr<env::Field> july(std::vector<float> first, std::vector<float> second) {
    return test::small_field(sic, 2, 2, {"2018-07-01T00:00Z", "2018-07-02T00:00Z"},
                             {test::slice_of(std::move(first)), test::slice_of(std::move(second))});
}

} // namespace

TEST_CASE("environment: without a layer a variable is unknown, not zero", "[env][environment]") {
    const env::Environment sea;
    CHECK(sea.sample(sic, place, 0.0).quality == Quality::no_layer);
    CHECK_FALSE(sea.has(sic));
    CHECK_FALSE(sea.coverage().has_value());
    CHECK(sea.conditions(place, 0.0).depth.quality == Quality::no_layer);
}

TEST_CASE("environment: the topmost layer with a value answers", "[env][environment]") {
    env::Environment sea;
    sea.add(constant_layer(sic, 0.1));
    sea.add(layer_of(july({0.8F, nan_f, 0.8F, 0.8F}, {0.8F, nan_f, 0.8F, 0.8F})));
    const double now = seconds("2018-07-01T12:00Z");
    CHECK(sea.sample(sic, place, now).value == Approx(0.8));
    const auto below = sea.sample(sic, Position::degrees(80.0, 10.0), now);
    CHECK(below.value == Approx(0.1));
    CHECK(below.quality == Quality::stood_in);
    CHECK(sea.sample(sic, Position::degrees(-80.0, 0.0), now).quality == Quality::assumed);
    CHECK(sea.conditions(place, now).concentration.value == Approx(0.8));
}

TEST_CASE("environment: without a usable value the topmost layer there says why",
          "[env][environment]") {
    env::Environment sea;
    sea.add(layer_of(july({nan_f, 0, 0, 0}, {nan_f, 0, 0, 0})));
    const double now = seconds("2018-07-01T12:00Z");
    CHECK(sea.sample(sic, place, now).quality == Quality::missing);
    CHECK(sea.sample(sic, Position::degrees(-80.0, 0.0), now).quality == Quality::outside_area);
}

TEST_CASE("environment: after the data end, the policy decides", "[env][environment]") {
    const double before = seconds("2018-06-30T12:00Z");
    const double after = seconds("2018-07-05T00:00Z");
    for (const auto policy : {BeyondData::refuse, BeyondData::hold, BeyondData::climatology}) {
        env::Environment sea;
        auto layer = layer_of(july({0.2F, 0, 0, 0}, {0.4F, 0, 0, 0}));
        layer.climatology =
            test::small_field(sic, 2, 2, {"2010-07-01T00:00Z", "2010-07-11T00:00Z"},
                              {test::slice_of({0.6F, 0, 0, 0}), test::slice_of({0.6F, 0, 0, 0})},
                              {Duration::hours(300.0), Duration::hours(300.0)});
        sea.add(layer);
        sea.set_beyond_data(policy);
        CHECK(sea.sample(sic, place, before).quality == Quality::outside_time);
        const auto found = sea.sample(sic, place, after);
        if (policy == BeyondData::refuse) {
            CHECK(found.quality == Quality::outside_time);
        } else if (policy == BeyondData::hold) {
            CHECK(found.quality == Quality::held);
            CHECK(found.value == Approx(0.4));
        } else {
            CHECK(found.quality == Quality::climatology);
            CHECK(found.value == Approx(0.6));
        }
    }
}

TEST_CASE("environment: data of a lower layer go before what merely stands in",
          "[env][environment]") {
    env::Environment sea;
    sea.add(layer_of(
        test::small_field(sic, 2, 2, {"2018-07-01T00:00Z", "2018-07-09T00:00Z"},
                          {test::slice_of({0.9F, 0, 0, 0}), test::slice_of({0.9F, 0, 0, 0})})));
    sea.add(layer_of(july({0.2F, 0, 0, 0}, {0.2F, 0, 0, 0})));
    sea.set_beyond_data(BeyondData::hold);
    CHECK(sea.sample(sic, place, seconds("2018-07-05T00:00Z")).value == Approx(0.9));
    CHECK(sea.sample(sic, place, seconds("2018-07-10T00:00Z")).quality == Quality::held);
    CHECK(sea.sample(sic, place, seconds("2018-07-10T00:00Z")).value == Approx(0.2));
}

TEST_CASE("environment: a constant says what is beside the data, not what is after them",
          "[env][environment]") {
    const auto outside = Position::degrees(-80.0, 0.0);
    const auto hole = Position::degrees(80.0, 10.0);
    const double within = seconds("2018-07-01T12:00Z");
    const double before = seconds("2018-06-30T12:00Z");
    const double after = seconds("2018-07-05T00:00Z");
    for (const auto policy : {BeyondData::refuse, BeyondData::hold, BeyondData::climatology}) {
        env::Environment sea;
        sea.add(constant_layer(sic, 0.0));
        sea.add(layer_of(july({0.8F, nan_f, 0.8F, 0.8F}, {0.8F, nan_f, 0.8F, 0.8F})));
        sea.set_beyond_data(policy);
        const bool held = policy == BeyondData::hold;
        CHECK(sea.sample(sic, place, within).value == Approx(0.8));
        CHECK(sea.sample(sic, place, before).quality == Quality::outside_time);
        CHECK(sea.sample(sic, place, after).quality ==
              (held ? Quality::held : Quality::outside_time));
        CHECK(sea.sample(sic, hole, within).quality == Quality::stood_in);
        CHECK(sea.sample(sic, hole, after).quality ==
              (held ? Quality::stood_in : Quality::outside_time));
        for (const double time : {before, within, after}) {
            CHECK(sea.sample(sic, outside, time).quality == Quality::assumed);
        }
        REQUIRE(sea.coverage(sic).has_value());
        CHECK(format_instant(sea.coverage(sic)->until) == "2018-07-02T00:00:00Z");
        // On top it is asked first.
        sea.add(constant_layer(sic, 0.3));
        CHECK(sea.sample(sic, place, after).value == Approx(0.3));
    }
}

TEST_CASE("environment: coverage is what all variables that change have in common",
          "[env][environment]") {
    env::Environment sea;
    sea.add(layer_of(july({0, 0, 0, 0}, {0, 0, 0, 0})));
    sea.add(layer_of(
        test::small_field(Variable::eastward_wind, 2, 2, {"2018-07-01T06:00Z", "2018-07-03T00:00Z"},
                          {test::slice_of({0, 0, 0, 0}), test::slice_of({0, 0, 0, 0})})));
    sea.add(constant_layer(Variable::sea_ice_thickness, 1.0));
    REQUIRE(sea.coverage().has_value());
    CHECK(format_instant(sea.coverage()->from) == "2018-07-01T06:00:00Z");
    CHECK(format_instant(sea.coverage()->until) == "2018-07-02T00:00:00Z");
    CHECK_FALSE(sea.coverage(Variable::sea_ice_thickness).has_value());
    // With a constant on top every place and time has an answer.
    sea.add(constant_layer(Variable::eastward_wind, 0.0));
    CHECK(format_instant(sea.coverage()->from) == "2018-07-01T00:00:00Z");
}

TEST_CASE("environment: held data say until when they were valid", "[env][environment]") {
    const double after = seconds("2018-07-05T00:00Z");
    const auto hole = Position::degrees(80.0, 10.0);
    env::Environment sea;
    sea.set_beyond_data(BeyondData::hold);
    sea.add(layer_of(july({0.2F, 0.2F, 0.2F, 0.2F}, {0.2F, 0.2F, 0.2F, 0.2F})));
    sea.add(layer_of(test::small_field(
        sic, 2, 2, {"2018-07-02T00:00Z", "2018-07-03T12:00Z"},
        {test::slice_of({0.8F, nan_f, 0.8F, 0.8F}), test::slice_of({0.8F, nan_f, 0.8F, 0.8F})})));
    // The layer that answers, not the topmost one.
    REQUIRE(sea.held_since(sic, place, after).has_value());
    CHECK(format_instant(*sea.held_since(sic, place, after)) == "2018-07-03T12:00:00Z");
    REQUIRE(sea.held_since(sic, hole, after).has_value());
    CHECK(format_instant(*sea.held_since(sic, hole, after)) == "2018-07-02T00:00:00Z");
    // Nothing is held where data answer, outside all data, or where it is not asked for.
    CHECK_FALSE(sea.held_since(sic, place, seconds("2018-07-03T00:00Z")).has_value());
    CHECK_FALSE(sea.held_since(sic, Position::degrees(-80.0, 0.0), after).has_value());
    CHECK_FALSE(sea.held_since(Variable::eastward_wind, place, after).has_value());
    sea.set_beyond_data(BeyondData::refuse);
    CHECK_FALSE(sea.held_since(sic, place, after).has_value());
}

TEST_CASE("environment: a gap in the midst of data is known by its ends", "[env][environment]") {
    const auto broken = [](const char* last_day) {
        return layer_of(test::small_field(
            sic, 2, 2, {"2018-07-01T00:00Z", "2018-07-02T00:00Z", last_day},
            {test::slice_of({0.2F, 0.2F, 0.2F, 0.2F}), test::slice_of({0.2F, 0.2F, 0.2F, 0.2F}),
             test::slice_of({0.2F, 0.2F, 0.2F, 0.2F})},
            {Duration::hours(36.0), Duration::hours(72.0)}));
    };
    env::Environment sea;
    sea.add(broken("2018-07-09T00:00Z"));
    const double within = seconds("2018-07-05T00:00Z");
    REQUIRE(sea.gap(sic, place, within).has_value());
    CHECK(format_instant(sea.gap(sic, place, within)->from) == "2018-07-02T00:00:00Z");
    CHECK(format_instant(sea.gap(sic, place, within)->until) == "2018-07-09T00:00:00Z");
    CHECK_FALSE(sea.gap(sic, place, seconds("2018-07-01T12:00Z")).has_value());
    CHECK_FALSE(sea.gap(sic, place, seconds("2018-06-30T00:00Z")).has_value());
    CHECK_FALSE(sea.gap(sic, place, seconds("2018-07-10T00:00Z")).has_value());
    CHECK_FALSE(sea.gap(sic, Position::degrees(-80.0, 0.0), within).has_value());
    // A gap that is bridged is none, nor one that another layer fills.
    env::Environment bridged;
    bridged.add(broken("2018-07-04T00:00Z"));
    CHECK_FALSE(bridged.gap(sic, place, seconds("2018-07-03T00:00Z")).has_value());
    sea.add(constant_layer(sic, 0.5));
    CHECK_FALSE(sea.gap(sic, place, within).has_value());
}

TEST_CASE("environment: a climatology is asked for the same time of year", "[env][environment]") {
    const auto year =
        test::small_field(sic, 2, 2, {"2010-01-01T00:00Z", "2011-01-01T00:00Z"},
                          {test::slice_of({0, 0, 0, 0}), test::slice_of({0, 0, 0, 0})});
    const double asked = env::climatology_time_s(*year, seconds("2018-07-01T00:00Z"));
    CHECK(std::fabs(asked - seconds("2010-07-01T00:00Z")) < 86400.0);
    const double earlier = env::climatology_time_s(*year, seconds("2005-07-01T00:00Z"));
    CHECK(std::fabs(earlier - seconds("2010-07-01T00:00Z")) < 86400.0);
}
