// SPDX-License-Identifier: Apache-2.0
#include "core/route/mesh_refinement.hpp"

#include "core/base/error.hpp"
#include "core/base/units.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>
#include <string>
#include <vector>

using namespace fairlead;

namespace {

/// Cells of one size in rows from the south, all open, each with up to eight neighbours.
struct Sea {
    graph::MeshGraph graph;
    std::vector<cost::CellTransit> transits;

    [[nodiscard]] search::MeshSea mesh() const { return {&graph, transits}; }
};

cost::CellTransit still(double speed_mps) {
    cost::CellTransit transit;
    transit.speed_mps.fill(speed_mps);
    transit.rate_per_s.fill(1.0);
    return transit;
}

Sea make_sea(int columns, int rows, const graph::MeshBox& first,
             const std::vector<cost::CellTransit>& transits, bool with_corners = true) {
    std::vector<graph::MeshBox> boxes;
    std::vector<std::vector<graph::MeshVertex>> neighbours;
    std::vector<std::string> names;
    const double width = first.east_deg - first.west_deg;
    const double height = first.north_deg - first.south_deg;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            double west = first.west_deg + column * width;
            west -= west >= 180.0 ? 360.0 : 0.0;
            const double south = first.south_deg + row * height;
            boxes.push_back({west, west + width, south, south + height});
            names.push_back(std::to_string(names.size()));
            auto& list = neighbours.emplace_back();
            for (int y = std::max(0, row - 1); y <= std::min(rows - 1, row + 1); ++y) {
                for (int x = std::max(0, column - 1); x <= std::min(columns - 1, column + 1); ++x) {
                    const bool is_corner = x != column && y != row;
                    if ((x != column || y != row) && (with_corners || !is_corner)) {
                        list.push_back(static_cast<graph::MeshVertex>(y * columns + x));
                    }
                }
            }
        }
    }
    return {graph::MeshGraph(boxes, neighbours, names), transits};
}

double best_cost(const Sea& sea, const search::MeshEnd& from, const search::MeshEnd& to) {
    const auto optimum = route::optimal_mesh_path(sea.mesh(), from, to);
    REQUIRE(optimum);
    const auto again = search::mesh_path_cost(sea.mesh(), optimum->path);
    REQUIRE(again);
    CHECK(*again == Approx(optimum->path.cost).epsilon(1e-12));
    return optimum->path.cost;
}

constexpr double equator_m = 111321.0;
constexpr double latitude_m = 111386.0;

} // namespace

TEST_CASE("mesh refinement: in a uniform sea the line is straight", "[route][mesh]") {
    const auto sea = make_sea(6, 4, {0.0, 0.01, 0.0, 0.01}, std::vector(24, still(5.0)));
    const double cost = best_cost(sea, {0, {0.003, 0.002}}, {23, {0.055, 0.037}});
    const double straight = std::hypot(0.052 * equator_m, 0.035 * latitude_m) / 5.0;
    CHECK(cost == Approx(straight).epsilon(1e-6));
    CHECK(cost >= straight * (1.0 - 1e-7));
}

TEST_CASE("mesh refinement: the border of two media is crossed by Snell's law", "[route][mesh]") {
    const auto sea = make_sea(2, 1, {0.0, 0.1, -0.05, 0.05}, {still(6.0), still(3.0)});
    const search::MeshEnd from{0, {0.01, -0.04}};
    const search::MeshEnd to{1, {0.19, 0.04}};
    const auto optimum = route::optimal_mesh_path(sea.mesh(), from, to);
    REQUIRE(optimum);
    REQUIRE(optimum->path.cells.size() == 2);
    const auto before = optimum->path.leg(sea.graph, 0);
    const auto after = optimum->path.leg(sea.graph, 1);
    const auto sine = [](const std::pair<graph::MeshPoint, graph::MeshPoint>& leg) {
        const auto run = search::mesh_run_m(leg.first, leg.second);
        return run.north / std::hypot(run.east, run.north);
    };
    CHECK(sine(before) / 6.0 == Approx(sine(after) / 3.0).epsilon(1e-4));
    CHECK(sine(before) > 0.1);
}

TEST_CASE("mesh refinement: a current along the line and across it", "[route][mesh]") {
    auto transit = still(5.0);
    const search::MeshEnd west{0, {0.001, 0.0}};
    const search::MeshEnd east{1, {0.199, 0.0}};
    const double run = 0.198 * equator_m;
    SECTION("along") {
        transit.current_east_mps = 2.0;
        const auto sea = make_sea(2, 1, {0.0, 0.1, -0.05, 0.05}, {transit, transit});
        CHECK(best_cost(sea, west, east) == Approx(run / 7.0).epsilon(1e-9));
        CHECK(best_cost(sea, {1, east.point}, {0, west.point}) == Approx(run / 3.0).epsilon(1e-9));
    }
    SECTION("across: the ship points up into it") {
        transit.current_north_mps = 3.0;
        const auto sea = make_sea(2, 1, {0.0, 0.1, -0.05, 0.05}, {transit, transit});
        CHECK(best_cost(sea, west, east) == Approx(run / 4.0).epsilon(1e-9));
    }
    SECTION("stronger than the ship: one way only") {
        transit.current_east_mps = 6.0;
        const auto sea = make_sea(2, 1, {0.0, 0.1, -0.05, 0.05}, {transit, transit});
        CHECK(best_cost(sea, west, east) == Approx(run / 11.0).epsilon(1e-9));
        CHECK_FALSE(route::optimal_mesh_path(sea.mesh(), {1, east.point}, {0, west.point}));
    }
}

