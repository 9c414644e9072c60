// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The grid under conditions that do not change: the view a static kernel expands vertices of.
/// An arc costs the sum over its crossed cells of share x length x code x unit.

#include "core/base/contract.hpp"
#include "core/graph/grid_graph.hpp"
#include "core/search/code_sums.hpp"
#include "core/search/row_labels.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <span>

namespace fairlead::search {

/// Keeps references to graph and codes, which must outlive it.
class StaticArcs {
  public:
    /// @param codes one per cell, cost::TransitField::closed where the cell may not be entered.
    /// @param unit cost per metre of the plane and code, > 0.
    StaticArcs(const graph::GridGraph& graph, std::span<const std::uint16_t> codes, double unit)
        : graph_(&graph), codes_(codes.data()), sums_(graph.geometry().columns) {
        FAIRLEAD_EXPECTS(codes.size() == graph.vertex_count());
        FAIRLEAD_EXPECTS(unit > 0.0);
        for (std::uint8_t d = 0; d < graph::max_neighbours; ++d) {
            per_twelfth_[d] = graph.length_m(d) * unit / 12.0;
            if (d < whole_weight_.size()) {
                const double parts = graph.neighbours() == 8 ? 2.0 : 4.0;
                whole_weight_[d] = static_cast<float>(graph.length_m(d) * unit / parts);
            }
        }
        rows_ = {graph.geometry().columns, whole_weight_[0], whole_weight_[4], whole_weight_[8]};
    }

    /// Calls `relax(target, direction, label at target)` for each open arc.
    template <class Relax>
    void for_each_out_arc(graph::Vertex vertex, float label, Relax&& relax) const {
        std::uint32_t bits = graph_->arcs(vertex);
        if (bits == graph::all_directions(16)) {
            if (expand_sixteen(vertex, label, relax)) {
                return;
            }
        } else if (bits == graph::all_directions(8) && graph_->neighbours() == 8) {
            if (expand_eight(vertex, label, relax)) {
                return;
            }
        }
        for (; bits != 0; bits &= bits - 1) {
            const auto direction = static_cast<std::uint8_t>(std::countr_zero(bits));
            const std::uint32_t sum = sums_.twelfths(codes_ + vertex, direction);
            if (sum < CodeSums::shut) {
                relax(graph_->target(vertex, direction), direction,
                      label + static_cast<float>(sum * per_twelfth_[direction]));
            }
        }
    }

    /// Asks the memory for what the expansion of the vertex reads.
    void prefetch(graph::Vertex vertex, float /*label*/) const noexcept {
        graph_->prefetch(vertex);
        graph::prefetch_around(*graph_, codes_, vertex);
    }

    /// Cost of one arc; infinite if closed. In double: what labels are rounded from.
    [[nodiscard]] double cost(graph::Arc arc) const noexcept {
        const std::uint32_t sum = sums_.twelfths(codes_ + arc.source, arc.direction);
        return sum < CodeSums::shut ? sum * per_twelfth_[arc.direction]
                                    : std::numeric_limits<double>::infinity();
    }

    [[nodiscard]] const graph::GridGraph& graph() const noexcept { return *graph_; }

  private:
    /// @return false if a cell is closed; then nothing was relaxed.
    template <class Relax>
    bool expand_eight(graph::Vertex vertex, float label, Relax&& relax) const {
        if constexpr (requires { relax.labels(); }) {
            RowLabels::Eight labels;
            const std::uint32_t better =
                rows_.eight(codes_ + vertex, label, relax.labels() + vertex, labels);
            return relax_slots(vertex, better, labels, RowLabels::eight_ways, relax);
        } else {
            std::array<std::int32_t, 8> sums;
            return sums_.halves(codes_ + vertex, sums) && relax_all(vertex, label, sums, relax);
        }
    }
    template <class Relax>
    bool expand_sixteen(graph::Vertex vertex, float label, Relax&& relax) const {
        if constexpr (requires { relax.labels(); }) {
            RowLabels::Sixteen labels;
            const std::uint32_t better =
                rows_.sixteen(codes_ + vertex, label, relax.labels() + vertex, labels);
            return relax_slots(vertex, better, labels, RowLabels::sixteen_ways, relax);
        } else {
            std::array<std::int32_t, 16> sums;
            return sums_.quarters(codes_ + vertex, sums) && relax_all(vertex, label, sums, relax);
        }
    }

    template <class Relax>
    bool relax_slots(graph::Vertex vertex, std::uint32_t better, std::span<const float> labels,
                     std::span<const std::uint8_t> ways, Relax&& relax) const {
        if (better >= RowLabels::shut) {
            return false;
        }
        for (; better != 0; better &= better - 1) {
            const auto slot = static_cast<std::size_t>(std::countr_zero(better));
            relax.improve(graph_->target(vertex, ways[slot]), ways[slot], labels[slot]);
        }
        return true;
    }

    template <std::size_t Count, class Relax>
    bool relax_all(graph::Vertex vertex, float label, const std::array<std::int32_t, Count>& sums,
                   Relax&& relax) const {
        std::array<float, Count> labels;
        for (std::size_t d = 0; d < Count; ++d) {
            labels[d] = label + static_cast<float>(sums[d]) * whole_weight_[d];
        }
        graph::relax_first(*graph_, vertex, labels, relax);
        return true;
    }

    const graph::GridGraph* graph_;
    const std::uint16_t* codes_;
    CodeSums sums_;
    std::array<double, graph::max_neighbours> per_twelfth_{};
    /// Per half of the arc for 8 neighbours, per quarter for 16.
    std::array<float, 16> whole_weight_{};
    RowLabels rows_;
};

} // namespace fairlead::search
