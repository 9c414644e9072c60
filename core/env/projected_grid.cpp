// SPDX-License-Identifier: Apache-2.0
#include "core/env/projected_grid.hpp"

#include "core/base/contract.hpp"
#include "core/env/axis.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace fairlead::env {

ProjectedGrid::ProjectedGrid(geo::Projection projection, RasterGeometry geometry,
                             std::string crs_name)
    : projection_(std::move(projection)), geometry_(geometry), crs_name_(std::move(crs_name)) {
    FAIRLEAD_EXPECTS(!projection_.is_geographic());
    FAIRLEAD_EXPECTS(geometry_.columns > 0 && geometry_.rows > 0);
    FAIRLEAD_EXPECTS(geometry_.cell_width_m > 0.0 && geometry_.cell_height_m > 0.0);
}

void ProjectedGrid::locate(std::span<const geo::Position> places, std::span<Stencil> stencils,
                           std::span<unsigned char> inside) const {
    FAIRLEAD_EXPECTS(places.size() == stencils.size() && places.size() == inside.size());
    std::vector<geo::PlanePoint> points(places.size());
    projection_.forward(places, points);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto column = place_on_axis(
            (points[i].x_m - geometry_.left_m) / geometry_.cell_width_m - 0.5, geometry_.columns);
        const auto row = place_on_axis(
            (geometry_.top_m - points[i].y_m) / geometry_.cell_height_m - 0.5, geometry_.rows);
        inside[i] = column && row ? 1 : 0;
        if (inside[i] != 0) {
            stencils[i] = make_stencil(*column, *row, geometry_.columns);
        }
    }
}

Length ProjectedGrid::spacing() const noexcept {
    return Length::metres(std::sqrt(geometry_.cell_width_m * geometry_.cell_height_m));
}

std::optional<geo::Position> ProjectedGrid::node(std::uint32_t index) const {
    FAIRLEAD_EXPECTS(index / geometry_.columns < geometry_.rows);
    const auto row = index / geometry_.columns;
    const auto column = index % geometry_.columns;
    return projection_.inverse({geometry_.left_m + (column + 0.5) * geometry_.cell_width_m,
                                geometry_.top_m - (row + 0.5) * geometry_.cell_height_m});
}

HorizontalGrid::Steps ProjectedGrid::steps(std::uint32_t /*row*/) const noexcept {
    return {Length::metres(geometry_.cell_width_m), Length::metres(geometry_.cell_height_m)};
}

std::string ProjectedGrid::describe() const {
    const double width_km = geometry_.cell_width_m / 1000.0;
    const double height_km = geometry_.cell_height_m / 1000.0;
    const auto cell = std::fabs(width_km - height_km) < 1e-4 * width_km
                          ? fmt::format("{:.6g} km", width_km)
                          : fmt::format("{:.6g} x {:.6g} km", width_km, height_km);
    return fmt::format("{} x {} cells of {}, {}", geometry_.columns, geometry_.rows, cell,
                       crs_name_);
}

} // namespace fairlead::env
