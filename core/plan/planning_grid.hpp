// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The plane and the grid a voyage is planned on.
///
/// Cells are uniform in a conformal plane (EPSG:3413 north, EPSG:3031 south unless the user says
/// otherwise), so the pole and 180 degrees are ordinary places. True distance is plane distance
/// divided by the scale factor.

#include "core/geo/grid.hpp"
#include "core/geo/projection.hpp"
#include "core/plan/plan_request.hpp"

#include <span>
#include <vector>

namespace fairlead::plan {

struct PlanningGrid {
    geo::Projection plane;
    geo::GridGeometry geometry;
    std::vector<geo::Position> centres;  ///< by cell index
    std::vector<unsigned char> on_earth; ///< 0 where the plane has no place on the earth
    std::vector<float> scale;            ///< plane metres per true metre, by cell index

    [[nodiscard]] std::string describe() const; ///< "EPSG:3413, 12.5 km, 520 x 410 cells"
};

/// Smaller cells than the coastline is exact, larger ones than a strait is wide, help nobody.
inline constexpr double least_cell_km = 0.1;
inline constexpr double greatest_cell_km = 200.0;

/// The projection that `options` and the voyage call for.
/// @throws Error (invalid_argument) if the CRS is not conformal, or if the voyage lies on both
///         sides of the equator and no CRS is given.
[[nodiscard]] geo::Projection planning_plane(const GridOptions& options,
                                             std::span<const Place> places);

/// How far the grid reaches beyond the voyage's places unless somebody says otherwise: the greater
/// of 600 km and 0.4 times the diagonal of their bounding box, so that wide detours stay inside.
/// @throws Error (invalid_argument) for a place that the plane does not hold.
[[nodiscard]] double default_margin_km(const geo::Projection& plane, std::span<const Place> places);

/// The grid covers the bounds; without them, the voyage's places with the margin.
/// @throws Error (invalid_argument) for a cell size outside those two, empty bounds, a place
///         outside given bounds, or more than 60 million cells.
[[nodiscard]] PlanningGrid make_planning_grid(const GridOptions& options,
                                              std::span<const Place> places);

} // namespace fairlead::plan
