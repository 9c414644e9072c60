// SPDX-License-Identifier: Apache-2.0
#include "core/graph/land_safe_arcs.hpp"

#include "core/base/error.hpp"
#include "core/graph/grid_graph.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <bit>
#include <random>
#include <stop_token>

using namespace fairlead;

namespace {

/// Rectangular islands given by their corners in the plane of the projection.
struct Box {
    double left_km;
    double bottom_km;
    double right_km;
    double top_km;
};

geo::LandIndex islands(const std::vector<Box>& boxes, const geo::Projection& plane) {
    std::vector<geo::LandPolygon> land;
    for (const Box& box : boxes) {
        geo::LandPolygon polygon;
        for (const auto& [x_km, y_km] : {std::pair{box.left_km, box.bottom_km},
                                         {box.right_km, box.bottom_km},
                                         {box.right_km, box.top_km},
                                         {box.left_km, box.top_km}}) {
            const auto place = plane.inverse({1000.0 * x_km, 1000.0 * y_km});
            REQUIRE(place.has_value());
            polygon.outer.push_back(*place);
        }
        land.push_back(polygon);
    }
    return {land, plane, "boxes"};
}

} // namespace

TEST_CASE("land-safe arcs: without land only the edge of the grid limits them",
          "[graph][land_safe_arcs]") {
    const geo::GridGeometry grid{-50e3, 50e3, 10e3, 10, 10};
    const auto plane = geo::Projection::polar_north();
    CHECK(graph::land_safe_arcs(grid, plane, nullptr, Length::metres(0), 16) ==
          graph::open_sea_arcs(grid, 16));
}

TEST_CASE("land-safe arcs: blocks of cells give what judging every arc gives, at the pole and "
          "across 180 degrees",
          "[graph][land_safe_arcs]") {
    const auto plane = geo::Projection::polar_north();
    const unsigned seed = 17;
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> at(-900.0, 900.0);
    std::uniform_real_distribution<double> size(1.0, 60.0);
    std::vector<Box> boxes{{-200.0, -30.0, -190.0, 400.0}};
    for (int i = 0; i < 25; ++i) {
        const double x = at(random);
        const double y = at(random);
        boxes.push_back({x, y, x + size(random), y + size(random)});
    }
    const auto land = islands(boxes, plane);
    // The pole lies in the middle of this grid, the antimeridian runs up from it.
    const geo::GridGeometry grid{-1000e3, 1000e3, 25e3, 80, 70};
    for (const int neighbours : {8, 16, 32}) {
        for (const double clearance_m : {0.0, 6000.0}) {
            CAPTURE(neighbours, clearance_m);
            const auto arcs =
                graph::land_safe_arcs(grid, plane, &land, Length::metres(clearance_m), neighbours);
            const auto all = graph::open_sea_arcs(grid, neighbours);
            std::size_t wrong = 0;
            std::size_t unsafe = 0;
            for (std::uint32_t v = 0; v < arcs.size(); ++v) {
                for (std::uint32_t bits = all[v]; bits != 0; bits &= bits - 1) {
                    const auto d = static_cast<std::size_t>(std::countr_zero(bits));
                    const auto step = graph::directions[d].step;
                    const auto cell = grid.cell(v);
                    const bool clear =
                        land.is_clear(grid.centre(cell),
                                      grid.centre(geo::GridCell{cell.column + step.columns,
                                                                cell.row + step.rows}),
                                      clearance_m);
                    const bool kept = (arcs[v] >> d & 1) == 1;
                    wrong += clear != kept ? 1 : 0;
                    unsafe += clear ? 0 : 1;
                }
                CHECK((arcs[v] & ~all[v]) == 0);
            }
            CHECK(wrong == 0);
            CHECK(unsafe > 500);
        }
    }
}

TEST_CASE("land-safe arcs: an islet between two cell centres closes the arc, not the cells",
          "[graph][land_safe_arcs]") {
    const auto plane = geo::Projection::polar_north();
    const auto land = islands({{9.9, -5.1, 10.1, -4.9}}, plane); // between columns 0 and 1
    const geo::GridGeometry grid{0.0, 0.0, 10e3, 3, 3};
    const auto arcs = graph::land_safe_arcs(grid, plane, &land, Length::metres(0), 8);
    CHECK((arcs[0] & 1) == 0);
    CHECK((arcs[1] >> 1 & 1) == 0);
    CHECK((arcs[0] >> 2 & 1) == 1);
    CHECK((arcs[0] >> 4 & 1) == 1);
}

TEST_CASE("land-safe arcs: another plane than the index's is judged along geodesics",
          "[graph][land_safe_arcs]") {
    const auto north = geo::Projection::polar_north();
    const auto turned =
        geo::Projection::from_definition("+proj=stere +lat_0=90 +lat_ts=70 +lon_0=10 +datum=WGS84");
    const auto land = islands({{-300.0, -300.0, 300.0, -250.0}}, north);
    const geo::GridGeometry grid{-500e3, 500e3, 25e3, 40, 40};
    const auto arcs = graph::land_safe_arcs(grid, turned, &land, Length::kilometres(2.0), 16);
    const auto all = graph::open_sea_arcs(grid, 16);
    std::size_t unsafe = 0;
    for (std::uint32_t v = 0; v < arcs.size(); ++v) {
        const auto here = turned.inverse(grid.centre(v));
        REQUIRE(here.has_value());
        for (std::uint32_t bits = all[v] & ~arcs[v]; bits != 0; bits &= bits - 1) {
            ++unsafe;
        }
        if (!land.is_clear(*here, *here, Length::kilometres(2.0))) {
            CHECK(arcs[v] == 0);
        }
    }
    CHECK(unsafe > 100);
}

TEST_CASE("land-safe arcs: a stop request is heeded", "[graph][land_safe_arcs]") {
    const auto plane = geo::Projection::polar_north();
    const auto land = islands({{0.0, 0.0, 10.0, 10.0}}, plane);
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(graph::land_safe_arcs({0.0, 0.0, 10e3, 3, 3}, plane, &land, Length::metres(0),
                                          8, Progress({}, stop.get_token())),
                    Error);
}
