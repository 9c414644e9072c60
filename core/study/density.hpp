// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Where routes go: how many of them pass each cell of a grid around a pole, and where those end
/// that do not arrive.

#include "core/geo/gazetteer.hpp"
#include "core/geo/grid.hpp"
#include "core/geo/projection.hpp"
#include "core/io/route_record.hpp"
#include "core/study/manifest.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::study {

enum class Hemisphere { north, south };

/// EPSG:3413 or EPSG:3031.
[[nodiscard]] geo::Projection plane_of(Hemisphere hemisphere);
[[nodiscard]] std::string_view name(Hemisphere hemisphere) noexcept;

/// Where a route begins or, if it never does, is stopped; none for neither.
[[nodiscard]] std::optional<Hemisphere> hemisphere_of(const io::RouteRecord& record);

/// The places that the voyages of a study name, each once; what the gazetteer does not know is
/// left out, as no route was planned from it.
[[nodiscard]] std::vector<geo::Place> places_of(const Manifest& manifest);

/// Of a map: what it is to show, in its plane.
struct Extent {
    double left_m = 0.0;
    double bottom_m = 0.0;
    double right_m = 0.0;
    double top_m = 0.0;
};
/// Around all routes, stops and places of a hemisphere, no farther from the pole than the equator;
/// none where it has none.
[[nodiscard]] std::optional<Extent> extent_of(Hemisphere hemisphere,
                                              std::span<const io::RouteRecord> records,
                                              std::span<const geo::Place> places);

/// Cells that hold the extent and `margin_m` more, their edges at whole multiples of the cell.
/// @pre cell_m > 0
[[nodiscard]] geo::GridGeometry grid_around(const Extent& extent, double margin_m, double cell_m);

struct RouteDensity {
    Hemisphere hemisphere = Hemisphere::north;
    geo::GridGeometry geometry;
    std::vector<std::uint32_t> routes; ///< that touch each cell, each counted once
    std::vector<std::uint32_t> stops;  ///< that are stopped in it
    std::size_t tried = 0;             ///< routes of this hemisphere
    std::size_t found = 0;             ///< of them
};

/// Between its places a route is the geodesic, followed within a hundredth of a cell. What lies
/// outside of the grid is not counted; routes of the other hemisphere are left out.
/// @param ship as in the records; none: all ships.
[[nodiscard]] RouteDensity count_routes(std::span<const io::RouteRecord> records,
                                        Hemisphere hemisphere, const geo::GridGeometry& geometry,
                                        const std::optional<std::string>& ship = {});

} // namespace fairlead::study
