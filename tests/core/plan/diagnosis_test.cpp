// SPDX-License-Identifier: Apache-2.0
#include "core/geo/geodesic.hpp"
#include "core/plan/planner.hpp"
#include "tests/support/formula_layer.hpp"
#include "tests/support/oracle_scenarios.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace fairlead;

namespace {

const Instant start = parse_instant("2018-07-15T00:00Z");
const auto at = geo::Position::degrees;

/// From 75 N 10 E to 75 N 40 E through a sea that a wall from 22 E to 28 E divides.
struct DividedSea {
    std::shared_ptr<env::Environment> environment = std::make_shared<env::Environment>();
    rules::RuleSet::Options rules;
    plan::PlanRequest request;

    DividedSea() {
        request.vessel = test::constant_speed_vessel(12.0);
        request.places = {{"A", at(75.0, 10.0)}, {"B", at(75.0, 40.0)}};
        request.departure = start;
        request.grid.cell_km = 25.0;
        request.grid.bounds = plan::GridOptions::Bounds{900.0, -1300.0, 1800.0, 200.0};
        request.with_lower_bound = false;
    }

    void add(env::Variable variable, double value) {
        environment->add(test::constant_layer(variable, value));
    }
    /// @param inside value in the wall, by longitude.
    void add_wall(env::Variable variable, double outside,
                  const std::function<double(double longitude_deg)>& inside) {
        const auto plane = geo::Projection::polar_north();
        environment->add(test::formula_layer(variable, {850e3, 250e3, 10e3, 10e3, 100, 160}, {},
                                             [=](geo::PlanePoint point, std::size_t) {
                                                 const double longitude_deg =
                                                     plane.inverse(point).value().longitude_deg();
                                                 return longitude_deg > 22.0 && longitude_deg < 28.0
                                                            ? inside(longitude_deg)
                                                            : outside;
                                             }));
    }

    plan::PlanResult planned() {
        request.environment = environment;
        request.rules = std::make_shared<rules::RuleSet>(rules);
        return plan::plan(request);
    }
};

bool mentions(const std::vector<plan::Remedy>& remedies, const std::string& words) {
    return std::any_of(remedies.begin(), remedies.end(), [&](const plan::Remedy& remedy) {
        return remedy.sentence.find(words) != std::string::npos;
    });
}

/// Is there a finding of the worst part of the wall, from 23.5 E to 26.5 E, that says so?
bool names_worst(const std::vector<rules::Finding>& findings, const std::string& words) {
    return std::any_of(findings.begin(), findings.end(), [&](const rules::Finding& finding) {
        return finding.position && finding.position->longitude_deg() > 23.0 &&
               finding.position->longitude_deg() < 27.0 &&
               finding.message.find(words) != std::string::npos;
    });
}

} // namespace

TEST_CASE("diagnosis: a wall of ice is named by its worst place and the class that would pass it",
          "[plan][diagnosis]") {
    DividedSea sea;
    sea.rules.polaris = rules::Polaris::standard();
    // Light multi-year ice all over, closest from 23.5 E to 26.5 E.
    sea.add_wall(env::Variable::sea_ice_concentration, 0.0, [](double longitude_deg) {
        return longitude_deg > 23.5 && longitude_deg < 26.5 ? 1.0 : 0.8;
    });
    sea.add_wall(env::Variable::sea_ice_thickness, 0.0, [](double) { return 2.2; });
    const auto result = sea.planned();
    REQUIRE(result.no_route() != nullptr);
    const auto& no = *result.no_route();
    REQUIRE_FALSE(no.blocking.empty());
    // What stops her first, and the worst of what follows.
    CHECK(no.blocking.front().severity == rules::Severity::violation);
    CHECK(no.blocking.front().code.find("polaris") != std::string::npos);
    CHECK(no.blocking.front().position->longitude_deg() < 24.0);
    CHECK(no.blocking.front().message.find("-80") == std::string::npos);
    CHECK(names_worst(no.blocking, "-80"));
    const auto weakest = sea.rules.polaris->weakest_class_allowed(1.0, 2.2);
    REQUIRE(weakest == vessel::IceClass::pc4);
    CAPTURE(no.reason, vessel::name(*weakest));
    CHECK(mentions(no.remedies, "ice class " + std::string(vessel::name(*weakest)) + " "));

    // As far as open water goes.
    REQUIRE(no.farthest);
    CHECK(no.farthest->longitude_deg() > 20.0);
    CHECK(no.farthest->longitude_deg() < 22.5);
    CHECK(no.farthest_remaining ==
          geo::geodesic_distance(*no.farthest, sea.request.places.back().position));
    REQUIRE(no.farthest_time);
    const auto way = geo::geodesic_distance(sea.request.places.front().position, *no.farthest);
    CHECK(between(start, *no.farthest_time).in_hours() ==
          Approx(way.in_nautical_miles() / 12.0).epsilon(0.05));
}

