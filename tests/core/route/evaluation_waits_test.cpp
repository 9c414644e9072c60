// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "tests/core/route/voyage.hpp"

#include <optional>
#include <string>
#include <vector>

using namespace fairlead;
using namespace fairlead::test;
using route::EvaluationMode;

TEST_CASE("evaluation: waits for an opening barrier, 31 h in all", "[route][evaluation]") {
    const auto scenario = test::opening_barrier();
    Voyage voyage(scenario, scenario.crude);
    const auto result = voyage.sail();
    check_whole(result);
    CHECK(result.feasible);
    CHECK(result.route.totals.duration.in_hours() == Approx(31.0).margin(1e-3));
    CHECK(result.route.totals.waiting.in_hours() == Approx(10.0).margin(1e-3));
    CHECK(result.route.totals.fuel_t == Approx(21.0 + 0.1 * 10.0).margin(1e-3));
    REQUIRE(result.route.waits.size() == 1);
    const auto& wait = result.route.waits.front();
    CHECK(between(scenario.departure, wait.until).in_hours() == Approx(20.0).margin(1e-3));
    CHECK(geo::geodesic_distance(scenario.from, wait.position).in_nautical_miles() ==
          Approx(100.0).margin(0.01));
    CHECK(wait.reason.find("barrier") != std::string::npos);
    CHECK(result.route.legs.front().waiting.in_hours() == Approx(10.0).margin(1e-3));
    CHECK(result.route.legs.front().mean_speed.in_knots() == Approx(10.0).epsilon(1e-4));
}

TEST_CASE("evaluation: without waiting a closed barrier stops the ship", "[route][evaluation]") {
    const auto scenario = test::opening_barrier();
    Voyage voyage(scenario, scenario.crude);
    voyage.request.may_wait = false;
    const auto result = voyage.sail();
    CHECK_FALSE(result.feasible);
    REQUIRE(result.stop);
    CHECK(result.stop->block == rules::Block::zone);
    CHECK(between(scenario.departure, result.stop->time).in_hours() == Approx(10.0).margin(1e-2));
    REQUIRE(find(result, "zone.prohibited") != nullptr);
    CHECK(result.route.waypoints.back().position == result.stop->position);
    CHECK(result.route.totals.distance.in_nautical_miles() == Approx(100.0).margin(0.01));

    voyage.request.mode = EvaluationMode::report;
    const auto reported = voyage.sail();
    CHECK_FALSE(reported.feasible);
    CHECK_FALSE(reported.stop);
    CHECK(reported.route.totals.duration.in_hours() == Approx(21.0).margin(1e-3));
    const auto* finding = find(reported, "zone.prohibited");
    REQUIRE(finding != nullptr);
    CHECK(finding->extent->in_nautical_miles() == Approx(10.0).margin(0.02));
    CHECK(finding->subject == "barrier");
}

TEST_CASE("evaluation: a zone that never opens stops a ship that may wait", "[route][evaluation]") {
    auto voyage = open_water({north_of_72(0.0), north_of_72(100.0)});
    voyage.environment.add(belt(50.0, 60.0));
    const auto result = voyage.sail();
    CHECK_FALSE(result.feasible);
    REQUIRE(result.stop);
    CHECK(result.route.totals.distance.in_nautical_miles() == Approx(50.0).margin(0.01));
    CHECK(result.route.waits.empty());
    CHECK(find(result, "route.no_opening") != nullptr);
}

TEST_CASE("evaluation: the ship does not wait where it may not stay", "[route][evaluation]") {
    auto voyage = open_water({north_of_72(0.0), north_of_72(100.0)});
    // The way ahead opens after 20 h, but the water before it closes after 12 h.
    auto ahead = belt(50.0, 60.0);
    ahead.until = voyage.request.departure + Duration::hours(20.0);
    voyage.environment.add(ahead);
    auto narrow = belt(49.9, 50.0);
    narrow.name = "narrow";
    narrow.from = voyage.request.departure + Duration::hours(12.0);
    voyage.environment.add(narrow);
    const auto result = voyage.sail();
    CHECK_FALSE(result.feasible);
    REQUIRE(result.stop);
    REQUIRE(find(result, "route.trapped") != nullptr);
    CHECK(find(result, "route.trapped")->message.find("2018-07-15T12:00") != std::string::npos);
}

