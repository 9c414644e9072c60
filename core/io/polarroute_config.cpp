// SPDX-License-Identifier: Apache-2.0
#include "core/io/polarroute_config.hpp"

#include "core/base/error.hpp"
#include "core/base/table.hpp"
#include "core/base/text.hpp"
#include "core/io/polarroute_parts.hpp"
#include "core/io/python_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace fairlead::io {
namespace {

constexpr double greatest_speed_kmh = 1000.0;
constexpr double greatest_metres = 12000.0;

/// Keys that change what is looked for; the others are passed over by name.
constexpr std::array known_route_keys{"objective_function", "path_variables", "vector_names",
                                      "time_unit",          "zero_currents",  "fixed_speed",
                                      "adjust_waypoints"};

bool is_marked(std::string_view field) {
    return to_lower(trim(field)) == "x";
}

} // namespace

vessel::MeshVesselConfig polarroute_vessel(const nlohmann::json& json, const std::string& where) {
    const JsonFields fields(json, where);
    vessel::MeshVesselConfig config;
    config.type_name = fields.text("vessel_type");
    const auto type = vessel::mesh_vessel_type(config.type_name);
    if (!type) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: vessel_type is {}, but known are SDA, SDAWind, example_ship, "
                                "Slocum, BoatyMcBoatFace, TwinOtter and Windracer",
                                where, config.type_name));
    }
    config.type = *type;
    if (const auto unit = fields.text("unit"); unit != "km/hr") {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: unit is {}, but speeds are read in km/hr", where, unit));
    }
    (void)fields.at("max_speed");
    config.max_speed_kmh = *fields.number("max_speed", 0.0, greatest_speed_kmh);
    config.max_ice_percent = fields.number("max_ice_conc", 0.0, 100.0);
    config.min_depth_m = fields.number("min_depth", 0.0, greatest_metres);
    config.max_wave_m = fields.number("max_wave", 0.0, 100.0);
    config.max_elevation_m = fields.number("max_elevation", 0.0, greatest_metres);
    config.beam_m = fields.number("beam", 0.1, 200.0);
    config.force_limit_n = fields.number("force_limit", 1e-3, 1e9);
    config.excluded_zones = fields.texts("excluded_zones");
    config.neighbour_splitting = fields.flag("neighbour_splitting", true);
    using Type = vessel::MeshVesselType;
    if (*type == Type::sda || *type == Type::sda_wind) {
        for (const auto* key : {"beam", "force_limit", "max_ice_conc", "min_depth"}) {
            (void)fields.at(key);
        }
        const auto hull = fields.text("hull_type");
        if (hull != "slender" && hull != "blunt") {
            fields.refuse(fmt::format("hull_type is {}, neither slender nor blunt", hull));
        }
        config.is_blunt = hull == "blunt";
    } else if (*type == Type::slocum || *type == Type::boaty) {
        (void)fields.at("max_ice_conc");
        (void)fields.at("min_depth");
    } else {
        (void)fields.at("max_elevation");
    }
    return config;
}

vessel::MeshVesselConfig parse_polarroute_vessel(std::string_view text, const std::string& file) {
    return polarroute_vessel(parse_python_json(text, file), file);
}

vessel::MeshVesselConfig read_polarroute_vessel(const std::filesystem::path& file) {
    return parse_polarroute_vessel(read_text_file(file), file.string());
}

PolarrouteRouteConfig parse_polarroute_route(std::string_view text, const std::string& file) {
    const auto json = parse_python_json(text, file);
    const JsonFields fields(json, file);
    PolarrouteRouteConfig config;
    config.objective = fields.text("objective_function");
    if (config.objective != "traveltime" && config.objective != "fuel" &&
        config.objective != "battery") {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: objective_function is {}, but known are traveltime, fuel and "
                                "battery",
                                file, config.objective));
    }
    if (const auto vectors = fields.texts("vector_names"); !vectors.empty()) {
        if (vectors.size() != 2) {
            fields.refuse("vector_names does not name two keys, east and north");
        }
        config.east_key = vectors[0];
        config.north_key = vectors[1];
    }
    config.zero_currents = fields.flag("zero_currents", false);
    config.fixed_speed = fields.flag("fixed_speed", false);
    config.adjust_waypoints = fields.flag("adjust_waypoints", true);
    for (const auto& [key, value] : json.items()) {
        if (std::find(known_route_keys.begin(), known_route_keys.end(), key) ==
            known_route_keys.end()) {
            config.ignored.push_back(key);
        }
    }
    return config;
}

PolarrouteRouteConfig read_polarroute_route(const std::filesystem::path& file) {
    return parse_polarroute_route(read_text_file(file), file.string());
}

std::vector<PolarrouteWaypoint> parse_polarroute_waypoints(std::string_view text,
                                                           const std::string& file) {
    const auto table = Table::parse(text, file);
    std::vector<PolarrouteWaypoint> waypoints;
    for (std::size_t row = 0; row < table.row_count(); ++row) {
        const double latitude = table.number(row, "Lat");
        if (std::abs(latitude) > 90.0) {
            throw Error(ErrorCode::malformed, fmt::format("{}: Lat is {}, not from -90 to 90",
                                                          table.where(row), latitude));
        }
        const double longitude = table.number(row, "Long");
        if (std::abs(longitude) > 360.0) {
            throw Error(ErrorCode::malformed, fmt::format("{}: Long is {}, not from -360 to 360",
                                                          table.where(row), longitude));
        }
        waypoints.push_back({table.text(row, "Name"), geo::Position::degrees(latitude, longitude),
                             is_marked(table.text(row, "Source")),
                             is_marked(table.text(row, "Destination"))});
    }
    for (const bool source : {true, false}) {
        if (std::none_of(waypoints.begin(), waypoints.end(), [source](const auto& waypoint) {
                return source ? waypoint.is_source : waypoint.is_destination;
            })) {
            throw Error(ErrorCode::malformed, fmt::format("{}: no row has an X under {}", file,
                                                          source ? "Source" : "Destination"));
        }
    }
    return waypoints;
}

std::vector<PolarrouteWaypoint> read_polarroute_waypoints(const std::filesystem::path& file) {
    return parse_polarroute_waypoints(read_text_file(file), file.string());
}

} // namespace fairlead::io
