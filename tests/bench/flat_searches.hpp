// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The yardstick: searches written by hand for one purpose each, over flat arrays, sharing no code
/// with core/search. Static one to all; arrival times between two cells.

#include "core/graph/grid_graph.hpp"
#include "tests/bench/workload.hpp"

#include <cstdint>
#include <vector>

namespace fairlead::bench {

/// Keeps its memory between runs.
class FlatStatic {
  public:
    FlatStatic(const Workload& workload, const graph::GridGraph& graph);
    /// Settles all; labels in seconds.
    void run();
    [[nodiscard]] const std::vector<float>& labels() const { return labels_; }

  private:
    template <int Neighbours>
    void run_with();

    int neighbours_;
    graph::Vertex from_;
    std::ptrdiff_t columns_;
    std::vector<float> cost_; ///< of crossing a cell straight, infinite on land
    std::vector<std::uint32_t> arcs_;
    std::vector<float> labels_;
    std::vector<std::uint8_t> parents_;
    float width_ = 1.0F;
    std::vector<std::vector<std::pair<std::uint32_t, float>>> ring_;
};

/// 16 neighbours only.
class FlatTimed {
  public:
    FlatTimed(const Workload& workload, const graph::GridGraph& graph);
    /// @return arrival [s].
    double run();
    [[nodiscard]] std::size_t settled() const { return settled_; }

  private:
    const Workload& workload_;
    std::vector<std::uint32_t> arcs_;
    std::vector<float> labels_;
    std::vector<std::uint8_t> parents_;
    std::vector<std::uint32_t> touched_;
    std::vector<std::vector<std::pair<std::uint32_t, float>>> ring_;
    std::size_t settled_ = 0;
};

} // namespace fairlead::bench