TEST_CASE("diagnosis: a bar is named by its least depth", "[plan][diagnosis]") {
    DividedSea sea;
    sea.rules.under_keel_clearance = rules::UnderKeelClearance{};
    sea.add(env::Variable::sea_ice_concentration, 0.0);
    sea.add_wall(env::Variable::sea_floor_depth, 300.0, [](double longitude_deg) {
        return longitude_deg > 23.5 && longitude_deg < 26.5 ? 3.0 : 7.0;
    });
    const auto result = sea.planned();
    REQUIRE(result.no_route() != nullptr);
    const auto& no = *result.no_route();
    REQUIRE_FALSE(no.blocking.empty());
    CHECK(no.blocking.front().code == "under_keel_clearance.insufficient");
    CHECK(no.blocking.front().position->longitude_deg() < 24.0);
    CHECK(names_worst(no.blocking, "depth 3"));
    CHECK(mentions(no.remedies, "less draught"));
}

/// A zone around a place of the divided sea.
/// @param half_deg of latitude on either side: half a degree is some cells, a hundredth less than
///        one.
env::Zone zone_around(double longitude_deg, double half_deg) {
    const double west = longitude_deg - 3.0 * half_deg;
    const double east = longitude_deg + 3.0 * half_deg;
    return {"range",
            geo::Region({{at(75.0 - half_deg, west), at(75.0 - half_deg, east),
                          at(75.0 + half_deg, east), at(75.0 + half_deg, west)}}),
            std::nullopt,
            std::nullopt,
            std::nullopt,
            "test"};
}

TEST_CASE("diagnosis: a place in a prohibited zone is named, whether or not cells see the zone",
          "[plan][diagnosis]") {
    const double half_deg = GENERATE(0.5, 0.01);
    const std::string name = GENERATE("A", "C", "B");
    const bool for_ever = GENERATE(true, false);
    DividedSea sea;
    sea.request.may_wait = for_ever;
    sea.request.places.insert(sea.request.places.begin() + 1, {"C", at(75.0, 30.0)});
    sea.add(env::Variable::sea_ice_concentration, 0.0);
    auto zone = zone_around(name == "A" ? 10.0 : name == "C" ? 30.0 : 40.0, half_deg);
    if (!for_ever) {
        zone.from = start - std::chrono::hours(24);
        zone.until = start + std::chrono::hours(24 * 30);
    }
    sea.environment->add(zone);
    const auto result = sea.planned();
    REQUIRE(result.no_route() != nullptr);
    const auto& no = *result.no_route();
    CAPTURE(half_deg, name, for_ever, no.reason);
    CHECK(no.reason == name + " lies in zone 'range', where passage is prohibited" +
                           (for_ever ? " at all times"
                                     : " from 2018-07-14T00:00:00Z until 2018-08-14T00:00:00Z"));
    CHECK(no.remedies.front().sentence == std::string("leave zone 'range' out, or ") +
                                              (name == "A"   ? "start"
                                               : name == "C" ? "call"
                                                             : "end the voyage") +
                                              " elsewhere" +
                                              (for_ever ? "" : " or at another time"));
    CHECK_FALSE(mentions(no.remedies, "smaller cells"));
    CHECK_FALSE(mentions(no.remedies, "5 days later"));
    REQUIRE_FALSE(no.blocking.empty());
    CHECK(no.blocking.front().code == "zone.prohibited");
    for (const auto& finding : no.blocking) {
        CHECK(finding.rule != "opening times");
    }
}

TEST_CASE("diagnosis: a zone around a place is not named where it is not what stops the ship",
          "[plan][diagnosis]") {
    const double half_deg = GENERATE(0.5, 0.01);
    const double longitude_deg = GENERATE(10.0, 40.0);
    DividedSea sea;
    sea.request.may_wait = GENERATE(true, false);
    auto zone = zone_around(longitude_deg, half_deg);
    SECTION("in force before the ship is there, or after") {
        sea.add(env::Variable::sea_ice_concentration, 0.0);
        if (GENERATE(true, false)) {
            zone.until = start - std::chrono::hours(1);
        } else {
            zone.from = start + std::chrono::hours(24 * 10);
        }
        sea.environment->add(zone);
        CHECK(sea.planned().route() != nullptr);
    }
    SECTION("ice stops her") {
        sea.rules.polaris = rules::Polaris::standard();
        sea.add_wall(env::Variable::sea_ice_concentration, 0.0, [](double) { return 1.0; });
        sea.add_wall(env::Variable::sea_ice_thickness, 0.0, [](double) { return 2.2; });
        zone.from = start + std::chrono::hours(24 * 10);
        zone.until = start + std::chrono::hours(24 * 20);
        sea.environment->add(zone);
        const auto result = sea.planned();
        REQUIRE(result.no_route() != nullptr);
        CAPTURE(result.no_route()->reason);
        CHECK(result.no_route()->reason.find("range") == std::string::npos);
        CHECK(result.no_route()->reason.find("Risk Index") != std::string::npos);
    }
}

