// SPDX-License-Identifier: Apache-2.0
#include "core/plan/compile.hpp"

#include "core/geo/geodesic.hpp"
#include "tests/support/formula_layer.hpp"
#include "tests/support/oracle_scenarios.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

using namespace fairlead;

namespace {

constexpr double ship_kn = 12.0;
const Instant start = parse_instant("2018-07-15T00:00Z");

double seconds(Instant instant) {
    return static_cast<double>(instant.time_since_epoch().count());
}

/// Cells of 25 km between bounds of the plane [km].
plan::PlanningGrid grid_of(const plan::GridOptions::Bounds& bounds) {
    plan::GridOptions options;
    options.cell_km = 25.0;
    options.bounds = bounds;
    const auto middle = geo::Projection::polar_north()
                            .inverse({500.0 * (bounds.left_km + bounds.right_km),
                                      500.0 * (bounds.bottom_km + bounds.top_km)})
                            .value();
    return plan::make_planning_grid(options, std::vector<plan::Place>{{"middle", middle}});
}

struct Sea {
    /// Off Baffin Bay, where north lies 30 degrees off the y axis of the plane.
    plan::PlanningGrid grid = grid_of({-1000.0, -1500.0, -500.0, -1000.0});
    env::Environment environment;
    std::shared_ptr<const vessel::Vessel> ship = test::constant_speed_vessel(ship_kn);
    rules::RuleSet::Options rules;

    Sea() { environment.add(test::constant_layer(env::Variable::sea_ice_concentration, 0.0)); }
    cost::TransitField compiled() const {
        const rules::RuleSet rule_set(rules);
        const cost::TransitModel model(*ship, rule_set);
        std::vector<std::uint32_t> cells(grid.geometry.cell_count());
        std::iota(cells.begin(), cells.end(), 0U);
        return plan::compile_transit_field({environment,
                                            model,
                                            {},
                                            grid,
                                            cells,
                                            seconds(start),
                                            seconds(start + Duration::hours(48.0))})
            .field;
    }
    /// Speed over true ground that a code stands for; 0: closed.
    double speed_kn(const cost::TransitField& field, std::size_t slice, std::uint32_t cell) const {
        const auto code = field.slice(slice)[cell];
        return code == cost::TransitField::closed
                   ? 0.0
                   : 1.0 / (code * field.slowness_unit_s_per_m * mps_per_knot *
                            grid.plane.scale_factor(grid.centres[cell]));
    }
    std::uint32_t cell_of(const geo::Position& place) const {
        return grid.geometry.index(
            grid.geometry.cell_at(grid.plane.forward(place).value()).value());
    }
};

env::Zone zone_of(std::vector<geo::Position> ring,
                  geo::EdgeKind edges = geo::EdgeKind::rhumb_line) {
    return {"zone", geo::Region({std::move(ring)}, edges), {}, {}, {}, "tests"};
}

} // namespace

TEST_CASE("compile: codes are speeds over true ground in every cell", "[plan][compile]") {
    const Sea sea;
    const auto field = sea.compiled();
    REQUIRE(field.slice_count() == 1);
    CHECK(field.open_after_last);
    for (std::uint32_t cell = 0; cell < field.grid.cell_count(); ++cell) {
        CHECK(sea.speed_kn(field, 0, cell) == Approx(ship_kn).epsilon(2e-3));
    }
}

TEST_CASE("compile: a current flows in the plane where it flows on earth", "[plan][compile]") {
    Sea sea;
    const double east_mps = 0.5;
    const double north_mps = 0.2;
    sea.environment.add(test::constant_layer(env::Variable::eastward_current, east_mps));
    sea.environment.add(test::constant_layer(env::Variable::northward_current, north_mps));
    const auto field = sea.compiled();
    const double towards_deg = std::atan2(east_mps, north_mps) * 180.0 / std::numbers::pi;
    constexpr double hour_s = 3600.0;
    const auto drift = Length::metres(std::hypot(east_mps, north_mps) * hour_s);
    for (std::uint32_t cell = 0; cell < field.grid.cell_count(); cell += 7) {
        const auto here = field.grid.centre(cell);
        const auto there =
            sea.grid.plane
                .forward(geo::geodesic_direct(sea.grid.centres[cell],
                                              geo::Bearing::degrees(towards_deg), drift))
                .value();
        // The step of the code is 2e-4 m/s; the drift of an hour bends by less.
        CHECK(field.current_x[cell] * field.current_unit_mps ==
              Approx((there.x_m - here.x_m) / hour_s).margin(3e-4));
        CHECK(field.current_y[cell] * field.current_unit_mps ==
              Approx((there.y_m - here.y_m) / hour_s).margin(3e-4));
    }
}

