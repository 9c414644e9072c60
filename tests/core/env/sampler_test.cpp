// SPDX-License-Identifier: Apache-2.0
#include "core/env/sampler.hpp"
#include "tests/core/env/small_fields.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace fairlead;
using env::BeyondData;
using env::Quality;
using env::Variable;
using test::nan_f;
using test::seconds;

namespace {

/// Random values, some missing, some filled.
env::FieldSlice random_slice(std::mt19937& random, std::size_t nodes) {
    std::uniform_real_distribution<float> value(0.0F, 1.0F);
    std::vector<float> values;
    for (std::size_t i = 0; i < nodes; ++i) {
        values.push_back(value(random) < 0.2F ? nan_f : value(random));
    }
    auto slice = test::slice_of(values, Quality::coast);
    for (auto& quality : slice.quality) {
        quality = quality == Quality::ok && value(random) < 0.2F ? Quality::filled : quality;
    }
    return slice;
}

template <class A, class B>
std::vector<std::pair<A, B>> pairs_of(std::initializer_list<A> first,
                                      std::initializer_list<B> second) {
    std::vector<std::pair<A, B>> pairs;
    for (const A& a : first) {
        for (const B& b : second) {
            pairs.emplace_back(a, b);
        }
    }
    return pairs;
}

} // namespace

TEST_CASE("sampler: gives what the environment gives, for every policy, layer and time",
          "[env][sampler]") {
    std::mt19937 random(20260201);
    const auto make_field = [&](const std::vector<const char*>& times) {
        std::vector<env::FieldSlice> slices;
        for (std::size_t i = 0; i < times.size(); ++i) {
            slices.push_back(random_slice(random, 6 * 4));
        }
        return test::small_field(Variable::sea_ice_concentration, 6, 4, times, slices,
                                 {Duration::hours(36.0), Duration::hours(100.0)});
    };
    enum class Undated { none, constant_below, static_below, constant_between, both };
    const auto policies = {BeyondData::refuse, BeyondData::hold, BeyondData::climatology};
    const auto undated = {Undated::none, Undated::constant_below, Undated::static_below,
                          Undated::constant_between, Undated::both};
    for (const auto& [policy, other] : pairs_of(policies, undated)) {
        env::Environment sea;
        const auto add_constant = [&] {
            env::Layer constant;
            constant.constant = 0.25;
            sea.add(constant);
        };
        if (other == Undated::constant_below || other == Undated::both) {
            add_constant();
        }
        if (other == Undated::static_below || other == Undated::both) {
            env::Layer layer;
            layer.field = env::Field::make_static(
                Variable::sea_ice_concentration,
                make_field({"2018-07-01", "2018-07-02", "2018-07-20"})->shared_grid(), "static",
                [slice = random_slice(random, 6 * 4)](std::size_t) { return slice; });
            sea.add(layer);
        }
        env::Layer below;
        below.field = make_field({"2018-07-01", "2018-07-02", "2018-07-20"});
        sea.add(below);
        if (other == Undated::constant_between) {
            add_constant();
        }
        env::Layer above;
        above.field = make_field({"2018-07-02", "2018-07-03", "2018-07-06"});
        above.climatology =
            make_field({"2010-07-05", "2010-07-06", "2010-07-07", "2010-07-08", "2010-07-09"});
        sea.add(above);
        sea.set_beyond_data(policy);
        std::vector<geo::Position> places;
        std::uniform_real_distribution<double> latitude(40.0, 90.0);
        std::uniform_real_distribution<double> longitude(-20.0, 70.0);
        for (int i = 0; i < 400; ++i) {
            places.push_back(geo::Position::degrees(latitude(random), longitude(random)));
        }
        const env::Sampler sampler(sea, places);
        std::vector<float> value(places.size());
        std::vector<Quality> quality(places.size());
        for (const auto* const time :
             {"2018-06-30", "2018-07-01", "2018-07-01T06:00", "2018-07-02", "2018-07-04T12:00",
              "2018-07-06", "2018-07-07", "2018-07-10", "2018-07-20", "2018-07-21"}) {
            CAPTURE(time, static_cast<int>(policy), static_cast<int>(other));
            sampler.sample(Variable::sea_ice_concentration, seconds(time), value, quality);
            int different = 0;
            for (std::size_t i = 0; i < places.size(); ++i) {
                const auto expected =
                    sea.sample(Variable::sea_ice_concentration, places[i], seconds(time));
                const bool same = expected.quality == quality[i] &&
                                  std::fabs(static_cast<double>(value[i]) - expected.value) < 1e-6;
                different += same ? 0 : 1;
            }
            CHECK(different == 0);
        }
    }
}

