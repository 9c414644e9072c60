// SPDX-License-Identifier: Apache-2.0
#include "core/study/route_maps.hpp"

#include "core/base/error.hpp"
#include "core/base/version.hpp"
#include "core/io/grid_geotiff.hpp"
#include "core/study/density.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace fairlead::study {
namespace {

constexpr double cell_unless_said_km = 12.5;
constexpr double margin_m = 100e3;
constexpr double greatest_cell_count = 16e6;

/// As the study plans, but twice as large, and again, until a map has no more cells than programs
/// show with ease.
geo::GridGeometry map_grid(const Manifest& manifest, const Extent& extent) {
    double cell_m = manifest.file.cell_km.value_or(cell_unless_said_km) * 1e3;
    const double area_m2 = (extent.right_m - extent.left_m + 2.0 * margin_m) *
                           (extent.top_m - extent.bottom_m + 2.0 * margin_m);
    while (area_m2 / (cell_m * cell_m) > greatest_cell_count) {
        cell_m *= 2.0;
    }
    return grid_around(extent, margin_m, cell_m);
}

std::vector<float> as_values(const std::vector<std::uint32_t>& counts) {
    return {counts.begin(), counts.end()};
}

io::GridBand density_band(const std::string& of, const RouteDensity& density) {
    return {
        fmt::format("routes of {} ({} of {} departures arrive)", of, density.found, density.tried),
        "routes", as_values(density.routes)};
}

std::vector<io::GridBand> reach_bands(const RouteDensity& density) {
    const auto cells = density.routes.size();
    io::GridBand reached{"share of departures whose route passes", "1", {}};
    io::GridBand arriving{"share that arrives of the ships that come here", "1", {}};
    reached.values.assign(cells, io::no_value);
    arriving.values.assign(cells, io::no_value);
    for (std::size_t i = 0; i < cells; ++i) {
        const auto passes = static_cast<float>(density.routes[i]);
        const auto all = passes + static_cast<float>(density.stops[i]);
        reached.values[i] = passes / static_cast<float>(density.tried);
        arriving.values[i] = all > 0.0F ? passes / all : io::no_value;
    }
    return {std::move(reached),
            std::move(arriving),
            {"ships stopped here", "ships", as_values(density.stops)}};
}

std::vector<io::GridBand> density_bands(const Manifest& manifest,
                                        const std::vector<io::RouteRecord>& records,
                                        const RouteDensity& density) {
    std::vector<io::GridBand> bands{density_band("all ships", density)};
    const auto& ships = manifest.file.ships;
    for (const auto& ship : ships) {
        if (ships.size() == 1) {
            break;
        }
        bands.push_back(
            density_band(ship, count_routes(records, density.hemisphere, density.geometry, ship)));
    }
    return bands;
}

} // namespace

std::vector<FileContent> map_files(const Manifest& manifest,
                                   const std::vector<io::RouteRecord>& records,
                                   const std::filesystem::path& folder) {
    std::vector<std::pair<Hemisphere, Extent>> maps;
    for (const auto hemisphere : {Hemisphere::north, Hemisphere::south}) {
        const bool has_any = std::any_of(records.begin(), records.end(), [&](const auto& record) {
            return hemisphere_of(record) == hemisphere;
        });
        if (has_any) {
            maps.emplace_back(hemisphere, *extent_of(hemisphere, records, {}));
        }
    }
    if (maps.empty()) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("{}: none of {} routes has a line or a place where its ship is "
                                "stopped; there is nothing to map",
                                folder.string(), records.size()));
    }
    const std::vector<std::pair<std::string, std::string>> about{
        {"STUDY", manifest.file.name},
        {"SOFTWARE", fmt::format("Fairlead {}", version())},
        {"NOTE", "planning study, not for navigation"}};
    std::vector<FileContent> files;
    for (const auto& [hemisphere, extent] : maps) {
        const auto density = count_routes(records, hemisphere, map_grid(manifest, extent));
        const auto add = [&, &hemisphere = hemisphere](std::string_view what,
                                                       const std::vector<io::GridBand>& bands) {
            const auto file =
                folder / (maps.size() == 1 ? fmt::format("{}.tif", what)
                                           : fmt::format("{}-{}.tif", what, name(hemisphere)));
            files.push_back({file, io::grid_geotiff(plane_of(hemisphere), density.geometry, bands,
                                                    about, file.string())});
        };
        add("density", density_bands(manifest, records, density));
        add("reach", reach_bands(density));
    }
    return files;
}

} // namespace fairlead::study
