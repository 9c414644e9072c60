// SPDX-License-Identifier: Apache-2.0
#include "core/plan/voyage_grid.hpp"

#include "core/base/error.hpp"
#include "core/graph/land_safe_arcs.hpp"

#include <fmt/format.h>

#include <utility>

namespace fairlead::plan {

namespace {

std::vector<std::uint32_t> cells_with_water(const VoyageGrid& voyage, const geo::LandIndex* land) {
    const auto& geometry = voyage.grid.geometry;
    std::vector<unsigned char> dry(geometry.cell_count(), 0);
    if (land != nullptr) {
        const bool same_plane = land->plane().definition() == voyage.grid.plane.definition();
        const auto is_land = [&](geo::PlanePoint point) {
            if (same_plane) {
                return land->is_land(point);
            }
            const auto place = voyage.grid.plane.inverse(point);
            return place && land->is_land(*place);
        };
        for (std::uint32_t cell = 0; cell < geometry.cell_count(); ++cell) {
            if (voyage.graph.arcs(cell) != 0) {
                continue;
            }
            const auto centre = geometry.centre(cell);
            bool all_land = true;
            for (const int across : {-1, 0, 1}) {
                for (const int down : {-1, 0, 1}) {
                    all_land = all_land && is_land({centre.x_m + across * geometry.cell_m / 3.0,
                                                    centre.y_m + down * geometry.cell_m / 3.0});
                }
            }
            dry[cell] = all_land ? 1 : 0;
        }
    }
    std::vector<std::uint32_t> wet;
    for (std::uint32_t index = 0; index < geometry.cell_count(); ++index) {
        if (voyage.grid.on_earth[index] == 0) {
            continue;
        }
        const auto cell = geometry.cell(index);
        bool inland = true;
        for (std::int32_t row = cell.row - 1; row <= cell.row + 1; ++row) {
            for (std::int32_t column = cell.column - 1; column <= cell.column + 1; ++column) {
                const geo::GridCell neighbour{column, row};
                inland =
                    inland && geometry.contains(neighbour) && dry[geometry.index(neighbour)] != 0;
            }
        }
        if (!inland) {
            wet.push_back(index);
        }
    }
    return wet;
}

/// Depths are asked for at the departure: no depth product changes with time.
ShoalTest shoal_test(const PlanRequest& request) {
    const auto& rule = request.rules->options().under_keel_clearance;
    if (!rule || !request.environment->has(env::Variable::sea_floor_depth)) {
        return {};
    }
    const auto departure_s = static_cast<double>(request.departure.time_since_epoch().count());
    return [&request, &rule = *rule, departure_s](const geo::Position& place) {
        const auto depth =
            request.environment->sample(env::Variable::sea_floor_depth, place, departure_s);
        const auto& ship = request.vessel->particulars();
        if (!depth.is_usable() || rule.greatest_speed_kn(ship, depth.value)) {
            return false;
        }
        const auto spacing =
            request.environment->spacing(env::Variable::sea_floor_depth, place, departure_s);
        // As in the check of the finished line: near land a coarse grid says nothing.
        return !spacing || !request.land->distance_to_land(place, *spacing);
    };
}

} // namespace

VoyageGrid make_voyage_grid(const PlanRequest& request, const Progress& progress) {
    auto grid = make_planning_grid(request.grid, request.places);
    graph::GridGraph graph(grid.geometry, request.grid.neighbours,
                           graph::land_safe_arcs(grid.geometry, grid.plane, request.land.get(),
                                                 request.clearance_off_land,
                                                 request.grid.neighbours, progress));
    VoyageGrid voyage{std::move(grid), std::move(graph), {}, {}, {}};
    const SeaParts parts(voyage.graph);
    const auto is_shoal = shoal_test(request);
    for (std::size_t i = 0; i < request.places.size(); ++i) {
        try {
            voyage.approaches.push_back(find_approach(request.places[i], voyage.grid, voyage.graph,
                                                      parts, request.land.get(), is_shoal,
                                                      request.clearance_off_land, progress));
        } catch (const Error& problem) {
            if (problem.code() == ErrorCode::cancelled) {
                throw;
            }
            const auto& given_by = request.places[i].given_by;
            throw Error(problem.code(), given_by.empty()
                                            ? problem.what()
                                            : fmt::format("{}: {}", given_by, problem.what()));
        }
    }
    for (graph::Vertex v = 0; v < voyage.graph.vertex_count(); ++v) {
        if (voyage.graph.arcs(v) != 0 && voyage.grid.on_earth[v] != 0) {
            voyage.sea_cells.push_back(v);
        }
    }
    voyage.wet_cells = cells_with_water(voyage, request.land.get());
    return voyage;
}

} // namespace fairlead::plan
