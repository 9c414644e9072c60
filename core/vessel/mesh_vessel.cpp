// SPDX-License-Identifier: Apache-2.0
#include "core/vessel/mesh_vessel.hpp"

#include "core/base/contract.hpp"
#include "core/vessel/polarroute_model.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace fairlead::vessel {
namespace {

constexpr double kmh_per_mps = 3.6;
constexpr double hours_per_day = 24.0;

constexpr double heading_rad(std::size_t sector) {
    return std::numbers::pi / 4.0 * static_cast<double>((sector + 1) % 8);
}

bool is_ship(MeshVesselType type) {
    return type == MeshVesselType::sda || type == MeshVesselType::sda_wind;
}

MeshSectors all_sectors(double value) {
    MeshSectors sectors;
    sectors.fill(value);
    return sectors;
}

/// Speed in ice and the resistance of it. Nothing known of the ice: open water.
struct IceRun {
    double speed_kmh;
    double resistance_n;
};

IceRun run_in_ice(const MeshVesselConfig& config, const MeshConditions& sea) {
    const double open_kmh = sea.speed_kmh.value_or(config.max_speed_kmh);
    if (!sea.ice_percent || !sea.ice_thickness_m || !sea.ice_density_kg_per_m3) {
        return {open_kmh, 0.0};
    }
    constexpr double percent = 0.01;
    const IceState ice{*sea.ice_percent * percent, *sea.ice_thickness_m};
    if (!(ice.concentration > 0.0) || !(ice.thickness_m > 0.0) ||
        !(*sea.ice_density_kg_per_m3 > 0.0)) {
        return {*sea.ice_percent == 0.0 ? config.max_speed_kmh : open_kmh, 0.0};
    }
    const PolarrouteResistance resistance(
        config.is_blunt ? PolarrouteResistance::blunt : PolarrouteResistance::slender,
        Length::metres(*config.beam_m), *sea.ice_density_kg_per_m3);
    const double resistance_n = resistance.resistance_n(ice, open_kmh / kmh_per_mps);
    if (resistance_n <= *config.force_limit_n) {
        return {open_kmh, resistance_n};
    }
    const double slower_mps = resistance.speed_mps(ice, *config.force_limit_n);
    return {slower_mps * kmh_per_mps, resistance.resistance_n(ice, slower_mps)};
}

/// Drag coefficient of the ship by the angle of the apparent wind off the bow [rad].
double wind_coefficient(double angle_rad) {
    constexpr std::array<double, 7> coefficients{0.94, 0.77, 0.42, 0.48, 0.17, -0.30, -0.34};
    constexpr double step_rad = std::numbers::pi / 6.0;
    const double steps = std::clamp(angle_rad / step_rad, 0.0, 6.0);
    const auto below = std::min<std::size_t>(5, static_cast<std::size_t>(steps));
    const double share = steps - static_cast<double>(below);
    return coefficients[below] + share * (coefficients[below + 1] - coefficients[below]);
}

/// What the wind adds to the ship's own air drag, which open-water fuel includes; may be negative.
double wind_resistance_n(const MeshConditions& sea, double speed_kmh, double heading) {
    constexpr double mps_per_kmh = 0.277778; // as rounded in PolarRoute
    constexpr double half_density_times_area = 0.5 * 1.225 * 750.0;
    const double speed_mps = speed_kmh * mps_per_kmh;
    const double ship_east = speed_mps * std::sin(heading);
    const double ship_north = speed_mps * std::cos(heading);
    const double apparent_east = *sea.wind_east_mps - ship_east;
    const double apparent_north = *sea.wind_north_mps - ship_north;
    const double apparent_mps = std::hypot(apparent_east, apparent_north);
    double angle = 0.0;
    if (apparent_mps > 0.0) {
        const double towards_ship = -(ship_east * apparent_east + ship_north * apparent_north);
        angle = speed_mps > 0.0
                    ? std::acos(std::clamp(towards_ship / (speed_mps * apparent_mps), -1.0, 1.0))
                    : std::numbers::pi / 2.0;
    }
    return half_density_times_area * (apparent_mps * apparent_mps * wind_coefficient(angle) -
                                      speed_mps * speed_mps * wind_coefficient(0.0));
}

/// SDAWind: wind ahead takes up to three quarters of the speed, wind astern gives a little.
double speed_in_wind(double speed_kmh, double wind_resistance_n, double force_limit_n) {
    const double share = wind_resistance_n / force_limit_n;
    constexpr double least_factor = 0.25;
    if (share > 0.0) {
        return speed_kmh * (share < 1.0 - least_factor ? 1.0 - share : least_factor);
    }
    constexpr double tenth = 0.1;
    return speed_kmh * (1.0 - tenth * share);
}

double ship_fuel_t_per_day(double speed_kmh, double resistance_n) {
    const double resistance = std::max(0.0, resistance_n);
    return hours_per_day * (0.00137247 * speed_kmh * speed_kmh - 0.0029601 * speed_kmh +
                            PolarrouteFuelModel::at_rest_t_per_h +
                            7.75218178e-11 * resistance * resistance + 6.48113363e-06 * resistance);
}

MeshPerformance ship_performance(const MeshVesselConfig& config, const MeshConditions& sea) {
    const auto ice = run_in_ice(config, sea);
    MeshPerformance performance;
    performance.speed_kmh = all_sectors(ice.speed_kmh);
    auto& fuel = performance.fuel_t_per_day.emplace();
    auto& resistance = performance.resistance_n.emplace();
    for (std::size_t i = 0; i < fuel.size(); ++i) {
        resistance[i] = ice.resistance_n;
        auto& speed = performance.speed_kmh[i];
        if (sea.wind_east_mps && sea.wind_north_mps) {
            const double wind_n = wind_resistance_n(sea, ice.speed_kmh, heading_rad(i));
            resistance[i] += wind_n;
            if (config.type == MeshVesselType::sda_wind) {
                speed = speed_in_wind(ice.speed_kmh, wind_n, *config.force_limit_n);
            }
        }
        fuel[i] = ship_fuel_t_per_day(speed, resistance[i]);
    }
    return performance;
}

/// Ah a day: less in shallower water, where the glider turns more often.
double glider_battery(const MeshVesselConfig& config, double elevation_m) {
    const double deep = 4.44444444 * config.max_speed_kmh - 0.55555555;
    constexpr double deep_m = -1000.0;
    return elevation_m <= deep_m ? deep : deep * (0.001 * elevation_m + 2.0);
}

} // namespace

