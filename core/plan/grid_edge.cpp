// SPDX-License-Identifier: Apache-2.0
#include "core/plan/grid_edge.hpp"

#include "core/plan/barrier.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace fairlead::plan {
namespace {

/// As far as the longest arcs reach.
constexpr std::int32_t edge_cells = 2;
constexpr double wider_by = 2.5;
/// A search over more cells takes minutes and gigabytes.
constexpr double most_cells_unasked = 4e6;

bool at_edge(const geo::GridGeometry& grid, geo::GridCell cell) {
    return cell.column < edge_cells || cell.row < edge_cells ||
           cell.column >= grid.columns - edge_cells || cell.row >= grid.rows - edge_cells;
}

bool at_edge(const geo::GridGeometry& grid, graph::Vertex vertex) {
    return at_edge(grid, grid.cell(vertex));
}

/// Marks all that can be reached from the marked over arcs between cells that `may` allows.
template <class May>
void spread(const graph::GridGraph& graph, const May& may, std::vector<unsigned char>& marked) {
    std::vector<graph::Vertex> front;
    for (graph::Vertex v = 0; v < marked.size(); ++v) {
        if (marked[v] != 0) {
            front.push_back(v);
        }
    }
    while (!front.empty()) {
        const auto from = front.back();
        front.pop_back();
        graph::for_each_out_arc(graph, from, [&](graph::Vertex to, std::uint8_t /*direction*/) {
            if (marked[to] == 0 && may(to)) {
                marked[to] = 1;
                front.push_back(to);
            }
        });
    }
}

} // namespace

std::optional<GridOptions> wider_grid(const PlanRequest& request, const VoyageGrid& voyage) {
    if (request.grid.bounds || request.grid.margin_km) {
        return std::nullopt;
    }
    auto options = request.grid;
    const double margin_km = default_margin_km(voyage.grid.plane, request.places);
    options.margin_km = wider_by * margin_km;
    const double more_cells = 2.0 * (*options.margin_km - margin_km) / options.cell_km;
    if ((voyage.grid.geometry.columns + more_cells) * (voyage.grid.geometry.rows + more_cells) >
        most_cells_unasked) {
        return std::nullopt;
    }
    return options;
}

bool reaches_edge(const StageRequest& wanted, const Stage& stage) {
    const auto& cells = wanted.voyage.sea_cells;
    return std::any_of(cells.begin(), cells.end(), [&](graph::Vertex cell) {
        return std::isfinite(stage.reached_after_s[cell]) &&
               at_edge(wanted.voyage.grid.geometry, cell);
    });
}

bool joined_outside(const StageRequest& wanted, const Stage& stage, const VoyageGrid& wider) {
    const auto& inner = wanted.voyage.grid.geometry;
    const auto& outer = wider.grid.geometry;
    const auto columns =
        static_cast<std::int32_t>(std::lround((inner.left_m - outer.left_m) / inner.cell_m));
    const auto rows =
        static_cast<std::int32_t>(std::lround((outer.top_m - inner.top_m) / inner.cell_m));
    const auto inner_cell = [&](graph::Vertex vertex) {
        const auto cell = outer.cell(vertex);
        return geo::GridCell{cell.column - columns, cell.row - rows};
    };

    // What is open around the destination, at any time.
    const auto& field = stage.compiled->field;
    const auto ever_open =
        cells_open_within(field, field.slice_time_s.front(), field.slice_time_s.back());
    std::vector<unsigned char> near_goal(inner.cell_count(), 0);
    for (const auto& link : wanted.voyage.approaches[wanted.from + 1].links) {
        near_goal[link.vertex] = 1;
    }
    spread(
        wanted.voyage.graph, [&](graph::Vertex v) { return ever_open[v] != 0; }, near_goal);

    // From the edge cells that are reached, over cells outside, to edge cells of the goal.
    std::vector<unsigned char> marked(outer.cell_count(), 0);
    std::vector<graph::Vertex> goal_cells;
    for (graph::Vertex v = 0; v < marked.size(); ++v) {
        const auto cell = inner_cell(v);
        if (!inner.contains(cell) || !at_edge(inner, cell)) {
            continue;
        }
        const auto own = inner.index(cell);
        if (std::isfinite(stage.reached_after_s[own])) {
            marked[v] = 1;
        } else if (near_goal[own] != 0) {
            goal_cells.push_back(v);
        }
    }
    std::vector<unsigned char> is_goal(outer.cell_count(), 0);
    for (const auto v : goal_cells) {
        is_goal[v] = 1;
    }
    spread(
        wider.graph,
        [&](graph::Vertex v) { return is_goal[v] != 0 || !inner.contains(inner_cell(v)); }, marked);
    return std::any_of(goal_cells.begin(), goal_cells.end(),
                       [&](graph::Vertex v) { return marked[v] != 0; });
}

std::optional<geo::Position> place_at_edge(const PlanningGrid& grid,
                                           std::span<const geo::Position> line) {
    const auto found = std::find_if(line.begin(), line.end(), [&](const geo::Position& place) {
        const auto point = grid.plane.forward(place);
        const auto cell = point ? grid.geometry.cell_at(*point) : std::nullopt;
        return cell && at_edge(grid.geometry, *cell);
    });
    return found == line.end() ? std::nullopt : std::optional(*found);
}

} // namespace fairlead::plan
