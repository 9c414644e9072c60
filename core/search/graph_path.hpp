// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What every search takes and gives: where a voyage may begin and end on the graph, and the
/// path between.

#include "core/graph/grid_graph.hpp"
#include "core/search/arc_times.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace fairlead::search {

/// A place and time where the ship may begin on the graph (the end of a harbour approach).
struct Source {
    graph::Vertex vertex = 0;
    double time_s = 0.0; ///< seconds since 1970
    double cost = 0.0;   ///< spent before; read by searches for an objective other than time
};

/// A place where the ship may leave the graph, and the way on from there.
struct Target {
    graph::Vertex vertex = 0;
    double extra_s = 0.0;    ///< >= 0
    double extra_cost = 0.0; ///< >= 0; read by searches for an objective other than time
};

/// A path over the graph, timed. All vectors but `directions` have one entry per vertex.
struct GraphPath {
    std::vector<graph::Vertex> vertices;
    std::vector<std::uint8_t> directions; ///< of arc i from vertex i to i + 1
    std::vector<double> arrival_s;        ///< at vertex i, seconds since 1970
    std::vector<double> departure_s;      ///< later than the arrival where the ship waits
    std::size_t source = 0;               ///< index in the sources asked for
    std::size_t target = 0;               ///< index in the targets asked for
    double finish_s = 0.0;                ///< last arrival + the target's extra_s
    /// What was minimised: finish_s for time; else cost from source to the end of the target's
    /// way on, both ends' own costs included.
    double cost = 0.0;
};

/// Times the path anew, arc by arc, from `start_s` at its first vertex: fills arrival_s and
/// departure_s. @return false if an arc cannot be made when the ship comes to it; what is filled
/// then ends there.
[[nodiscard]] bool schedule(GraphPath& path, const ArcTimes& times, double start_s, bool may_wait);

} // namespace fairlead::search
