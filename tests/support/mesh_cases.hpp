// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The cases that PolarRoute gives totals for: its meshes, places and settings, what it answers and
/// what Fairlead answers. They are not part of the repository.

#include "core/io/polarroute_mesh.hpp"
#include "core/plan/mesh_voyage.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fairlead::test {

/// One pair of places of a case.
struct MeshCaseRoute {
    plan::MeshPlace from;
    plan::MeshPlace to;
    /// In the unit of the objective; where the manifest has a total without the program's known
    /// defects, that one.
    double theirs = 0.0;
    /// True: `theirs` reads consumption for the opposite heading, as their smoothed lines do.
    bool reads_opposite_heading = false;
    std::vector<geo::Position> line;
};

struct MeshCase {
    std::string id;
    std::filesystem::path mesh;
    plan::MeshOptions options;
    std::vector<MeshCaseRoute> routes;
    /// Pairs that they found no route for.
    std::vector<MeshCaseRoute> without_route;
};

/// A vessel that is applied to a mesh of the sea.
struct MeshVesselCase {
    std::string id;
    std::filesystem::path sea;
    std::filesystem::path expected;
    vessel::MeshVesselConfig vessel;
};

struct MeshCases {
    std::vector<MeshCase> routes;
    std::vector<MeshVesselCase> vessels;
};

/// The folder $FAIRLEAD_SHARED_CONFORMANCE/polarroute, or that beside the shared data; nothing,
/// with a printed message, where there is none.
[[nodiscard]] std::optional<std::filesystem::path> mesh_case_folder();
[[nodiscard]] MeshCases read_mesh_cases(const std::filesystem::path& folder);

enum class Heading { sailed, opposite };

/// A line of theirs by the cells' values, as ours is valued, read for the heading sailed or the
/// opposite one; nothing if a segment lies in no single open cell.
[[nodiscard]] std::optional<double> value_of_line(const plan::MeshWorld& world,
                                                  const std::vector<geo::Position>& line,
                                                  Heading heading = Heading::sailed);

/// What their route truly costs: their total, in the proportion of the right heading's values to
/// those read, where it is known to be read wrongly.
[[nodiscard]] double true_total(const plan::MeshWorld& world, const MeshCaseRoute& route);

} // namespace fairlead::test
