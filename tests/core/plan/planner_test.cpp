// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/geo/geodesic.hpp"
#include "core/geo/rhumb_line.hpp"
#include "core/plan/diagnosis.hpp"
#include "core/plan/planner.hpp"
#include "core/plan/voyage_notes.hpp"
#include "core/route/evaluation.hpp"
#include "core/vessel/specific_consumption.hpp"
#include "core/vessel/speed_table_model.hpp"
#include "tests/support/oracle_scenarios.hpp"

#include "tests/support/plain_ship.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace fairlead;

namespace {

constexpr std::int64_t start_of_2018_s = 1514764800;

/// Open water everywhere, 12 kn, from 75 N 10 E to 75 N 40 E.
plan::PlanRequest open_water_voyage() {
    plan::PlanRequest request;
    auto environment = std::make_shared<env::Environment>();
    environment->add({env::Variable::sea_ice_concentration, nullptr, 0.0, nullptr, "0"});
    request.environment = environment;
    request.vessel = test::constant_speed_vessel(12.0);
    request.rules = test::zones_only();
    request.places = {{"A", geo::Position::degrees(75.0, 10.0)},
                      {"B", geo::Position::degrees(75.0, 40.0)}};
    request.departure = Instant{std::chrono::seconds{start_of_2018_s}};
    request.grid.cell_km = 25.0;
    return request;
}

/// Of that speed in open water and any ice, whose power grows with the cube of speed.
std::shared_ptr<const vessel::Vessel> cubic_vessel(double speed_kn) {
    const auto particulars = test::plain_ship("Cubic");
    const vessel::SpeedTableModel::Table speeds{{0.0}, {0.0, 1.0}, {speed_kn, speed_kn}};
    return std::make_shared<vessel::Vessel>(
        particulars, Speed::knots(speed_kn), Speed::knots(2.0),
        std::make_shared<vessel::SpeedTableModel>(speeds, Speed::knots(speed_kn),
                                                  particulars.power),
        std::make_shared<vessel::SpecificConsumption>(
            200.0, particulars.power, vessel::SpecificConsumption::LoadDependence::none),
        0.05, 3.0, std::vector<std::string>{}, "tests");
}

env::Zone box(std::string name, double south, double north, double west, double east) {
    env::Zone zone{
        std::move(name),
        geo::Region({{geo::Position::degrees(south, west), geo::Position::degrees(south, east),
                      geo::Position::degrees(north, east), geo::Position::degrees(north, west)}},
                    geo::EdgeKind::rhumb_line),
        {},
        {},
        {},
        "test"};
    return zone;
}

std::shared_ptr<env::Environment> with_zone(const plan::PlanRequest& request, env::Zone zone) {
    auto environment = std::make_shared<env::Environment>(*request.environment);
    environment->add(std::move(zone));
    return environment;
}

/// A square island on the straight way, in degrees.
std::shared_ptr<const geo::LandIndex> island(double south, double north, double west, double east) {
    geo::LandPolygon polygon;
    for (double lon = west; lon < east; lon += 0.25) {
        polygon.outer.push_back(geo::Position::degrees(south, lon));
    }
    for (double lon = east; lon > west; lon -= 0.25) {
        polygon.outer.push_back(geo::Position::degrees(north, lon));
    }
    polygon.outer.push_back(geo::Position::degrees(north, west));
    return std::make_shared<geo::LandIndex>(std::vector{polygon}, geo::Projection::polar_north(),
                                            "island");
}

bool has(const std::vector<rules::Finding>& findings, const std::string& code) {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const auto& f) { return f.code == code; });
}

} // namespace

