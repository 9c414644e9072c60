// SPDX-License-Identifier: Apache-2.0
#include "core/route/refinement.hpp"

#include "core/route/plane_passage.hpp"
#include "tests/core/route/plane_seas.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numbers>

using namespace fairlead;
using geo::PlanePoint;
using route::refine;
using test::plane_sea;
using test::square_grid;

namespace {

constexpr double km = 1000.0;

double hours(double seconds) {
    return seconds / 3600.0;
}

/// Straight lines through the points, in steps of about a cell as a graph path has them.
std::vector<PlanePoint> stepped(const std::vector<PlanePoint>& corners, double step_m) {
    std::vector<PlanePoint> path{corners.front()};
    for (std::size_t i = 1; i < corners.size(); ++i) {
        const PlanePoint a = corners[i - 1];
        const PlanePoint b = corners[i];
        const int parts =
            std::max(1, static_cast<int>(std::hypot(b.x_m - a.x_m, b.y_m - a.y_m) / step_m));
        for (int part = 1; part <= parts; ++part) {
            const double share = static_cast<double>(part) / parts;
            path.push_back({a.x_m + share * (b.x_m - a.x_m), a.y_m + share * (b.y_m - a.y_m)});
        }
    }
    return path;
}

} // namespace

TEST_CASE("refinement: a detour in open water becomes the straight line", "[route][refinement]") {
    const auto field =
        plane_sea(square_grid(10.0 * km, 100), {0.0}, 1.0, [](PlanePoint, double) { return 5.0; });
    const auto path = stepped(
        {{105.0 * km, 105.0 * km}, {505.0 * km, 305.0 * km}, {895.0 * km, 895.0 * km}}, 12.0 * km);
    const auto refined = refine(field, path, 0.0, {});
    REQUIRE(refined.measured);
    const double straight_s = std::hypot(790.0, 790.0) * km / 5.0;
    CHECK(refined.cost == Approx(straight_s).epsilon(1e-4));
    CHECK(refined.cost < refined.input_cost);
    CHECK(refined.points.front() == path.front());
    CHECK(refined.points.back() == path.back());
    CHECK(refined.time_s.size() == refined.points.size());
    CHECK(refined.time_s.back() == Approx(refined.cost));
}

TEST_CASE("refinement: a linear speed field gives the arc of a circle", "[route][refinement]") {
    const double gradient = 1e-5; // 1/s
    const auto speed = [=](double y_m) { return 2.0 + gradient * y_m; };
    const auto field = plane_sea(square_grid(5.0 * km, 120), {0.0}, 1.0,
                                 [=](PlanePoint p, double) { return speed(p.y_m); });
    const PlanePoint a{52.5 * km, 52.5 * km};
    const PlanePoint b{552.5 * km, 152.5 * km};
    const auto refined = refine(field, stepped({a, b}, 6.0 * km), 0.0, {});
    const double d2 = 500.0 * 500.0 * km * km + 100.0 * 100.0 * km * km;
    const double exact_s =
        std::acosh(1.0 + gradient * gradient * d2 / (2.0 * speed(a.y_m) * speed(b.y_m))) / gradient;
    CHECK(refined.cost == Approx(exact_s).epsilon(3e-4));
    CHECK(refined.input_cost > 1.01 * exact_s);
}

TEST_CASE("refinement: a closed wall is passed at its end, never through it",
          "[route][refinement]") {
    const auto grid = square_grid(10.0 * km, 60);
    const auto walled = [&](PlanePoint p, double) -> std::optional<double> {
        if (p.x_m > 300.0 * km && p.x_m < 310.0 * km && p.y_m < 450.0 * km) {
            return std::nullopt;
        }
        return 5.0;
    };
    const auto field = plane_sea(grid, {0.0}, 1.0, walled);
    const PlanePoint a{55.0 * km, 205.0 * km};
    const PlanePoint b{555.0 * km, 205.0 * km};
    const auto path =
        stepped({a, {205.0 * km, 525.0 * km}, {405.0 * km, 525.0 * km}, b}, 12.0 * km);
    const auto refined = refine(field, path, 0.0, {});
    const double exact_s = (std::hypot(245.0, 245.0) + 10.0 + std::hypot(245.0, 245.0)) * km / 5.0;
    CHECK(refined.cost >= exact_s * (1.0 - 1e-5));
    CHECK(refined.cost == Approx(exact_s).epsilon(2e-3));
    const route::TransitSampler sampler(field);
    const auto moment = sampler.moment(0.0, 0);
    for (std::size_t i = 1; i < refined.points.size(); ++i) {
        CHECK(sampler.cells_open(refined.points[i - 1], refined.points[i], moment));
    }
}

