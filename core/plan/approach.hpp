// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// How a place of the voyage is tied to the planning grid.
///
/// In open water the neighbouring cell centres are reached on straight lines. A berth in a fjord,
/// a river mouth or simply close to shore is reached through a local grid of fine cells around it,
/// searched for the shortest way that keeps off the shore and off shoals where it can; the window
/// grows until the open sea of the planning grid is reached.

#include "core/base/progress.hpp"
#include "core/geo/land_index.hpp"
#include "core/graph/grid_graph.hpp"
#include "core/plan/planning_grid.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace fairlead::plan {

/// Connected parts of the planning grid, ice left aside: which part a cell belongs to.
class SeaParts {
  public:
    static constexpr std::uint32_t none = 0; ///< a cell without arcs
    explicit SeaParts(const graph::GridGraph& graph);
    [[nodiscard]] std::uint32_t part_of(graph::Vertex vertex) const noexcept {
        return part_[vertex];
    }
    [[nodiscard]] std::size_t size_of(std::uint32_t part) const noexcept { return size_[part]; }
    /// Is the cell of a part so large that it is no lake or basin of the grid, or of the largest?
    [[nodiscard]] bool is_open_sea(graph::Vertex vertex) const noexcept;

  private:
    std::vector<std::uint32_t> part_;
    std::vector<std::size_t> size_;
};

/// Is it known that the ship may not pass here for want of depth?
using ShoalTest = std::function<bool(const geo::Position&)>;

class LocalWays;

class Approach {
  public:
    /// A cell of the planning grid that can be reached from the place, and how far it is.
    struct Link {
        graph::Vertex vertex = 0;
        double distance_m = 0.0; ///< true metres along the way
    };

    geo::Position position;      ///< where the ship really starts or ends
    std::optional<Length> moved; ///< how far that is from the place asked for, if it was on land
    std::vector<Link> links;     ///< nearest first; empty: the open sea cannot be reached
    std::shared_ptr<const LocalWays> local; ///< the local grid, if one was needed

    /// The way to a link's cell: from `position` to the cell's centre, ends included.
    [[nodiscard]] std::vector<geo::PlanePoint> line_to(graph::Vertex vertex,
                                                       const PlanningGrid& grid) const;
    /// The way to another place inside the local grid, both ends included, without going out to the
    /// cells of the planning grid and back. Nothing where that place is not reached so.
    [[nodiscard]] std::optional<std::vector<geo::PlanePoint>>
    local_line_to(const geo::Position& other, const PlanningGrid& grid) const;
};

/// @param is_shoal empty: no depth is known. Shoals are crossed only where there is no other way,
///        for the check of the finished line to find.
/// @param clearance that lines in open water keep from land; on a local grid there is none.
/// @throws Error (invalid_argument) if the place is on land and no water is within 5 km, naming
///         the nearest water if there is any within 60 km.
[[nodiscard]] Approach find_approach(const Place& place, const PlanningGrid& grid,
                                     const graph::GridGraph& graph, const SeaParts& parts,
                                     const geo::LandIndex* land, const ShoalTest& is_shoal,
                                     Length clearance, const Progress& progress = {});

} // namespace fairlead::plan