TEST_CASE("compile: depth closes cells, or limits speed by squat", "[plan][compile]") {
    Sea sea;
    const rules::UnderKeelClearance rule;
    sea.rules.under_keel_clearance = rule;
    const auto& particulars = sea.ship->particulars();
    const double draught_m = particulars.draught.in_metres();
    const auto in_depth_kn = [&](double depth_m) {
        auto here = sea;
        here.environment.add(test::constant_layer(env::Variable::sea_floor_depth, depth_m));
        return here.speed_kn(here.compiled(), 0, 0);
    };
    CHECK(in_depth_kn(draught_m - 1.0) == 0.0);
    CHECK(in_depth_kn(draught_m + 1.9) == 0.0); // 2 m are required
    const double shallow_m = draught_m + 2.2;
    const auto limit_kn = rule.greatest_speed_kn(particulars, shallow_m);
    REQUIRE(limit_kn);
    REQUIRE(*limit_kn < ship_kn - 1.0);
    CHECK(in_depth_kn(shallow_m) == Approx(*limit_kn).epsilon(2e-3));
    CHECK(in_depth_kn(200.0) == Approx(ship_kn).epsilon(2e-3));
}

TEST_CASE("compile: a zone is closed up to the instant it ends, and open from then on",
          "[plan][compile]") {
    Sea sea;
    const auto middle = geo::Projection::polar_north().inverse({-762.5e3, -1262.5e3}).value();
    auto zone =
        zone_of({geo::geodesic_direct(middle, geo::Bearing::degrees(0), Length::kilometres(60)),
                 geo::geodesic_direct(middle, geo::Bearing::degrees(120), Length::kilometres(60)),
                 geo::geodesic_direct(middle, geo::Bearing::degrees(240), Length::kilometres(60))});
    zone.until = start + Duration::hours(20.0);
    sea.environment.add(zone);
    const auto field = sea.compiled();
    const auto cell = sea.cell_of(middle);
    REQUIRE(field.slice_count() == 3);
    CHECK(field.slice_time_s[1] == seconds(*zone.until));
    CHECK(field.slice_time_s[2] == seconds(*zone.until));
    CHECK(sea.speed_kn(field, 0, cell) == 0.0);
    CHECK(sea.speed_kn(field, 1, cell) == 0.0);
    CHECK(sea.speed_kn(field, 2, cell) == Approx(ship_kn).epsilon(2e-3));
    CHECK(sea.speed_kn(field, 0, 0) == Approx(ship_kn).epsilon(2e-3));
}

TEST_CASE("compile: a zone smaller than a cell closes the cell that holds it", "[plan][compile]") {
    Sea sea;
    // 8 km off the centre of its cell both ways: between the points a cell is judged by.
    const auto corner = [&](double x_km, double y_km) {
        return sea.grid.plane.inverse({x_km * 1e3, y_km * 1e3}).value();
    };
    sea.environment.add(
        zone_of({corner(-755.0, -1255.0), corner(-754.0, -1255.0), corner(-754.5, -1254.0)}));
    const auto field = sea.compiled();
    CHECK(sea.speed_kn(field, 0, sea.cell_of(corner(-754.5, -1254.5))) == 0.0);
    CHECK(std::count(field.slowness.begin(), field.slowness.end(), cost::TransitField::closed) ==
          1);
}

TEST_CASE("compile: no cell whose centre lies in a zone is open, however its edges bulge",
          "[plan][compile]") {
    // Along two parallels, 25 degrees to either side of the y axis: the arc of the southern one
    // leaves the box of the corners by more than 100 km.
    Sea sea;
    sea.grid = grid_of({-600.0, -1800.0, 600.0, -1200.0});
    const auto at = geo::Position::degrees;
    sea.environment.add(
        zone_of({at(75.0, -70.0), at(75.0, -20.0), at(75.6, -20.0), at(75.6, -70.0)}));
    const auto field = sea.compiled();
    int inside = 0;
    for (std::uint32_t cell = 0; cell < field.grid.cell_count(); ++cell) {
        if (sea.environment.zones().front().area.contains(sea.grid.centres[cell])) {
            ++inside;
            CHECK(sea.speed_kn(field, 0, cell) == 0.0);
        }
    }
    CHECK(inside > 100);
}