TEST_CASE("plan: open water gives the geodesic with a tight bound and two waypoints", "[plan]") {
    const auto request = open_water_voyage();
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    const auto& route = *result.route();
    const double geodesic_nmi =
        geo::geodesic_distance(request.places[0].position, request.places[1].position)
            .in_nautical_miles();
    CHECK(route.totals.distance.in_nautical_miles() == Approx(geodesic_nmi).epsilon(5e-4));
    CHECK(route.totals.duration.in_hours() == Approx(geodesic_nmi / 12.0).epsilon(5e-4));
    CHECK(route.waypoints.size() <= 4);
    REQUIRE(route.gap().has_value());
    CHECK(*route.gap() >= 0.0);
    CHECK(*route.gap() < 0.03);
    CHECK(route.exact_search);
}

TEST_CASE("plan: a slow zone on the way lowers the bound on fuel below the cheaper miles in it",
          "[plan][bound]") {
    auto request = open_water_voyage();
    request.vessel = cubic_vessel(12.0);
    request.objective.kind = cost::ObjectiveKind::fuel;
    const auto fast = plan::plan(request);
    auto slow = box("slow", 70.0, 80.0, 5.0, 45.0);
    slow.speed_limit = Speed::knots(6.0);
    request.environment = with_zone(request, slow);
    const auto limited = plan::plan(request);
    REQUIRE(fast.route() != nullptr);
    REQUIRE(limited.route() != nullptr);
    REQUIRE(fast.route()->lower_bound.has_value());
    REQUIRE(limited.route()->lower_bound.has_value());
    CHECK(limited.route()->totals.cost < 0.5 * fast.route()->totals.cost);
    CHECK(*limited.route()->lower_bound <= limited.route()->totals.cost);
    CHECK(*limited.route()->lower_bound > 0.5 * limited.route()->totals.cost);
    CHECK(*fast.route()->lower_bound > 0.95 * fast.route()->totals.cost);
}

TEST_CASE("plan: places a stone's throw apart have a bound below their cost", "[plan][bound]") {
    for (const double degrees : {0.0001, 0.001, 0.02, 0.1}) {
        CAPTURE(degrees);
        auto request = open_water_voyage();
        request.places = {{"A", geo::Position::degrees(75.0, 10.0)},
                          {"B", geo::Position::degrees(75.0 + degrees, 10.0)}};
        const auto result = plan::plan(request); // throws where the bound is above
        REQUIRE(result.route() != nullptr);
        REQUIRE(result.route()->lower_bound.has_value());
        CHECK(*result.route()->lower_bound <= result.route()->totals.cost);
    }
}

TEST_CASE("plan: from berth to berth of one shore the ship does not go out to sea",
          "[plan][land]") {
    auto request = open_water_voyage();
    request.land = island(75.0, 76.0, 12.0, 14.0);
    const auto one = geo::Position::degrees(75.50, 11.97);
    const auto other = geo::Position::degrees(75.46, 11.97);
    for (const bool back : {false, true}) {
        request.places = {{"one", back ? other : one}, {"other", back ? one : other}};
        const auto result = plan::plan(request);
        REQUIRE(result.route() != nullptr);
        const auto straight = geo::geodesic_distance(one, other);
        CHECK(result.route()->totals.distance < 1.1 * straight);
        CHECK(result.route()->waypoints.front().name == request.places[0].name);
        CHECK(result.route()->waypoints.back().name == request.places[1].name);
    }
}

TEST_CASE("plan: places between are visited in their order", "[plan]") {
    auto request = open_water_voyage();
    request.places.insert(request.places.begin() + 1, {"via", geo::Position::degrees(78.0, 20.0)});
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    const auto& waypoints = result.route()->waypoints;
    const auto via = std::find_if(waypoints.begin(), waypoints.end(),
                                  [](const auto& w) { return w.name == "via"; });
    REQUIRE(via != waypoints.end());
    CHECK(geo::geodesic_distance(via->position, request.places[1].position).in_metres() < 1.0);
    CHECK(result.place_waypoints ==
          std::vector<std::size_t>{0, static_cast<std::size_t>(via - waypoints.begin()),
                                   waypoints.size() - 1});
    const double both =
        geo::geodesic_distance(request.places[0].position, request.places[1].position)
            .in_nautical_miles() +
        geo::geodesic_distance(request.places[1].position, request.places[2].position)
            .in_nautical_miles();
    CHECK(result.route()->totals.distance.in_nautical_miles() == Approx(both).epsilon(1e-3));
}

