// SPDX-License-Identifier: Apache-2.0
#include "core/io/polarroute_mesh.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/io/polarroute_parts.hpp"
#include "core/io/python_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace fairlead::io {
namespace {

using nlohmann::json;

constexpr double full_turn_deg = 360.0;
constexpr double antimeridian_deg = 180.0;

/// Keys of a cell that are not data about it.
const std::set<std::string, std::less<>> geometry_keys{"geometry", "id", "cx", "cy", "dcx", "dcy"};

/// The rings of a POLYGON or MULTIPOLYGON, one a polygon; nothing for what is neither.
std::vector<std::vector<graph::MeshPoint>> outer_rings(std::string_view wkt) {
    const auto open = wkt.find('(');
    if (open == std::string_view::npos) {
        return {};
    }
    const auto kind = trim(wkt.substr(0, open));
    if (kind != "POLYGON" && kind != "MULTIPOLYGON") {
        return {};
    }
    std::vector<std::vector<graph::MeshPoint>> rings;
    for (std::size_t at = open; at < wkt.size();) {
        const auto begin = wkt.find_first_not_of("(), \t\n", at);
        if (begin == std::string_view::npos) {
            break;
        }
        const auto end = std::min(wkt.find(')', begin), wkt.size());
        auto& ring = rings.emplace_back();
        for (const auto& pair : split(wkt.substr(begin, end - begin), ',')) {
            const auto words = trim(pair);
            const auto gap = words.find(' ');
            const auto x = parse_number(words.substr(0, gap));
            const auto y =
                gap == std::string_view::npos ? std::nullopt : parse_number(words.substr(gap));
            if (!x || !y) {
                return {};
            }
            ring.push_back({*x, *y});
        }
        at = end;
    }
    return rings;
}

/// The box a ring goes round; nothing if it is none of edges along meridians and parallels.
std::optional<graph::MeshBox> rectangle(const std::vector<graph::MeshPoint>& ring) {
    if (ring.size() != 5) {
        return std::nullopt;
    }
    graph::MeshBox box{ring[0].longitude_deg, ring[0].longitude_deg, ring[0].latitude_deg,
                       ring[0].latitude_deg};
    for (const auto& corner : ring) {
        box.west_deg = std::min(box.west_deg, corner.longitude_deg);
        box.east_deg = std::max(box.east_deg, corner.longitude_deg);
        box.south_deg = std::min(box.south_deg, corner.latitude_deg);
        box.north_deg = std::max(box.north_deg, corner.latitude_deg);
    }
    for (std::size_t i = 0; i < 4; ++i) {
        const auto& from = ring[i];
        const auto& to = ring[i + 1];
        if ((from.longitude_deg == to.longitude_deg) == (from.latitude_deg == to.latitude_deg)) {
            return std::nullopt;
        }
    }
    const bool is_on_earth = box.south_deg >= -90.0 && box.north_deg <= 90.0 &&
                             box.west_deg >= -full_turn_deg && box.east_deg <= full_turn_deg &&
                             box.east_deg - box.west_deg <= full_turn_deg;
    return is_on_earth ? std::optional(box) : std::nullopt;
}

std::optional<graph::MeshBox> box_of(std::string_view wkt) {
    const auto rings = outer_rings(wkt);
    if (rings.empty() || rings.size() > 2) {
        return std::nullopt;
    }
    auto box = rectangle(rings[0]);
    if (box && rings.size() == 2) {
        // Two parts: up to the antimeridian, and on from it.
        const auto rest = rectangle(rings[1]);
        if (!rest || box->east_deg != antimeridian_deg || rest->west_deg != -antimeridian_deg ||
            box->south_deg != rest->south_deg || box->north_deg != rest->north_deg) {
            return std::nullopt;
        }
        box->east_deg = rest->east_deg + full_turn_deg;
    }
    if (box) {
        const double turns = std::floor((box->west_deg + antimeridian_deg) / full_turn_deg);
        box->west_deg -= turns * full_turn_deg;
        box->east_deg -= turns * full_turn_deg;
    }
    return box;
}

class MeshReader {
  public:
    MeshReader(const json& root, const std::string& file) : root_(root, file), file_(file) {}

    PolarrouteMesh read() {
        mesh_.file = file_;
        read_config();
        const auto& cells = root_.at("cellboxes");
        if (!cells.is_array() || cells.empty()) {
            root_.refuse("cellboxes is not a list of cells, or is empty");
        }
        mesh_.cells.reserve(cells.size());
        for (const auto& cell : cells) {
            read_cell(cell);
        }
        read_neighbours();
        return std::move(mesh_);
    }