TEST_CASE("refinement: land between cells is kept clear of", "[route][refinement]") {
    // A round island of 30 km that no cell knows of.
    const PlanePoint island{300.0 * km, 300.0 * km};
    const double radius_m = 30.0 * km;
    const auto distance_m = [](PlanePoint a, PlanePoint b, PlanePoint p) {
        const double dx = b.x_m - a.x_m;
        const double dy = b.y_m - a.y_m;
        const double length2 = dx * dx + dy * dy;
        const double along =
            length2 > 0.0
                ? std::clamp(((p.x_m - a.x_m) * dx + (p.y_m - a.y_m) * dy) / length2, 0.0, 1.0)
                : 0.0;
        return std::hypot(a.x_m + along * dx - p.x_m, a.y_m + along * dy - p.y_m);
    };
    const auto field =
        plane_sea(square_grid(10.0 * km, 60), {0.0}, 1.0, [](PlanePoint, double) { return 5.0; });
    route::RefinementOptions options;
    options.clear = [&](PlanePoint from, PlanePoint to, double margin_m) {
        return distance_m(from, to, island) > radius_m + margin_m;
    };
    const PlanePoint a{55.0 * km, 300.0 * km};
    const PlanePoint b{545.0 * km, 300.0 * km};
    const auto path = stepped({a, {300.0 * km, 400.0 * km}, b}, 12.0 * km);
    const auto refined = refine(field, path, 0.0, options);
    for (std::size_t i = 1; i < refined.points.size(); ++i) {
        CHECK(distance_m(refined.points[i - 1], refined.points[i], island) > radius_m);
    }
    const double tangent_m = std::sqrt(245.0 * 245.0 - 30.0 * 30.0) * km;
    const double arc_m = radius_m * (std::numbers::pi - 2.0 * std::acos(30.0 / 245.0));
    const double exact_s = (2.0 * tangent_m + arc_m) / 5.0;
    CHECK(refined.cost >= exact_s * (1.0 - 1e-6));
    CHECK(refined.cost == Approx(exact_s).epsilon(1e-3));
}

TEST_CASE("refinement: the input's own segments need no clearance", "[route][refinement]") {
    const auto field =
        plane_sea(square_grid(10.0 * km, 20), {0.0}, 1.0, [](PlanePoint, double) { return 5.0; });
    route::RefinementOptions options;
    options.clear = [](PlanePoint, PlanePoint, double) { return false; };
    const std::vector<PlanePoint> path{
        {15.0 * km, 15.0 * km}, {105.0 * km, 35.0 * km}, {185.0 * km, 185.0 * km}};
    const auto refined = refine(field, path, 0.0, options);
    CHECK(refined.measured);
    CHECK(refined.cost == refined.input_cost);
    CHECK(refined.points == path);
}