TEST_CASE("plan: land is passed at its clearance", "[plan][land]") {
    auto request = open_water_voyage();
    request.grid.cell_km = 12.5;
    request.land = island(74.0, 76.5, 22.0, 28.0);
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    const auto& waypoints = result.route()->waypoints;
    for (std::size_t i = 0; i + 1 < waypoints.size(); ++i) {
        CHECK(request.land->is_clear(waypoints[i].position, waypoints[i + 1].position,
                                     request.clearance_off_land * 0.999));
    }
    CHECK(result.route()->totals.distance >
          geo::geodesic_distance(request.places[0].position, request.places[1].position));
}

TEST_CASE("plan: a prohibited zone is gone around and a wall of it is named", "[plan][zones]") {
    auto request = open_water_voyage();
    const double direct_h = plan::plan(request).route()->totals.duration.in_hours();
    SECTION("a zone with a way round") {
        request.environment = with_zone(request, box("range", 73.0, 77.0, 24.0, 26.0));
        const auto result = plan::plan(request);
        REQUIRE(result.route() != nullptr);
        CHECK(result.route()->totals.duration.in_hours() > direct_h);
        for (const auto& point : result.route()->track) {
            CHECK_FALSE(request.environment->zones().front().area.contains(point.position));
        }
    }
    SECTION("a zone across everything") {
        // A ring around the destination leaves no way in; the grid's edge is no way round.
        request.environment = with_zone(request, box("ring", 73.0, 77.0, 30.0, 50.0));
        const auto result = plan::plan(request);
        REQUIRE(result.no_route() != nullptr);
        const auto& no = *result.no_route();
        REQUIRE_FALSE(no.blocking.empty());
        CHECK(no.blocking.front().severity == rules::Severity::violation);
        CHECK(no.blocking.front().message.find("ring") != std::string::npos);
        REQUIRE(no.farthest.has_value());
        CHECK_FALSE(request.environment->zones().front().area.contains(*no.farthest));
        REQUIRE(no.remedies.size() == 2);
        CHECK(no.remedies.front().find("leave zone 'ring' out") != std::string::npos);
        CHECK(no.remedies.back().find("without the zones") != std::string::npos);
        // Seen from where she stops, a mile or two of cells before the ring.
        REQUIRE(no.account.size() == 1);
        CHECK(no.account.front().find("bearing") != std::string::npos);
        CHECK(no.account.front().find("closed since before she left, and to the end of what is "
                                      "known") != std::string::npos);
        REQUIRE(no.blocking.front().position.has_value());
        CHECK(geo::geodesic_distance(*no.farthest, *no.blocking.front().position).in_kilometres() <
              3.0 * request.grid.cell_km);
        CHECK_FALSE(has(result.findings, "grid.widened"));
    }
}

TEST_CASE("plan: what opens later is told with its time", "[plan][zones]") {
    auto request = open_water_voyage();
    auto zone = box("firing", 73.0, 77.0, 30.0, 50.0);
    zone.until = request.departure + Duration::hours(20.0 * 24.0);
    request.environment = with_zone(request, std::move(zone));
    request.may_wait = false;
    const auto result = plan::plan(request);
    REQUIRE(result.no_route() != nullptr);
    REQUIRE_FALSE(result.no_route()->account.empty());
    CHECK(result.no_route()->account.front().find("open again from 21 Jan") != std::string::npos);
}

