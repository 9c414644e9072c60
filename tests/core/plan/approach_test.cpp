// SPDX-License-Identifier: Apache-2.0
#include "core/geo/geodesic.hpp"
#include "core/plan/voyage_grid.hpp"
#include "tests/support/oracle_scenarios.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace fairlead;

namespace {

/// A berth half a mile off the western shore of an island, another in the open sea to the west.
struct Berth {
    geo::Position berth = geo::Position::degrees(75.5, 11.96);
    std::shared_ptr<const geo::LandIndex> land;
    plan::PlanRequest request;

    Berth() {
        geo::LandPolygon island;
        for (const auto& [south_north, west_east] :
             {std::pair{75.0, 12.0}, {75.0, 14.0}, {76.0, 14.0}, {76.0, 12.0}, {75.0, 12.0}}) {
            island.outer.push_back(geo::Position::degrees(south_north, west_east));
        }
        land = std::make_shared<const geo::LandIndex>(std::vector{island},
                                                      geo::Projection::polar_north(), "island");
        request.environment = std::make_shared<const env::Environment>();
        request.land = land;
        request.vessel = test::constant_speed_vessel(10.0);
        request.rules = test::zones_only();
        request.places = {{"berth", berth}, {"sea", geo::Position::degrees(75.5, 5.0)}};
    }

    plan::Approach approach(const plan::VoyageGrid& voyage, const plan::ShoalTest& is_shoal) const {
        return plan::find_approach(request.places[0], voyage.grid, voyage.graph,
                                   plan::SeaParts(voyage.graph), land.get(), is_shoal,
                                   request.clearance_off_land);
    }
};

/// Plane metres of a line that lie where `is_inside`.
double length_inside(const std::vector<geo::PlanePoint>& line, const geo::Projection& plane,
                     const plan::ShoalTest& is_inside) {
    constexpr int parts = 200;
    double inside_m = 0.0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double length_m =
            std::hypot(line[i + 1].x_m - line[i].x_m, line[i + 1].y_m - line[i].y_m);
        for (int k = 0; k < parts; ++k) {
            const double share = (k + 0.5) / parts;
            const auto place = plane.inverse({std::lerp(line[i].x_m, line[i + 1].x_m, share),
                                              std::lerp(line[i].y_m, line[i + 1].y_m, share)});
            inside_m += place && is_inside(*place) ? length_m / parts : 0.0;
        }
    }
    return inside_m;
}

} // namespace

TEST_CASE("approach: goes round a shoal that is known", "[plan][approach]") {
    const Berth at;
    const auto voyage = plan::make_voyage_grid(at.request);
    // A bar off the berth, 11 km long and open at both ends.
    const plan::ShoalTest bar = [](const geo::Position& place) {
        return std::abs(place.latitude_deg() - 75.5) < 0.05 && place.longitude_deg() > 11.80 &&
               place.longitude_deg() < 11.88;
    };
    const auto blind = at.approach(voyage, {});
    const auto aware = at.approach(voyage, bar);
    REQUIRE_FALSE(blind.links.empty());
    REQUIRE(aware.links.size() == blind.links.size());
    int crossed = 0;
    for (const auto& link : blind.links) {
        const auto line = blind.line_to(link.vertex, voyage.grid);
        crossed += length_inside(line, voyage.grid.plane, bar) > 500.0 ? 1 : 0;
    }
    CHECK(crossed > 0);
    for (const auto& link : aware.links) {
        if (bar(voyage.grid.centres[link.vertex])) {
            continue;
        }
        const auto line = aware.line_to(link.vertex, voyage.grid);
        // Cells of 300 m are judged at their centres.
        CHECK(length_inside(line, voyage.grid.plane, bar) < 500.0);
    }
}

