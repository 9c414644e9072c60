// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Least-cost ways under conditions that do not change: one to one and one to all, on one slice
/// of codes. For lower bounds, potentials, goal trees and cost maps.

#include "core/base/progress.hpp"
#include "core/search/label_kernel.hpp"
#include "core/search/static_arcs.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fairlead::search {

struct StaticSource {
    graph::Vertex vertex = 0;
    double cost = 0.0; ///< spent before, >= 0
};

struct StaticPath {
    std::vector<graph::Vertex> vertices;
    std::vector<std::uint8_t> directions; ///< of arc i from vertex i to i + 1
    double cost = 0.0;                    ///< summed in double, the source's own cost included
};

/// Answers one query after the other and keeps its memory between them: 5 bytes per cell plus the
/// queue. Not safe from several threads; one per thread.
///
/// Labels are 32-bit floats: each arc adds a rounding error of at most 6e-8 of the label. They are
/// otherwise exact: no path is cheaper than a label but for that.
class StaticSearch {
  public:
    /// @param codes one per cell, cost::TransitField::closed for cells not to be entered; 0 is
    ///        free passage. Their unit is cost per metre of the plane.
    /// @param targets none: one to all. Else the search ends when the nearest of them is settled.
    /// @pre the graph lives until the last call of path_to
    /// @throws Error (cancelled)
    void run(const graph::GridGraph& graph, std::span<const std::uint16_t> codes, double unit,
             std::span<const StaticSource> sources, std::span<const graph::Vertex> targets = {},
             const Progress& progress = {});

    /// Least cost to a vertex; nothing if there is no way. After a one-to-one run final for the
    /// target only.
    [[nodiscard]] std::optional<double> cost(graph::Vertex vertex) const noexcept {
        return kernel_.is_labelled(vertex) ? std::optional<double>(kernel_.label(vertex))
                                           : std::nullopt;
    }
    /// Calls f(vertex, cost) for each vertex with a label, in no order.
    template <class Function>
    void for_each_reached(Function&& f) const {
        kernel_.for_each_labelled([&](graph::Vertex v, float label) { f(v, double{label}); });
    }
    /// @param codes and unit those of the last run
    [[nodiscard]] std::optional<StaticPath> path_to(graph::Vertex vertex,
                                                    const StaticArcs& arcs) const;

    [[nodiscard]] const SearchStats& stats() const noexcept { return stats_; }
    [[nodiscard]] std::size_t memory_bytes() const noexcept {
        return sizeof(*this) + kernel_.memory_bytes();
    }

  private:
    LabelKernel<float> kernel_;
    std::vector<StaticSource> sources_;
    SearchStats stats_;
};

/// Proves the labels of a one-to-all run optimal by Bellman's conditions, independently of the
/// kernel.
/// @return what is wrong, in one sentence; empty if nothing is.
[[nodiscard]] std::string certify(const StaticSearch& search, const StaticArcs& arcs,
                                  std::span<const StaticSource> sources);

} // namespace fairlead::search
