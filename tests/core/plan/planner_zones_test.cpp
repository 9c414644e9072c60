// SPDX-License-Identifier: Apache-2.0
#include "core/geo/geodesic.hpp"
#include "core/plan/planner.hpp"
#include "tests/core/plan/open_water.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace fairlead;

namespace {

/// A belt of all latitudes of the grid, closed between two times in hours after departure.
env::Zone belt(const plan::PlanRequest& request, double west, double east,
               std::optional<double> from_h, double until_h) {
    auto zone = test::box("belt", 60.0, 86.0, west, east);
    if (from_h) {
        zone.from = request.departure + Duration::hours(*from_h);
    }
    zone.until = request.departure + Duration::hours(until_h);
    return zone;
}

} // namespace

TEST_CASE("plan: a prohibited zone is gone around and a wall of it is named", "[plan][zones]") {
    auto request = test::open_water_voyage();
    const double direct_h = plan::plan(request).route()->totals.duration.in_hours();
    SECTION("a zone with a way round") {
        request.environment = test::with_zone(request, test::box("range", 73.0, 77.0, 24.0, 26.0));
        const auto result = plan::plan(request);
        REQUIRE(result.route() != nullptr);
        CHECK(result.route()->totals.duration.in_hours() > direct_h);
        for (const auto& point : result.route()->track) {
            CHECK_FALSE(request.environment->zones().front().area.contains(point.position));
        }
    }
    SECTION("a zone across everything") {
        // A ring around the destination leaves no way in; the grid's edge is no way round.
        request.environment = test::with_zone(request, test::box("ring", 73.0, 77.0, 30.0, 50.0));
        const auto result = plan::plan(request);
        REQUIRE(result.no_route() != nullptr);
        const auto& no = *result.no_route();
        REQUIRE_FALSE(no.blocking.empty());
        CHECK(no.blocking.front().severity == rules::Severity::violation);
        CHECK(no.blocking.front().message.find("ring") != std::string::npos);
        REQUIRE(no.farthest.has_value());
        CHECK_FALSE(request.environment->zones().front().area.contains(*no.farthest));
        REQUIRE(no.remedies.size() == 2);
        CHECK(no.remedies.front().sentence.find("leave zone 'ring' out") != std::string::npos);
        CHECK(no.remedies.back().sentence.find("without the zones") != std::string::npos);
        // Seen from where she stops, a mile or two of cells before the ring.
        REQUIRE(no.account.size() == 1);
        CHECK(no.account.front().find("bearing") != std::string::npos);
        CHECK(no.account.front().find("closed since before she left, and to the end of what is "
                                      "known") != std::string::npos);
        REQUIRE(no.blocking.front().position.has_value());
        CHECK(geo::geodesic_distance(*no.farthest, *no.blocking.front().position).in_kilometres() <
              3.0 * request.grid.cell_km);
        CHECK_FALSE(test::has(result.findings, "grid.widened"));
    }
}

TEST_CASE("plan: what opens later is told with its time", "[plan][zones]") {
    auto request = test::open_water_voyage();
    auto zone = test::box("firing", 73.0, 77.0, 30.0, 50.0);
    zone.until = request.departure + Duration::hours(20.0 * 24.0);
    request.environment = test::with_zone(request, std::move(zone));
    request.may_wait = false;
    const auto result = plan::plan(request);
    REQUIRE(result.no_route() != nullptr);
    REQUIRE_FALSE(result.no_route()->account.empty());
    CHECK(result.no_route()->account.front().find("open again from 21 Jan") != std::string::npos);
}

TEST_CASE("plan: a zone that cannot matter is remarked", "[plan][zones]") {
    auto request = test::open_water_voyage();
    const auto remark = [&](env::Zone zone) {
        request.environment = test::with_zone(test::open_water_voyage(), std::move(zone));
        for (const auto& finding : plan::plan(request).findings) {
            if (finding.code == "zone.without_effect") {
                return finding.message;
            }
        }
        return std::string();
    };
    const auto here = test::box("here", 74.0, 76.0, 20.0, 21.0);
    CHECK(remark(here).empty());
    CHECK(remark(test::box("swapped", 20.0, 21.0, 74.0, 76.0)).find("the right way round") !=
          std::string::npos);
    auto past = here;
    past.until = request.departure + Duration::hours(-24.0);
    CHECK(remark(past).find("before the departure") != std::string::npos);
    auto future = here;
    future.from = request.departure + Duration::hours(24.0 * 365.0);
    CHECK(remark(future).find("after the arrival") != std::string::npos);
    CHECK(remark(test::box("all of it", 60.0, 89.0, -170.0, 0.0)).empty());
}