TEST_CASE("plan: data that lie under a number are said to be used nowhere", "[plan]") {
    auto request = open_water_voyage();
    std::vector<rules::Finding> findings;
    plan::note_hidden_layers(*request.environment, findings);
    CHECK(findings.empty());
    auto environment = *request.environment;
    environment.add({env::Variable::sea_ice_concentration, nullptr, 0.9, nullptr, "0.9"});
    plan::note_hidden_layers(environment, findings);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().severity == rules::Severity::caution);
    CHECK(
        findings.front().message ==
        "sea_ice_concentration: the number 0.9 lies on top of 0, which is therefore used nowhere");
}

TEST_CASE("plan: a way round outside the usual grid is found and said", "[plan][grid]") {
    auto request = open_water_voyage();
    request.land = island(67.5, 84.5, 24.0, 26.0);
    SECTION("by a wider grid") {
        const auto result = plan::plan(request);
        REQUIRE(result.route() != nullptr);
        CHECK(has(result.findings, "grid.widened"));
        CHECK(result.provenance.grid.find(
                  plan::make_planning_grid(request.grid, request.places).describe()) ==
              std::string::npos);
    }
    SECTION("in vain, if the ways round are closed") {
        request.environment = with_zone(request, box("south", 50.0, 68.0, 20.0, 30.0));
        for (const double west : {-180.0, -90.0, 0.0, 90.0}) {
            request.environment = with_zone(request, box("north", 84.0, 89.8, west, west + 90.5));
        }
        const auto result = plan::plan(request);
        REQUIRE(result.no_route() != nullptr);
        const auto widened =
            std::find_if(result.findings.begin(), result.findings.end(),
                         [](const auto& finding) { return finding.code == "grid.widened"; });
        REQUIRE(widened != result.findings.end());
        CHECK(widened->message.find("without finding one") != std::string::npos);
        // The answer is of the first grid.
        CHECK(result.provenance.grid.find(
                  plan::make_planning_grid(request.grid, request.places).describe()) !=
              std::string::npos);
        REQUIRE(result.no_route()->farthest.has_value());
    }
    SECTION("not where the margin is given") {
        request.grid.margin_km = 600.0;
        const auto result = plan::plan(request);
        REQUIRE(result.no_route() != nullptr);
        const auto& remedies = result.no_route()->remedies;
        CHECK(std::any_of(remedies.begin(), remedies.end(), [](const std::string& remedy) {
            return remedy.find("--margin") != std::string::npos;
        }));
    }
}

TEST_CASE("plan: a route along the edge of the grid says so", "[plan][grid]") {
    auto request = open_water_voyage();
    CHECK_FALSE(has(plan::plan(request).findings, "grid.edge"));
    request.grid.margin_km = 30.0;
    CHECK(has(plan::plan(request).findings, "grid.edge"));
}

TEST_CASE("plan: a zone that cannot matter is remarked", "[plan][zones]") {
    auto request = open_water_voyage();
    const auto remark = [&](env::Zone zone) {
        request.environment = with_zone(open_water_voyage(), std::move(zone));
        for (const auto& finding : plan::plan(request).findings) {
            if (finding.code == "zone.without_effect") {
                return finding.message;
            }
        }
        return std::string();
    };
    const auto here = box("here", 74.0, 76.0, 20.0, 21.0);
    CHECK(remark(here).empty());
    CHECK(remark(box("swapped", 20.0, 21.0, 74.0, 76.0)).find("the right way round") !=
          std::string::npos);
    auto past = here;
    past.until = request.departure + Duration::hours(-24.0);
    CHECK(remark(past).find("before the departure") != std::string::npos);
    auto future = here;
    future.from = request.departure + Duration::hours(24.0 * 365.0);
    CHECK(remark(future).find("after the arrival") != std::string::npos);
    CHECK(remark(box("all of it", 60.0, 89.0, -170.0, 0.0)).empty());
}

