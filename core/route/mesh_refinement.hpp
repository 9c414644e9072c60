// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// From a path over the places of a mesh to the optimum between them: the path's crossings slide
/// along their edges (dynamic programming in a narrowing tube), and around it the search is
/// repeated with places ever closer, which also finds other cells to go through, until that gains
/// nothing any more.

#include "core/search/mesh_search.hpp"

#include <optional>

namespace fairlead::route {

/// The crossings moved to where the path costs least, each on its portal; never dearer. Exact to
/// about 1e-9 of a portal where time is the cost and courses do not differ, because that is convex
/// without a current (S. Smith et al., arXiv:2209.02389, section 4).
[[nodiscard]] search::MeshPath refine_mesh_path(const search::MeshSea& sea, search::MeshPath path);

struct MeshOptimum {
    search::MeshPath path;
    /// What the last, twice as fine search still gained, as a share of the cost: an estimate of
    /// what is left, no bound.
    double last_gain = 0.0;
};

/// The cheapest line from one place to another: searched over the whole mesh, then refined.
/// Deterministic.
/// @return nothing where no line leads there.
[[nodiscard]] std::optional<MeshOptimum> optimal_mesh_path(const search::MeshSea& sea,
                                                           const search::MeshEnd& from,
                                                           const search::MeshEnd& to);

} // namespace fairlead::route
