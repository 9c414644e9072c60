// SPDX-License-Identifier: Apache-2.0
#include "core/search/static_search.hpp"

#include "core/base/contract.hpp"
#include "core/search/potential.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fairlead::search {

void StaticSearch::run(const graph::GridGraph& graph, std::span<const std::uint16_t> codes,
                       double unit, std::span<const StaticSource> sources,
                       std::span<const graph::Vertex> targets, const Progress& progress) {
    FAIRLEAD_EXPECTS(!sources.empty());
    const StaticArcs arcs(graph, codes, unit);
    std::uint16_t least_code = cost::TransitField::closed;
    std::uint16_t above_greatest = 2; // closed + 1 is 0: no branch, so that the loop is vectorised
    for (const std::uint16_t code : codes) {
        least_code = std::min(least_code, code);
        above_greatest = std::max(above_greatest, static_cast<std::uint16_t>(code + 1));
    }
    const int greatest_code = above_greatest - 1;
    const double per_code = graph.geometry().cell_m * unit;
    const double shortest = per_code * least_code;
    // As wide as the shortest arc, but no narrower than makes sense where some cells cost (almost)
    // nothing.
    const double width = per_code * std::max(1.0 * least_code, greatest_code / 256.0);
    const geo::GridGeometry& grid = graph.geometry();
    std::vector<Potential::Goal> goals;
    for (const graph::Vertex target : targets) {
        FAIRLEAD_EXPECTS(target < graph.vertex_count());
        goals.push_back({grid.cell(target), 0.0});
    }
    const Potential potential(graph.neighbours(), shortest, goals);
    sources_.assign(sources.begin(), sources.end());
    stats_ = {};
    kernel_.reset(graph.vertex_count());
    // Half the width where a potential takes most of the arc's length away.
    const auto per_bucket = static_cast<float>((goals.empty() ? 1.0 : 2.0) / width);
    float best = LabelKernel<float>::unreached;
    const auto at_vertex = [&](graph::Vertex vertex, float label) {
        for (const graph::Vertex target : targets) {
            best = target == vertex ? std::min(best, label) : best;
        }
        const float last = best * per_bucket;
        return last < 4e9F ? static_cast<std::uint32_t>(last)
                           : std::numeric_limits<std::uint32_t>::max();
    };
    const auto search = [&](const auto& bucket_of) {
        for (const StaticSource& source : sources) {
            FAIRLEAD_EXPECTS(source.vertex < graph.vertex_count() && source.cost >= 0.0);
            if (codes[source.vertex] != cost::TransitField::closed) {
                const auto label = static_cast<float>(source.cost);
                kernel_.seed(source.vertex, label, bucket_of(label, source.vertex));
            }
        }
        kernel_.search(arcs, bucket_of, at_vertex, stats_, progress);
    };
    if (goals.empty()) {
        search([per_bucket](float label, graph::Vertex) {
            return static_cast<std::uint32_t>(label * per_bucket);
        });
    } else {
        search([&](float label, graph::Vertex vertex) {
            const auto left = static_cast<float>(potential(grid.cell(vertex)));
            return static_cast<std::uint32_t>((label + left) * per_bucket);
        });
    }
}

std::optional<StaticPath> StaticSearch::path_to(graph::Vertex vertex,
                                                const StaticArcs& arcs) const {
    if (!kernel_.is_labelled(vertex)) {
        return std::nullopt;
    }
    StaticPath path;
    kernel_.trace(arcs.graph(), vertex, path.vertices, path.directions);
    path.cost = std::numeric_limits<double>::infinity();
    for (const StaticSource& source : sources_) {
        if (source.vertex == path.vertices.front()) {
            path.cost = std::min(path.cost, source.cost);
        }
    }
    for (std::size_t i = 0; i < path.directions.size(); ++i) {
        path.cost += arcs.cost({path.vertices[i], path.directions[i]});
    }
    return path;
}

std::string certify(const StaticSearch& search, const StaticArcs& arcs,
                    std::span<const StaticSource> sources) {
    constexpr double rounding = 2e-7;
    std::string failure;
    for (const StaticSource& source : sources) {
        const auto label = search.cost(source.vertex);
        if (label && *label > source.cost * (1.0 + rounding)) {
            failure = fmt::format("source {} has a label above its cost", source.vertex);
        }
    }
    search.for_each_reached([&](graph::Vertex u, double label) {
        bool attained =
            std::any_of(sources.begin(), sources.end(), [&](const StaticSource& source) {
                return source.vertex == u && std::abs(source.cost - label) <= rounding * label;
            });
        graph::for_each_out_arc(arcs.graph(), u, [&](graph::Vertex v, std::uint8_t direction) {
            // Costs are the same both ways.
            const double arc = arcs.cost({u, direction});
            const auto other = search.cost(v);
            const double slack = rounding * (label + arc);
            if (std::isfinite(arc) && (!other || *other > label + arc + slack)) {
                failure = fmt::format("the label of {} can be improved over {}", v, u);
            }
            attained = attained || (other && std::abs(*other + arc - label) <= slack);
        });
        if (!attained) {
            failure = fmt::format("the label of {} is attained by no arc", u);
        }
    });
    return failure;
}

} // namespace fairlead::search
