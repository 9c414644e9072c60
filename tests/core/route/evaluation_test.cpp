// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/geo/rhumb_line.hpp"
#include "tests/core/route/voyage.hpp"

#include <algorithm>
#include <cmath>
#include <random>

using namespace fairlead;
using namespace fairlead::test;
using geo::Position;
using route::evaluate;
using route::EvaluationMode;

TEST_CASE("evaluation: a constant speed takes distance over speed", "[route][evaluation]") {
    // Over the pole, over 180 degrees, from a pole, and to the other hemisphere.
    for (const auto& places : {std::vector{at(80.0, 0.0), at(80.0, 180.0)},
                               std::vector{at(70.0, 170.0), at(71.0, -170.0)},
                               std::vector{at(90.0, 0.0), at(75.0, 30.0), at(70.0, 40.0)},
                               std::vector{at(-90.0, 0.0), at(-70.0, 179.9)}}) {
        auto voyage = open_water(places);
        const auto result = voyage.sail();
        check_whole(result);
        CHECK(result.feasible);
        double distance_m = 0.0;
        for (std::size_t i = 1; i < places.size(); ++i) {
            distance_m += geo::geodesic_distance(places[i - 1], places[i]).in_metres();
        }
        const double hours = distance_m / 1852.0 / 10.0;
        CHECK(result.route.totals.distance.in_metres() == Approx(distance_m).epsilon(1e-12));
        CHECK(result.route.totals.duration.in_hours() == Approx(hours).epsilon(1e-9));
        CHECK(result.route.totals.fuel_t == Approx(hours).epsilon(1e-9));
        CHECK(result.route.totals.co2_t == Approx(3.0 * hours).epsilon(1e-9));
        CHECK(result.route.totals.cost == Approx(hours).epsilon(1e-9));
        CHECK(result.route.legs.front().mean_speed.in_knots() == Approx(10.0));
        CHECK(result.route.track.front().position == places.front());
        CHECK(
            geo::geodesic_distance(result.route.track.back().position, places.back()).in_metres() <
            1e-3);
    }
}

