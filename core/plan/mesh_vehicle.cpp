// SPDX-License-Identifier: Apache-2.0
#include "core/plan/mesh_vehicle.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace fairlead::plan {
namespace {

using graph::MeshVertex;
using io::PolarrouteCell;
using io::PolarrouteMesh;

std::optional<double> number(const PolarrouteCell& cell, const char* key) {
    const auto found = cell.numbers.find(key);
    return found == cell.numbers.end() ? std::nullopt : std::optional(found->second);
}

vessel::MeshConditions conditions(const PolarrouteCell& cell,
                                  const vessel::MeshVesselConfig& config) {
    vessel::MeshConditions sea;
    sea.ice_percent = number(cell, "SIC");
    sea.ice_thickness_m = number(cell, "thickness");
    sea.ice_density_kg_per_m3 = number(cell, "density");
    sea.elevation_m = number(cell, "elevation");
    sea.wave_m = number(cell, "swh");
    sea.wind_east_mps = number(cell, "u10");
    sea.wind_north_mps = number(cell, "v10");
    for (const auto& zone : config.excluded_zones) {
        const auto flag = cell.flags.find(zone);
        sea.is_in_excluded_zone =
            sea.is_in_excluded_zone || (flag != cell.flags.end() && flag->second);
    }
    return sea;
}

/// What cannot be, named by cell and key before a formula sees it.
void expect_possible(const PolarrouteMesh& mesh) {
    struct Range {
        const char* key;
        double least;
        double greatest;
    };
    constexpr double greatest_percent = 100.0 + 1e-6; // means of cells that are full are rounded
    constexpr Range ranges[] = {
        {"SIC", 0.0, greatest_percent},  {"thickness", 0.0, 1000.0}, {"density", 0.0, 2000.0},
        {"elevation", -12000.0, 9000.0}, {"swh", 0.0, 100.0},        {"u10", -200.0, 200.0},
        {"v10", -200.0, 200.0}};
    for (const auto& cell : mesh.cells) {
        for (const auto& range : ranges) {
            const auto value = number(cell, range.key);
            if (value && !(*value >= range.least && *value <= range.greatest)) {
                throw Error(ErrorCode::malformed,
                            fmt::format("{}: cell {}: {} is {}, not a number from {} to {}",
                                        mesh.file, cell.id, range.key, *value, range.least,
                                        range.greatest));
            }
        }
    }
}

bool touch(const graph::MeshBox& a, const graph::MeshBox& b) {
    constexpr double rounding_deg = 1e-9;
    const double width = 0.5 * (b.east_deg - b.west_deg);
    const double middle = a.longitude_here(b.west_deg + width);
    return middle + width >= a.west_deg - rounding_deg &&
           middle - width <= a.east_deg + rounding_deg &&
           b.north_deg >= a.south_deg - rounding_deg && b.south_deg <= a.north_deg + rounding_deg;
}

bool is_corner_contact(const graph::MeshBox& a, const graph::MeshBox& b) {
    constexpr double rounding_deg = 1e-9;
    const double width = 0.5 * (b.east_deg - b.west_deg);
    const double middle = a.longitude_here(b.west_deg + width);
    const double east = std::min(a.east_deg, middle + width) - std::max(a.west_deg, middle - width);
    const double north = std::min(a.north_deg, b.north_deg) - std::max(a.south_deg, b.south_deg);
    return east <= rounding_deg && north <= rounding_deg;
}

/// Splits cells in four and keeps the neighbours true.
class Splitter {
  public:
    explicit Splitter(PolarrouteMesh& mesh) : mesh_(mesh), is_gone_(mesh.cells.size(), false) {
        for (const auto& cell : mesh.cells) {
            const auto* const end = cell.id.data() + cell.id.size();
            long long id = 0;
            if (std::from_chars(cell.id.data(), end, id).ptr == end) {
                last_id_ = std::max(last_id_, id);
            }
        }
    }

    /// Open neighbours wider than each barred cell are split until none is left. Height follows
    /// width: cells of one mesh have one shape.
    void split_beside_barred(const std::vector<bool>& is_open) {
        is_open_ = is_open;
        const auto barred = mesh_.cells.size();
        for (MeshVertex cell = 0; cell < barred; ++cell) {
            if (!is_open_[cell]) {
                while (split_wider_neighbours(cell)) {
                }
            }
        }
        remove_parents();
    }

    [[nodiscard]] const std::vector<bool>& is_open() const noexcept { return is_open_; }

  private:
    static double width(const graph::MeshBox& box) { return box.east_deg - box.west_deg; }

    bool split_wider_neighbours(MeshVertex barred) {
        constexpr double rounding_deg = 1e-9;
        const double limit = width(mesh_.cells[barred].box) + rounding_deg;
        bool any = false;
        const auto neighbours = mesh_.neighbours[barred];
        for (const auto neighbour : neighbours) {
            if (is_open_[neighbour] && width(mesh_.cells[neighbour].box) > limit) {
                split(neighbour);
                any = true;
            }
        }
        return any;
    }

