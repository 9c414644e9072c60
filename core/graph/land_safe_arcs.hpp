// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Which arcs of a planning grid keep clear of land: judged along the whole arc, against the full
/// coastline, not by the cells at its ends.

#include "core/base/progress.hpp"
#include "core/base/units.hpp"
#include "core/geo/grid.hpp"
#include "core/geo/land_index.hpp"
#include "core/geo/projection.hpp"

#include <cstdint>
#include <vector>

namespace fairlead::graph {

/// Arcs of a grid without land: every direction that does not leave the grid.
/// @param neighbours 8, 16 or 32.
[[nodiscard]] std::vector<std::uint32_t> open_sea_arcs(const geo::GridGeometry& geometry,
                                                       int neighbours);

/// The arcs whose straight line between the cell centres keeps farther than `clearance` from
/// land. A cell whose centre is not clear has none. Symmetric.
/// @param projection plane of the grid, conformal. Where it is the index's own plane the line is
///        the straight one of the plane, else the geodesic between the centres.
/// @param land null: open sea.
/// @throws Error (cancelled)
/// @note Cells far from land cost nothing: blocks of cells are tried first.
[[nodiscard]] std::vector<std::uint32_t> land_safe_arcs(const geo::GridGeometry& geometry,
                                                        const geo::Projection& projection,
                                                        const geo::LandIndex* land,
                                                        Length clearance, int neighbours,
                                                        const Progress& progress = {});

} // namespace fairlead::graph
