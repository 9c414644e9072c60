// SPDX-License-Identifier: Apache-2.0
#include "core/plan/approach.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/geo/geodesic.hpp"
#include "core/graph/land_safe_arcs.hpp"
#include "core/search/field_bounds.hpp"
#include "core/search/time_dependent.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <utility>

namespace fairlead::plan {
namespace {

/// A link in open water may be this many cells long.
constexpr double open_link_cells = 2.5;
constexpr std::size_t most_links = 48;

/// On the way in, water nearer to the shore than this costs up to three times as much.
constexpr double shore_shy_m = 600.0;
constexpr double shore_weight = 2.0;
/// A mile over a shoal is worth a detour of five times the dearest mile beside it.
constexpr double shoal_weight = 15.0;
constexpr double weight_code = 4096.0;

/// A berth on land by the coastline is moved to water no farther away than this.
constexpr double greatest_move_m = 5e3;
constexpr double water_search_m = 60e3;

/// A part of the sea of this many cells is taken for open; a smaller one may be a lake of the grid.
constexpr std::size_t open_sea_cells = 500;

/// Fine cells and half width of the local grids tried in turn: fjords by the width of the window,
/// at last the arms of a delta (Arkhangelsk) by the smallness of its cells.
struct LocalWindow {
    double cell_m;
    double reach_m;
};
constexpr std::array<LocalWindow, 4> local_windows{
    {{300.0, 30e3}, {300.0, 90e3}, {600.0, 250e3}, {100.0, 40e3}}};

geo::GridGeometry window_around(geo::PlanePoint centre, const LocalWindow& window) {
    geo::GridGeometry geometry;
    geometry.cell_m = window.cell_m;
    geometry.columns = geometry.rows =
        2 * static_cast<std::int32_t>(window.reach_m / window.cell_m) + 1;
    const double half_m = 0.5 * geometry.columns * window.cell_m;
    geometry.left_m = centre.x_m - half_m;
    geometry.top_m = centre.y_m + half_m;
    return geometry;
}

/// Shorter by leaving out points between which the straight way keeps as far off land as the way
/// it replaces did (four fifths of it).
/// @param may_join does a straight way between two points keep off shoals?
template <class MayJoin>
std::vector<geo::PlanePoint> pulled_straight(const std::vector<geo::PlanePoint>& way,
                                             const std::vector<double>& off_land_m,
                                             const geo::LandIndex& land, const MayJoin& may_join) {
    std::vector<geo::PlanePoint> pulled{way.front()};
    std::size_t at = 0;
    while (at + 1 < way.size()) {
        std::size_t next = at + 1;
        double keep_m = std::min(off_land_m[at], off_land_m[next]);
        for (std::size_t j = at + 2; j < way.size(); ++j) {
            keep_m = std::min(keep_m, off_land_m[j]);
            if (land.is_clear(way[at], way[j], 0.8 * keep_m) && may_join(way[at], way[j])) {
                next = j;
            }
        }
        pulled.push_back(way[next]);
        at = next;
    }
    return pulled;
}

} // namespace

/// The fine grid around a place and all ways from it.
class LocalWays {
  public:
    LocalWays(geo::PlanePoint centre, const LocalWindow& window, const PlanningGrid& grid,
              const geo::LandIndex& land, const ShoalTest& is_shoal, const Progress& progress)
        : geometry_(window_around(centre, window)), land_(land),
          graph_(geometry_, 16,
                 graph::land_safe_arcs(geometry_, grid.plane, &land, Length(), 16, progress)),
          off_land_m_(geometry_.cell_count(), 0.0F), shoal_(geometry_.cell_count(), 0) {
        for (graph::Vertex v = 0; v < graph_.vertex_count(); ++v) {
            if (graph_.arcs(v) != 0) {
                const auto place = grid.plane.inverse(geometry_.centre(v));
                const auto near = place ? land.distance_to_land(*place, Length::metres(shore_shy_m))
                                        : std::nullopt;
                off_land_m_[v] = static_cast<float>(near ? near->in_metres() : shore_shy_m);
                shoal_[v] = place && is_shoal && is_shoal(*place) ? 1 : 0;
            }
        }
    }