TEST_CASE(
    "plan: what lies between the points a cell is judged by is found by the check of the line",
    "[plan][zones]") {
    // 0.9 km wide and 330 km long, athwart the way: most of its cells look open.
    auto request = test::open_water_voyage();
    request.with_lower_bound = false;
    request.environment = test::with_zone(request, test::box("sliver", 73.5, 76.5, 25.0, 25.03));
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    CHECK(test::has(result.findings, "search.repaired"));
    CHECK_FALSE(test::has(result.findings, "zone.prohibited"));
    const auto by_way_of = [&](double latitude_deg) {
        const auto tip = geo::Position::degrees(latitude_deg, 25.015);
        return geo::geodesic_distance(request.places[0].position, tip) +
               geo::geodesic_distance(tip, request.places[1].position);
    };
    CHECK(result.route()->totals.distance > std::min(by_way_of(73.5), by_way_of(76.5)) * 0.9999);
}

TEST_CASE("plan: a ship that would be caught on the way holds back before it", "[plan]") {
    // At 12 kn she comes to 22 E after 15.5 h and to 27 E after 21.2 h. The belt beyond 27 E opens
    // after 30 h; the one before it closes around her at 20.5 h and opens at 30 h too. The grid
    // leaves no way round, and none so long that she would find the belts closed when she comes.
    auto request = test::open_water_voyage();
    request.grid.bounds = plan::GridOptions::Bounds{1300.0, -1200.0, 1660.0, 100.0};
    request.environment = test::with_zone(request, belt(request, 22.0, 27.0, 20.5, 30.0));
    request.environment = test::with_zone(request, belt(request, 27.0, 30.0, std::nullopt, 30.0));
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    const auto& route = *result.route();
    CHECK(route.exact_search);
    CHECK_FALSE(test::has(result.findings, "search.not_exact"));
    CHECK_FALSE(test::has(result.findings, "search.repaired"));
    REQUIRE(route.waits.size() == 1);
    CHECK(route.waits.front().until == request.departure + Duration::hours(30.0));
    CHECK(route.waits.front().position.longitude_deg() < 22.0);
    CHECK(route.waits.front().position.longitude_deg() > 20.0);
    // 18 degrees of longitude from there on, and what a cell is wide at the most.
    const double rest_h =
        geo::geodesic_distance(geo::Position::degrees(75.0, 22.0), request.places[1].position)
            .in_nautical_miles() /
        12.0;
    CHECK(route.totals.duration.in_hours() > 30.0 + rest_h);
    CHECK(route.totals.duration.in_hours() < 30.0 + rest_h + 2.5);

    // The search by distance never holds back: that there is a way is left to the search by time.
    request.objective.kind = cost::ObjectiveKind::distance;
    const auto shortest = plan::plan(request);
    REQUIRE(shortest.route() != nullptr);
    CHECK(test::has(shortest.findings, "search.not_exact"));
    CHECK(shortest.route()->graph_cost ==
          Approx(shortest.route()->totals.distance.in_nautical_miles()).epsilon(0.03));

    request.objective.kind = cost::ObjectiveKind::time;
    request.may_wait = false;
    const auto hasty = plan::plan(request);
    REQUIRE(hasty.no_route() != nullptr);
    CHECK(test::has(hasty.findings, "search.not_exact"));
}

TEST_CASE("plan: a ship that would be caught outside the port leaves later", "[plan]") {
    // Her own waters close from 2 to 30 h, and what lies before them is closed until 30 h.
    auto request = test::open_water_voyage();
    request.environment = test::with_zone(request, belt(request, 5.0, 13.0, 2.0, 30.0));
    request.environment = test::with_zone(request, belt(request, 13.0, 16.0, std::nullopt, 30.0));
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    const auto& route = *result.route();
    CHECK(route.exact_search);
    CHECK_FALSE(test::has(result.findings, "search.repaired"));
    REQUIRE_FALSE(route.waits.empty());
    CHECK(geo::geodesic_distance(route.waits.front().position, request.places[0].position)
              .in_metres() < 1.0);
    const double way_h =
        geo::geodesic_distance(request.places[0].position, request.places[1].position)
            .in_nautical_miles() /
        12.0;
    CHECK(route.totals.duration.in_hours() == Approx(30.0 + way_h).epsilon(0.01));
}
