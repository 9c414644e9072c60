// SPDX-License-Identifier: Apache-2.0
#include "core/plan/mesh_vehicle.hpp"

#include "core/base/error.hpp"
#include "tests/support/mesh_cases.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <tuple>

using namespace fairlead;

namespace {

using Corner = std::tuple<double, double, double>; ///< west, south, east

std::map<Corner, const io::PolarrouteCell*> by_place(const io::PolarrouteMesh& mesh) {
    std::map<Corner, const io::PolarrouteCell*> cells;
    for (const auto& cell : mesh.cells) {
        cells[{cell.box.west_deg, cell.box.south_deg, cell.box.east_deg}] = &cell;
    }
    return cells;
}

std::size_t arcs(const io::PolarrouteMesh& mesh) {
    std::size_t count = 0;
    for (const auto& list : mesh.neighbours) {
        count += list.size();
    }
    return count;
}

} // namespace

TEST_CASE("mesh_vehicle: vessel meshes come out as PolarRoute's", "[plan][mesh]") {
    const auto folder = test::mesh_case_folder();
    if (!folder) {
        return;
    }
    for (const auto& vessel_case : test::read_mesh_cases(*folder).vessels) {
        INFO(vessel_case.id);
        const auto expected = io::read_polarroute_mesh(vessel_case.expected);
        std::size_t nan_cells = 0;
        const auto ours = plan::mesh_with_vessel(io::read_polarroute_mesh(vessel_case.sea),
                                                 vessel_case.vessel, nan_cells);
        CHECK(nan_cells == 0);
        REQUIRE(ours.cells.size() == expected.cells.size());
        CHECK(std::count(ours.is_in_graph.begin(), ours.is_in_graph.end(), true) ==
              std::count(expected.is_in_graph.begin(), expected.is_in_graph.end(), true));
        CHECK(arcs(ours) == arcs(expected));
        const auto cells = by_place(ours);
        std::size_t compared = 0;
        for (const auto& [place, cell] : by_place(expected)) {
            INFO("cell " << cell->id);
            const auto found = cells.find(place);
            REQUIRE(found != cells.end());
            CHECK(found->second->flags.at("inaccessible") == cell->flags.at("inaccessible"));
            if (cell->flags.at("inaccessible")) {
                continue;
            }
            for (const auto* key : {"speed", "fuel", "battery", "resistance"}) {
                const auto theirs = cell->lists.find(key);
                if (theirs == cell->lists.end()) {
                    continue;
                }
                const auto& values = found->second->lists.at(key);
                for (std::size_t i = 0; i < values.size(); ++i) {
                    CHECK(values[i] == Approx(theirs->second[i]).epsilon(1e-6).margin(1e-6));
                    ++compared;
                }
            }
        }
        CHECK(compared > 0);
    }
}

TEST_CASE("mesh_vehicle: an open cell beside a narrower barred one is split", "[plan][mesh]") {
    io::PolarrouteMesh mesh;
    mesh.file = "m.json";
    mesh.cells.push_back({"4", {0.0, 2.0, 0.0, 2.0}, {{"elevation", -100.0}}, {}, {}});
    mesh.cells.push_back({"7", {2.0, 3.0, 0.0, 1.0}, {{"elevation", 5.0}}, {}, {}});
    mesh.neighbours = {{1}, {0}};
    mesh.is_in_graph = {true, true};
    vessel::MeshVesselConfig ship;
    ship.max_speed_kmh = 20.0;
    ship.min_depth_m = 10.0;
    ship.beam_m = 20.0;
    ship.force_limit_n = 1e5;
    std::size_t nan_cells = 0;
    const auto whole = [&] {
        auto config = ship;
        config.neighbour_splitting = false;
        return plan::mesh_with_vessel(mesh, config, nan_cells);
    }();
    CHECK(whole.cells.size() == 2);
    CHECK(whole.is_in_graph == std::vector<bool>{true, false});

    const auto split = plan::mesh_with_vessel(mesh, ship, nan_cells);
    REQUIRE(split.cells.size() == 5); // land, and four children of sides of one degree
    CHECK(split.cells[0].id == "7");
    CHECK(split.cells[1].id == "8");
    CHECK(split.cells[4].box.west_deg == 1.0);
    CHECK(split.cells[4].box.south_deg == 1.0);
    CHECK(split.neighbours[0].empty());
    CHECK(arcs(split) == 12); // each of the four to the three others
    CHECK(split.cells[1].lists.at("speed")[0] == 20.0);

    mesh.cells[0].numbers["SIC"] = 101.0;
    CHECK_THROWS_WITH(plan::mesh_with_vessel(mesh, ship, nan_cells),
                      Catch::Contains("m.json: cell 4: SIC is 101, not a number from 0 to 100"));
}