    /// The cell with water nearest to the centre of the window.
    [[nodiscard]] std::optional<graph::Vertex> nearest_water() const {
        const auto middle = geometry_.centre({geometry_.columns / 2, geometry_.rows / 2});
        std::optional<graph::Vertex> best;
        double best_m = std::numeric_limits<double>::infinity();
        for (graph::Vertex v = 0; v < graph_.vertex_count(); ++v) {
            const auto here = geometry_.centre(v);
            const double away_m = std::hypot(here.x_m - middle.x_m, here.y_m - middle.y_m);
            if (graph_.arcs(v) != 0 && away_m < best_m) {
                best = v;
                best_m = away_m;
            }
        }
        return best;
    }

    void search_from(graph::Vertex start) {
        // A still sea whose "slowness" is the weight of the water: the ordinary kernel serves.
        weight_.grid = geometry_;
        weight_.slice_time_s = {0.0};
        weight_.open_after_last = true;
        weight_.slowness_unit_s_per_m = 1.0 / weight_code;
        weight_.slowness.reserve(graph_.vertex_count());
        for (graph::Vertex v = 0; v < graph_.vertex_count(); ++v) {
            const double near = 1.0 - static_cast<double>(off_land_m_[v]) / shore_shy_m;
            const double weight = shoal_[v] != 0 ? shoal_weight : 1.0 + shore_weight * near;
            weight_.slowness.push_back(static_cast<std::uint16_t>(weight_code * weight));
        }
        const search::Source source{start, 0.0, 0.0};
        search_.run(graph_, weight_, search::bounds_of(weight_), std::span(&source, 1), {});
    }

    [[nodiscard]] std::optional<graph::Vertex> reached_cell_at(geo::PlanePoint point) const {
        const auto cell = geometry_.cell_at(point);
        if (!cell || !search_.arrival_s(geometry_.index(*cell))) {
            return std::nullopt;
        }
        return geometry_.index(*cell);
    }

    /// Plane metres along the way to a cell that is reached.
    [[nodiscard]] double length_to(graph::Vertex cell) const {
        double length_m = 0.0;
        const auto path = search_.path_to(cell);
        FAIRLEAD_EXPECTS(path.has_value());
        for (const auto direction : path->directions) {
            length_m += graph_.length_m(direction);
        }
        return length_m;
    }

    /// Start first; the exact points of both ends take the place of their cells' centres.
    [[nodiscard]] std::vector<geo::PlanePoint> line(graph::Vertex cell, geo::PlanePoint start,
                                                    geo::PlanePoint end) const {
        std::vector<geo::PlanePoint> points;
        std::vector<double> off_land_m;
        const auto path = search_.path_to(cell);
        FAIRLEAD_EXPECTS(path.has_value());
        for (const auto v : path->vertices) {
            points.push_back(geometry_.centre(v));
            off_land_m.push_back(static_cast<double>(off_land_m_[v]));
        }
        // The first centre is at most a cell away from the place; it stays only if it must.
        points.insert(points.begin(), start);
        off_land_m.insert(off_land_m.begin(), 0.0);
        points.push_back(end);
        off_land_m.push_back(off_land_m.back());
        return pulled_straight(
            points, off_land_m, land_,
            [this](geo::PlanePoint a, geo::PlanePoint b) { return keeps_off_shoals(a, b); });
    }

    [[nodiscard]] const geo::GridGeometry& geometry() const noexcept { return geometry_; }

  private:
    [[nodiscard]] bool keeps_off_shoals(geo::PlanePoint a, geo::PlanePoint b) const {
        const double length_m = std::hypot(b.x_m - a.x_m, b.y_m - a.y_m);
        const int steps = static_cast<int>(length_m / (0.5 * geometry_.cell_m)) + 1;
        for (int i = 0; i <= steps; ++i) {
            const double share = static_cast<double>(i) / steps;
            const auto cell =
                geometry_.cell_at({std::lerp(a.x_m, b.x_m, share), std::lerp(a.y_m, b.y_m, share)});
            if (cell && shoal_[geometry_.index(*cell)] != 0) {
                return false;
            }
        }
        return true;
    }