TEST_CASE("evaluation: a planned hold keeps the ship from being caught, if its place stays open",
          "[route][evaluation]") {
    // She comes to 40 nmi after 4 h; that belt closes around her at 5 h, and the next one opens,
    // with it, at 20 h.
    auto voyage = open_water({north_of_72(0.0), north_of_72(20.0), north_of_72(100.0)});
    const auto start = voyage.request.departure;
    auto caught = belt(40.0, 60.0);
    caught.from = start + Duration::hours(5.0);
    caught.until = start + Duration::hours(20.0);
    voyage.environment.add(caught);
    auto ahead = belt(60.0, 70.0);
    ahead.name = "ahead";
    ahead.until = start + Duration::hours(20.0);
    voyage.environment.add(ahead);
    CHECK_FALSE(voyage.sail().feasible);

    const std::vector<std::optional<Instant>> holds{std::nullopt, start + Duration::hours(20.0),
                                                    std::nullopt};
    voyage.request.leave_not_before = holds;
    const auto held = voyage.sail();
    CHECK(held.feasible);
    CHECK(held.route.totals.duration.in_hours() == Approx(28.0).margin(1e-3));
    REQUIRE(held.route.waits.size() == 1);
    CHECK(held.route.waits.front().until == start + Duration::hours(20.0));
    CHECK(held.route.legs[1].waiting.in_hours() == Approx(18.0).margin(1e-3));

    // A place that closes meanwhile is not held.
    auto there = belt(15.0, 25.0);
    there.name = "there";
    there.from = start + Duration::hours(10.0);
    there.until = start + Duration::hours(11.0);
    voyage.environment.add(there);
    const auto moved_on = voyage.sail();
    CHECK_FALSE(moved_on.feasible);
    REQUIRE(find(moved_on, "route.trapped") != nullptr);

    const std::vector<std::optional<Instant>> too_few{std::nullopt};
    voyage.request.leave_not_before = too_few;
    CHECK_THROWS_AS(voyage.sail(), Error);
}

TEST_CASE("evaluation: a berth may be held though it is closed", "[route][evaluation]") {
    auto voyage = open_water({north_of_72(0.0), north_of_72(100.0)});
    auto harbour = belt(-5.0, 5.0);
    harbour.until = voyage.request.departure + Duration::hours(6.0);
    voyage.environment.add(harbour);
    const auto result = voyage.sail();
    CHECK(result.feasible);
    CHECK(result.route.totals.duration.in_hours() == Approx(16.0).margin(1e-3));
    REQUIRE(result.route.waits.size() == 1);
    CHECK(result.route.waits.front().position == north_of_72(0.0));
}

TEST_CASE("evaluation: ice that melts opens the way at the right time", "[route][evaluation]") {
    // Beyond 30 nmi the attainable speed grows from 0 by 0.1 kn/h; the least speed is 0.5 kn.
    const Instant start = parse_instant("2018-07-15T00:00Z");
    auto voyage = open_water({north_of_72(0.0), north_of_72(60.0)});
    const auto projection = geo::Projection::polar_north();
    const double edge_y_m = projection.forward(north_of_72(30.0)).value().y_m;
    voyage.add_field(env::Variable::attainable_speed,
                     {-100'000.0, edge_y_m + 100'000.0, 100'000.0, 200.0, 2, 1000},
                     {start, start + Duration::hours(100.0)},
                     [&](geo::PlanePoint p, std::size_t slice) {
                         return p.y_m < edge_y_m || slice == 1 ? 10.0 : 0.0;
                     });
    const auto result = voyage.sail();
    CHECK(result.feasible);
    // 3 h to the edge, wait until 5 h, then dx/dt = t / 10 from 5 h: x = (t^2 - 25) / 20 = 30.
    CHECK(result.route.totals.duration.in_hours() == Approx(25.0).margin(0.05));
    CHECK(result.route.totals.waiting.in_hours() == Approx(2.0).margin(0.05));
}
