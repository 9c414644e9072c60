// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Workload R1: a synthetic Arctic of 7600 x 11200 km in polar stereographic projection. Land and
/// ice are fractal noise that does not depend on the resolution, so that grids of all cell sizes
/// show the same sea: about 61 % water, concentration with a 700 km pattern that changes within
/// 20 days, speed 16 (1 - 0.9 c^2) kn, the map's scale folded into slowness.

#include "core/cost/transit_field.hpp"
#include "core/graph/grid_graph.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fairlead::bench {

struct Workload {
    cost::TransitField field; ///< daily slices, held after the last
    std::vector<bool> land;
    graph::Vertex from = 0; ///< sea cells nearest to (-1500, 4700) and (1200, -4300) km
    graph::Vertex to = 0;
};

[[nodiscard]] Workload make_workload(double cell_km, std::size_t slices);

/// Arcs that cross or touch no land cell.
[[nodiscard]] graph::GridGraph make_graph(const Workload& workload, int neighbours);

/// The first slice as 32-bit floats, cost of crossing a cell straight in seconds, row by row, land
/// negative; beside it a text file with columns, rows, source and target index. For programs in
/// other languages.
void write_slice(const Workload& workload, const std::string& file);

} // namespace fairlead::bench
