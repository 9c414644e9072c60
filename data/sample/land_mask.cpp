// SPDX-License-Identifier: Apache-2.0
#include "data/sample/land_mask.hpp"

#include <array>
#include <utility>

namespace fairlead::sample {
namespace {

constexpr int across = 3; ///< places across a cell

/// How many of a cell's places are land, for every cell.
std::vector<int> land_places(const geo::LandIndex& land, const geo::GridGeometry& grid,
                             const geo::Projection& projection) {
    std::vector<int> count(grid.cell_count(), 0);
    std::vector<geo::PlanePoint> points(grid.cell_count());
    std::vector<geo::Position> places(grid.cell_count());
    std::vector<unsigned char> valid(grid.cell_count());
    for (int u = 0; u < across; ++u) {
        for (int v = 0; v < across; ++v) {
            const double right_m = ((u + 0.5) / across - 0.5) * grid.cell_m;
            const double up_m = ((v + 0.5) / across - 0.5) * grid.cell_m;
            for (std::uint32_t index = 0; index < points.size(); ++index) {
                const geo::PlanePoint centre = grid.centre(index);
                points[index] = {centre.x_m + right_m, centre.y_m + up_m};
            }
            projection.inverse(points, places, valid);
            land.plane().forward(places, points);
            for (std::size_t index = 0; index < points.size(); ++index) {
                count[index] += valid[index] == 0 || land.is_land(points[index]) ? 1 : 0;
            }
        }
    }
    return count;
}

} // namespace

std::vector<Surface> land_mask(const geo::LandIndex& land, const geo::GridGeometry& grid,
                               const geo::Projection& projection) {
    const std::vector<int> count = land_places(land, grid, projection);
    const auto is_land = [&count](std::size_t index) { return 2 * count[index] > across * across; };
    constexpr std::array<std::pair<int, int>, 4> sides{{{-1, 0}, {1, 0}, {0, -1}, {0, 1}}};
    std::vector<Surface> mask(grid.cell_count(), Surface::sea);
    for (std::uint32_t index = 0; index < mask.size(); ++index) {
        if (!is_land(index)) {
            continue;
        }
        mask[index] = Surface::land;
        const geo::GridCell cell = grid.cell(index);
        for (const auto& [column, row] : sides) {
            const geo::GridCell neighbour{cell.column + column, cell.row + row};
            if (grid.contains(neighbour) && !is_land(grid.index(neighbour))) {
                mask[index] = Surface::coast;
            }
        }
    }
    return mask;
}

} // namespace fairlead::sample
