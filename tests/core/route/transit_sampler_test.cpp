// SPDX-License-Identifier: Apache-2.0
#include "core/route/transit_sampler.hpp"

#include "core/route/plane_passage.hpp"
#include "tests/core/route/plane_seas.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace fairlead;
using geo::PlanePoint;
using route::PlanePassage;
using route::TransitSampler;

namespace {

/// 3 x 3 cells of 100 m with slowness codes 10, 20, ... 90 from the top left; one slice.
cost::TransitField nine_cells() {
    cost::TransitField field;
    field.grid = test::square_grid(100.0, 3);
    field.slice_time_s = {0.0};
    field.slowness_unit_s_per_m = 0.01;
    for (std::uint16_t code = 10; code <= 90; code = static_cast<std::uint16_t>(code + 10)) {
        field.slowness.push_back(code);
    }
    field.open_after_last = true;
    return field;
}

double slowness(const TransitSampler& sampler, PlanePoint point, double time_s = 0.0) {
    const auto rate = sampler.at(point, sampler.moment(time_s, 0), {1.0, 0.0});
    REQUIRE(rate.open);
    return static_cast<double>(rate.slowness_s_per_m);
}

} // namespace

TEST_CASE("transit sampler: is the cell's value at its centre and bilinear between",
          "[route][sampler]") {
    const auto field = nine_cells();
    const TransitSampler sampler(field);
    CHECK(slowness(sampler, {50.0, 250.0}) == Approx(0.1));
    CHECK(slowness(sampler, {150.0, 150.0}) == Approx(0.5));
    CHECK(slowness(sampler, {250.0, 50.0}) == Approx(0.9));
    CHECK(slowness(sampler, {100.0, 250.0}) == Approx(0.15));
    CHECK(slowness(sampler, {100.0, 200.0}) == Approx(0.3));
    // Within half a cell of the border the value is held.
    CHECK(slowness(sampler, {1.0, 299.0}) == Approx(0.1));
    CHECK_FALSE(sampler.at({-1.0, 150.0}, sampler.moment(0.0, 0), {1.0, 0.0}).open);
    CHECK_FALSE(sampler.at({150.0, 301.0}, sampler.moment(0.0, 0), {1.0, 0.0}).open);
}

TEST_CASE("transit sampler: closed cells are left out beside and closed within",
          "[route][sampler]") {
    auto field = nine_cells();
    field.slowness[4] = cost::TransitField::closed; // the middle one
    const TransitSampler sampler(field);
    const auto moment = sampler.moment(0.0, 0);
    CHECK_FALSE(sampler.at({150.0, 150.0}, moment, {1.0, 0.0}).open);
    CHECK_FALSE(sampler.at({101.0, 199.0}, moment, {1.0, 0.0}).open);
    const auto beside = sampler.at({99.0, 150.0}, moment, {1.0, 0.0});
    CHECK(beside.open);
    CHECK(beside.beside_closed);
    CHECK(static_cast<double>(beside.slowness_s_per_m) == Approx(0.4));
    CHECK(sampler.at({50.0, 299.0}, moment, {1.0, 0.0}).open);

    auto corner_closed = nine_cells();
    corner_closed.slowness[8] = cost::TransitField::closed;
    const TransitSampler other(corner_closed);
    for (const PlanePoint point : {PlanePoint{50.0, 299.0}, PlanePoint{140.0, 160.0}}) {
        const auto away = other.at(point, moment, {1.0, 0.0});
        CHECK(away.open);
        CHECK_FALSE(away.beside_closed);
    }
}

TEST_CASE("transit sampler: is linear in time and knows steps and ends", "[route][sampler]") {
    const auto grid = test::square_grid(100.0, 1);
    cost::TransitField field;
    field.grid = grid;
    field.slowness_unit_s_per_m = 0.01;
    field.slice_time_s = {100.0, 200.0, 200.0, 300.0, 400.0};
    field.slowness = {10, 30, 50, 70, cost::TransitField::closed};
    const TransitSampler sampler(field);
    const PlanePoint centre{50.0, 50.0};
    for (std::uint32_t hint = 0; hint < 6; ++hint) {
        CHECK_FALSE(sampler.moment(99.0, hint).inside);
        const auto rate = [&](double time_s) {
            return sampler.at(centre, sampler.moment(time_s, hint), {1.0, 0.0});
        };
        CHECK(static_cast<double>(rate(100.0).slowness_s_per_m) == Approx(0.1));
        CHECK(static_cast<double>(rate(150.0).slowness_s_per_m) == Approx(0.2));
        CHECK(static_cast<double>(rate(200.0).slowness_s_per_m) == Approx(0.5));
        CHECK(static_cast<double>(rate(299.9).slowness_s_per_m) == Approx(0.7).margin(1e-3));
        // One end of the interval is closed: all of it is.
        CHECK_FALSE(rate(300.0).open);
        CHECK_FALSE(rate(350.0).open);
        CHECK_FALSE(rate(400.0).open);
        CHECK_FALSE(sampler.moment(400.0, hint).inside);
    }
    field.slowness[4] = 90;
    field.open_after_last = true;
    CHECK(slowness(sampler, centre, 1e9) == Approx(0.9));
}