TEST_CASE("approach: crosses a shoal where there is no other way", "[plan][approach]") {
    const Berth at;
    const auto voyage = plan::make_voyage_grid(at.request);
    const plan::ShoalTest ring = [&](const geo::Position& place) {
        const auto off = geo::geodesic_distance(place, at.berth).in_kilometres();
        return off > 4.0 && off < 6.0;
    };
    const auto approach = at.approach(voyage, ring);
    REQUIRE_FALSE(approach.links.empty());
    const auto line = approach.line_to(approach.links.front().vertex, voyage.grid);
    CHECK(length_inside(line, voyage.grid.plane, ring) > 1'000.0);
}

TEST_CASE("approach: straight ways to the grid keep clear of land", "[plan][approach]") {
    // In open water, 5 nmi west of the island and a cell or two from the sea behind it.
    Berth at;
    at.request.places[0] = {"off the island", geo::Position::degrees(75.99, 11.6)};
    const auto voyage = plan::make_voyage_grid(at.request);
    const auto approach = at.approach(voyage, {});
    REQUIRE(approach.local == nullptr);
    REQUIRE_FALSE(approach.links.empty());
    for (const auto& link : approach.links) {
        CHECK(at.land->is_clear(at.request.places[0].position, voyage.grid.centres[link.vertex],
                                at.request.clearance_off_land));
    }
}

TEST_CASE("approach: a place in a basin is tied to the open sea, not to the basin",
          "[plan][approach]") {
    // A block of land with a basin 25 km long and 11 km wide; its mouth, 2 km wide and 8 km long,
    // is too narrow for the cells of the grid. The basin lies above the open sea, in the order of
    // cells.
    plan::PlanRequest request;
    request.environment = std::make_shared<const env::Environment>();
    request.vessel = test::constant_speed_vessel(10.0);
    request.rules = test::zones_only();
    request.grid.cell_km = 4.0;
    const auto plane = geo::Projection::polar_north();
    const auto point = [&](double x_km, double y_km) {
        return plane.inverse({x_km * 1e3, -1500e3 + y_km * 1e3}).value();
    };
    geo::LandPolygon block;
    for (const auto& [x_km, y_km] : {std::pair{-40.0, 0.0},
                                     {-1.0, 0.0},
                                     {-1.0, 8.0},
                                     {-5.0, 8.0},
                                     {-5.0, 33.0},
                                     {6.0, 33.0},
                                     {6.0, 8.0},
                                     {1.0, 8.0},
                                     {1.0, 0.0},
                                     {40.0, 0.0},
                                     {40.0, 60.0},
                                     {-40.0, 60.0}}) {
        block.outer.push_back(point(x_km, y_km));
    }
    const auto land = std::make_shared<const geo::LandIndex>(std::vector{block}, plane, "basin");
    request.land = land;
    request.places = {{"basin", point(3.5, 20.0)}, {"sea", point(0.0, -60.0)}};
    request.grid.bounds = plan::GridOptions::Bounds{-100.0, -1600.0, 100.0, -1400.0};
    const auto voyage = plan::make_voyage_grid(request);
    const plan::SeaParts parts(voyage.graph);
    const auto part_at = [&](const geo::Position& place) {
        return parts.part_of(voyage.grid.geometry.index(
            voyage.grid.geometry.cell_at(plane.forward(place).value()).value()));
    };
    const auto basin = part_at(request.places[0].position);
    const auto sea = part_at(request.places[1].position);
    REQUIRE(basin != plan::SeaParts::none);
    REQUIRE(basin != sea);

    const auto approach = plan::find_approach(request.places[0], voyage.grid, voyage.graph, parts,
                                              land.get(), {}, request.clearance_off_land);
    REQUIRE_FALSE(approach.links.empty());
    for (const auto& link : approach.links) {
        CHECK(parts.part_of(link.vertex) == sea);
        // The shortest way would touch the corners of the mouth; there is room to keep off them.
        const auto line = approach.line_to(link.vertex, voyage.grid);
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            for (double share = 0.0; share < 1.0; share += 0.01) {
                const geo::PlanePoint here{std::lerp(line[i].x_m, line[i + 1].x_m, share),
                                           std::lerp(line[i].y_m, line[i + 1].y_m, share)};
                if (here.y_m > -1500e3 + 2e3 && here.y_m < -1500e3 + 6e3) {
                    CHECK(std::abs(here.x_m) < 650.0);
                }
            }
        }
    }
}