TEST_CASE("plan: unknown ice is named with what makes it known", "[plan]") {
    env::Conditions conditions;
    conditions.concentration = env::Sample::none(env::Quality::missing);
    CHECK(plan::remedy_for_unknown(conditions).find("--fill-coast-cells") != std::string::npos);
    conditions.concentration = env::Sample::none(env::Quality::outside_area);
    CHECK(plan::remedy_for_unknown(conditions).find("another --layer") != std::string::npos);
    conditions.concentration = env::Sample::none(env::Quality::pole_hole);
    CHECK(plan::remedy_for_unknown(conditions).find("--fill-pole-hole") != std::string::npos);
    conditions.concentration = {0.5, env::Quality::ok};
    conditions.thickness = env::Sample::none(env::Quality::outside_time);
    const auto thickness = plan::remedy_for_unknown(conditions);
    CHECK(thickness.find("thickness") != std::string::npos);
    CHECK(thickness.find("--beyond-data") != std::string::npos);
}

TEST_CASE(
    "plan: what lies between the points a cell is judged by is found by the check of the line",
    "[plan][zones]") {
    // 0.9 km wide and 330 km long, athwart the way: most of its cells look open.
    auto request = open_water_voyage();
    request.with_lower_bound = false;
    request.environment = with_zone(request, box("sliver", 73.5, 76.5, 25.0, 25.03));
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    CHECK(has(result.findings, "search.repaired"));
    CHECK_FALSE(has(result.findings, "zone.prohibited"));
    const auto by_way_of = [&](double latitude_deg) {
        const auto tip = geo::Position::degrees(latitude_deg, 25.015);
        return geo::geodesic_distance(request.places[0].position, tip) +
               geo::geodesic_distance(tip, request.places[1].position);
    };
    CHECK(result.route()->totals.distance > std::min(by_way_of(73.5), by_way_of(76.5)) * 0.9999);
}

