// SPDX-License-Identifier: Apache-2.0
#include "tests/support/mesh_cases.hpp"

#include "core/base/text.hpp"
#include "core/io/polarroute_config.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <set>

namespace fairlead::test {
namespace {

using nlohmann::json;

const char* total_key(plan::MeshObjective objective) {
    switch (objective) {
    case plan::MeshObjective::fuel:
        return "total_fuel";
    case plan::MeshObjective::battery:
        return "total_battery";
    default:
        return "total_traveltime_days";
    }
}

std::vector<geo::Position> line_of(const json& routes, const std::string& from,
                                   const std::string& to) {
    std::vector<geo::Position> line;
    for (const auto& feature : routes.at("features")) {
        if (feature.at("properties").at("from") == from &&
            feature.at("properties").at("to") == to) {
            for (const auto& point : feature.at("geometry").at("coordinates")) {
                line.push_back(geo::Position::degrees(point[1], point[0]));
            }
        }
    }
    return line;
}

MeshCase route_case(const json& entry, const std::filesystem::path& folder) {
    MeshCase result;
    result.id = entry.at("id");
    result.mesh = folder / entry.at("mesh").get<std::string>();
    const auto config = io::parse_polarroute_route(entry.at("route_config").dump(), result.id);
    result.options.objective = *plan::mesh_objective_named(config.objective);
    result.options.east_key = config.east_key;
    result.options.north_key = config.north_key;
    result.options.zero_currents = config.zero_currents;
    result.options.fixed_speed = config.fixed_speed;
    result.options.adjust_waypoints = config.adjust_waypoints;

    const auto lines =
        json::parse(read_text_file(folder / entry.at("expected_geojson").get<std::string>()));
    const auto waypoints =
        io::read_polarroute_waypoints(folder / entry.at("waypoints_csv").get<std::string>());
    for (const auto& from : waypoints) {
        for (const auto& to : waypoints) {
            if (!from.is_source || !to.is_destination || from.position == to.position) {
                continue;
            }
            MeshCaseRoute route;
            route.from = {from.name, from.position};
            route.to = {to.name, to.position};
            const auto& expected = entry.at("expected");
            const auto found =
                std::find_if(expected.begin(), expected.end(), [&](const json& candidate) {
                    return candidate.at("from") == from.name && candidate.at("to") == to.name;
                });
            if (found == expected.end()) {
                result.without_route.push_back(route);
                continue;
            }
            const auto corrected = found->find("corrected_by_reference_impl");
            const auto& totals = corrected == found->end() ? *found : *corrected;
            route.theirs = totals.at(total_key(result.options.objective));
            route.reads_opposite_heading =
                corrected == found->end() && entry.at("stage") == "smoothed";
            route.line = line_of(lines, from.name, to.name);
            result.routes.push_back(route);
        }
    }
    return result;
}

} // namespace

std::optional<std::filesystem::path> mesh_case_folder() {
    const std::filesystem::path source = FAIRLEAD_SOURCE_FOLDER;
    const char* given = std::getenv("FAIRLEAD_SHARED_CONFORMANCE");
    for (const auto& folder :
         {std::filesystem::path(given == nullptr ? "" : given), source / "../shared/conformance",
          source / "../../shared/conformance"}) {
        if (!folder.empty() && std::filesystem::exists(folder / "polarroute/manifest.json")) {
            return folder / "polarroute";
        }
    }
    std::cout << "skipped: the PolarRoute cases are not here (set FAIRLEAD_SHARED_CONFORMANCE)\n";
    return std::nullopt;
}

MeshCases read_mesh_cases(const std::filesystem::path& folder) {
    const auto manifest = json::parse(read_text_file(folder / "manifest.json"));
    MeshCases cases;
    for (const auto& entry : manifest.at("cases")) {
        if (entry.at("kind") == "route") {
            cases.routes.push_back(route_case(entry, folder));
        } else {
            cases.vessels.push_back(
                {entry.at("id"), folder / entry.at("env_mesh").get<std::string>(),
                 folder / entry.at("expected_vessel_mesh").get<std::string>(),
                 io::parse_polarroute_vessel(entry.at("vessel_config").dump(), entry.at("id"))});
        }
    }
    return cases;
}

std::optional<double> value_of_line(const plan::MeshWorld& world,
                                    const std::vector<geo::Position>& line, Heading heading) {
    constexpr double rounding_deg = 1e-6;
    const auto sea = world.sea();
    double sum = 0.0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        std::optional<double> least;
        for (graph::MeshVertex cell = 0; cell < sea.graph->vertex_count(); ++cell) {
            const auto& box = sea.graph->box(cell);
            const auto seen = [&](const geo::Position& position) {
                return graph::MeshPoint{box.longitude_here(position.longitude_deg()),
                                        position.latitude_deg()};
            };
            const auto holds = [&](const graph::MeshPoint& point) {
                return point.longitude_deg >= box.west_deg - rounding_deg &&
                       point.longitude_deg <= box.east_deg + rounding_deg &&
                       point.latitude_deg >= box.south_deg - rounding_deg &&
                       point.latitude_deg <= box.north_deg + rounding_deg;
            };
            const auto from = seen(line[i]);
            const auto to = seen(line[i + 1]);
            if (holds(from) && holds(to)) {
                const auto& transit = sea.transits[cell];
                const auto leg = search::mesh_leg_value(transit, from, to);
                if (!leg) {
                    continue;
                }
                constexpr std::size_t half_turn = cost::course_sector_count / 2;
                const double cost =
                    heading == Heading::sailed
                        ? leg->cost
                        : leg->time_s * transit.rate_per_s[(leg->sector + half_turn) %
                                                           cost::course_sector_count];
                if (!least || cost < *least) {
                    least = cost;
                }
            }
        }
        if (!least) {
            return std::nullopt;
        }
        sum += *least;
    }
    constexpr double seconds_per_day = 86400.0;
    return world.options().objective == plan::MeshObjective::time ? sum / seconds_per_day : sum;
}

double true_total(const plan::MeshWorld& world, const MeshCaseRoute& route) {
    if (!route.reads_opposite_heading) {
        return route.theirs;
    }
    const auto sailed = value_of_line(world, route.line);
    const auto opposite = value_of_line(world, route.line, Heading::opposite);
    return sailed && opposite ? route.theirs * *sailed / *opposite : route.theirs;
}

} // namespace fairlead::test
