// SPDX-License-Identifier: Apache-2.0
#include "core/plan/time_axis.hpp"
#include "tests/support/formula_layer.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace fairlead;

namespace {

constexpr double day_s = 86400.0;

env::Zone anywhere(std::optional<Instant> from, std::optional<Instant> until) {
    return {"zone",
            geo::Region({{geo::Position::degrees(80, 0), geo::Position::degrees(80, 10),
                          geo::Position::degrees(82, 5)}}),
            {},
            from,
            until,
            "test"};
}
Instant at(double seconds) {
    return Instant{std::chrono::seconds{static_cast<std::int64_t>(seconds)}};
}

} // namespace

TEST_CASE("time axis: without anything that changes one slice is held", "[plan][time]") {
    env::Environment environment;
    environment.add({env::Variable::sea_ice_concentration, nullptr, 0.5, nullptr, "0.5"});
    const auto axis = plan::make_time_axis(environment, 1000.0, 1000.0 + 30 * day_s);
    REQUIRE(axis.slices.size() == 1);
    CHECK(axis.slices.front().time_s == 1000.0);
    CHECK(axis.open_after_last);
    CHECK_FALSE(axis.cut_by_horizon);
}

TEST_CASE("time axis: zone edges are steps with both sides asked for", "[plan][time]") {
    env::Environment environment;
    environment.add(anywhere(at(5000.0), at(9000.0)));
    environment.add(anywhere(at(500.0), std::nullopt)); // in force before departure: no edge ahead
    const auto axis = plan::make_time_axis(environment, 1000.0, 1000.0 + 30 * day_s);
    REQUIRE(axis.slices.size() == 5);
    CHECK(axis.slices[1].time_s == 5000.0);
    CHECK(axis.slices[2].time_s == 5000.0);
    CHECK(axis.slices[1].asked_s < 5000.0);
    CHECK(axis.slices[2].asked_s > 5000.0);
    CHECK(axis.slices[3].time_s == 9000.0);
    CHECK(axis.slices[4].time_s == 9000.0);
}

TEST_CASE("time axis: data that end close the sea, unless they are held", "[plan][time]") {
    env::Environment environment;
    environment.add(test::formula_layer(env::Variable::sea_ice_concentration,
                                        {0.0, 0.0, 1e5, 1e5, 2, 2}, {at(0.0), at(day_s)},
                                        [](geo::PlanePoint, std::size_t) { return 0.5; }));
    const auto refused = plan::make_time_axis(environment, 1000.0, 30 * day_s);
    CHECK_FALSE(refused.open_after_last);
    CHECK_FALSE(refused.cut_by_horizon);
    CHECK(refused.slices.back().time_s == day_s);

    environment.set_beyond_data(env::BeyondData::hold);
    const auto held = plan::make_time_axis(environment, 1000.0, 30 * day_s);
    CHECK(held.open_after_last);
    CHECK_FALSE(held.cut_by_horizon);

    // Data that reach farther than anybody looks are neither.
    const auto cut = plan::make_time_axis(environment, 1000.0, 0.5 * day_s);
    CHECK(cut.cut_by_horizon);
    CHECK_FALSE(cut.open_after_last);
    CHECK(cut.slices.back().time_s == 0.5 * day_s);
}

TEST_CASE("time axis: a gap that is not bridged is a step at both ends", "[plan][time]") {
    auto layer =
        test::formula_layer(env::Variable::sea_ice_concentration, {0.0, 0.0, 1e5, 1e5, 2, 2},
                            {at(0.0), at(day_s), at(20 * day_s), at(21 * day_s)},
                            [](geo::PlanePoint, std::size_t) { return 0.5; });
    const auto slices_with = [&](Duration bridged) {
        auto field = std::make_shared<env::Field>(
            layer.variable, layer.field->shared_grid(), layer.field->slices(),
            [field = layer.field](std::size_t index) { return field->read(index); },
            env::StepLimits{Duration::hours(36.0), bridged});
        env::Environment environment;
        environment.add({layer.variable, field, std::nullopt, nullptr, "gap"});
        return plan::make_time_axis(environment, 1000.0, 30 * day_s).slices;
    };
    const auto steps = [](const std::vector<plan::SliceTime>& slices, double time_s) {
        return std::count_if(slices.begin(), slices.end(), [&](const auto& slice) {
            return slice.time_s == time_s && slice.asked_s != time_s;
        });
    };
    const auto broken = slices_with(Duration::hours(240.0));
    CHECK(steps(broken, day_s) == 2);
    CHECK(steps(broken, 20 * day_s) == 2);
    const auto whole = slices_with(Duration::hours(24.0 * 30.0));
    CHECK(steps(whole, day_s) == 0);
    CHECK(steps(whole, 20 * day_s) == 0);
}