    geo::GridGeometry geometry_;
    const geo::LandIndex& land_;
    graph::GridGraph graph_;
    std::vector<float> off_land_m_;
    std::vector<unsigned char> shoal_;
    cost::TransitField weight_;
    search::TimeDependentSearch search_;
};

namespace {

/// Ties a place in open water to the cells around it by straight lines.
std::vector<Approach::Link> open_links(const geo::Position& position, const PlanningGrid& grid,
                                       const graph::GridGraph& graph, const geo::LandIndex* land,
                                       Length clearance) {
    std::vector<Approach::Link> links;
    const auto point = grid.plane.forward(position);
    const auto middle = point ? grid.geometry.cell_at(*point) : std::nullopt;
    if (!middle) {
        return links;
    }
    const auto reach = static_cast<std::int32_t>(std::ceil(open_link_cells));
    for (std::int32_t row = middle->row - reach; row <= middle->row + reach; ++row) {
        for (std::int32_t column = middle->column - reach; column <= middle->column + reach;
             ++column) {
            const geo::GridCell cell{column, row};
            if (!grid.geometry.contains(cell) || graph.arcs(grid.geometry.index(cell)) == 0) {
                continue;
            }
            const auto centre = grid.geometry.centre(cell);
            if (std::hypot(centre.x_m - point->x_m, centre.y_m - point->y_m) >
                open_link_cells * grid.geometry.cell_m) {
                continue;
            }
            const auto& target = grid.centres[grid.geometry.index(cell)];
            if (land == nullptr || land->is_clear(position, target, clearance)) {
                links.push_back({grid.geometry.index(cell),
                                 geo::geodesic_distance(position, target).in_metres()});
            }
        }
    }
    return links;
}

/// Cells of the planning grid that the local ways reach.
std::vector<Approach::Link> local_links(const LocalWays& ways, const PlanningGrid& grid,
                                        const graph::GridGraph& graph) {
    std::vector<Approach::Link> links;
    const auto& window = ways.geometry();
    const auto upper_left = grid.geometry.cell_at({window.left_m, window.top_m});
    const auto side =
        static_cast<std::int32_t>(window.columns * window.cell_m / grid.geometry.cell_m) + 1;
    const auto first_column = upper_left ? upper_left->column : 0;
    const auto first_row = upper_left ? upper_left->row : 0;
    for (std::int32_t row = first_row; row <= first_row + side; ++row) {
        for (std::int32_t column = first_column; column <= first_column + side; ++column) {
            const geo::GridCell cell{column, row};
            if (!grid.geometry.contains(cell) || graph.arcs(grid.geometry.index(cell)) == 0) {
                continue;
            }
            const auto vertex = grid.geometry.index(cell);
            if (const auto fine = ways.reached_cell_at(grid.geometry.centre(cell))) {
                links.push_back(
                    {vertex, ways.length_to(*fine) / static_cast<double>(grid.scale[vertex])});
            }
        }
    }
    return links;
}

/// Keeps the links to the greatest part of the sea that any of them leads to.
void keep_open_sea(std::vector<Approach::Link>& links, const SeaParts& parts) {
    std::uint32_t best = SeaParts::none;
    for (const auto& link : links) {
        const auto part = parts.part_of(link.vertex);
        if (best == SeaParts::none || parts.size_of(part) > parts.size_of(best)) {
            best = part;
        }
    }
    std::erase_if(links, [&](const auto& link) { return parts.part_of(link.vertex) != best; });
    std::sort(links.begin(), links.end(), [](const auto& a, const auto& b) {
        return a.distance_m != b.distance_m ? a.distance_m < b.distance_m : a.vertex < b.vertex;
    });
    if (links.size() > most_links) {
        links.resize(most_links);
    }
}

/// Cells of the part of the sea that the links lead to.
std::size_t size_of_sea(const std::vector<Approach::Link>& links, const SeaParts& parts) {
    return links.empty() ? 0 : parts.size_of(parts.part_of(links.front().vertex));
}

[[nodiscard]] Error on_land(const Place& place, const std::optional<geo::Position>& water) {
    const auto position = geo::format_position(place.position);
    auto sentence = place.name == position
                        ? fmt::format("{} is on land", position)
                        : fmt::format("{} at {} is on land", place.name, position);
    if (water) {
        sentence += fmt::format("; the nearest water is {:.1f} km away at {}",
                                geo::geodesic_distance(place.position, *water).in_kilometres(),
                                geo::format_position(*water));
    }
    return {ErrorCode::invalid_argument, sentence};
}

} // namespace

SeaParts::SeaParts(const graph::GridGraph& graph) : part_(graph.vertex_count(), none), size_(1, 0) {
    std::vector<graph::Vertex> stack;
    for (graph::Vertex seed = 0; seed < graph.vertex_count(); ++seed) {
        if (graph.arcs(seed) == 0 || part_[seed] != none) {
            continue;
        }
        const auto part = static_cast<std::uint32_t>(size_.size());
        size_.push_back(0);
        part_[seed] = part;
        stack.push_back(seed);
        while (!stack.empty()) {
            const auto vertex = stack.back();
            stack.pop_back();
            ++size_[part];
            graph::for_each_out_arc(graph, vertex, [&](graph::Vertex target, std::uint8_t) {
                if (part_[target] == none) {
                    part_[target] = part;
                    stack.push_back(target);
                }
            });
        }
    }
}

bool SeaParts::is_open_sea(graph::Vertex vertex) const noexcept {
    const auto size = size_of(part_of(vertex));
    return size >= open_sea_cells || size == *std::max_element(size_.begin(), size_.end());
}

std::vector<geo::PlanePoint> Approach::line_to(graph::Vertex vertex,
                                               const PlanningGrid& grid) const {
    const auto start = grid.plane.forward(position).value_or(geo::PlanePoint{});
    const auto end = grid.geometry.centre(vertex);
    if (!local) {
        return {start, end};
    }
    const auto fine = local->reached_cell_at(end);
    FAIRLEAD_EXPECTS(fine.has_value());
    return local->line(*fine, start, end);
}

std::optional<std::vector<geo::PlanePoint>>
Approach::local_line_to(const geo::Position& other, const PlanningGrid& grid) const {
    const auto start = grid.plane.forward(position);
    const auto end = grid.plane.forward(other);
    const auto fine = local && end ? local->reached_cell_at(*end) : std::nullopt;
    return start && fine ? std::optional(local->line(*fine, *start, *end)) : std::nullopt;
}

Approach find_approach(const Place& place, const PlanningGrid& grid, const graph::GridGraph& graph,
                       const SeaParts& parts, const geo::LandIndex* land, const ShoalTest& is_shoal,
                       Length clearance, const Progress& progress) {
    Approach approach;
    approach.position = place.position;
    const auto near_shore =
        land == nullptr ? std::nullopt : land->distance_to_land(place.position, clearance);
    if (!near_shore) {
        approach.links = open_links(place.position, grid, graph, land, clearance);
        keep_open_sea(approach.links, parts);
        // A small part of the sea may be a basin whose mouth is narrower than the cells.
        if (land == nullptr ||
            (!approach.links.empty() && parts.is_open_sea(approach.links.front().vertex))) {
            return approach;
        }
    }
    const auto centre = grid.plane.forward(place.position);
    FAIRLEAD_EXPECTS(centre.has_value()); // the planning grid holds every place
    std::size_t largest = size_of_sea(approach.links, parts);
    for (const auto& window : local_windows) {
        progress.throw_if_stopped();
        auto ways = std::make_shared<LocalWays>(*centre, window, grid, *land, is_shoal, progress);
        const auto start = ways->nearest_water();
        const auto water =
            start ? grid.plane.inverse(ways->geometry().centre(*start)) : std::nullopt;
        if (land->is_land(place.position)) {
            if (!water) {
                continue;
            }
            const auto move = geo::geodesic_distance(place.position, *water);
            if (move.in_metres() > greatest_move_m) {
                throw on_land(place, move.in_metres() <= water_search_m ? water : std::nullopt);
            }
            approach.position = *water;
            approach.moved = move;
        }
        if (!start) {
            continue;
        }
        ways->search_from(*start);
        auto links = local_links(*ways, grid, graph);
        keep_open_sea(links, parts);
        const auto size = size_of_sea(links, parts);
        if (size > largest) {
            largest = size;
            approach.links = std::move(links);
            approach.local = std::move(ways);
        }
        if (largest >= open_sea_cells) {
            break;
        }
    }
    if (approach.links.empty() && land->is_land(place.position) && !approach.moved) {
        throw on_land(place, std::nullopt);
    }
    return approach;
}

} // namespace fairlead::plan
