// SPDX-License-Identifier: Apache-2.0
#include "tests/core/route/voyage.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

using namespace fairlead;
using namespace fairlead::test;
using route::EvaluationMode;

TEST_CASE("evaluation: speed limits of legs and zones are kept", "[route][evaluation]") {
    auto voyage = open_water({north_of_72(0.0), north_of_72(50.0), north_of_72(100.0)});
    const std::vector<std::optional<Speed>> limits{Speed::knots(5.0), std::nullopt};
    voyage.request.leg_speed_limits = limits;
    auto zone = belt(60.0, 70.0);
    zone.speed_limit = Speed::knots(4.0);
    voyage.environment.add(zone);
    const auto result = voyage.sail();
    check_whole(result);
    CHECK(result.feasible);
    CHECK(result.route.legs[0].mean_speed.in_knots() == Approx(5.0));
    CHECK(result.route.totals.duration.in_hours() == Approx(10.0 + 4.0 + 2.5).margin(1e-3));
    const auto* finding = find(result, "zone.speed_limit");
    REQUIRE(finding != nullptr);
    CHECK(finding->severity == rules::Severity::warning);
    CHECK(finding->extent->in_nautical_miles() == Approx(10.0).margin(0.02));
}

TEST_CASE("evaluation: a beset ship stops, or is reported at her least speed",
          "[route][evaluation]") {
    auto voyage = open_water({north_of_72(0.0), north_of_72(60.0)});
    const auto projection = geo::Projection::polar_north();
    const double low_y_m = projection.forward(north_of_72(30.0)).value().y_m;
    const double high_y_m = projection.forward(north_of_72(35.0)).value().y_m;
    voyage.add_field(env::Variable::attainable_speed,
                     {-100'000.0, low_y_m + 100'000.0, 100'000.0, 100.0, 2, 2000}, {},
                     [&](geo::PlanePoint p, std::size_t) {
                         return p.y_m < low_y_m || p.y_m > high_y_m ? 10.0 : 0.0;
                     });
    const auto stopped = voyage.sail();
    CHECK_FALSE(stopped.feasible);
    REQUIRE(stopped.stop);
    CHECK(stopped.stop->block == rules::Block::beset);
    CHECK(stopped.route.totals.distance.in_nautical_miles() == Approx(30.0).margin(0.1));

    voyage.request.mode = EvaluationMode::report;
    const auto reported = voyage.sail();
    CHECK_FALSE(reported.feasible);
    CHECK(reported.route.totals.duration.in_hours() == Approx(5.5 + 10.0).margin(0.2));
    CHECK(find(reported, "vessel.beset") != nullptr);
    CHECK(find(reported, "ship.forced_speed") != nullptr);
}

TEST_CASE("evaluation: data held for more than ten days are a warning", "[route][evaluation]") {
    const Instant start = parse_instant("2018-07-15T00:00Z");
    Voyage voyage({north_of_72(0.0), north_of_72(200.0)});
    voyage.add_field(env::Variable::sea_ice_concentration,
                     {-500'000.0, -1'000'000.0, 100'000.0, 100'000.0, 10, 12},
                     {start - std::chrono::hours(264), start - std::chrono::hours(228)},
                     [](geo::PlanePoint, std::size_t) { return 0.5; });
    voyage.add_constant(env::Variable::sea_ice_thickness, 1.0);
    voyage.environment.set_beyond_data(env::BeyondData::hold);
    const auto result = voyage.sail();
    CHECK(result.feasible);
    const auto* held = find(result, "data.held");
    REQUIRE(held != nullptr);
    CHECK(held->severity == rules::Severity::warning);
    CHECK_THAT(held->message,
               Catch::Contains("valid until 2018-07-05T12:00:00Z, for up to 10.3 days"));
}

TEST_CASE("evaluation: what the data rest on is told once", "[route][evaluation]") {
    const Instant start = parse_instant("2018-07-15T00:00Z");
    Voyage voyage({north_of_72(0.0), north_of_72(200.0)});
    voyage.add_field(env::Variable::sea_ice_concentration,
                     {-500'000.0, -1'000'000.0, 100'000.0, 100'000.0, 10, 12},
                     {start, start + Duration::hours(5.0)},
                     [](geo::PlanePoint, std::size_t) { return 0.5; });
    voyage.add_constant(env::Variable::sea_ice_thickness, 1.0);
    voyage.environment.set_beyond_data(env::BeyondData::hold);
    const auto result = voyage.sail();
    CHECK(result.feasible);
    const auto* held = find(result, "data.held");
    REQUIRE(held != nullptr);
    CHECK(held->severity == rules::Severity::caution);
    CHECK(held->subject == "sea_ice_concentration");
    CHECK(held->extent->in_nautical_miles() == Approx(150.0).margin(0.2));
    // Twenty hours at 10 kn, fifteen of them beyond the data.
    CHECK_THAT(held->message, Catch::Contains("held at its last value, valid until "
                                              "2018-07-15T05:00:00Z, for up to 0.6 days"));
    REQUIRE(find(result, "data.assumed") != nullptr);
    CHECK(find(result, "data.assumed")->subject == "sea_ice_thickness");
    CHECK(result.route.legs[0].mean_concentration == Approx(0.5));
    CHECK(result.route.legs[0].max_thickness_m == Approx(1.0));
    CHECK_FALSE(result.route.legs[0].min_depth_m);
    std::vector<std::string> keys;
    for (const auto& finding : result.findings) {
        keys.push_back(finding.key());
    }
    std::sort(keys.begin(), keys.end());
    CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());

    voyage.environment.set_beyond_data(env::BeyondData::refuse);
    const auto refused = voyage.sail();
    REQUIRE(refused.stop);
    CHECK(refused.stop->block == rules::Block::no_data);
    CHECK(refused.route.totals.distance.in_nautical_miles() == Approx(50.0).margin(0.1));
    CHECK(find(refused, "data.no_concentration") != nullptr);
}

TEST_CASE("evaluation: land stops the ship, or is reported leg by leg", "[route][evaluation]") {
    const auto land = island_at(60.0);
    auto voyage = open_water({north_of_72(0.0), north_of_72(50.0), north_of_72(100.0)});
    const auto stopped = voyage.sail(&land);
    check_whole(stopped);
    CHECK_FALSE(stopped.feasible);
    REQUIRE(stopped.stop);
    CHECK(stopped.stop->block == rules::Block::land);
    CHECK(stopped.route.totals.distance.in_nautical_miles() == Approx(60.0).margin(0.02));
    const auto* finding = find(stopped, "land.crossing");
    REQUIRE(finding != nullptr);
    CHECK(finding->rule.find("test island") != std::string::npos);
    CHECK(geo::geodesic_distance(finding->position.value(), north_of_72(60.0)).in_metres() < 50.0);
    CHECK(between(voyage.request.departure, finding->time.value()).in_hours() ==
          Approx(6.0).margin(0.01));

    voyage.request.mode = EvaluationMode::report;
    const auto reported = voyage.sail(&land);
    check_whole(reported);
    CHECK_FALSE(reported.feasible);
    CHECK(find(reported, "land.crossing") != nullptr);
    CHECK(reported.route.totals.duration.in_hours() == Approx(10.0).epsilon(1e-6));

    auto clear = open_water({north_of_72(0.0), north_of_72(50.0)});
    CHECK(clear.sail(&land).feasible);
}

TEST_CASE("evaluation: passing close to land is a caution with the distance",
          "[route][evaluation]") {
    const auto land = island_at(20.0);
    // East of the island's eastern end, 1.5 degrees of longitude off the meridian.
    const double latitude = north_of_72(22.0).latitude_deg();
    auto voyage = open_water({at(71.5, -43.4), at(latitude, -43.4), at(74.0, -43.4)});
    voyage.request.clearance_off_land = Length::nautical_miles(3.0);
    const auto result = voyage.sail(&land);
    CHECK(result.feasible);
    const auto* finding = find(result, "land.close");
    REQUIRE(finding != nullptr);
    CHECK(finding->severity == rules::Severity::caution);
    const double off_nmi = land.distance_to_land(at(latitude, -43.4), Length::nautical_miles(5.0))
                               .value()
                               .in_nautical_miles();
    CHECK(finding->margin.value() == Approx(off_nmi - 3.0).margin(0.1));
    CHECK(finding->extent->in_nautical_miles() == Approx(9.8).margin(1.0));
    CHECK(finding->message.find("nm of land, nearer than 3.00 nm") != std::string::npos);
    CHECK(finding->message.find("no fairway, pilot or berth is known") != std::string::npos);
    voyage.request.clearance_off_land = Length::nautical_miles(1.0);
    CHECK(find(voyage.sail(&land), "land.close") == nullptr);
}

TEST_CASE("evaluation: depths of a coarse grid judge nothing close to land",
          "[route][evaluation]") {
    const auto land = island_at(20.0);
    const double latitude = north_of_72(22.0).latitude_deg();
    const auto judged = [&](double cell_m) {
        auto voyage = open_water({at(latitude, -43.4), at(latitude, -43.3)});
        rules::RuleSet::Options options;
        options.under_keel_clearance = rules::UnderKeelClearance{};
        voyage.rules = std::make_shared<rules::RuleSet>(options);
        const auto cells = static_cast<std::uint32_t>(4.0e6 / cell_m);
        voyage.add_field(env::Variable::sea_floor_depth,
                         {-2.0e6, 0.0, cell_m, cell_m, cells, cells}, {},
                         [](geo::PlanePoint, std::size_t) { return 3.0; });
        return voyage.sail(&land);
    };
    // The whole leg lies between 1 and 5 nmi off the island.
    const auto unjudged = judged(20'000.0);
    CHECK(unjudged.feasible);
    const auto* finding = find(unjudged, "under_keel_clearance.not_checked");
    REQUIRE(finding != nullptr);
    CHECK(finding->message.find("too coarse") != std::string::npos);
    CHECK_FALSE(unjudged.route.legs[0].min_depth_m);
    CHECK_FALSE(judged(1'000.0).feasible);
}
