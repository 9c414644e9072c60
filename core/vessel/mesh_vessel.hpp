// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The vessels of PolarRoute 1.1 and what they do in one cell of its meshes: ships (SDA, SDAWind,
/// example_ship), the Slocum glider, the BoatyMcBoatFace submersible, the Twin Otter aeroplane and
/// the Windracer drone. Source: british-antarctic-survey/PolarRoute, vessel_performance/vessels;
/// its rounded constants are kept, so that its meshes come out the same.

#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::vessel {

enum class MeshVesselType { sda, sda_wind, slocum, boaty, twin_otter, windracer };

/// A vessel as PolarRoute's configuration file describes it.
struct MeshVesselConfig {
    MeshVesselType type = MeshVesselType::sda;
    std::string type_name; ///< as the file has it
    double max_speed_kmh = 0.0;
    std::optional<double> max_ice_percent;
    std::optional<double> min_depth_m;
    std::optional<double> max_wave_m;
    std::optional<double> max_elevation_m;
    std::optional<double> beam_m;
    bool is_blunt = false; ///< hull_type; else slender
    std::optional<double> force_limit_n;
    std::vector<std::string> excluded_zones; ///< keys of flags
    bool neighbour_splitting = true;
};

/// "SDA" and the other names of the format; nothing for another.
[[nodiscard]] std::optional<MeshVesselType> mesh_vessel_type(std::string_view name) noexcept;

/// Eighths of the compass: NE, E, SE, S, SW, W, NW, N.
using MeshSectors = std::array<double, 8>;

/// What a cell says of the sea; nothing where it has no data.
struct MeshConditions {
    std::optional<double> ice_percent;
    std::optional<double> ice_thickness_m;
    std::optional<double> ice_density_kg_per_m3;
    std::optional<double> elevation_m;
    std::optional<double> wave_m;
    std::optional<double> wind_east_mps;
    std::optional<double> wind_north_mps;
    std::optional<double> speed_kmh; ///< of a vessel mesh that is modelled anew
    bool is_in_excluded_zone = false;
};

/// Why a vessel does not enter; all false: it does.
struct MeshAccess {
    bool land = false; ///< does not stop what flies
    bool shallow = false;
    bool ice = false;
    bool waves = false;
    bool elevation = false;
    bool excluded = false;
    bool is_open = true;
};

struct MeshPerformance {
    MeshSectors speed_kmh{};
    std::optional<MeshSectors> fuel_t_per_day;
    std::optional<MeshSectors> battery_per_day; ///< Ah (glider), kWh (submersible), W (drone)
    std::optional<MeshSectors> resistance_n;    ///< of ships
};

[[nodiscard]] MeshAccess mesh_access(const MeshVesselConfig& config, const MeshConditions& sea);
/// @pre the vessel may enter.
[[nodiscard]] MeshPerformance mesh_performance(const MeshVesselConfig& config,
                                               const MeshConditions& sea);

} // namespace fairlead::vessel
