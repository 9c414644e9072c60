// SPDX-License-Identifier: Apache-2.0
#include "core/search/certificate_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace fairlead::search {

std::optional<std::string> path_flaw(const GraphPath& path, const graph::GridGraph& graph,
                                     std::span<const Source> sources,
                                     std::span<const Target> targets) {
    const std::size_t arcs = path.directions.size();
    if (path.vertices.size() != arcs + 1 || path.arrival_s.size() != arcs + 1 ||
        path.departure_s.size() != arcs + 1 || path.source >= sources.size() ||
        path.target >= targets.size() || path.vertices.front() != sources[path.source].vertex ||
        path.vertices.back() != targets[path.target].vertex) {
        return "the path does not lead from its source to its target";
    }
    for (std::size_t i = 0; i < arcs; ++i) {
        if ((graph.arcs(path.vertices[i]) >> path.directions[i] & 1) == 0 ||
            graph.target(path.vertices[i], path.directions[i]) != path.vertices[i + 1]) {
            return fmt::format("arc {} of the path is not in the graph", i);
        }
    }
    return std::nullopt;
}

std::optional<std::string> potential_flaw(const PotentialSeconds& potential_s, double tick_s,
                                          const ArcTimes& times, std::span<const Target> targets) {
    const auto least_duration_s = [&](graph::Arc arc) {
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t k = 0; k < times.field().slice_count(); ++k) {
            least = std::min(least, times.frozen_duration_s(arc, k).value_or(least));
        }
        return least;
    };
    std::optional<std::string> flaw;
    for (const Target& target : targets) {
        if (potential_s(target.vertex) > target.extra_s + tick_s) {
            flaw = fmt::format("the potential at target {} exceeds what is left", target.vertex);
        }
    }
    for (graph::Vertex u = 0; u < times.graph().vertex_count(); ++u) {
        graph::for_each_out_arc(times.graph(), u, [&](graph::Vertex v, std::uint8_t direction) {
            if (potential_s(u) - potential_s(v) > least_duration_s({u, direction}) + tick_s) {
                flaw = fmt::format("the potential falls by more than arc {} to {}", u, v);
            }
        });
    }
    return flaw;
}

} // namespace fairlead::search
