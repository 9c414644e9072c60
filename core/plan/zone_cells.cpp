// SPDX-License-Identifier: Apache-2.0
#include "core/plan/zone_cells.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace fairlead::plan {
namespace {

bool touches(const env::Zone& zone, const PlanningGrid& grid, std::uint32_t cell) {
    static constexpr std::array offsets{-0.5, 0.0, 0.5};
    const auto centre = grid.geometry.centre(cell);
    for (const double dx : offsets) {
        for (const double dy : offsets) {
            const auto place = grid.plane.inverse(
                {centre.x_m + dx * grid.geometry.cell_m, centre.y_m + dy * grid.geometry.cell_m});
            if (place && zone.area.contains(*place)) {
                return true;
            }
        }
    }
    return false;
}

bool in_box(const geo::GridGeometry& geometry, std::uint32_t cell, const PlaneBox& box) {
    const auto centre = geometry.centre(cell);
    return centre.x_m >= box.left_m && centre.x_m <= box.right_m && centre.y_m >= box.bottom_m &&
           centre.y_m <= box.top_m;
}

} // namespace

PlaneBox plane_box(const env::Zone& zone, const PlanningGrid& grid) {
    PlaneBox box{HUGE_VAL, -HUGE_VAL, HUGE_VAL, -HUGE_VAL};
    for (const auto& ring : zone.area.rings()) {
        for (const auto& place : ring) {
            if (const auto point = grid.plane.forward(place)) {
                box = {std::min(box.left_m, point->x_m), std::max(box.right_m, point->x_m),
                       std::min(box.bottom_m, point->y_m), std::max(box.top_m, point->y_m)};
            }
        }
    }
    // An edge between two corners may bulge out of their box: by less than half the box.
    const double bulge_m =
        0.5 * std::max(box.right_m - box.left_m, box.top_m - box.bottom_m) + grid.geometry.cell_m;
    return {box.left_m - bulge_m, box.right_m + bulge_m, box.bottom_m - bulge_m,
            box.top_m + bulge_m};
}

ZoneCells::ZoneCells(const std::vector<env::Zone>& zones, const PlanningGrid& grid,
                     std::span<const std::uint32_t> cells)
    : cell_count_(cells.size()) {
    for (const auto& zone : zones) {
        const auto box = plane_box(zone, grid);
        std::vector<std::uint32_t> corner_cells;
        for (const auto& ring : zone.area.rings()) {
            for (const auto& place : ring) {
                const auto point = grid.plane.forward(place);
                const auto cell = point ? grid.geometry.cell_at(*point) : std::nullopt;
                if (cell) {
                    corner_cells.push_back(grid.geometry.index(*cell));
                }
            }
        }
        Touched touched{&zone, {}};
        for (std::uint32_t i = 0; i < cells.size(); ++i) {
            const bool holds_corner =
                std::find(corner_cells.begin(), corner_cells.end(), cells[i]) != corner_cells.end();
            if (holds_corner ||
                (in_box(grid.geometry, cells[i], box) && touches(zone, grid, cells[i]))) {
                touched.cells.push_back(i);
            }
        }
        touched_.push_back(std::move(touched));
    }
}

ZoneCells::InForce ZoneCells::in_force(double time_s) const {
    InForce result;
    std::vector<std::pair<std::uint32_t, const env::Zone*>> pairs;
    for (const auto& touched : touched_) {
        if (touched.zone->in_force(time_s)) {
            for (const auto cell : touched.cells) {
                pairs.emplace_back(cell, touched.zone);
            }
        }
    }
    if (pairs.empty()) {
        return result;
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    result.first_.assign(cell_count_ + 1, 0);
    for (const auto& [cell, zone] : pairs) {
        ++result.first_[cell + 1];
        result.zones_.push_back(zone);
    }
    for (std::size_t i = 0; i < cell_count_; ++i) {
        result.first_[i + 1] += result.first_[i];
    }
    return result;
}

} // namespace fairlead::plan
