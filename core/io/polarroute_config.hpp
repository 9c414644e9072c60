// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The small files of PolarRoute: vessel and route settings (JSON) and waypoints (CSV).
/// Source: british-antarctic-survey/PolarRoute 1.1, config_validation and its examples.

#include "core/geo/position.hpp"
#include "core/vessel/mesh_vessel.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::io {

/// @throws Error (not_found, io, malformed, unsupported) in one sentence naming file and key; so do
///         the others.
[[nodiscard]] vessel::MeshVesselConfig read_polarroute_vessel(const std::filesystem::path& file);
[[nodiscard]] vessel::MeshVesselConfig parse_polarroute_vessel(std::string_view text,
                                                               const std::string& file);

struct PolarrouteRouteConfig {
    std::string objective = "traveltime"; ///< or "fuel" or "battery"
    std::string east_key = "uC";          ///< of the currents in the mesh
    std::string north_key = "vC";
    bool zero_currents = false;
    bool fixed_speed = false;
    bool adjust_waypoints = true;
    /// Keys that were passed over: they steer how PolarRoute searches, not what it looks for, or
    /// are unknown.
    std::vector<std::string> ignored;
};

[[nodiscard]] PolarrouteRouteConfig read_polarroute_route(const std::filesystem::path& file);
[[nodiscard]] PolarrouteRouteConfig parse_polarroute_route(std::string_view text,
                                                           const std::string& file);

struct PolarrouteWaypoint {
    std::string name;
    geo::Position position;
    bool is_source = false;
    bool is_destination = false;
};

/// @return at least one source and one destination.
[[nodiscard]] std::vector<PolarrouteWaypoint>
read_polarroute_waypoints(const std::filesystem::path& file);
[[nodiscard]] std::vector<PolarrouteWaypoint> parse_polarroute_waypoints(std::string_view text,
                                                                         const std::string& file);

} // namespace fairlead::io
