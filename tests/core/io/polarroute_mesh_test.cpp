// SPDX-License-Identifier: Apache-2.0
#include "core/io/polarroute_config.hpp"
#include "core/io/polarroute_mesh.hpp"

#include "core/base/error.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <string>

using namespace fairlead;

namespace {

constexpr const char* two_cells = R"mesh({
"config": {"mesh_info": {"region": {"start_time": "2024-04-04"}},
           "vessel_info": {"vessel_type": "TwinOtter", "max_speed": 240, "unit": "km/hr",
                           "max_elevation": 3000}},
"cellboxes": [
 {"geometry": "POLYGON ((175 -1, 175 1, 179 1, 179 -1, 175 -1))", "id": "4", "uC": NaN, "vC": null,
  "note": "NaN stays a word here", "land": false, "speed": [1,2,3,4,5,6,7,Infinity]},
 {"geometry": "MULTIPOLYGON (((179 -1, 179 1, 180 1, 180 -1, 179 -1)), ((-180 -1, -180 1, -175 1, -175 -1, -180 -1)))",
  "id": "9", "uC": -0.5, "land": true}],
"neighbour_graph": {
 "4": {"1":[],"2":[9],"3":[],"4":[],"-1":[],"-2":[],"-3":[],"-4":[]},
 "9": {"1":[],"2":[],"3":[],"4":[],"-1":[],"-2":[4],"-3":[],"-4":[]}}})mesh";

std::string with(std::string text, const std::string& what, const std::string& instead) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), instead);
}

} // namespace

TEST_CASE("polarroute_mesh: cells, data and neighbours, across 180 degrees", "[io][mesh]") {
    const auto mesh = io::parse_polarroute_mesh(two_cells, "m.json");
    REQUIRE(mesh.cells.size() == 2);
    const auto& west = mesh.cells[0];
    CHECK(west.id == "4");
    CHECK(std::isnan(west.numbers.at("uC")));
    CHECK_FALSE(west.numbers.contains("vC"));
    CHECK_FALSE(west.flags.at("land"));
    CHECK(west.lists.at("speed")[1] == 2.0);
    CHECK(std::isinf(west.lists.at("speed")[7]));
    const auto& east = mesh.cells[1];
    CHECK(east.box.west_deg == 179.0);
    CHECK(east.box.east_deg == 185.0);
    CHECK(east.box.centre().longitude_deg == 182.0);
    CHECK(mesh.neighbours[0] == std::vector<graph::MeshVertex>{1});
    CHECK(mesh.is_in_graph[1]);
    CHECK(mesh.vessel->type == vessel::MeshVesselType::twin_otter);
    CHECK(format_instant(*mesh.valid_from).substr(0, 10) == "2024-04-04");
}

TEST_CASE("polarroute_mesh: every fault is one sentence with cell and field", "[io][mesh]") {
    const auto fault = [](const std::string& text) {
        try {
            (void)io::parse_polarroute_mesh(text, "m.json");
        } catch (const Error& error) {
            return std::string(error.what());
        }
        return std::string("none");
    };
    CHECK(fault(R"({"cellboxes": [)") == "m.json: is not JSON: it breaks off or errs near line 1");
    CHECK(fault("[]") == "m.json: is not an object of JSON");
    CHECK(fault(R"({"cellboxes": []})") == "m.json: cellboxes is not a list of cells, or is empty");
    CHECK(fault(with(two_cells, "179 1, 179 -1,", "179 1, 178 -1,")) ==
          "m.json: cell 4: geometry is POLYGON ((175 -1, 175 1, 179 1, 178 -1, 175 -1)), not a "
          "rectangle of meridians and parallels, or one in two parts at 180 degrees");
    CHECK(fault(with(two_cells, R"("id": "9")", R"("id": "4")")) ==
          "m.json: cell number 2: id 4 is that of an earlier cell");
    CHECK(fault(with(two_cells, "6,7,Infinity", "6,7")) ==
          "m.json: cell 4: speed is neither a number, true, false nor a list of eight numbers");
    CHECK(fault(with(two_cells, "6,7,Infinity", "6,7,\"x\"")) ==
          "m.json: cell 4: speed holds \"x\", not a number");
    CHECK(fault(with(two_cells, "\"2\":[9]", "\"2\":[10]")) ==
          "m.json: neighbour_graph: cell 4: 2 names cell 10, which is not in cellboxes");
    CHECK(fault(with(two_cells, "\"-2\":[],\"-3\"", "\"-3\"")) ==
          "m.json: neighbour_graph: cell 4: -2 is missing");
    CHECK(fault(with(two_cells, "TwinOtter", "Titanic")) ==
          "m.json: config.vessel_info: vessel_type is Titanic, but known are SDA, SDAWind, "
          "example_ship, Slocum, BoatyMcBoatFace, TwinOtter and Windracer");
}

TEST_CASE("polarroute_config: vessels, routes and waypoints", "[io][mesh]") {
    const auto ship = io::parse_polarroute_vessel(
        R"({"vessel_type": "SDAWind", "max_speed": 26.5, "unit": "km/hr", "beam": 24.0,
            "hull_type": "blunt", "force_limit": 96634.5, "max_ice_conc": 80, "min_depth": 10,
            "excluded_zones": ["platforms"]})",
        "v.json");
    CHECK(ship.type == vessel::MeshVesselType::sda_wind);
    CHECK(ship.is_blunt);
    CHECK(ship.excluded_zones.front() == "platforms");
    CHECK_THROWS_WITH(io::parse_polarroute_vessel(
                          R"({"vessel_type": "SDA", "max_speed": -1, "unit": "km/hr"})", "v.json"),
                      "v.json: max_speed is -1, not a number from 0 to 1000");
    CHECK_THROWS_WITH(io::parse_polarroute_vessel(
                          R"({"vessel_type": "SDA", "max_speed": 1, "unit": "knots"})", "v.json"),
                      "v.json: unit is knots, but speeds are read in km/hr");

    const auto route = io::parse_polarroute_route(
        R"({"objective_function": "fuel", "vector_names": ["u", "v"], "zero_currents": true,
            "smoothing_max_iterations": 300})",
        "r.json");
    CHECK(route.objective == "fuel");
    CHECK(route.north_key == "v");
    CHECK(route.zero_currents);
    CHECK(route.ignored == std::vector<std::string>{"smoothing_max_iterations"});
    CHECK_THROWS_WITH(io::parse_polarroute_route(R"({"objective_function": "joy"})", "r.json"),
                      "r.json: objective_function is joy, but known are traveltime, fuel and "
                      "battery");

    const auto places = io::parse_polarroute_waypoints(
        "Name,Lat,Long,Source,Destination\nA,-60,179.5,X,\nB,-61,-179, ,x\n", "w.csv");
    CHECK(places[0].is_source);
    CHECK_FALSE(places[0].is_destination);
    CHECK(places[1].is_destination);
    CHECK_THROWS_WITH(
        io::parse_polarroute_waypoints("Name,Lat,Long,Source,Destination\nA,1,2,X,\n", "w.csv"),
        "w.csv: no row has an X under Destination");
}