TEST_CASE("diagnosis: missing days in the midst of the data are named", "[plan][diagnosis]") {
    DividedSea sea;
    sea.request.may_wait = GENERATE(true, false);
    // At 12 kn it takes some 35 hours. Days missing from the second one on are not bridged.
    const auto day = [](int number) { return start + Duration::hours(24.0 * number); };
    auto layer = test::formula_layer(env::Variable::sea_ice_concentration,
                                     {850e3, 250e3, 50e3, 50e3, 20, 32},
                                     {day(0), day(1), day(12), day(13), day(14), day(15), day(16)},
                                     [](geo::PlanePoint, std::size_t) { return 0.0; });
    layer.field = std::make_shared<env::Field>(
        layer.variable, layer.field->shared_grid(), layer.field->slices(),
        [field = layer.field](std::size_t index) { return field->read(index); },
        env::StepLimits{Duration::hours(36.0), Duration::hours(240.0)});
    sea.environment->add(layer);
    const std::string words =
        "no sea_ice_concentration data between 2018-07-16T00:00:00Z and 2018-07-27T00:00:00Z";
    const auto result = sea.planned();
    if (result.route() != nullptr) { // in port she waits for the days after the gap
        CHECK(sea.request.may_wait);
        CHECK(result.route()->departure + result.route()->totals.waiting >= day(12));
        return;
    }
    const auto& no = *result.no_route();
    CAPTURE(no.reason, no.account);
    CHECK(no.reason.find(words) != std::string::npos);
    CHECK(mentions(no.remedies, "add the missing files"));
}

TEST_CASE("diagnosis: data that end before the ship is there are named, and what holding them does",
          "[plan][diagnosis]") {
    DividedSea sea;
    // At 12 kn it takes some 35 hours; the charts are those of the first day.
    sea.environment->add(test::formula_layer(
        env::Variable::sea_ice_concentration, {850e3, 250e3, 50e3, 50e3, 20, 32},
        {start, start + Duration::hours(24.0)}, [](geo::PlanePoint, std::size_t) { return 0.0; }));
    const auto result = sea.planned();
    REQUIRE(result.no_route() != nullptr);
    const auto& no = *result.no_route();
    REQUIRE_FALSE(no.blocking.empty());
    CHECK(no.blocking.front().code == "data.end");
    CHECK(no.reason.find("2018-07-16T00:00") != std::string::npos);
    CHECK(std::any_of(no.remedies.begin(), no.remedies.end(), [](const plan::Remedy& remedy) {
        return remedy.kind == plan::RemedyKind::hold_data;
    }));

    sea.environment->set_beyond_data(env::BeyondData::hold);
    CHECK(sea.planned().route() != nullptr);
}

TEST_CASE("diagnosis: a ship that may not wait for her port to open is told when to leave",
          "[plan][diagnosis]") {
    DividedSea sea;
    sea.add(env::Variable::sea_ice_concentration, 0.0);
    env::Zone port{"port",
                   geo::Region({{at(74.0, 6.0), at(74.0, 14.0), at(76.0, 14.0), at(76.0, 6.0)}}),
                   {},
                   {},
                   start + Duration::hours(30.0),
                   "tests"};
    sea.environment->add(port);
    CHECK(sea.planned().route() != nullptr);
    sea.request.may_wait = false;
    const auto result = sea.planned();
    REQUIRE(result.no_route() != nullptr);
    CAPTURE(result.no_route()->reason);
    // Found by the search itself, not by the check of a line that waits.
    REQUIRE_FALSE(result.no_route()->blocking.empty());
    CHECK(result.no_route()->blocking.front().code == "zone.prohibited");
    CHECK(mentions(result.no_route()->remedies, "leaving 5 days later, on 2018-07-20T00:00"));
    const auto& remedies = result.no_route()->remedies;
    CHECK(std::any_of(remedies.begin(), remedies.end(), [](const plan::Remedy& remedy) {
        return remedy.kind == plan::RemedyKind::leave_later &&
               remedy.later == Duration::hours(120.0);
    }));
}
