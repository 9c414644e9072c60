// SPDX-License-Identifier: Apache-2.0
// The known answers through everything that lies between a transit field and a judged route:
// graph search, refinement, evaluation; and refinement alone from a crude track.
#include "core/graph/land_safe_arcs.hpp"
#include "core/route/evaluation.hpp"
#include "core/route/refinement.hpp"
#include "core/search/time_dependent.hpp"
#include "tests/support/oracle_scenarios.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numbers>

using namespace fairlead;
using test::OracleScenario;

namespace {

double seconds_of(Instant instant) {
    return static_cast<double>(instant.time_since_epoch().count());
}

std::vector<const env::Zone*> zones_at(const env::Environment& environment,
                                       const geo::Position& place, double time_s) {
    std::vector<const env::Zone*> zones;
    for (const auto& zone : environment.zones()) {
        if (zone.in_force(time_s) && zone.area.contains(place)) {
            zones.push_back(&zone);
        }
    }
    return zones;
}

/// What the scenario's ship makes of its sea, cell by cell; steps where zones begin and end.
cost::TransitField compiled(const OracleScenario& scenario) {
    const auto projection = geo::Projection::polar_north();
    const cost::TransitModel model(*scenario.vessel, *scenario.rules);
    const double slowest_mps = 1.0;
    cost::TransitField field;
    field.grid = scenario.grid;
    field.slowness_unit_s_per_m = 1.0 / (slowest_mps * 65'000.0);
    field.open_after_last = true;
    field.current_unit_mps = 1e-4;
    std::vector<std::pair<double, double>> times{{seconds_of(scenario.departure), 0.0}};
    for (const auto& zone : scenario.environment->zones()) {
        times.push_back({seconds_of(zone.until.value()), -1.0});
        times.push_back({seconds_of(zone.until.value()), 0.0});
    }
    const bool has_current = scenario.environment->has(env::Variable::eastward_current);
    for (const auto& [time_s, look_s] : times) {
        field.slice_time_s.push_back(time_s);
        for (std::uint32_t i = 0; i < field.grid.cell_count(); ++i) {
            const auto place = projection.inverse(field.grid.centre(i)).value();
            const auto conditions = scenario.environment->conditions(place, time_s + look_s);
            const auto zones = zones_at(*scenario.environment, place, time_s + look_s);
            const auto transit = model.transit(conditions, zones);
            const double scale = projection.scale_factor(place);
            field.slowness.push_back(transit.allowed
                                         ? static_cast<std::uint16_t>(std::lround(
                                               1.0 / (transit.speed_kn * mps_per_knot * scale *
                                                      field.slowness_unit_s_per_m)))
                                         : cost::TransitField::closed);
            if (has_current) {
                const double north =
                    projection.north_direction(place).in_degrees() * std::numbers::pi / 180.0;
                const double east_mps = conditions.current_east.value * scale;
                const double north_mps = conditions.current_north.value * scale;
                field.current_x.push_back(static_cast<std::int16_t>(
                    std::lround((east_mps * std::cos(north) + north_mps * std::sin(north)) /
                                field.current_unit_mps)));
                field.current_y.push_back(static_cast<std::int16_t>(
                    std::lround((north_mps * std::cos(north) - east_mps * std::sin(north)) /
                                field.current_unit_mps)));
            }
        }
    }
    return field;
}

/// Hours from the places of a refined path of the plane, judged in the environment.
double judged_h(const OracleScenario& scenario, const cost::TransitField& field,
                const std::vector<geo::PlanePoint>& path) {
    const auto refined = route::refine(field, path, seconds_of(scenario.departure), {});
    REQUIRE(refined.measured);
    const auto projection = geo::Projection::polar_north();
    std::vector<route::Waypoint> waypoints;
    for (const auto& point : refined.points) {
        waypoints.push_back({projection.inverse(point).value(), ""});
    }
    waypoints.front().position = scenario.from;
    waypoints.back().position = scenario.to;
    const cost::TransitModel model(*scenario.vessel, *scenario.rules);
    route::EvaluationRequest request;
    request.waypoints = waypoints;
    request.departure = scenario.departure;
    const auto evaluation = route::evaluate(*scenario.environment, model, nullptr, request);
    CHECK(evaluation.feasible);
    return evaluation.route.totals.duration.in_hours();
}

std::vector<geo::PlanePoint> crude_path(const OracleScenario& scenario) {
    std::vector<geo::PlanePoint> path;
    for (const auto& place : scenario.crude) {
        path.push_back(geo::Projection::polar_north().forward(place).value());
    }
    return path;
}

/// Cell centres of the graph's best path, with the places themselves at its ends.
std::vector<geo::PlanePoint> searched_path(const OracleScenario& scenario,
                                           const cost::TransitField& field) {
    const graph::GridGraph graph(field.grid, 16, graph::open_sea_arcs(field.grid, 16));
    const auto projection = geo::Projection::polar_north();
    const auto from = projection.forward(scenario.from).value();
    const auto to = projection.forward(scenario.to).value();
    const search::Source source{field.grid.index(field.grid.cell_at(from).value()),
                                seconds_of(scenario.departure), 0.0};
    const search::Target target{field.grid.index(field.grid.cell_at(to).value()), 0.0, 0.0};
    search::TimeDependentSearch search;
    const auto found = search.run(graph, field, search::bounds_of(field), std::span(&source, 1),
                                  std::span(&target, 1));
    REQUIRE(found.path);
    std::vector<geo::PlanePoint> path{from};
    // The cells of the ends are left out: the places lie somewhere in them.
    for (std::size_t i = 1; i + 1 < found.path->vertices.size(); ++i) {
        path.push_back(field.grid.centre(found.path->vertices[i]));
    }
    path.push_back(to);
    return path;
}

void check_answer(const OracleScenario& scenario, double hours) {
    INFO(scenario.name << ": " << hours << " h, exact " << scenario.expected_h << " h, "
                       << 100.0 * (hours / scenario.expected_h - 1.0) << " %");
    CHECK(hours == Approx(scenario.expected_h).epsilon(scenario.tolerance));
    // No voyage beats the best one: what is left is the error of the raster and of the integral.
    CHECK(hours > scenario.expected_h * (1.0 - 2e-4));
}

} // namespace

TEST_CASE("oracles: the refraction angle costs 18.630101 h", "[route][oracle]") {
    CHECK(test::refraction_at_ice_edge().expected_h == Approx(18.630101).margin(1e-6));
}

TEST_CASE("oracles: refinement finds the best way from a crude one", "[route][oracle]") {
    for (const auto& scenario : test::closed_form_oracles()) {
        check_answer(scenario, judged_h(scenario, compiled(scenario), crude_path(scenario)));
    }
}

TEST_CASE("oracles: search and refinement find the best way", "[route][oracle]") {
    for (const auto& scenario : test::closed_form_oracles()) {
        const auto field = compiled(scenario);
        check_answer(scenario, judged_h(scenario, field, searched_path(scenario, field)));
    }
}

TEST_CASE("oracles: turned about the pole a voyage costs the same", "[route][oracle]") {
    const auto hours = [](double longitude_deg) {
        const auto scenario = test::turned_hill(longitude_deg);
        const auto field = compiled(scenario);
        return judged_h(scenario, field, searched_path(scenario, field));
    };
    const double unturned_h = hours(0.0);
    for (const double longitude_deg : {37.0, 90.0, 180.0}) {
        CHECK(hours(longitude_deg) == Approx(unturned_h).epsilon(1e-3));
    }
}