TEST_CASE("transit sampler: the cells under a segment are all looked at", "[route][sampler]") {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> anywhere(0.0, 2000.0);
    cost::TransitField field;
    field.grid = test::square_grid(100.0, 20);
    field.slice_time_s = {0.0};
    field.open_after_last = true;
    for (int i = 0; i < 400; ++i) {
        field.slowness.push_back(random() % 12 == 0 ? cost::TransitField::closed : 10);
    }
    const TransitSampler sampler(field);
    const auto moment = sampler.moment(0.0, 0);
    int closed = 0;
    for (int trial = 0; trial < 600; ++trial) {
        const PlanePoint a{anywhere(random), anywhere(random)};
        const PlanePoint b{a.x_m + 0.3 * (anywhere(random) - a.x_m),
                           a.y_m + 0.3 * (anywhere(random) - a.y_m)};
        bool open = true;
        bool grazes = false; // a corner within a metre decides nothing
        for (int i = 0; i <= 1500; ++i) {
            const PlanePoint p{a.x_m + i / 1500.0 * (b.x_m - a.x_m),
                               a.y_m + i / 1500.0 * (b.y_m - a.y_m)};
            open = open && sampler.cell_open(p, moment);
            const double u = p.x_m / 100.0 - std::round(p.x_m / 100.0);
            const double v = p.y_m / 100.0 - std::round(p.y_m / 100.0);
            grazes = grazes || (std::abs(u) < 0.01 && std::abs(v) < 0.01);
        }
        if (!grazes) {
            CHECK(sampler.cells_open(a, b, moment) == open);
        }
        closed += open ? 0 : 1;
    }
    CHECK(closed > 60);
    CHECK_FALSE(sampler.cells_open({50.0, 50.0}, {-50.0, 50.0}, moment));
}

TEST_CASE("plane passage: crosses in the time that slowness says", "[route][sampler]") {
    const auto field = nine_cells();
    const TransitSampler sampler(field);
    const PlanePassage passage(sampler, true, 4.0);
    // Along the middle row from centre to centre: slowness 0.4 to 0.6, linear.
    const auto label = passage.cross({50.0, 150.0}, {250.0, 150.0}, {});
    REQUIRE(label);
    CHECK(label->time_s == Approx(100.0));
    CHECK(label->cost == Approx(100.0));
    CHECK(passage.cross({50.0, 150.0}, {50.0, 150.0}, {})->time_s == 0.0);
    CHECK_FALSE(passage.cross({50.0, 150.0}, {250.0, 150.0}, {}, 99.0));
}

TEST_CASE("plane passage: waits where it is until the way opens", "[route][sampler]") {
    auto field = nine_cells();
    const std::size_t cells = 9;
    field.slice_time_s = {0.0, 1000.0, 1000.0, 5000.0};
    field.slowness.resize(4 * cells, 50);
    std::fill(field.slowness.begin(), field.slowness.end(), std::uint16_t{50});
    field.slowness[4] = cost::TransitField::closed;
    field.slowness[cells + 4] = cost::TransitField::closed;
    const TransitSampler sampler(field);
    const auto crossed = PlanePassage(sampler, true, 4.0).cross({50.0, 150.0}, {250.0, 150.0}, {});
    REQUIRE(crossed);
    CHECK(crossed->time_s == Approx(1100.0));
    CHECK(crossed->waited);
    CHECK_FALSE(PlanePassage(sampler, false, 4.0).cross({50.0, 150.0}, {250.0, 150.0}, {}));
    // The place where it would wait is closed meanwhile.
    field.slowness[3] = cost::TransitField::closed;
    field.slowness[cells + 3] = cost::TransitField::closed;
    CHECK_FALSE(PlanePassage(sampler, true, 4.0).cross({50.0, 150.0}, {250.0, 150.0}, {}));
}
