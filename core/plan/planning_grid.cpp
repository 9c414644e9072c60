// SPDX-License-Identifier: Apache-2.0
#include "core/plan/planning_grid.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fairlead::plan {
namespace {

constexpr double least_margin_km = 600.0;
constexpr double margin_share = 0.4;
constexpr double greatest_cell_count = 60e6;

/// The scale factor changes so slowly that a lattice of this spacing and bilinear interpolation
/// keep it within 1e-5 (second derivative of the polar stereographic scale: about 1/(2 R^2)).
constexpr double scale_lattice_m = 50e3;

GridOptions::Bounds box_of(const geo::Projection& plane, std::span<const Place> places) {
    GridOptions::Bounds box{HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
    for (const auto& place : places) {
        const auto point = plane.forward(place.position);
        if (!point) {
            throw Error(ErrorCode::invalid_argument,
                        fmt::format("{} at {} has no place in the projection {}", place.name,
                                    geo::format_position(place.position), plane.definition()));
        }
        box.left_km = std::min(box.left_km, point->x_m / 1e3);
        box.right_km = std::max(box.right_km, point->x_m / 1e3);
        box.bottom_km = std::min(box.bottom_km, point->y_m / 1e3);
        box.top_km = std::max(box.top_km, point->y_m / 1e3);
    }
    return box;
}

GridOptions::Bounds bounds_around(const geo::Projection& plane, std::span<const Place> places,
                                  double margin_km) {
    const auto box = box_of(plane, places);
    return {box.left_km - margin_km, box.bottom_km - margin_km, box.right_km + margin_km,
            box.top_km + margin_km};
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

double default_margin_km(const geo::Projection& plane, std::span<const Place> places) {
    const auto box = box_of(plane, places);
    return std::max(least_margin_km, margin_share * std::hypot(box.right_km - box.left_km,
                                                               box.top_km - box.bottom_km));
}

PlanningGrid make_planning_grid(const GridOptions& options, std::span<const Place> places) {
    PlanningGrid grid{planning_plane(options, places), {}, {}, {}, {}};
    grid.geometry = geometry_of(
        options,
        options.bounds
            ? *options.bounds
            : bounds_around(grid.plane, places,
                            options.margin_km.value_or(default_margin_km(grid.plane, places))));
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
