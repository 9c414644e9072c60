// SPDX-License-Identifier: Apache-2.0
#include "core/plan/mesh_voyage.hpp"

#include "core/base/error.hpp"
#include "core/geo/geodesic.hpp"
#include "core/geo/rhumb_line.hpp"
#include "core/route/mesh_refinement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace fairlead::plan {
namespace {

using graph::MeshPoint;
using graph::MeshVertex;

constexpr double seconds_per_day = 86400.0;
constexpr double kmh_per_mps = 3.6;

const char* key_of(MeshObjective objective) {
    return objective == MeshObjective::fuel ? "fuel" : "battery";
}

/// Cells of a mesh and their fields, named in errors.
class CellReader {
  public:
    CellReader(const io::PolarrouteMesh& mesh, const MeshOptions& options)
        : mesh_(mesh), options_(options) {}

    [[nodiscard]] cost::CellTransit transit(const io::PolarrouteCell& cell) const {
        cost::CellTransit transit;
        if (options_.fixed_speed) {
            if (!mesh_.vessel) {
                throw Error(ErrorCode::unsupported,
                            fmt::format("{}: fixed speed is asked for, but the mesh does not say "
                                        "the vessel's (config.vessel_info)",
                                        mesh_.file));
            }
            transit.speed_mps.fill(mesh_.vessel->max_speed_kmh / kmh_per_mps);
        } else {
            transit.speed_mps = list(cell, "speed");
            for (auto& speed : transit.speed_mps) {
                speed /= kmh_per_mps;
            }
        }
        if (options_.objective == MeshObjective::time) {
            transit.rate_per_s.fill(1.0);
        } else {
            transit.rate_per_s = list(cell, key_of(options_.objective));
            for (auto& rate : transit.rate_per_s) {
                rate /= seconds_per_day;
            }
        }
        if (!options_.zero_currents) {
            transit.current_east_mps = current(cell, options_.east_key);
            transit.current_north_mps = current(cell, options_.north_key);
        }
        return transit;
    }

    [[nodiscard]] io::SectorList list(const io::PolarrouteCell& cell, const char* key) const {
        const auto found = cell.lists.find(key);
        if (found == cell.lists.end()) {
            refuse(cell, fmt::format("{} is missing, which a vessel mesh has for this objective; "
                                     "a mesh of the sea alone needs a vessel",
                                     key));
        }
        for (const double value : found->second) {
            if (!std::isfinite(value) || value < 0.0) {
                refuse(cell, fmt::format("{} holds {}, not a number from 0 up", key, value));
            }
        }
        return found->second;
    }

  private:
    [[nodiscard]] double current(const io::PolarrouteCell& cell, const std::string& key) const {
        const auto found = cell.numbers.find(key);
        if (found == cell.numbers.end()) {
            refuse(cell, fmt::format("{} is missing; with zero currents the mesh can be used "
                                     "without",
                                     key));
        }
        constexpr double greatest_mps = 50.0;
        if (!(std::abs(found->second) <= greatest_mps)) {
            refuse(cell, fmt::format("{} is {}, not a current of at most {} m/s", key,
                                     found->second, greatest_mps));
        }
        return found->second;
    }

    [[noreturn]] void refuse(const io::PolarrouteCell& cell, const std::string& why) const {
        throw Error(ErrorCode::malformed, fmt::format("{}: cell {}: {}", mesh_.file, cell.id, why));
    }

    const io::PolarrouteMesh& mesh_;
    const MeshOptions& options_;
};

bool is_open(const io::PolarrouteMesh& mesh, std::size_t cell) {
    const auto flag = mesh.cells[cell].flags.find("inaccessible");
    return mesh.is_in_graph[cell] && (flag == mesh.cells[cell].flags.end() || !flag->second);
}

bool every_open_cell_has(const io::PolarrouteMesh& mesh, const char* key) {
    for (std::size_t i = 0; i < mesh.cells.size(); ++i) {
        if (is_open(mesh, i) && !mesh.cells[i].lists.contains(key)) {
            return false;
        }
    }
    return true;
}

/// The graph of the cells that are open, renumbered; `ids` gets their names.
graph::MeshGraph graph_of(const io::PolarrouteMesh& mesh, std::vector<std::string>& ids) {
    constexpr auto none = std::numeric_limits<MeshVertex>::max();
    std::vector<MeshVertex> vertex(mesh.cells.size(), none);
    std::vector<graph::MeshBox> boxes;
    for (std::size_t i = 0; i < mesh.cells.size(); ++i) {
        if (is_open(mesh, i)) {
            vertex[i] = static_cast<MeshVertex>(boxes.size());
            boxes.push_back(mesh.cells[i].box);
            ids.push_back(mesh.cells[i].id);
        }
    }
    if (boxes.empty()) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: has no cell that the vessel may enter", mesh.file));
    }
    std::vector<std::vector<MeshVertex>> neighbours(boxes.size());
    for (std::size_t i = 0; i < mesh.cells.size(); ++i) {
        if (vertex[i] == none) {
            continue;
        }
        for (const auto other : mesh.neighbours[i]) {
            if (vertex[other] != none) {
                neighbours[vertex[i]].push_back(vertex[other]);
            }
        }
    }
    try {
        return {std::move(boxes), neighbours, ids};
    } catch (const Error& problem) {
        throw Error(problem.code(), fmt::format("{}: {}", mesh.file, problem.what()));
    }
}

