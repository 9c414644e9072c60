// SPDX-License-Identifier: Apache-2.0
#include "core/route/mesh_refinement.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace fairlead::route {
namespace {

using graph::MeshGraph;
using graph::MeshPoint;
using search::MeshPath;
using search::MeshSea;

constexpr int reach = 3; ///< candidates to each side of a crossing
constexpr std::size_t candidate_count = 2 * reach + 1;
constexpr double widest_step = 1.0 / (2 * reach);
constexpr double narrowest_step = 1e-9;
constexpr double never = std::numeric_limits<double>::infinity();

/// Where crossing i might go, and how cheaply each place is reached.
struct Stage {
    std::array<double, candidate_count> fraction{};
    std::array<double, candidate_count> cost{};
    std::array<std::size_t, candidate_count> before{};
};

double leg_cost(const MeshSea& sea, graph::MeshVertex cell, const MeshPoint& from,
                const MeshPoint& to) {
    const auto value = search::mesh_leg_value(sea.transits[cell], from, to);
    return value ? value->cost : never;
}

/// One pass over the whole path. True if a crossing moved.
bool improve(const MeshSea& sea, MeshPath& path, double step) {
    const auto& portals = sea.graph->portals();
    std::vector<Stage> stages(path.crossings.size());
    for (std::size_t i = 0; i < stages.size(); ++i) {
        auto& stage = stages[i];
        const auto& portal = portals[path.crossings[i].portal];
        const auto cell = path.cells[i];
        for (std::size_t k = 0; k < candidate_count; ++k) {
            const double moved =
                path.crossings[i].fraction + (static_cast<double>(k) - reach) * step;
            stage.fraction[k] = portal.is_corner() ? 0.0 : std::clamp(moved, 0.0, 1.0);
            const auto place = portal.point(stage.fraction[k], cell);
            stage.cost[k] = never;
            if (i == 0) {
                stage.cost[k] = leg_cost(sea, cell, path.from.point, place);
                continue;
            }
            const auto& last = stages[i - 1];
            const auto& last_portal = portals[path.crossings[i - 1].portal];
            for (std::size_t j = 0; j < candidate_count; ++j) {
                const double cost =
                    last.cost[j] +
                    leg_cost(sea, cell, last_portal.point(last.fraction[j], cell), place);
                if (cost < stage.cost[k]) {
                    stage.cost[k] = cost;
                    stage.before[k] = j;
                }
            }
        }
    }
    const auto& end = stages.back();
    const auto& end_portal = portals[path.crossings.back().portal];
    double best = path.cost;
    std::size_t chosen = candidate_count;
    for (std::size_t k = 0; k < candidate_count; ++k) {
        const double cost =
            end.cost[k] + leg_cost(sea, path.to.cell,
                                   end_portal.point(end.fraction[k], path.to.cell), path.to.point);
        if (cost < best) {
            best = cost;
            chosen = k;
        }
    }
    if (chosen == candidate_count) {
        return false;
    }
    path.cost = best;
    for (std::size_t i = stages.size(); i-- > 0;) {
        path.crossings[i].fraction = stages[i].fraction[chosen];
        chosen = stages[i].before[chosen];
    }
    return true;
}

/// The path's cells and all their neighbours.
std::vector<bool> cells_around(const MeshGraph& graph, const MeshPath& path) {
    std::vector<bool> near(graph.vertex_count(), false);
    for (const auto cell : path.cells) {
        near[cell] = true;
        for (const auto& arc : graph.arcs_from(cell)) {
            near[arc.target] = true;
        }
    }
    return near;
}

/// So many places that the whole search stays a matter of a second.
int places_for(std::size_t cells) {
    constexpr std::size_t many = 8000;
    constexpr std::size_t very_many = 30000;
    return cells > very_many ? 5 : (cells > many ? 9 : 17);
}

} // namespace

MeshPath refine_mesh_path(const MeshSea& sea, MeshPath path) {
    if (path.crossings.empty()) {
        return path;
    }
    for (double step = widest_step; step > narrowest_step; step *= 0.5) {
        // Convergence at one width is fast or not worth the wait: the next is half as wide.
        constexpr int most_passes = 4;
        for (int pass = 0; pass < most_passes && improve(sea, path, step); ++pass) {
        }
    }
    return path;
}

std::optional<MeshOptimum> optimal_mesh_path(const MeshSea& sea, const search::MeshEnd& from,
                                             const search::MeshEnd& to) {
    search::MeshSearchOptions options;
    options.places_per_portal = places_for(sea.graph->vertex_count());
    auto found = search::search_mesh(sea, from, to, options);
    if (!found) {
        return std::nullopt;
    }
    MeshOptimum optimum{refine_mesh_path(sea, std::move(*found)), 0.0};
    // One search may gain nothing and the next, which passes corners more closely, something.
    constexpr int most_places = 65;
    while (options.places_per_portal < most_places) {
        options.places_per_portal = 2 * options.places_per_portal - 1;
        options.may_use = cells_around(*sea.graph, optimum.path);
        auto finer = search::search_mesh(sea, from, to, options);
        if (!finer) {
            break; // cannot be: the path itself lies there
        }
        auto refined = refine_mesh_path(sea, std::move(*finer));
        optimum.last_gain = std::max(0.0, (optimum.path.cost - refined.cost) / optimum.path.cost);
        if (refined.cost < optimum.path.cost) {
            optimum.path = std::move(refined);
        }
    }
    return optimum;
}

} // namespace fairlead::route
