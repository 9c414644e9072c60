// SPDX-License-Identifier: Apache-2.0
#include "core/vessel/mesh_vessel.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace fairlead::vessel;

namespace {

MeshVesselConfig sda() {
    MeshVesselConfig config;
    config.max_speed_kmh = 26.5;
    config.max_ice_percent = 80.0;
    config.min_depth_m = 10.0;
    config.beam_m = 24.0;
    config.force_limit_n = 96634.5;
    return config;
}

} // namespace

TEST_CASE("mesh_vessel: SDA in open water burns what PolarRoute says", "[vessel][mesh]") {
    const auto open = mesh_performance(sda(), {});
    CHECK(open.speed_kmh[3] == 26.5);
    CHECK(open.fuel_t_per_day->at(3) == Approx(27.3186897).epsilon(1e-7));
    CHECK(open.resistance_n->at(0) == 0.0);
}

TEST_CASE("mesh_vessel: SDA slows to where the ice resists with the force limit",
          "[vessel][mesh]") {
    MeshConditions sea;
    sea.ice_percent = 60.0;
    sea.ice_thickness_m = 1.0;
    sea.ice_density_kg_per_m3 = 900.0;
    const auto ice = mesh_performance(sda(), sea);
    const double v = ice.speed_kmh[0] / 3.6;
    const double froude = v / std::sqrt(9.81 * 0.6 * 1.0);
    const double resistance =
        0.5 * 4.4 * std::pow(froude, -0.8267) * 900.0 * 24.0 * 1.0 * v * v * 0.36;
    CHECK(v > 1.0);
    CHECK(ice.speed_kmh[0] < 26.5);
    CHECK(resistance == Approx(96634.5).epsilon(1e-9));
    CHECK(ice.resistance_n->at(5) == Approx(96634.5).epsilon(1e-9));
}

TEST_CASE("mesh_vessel: a head wind costs, and slows SDAWind only", "[vessel][mesh]") {
    MeshConditions sea;
    sea.wind_east_mps = 0.0;
    sea.wind_north_mps = -10.0; // from the north
    constexpr std::size_t south = 3;
    constexpr std::size_t north = 7;
    const auto ship = mesh_performance(sda(), sea);
    // Ahead: 0.5 * 1.225 * 750 * 0.94 * ((V + 10)^2 - V^2).
    const double v = 26.5 * 0.277778;
    CHECK(ship.resistance_n->at(north) ==
          Approx(0.5 * 1.225 * 750.0 * 0.94 * (100.0 + 20.0 * v)).epsilon(1e-9));
    CHECK(ship.resistance_n->at(south) < 0.0);
    CHECK(ship.speed_kmh[north] == 26.5);
    CHECK(ship.fuel_t_per_day->at(north) > ship.fuel_t_per_day->at(south));

    auto config = sda();
    config.type = MeshVesselType::sda_wind;
    CHECK(mesh_performance(config, sea).speed_kmh[north] == Approx(0.25 * 26.5)); // at the least
    sea.wind_north_mps = -2.0;
    const auto unslowed = mesh_performance(sda(), sea);
    const auto slowed = mesh_performance(config, sea);
    CHECK(slowed.speed_kmh[north] ==
          Approx(26.5 * (1.0 - unslowed.resistance_n->at(north) / 96634.5)).epsilon(1e-9));
    CHECK(slowed.speed_kmh[south] ==
          Approx(26.5 * (1.0 - 0.1 * unslowed.resistance_n->at(south) / 96634.5)).epsilon(1e-9));
}

TEST_CASE("mesh_vessel: gliders, aeroplanes and drones", "[vessel][mesh]") {
    MeshVesselConfig config;
    config.max_speed_kmh = 1.25;
    config.min_depth_m = 40.0;
    config.max_ice_percent = 10.0;
    config.type = MeshVesselType::slocum;
    MeshConditions sea;
    sea.elevation_m = -2000.0;
    const double deep = 4.44444444 * 1.25 - 0.55555555;
    CHECK(mesh_performance(config, sea).battery_per_day->at(0) == Approx(deep).epsilon(1e-12));
    sea.elevation_m = -500.0;
    CHECK(mesh_performance(config, sea).battery_per_day->at(0) ==
          Approx(1.5 * deep).epsilon(1e-12));
    config.type = MeshVesselType::boaty;
    CHECK(mesh_performance(config, sea).battery_per_day->at(1) == 4.75);
    config.type = MeshVesselType::twin_otter;
    CHECK(mesh_performance(config, sea).fuel_t_per_day->at(1) == 3.858);
    config.type = MeshVesselType::windracer;
    CHECK(mesh_performance(config, sea).battery_per_day->at(1) == 350.0);
}

TEST_CASE("mesh_vessel: who may enter where", "[vessel][mesh]") {
    auto ship = sda();
    MeshConditions sea;
    CHECK(mesh_access(ship, sea).is_open);
    sea.elevation_m = -10.0;
    CHECK(mesh_access(ship, sea).is_open);
    sea.elevation_m = -9.9;
    CHECK(mesh_access(ship, sea).land);
    sea.elevation_m = -100.0;
    sea.ice_percent = 80.5;
    CHECK(mesh_access(ship, sea).ice);
    sea.ice_percent = 80.0;
    CHECK(mesh_access(ship, sea).is_open);
    sea.wave_m = 9.0;
    CHECK(mesh_access(ship, sea).is_open);
    ship.max_wave_m = 8.0;
    CHECK_FALSE(mesh_access(ship, sea).is_open);

    const auto at_height = [](const MeshVesselConfig& vehicle, double elevation_m) {
        MeshConditions place;
        place.elevation_m = elevation_m;
        return mesh_access(vehicle, place);
    };
    MeshVesselConfig plane;
    plane.type = MeshVesselType::twin_otter;
    plane.max_elevation_m = 3000.0;
    CHECK(at_height(plane, 2000.0).land);
    CHECK(at_height(plane, 2000.0).is_open);
    CHECK_FALSE(at_height(plane, 3001.0).is_open);

    MeshVesselConfig glider;
    glider.type = MeshVesselType::slocum;
    glider.min_depth_m = 40.0;
    CHECK(at_height(glider, -41.0).is_open);
    CHECK(at_height(glider, -39.0).shallow);
    CHECK_FALSE(at_height(glider, -39.0).is_open);
    CHECK(mesh_vessel_type("Windracer") == MeshVesselType::windracer);
    CHECK_FALSE(mesh_vessel_type("windracer"));
}
