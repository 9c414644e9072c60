// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Routes through a vessel mesh of PolarRoute: what its cells allow becomes a weighted-region
/// problem, whose optimum is sought; the line then gets its times. There is no coastline, no rule
/// and no changing sea here: the mesh is all there is, and the answer says so.

#include "core/graph/mesh_graph.hpp"
#include "core/io/polarroute_mesh.hpp"
#include "core/route/mesh_route.hpp"
#include "core/rules/finding.hpp"
#include "core/search/mesh_search.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fairlead::plan {

enum class MeshObjective { time, fuel, battery };

/// "traveltime" (also "time"), "fuel", "battery"; nothing for another word.
[[nodiscard]] std::optional<MeshObjective> mesh_objective_named(std::string_view word) noexcept;

struct MeshOptions {
    MeshObjective objective = MeshObjective::time;
    std::string east_key = "uC"; ///< of the currents
    std::string north_key = "vC";
    bool zero_currents = false;
    bool fixed_speed = false; ///< the vessel's greatest speed in every cell
    /// A place outside all cells is moved into the nearest one.
    bool adjust_waypoints = true;
};

/// A vessel mesh made ready for one objective; vertices are the cells that the vessel may enter.
class MeshWorld {
  public:
    /// @throws Error (malformed, unsupported) naming file, cell and key: no cell to sail in, no
    ///         speed, no current, none of the objective's consumption, values that cannot be.
    MeshWorld(const io::PolarrouteMesh& mesh, const MeshOptions& options);

    [[nodiscard]] const graph::MeshGraph& graph() const noexcept { return graph_; }
    [[nodiscard]] search::MeshSea sea() const noexcept { return {&graph_, transits_}; }
    [[nodiscard]] const std::string& cell_id(graph::MeshVertex cell) const { return ids_[cell]; }
    [[nodiscard]] const MeshOptions& options() const noexcept { return options_; }
    /// Per day; nothing if the mesh does not say.
    [[nodiscard]] std::optional<double> fuel_t_per_day(graph::MeshVertex cell,
                                                       std::size_t sector) const;
    [[nodiscard]] std::optional<double> battery_per_day(graph::MeshVertex cell,
                                                        std::size_t sector) const;

    /// The cell that strictly holds a place; nothing if none does.
    [[nodiscard]] std::optional<search::MeshEnd> locate(const geo::Position& position) const;
    /// As PolarRoute adjusts: on the way from the place to the centre of the nearest cell (by
    /// degrees), a thousandth of the way within that cell behind its edge; at most 5 degrees off.
    [[nodiscard]] std::optional<search::MeshEnd> locate_near(const geo::Position& position) const;

  private:
    MeshOptions options_;
    std::vector<std::string> ids_;
    std::vector<cost::CellTransit> transits_;
    std::vector<io::SectorList> fuel_;    ///< empty: not in the mesh
    std::vector<io::SectorList> battery_; ///< empty: not in the mesh
    graph::MeshGraph graph_;
};

struct NoMeshRoute {
    std::string reason; ///< one sentence
};

struct MeshAnswer {
    std::variant<route::MeshRoute, NoMeshRoute> outcome;
    std::vector<rules::Finding> findings; ///< places that were moved

    [[nodiscard]] const route::MeshRoute* route() const noexcept {
        return std::get_if<route::MeshRoute>(&outcome);
    }
};

struct MeshPlace {
    std::string name;
    geo::Position position;
};

/// Deterministic; safe from any thread.
[[nodiscard]] MeshAnswer plan_mesh_voyage(const MeshWorld& world, const MeshPlace& from,
                                          const MeshPlace& to);

/// What a plan in a mesh does not look at, as findings.
[[nodiscard]] std::vector<rules::Finding> mesh_limits();

} // namespace fairlead::plan
