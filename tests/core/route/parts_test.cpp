// SPDX-License-Identifier: Apache-2.0
// The parts an evaluation is made of: sections of a leg, findings by stretch, openings.
#include "core/env/projected_grid.hpp"
#include "core/route/finding_log.hpp"
#include "core/route/opening.hpp"
#include "core/route/passage.hpp"
#include "core/route/zone_sections.hpp"
#include "tests/support/oracle_scenarios.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace fairlead;
using geo::Position;

namespace {

Position at(double latitude_deg, double longitude_deg) {
    return Position::degrees(latitude_deg, longitude_deg);
}

env::Zone box(std::string name, double south, double north, double west, double east) {
    return {std::move(name),
            geo::Region({{at(south, west), at(south, east), at(north, east), at(north, west)}},
                        geo::EdgeKind::rhumb_line),
            std::nullopt,
            std::nullopt,
            std::nullopt,
            "tests"};
}

rules::Finding finding(std::string code, rules::Severity severity,
                       std::optional<double> margin = std::nullopt) {
    rules::Finding result;
    result.code = std::move(code);
    result.severity = severity;
    result.message = "text";
    result.margin = margin;
    return result;
}

constexpr double nmi = metres_per_nautical_mile;

} // namespace

TEST_CASE("zone sections: a leg is cut exactly at the edges", "[route][zones]") {
    const std::vector<env::Zone> zones{box("a", 76.0, 77.0, 170.0, -170.0),
                                       box("b", 76.5, 78.0, 170.0, -170.0),
                                       box("far", 60.0, 61.0, 0.0, 10.0)};
    const geo::GeodesicLine leg(at(75.0, 180.0), at(79.0, 180.0));
    const auto sections = route::cut_by_zones(leg, zones);
    REQUIRE(sections.size() == 5);
    const std::vector<double> edges{76.0, 76.5, 77.0, 78.0};
    for (std::size_t i = 0; i < edges.size(); ++i) {
        CHECK(sections[i].end_m == sections[i + 1].begin_m);
        CHECK(sections[i].end_m ==
              Approx(geo::geodesic_distance(at(75.0, 180.0), at(edges[i], 180.0)).in_metres())
                  .margin(2.5));
    }
    CHECK(sections.front().begin_m == 0.0);
    CHECK(sections.back().end_m == leg.length().in_metres());
    const std::vector<std::size_t> counts{0, 1, 2, 1, 0};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        CHECK(sections[i].zones.size() == counts[i]);
    }
    CHECK(sections[3].zones.front()->name == "b");
}

TEST_CASE("zone sections: begin inside, over the pole, no zones, no length", "[route][zones]") {
    const std::vector<env::Zone> cap{box("cap", 88.0, 89.9, -60.0, 60.0)};
    const geo::GeodesicLine over_pole(at(89.0, 0.0), at(89.0, 180.0));
    const auto sections = route::cut_by_zones(over_pole, cap);
    REQUIRE(sections.size() == 2);
    CHECK(sections[0].zones.size() == 1);
    CHECK(sections[0].end_m ==
          Approx(geo::geodesic_distance(at(89.0, 0.0), at(89.9, 0.0)).in_metres()).margin(2.5));
    CHECK(sections[1].zones.empty());

    CHECK(route::cut_by_zones(over_pole, {}).size() == 1);
    const geo::GeodesicLine nothing(at(88.5, 0.0), at(88.5, 0.0));
    const auto no_length = route::cut_by_zones(nothing, cap);
    REQUIRE(no_length.size() == 1);
    CHECK(no_length[0].end_m == 0.0);
    CHECK(no_length[0].zones.size() == 1);
}

