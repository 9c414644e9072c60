// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A regular raster in the plane of a map projection. Row 0 is the top (greatest y), nodes are
/// the cells' centres, index = row * columns + column.

#include "core/env/field.hpp"
#include "core/geo/projection.hpp"

#include <string>

namespace fairlead::env {

struct RasterGeometry {
    double left_m = 0.0;        ///< x of the left edge of column 0
    double top_m = 0.0;         ///< y of the upper edge of row 0
    double cell_width_m = 0.0;  ///< > 0
    double cell_height_m = 0.0; ///< > 0
    std::uint32_t columns = 0;
    std::uint32_t rows = 0;
};

class ProjectedGrid final : public HorizontalGrid {
  public:
    /// @param crs_name for people, e.g. "EPSG:3411".
    /// @pre projection is not geographic; sizes and cells are positive.
    ProjectedGrid(geo::Projection projection, RasterGeometry geometry, std::string crs_name);

    [[nodiscard]] std::uint32_t columns() const noexcept override { return geometry_.columns; }
    [[nodiscard]] std::uint32_t rows() const noexcept override { return geometry_.rows; }
    void locate(std::span<const geo::Position> places, std::span<Stencil> stencils,
                std::span<unsigned char> inside) const override;
    [[nodiscard]] Length spacing() const noexcept override;
    [[nodiscard]] std::optional<geo::Position> node(std::uint32_t index) const override;
    [[nodiscard]] Steps steps(std::uint32_t row) const noexcept override;
    [[nodiscard]] std::string describe() const override;

    [[nodiscard]] const geo::Projection& projection() const noexcept { return projection_; }
    [[nodiscard]] const RasterGeometry& geometry() const noexcept { return geometry_; }

  private:
    geo::Projection projection_;
    RasterGeometry geometry_;
    std::string crs_name_;
};

} // namespace fairlead::env