    void split(MeshVertex parent) {
        const auto old = mesh_.neighbours[parent];
        const auto box = mesh_.cells[parent].box;
        const auto centre = box.centre();
        const auto first = static_cast<MeshVertex>(mesh_.cells.size());
        // South-west, north-west, south-east, north-east: the order of MeshiPhi's numbers.
        for (const bool east : {false, true}) {
            for (const bool north : {false, true}) {
                auto child = mesh_.cells[parent];
                child.id = std::to_string(++last_id_);
                child.box = {east ? centre.longitude_deg : box.west_deg,
                             east ? box.east_deg : centre.longitude_deg,
                             north ? centre.latitude_deg : box.south_deg,
                             north ? box.north_deg : centre.latitude_deg};
                if (child.box.west_deg >= 180.0) {
                    child.box.west_deg -= 360.0;
                    child.box.east_deg -= 360.0;
                }
                mesh_.cells.push_back(std::move(child));
                mesh_.neighbours.emplace_back();
                mesh_.is_in_graph.push_back(true);
                is_open_.push_back(true);
                is_gone_.push_back(false);
            }
        }
        for (const auto other : old) {
            std::erase(mesh_.neighbours[other], parent);
            const bool was_corner = is_corner_contact(box, mesh_.cells[other].box);
            for (MeshVertex child = first; child < first + 4; ++child) {
                const auto& child_box = mesh_.cells[child].box;
                // A corner neighbour keeps to the child in that corner.
                if (touch(child_box, mesh_.cells[other].box) &&
                    (!was_corner || is_corner_contact(child_box, mesh_.cells[other].box))) {
                    join(child, other);
                }
            }
        }
        for (MeshVertex a = first; a < first + 4; ++a) {
            for (MeshVertex b = a + 1; b < first + 4; ++b) {
                join(a, b);
            }
        }
        mesh_.neighbours[parent].clear();
        is_gone_[parent] = true;
    }

    void join(MeshVertex a, MeshVertex b) {
        mesh_.neighbours[a].push_back(b);
        mesh_.neighbours[b].push_back(a);
    }

    void remove_parents() {
        constexpr auto none = std::numeric_limits<MeshVertex>::max();
        std::vector<MeshVertex> place(mesh_.cells.size(), none);
        MeshVertex kept = 0;
        for (MeshVertex cell = 0; cell < mesh_.cells.size(); ++cell) {
            if (is_gone_[cell]) {
                continue;
            }
            place[cell] = kept;
            if (kept != cell) {
                mesh_.cells[kept] = std::move(mesh_.cells[cell]);
                mesh_.neighbours[kept] = std::move(mesh_.neighbours[cell]);
                mesh_.is_in_graph[kept] = mesh_.is_in_graph[cell];
                is_open_[kept] = is_open_[cell];
            }
            ++kept;
        }
        mesh_.cells.resize(kept);
        mesh_.neighbours.resize(kept);
        mesh_.is_in_graph.resize(kept);
        is_open_.resize(kept);
        for (auto& list : mesh_.neighbours) {
            for (auto& other : list) {
                other = place[other];
            }
        }
    }

    PolarrouteMesh& mesh_;
    std::vector<bool> is_open_;
    std::vector<bool> is_gone_;
    long long last_id_ = 0;
};

std::size_t nan_to_zero(PolarrouteMesh& mesh) {
    std::size_t count = 0;
    for (auto& cell : mesh.cells) {
        bool any = false;
        for (auto& [key, value] : cell.numbers) {
            if (std::isnan(value)) {
                value = 0.0;
                any = true;
            }
        }
        count += any ? 1 : 0;
    }
    return count;
}

void write_access(PolarrouteCell& cell, const vessel::MeshAccess& access) {
    cell.flags["land"] = access.land;
    cell.flags["ext_ice"] = access.ice;
    cell.flags["inaccessible"] = !access.is_open;
}

void write_performance(PolarrouteCell& cell, const vessel::MeshPerformance& performance) {
    cell.lists["speed"] = performance.speed_kmh;
    const auto write = [&cell](const char* key, const std::optional<vessel::MeshSectors>& list) {
        if (list) {
            cell.lists[key] = *list;
        }
    };
    write("fuel", performance.fuel_t_per_day);
    write("battery", performance.battery_per_day);
    write("resistance", performance.resistance_n);
}

/// Cells that are not open leave the graph.
void keep_open(PolarrouteMesh& mesh, const std::vector<bool>& is_open) {
    for (std::size_t i = 0; i < mesh.cells.size(); ++i) {
        mesh.is_in_graph[i] = mesh.is_in_graph[i] && is_open[i];
        if (!mesh.is_in_graph[i]) {
            mesh.neighbours[i].clear();
        }
        std::erase_if(mesh.neighbours[i], [&](MeshVertex other) { return !is_open[other]; });
    }
}

} // namespace

PolarrouteMesh mesh_with_vessel(PolarrouteMesh mesh, const vessel::MeshVesselConfig& vessel,
                                std::size_t& nan_cells) {
    nan_cells = nan_to_zero(mesh);
    expect_possible(mesh);
    std::vector<bool> is_open;
    is_open.reserve(mesh.cells.size());
    for (auto& cell : mesh.cells) {
        const auto access = vessel::mesh_access(vessel, conditions(cell, vessel));
        write_access(cell, access);
        is_open.push_back(access.is_open);
    }
    if (vessel.neighbour_splitting) {
        Splitter splitter(mesh);
        splitter.split_beside_barred(is_open);
        is_open = splitter.is_open();
    }
    keep_open(mesh, is_open);
    for (std::size_t i = 0; i < mesh.cells.size(); ++i) {
        if (is_open[i]) {
            write_performance(mesh.cells[i],
                              vessel::mesh_performance(vessel, conditions(mesh.cells[i], vessel)));
        }
    }
    mesh.vessel = vessel;
    return mesh;
}

} // namespace fairlead::plan