geo::Position position_of(const MeshPoint& point) {
    return geo::Position::degrees(std::clamp(point.latitude_deg, -90.0, 90.0), point.longitude_deg);
}

route::MeshRoute route_of(const MeshWorld& world, route::MeshOptimum optimum) {
    const auto sea = world.sea();
    route::MeshRoute result;
    result.path = std::move(optimum.path);
    result.last_gain = optimum.last_gain;
    result.cost =
        result.path.cost / (world.options().objective == MeshObjective::time ? seconds_per_day : 1);
    result.points.push_back(position_of(result.path.from.point));
    for (std::size_t i = 0; i < result.path.cells.size(); ++i) {
        const auto cell = result.path.cells[i];
        const auto [from, to] = result.path.leg(world.graph(), i);
        const auto value = search::mesh_leg_value(sea.transits[cell], from, to);
        const auto reached = position_of(to);
        if (!value || (value->time_s == 0.0 && i + 1 < result.path.cells.size())) {
            continue; // through a corner in no time
        }
        route::MeshLeg leg;
        leg.cell = world.cell_id(cell);
        leg.time = Duration::seconds(value->time_s);
        leg.distance = geo::rhumb_inverse(result.points.back(), reached).distance;
        leg.speed = Speed::metres_per_second(sea.transits[cell].speed_mps[value->sector]);
        const double days = value->time_s / seconds_per_day;
        const auto add = [days](const std::optional<double>& rate, std::optional<double>& of_leg,
                                std::optional<double>& total) {
            if (rate) {
                of_leg = *rate * days;
                total = total.value_or(0.0) + *of_leg;
            }
        };
        add(world.fuel_t_per_day(cell, value->sector), leg.fuel_t, result.fuel_t);
        add(world.battery_per_day(cell, value->sector), leg.battery, result.battery);
        result.time += leg.time;
        result.distance += leg.distance;
        result.points.push_back(reached);
        result.legs.push_back(std::move(leg));
    }
    return result;
}

} // namespace

std::optional<MeshObjective> mesh_objective_named(std::string_view word) noexcept {
    if (word == "traveltime" || word == "time") {
        return MeshObjective::time;
    }
    if (word == "fuel") {
        return MeshObjective::fuel;
    }
    return word == "battery" ? std::optional(MeshObjective::battery) : std::nullopt;
}

MeshWorld::MeshWorld(const io::PolarrouteMesh& mesh, const MeshOptions& options)
    : options_(options), graph_(graph_of(mesh, ids_)) {
    const CellReader reader(mesh, options_);
    const bool has_fuel = every_open_cell_has(mesh, "fuel");
    const bool has_battery = every_open_cell_has(mesh, "battery");
    for (std::size_t i = 0; i < mesh.cells.size(); ++i) {
        if (!is_open(mesh, i)) {
            continue;
        }
        const auto& cell = mesh.cells[i];
        transits_.push_back(reader.transit(cell));
        if (has_fuel) {
            fuel_.push_back(reader.list(cell, "fuel"));
        }
        if (has_battery) {
            battery_.push_back(reader.list(cell, "battery"));
        }
    }
}

std::optional<double> MeshWorld::fuel_t_per_day(MeshVertex cell, std::size_t sector) const {
    return fuel_.empty() ? std::nullopt : std::optional(fuel_[cell][sector]);
}

std::optional<double> MeshWorld::battery_per_day(MeshVertex cell, std::size_t sector) const {
    return battery_.empty() ? std::nullopt : std::optional(battery_[cell][sector]);
}

