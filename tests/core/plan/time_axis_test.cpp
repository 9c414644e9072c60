// SPDX-License-Identifier: Apache-2.0
#include "core/plan/time_axis.hpp"
#include "tests/support/formula_layer.hpp"

#include <catch2/catch.hpp>

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
