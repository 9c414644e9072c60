// SPDX-License-Identifier: Apache-2.0
#include "core/plan/barrier.hpp"

#include "core/search/field_bounds.hpp"
#include "core/search/time_dependent.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fairlead::plan {
namespace {

constexpr std::uint16_t open_weight = 64;
constexpr std::uint16_t closed_weight = 300 * open_weight;
/// "Time" across an open cell: the longest way stays within what the kernel's clock can tell.
constexpr double open_cell_s = 4.0;

/// Cells that an arc begins in, crosses and touches in corners, and the one it ends in.
std::vector<graph::Vertex> cells_of_arc(const geo::GridGeometry& grid, graph::Vertex from,
                                        graph::Vertex to, std::uint8_t direction) {
    std::vector<graph::Vertex> cells{from};
    const auto first = grid.cell(from);
    const auto& way = graph::directions[direction];
    const auto add = [&](graph::CellOffset offset) {
        const geo::GridCell cell{first.column + offset.columns, first.row + offset.rows};
        if (grid.contains(cell)) {
            cells.push_back(grid.index(cell));
        }
    };
    for (std::size_t i = 0; i < way.crossed_count; ++i) {
        add(way.crossed[i].offset);
    }
    for (std::size_t i = 0; i < way.corner_count; ++i) {
        add(way.corners[i]);
    }
    cells.push_back(to);
    return cells;
}

void append_new(std::vector<graph::Vertex>& cells, graph::Vertex cell) {
    if (std::find(cells.begin(), cells.end(), cell) == cells.end()) {
        cells.push_back(cell);
    }
}

std::vector<ClosedStretch> closed_stretches(const PlanningGrid& grid, const search::GraphPath& path,
                                            const std::vector<unsigned char>& open) {
    std::vector<ClosedStretch> stretches;
    bool in_stretch = false;
    const auto enter = [&] {
        if (!std::exchange(in_stretch, true)) {
            stretches.emplace_back();
        }
    };
    if (open[path.vertices.front()] == 0) {
        enter();
        stretches.back().cells.push_back(path.vertices.front());
    }
    for (std::size_t i = 0; i < path.directions.size(); ++i) {
        const auto from = path.vertices[i];
        const auto to = path.vertices[i + 1];
        bool touches = false;
        for (const auto cell : cells_of_arc(grid.geometry, from, to, path.directions[i])) {
            if (open[cell] == 0) {
                touches = true;
                enter();
                append_new(stretches.back().cells, cell);
            }
        }
        in_stretch = touches;
        if (touches) {
            const auto a = grid.geometry.centre(from);
            const auto b = grid.geometry.centre(to);
            stretches.back().length += Length::metres(std::hypot(b.x_m - a.x_m, b.y_m - a.y_m) /
                                                      static_cast<double>(grid.scale[from]));
        }
    }
    return stretches;
}

/// The slice that holds at a time: the last one not after it.
std::size_t slice_at(const std::vector<double>& times, double time_s) {
    const auto after = std::upper_bound(times.begin(), times.end(), time_s);
    return after == times.begin() ? 0 : static_cast<std::size_t>(after - times.begin()) - 1;
}

} // namespace

Length BlockedWay::closed_length() const noexcept {
    Length sum;
    for (const auto& stretch : stretches) {
        sum += stretch.length;
    }
    return sum;
}

std::vector<unsigned char> cells_open_within(const cost::TransitField& field, double from_s,
                                             double until_s) {
    const auto& times = field.slice_time_s;
    const auto first = slice_at(times, from_s);
    std::vector<unsigned char> open(field.grid.cell_count(), 0);
    for (std::size_t k = first; k < times.size() && (k == first || times[k] <= until_s); ++k) {
        const auto slice = field.slice(k);
        for (std::size_t i = 0; i < open.size(); ++i) {
            open[i] = open[i] != 0 || slice[i] != cost::TransitField::closed ? 1 : 0;
        }
    }
    return open;
}

std::optional<BlockedWay> least_blocked_way(const StageRequest& wanted, const Stage& stage,
                                            const std::vector<unsigned char>& open) {
    cost::TransitField weight;
    weight.grid = wanted.voyage.grid.geometry;
    weight.slice_time_s = {0.0};
    weight.open_after_last = true;
    weight.slowness_unit_s_per_m = open_cell_s / (weight.grid.cell_m * open_weight);
    weight.slowness.assign(weight.grid.cell_count(), cost::TransitField::closed);
    // Arcs also cross cells that none begins in.
    for (const auto cell : wanted.voyage.wet_cells) {
        weight.slowness[cell] = open[cell] != 0 ? open_weight : closed_weight;
    }
    std::vector<search::Source> sources;
    for (const auto cell : wanted.voyage.sea_cells) {
        if (std::isfinite(stage.reached_after_s[cell])) {
            sources.push_back({cell, 0.0, 0.0});
        }
    }
    if (sources.empty()) {
        for (const auto& link : wanted.voyage.approaches[wanted.from].links) {
            sources.push_back({link.vertex, 0.0, 0.0});
        }
    }
    std::vector<search::Target> targets;
    for (const auto& link : wanted.voyage.approaches[wanted.from + 1].links) {
        targets.push_back({link.vertex, 0.0, 0.0});
    }
    search::TimeDependentSearch search;
    const auto found =
        search.run(wanted.voyage.graph, weight, search::bounds_of(weight), sources, targets);
    if (!found.path) {
        return std::nullopt;
    }
    return BlockedWay{found.path->vertices.front(),
                      closed_stretches(wanted.voyage.grid, *found.path, open)};
}

std::optional<ClosedSpan> closed_span(const cost::TransitField& field, graph::Vertex cell,
                                      double time_s) {
    const auto& times = field.slice_time_s;
    const auto now = slice_at(times, time_s);
    const auto is_closed = [&](std::size_t k) {
        return field.slice(k)[cell] == cost::TransitField::closed;
    };
    if (!is_closed(now)) {
        return std::nullopt;
    }
    ClosedSpan span;
    for (std::size_t k = now; k > 0; --k) {
        if (!is_closed(k - 1)) {
            span.since_s = times[k - 1];
            break;
        }
    }
    for (std::size_t k = now + 1; k < times.size(); ++k) {
        if (!is_closed(k)) {
            span.until_s = times[k];
            break;
        }
    }
    return span;
}

} // namespace fairlead::plan