TEST_CASE("mesh refinement: the antimeridian is an ordinary place", "[route][mesh]") {
    const auto sea = make_sea(2, 1, {175.0, 180.0, -1.25, 1.25}, std::vector(2, still(26.5 / 3.6)));
    const double cost = best_cost(sea, {0, {177.5, 0.0}}, {1, {-177.5, 0.0}});
    CHECK(cost / 86400.0 == Approx(5.0 * equator_m / (26.5 / 3.6) / 86400.0).epsilon(1e-9));
    CHECK(cost / 86400.0 == Approx(0.8752).epsilon(1e-4));
}

TEST_CASE("mesh refinement: a slow cell is gone round, a barred corner is not passed",
          "[route][mesh]") {
    std::vector<cost::CellTransit> transits(9, still(5.0));
    transits[4] = still(0.1);
    const auto sea = make_sea(3, 3, {0.0, 0.01, 0.0, 0.01}, transits);
    const double cost = best_cost(sea, {3, {0.005, 0.015}}, {5, {0.025, 0.015}});
    const double round = 0.01 * equator_m + 2.0 * std::hypot(0.005 * equator_m, 0.005 * latitude_m);
    CHECK(cost == Approx(round / 5.0).epsilon(1e-6));

    auto diagonal = std::vector(4, still(5.0));
    diagonal[1] = diagonal[2] = still(0.0);
    const search::MeshEnd from{0, {0.005, 0.005}};
    const search::MeshEnd to{3, {0.015, 0.015}};
    const auto with = make_sea(2, 2, {0.0, 0.01, 0.0, 0.01}, diagonal);
    CHECK(route::optimal_mesh_path(with.mesh(), from, to));
    // Without the mesh's word for it the corner is closed, though both cells reach it.
    auto dry = std::vector(2, still(5.0));
    const graph::MeshGraph apart({{0.0, 0.01, 0.0, 0.01}, {0.01, 0.02, 0.01, 0.02}}, {{}, {}},
                                 std::vector<std::string>{"a", "b"});
    CHECK_FALSE(route::optimal_mesh_path({&apart, dry}, from, {1, to.point}));
}

TEST_CASE("mesh refinement: is never dearer than a search of many more places", "[route][mesh]") {
    const unsigned seed = 20;
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> speed(1.0, 8.0);
    std::uniform_real_distribution<double> current(-0.8, 0.8);
    for (int trial = 0; trial < 3; ++trial) {
        std::vector<cost::CellTransit> transits;
        for (int i = 0; i < 36; ++i) {
            transits.push_back(still(speed(random)));
            transits.back().current_east_mps = current(random);
            transits.back().current_north_mps = current(random);
        }
        const auto sea = make_sea(6, 6, {10.0, 10.2, 70.0, 70.1}, transits);
        const search::MeshEnd from{0, {10.11, 70.03}};
        const search::MeshEnd to{35, {11.13, 70.57}};
        search::MeshSearchOptions fine;
        fine.places_per_portal = 41;
        const auto searched = search::search_mesh(sea.mesh(), from, to, fine);
        REQUIRE(searched);
        CHECK(best_cost(sea, from, to) <= searched->cost * (1.0 + 1e-6));
    }
}

TEST_CASE("mesh graph: neighbours that do not touch or answer are refused", "[graph][mesh]") {
    const std::vector<std::string> names{"7", "8"};
    const std::vector<graph::MeshBox> apart{{0.0, 1.0, 0.0, 1.0}, {2.0, 3.0, 0.0, 1.0}};
    CHECK_THROWS_WITH(graph::MeshGraph(apart, {{1}, {0}}, names),
                      "cell 7: its neighbour 8 does not touch it at an edge or corner");
    const std::vector<graph::MeshBox> side{{0.0, 1.0, 0.0, 1.0}, {1.0, 3.0, 0.0, 1.0}};
    CHECK_THROWS_WITH(graph::MeshGraph(side, {{1}, {}}, names),
                      "cell 7: its neighbour 8 does not list it in turn");
    CHECK_THROWS_WITH(graph::MeshGraph(side, {{1, 1}, {0}}, names),
                      "cell 7: its neighbour 8 is listed more than once");
}
