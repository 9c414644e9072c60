// SPDX-License-Identifier: Apache-2.0
#include "core/route/evaluation.hpp"

#include "core/base/error.hpp"
#include "core/env/projected_grid.hpp"
#include "core/geo/geodesic.hpp"
#include "tests/support/oracle_scenarios.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

using namespace fairlead;
using geo::Position;
using route::evaluate;
using route::EvaluationMode;
using route::EvaluationRequest;
using route::Waypoint;

namespace {

/// A sea made of layers, the ship of the oracles and what a voyage through it comes to.
struct Voyage {
    env::Environment environment;
    std::shared_ptr<const vessel::Vessel> ship = test::constant_speed_vessel(10.0);
    std::shared_ptr<const rules::RuleSet> rules = test::zones_only();
    std::vector<Waypoint> waypoints;
    EvaluationRequest request;

    explicit Voyage(const std::vector<Position>& places) {
        for (const Position& place : places) {
            waypoints.push_back({place, ""});
        }
        request.departure = parse_instant("2018-07-15T00:00Z");
    }
    explicit Voyage(const test::OracleScenario& scenario, const std::vector<Position>& places)
        : environment(*scenario.environment), ship(scenario.vessel), rules(scenario.rules) {
        for (const Position& place : places) {
            waypoints.push_back({place, ""});
        }
        request.departure = scenario.departure;
    }

    void add_constant(env::Variable variable, double value) {
        env::Layer layer;
        layer.variable = variable;
        layer.constant = value;
        layer.label = "constant";
        environment.add(std::move(layer));
    }

    /// Values of the plane of EPSG:3413, one slice per time; no time: valid always.
    void add_field(env::Variable variable, const env::RasterGeometry& raster,
                   const std::vector<Instant>& times,
                   const std::function<double(geo::PlanePoint, std::size_t slice)>& value) {
        const auto grid = std::make_shared<env::ProjectedGrid>(geo::Projection::polar_north(),
                                                               raster, "EPSG:3413");
        const auto loader = [=](std::size_t slice_index) {
            env::FieldSlice slice;
            for (std::uint32_t row = 0; row < raster.rows; ++row) {
                for (std::uint32_t column = 0; column < raster.columns; ++column) {
                    slice.value.push_back(static_cast<float>(
                        value({raster.left_m + (column + 0.5) * raster.cell_width_m,
                               raster.top_m - (row + 0.5) * raster.cell_height_m},
                              slice_index)));
                    slice.quality.push_back(env::Quality::ok);
                }
            }
            return slice;
        };
        env::Layer layer;
        layer.variable = variable;
        layer.label = "formula";
        if (times.empty()) {
            layer.field = env::Field::make_static(variable, grid, "formula", loader);
        } else {
            std::vector<env::SliceInfo> slices;
            for (const Instant time : times) {
                slices.push_back({time, time, time, "formula"});
            }
            layer.field = std::make_shared<env::Field>(
                variable, grid, slices, loader,
                env::StepLimits{Duration::hours(1000.0), Duration::hours(1000.0)});
        }
        environment.add(std::move(layer));
    }

    route::Evaluation sail(const geo::LandIndex* land = nullptr) {
        request.waypoints = waypoints;
        const cost::TransitModel model(*ship, *rules);
        return evaluate(environment, model, land, request);
    }
};

Voyage open_water(const std::vector<Position>& places) {
    Voyage voyage(places);
    voyage.add_constant(env::Variable::sea_ice_concentration, 0.0);
    return voyage;
}

Position at(double latitude_deg, double longitude_deg) {
    return Position::degrees(latitude_deg, longitude_deg);
}

/// Places on the meridian 45 W, `step_nmi` apart from 72 N on.
Position north_of_72(double distance_nmi) {
    return geo::geodesic_direct(at(72.0, -45.0), geo::Bearing::degrees(0.0),
                                Length::nautical_miles(distance_nmi));
}

/// Between two distances of that meridian, 10 degrees to either side.
env::Zone belt(double from_nmi, double to_nmi) {
    std::vector<Position> ring;
    for (double off = -10.0; off <= 10.0; off += 1.0) {
        ring.push_back(at(north_of_72(from_nmi).latitude_deg(), -45.0 + off));
    }
    for (double off = 10.0; off >= -10.0; off -= 1.0) {
        ring.push_back(at(north_of_72(to_nmi).latitude_deg(), -45.0 + off));
    }
    return {"belt", geo::Region({ring}), std::nullopt, std::nullopt, std::nullopt, "tests"};
}

/// An island on that meridian, 5 nmi from south to north and 3 degrees wide.
geo::LandIndex island_at(double from_nmi) {
    const double low = north_of_72(from_nmi).latitude_deg();
    const double high = north_of_72(from_nmi + 5.0).latitude_deg();
    const std::vector<geo::LandPolygon> land{
        {{at(low, -46.5), at(low, -45.0), at(low, -43.5), at(high, -43.5), at(high, -46.5)}, {}}};
    return {land, geo::Projection::polar_north(), "test island"};
}

const rules::Finding* find(const route::Evaluation& evaluation, const std::string& code) {
    const auto found = std::find_if(evaluation.findings.begin(), evaluation.findings.end(),
                                    [&](const auto& finding) { return finding.code == code; });
    return found == evaluation.findings.end() ? nullptr : &*found;
}

void check_whole(const route::Evaluation& evaluation) {
    const route::Route& route = evaluation.route;
    REQUIRE(route.waypoints.size() == route.legs.size() + 1);
    double fuel_t = 0.0;
    Length distance;
    for (const route::Leg& leg : route.legs) {
        fuel_t += leg.fuel_t;
        distance += leg.distance;
    }
    CHECK(fuel_t == Approx(route.totals.fuel_t).margin(1e-9));
    CHECK(distance.in_metres() == Approx(route.totals.distance.in_metres()).margin(1e-6));
    CHECK(std::abs(between(route.departure, route.arrival).in_seconds() -
                   route.totals.duration.in_seconds()) <= 1.0);
    for (std::size_t i = 1; i < route.track.size(); ++i) {
        CHECK(route.track[i].time >= route.track[i - 1].time);
        CHECK(route.track[i].distance_nmi - route.track[i - 1].distance_nmi <= 10.0 / 1.852);
    }
}

} // namespace

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