std::optional<search::MeshEnd> MeshWorld::locate(const geo::Position& position) const {
    const MeshPoint point{position.longitude_deg(), position.latitude_deg()};
    for (MeshVertex cell = 0; cell < graph_.vertex_count(); ++cell) {
        const auto& box = graph_.box(cell);
        if (box.holds(point)) {
            return search::MeshEnd{cell,
                                   {box.longitude_here(point.longitude_deg), point.latitude_deg}};
        }
    }
    return std::nullopt;
}

std::optional<search::MeshEnd> MeshWorld::locate_near(const geo::Position& position) const {
    double least = std::numeric_limits<double>::infinity();
    MeshVertex nearest = 0;
    const auto seen_from = [&](const graph::MeshBox& box) {
        return MeshPoint{box.longitude_here(position.longitude_deg()), position.latitude_deg()};
    };
    for (MeshVertex cell = 0; cell < graph_.vertex_count(); ++cell) {
        const auto& box = graph_.box(cell);
        const auto point = seen_from(box);
        const double distance = std::hypot(
            std::max({box.west_deg - point.longitude_deg, 0.0, point.longitude_deg - box.east_deg}),
            std::max(
                {box.south_deg - point.latitude_deg, 0.0, point.latitude_deg - box.north_deg}));
        if (distance < least) {
            least = distance;
            nearest = cell;
        }
    }
    const auto& box = graph_.box(nearest);
    const auto centre = box.centre();
    const auto point = seen_from(box);
    const double east = point.longitude_deg - centre.longitude_deg;
    const double north = point.latitude_deg - centre.latitude_deg;
    // Shares of the line from the centre to the place: where it leaves the cell.
    const double to_side = std::min(0.5 * (box.east_deg - box.west_deg) / std::abs(east),
                                    0.5 * (box.north_deg - box.south_deg) / std::abs(north));
    const double inside = std::min(1.0, to_side);
    constexpr double farthest_deg = 5.0;
    constexpr double behind_the_edge = 1e-3;
    if (std::hypot(east, north) * (1.0 - inside) > farthest_deg) {
        return std::nullopt;
    }
    const double share = inside * (1.0 - behind_the_edge);
    return search::MeshEnd{
        nearest, {centre.longitude_deg + share * east, centre.latitude_deg + share * north}};
}

MeshAnswer plan_mesh_voyage(const MeshWorld& world, const MeshPlace& from, const MeshPlace& to) {
    MeshAnswer answer;
    std::optional<search::MeshEnd> ends[2];
    const MeshPlace* const places[2] = {&from, &to};
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& place = *places[i];
        ends[i] = world.locate(place.position);
        if (!ends[i] && world.options().adjust_waypoints) {
            ends[i] = world.locate_near(place.position);
            if (ends[i]) {
                rules::Finding moved;
                moved.code = "mesh.place_moved";
                moved.severity = rules::Severity::caution;
                moved.subject = place.name;
                moved.position = place.position;
                const auto there = position_of(ends[i]->point);
                moved.message = fmt::format(
                    "{} lies in no cell that the vessel may enter: moved by {:.2f} nm to {}, in "
                    "cell {}.",
                    place.name,
                    geo::geodesic_inverse(place.position, there).distance.in_nautical_miles(),
                    geo::format_position(there), world.cell_id(ends[i]->cell));
                answer.findings.push_back(std::move(moved));
            }
        }
        if (!ends[i]) {
            answer.outcome = NoMeshRoute{fmt::format(
                "{} at {} lies in no cell of the mesh that the vessel may enter{}.", place.name,
                geo::format_position(place.position),
                world.options().adjust_waypoints ? ", and none is within 5 degrees" : "")};
            return answer;
        }
    }
    auto optimum = route::optimal_mesh_path(world.sea(), *ends[0], *ends[1]);
    if (!optimum) {
        answer.outcome = NoMeshRoute{
            fmt::format("No chain of cells that the vessel may enter leads from {} to {}.",
                        from.name, to.name)};
        return answer;
    }
    answer.outcome = route_of(world, std::move(*optimum));
    return answer;
}

std::vector<rules::Finding> mesh_limits() {
    const auto unchecked = [](const char* code, const char* message) {
        rules::Finding finding;
        finding.code = code;
        finding.severity = rules::Severity::caution;
        finding.message = message;
        return finding;
    };
    return {
        unchecked("mesh.no_coastline",
                  "Land is where the mesh has no open cell: no coastline was checked."),
        unchecked("mesh.no_rules", "POLARIS, under-keel clearance and zones were not checked: the "
                                   "mesh says only where its vessel may go."),
        unchecked("mesh.still", "The mesh holds one state of the sea: changes during the voyage "
                                "were not looked at.")};
}

} // namespace fairlead::plan
