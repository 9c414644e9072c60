// SPDX-License-Identifier: Apache-2.0
#include "core/base/contract.hpp"
#include "core/graph/land_safe_arcs.hpp"
#include "core/graph/stencil.hpp"

namespace fairlead::graph {

std::vector<std::uint32_t> open_sea_arcs(const geo::GridGeometry& geometry, int neighbours) {
    FAIRLEAD_EXPECTS(neighbours == 8 || neighbours == 16 || neighbours == 32);
    const std::uint32_t all = all_directions(neighbours);
    const int reach = stencil_reach(neighbours);
    std::vector<std::uint32_t> arcs(geometry.cell_count(), all);
    const auto trim = [&](geo::GridCell cell) {
        std::uint32_t bits = 0;
        for (int d = 0; d < neighbours; ++d) {
            const CellOffset step = directions[static_cast<std::size_t>(d)].step;
            if (geometry.contains({cell.column + step.columns, cell.row + step.rows})) {
                bits |= std::uint32_t{1} << d;
            }
        }
        arcs[geometry.index(cell)] = bits;
    };
    for (std::int32_t row = 0; row < geometry.rows; ++row) {
        const bool edge_row = row < reach || row >= geometry.rows - reach;
        for (std::int32_t column = 0; column < geometry.columns; ++column) {
            if (edge_row || column < reach || column >= geometry.columns - reach) {
                trim({column, row});
            }
        }
    }
    return arcs;
}

} // namespace fairlead::graph