TEST_CASE("refinement: waits for an opening belt and not longer", "[route][refinement]") {
    // 100 nmi at 10 kn, a belt of 10 nmi that opens after 20 h, 100 nmi.
    constexpr double nmi = 1852.0;
    const double mps = 10.0 * nmi / 3600.0;
    const auto field =
        plane_sea({0.0, 100.0 * nmi, 5.0 * nmi, 44, 20}, {0.0, 72'000.0, 72'000.0, 200'000.0}, 1.0,
                  [=](PlanePoint p, double time_s) -> std::optional<double> {
                      if (p.x_m > 105.0 * nmi && p.x_m < 115.0 * nmi && time_s < 72'000.0) {
                          return std::nullopt;
                      }
                      return mps;
                  });
    const PlanePoint a{5.0 * nmi, 52.5 * nmi};
    const PlanePoint b{215.0 * nmi, 52.5 * nmi};
    const auto path =
        stepped({a, {102.5 * nmi, 57.5 * nmi}, {117.5 * nmi, 57.5 * nmi}, b}, 5.0 * nmi);
    const auto refined = refine(field, path, 0.0, {});
    REQUIRE(refined.measured);
    CHECK(hours(refined.cost) == Approx(31.0).margin(0.02));
    route::RefinementOptions no_waiting;
    no_waiting.may_wait = false;
    const auto not_measured = refine(field, path, 0.0, no_waiting);
    CHECK_FALSE(not_measured.measured);
    CHECK(not_measured.points == path);
}

TEST_CASE("refinement: a current is made use of", "[route][refinement]") {
    auto field =
        plane_sea(square_grid(10.0 * km, 60), {0.0}, 1.0, [](PlanePoint, double) { return 4.0; });
    field.current_unit_mps = 0.001;
    field.current_x.assign(field.slowness.size(), -800);
    field.current_y.assign(field.slowness.size(), 1500);
    const PlanePoint a{55.0 * km, 305.0 * km};
    const PlanePoint b{545.0 * km, 305.0 * km};
    const auto refined =
        refine(field, stepped({a, {300.0 * km, 380.0 * km}, b}, 12.0 * km), 0.0, {});
    const double exact_s = 490.0 * km / (-0.8 + std::sqrt(16.0 - 1.5 * 1.5));
    CHECK(refined.cost == Approx(exact_s).epsilon(2e-4));
}

TEST_CASE("refinement: another objective than time is minimised", "[route][refinement]") {
    // Cost only in a disc in the middle: the way round it is free of it.
    const auto grid = square_grid(10.0 * km, 60);
    auto field = plane_sea(grid, {0.0}, 1.0, [](PlanePoint, double) { return 5.0; });
    field.cost_rate_unit_per_s = 1e-5;
    for (std::uint32_t i = 0; i < grid.cell_count(); ++i) {
        const PlanePoint p = grid.centre(i);
        const double r = std::hypot(p.x_m - 300.0 * km, p.y_m - 300.0 * km) / (100.0 * km);
        field.cost_rate.push_back(static_cast<std::uint16_t>(100.0 + 1000.0 * std::exp(-r * r)));
    }
    const PlanePoint a{55.0 * km, 305.0 * km};
    const PlanePoint b{545.0 * km, 305.0 * km};
    const auto refined =
        refine(field, stepped({a, {300.0 * km, 330.0 * km}, b}, 12.0 * km), 0.0, {});
    CHECK(refined.cost < 0.85 * refined.input_cost);
    CHECK(refined.time_s.back() > 490.0 * km / 5.0 * 1.01);
}

TEST_CASE("refinement: degenerate paths come back as they are", "[route][refinement]") {
    const auto field =
        plane_sea(square_grid(10.0 * km, 10), {0.0}, 1.0, [](PlanePoint, double) { return 5.0; });
    const std::vector<PlanePoint> one{{55.0 * km, 55.0 * km}};
    CHECK(refine(field, one, 0.0, {}).points == one);
    CHECK(refine(field, one, 0.0, {}).cost == 0.0);
    const std::vector<PlanePoint> doubled{one[0], one[0]};
    CHECK(refine(field, doubled, 0.0, {}).points == one);
    const std::vector<PlanePoint> outside{{55.0 * km, 55.0 * km}, {155.0 * km, 55.0 * km}};
    CHECK_FALSE(refine(field, outside, 0.0, {}).measured);
    const auto one_cell =
        plane_sea(square_grid(10.0 * km, 1), {0.0}, 1.0, [](PlanePoint, double) { return 5.0; });
    const std::vector<PlanePoint> within{{1.0 * km, 1.0 * km}, {4.0 * km, 5.0 * km}};
    CHECK(refine(one_cell, within, 0.0, {}).cost == Approx(1000.0).epsilon(1e-4));
}
