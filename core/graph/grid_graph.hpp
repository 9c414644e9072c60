// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The planning grid as a graph: vertices are cells, arcs go to 8, 16 or 32 neighbours. Nothing
/// is stored per arc: one 32-bit word per cell tells which directions are safe to leave in.
///
/// Topology only; what an arc costs is a matter of cost::TransitField and search::ArcTimes.
/// Models the Boost.Graph concepts IncidenceGraph, BidirectionalGraph and VertexListGraph (see
/// grid_graph_boost.hpp), so that every stock algorithm runs on it.

#include "core/base/contract.hpp"
#include "core/geo/grid.hpp"
#include "core/graph/stencil.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fairlead::graph {

/// Index of a cell, see geo::GridGeometry::index.
using Vertex = std::uint32_t;

/// An arc is named by where it starts and the direction it takes.
struct Arc {
    Vertex source = 0;
    std::uint8_t direction = 0;
    friend bool operator==(const Arc&, const Arc&) = default;
};

/// Immutable; safe from any thread.
class GridGraph {
  public:
    /// @param neighbours 8, 16 or 32.
    /// @param arcs per cell the bits of the directions that may be taken (stencil.hpp); symmetric:
    ///        an arc is there if and only if its opposite is. None leaves the grid. Land is 0.
    GridGraph(const geo::GridGeometry& geometry, int neighbours, std::vector<std::uint32_t> arcs)
        : geometry_(geometry), neighbours_(neighbours), arcs_(std::move(arcs)) {
        FAIRLEAD_EXPECTS(neighbours == 8 || neighbours == 16 || neighbours == 32);
        FAIRLEAD_EXPECTS(geometry.columns > 0 && geometry.rows > 0 && geometry.cell_m > 0.0);
        FAIRLEAD_EXPECTS(arcs_.size() == geometry.cell_count());
        for (std::size_t d = 0; d < directions.size(); ++d) {
            offset_[d] = directions[d].step.rows * geometry.columns + directions[d].step.columns;
        }
    }

    [[nodiscard]] const geo::GridGeometry& geometry() const noexcept { return geometry_; }
    [[nodiscard]] int neighbours() const noexcept { return neighbours_; }
    [[nodiscard]] std::size_t vertex_count() const noexcept { return arcs_.size(); }

    /// Directions that may be taken from a cell, as bits.
    [[nodiscard]] std::uint32_t arcs(Vertex vertex) const noexcept {
        FAIRLEAD_AUDIT(vertex < arcs_.size());
        return arcs_[vertex];
    }
    void prefetch(Vertex vertex) const noexcept { __builtin_prefetch(arcs_.data() + vertex); }
    /// @pre the arc is there
    [[nodiscard]] Vertex target(Vertex vertex, std::uint8_t direction) const noexcept {
        return vertex + static_cast<Vertex>(offset_[direction]);
    }
    /// Length in the plane.
    [[nodiscard]] double length_m(std::uint8_t direction) const noexcept {
        return directions[direction].length_cells * geometry_.cell_m;
    }

  private:
    geo::GridGeometry geometry_;
    int neighbours_;
    std::array<std::int32_t, max_neighbours> offset_{};
    std::vector<std::uint32_t> arcs_;
};

/// Asks the memory for the values of a cell and those next to it, before they are read. The outer
/// rows of the longer arcs would cost more to ask for than they save.
/// @param per_cell one value per cell of the grid
template <class Value>
void prefetch_around(const GridGraph& graph, const Value* per_cell, Vertex vertex) noexcept {
    const std::ptrdiff_t columns = graph.geometry().columns;
    const Value* const cell = per_cell + vertex;
    __builtin_prefetch(cell);
    __builtin_prefetch(cell - columns);
    __builtin_prefetch(cell + columns);
}

/// The customisation point of the search kernels: expands a vertex at once. A weighted view of a
/// graph has a member `for_each_out_arc(vertex, label, f)` that calls
/// `f(target, direction, label at the target)`; the bare grid calls `f(target, direction)`.
template <class View, class Label, class Function>
void for_each_out_arc(const View& view, Vertex vertex, Label label, Function&& f) {
    view.for_each_out_arc(vertex, label, std::forward<Function>(f));
}

/// As above, without a label.
template <class Function>
void for_each_out_arc(const GridGraph& graph, Vertex vertex, Function&& f) {
    for (std::uint32_t bits = graph.arcs(vertex); bits != 0; bits &= bits - 1) {
        const auto direction = static_cast<std::uint8_t>(std::countr_zero(bits));
        f(graph.target(vertex, direction), direction);
    }
}

/// For views: relaxes the first arcs of a vertex, given the labels at their targets. Few arcs
/// improve anything, and which ones is hard to foretell; so a function with a member
/// `improves(target, label)` is first asked for all of them, without a branch.
template <std::size_t Count, class Label, class Relax>
void relax_first(const GridGraph& graph, Vertex vertex, const std::array<Label, Count>& labels,
                 Relax&& relax) {
    static_assert(Count <= max_neighbours);
    std::uint32_t better = all_directions(Count);
    if constexpr (requires { relax.improves(vertex, labels[0]); }) {
        better = 0;
        for (std::size_t d = 0; d < Count; ++d) {
            better |= std::uint32_t{relax.improves(
                          graph.target(vertex, static_cast<std::uint8_t>(d)), labels[d])}
                      << d;
        }
    }
    for (; better != 0; better &= better - 1) {
        const auto d = static_cast<std::uint8_t>(std::countr_zero(better));
        relax(graph.target(vertex, d), d, labels[d]);
    }
}

} // namespace fairlead::graph
