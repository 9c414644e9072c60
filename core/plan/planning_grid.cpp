// SPDX-License-Identifier: Apache-2.0
#include "core/plan/planning_grid.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fairlead::plan {
namespace {

constexpr double least_margin_m = 600e3;
constexpr double margin_share = 0.4;
constexpr double greatest_cell_count = 60e6;

/// The scale factor changes so slowly that a lattice of this spacing and bilinear interpolation
/// keep it within 1e-5 (second derivative of the polar stereographic scale: about 1/(2 R^2)).
constexpr double scale_lattice_m = 50e3;

GridOptions::Bounds bounds_around(const geo::Projection& plane, std::span<const Place> places) {
    double left = HUGE_VAL;
    double right = -HUGE_VAL;
    double bottom = HUGE_VAL;
    double top = -HUGE_VAL;
    for (const auto& place : places) {
        const auto point = plane.forward(place.position);
        if (!point) {
            throw Error(ErrorCode::invalid_argument,
                        fmt::format("{} at {} has no place in the projection {}", place.name,
                                    geo::format_position(place.position), plane.definition()));
        }
        left = std::min(left, point->x_m);
        right = std::max(right, point->x_m);
        bottom = std::min(bottom, point->y_m);
        top = std::max(top, point->y_m);
    }
    const double margin =
        std::max(least_margin_m, margin_share * std::hypot(right - left, top - bottom));
    return {(left - margin) / 1e3, (bottom - margin) / 1e3, (right + margin) / 1e3,
            (top + margin) / 1e3};
}

geo::GridGeometry geometry_of(const GridOptions& options, const GridOptions::Bounds& bounds) {
    if (!(options.cell_km >= least_cell_km && options.cell_km <= greatest_cell_km)) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("cell size {} km is not within {} and {} km", options.cell_km,
                                least_cell_km, greatest_cell_km));
    }
    if (!(bounds.right_km > bounds.left_km && bounds.top_km > bounds.bottom_km)) {
        throw Error(
            ErrorCode::invalid_argument,
            fmt::format("grid bounds [{}, {}, {}, {}] km hold no area (left, bottom, right, top)",
                        bounds.left_km, bounds.bottom_km, bounds.right_km, bounds.top_km));
    }
    // Edges at whole multiples of the cell: equal cells for every voyage of the same size and CRS.
    const double left = std::floor(bounds.left_km / options.cell_km);
    const double right = std::ceil(bounds.right_km / options.cell_km);
    const double bottom = std::floor(bounds.bottom_km / options.cell_km);
    const double top = std::ceil(bounds.top_km / options.cell_km);
    if ((right - left) * (top - bottom) > greatest_cell_count) {
        throw Error(
            ErrorCode::invalid_argument,
            fmt::format(
                "a grid of {:.0f} x {:.0f} cells of {} km is too large; choose larger cells "
                "or smaller bounds",
                right - left, top - bottom, options.cell_km));
    }
    geo::GridGeometry geometry;
    geometry.cell_m = options.cell_km * 1e3;
    geometry.left_m = left * geometry.cell_m;
    geometry.top_m = top * geometry.cell_m;
    geometry.columns = static_cast<std::int32_t>(right - left);
    geometry.rows = static_cast<std::int32_t>(top - bottom);
    return geometry;
}

/// Scale factors at the nodes of a coarse lattice over the grid, read by bilinear interpolation.
class ScaleLattice {
  public:
    ScaleLattice(const geo::Projection& plane, const geo::GridGeometry& geometry)
        : left_m_(geometry.left_m), top_m_(geometry.top_m),
          columns_(static_cast<std::size_t>(geometry.columns * geometry.cell_m / scale_lattice_m) +
                   2),
          rows_(static_cast<std::size_t>(geometry.rows * geometry.cell_m / scale_lattice_m) + 2),
          scale_(columns_ * rows_, 1.0) {
        for (std::size_t row = 0; row < rows_; ++row) {
            for (std::size_t column = 0; column < columns_; ++column) {
                const auto place =
                    plane.inverse({left_m_ + static_cast<double>(column) * scale_lattice_m,
                                   top_m_ - static_cast<double>(row) * scale_lattice_m});
                if (place) {
                    scale_[row * columns_ + column] = plane.scale_factor(*place);
                }
            }
        }
    }

    [[nodiscard]] double at(geo::PlanePoint point) const noexcept {
        const double x = (point.x_m - left_m_) / scale_lattice_m;
        const double y = (top_m_ - point.y_m) / scale_lattice_m;
        const auto column = static_cast<std::size_t>(x);
        const auto row = static_cast<std::size_t>(y);
        const double fx = x - static_cast<double>(column);
        const double fy = y - static_cast<double>(row);
        const double* corner = &scale_[row * columns_ + column];
        return (1.0 - fy) * ((1.0 - fx) * corner[0] + fx * corner[1]) +
               fy * ((1.0 - fx) * corner[columns_] + fx * corner[columns_ + 1]);
    }

  private:
    double left_m_;
    double top_m_;
    std::size_t columns_;
    std::size_t rows_;
    std::vector<double> scale_;
};

} // namespace

std::string PlanningGrid::describe() const {
    return fmt::format("{}, {:g} km, {} x {} cells", plane.definition(), geometry.cell_m / 1e3,
                       geometry.columns, geometry.rows);
}

geo::Projection planning_plane(const GridOptions& options, std::span<const Place> places) {
    if (!options.crs.empty()) {
        auto plane = geo::Projection::from_definition(options.crs);
        if (!plane.is_conformal()) {
            throw Error(
                ErrorCode::invalid_argument,
                fmt::format("grid CRS '{}' is not conformal; distances would depend on direction",
                            options.crs));
        }
        return plane;
    }
    const auto north = [](const Place& place) { return place.position.latitude_deg() >= 0.0; };
    if (std::all_of(places.begin(), places.end(), north)) {
        return geo::Projection::polar_north();
    }
    if (std::none_of(places.begin(), places.end(), north)) {
        return geo::Projection::polar_south();
    }
    throw Error(ErrorCode::invalid_argument, "the voyage lies on both sides of the equator; plan "
                                             "each side by itself, or name a grid CRS "
                                             "that is conformal over all of it");
}

PlanningGrid make_planning_grid(const GridOptions& options, std::span<const Place> places) {
    PlanningGrid grid{planning_plane(options, places), {}, {}, {}, {}};
    grid.geometry =
        geometry_of(options, options.bounds ? *options.bounds : bounds_around(grid.plane, places));
    for (const auto& place : places) {
        const auto point = grid.plane.forward(place.position);
        if (!point || !grid.geometry.cell_at(*point)) {
            throw Error(ErrorCode::invalid_argument,
                        fmt::format("{} at {} lies outside the grid bounds", place.name,
                                    geo::format_position(place.position)));
        }
    }
    const std::size_t count = grid.geometry.cell_count();
    std::vector<geo::PlanePoint> points(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        points[i] = grid.geometry.centre(i);
    }
    grid.centres.resize(count);
    grid.on_earth.resize(count);
    grid.plane.inverse(points, grid.centres, grid.on_earth);
    const ScaleLattice lattice(grid.plane, grid.geometry);
    grid.scale.resize(count);
    std::transform(points.begin(), points.end(), grid.scale.begin(),
                   [&](geo::PlanePoint point) { return static_cast<float>(lattice.at(point)); });
    return grid;
}

} // namespace fairlead::plan