std::optional<MeshVesselType> mesh_vessel_type(std::string_view name) noexcept {
    constexpr std::array<std::pair<std::string_view, MeshVesselType>, 7> types{
        {{"SDA", MeshVesselType::sda},
         {"SDAWind", MeshVesselType::sda_wind},
         {"example_ship", MeshVesselType::sda},
         {"Slocum", MeshVesselType::slocum},
         {"BoatyMcBoatFace", MeshVesselType::boaty},
         {"TwinOtter", MeshVesselType::twin_otter},
         {"Windracer", MeshVesselType::windracer}}};
    for (const auto& [known, type] : types) {
        if (name == known) {
            return type;
        }
    }
    return std::nullopt;
}

MeshAccess mesh_access(const MeshVesselConfig& config, const MeshConditions& sea) {
    MeshAccess access;
    const auto exceeds = [](const std::optional<double>& value, const std::optional<double>& most) {
        return value && most && *value > *most;
    };
    const bool flies =
        config.type == MeshVesselType::twin_otter || config.type == MeshVesselType::windracer;
    if (is_ship(config.type)) {
        access.land = sea.elevation_m && *sea.elevation_m > -config.min_depth_m.value_or(0.0);
        access.waves = exceeds(sea.wave_m, config.max_wave_m);
    } else {
        access.land = sea.elevation_m && *sea.elevation_m >= 0.0;
        access.shallow = !flies && sea.elevation_m && *sea.elevation_m < 0.0 &&
                         *sea.elevation_m > -config.min_depth_m.value_or(0.0);
    }
    if (!flies) {
        access.ice = exceeds(sea.ice_percent, config.max_ice_percent);
    }
    access.elevation = config.type == MeshVesselType::twin_otter &&
                       exceeds(sea.elevation_m, config.max_elevation_m);
    access.excluded = sea.is_in_excluded_zone;
    access.is_open = !((access.land && !flies) || access.shallow || access.ice || access.waves ||
                       access.elevation || access.excluded);
    return access;
}

MeshPerformance mesh_performance(const MeshVesselConfig& config, const MeshConditions& sea) {
    if (is_ship(config.type)) {
        FAIRLEAD_EXPECTS(config.beam_m && config.force_limit_n);
        return ship_performance(config, sea);
    }
    constexpr double boaty_kwh_per_day = 4.75;
    constexpr double twin_otter_t_per_day = 3.858;
    constexpr double windracer_w = 350.0;
    MeshPerformance performance;
    performance.speed_kmh = all_sectors(config.max_speed_kmh);
    switch (config.type) {
    case MeshVesselType::slocum:
        performance.battery_per_day =
            all_sectors(glider_battery(config, sea.elevation_m.value_or(0.0)));
        break;
    case MeshVesselType::boaty:
        performance.battery_per_day = all_sectors(boaty_kwh_per_day);
        break;
    case MeshVesselType::twin_otter:
        performance.fuel_t_per_day = all_sectors(twin_otter_t_per_day);
        break;
    default:
        performance.battery_per_day = all_sectors(windracer_w);
    }
    return performance;
}

} // namespace fairlead::vessel
