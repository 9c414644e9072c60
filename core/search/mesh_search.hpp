// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The cheapest line through a mesh whose cells have each one speed, consumption and current: a
/// weighted-region problem. Crossings may lie at so many places of each edge between
/// neighbours, denser towards its ends; over these the search is exact. Finding them between those
/// places is refinement. Source: J. Mitchell and C. Papadimitriou, "The weighted region problem",
/// J. ACM 38 (1991) 18-73; places on edges after L. Aleksandrov et al., "Determining approximate
/// shortest paths on weighted polyhedral surfaces", J. ACM 52 (2005) 25-53.
///
/// Lengths are those of PolarRoute, whose cells these are: a degree of latitude is 111 386 m, one
/// of longitude 111 321 m times the cosine of the run's middle latitude. They differ from WGS 84 by
/// at most 0.8 %.

#include "core/cost/cell_transit.hpp"
#include "core/graph/mesh_graph.hpp"

#include <optional>
#include <span>
#include <vector>

namespace fairlead::search {

/// The straight run between two places of one frame, in the metres of the mesh.
[[nodiscard]] cost::Run mesh_run_m(const graph::MeshPoint& from,
                                   const graph::MeshPoint& to) noexcept;

struct MeshLegValue {
    std::size_t sector = 0;
    double time_s = 0.0;
    double cost = 0.0;
};

/// A straight line within a cell; nothing where the ship cannot make good that course.
[[nodiscard]] std::optional<MeshLegValue> mesh_leg_value(const cost::CellTransit& cell,
                                                         const graph::MeshPoint& from,
                                                         const graph::MeshPoint& to) noexcept;

/// A mesh and what crossing its cells costs. Both must outlive it.
struct MeshSea {
    const graph::MeshGraph* graph = nullptr;
    std::span<const cost::CellTransit> transits; ///< one a vertex
};

/// A place in a cell, in the cell's longitudes.
struct MeshEnd {
    graph::MeshVertex cell = 0;
    graph::MeshPoint point;
};

/// Where a line goes from one cell to another.
struct MeshCrossing {
    std::uint32_t portal = 0;
    double fraction = 0.0; ///< of the portal, from its begin
};

/// Straight lines from crossing to crossing: leg i runs in cells[i].
struct MeshPath {
    MeshEnd from;
    MeshEnd to;
    std::vector<MeshCrossing> crossings;
    std::vector<graph::MeshVertex> cells; ///< crossings.size() + 1
    double cost = 0.0;

    /// Ends of leg i in the longitudes of its cell.
    [[nodiscard]] std::pair<graph::MeshPoint, graph::MeshPoint> leg(const graph::MeshGraph& graph,
                                                                    std::size_t i) const;
};

/// Sum over the legs; nothing where one cannot be sailed.
[[nodiscard]] std::optional<double> mesh_path_cost(const MeshSea& sea, const MeshPath& path);

struct MeshSearchOptions {
    int places_per_portal = 9; ///< both ends included; at least 2. A corner has one.
    /// One a vertex: cells that may be used; empty: all. The ends' cells always may.
    std::vector<bool> may_use{};
};

/// Cheapest over all lines with crossings at the places; equally cheap ones are told apart by
/// order in the mesh, so that the answer is always the same.
/// @return nothing where none leads there.
[[nodiscard]] std::optional<MeshPath> search_mesh(const MeshSea& sea, const MeshEnd& from,
                                                  const MeshEnd& to,
                                                  const MeshSearchOptions& options);

} // namespace fairlead::search