TEST_CASE("sampler: constants reach every place, unknown variables none", "[env][sampler]") {
    env::Environment sea;
    env::Layer constant;
    constant.variable = Variable::sea_ice_thickness;
    constant.constant = 1.5;
    sea.add(constant);
    const std::vector<geo::Position> places{geo::Position::degrees(90.0, 0.0),
                                            geo::Position::degrees(-90.0, 180.0)};
    const env::Sampler sampler(sea, places);
    CHECK(sampler.place_count() == 2);
    std::vector<float> value(2);
    std::vector<Quality> quality(2);
    sampler.sample(Variable::sea_ice_thickness, 0.0, value, quality);
    CHECK(value == std::vector<float>{1.5F, 1.5F});
    CHECK(quality == std::vector<Quality>{Quality::assumed, Quality::assumed});
    sampler.sample(Variable::sea_floor_depth, 0.0, value, quality);
    CHECK(value == std::vector<float>{0.0F, 0.0F});
    CHECK(quality == std::vector<Quality>{Quality::no_layer, Quality::no_layer});
}

TEST_CASE("sampler: natural times are those of the slices within the window", "[env][sampler]") {
    env::Environment sea;
    env::Layer layer;
    layer.field = test::small_field(
        Variable::sea_ice_concentration, 2, 2, {"2018-07-01", "2018-07-02", "2018-07-03"},
        {test::slice_of({0, 0, 0, 0}), test::slice_of({0, 0, 0, 0}), test::slice_of({0, 0, 0, 0})});
    sea.add(layer);
    const auto times =
        env::natural_times(sea, Variable::sea_ice_concentration, parse_instant("2018-07-01T12:00"),
                           parse_instant("2018-08-01"));
    REQUIRE(times.size() == 2);
    CHECK(times.front() == parse_instant("2018-07-02"));
    CHECK(times.back() == parse_instant("2018-07-03"));
    CHECK(env::natural_times(sea, Variable::sea_floor_depth, parse_instant("2018-07-01"),
                             parse_instant("2018-08-01"))
              .empty());
}

TEST_CASE("sampler: natural times hold both ends of means and of what lies between them",
          "[env][sampler]") {
    // Daily means of the 1st and of the 20th: too far apart to interpolate.
    std::vector<env::SliceInfo> days;
    for (const auto* const day : {"2018-07-01", "2018-07-20"}) {
        const auto from = parse_instant(day);
        days.push_back({from + Duration::hours(12.0), from, from + Duration::hours(24.0), "mean"});
    }
    env::Layer layer;
    layer.field = std::make_shared<env::Field>(
        Variable::sea_ice_concentration, test::small_grid(2, 2), days,
        [](std::size_t) {
            return test::slice_of({0, 0, 0, 0});
        },
        env::StepLimits{Duration::hours(36.0), Duration::hours(240.0)});
    env::Environment sea;
    sea.add(layer);
    const auto times = env::natural_times(sea, Variable::sea_ice_concentration,
                                          parse_instant("2018-06-01"), parse_instant("2018-08-01"));
    CHECK(times == std::vector{parse_instant("2018-07-01"), parse_instant("2018-07-01T12:00"),
                               parse_instant("2018-07-02"), parse_instant("2018-07-20"),
                               parse_instant("2018-07-20T12:00"), parse_instant("2018-07-21")});
}
