// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Environment and vessel meshes of PolarRoute: JSON, plain or packed with gzip (.gz), as
/// Python writes it, NaN and Infinity included.
/// Source: PolarRoute 1.1 (british-antarctic-survey/PolarRoute) and MeshiPhi 2.1
/// (antarctica/MeshiPhi), the meshes of their regression tests.

#include "core/base/time.hpp"
#include "core/cost/cell_transit.hpp"
#include "core/graph/mesh_graph.hpp"
#include "core/vessel/mesh_vessel.hpp"

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::io {

using SectorList = std::array<double, cost::course_sector_count>;

/// One cell. What is null in the file is not here; what is NaN there is NaN here.
struct PolarrouteCell {
    std::string id;
    graph::MeshBox box;
    std::map<std::string, double> numbers; ///< by key, in the units of the format
    std::map<std::string, bool> flags;
    std::map<std::string, SectorList> lists;
};

struct PolarrouteMesh {
    std::string file; ///< for errors
    std::vector<PolarrouteCell> cells;
    /// By cell: the cells it can be left for, as indices. Empty for cells that are not in the
    /// graph, which the vessel cannot enter.
    std::vector<std::vector<graph::MeshVertex>> neighbours;
    std::vector<bool> is_in_graph;                  ///< by cell
    std::optional<Instant> valid_from;              ///< start of the mesh's region
    std::optional<vessel::MeshVesselConfig> vessel; ///< of a vessel mesh
};

/// @throws Error (not_found, io, malformed) in one sentence naming file, cell and field.
[[nodiscard]] PolarrouteMesh read_polarroute_mesh(const std::filesystem::path& file);
/// As read_polarroute_mesh, for text already in memory; `file` stands for it in errors.
[[nodiscard]] PolarrouteMesh parse_polarroute_mesh(std::string_view text, const std::string& file);

} // namespace fairlead::io