TEST_CASE("plan: the way between a place and the grid is measured on the earth", "[plan]") {
    // Along a row of cells where a metre of earth is 1.14 of the plane, from half way between two
    // centres to half way between two others.
    auto request = open_water_voyage();
    const auto plane = geo::Projection::polar_north();
    request.places = {{"A", plane.inverse({-50e3, -5'012.5e3}).value()},
                      {"B", plane.inverse({50e3, -5'012.5e3}).value()}};
    request.objective.kind = cost::ObjectiveKind::distance;
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    const auto geodesic =
        geo::geodesic_distance(request.places[0].position, request.places[1].position);
    CHECK(result.route()->graph_cost == Approx(geodesic.in_nautical_miles()).epsilon(2e-3));
    request.objective.kind = cost::ObjectiveKind::time;
    CHECK(plan::plan(request).route()->graph_cost ==
          Approx(geodesic.in_nautical_miles() / 12.0).epsilon(2e-3));
}

TEST_CASE("plan: bad requests are refused in one sentence", "[plan][bad_input]") {
    auto request = open_water_voyage();
    SECTION("start equal to end") {
        request.places[1] = request.places[0];
        CHECK_THROWS_WITH(plan::plan(request), Catch::Contains("same place"));
    }
    SECTION("one place") {
        request.places.pop_back();
        CHECK_THROWS_WITH(plan::plan(request), Catch::Contains("two places"));
    }
    SECTION("neighbours") {
        request.grid.neighbours = 12;
        CHECK_THROWS_WITH(plan::plan(request), Catch::Contains("12"));
    }
    SECTION("both sides of the equator") {
        request.places[1].position = geo::Position::degrees(-60.0, 10.0);
        CHECK_THROWS_WITH(plan::plan(request), Catch::Contains("equator"));
    }
    SECTION("on land far from water") {
        request.land = island(70.0, 80.0, 30.0, 50.0);
        CHECK_THROWS_WITH(plan::plan(request),
                          Catch::Contains("B at") && Catch::Contains("is on land"));
    }
    SECTION("projection that is not conformal") {
        request.grid.crs = "EPSG:6931";
        CHECK_THROWS_WITH(plan::plan(request), Catch::Contains("not conformal"));
    }
}

TEST_CASE("plan: a berth just on land is moved to the water beside it and said so",
          "[plan][land]") {
    auto request = open_water_voyage();
    request.land = island(74.5, 75.01, 38.0, 42.0);
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    CHECK(has(result.findings, "place.moved"));
    CHECK_FALSE(request.land->is_land(result.route()->waypoints.back().position));
    CHECK(geo::geodesic_distance(result.route()->waypoints.back().position,
                                 request.places[1].position)
              .in_kilometres() < 5.0);
}

TEST_CASE("plan: a berth inside a fjord narrower than a cell is reached", "[plan][land]") {
    auto request = open_water_voyage();
    // A block of land with a slit 3 km wide and 60 km long that ends at the destination.
    geo::LandPolygon block;
    const auto ring = {std::pair{74.0, 36.0}, {75.015, 36.0},    {75.015, 40.1},
                       {74.985, 40.1},        {74.985, 36.0001}, {73.5, 36.0001},
                       {73.5, 46.0},          {76.5, 46.0},      {76.5, 36.0}};
    for (const auto& [lat, lon] : ring) {
        block.outer.push_back(geo::Position::degrees(lat, lon));
    }
    // The slit runs between the two parts of the outline: open to the west.
    geo::LandPolygon north;
    north.outer = {geo::Position::degrees(75.015, 36.0), geo::Position::degrees(75.015, 40.1),
                   geo::Position::degrees(75.015, 46.0), geo::Position::degrees(76.5, 46.0),
                   geo::Position::degrees(76.5, 36.0)};
    geo::LandPolygon south;
    south.outer = {geo::Position::degrees(73.5, 36.0), geo::Position::degrees(73.5, 46.0),
                   geo::Position::degrees(74.985, 46.0), geo::Position::degrees(74.985, 40.1),
                   geo::Position::degrees(74.985, 36.0)};
    request.land = std::make_shared<geo::LandIndex>(std::vector{north, south},
                                                    geo::Projection::polar_north(), "slit");
    request.places[1].position = geo::Position::degrees(75.0, 38.0);
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    CHECK(has(result.findings, "place.approach"));
    const auto& waypoints = result.route()->waypoints;
    for (std::size_t i = 0; i + 1 < waypoints.size(); ++i) {
        CHECK_FALSE(request.land->first_crossing(waypoints[i].position, waypoints[i + 1].position));
    }
    // The check of that line says the same of the land beside it.
    const auto close_to_land = [](const std::vector<rules::Finding>& findings) {
        std::vector<std::string> said;
        for (const auto& finding : findings) {
            if (finding.code == "land.close") {
                said.push_back(finding.message);
            }
        }
        return said;
    };
    route::EvaluationRequest again;
    again.waypoints = waypoints;
    again.departure = request.departure;
    again.mode = route::EvaluationMode::report;
    again.clearance_off_land = request.clearance_off_land;
    const cost::TransitModel model(*request.vessel, *request.rules);
    const auto checked = route::evaluate(*request.environment, model, request.land.get(), again);
    CHECK_FALSE(close_to_land(checked.findings).empty());
    CHECK(close_to_land(result.findings) == close_to_land(checked.findings));
}

TEST_CASE("plan: the objective decides and its cost is in its unit", "[plan][objective]") {
    auto request = open_water_voyage();
    for (const auto kind :
         {cost::ObjectiveKind::time, cost::ObjectiveKind::distance, cost::ObjectiveKind::fuel,
          cost::ObjectiveKind::co2, cost::ObjectiveKind::risk, cost::ObjectiveKind::money}) {
        CAPTURE(cost::name(kind));
        request.objective.kind = kind;
        request.objective.prices = {100.0, 500.0, 10.0, 20.0};
        const auto result = plan::plan(request);
        REQUIRE(result.route() != nullptr);
        const auto& totals = result.route()->totals;
        const double expected = kind == cost::ObjectiveKind::time ? totals.duration.in_hours()
                                : kind == cost::ObjectiveKind::distance
                                    ? totals.distance.in_nautical_miles()
                                : kind == cost::ObjectiveKind::fuel ? totals.fuel_t
                                : kind == cost::ObjectiveKind::co2  ? totals.co2_t
                                : kind == cost::ObjectiveKind::risk ? totals.risk
                                                                    : totals.money;
        CHECK(totals.cost == Approx(expected).epsilon(1e-6).margin(1e-9));
    }
}

namespace {

/// A belt of all latitudes of the grid, closed between two times in hours after departure.
env::Zone belt(const plan::PlanRequest& request, double west, double east,
               std::optional<double> from_h, double until_h) {
    auto zone = box("belt", 60.0, 86.0, west, east);
    if (from_h) {
        zone.from = request.departure + Duration::hours(*from_h);
    }
    zone.until = request.departure + Duration::hours(until_h);
    return zone;
}

} // namespace

TEST_CASE("plan: a ship that would be caught on the way holds back before it", "[plan]") {
    // At 12 kn she comes to 22 E after 15.5 h and to 27 E after 21.2 h. The belt beyond 27 E opens
    // after 30 h; the one before it closes around her at 20.5 h and opens at 30 h too. The grid
    // leaves no way round, and none so long that she would find the belts closed when she comes.
    auto request = open_water_voyage();
    request.grid.bounds = plan::GridOptions::Bounds{1300.0, -1200.0, 1660.0, 100.0};
    request.environment = with_zone(request, belt(request, 22.0, 27.0, 20.5, 30.0));
    request.environment = with_zone(request, belt(request, 27.0, 30.0, std::nullopt, 30.0));
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    const auto& route = *result.route();
    CHECK(route.exact_search);
    CHECK_FALSE(has(result.findings, "search.not_exact"));
    CHECK_FALSE(has(result.findings, "search.repaired"));
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
    CHECK(has(shortest.findings, "search.not_exact"));
    CHECK(shortest.route()->graph_cost ==
          Approx(shortest.route()->totals.distance.in_nautical_miles()).epsilon(0.03));

    request.objective.kind = cost::ObjectiveKind::time;
    request.may_wait = false;
    const auto hasty = plan::plan(request);
    REQUIRE(hasty.no_route() != nullptr);
    CHECK(has(hasty.findings, "search.not_exact"));
}

TEST_CASE("plan: a ship that would be caught outside the port leaves later", "[plan]") {
    // Her own waters close from 2 to 30 h, and what lies before them is closed until 30 h.
    auto request = open_water_voyage();
    request.environment = with_zone(request, belt(request, 5.0, 13.0, 2.0, 30.0));
    request.environment = with_zone(request, belt(request, 13.0, 16.0, std::nullopt, 30.0));
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    const auto& route = *result.route();
    CHECK(route.exact_search);
    CHECK_FALSE(has(result.findings, "search.repaired"));
    REQUIRE_FALSE(route.waits.empty());
    CHECK(geo::geodesic_distance(route.waits.front().position, request.places[0].position)
              .in_metres() < 1.0);
    const double way_h =
        geo::geodesic_distance(request.places[0].position, request.places[1].position)
            .in_nautical_miles() /
        12.0;
    CHECK(route.totals.duration.in_hours() == Approx(30.0 + way_h).epsilon(0.01));
}

TEST_CASE("plan: a leg that the request draws is sailed as drawn", "[plan]") {
    auto request = open_water_voyage();
    request.places.insert(request.places.begin() + 1, {"via", geo::Position::degrees(75.0, 25.0)});
    request.places[2].arrive_by = geo::EdgeKind::rhumb_line;
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    const auto& route = *result.route();
    REQUIRE(result.place_waypoints.size() == 3);
    CHECK(result.place_waypoints[2] == result.place_waypoints[1] + 1);
    CHECK(route.waypoints.back().arrive_by == geo::EdgeKind::rhumb_line);
    const auto along_parallel =
        geo::rhumb_inverse(request.places[1].position, request.places[2].position);
    CHECK(route.legs.back().distance.in_metres() ==
          Approx(along_parallel.distance.in_metres()).epsilon(1e-5));
    // The way to the first place is found: the geodesic.
    Length found;
    for (std::size_t i = 0; i < result.place_waypoints[1]; ++i) {
        found += route.legs[i].distance;
    }
    const auto straight =
        geo::geodesic_distance(request.places[0].position, request.places[1].position);
    CHECK(found.in_metres() == Approx(straight.in_metres()).epsilon(5e-4));
    REQUIRE(route.lower_bound);
    CHECK(*route.lower_bound <= route.totals.cost);
}

TEST_CASE("plan: a leg keeps the ship's own limit", "[plan]") {
    auto request = open_water_voyage();
    request.places.insert(request.places.begin() + 1, {"via", geo::Position::degrees(75.0, 25.0)});
    const auto free = plan::plan(request);
    request.places[2].speed_limit = Speed::knots(6.0);
    const auto limited = plan::plan(request);
    REQUIRE(free.route() != nullptr);
    REQUIRE(limited.route() != nullptr);
    const double half_h = free.route()->totals.duration.in_hours() / 2.0;
    CHECK(limited.route()->totals.duration.in_hours() == Approx(3.0 * half_h).epsilon(2e-3));
    REQUIRE(limited.route()->lower_bound);
    CHECK(*limited.route()->lower_bound <= limited.route()->totals.cost);

    request.places[2].arrive_by = geo::EdgeKind::geodesic;
    const auto drawn = plan::plan(request);
    REQUIRE(drawn.route() != nullptr);
    CHECK(drawn.route()->totals.duration.in_hours() == Approx(3.0 * half_h).epsilon(2e-3));
}

TEST_CASE("plan: under a limit of her own no bound is claimed for fuel", "[plan]") {
    auto request = open_water_voyage();
    request.vessel = cubic_vessel(12.0);
    request.objective.kind = cost::ObjectiveKind::fuel;
    request.places[1].speed_limit = Speed::knots(6.0);
    const auto result = plan::plan(request);
    REQUIRE(result.route() != nullptr);
    CHECK_FALSE(result.route()->lower_bound);
    CHECK(std::any_of(result.findings.begin(), result.findings.end(),
                      [](const auto& finding) { return finding.code == "bound.none"; }));
}

TEST_CASE("plan: a drawn leg that may not be sailed is a lawful no, and names itself", "[plan]") {
    auto request = open_water_voyage();
    auto environment = std::make_shared<env::Environment>(*request.environment);
    environment->add(box("range", 74.5, 75.5, 20.0, 30.0));
    request.environment = environment;
    request.places[1].arrive_by = geo::EdgeKind::rhumb_line;
    const auto result = plan::plan(request);
    REQUIRE(result.no_route() != nullptr);
    CHECK_THAT(result.no_route()->reason,
               Catch::Contains("the rhumb line drawn from A to B cannot be sailed") &&
                   Catch::Contains("range"));
    REQUIRE(result.no_route()->farthest);
    CHECK(result.no_route()->farthest->longitude_deg() == Approx(20.0).margin(0.05));
    REQUIRE_FALSE(result.no_route()->remedies.empty());

    request.places[1].arrive_by.reset();
    CHECK(plan::plan(request).route() != nullptr);
}

TEST_CASE("plan: a limit below what the ship needs to steer is refused", "[plan]") {
    auto request = open_water_voyage();
    request.places[1].speed_limit = Speed::knots(request.vessel->least_speed_kn() / 2.0);
    CHECK_THROWS_WITH(plan::plan(request), Catch::Contains("kn on the way to B is less than"));
}
