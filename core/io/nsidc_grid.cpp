// SPDX-License-Identifier: Apache-2.0
#include "core/io/nsidc_grid.hpp"

#include "core/env/projected_grid.hpp"

#include <fmt/format.h>

namespace fairlead::io {

std::shared_ptr<const env::HorizontalGrid> nsidc_grid(bool north, std::uint32_t columns,
                                                      std::uint32_t rows, GridCache& grids) {
    const std::uint32_t width = north ? 304 : 316;
    const std::uint32_t height = north ? 448 : 332;
    const auto factor = columns / width;
    const bool known = columns == width * factor && rows == height * factor &&
                       (factor == 1 || factor == 2 || factor == 4 || factor == 8);
    if (!known) {
        return nullptr;
    }
    const std::string crs = north ? "EPSG:3411" : "EPSG:3412";
    return grids.get(fmt::format("{} {}", crs, columns), [&] {
        env::RasterGeometry geometry;
        geometry.left_m = north ? -3850000.0 : -3950000.0;
        geometry.top_m = north ? 5850000.0 : 4350000.0;
        geometry.cell_width_m = 25000.0 / factor;
        geometry.cell_height_m = geometry.cell_width_m;
        geometry.columns = columns;
        geometry.rows = rows;
        return std::make_shared<env::ProjectedGrid>(geo::Projection::from_definition(crs), geometry,
                                                    crs);
    });
}

} // namespace fairlead::io
