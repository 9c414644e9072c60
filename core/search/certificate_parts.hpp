// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What proofs of searches by time have in common, whatever their labels are. Each function says in
/// one sentence what is wrong; nothing if all is well.

#include "core/search/arc_times.hpp"
#include "core/search/graph_path.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace fairlead::search {

/// The path must lead over the graph from its source to its target.
[[nodiscard]] std::optional<std::string> path_flaw(const GraphPath& path,
                                                   const graph::GridGraph& graph,
                                                   std::span<const Source> sources,
                                                   std::span<const Target> targets);

/// A bound of what is left from a vertex to a target [s].
using PotentialSeconds = std::function<double(graph::Vertex)>;

/// The potential may fall along no arc by more than the arc can take at the least, whenever it is
/// made, and must be no more at a target than what is left from there; within a tick.
[[nodiscard]] std::optional<std::string> potential_flaw(const PotentialSeconds& potential_s,
                                                        double tick_s, const ArcTimes& times,
                                                        std::span<const Target> targets);

} // namespace fairlead::search