TEST_CASE("evaluation: a leg that is a rhumb line is sailed along the parallel",
          "[route][evaluation]") {
    auto voyage = open_water({at(79.0, 10.0), at(80.0, 10.0), at(80.0, 60.0), at(79.0, 60.0)});
    voyage.waypoints[2].arrive_by = geo::EdgeKind::rhumb_line;
    const std::vector<std::optional<Speed>> limits{std::nullopt, Speed::knots(5.0), std::nullopt};
    voyage.request.leg_speed_limits = limits;
    const auto result = voyage.sail();
    CHECK(result.feasible);
    REQUIRE(result.route.legs.size() == 3);
    REQUIRE(result.route.waypoints.size() == 4);
    CHECK(result.route.waypoints[2].arrive_by == geo::EdgeKind::rhumb_line);
    CHECK(result.route.waypoints[3].arrive_by == geo::EdgeKind::geodesic);
    const auto& leg = result.route.legs[1];
    const auto rhumb = geo::rhumb_inverse(at(80.0, 10.0), at(80.0, 60.0));
    CHECK(leg.distance.in_metres() == Approx(rhumb.distance.in_metres()).epsilon(1e-5));
    CHECK(leg.distance > geo::geodesic_distance(at(80.0, 10.0), at(80.0, 60.0)) * 1.01);
    CHECK(leg.mean_speed.in_knots() == Approx(5.0).epsilon(1e-6));
    CHECK(leg.departure == result.route.legs[0].arrival);
    CHECK(leg.arrival == result.route.legs[2].departure);
    for (const auto& place : result.route.track) {
        CHECK(place.position.latitude_deg() < 80.0 + 12.0 / 111'000.0);
    }
}

TEST_CASE("evaluation: the cost is in the unit of the objective", "[route][evaluation]") {
    auto voyage = open_water({north_of_72(0.0), north_of_72(100.0)});
    using cost::ObjectiveKind;
    voyage.request.objective.prices = {100.0, 500.0, 0.0, 50.0};
    const double money = 10.0 * (100.0 + 500.0 * 1.0 + 50.0 * 3.0);
    for (const auto& [kind, cost] :
         {std::pair{ObjectiveKind::time, 10.0}, std::pair{ObjectiveKind::distance, 100.0},
          std::pair{ObjectiveKind::fuel, 10.0}, std::pair{ObjectiveKind::co2, 30.0},
          std::pair{ObjectiveKind::risk, 0.0}, std::pair{ObjectiveKind::money, money}}) {
        voyage.request.objective.kind = kind;
        const auto result = voyage.sail();
        CHECK(result.route.totals.cost == Approx(cost).epsilon(1e-9));
        CHECK(result.route.totals.money == Approx(money).epsilon(1e-9));
    }
}

TEST_CASE("evaluation: a speed that is linear along the track is integrated",
          "[route][evaluation]") {
    const auto scenario = test::linear_speed_field();
    // Straight up the gradient in the plane, in short legs: T = ln(v2 / v1) / g.
    const auto projection = geo::Projection::polar_north();
    std::vector<Position> places;
    for (int i = 0; i <= 20; ++i) {
        places.push_back(
            projection.inverse({50'000.0, -1'500'000.0 + i * 0.5 * 10'000.0 * 1.852}).value());
    }
    Voyage voyage(scenario, places);
    const auto result = voyage.sail();
    CHECK(result.feasible);
    CHECK(result.route.totals.duration.in_hours() ==
          Approx(std::log(11.0 / 6.0 * 1.0) / 0.05).epsilon(2e-5));
}

TEST_CASE("evaluation: a speed that grows with time is integrated", "[route][evaluation]") {
    const Instant start = parse_instant("2018-07-15T00:00Z");
    auto voyage = open_water({north_of_72(0.0), north_of_72(200.0)});
    voyage.add_field(env::Variable::attainable_speed,
                     {-500'000.0, -1'000'000.0, 100'000.0, 100'000.0, 10, 12},
                     {start, start + Duration::hours(24.0)},
                     [](geo::PlanePoint, std::size_t slice) { return slice == 0 ? 6.0 : 18.0; });
    const auto result = voyage.sail();
    // 6 t + t^2 / 4 = 200 nmi.
    const double hours = -12.0 + std::sqrt(144.0 + 800.0);
    CHECK(result.route.totals.duration.in_hours() == Approx(hours).epsilon(1e-5));
}

TEST_CASE("evaluation: a jump of speed is met where it is", "[route][evaluation]") {
    const auto scenario = test::refraction_at_ice_edge();
    const auto projection = geo::Projection::polar_north();
    std::vector<Position> places;
    for (int i = 0; i <= 10; ++i) {
        places.push_back(projection.inverse({0.0, -1'500'000.0 + (i - 5) * 18'520.0}).value());
    }
    Voyage voyage(scenario, places);
    const double hours = 50.0 / 12.0 + 50.0 / 5.0;
    CHECK(voyage.sail().route.totals.duration.in_hours() == Approx(hours).epsilon(1e-4));
}

TEST_CASE("evaluation: a rough field is integrated within the error asked for",
          "[route][evaluation]") {
    std::mt19937 random(20180715);
    std::vector<double> noise(40 * 40 * 3);
    std::generate(noise.begin(), noise.end(),
                  [&] { return std::uniform_real_distribution(4.0, 15.0)(random); });
    const Instant start = parse_instant("2018-07-15T00:00Z");
    const env::RasterGeometry raster{-300'000.0, -1'400'000.0, 12'500.0, 12'500.0, 40, 40};
    const auto projection = geo::Projection::polar_north();
    const auto from = projection.inverse({-250'000.0, -1'850'000.0}).value();
    const auto to = projection.inverse({150'000.0, -1'450'000.0}).value();
    auto voyage = open_water({from, to});
    voyage.add_field(env::Variable::attainable_speed, raster,
                     {start, start + Duration::hours(24.0), start + Duration::hours(48.0)},
                     [&](geo::PlanePoint p, std::size_t slice) {
                         const auto column =
                             static_cast<std::size_t>((p.x_m - raster.left_m) / 12'500.0);
                         const auto row =
                             static_cast<std::size_t>((raster.top_m - p.y_m) / 12'500.0);
                         return noise[(slice * 40 + row) * 40 + column];
                     });
    const auto result = voyage.sail();
    // The same by 20 m steps of the midpoint rule.
    const geo::GeodesicLine line(from, to);
    const double length_m = line.length().in_metres();
    const int parts = static_cast<int>(length_m / 20.0);
    const double part_m = length_m / parts;
    double time_s = static_cast<double>(start.time_since_epoch().count());
    const double begin_s = time_s;
    double last_s_per_m = 0.2;
    for (int i = 0; i < parts; ++i) {
        const auto speed = voyage.environment.sample(env::Variable::attainable_speed,
                                                     line.at(Length::metres((i + 0.5) * part_m)),
                                                     time_s + 0.5 * part_m * last_s_per_m);
        last_s_per_m = 1.0 / (speed.value * mps_per_knot);
        time_s += part_m * last_s_per_m;
    }
    INFO("random seed 20180715, samples " << result.sample_count);
    CHECK(result.route.totals.duration.in_seconds() == Approx(time_s - begin_s).epsilon(1e-5));
    CHECK(result.sample_count < 10'000);
}

TEST_CASE("evaluation: current helps, hinders and sets off the track", "[route][evaluation]") {
    const auto scenario = test::uniform_current();
    Voyage voyage(scenario, {scenario.from, scenario.to});
    CHECK(voyage.sail().route.totals.duration.in_hours() ==
          Approx(scenario.expected_h).epsilon(2e-5));

    // Stronger than the ship: no way to hold the track.
    auto held_off = open_water({north_of_72(0.0), north_of_72(100.0)});
    held_off.add_constant(env::Variable::eastward_current, 6.0);
    held_off.add_constant(env::Variable::northward_current, 0.0);
    const auto result = held_off.sail();
    CHECK_FALSE(result.feasible);
    REQUIRE(result.stop);
    CHECK(find(result, "ship.current") != nullptr);
    CHECK(result.route.totals.distance.in_metres() < 1.0);
    held_off.request.mode = EvaluationMode::report;
    const auto reported = held_off.sail();
    CHECK_FALSE(reported.feasible);
    CHECK(reported.route.totals.distance.in_nautical_miles() == Approx(100.0));
    REQUIRE(find(reported, "ship.current") != nullptr);
    CHECK(find(reported, "ship.current")->extent->in_nautical_miles() == Approx(100.0).margin(0.1));
}

TEST_CASE("evaluation: comes to an end wherever findings change in the last steps of a leg",
          "[route][evaluation]") {
    for (double length_m = 480.0; length_m < 520.0; length_m += 0.4) {
        CAPTURE(length_m);
        const auto from = north_of_72(0.0);
        const auto to =
            geo::geodesic_direct(from, geo::Bearing::degrees(0.0), Length::metres(length_m));
        auto voyage = open_water({from, to});
        rules::RuleSet::Options options;
        options.under_keel_clearance = rules::UnderKeelClearance{};
        voyage.rules = std::make_shared<rules::RuleSet>(options);
        // Known depth begins three quarters along the leg: 45 W is the negative y axis.
        const auto plane = geo::Projection::polar_north();
        const double edge_m =
            std::lerp(plane.forward(from).value().y_m, plane.forward(to).value().y_m, 0.75);
        voyage.add_field(env::Variable::sea_floor_depth, {-2e3, edge_m + 4e3, 100.0, 100.0, 40, 40},
                         {}, [](geo::PlanePoint, std::size_t) { return 500.0; });
        const auto result = voyage.sail();
        CHECK(result.feasible);
        CHECK(result.route.totals.distance.in_metres() == Approx(length_m).margin(0.01));
    }
}

TEST_CASE("evaluation: legs of no length take no time", "[route][evaluation]") {
    const auto a = north_of_72(0.0);
    auto voyage = open_water({a, a, north_of_72(10.0), north_of_72(10.0)});
    const auto result = voyage.sail();
    check_whole(result);
    CHECK(result.feasible);
    CHECK(result.route.legs.size() == 3);
    CHECK(result.route.totals.duration.in_hours() == Approx(1.0));

    auto nowhere = open_water({a, a});
    CHECK(nowhere.sail().feasible);
    CHECK(nowhere.sail().route.totals.duration.in_hours() == 0.0);
    CHECK(nowhere.sail().route.track.size() >= 1);
}

TEST_CASE("evaluation: a request that cannot be right is refused", "[route][evaluation]") {
    auto lonely = open_water({north_of_72(0.0)});
    CHECK_THROWS_AS(lonely.sail(), Error);
    auto voyage = open_water({north_of_72(0.0), north_of_72(10.0)});
    const std::vector<std::optional<Speed>> two(2);
    voyage.request.leg_speed_limits = two;
    CHECK_THROWS_WITH(voyage.sail(),
                      Catch::Contains("2 speed limits") && Catch::Contains("1 legs"));
    const std::vector<std::optional<Speed>> zero{Speed::knots(0.0)};
    voyage.request.leg_speed_limits = zero;
    CHECK_THROWS_WITH(voyage.sail(), Catch::Contains("speed limit is 0 kn"));
}

TEST_CASE("evaluation: stops when asked to", "[route][evaluation]") {
    auto voyage = open_water({north_of_72(0.0), north_of_72(10.0)});
    voyage.request.waypoints = voyage.waypoints;
    std::stop_source stop;
    stop.request_stop();
    const Progress progress({}, stop.get_token());
    const cost::TransitModel model(*voyage.ship, *voyage.rules);
    CHECK_THROWS_AS(evaluate(voyage.environment, model, nullptr, voyage.request, progress), Error);
}