  private:
    void read_config() {
        const auto* config = root_.find("config");
        if (config == nullptr) {
            return;
        }
        const JsonFields fields(*config, file_ + ": config");
        if (const auto* vessel = fields.find("vessel_info")) {
            mesh_.vessel = polarroute_vessel(*vessel, file_ + ": config.vessel_info");
        }
        if (const auto* info = fields.find("mesh_info")) {
            const JsonFields mesh_info(*info, file_ + ": config.mesh_info");
            if (const auto* region = mesh_info.find("region")) {
                const JsonFields in_region(*region, file_ + ": config.mesh_info.region");
                if (in_region.find("start_time") != nullptr) {
                    mesh_.valid_from =
                        parse_instant(in_region.text("start_time"),
                                      file_ + ": config.mesh_info.region.start_time");
                }
            }
        }
    }

    void read_cell(const json& object) {
        const auto place = fmt::format("{}: cell number {}", file_, mesh_.cells.size() + 1);
        const JsonFields unnamed(object, place);
        const auto& id = unnamed.at("id");
        PolarrouteCell cell;
        cell.id = id.is_string() ? id.get<std::string>() : id.dump();
        if (!index_.emplace(cell.id, static_cast<graph::MeshVertex>(mesh_.cells.size())).second) {
            unnamed.refuse(fmt::format("id {} is that of an earlier cell", cell.id));
        }
        const JsonFields fields(object, fmt::format("{}: cell {}", file_, cell.id));
        const auto wkt = fields.text("geometry");
        const auto box = box_of(wkt);
        if (!box) {
            fields.refuse(fmt::format(
                "geometry is {}, not a rectangle of meridians and parallels, or one in two parts "
                "at 180 degrees",
                wkt));
        }
        cell.box = *box;
        for (const auto& [key, value] : object.items()) {
            if (!geometry_keys.contains(key) && !value.is_null()) {
                read_value(fields, key, value, cell);
            }
        }
        mesh_.cells.push_back(std::move(cell));
    }

    static void read_value(const JsonFields& fields, const std::string& key, const json& value,
                           PolarrouteCell& cell) {
        if (value.is_boolean()) {
            cell.flags[key] = value.get<bool>();
        } else if (const auto number = python_number(value)) {
            cell.numbers[key] = *number;
        } else if (value.is_array() && value.size() == cost::course_sector_count) {
            auto& list = cell.lists[key];
            for (std::size_t i = 0; i < list.size(); ++i) {
                const auto item = python_number(value[i]);
                if (!item) {
                    fields.refuse(fmt::format("{} holds {}, not a number", key, value[i].dump()));
                }
                list[i] = *item;
            }
        } else if (!value.is_string()) { // names and dates are of no use here
            fields.refuse(fmt::format("{} is neither a number, true, false nor a list of eight "
                                      "numbers",
                                      key));
        }
    }

    void read_neighbours() {
        const auto& graph = root_.at("neighbour_graph");
        const JsonFields cells(graph, file_ + ": neighbour_graph");
        mesh_.neighbours.resize(mesh_.cells.size());
        mesh_.is_in_graph.assign(mesh_.cells.size(), false);
        for (const auto& [id, lists] : graph.items()) {
            const auto cell = cell_named(cells, id, "it");
            mesh_.is_in_graph[cell] = true;
        }
        for (const auto& [id, lists] : graph.items()) {
            const JsonFields fields(lists, fmt::format("{}: neighbour_graph: cell {}", file_, id));
            auto& neighbours = mesh_.neighbours[index_.find(id)->second];
            for (const auto* direction : {"1", "2", "3", "4", "-1", "-2", "-3", "-4"}) {
                const auto& list = fields.at(direction);
                if (!list.is_array()) {
                    fields.refuse(fmt::format("{} is not a list of cells", direction));
                }
                for (const auto& item : list) {
                    const auto name = item.is_string() ? item.get<std::string>() : item.dump();
                    const auto other = cell_named(fields, name, direction);
                    if (!mesh_.is_in_graph[other]) {
                        fields.refuse(fmt::format("{} names cell {}, which is not in the graph",
                                                  direction, name));
                    }
                    neighbours.push_back(other);
                }
            }
        }
    }

    [[nodiscard]] graph::MeshVertex cell_named(const JsonFields& fields, const std::string& id,
                                               const char* what) const {
        const auto found = index_.find(id);
        if (found == index_.end()) {
            fields.refuse(fmt::format("{} names cell {}, which is not in cellboxes", what, id));
        }
        return found->second;
    }

    JsonFields root_;
    const std::string& file_;
    PolarrouteMesh mesh_;
    std::map<std::string, graph::MeshVertex> index_;
};

} // namespace

PolarrouteMesh parse_polarroute_mesh(std::string_view text, const std::string& file) {
    const auto root = parse_python_json(text, file);
    return MeshReader(root, file).read();
}

PolarrouteMesh read_polarroute_mesh(const std::filesystem::path& file) {
    return parse_polarroute_mesh(read_packed_text(file), file.string());
}

} // namespace fairlead::io