TEST_CASE("finding log: one finding per matter and stretch", "[route][findings]") {
    using rules::Severity;
    route::FindingLog log;
    const Instant time = parse_instant("2018-07-15T00:00Z");
    const auto place = at(75.0, 10.0);
    const auto worse_place = at(76.0, 10.0);
    const auto pass = [&](double at_nmi, const Position& where, std::vector<rules::Finding> found) {
        log.sample(at_nmi * nmi, where, time, std::move(found));
    };
    pass(0.0, place, {finding("w", Severity::warning, 2.0)});
    pass(10.0, worse_place, {finding("w", Severity::warning, -1.0)});
    pass(20.0, place, {finding("w", Severity::warning, 1.0)});
    pass(30.0, place, {});
    pass(33.0, place, {finding("w", Severity::warning, 3.0)}); // near: the same stretch
    pass(34.0, place, {finding("i", Severity::info)});
    pass(60.0, place, {finding("w", Severity::warning, 4.0), finding("i", Severity::info)});
    pass(70.0, place, {finding("v", Severity::violation)});
    const auto findings = log.finish(100.0 * nmi);
    REQUIRE(findings.size() == 4);
    CHECK(findings[0].code == "v");
    CHECK(findings[0].extent->in_nautical_miles() == Approx(30.0));
    CHECK(findings[1].code == "w");
    CHECK(findings[1].margin == -1.0);
    CHECK(findings[1].position == worse_place);
    CHECK(findings[1].extent->in_nautical_miles() == Approx(31.0));
    CHECK(findings[1].message.find("31.0 nm in 2 parts") != std::string::npos);
    CHECK(findings[1].message.find("15 Jul 00:00Z") != std::string::npos);
    CHECK(findings[2].code == "w");
    CHECK(findings[2].extent->in_nautical_miles() == Approx(10.0));
    CHECK(findings[3].code == "i");
    // The info holds from 34 to 60 and from 60 to 70: without a break.
    CHECK(findings[3].extent->in_nautical_miles() == Approx(36.0));
    CHECK(findings[3].message.find("parts") == std::string::npos);
    CHECK(log.finish(0.0).empty());
}

TEST_CASE("opening: the edge of a window is met within a second", "[route][opening]") {
    const auto scenario = test::opening_barrier();
    const cost::TransitModel model(*scenario.vessel, *scenario.rules);
    route::PassageSampler sampler(*scenario.environment, model, {});
    const auto breaks = route::time_breaks(*scenario.environment);
    REQUIRE(breaks.size() == 1);
    const env::Zone* zone = scenario.environment->zones().data();
    const route::TrackPlace closed{at(73.75, -45.0), geo::Bearing::degrees(0.0),
                                   std::span(&zone, 1)};
    const route::TrackPlace open{at(73.0, -45.0), geo::Bearing::degrees(0.0), {}};
    const double now_s = static_cast<double>(scenario.departure.time_since_epoch().count());
    constexpr double no_limit = 99.0;
    const auto found =
        route::find_opening(sampler, open, std::span(&closed, 1), now_s, no_limit, breaks);
    REQUIRE(found.time_s);
    CHECK(*found.time_s == Approx(now_s + 72'000.0).margin(0.2));
    // Open already.
    CHECK(route::find_opening(sampler, open, std::span(&open, 1), now_s, no_limit, breaks).time_s ==
          now_s);
    // The ship is in the zone herself: she cannot stay.
    const auto trapped =
        route::find_opening(sampler, closed, std::span(&closed, 1), now_s, no_limit, breaks);
    CHECK_FALSE(trapped.time_s);
    CHECK(trapped.trapped_s);
    // A berth can.
    CHECK(route::find_opening(sampler, std::nullopt, std::span(&closed, 1), now_s, no_limit, breaks)
              .time_s);
}

TEST_CASE("passage: speed over ground keeps the track", "[route][passage]") {
    env::Conditions conditions;
    const auto north = geo::Bearing::degrees(0.0);
    CHECK(route::speed_over_ground_kn(10.0, conditions, north) == 10.0);
    conditions.current_east = {3.0 * mps_per_knot, env::Quality::ok};
    conditions.current_north = {-1.0 * mps_per_knot, env::Quality::ok};
    CHECK(route::speed_over_ground_kn(5.0, conditions, north) == Approx(4.0 - 1.0));
    CHECK(route::speed_over_ground_kn(5.0, conditions, geo::Bearing::degrees(180.0)) ==
          Approx(4.0 + 1.0));
    CHECK(route::speed_over_ground_kn(5.0, conditions, geo::Bearing::degrees(90.0)) ==
          Approx(3.0 + std::sqrt(24.0)));
    // Across stronger than the ship; along stronger than the ship.
    CHECK(route::speed_over_ground_kn(2.5, conditions, north) == 0.0);
    CHECK(route::speed_over_ground_kn(2.0, conditions, geo::Bearing::degrees(270.0)) == 0.0);
}
