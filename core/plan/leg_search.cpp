// SPDX-License-Identifier: Apache-2.0
#include "core/plan/leg_search.hpp"

#include "core/base/contract.hpp"
#include "core/base/stopwatch.hpp"
#include "core/geo/geodesic.hpp"
#include "core/search/arc_costs.hpp"
#include "core/search/arc_times.hpp"
#include "core/search/cost_search.hpp"
#include "core/search/field_bounds.hpp"
#include "core/search/interval_search.hpp"
#include "core/search/time_dependent.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace fairlead::plan {
namespace {

/// The first look ahead: at a quarter of the open-water speed on the geodesic, and a few days.
constexpr double first_look_slowdown = 4.0;
constexpr double first_look_extra_s = 5.0 * 86400.0;
constexpr double longest_look_s = 400.0 * 86400.0;

/// Arrivals within this time of each other are the same.
constexpr double same_arrival_s = 10.0;
/// A ship that leaves this little later than she could does not lie in wait.
constexpr double shortest_hold_s = 1.0;

double first_horizon_s(const StageRequest& stage) {
    const auto& from = stage.voyage.approaches[stage.from].position;
    const auto& to = stage.voyage.approaches[stage.from + 1].position;
    const double distance_m = geo::geodesic_distance(from, to).in_metres();
    const double speed_mps = stage.model.vessel().open_water_speed_kn() * mps_per_knot;
    return stage.departure_s + first_look_slowdown * distance_m / speed_mps + first_look_extra_s;
}

std::shared_ptr<const CompiledField> compile_stage(const StageRequest& stage, double horizon_s,
                                                   const Progress& progress) {
    return std::make_shared<CompiledField>(compile_transit_field(
        {*stage.request.environment, stage.model, stage.request.objective, stage.voyage.grid,
         stage.voyage.wet_cells, stage.departure_s, horizon_s},
        progress));
}

/// A copy with the cells closed; the field itself where there are none.
std::shared_ptr<const CompiledField>
with_closed_cells(std::shared_ptr<const CompiledField> compiled,
                  std::span<const ClosedCell> closed) {
    if (closed.empty()) {
        return compiled;
    }
    auto copy = std::make_shared<CompiledField>(*compiled);
    auto& field = copy->field;
    const auto& times = field.slice_time_s;
    for (const auto& [cell, from_s, until_s] : closed) {
        const auto after = std::upper_bound(times.begin(), times.end(), from_s);
        const auto first =
            after == times.begin() ? 0 : static_cast<std::size_t>(after - times.begin()) - 1;
        const auto last =
            std::min(field.slice_count() - 1,
                     static_cast<std::size_t>(std::upper_bound(after, times.end(), until_s) -
                                              times.begin()));
        for (std::size_t k = first; k <= last; ++k) {
            field.slowness[k * field.grid.cell_count() + cell] = cost::TransitField::closed;
        }
    }
    return copy;
}

/// When a cell is open first, from a time on.
std::optional<double> first_open_s(const search::ArcTimes& times, graph::Vertex vertex,
                                   double time_s) {
    for (const auto& interval : times.intervals()) {
        const double at = std::max(time_s, interval.begin_s);
        if (at < interval.end_s && times.open_until_s(vertex, at, interval.end_s) > at) {
            return at;
        }
    }
    return std::nullopt;
}

/// What the ship makes of a link to a cell: at the slice that holds at a time, and at best.
struct LinkPace {
    double then_s_per_m = 0.0; ///< of the plane, over the ground
    double best_s_per_m = 0.0;
    double rate_per_s = 0.0;
};

/// Slowness over the ground along a direction of the plane; nothing if the current is too strong.
std::optional<double> over_ground_s_per_m(const cost::TransitField& field, std::size_t index,
                                          geo::PlanePoint direction) {
    const double through_water = field.slowness[index] * field.slowness_unit_s_per_m;
    const double length = std::hypot(direction.x_m, direction.y_m);
    if (field.current_x.empty() || length == 0.0) {
        return through_water;
    }
    const double x = field.current_x[index] * field.current_unit_mps;
    const double y = field.current_y[index] * field.current_unit_mps;
    const double along = (x * direction.x_m + y * direction.y_m) / length;
    const double across = (x * direction.y_m - y * direction.x_m) / length;
    const double squared = 1.0 / (through_water * through_water) - across * across;
    const double over_ground = squared > 0.0 ? along + std::sqrt(squared) : 0.0;
    if (over_ground <= 0.0) {
        return std::nullopt;
    }
    return 1.0 / over_ground;
}

std::optional<LinkPace> pace_of(const cost::TransitField& field, graph::Vertex vertex,
                                geo::PlanePoint direction, double time_s) {
    const auto after =
        std::upper_bound(field.slice_time_s.begin(), field.slice_time_s.end(), time_s);
    const auto now = after == field.slice_time_s.begin()
                         ? 0
                         : static_cast<std::size_t>(after - field.slice_time_s.begin()) - 1;
    LinkPace pace;
    pace.best_s_per_m = std::numeric_limits<double>::infinity();
    for (std::size_t k = now; k < field.slice_count(); ++k) {
        const auto index = k * field.grid.cell_count() + vertex;
        if (field.slowness[index] == cost::TransitField::closed) {
            continue;
        }
        const auto slowness = over_ground_s_per_m(field, index, direction);
        if (!slowness) {
            continue;
        }
        if (pace.then_s_per_m == 0.0) {
            pace.then_s_per_m = *slowness;
            pace.rate_per_s =
                field.cost_rate.empty() ? 1.0 : field.cost_rate[index] * field.cost_rate_unit_per_s;
        }
        pace.best_s_per_m = std::min(pace.best_s_per_m, *slowness);
    }
    if (pace.then_s_per_m == 0.0) {
        return std::nullopt;
    }
    return pace;
}

/// Where the ship may enter the graph, and how long she is under way to there.
struct Entries {
    std::vector<search::Source> sources;
    std::vector<double> way_s; ///< one per source
};

Entries entries_of(const StageRequest& stage, const search::ArcTimes& times) {
    Entries entries;
    const auto& field = times.field();
    const auto& approach = stage.voyage.approaches[stage.from];
    const auto berth =
        stage.voyage.grid.plane.forward(approach.position).value_or(geo::PlanePoint{});
    for (const auto& link : approach.links) {
        const auto centre = field.grid.centre(link.vertex);
        const auto pace =
            pace_of(field, link.vertex, {centre.x_m - berth.x_m, centre.y_m - berth.y_m},
                    stage.departure_s);
        if (!pace) {
            continue;
        }
        const double way_s = link.distance_m *
                             static_cast<double>(stage.voyage.grid.scale[link.vertex]) *
                             pace->then_s_per_m;
        const double there_s = stage.departure_s + way_s;
        // A cell that opens later is waited for at the berth.
        const auto open_s = first_open_s(times, link.vertex, there_s);
        if (open_s && (*open_s == there_s || stage.request.may_wait)) {
            entries.sources.push_back(
                {link.vertex, *open_s,
                 way_s * pace->rate_per_s + (*open_s - there_s) * field.waiting_cost_per_s});
            entries.way_s.push_back(way_s);
        }
    }
    return entries;
}

std::vector<search::Target> targets_of(const StageRequest& stage, const cost::TransitField& field) {
    std::vector<search::Target> targets;
    const auto& approach = stage.voyage.approaches[stage.from + 1];
    const auto berth =
        stage.voyage.grid.plane.forward(approach.position).value_or(geo::PlanePoint{});
    for (const auto& link : approach.links) {
        const auto centre = field.grid.centre(link.vertex);
        if (const auto pace =
                pace_of(field, link.vertex, {berth.x_m - centre.x_m, berth.y_m - centre.y_m},
                        stage.departure_s)) {
            const double way_s = link.distance_m *
                                 static_cast<double>(stage.voyage.grid.scale[link.vertex]) *
                                 pace->best_s_per_m;
            targets.push_back({link.vertex, way_s, way_s * pace->rate_per_s});
        }
    }
    return targets;
}

/// Where a ship on the path lies, and where she does so by intention.
void note_waits(const StageRequest& stage, const search::ArcTimes& times, const Entries& entries,
                const search::GraphPath& path, std::vector<Stage::Hold>& waits,
                std::vector<Stage::Hold>& holds) {
    const double leaves_s = path.arrival_s.front() - entries.way_s[path.source];
    if (leaves_s > stage.departure_s + shortest_hold_s) {
        waits.push_back({std::nullopt, leaves_s});
        holds.push_back(waits.back());
    }
    for (std::size_t i = 0; i < path.directions.size(); ++i) {
        if (path.departure_s[i] <= path.arrival_s[i] + shortest_hold_s) {
            continue;
        }
        waits.push_back({i, path.departure_s[i]});
        const auto at_once =
            times.traverse({path.vertices[i], path.directions[i]}, path.arrival_s[i], true);
        if (at_once.departure_s + shortest_hold_s < path.departure_s[i]) {
            holds.push_back(waits.back());
        }
    }
}

/// When the ship is at each cell, by a search that found no path: its labels are then all there is.
class ReachedCells {
  public:
    explicit ReachedCells(const StageRequest& stage)
        : departure_s_(stage.departure_s),
          after_s_(stage.voyage.graph.vertex_count(), std::numeric_limits<float>::infinity()) {}

    void reach(graph::Vertex vertex, double arrival_s) {
        after_s_[vertex] = std::min(after_s_[vertex], static_cast<float>(arrival_s - departure_s_));
    }
    [[nodiscard]] std::vector<float> take() { return std::move(after_s_); }

  private:
    double departure_s_;
    std::vector<float> after_s_;
};

/// Where a ship that left earlier and may wait in port finds no way, a later one finds none: she
/// could have waited for that departure. Only within data that end, which the exact search sees
/// through.
bool is_proven_shut(const StageRequest& stage, const Stage& result) {
    return stage.prepared != nullptr && stage.from == 0 && stage.request.may_wait &&
           !result.compiled->field.open_after_last && stage.closed_cells.empty() &&
           stage.departure_s >= stage.prepared->no_way_from_s();
}

void note_shut(const StageRequest& stage, const Stage& result) {
    if (stage.prepared != nullptr && stage.from == 0 && stage.request.may_wait && result.exact &&
        !result.compiled->field.open_after_last && stage.closed_cells.empty() &&
        stage.prepared->request().places.size() == 2) {
        stage.prepared->note_no_way_from(stage.departure_s);
    }
}

/// The fast kernel first; where it cannot vouch for its answer, the one that tells an early ship
/// from a late one in the same cell.
void search_by_time(const StageRequest& stage, const search::FieldBounds& bounds,
                    std::span<const search::Source> sources,
                    std::span<const search::Target> targets, Stage& result,
                    const Progress& progress) {
    const auto& graph = stage.voyage.graph;
    const auto& field = result.compiled->field;
    ReachedCells reached(stage);
    search::TimeDependentSearch by_cell;
    auto found = by_cell.run(graph, field, bounds, sources, targets,
                             {.may_wait = stage.request.may_wait}, progress.sub_range(0.0, 0.5));
    if (!found.path) {
        by_cell.for_each_reached(
            [&](graph::Vertex vertex, double arrival_s) { reached.reach(vertex, arrival_s); });
    }
    if (!found.exact && !found.path && is_proven_shut(stage, result)) {
        found.exact = true;
    } else if (!found.exact && stage.request.may_wait) {
        search::IntervalSearch by_interval;
        auto proven = by_interval.run(graph, field, bounds, sources, targets,
                                      {.may_wait_at_source = lies_in_port(stage)},
                                      progress.sub_range(0.5, 1.0));
        found.exact = proven.exact;
        // Departures that lean on the proof of another one know no more than the fast kernel, and
        // all of a prepared voyage are told of alike.
        if (!proven.path && !found.path && stage.prepared == nullptr) {
            by_interval.for_each_reached(
                [&](graph::Vertex vertex, double /*begin_s*/, double arrival_s) {
                    reached.reach(vertex, arrival_s);
                });
        }
        // Of two that arrive together, the one that never holds back.
        if (proven.path &&
            (!found.path || proven.path->finish_s < found.path->finish_s - same_arrival_s)) {
            found.path = std::move(proven.path);
        }
    }
    result.path = std::move(found.path);
    result.exact = found.exact;
    if (!found.exact) {
        result.inexact_because = "a closing cell might favour a later ship over an earlier one";
    }
    if (!result.path) {
        result.reached_after_s = reached.take();
        note_shut(stage, result);
    }
}

/// What a path costs that was found by time.
double cost_of(const search::GraphPath& path, const search::ArcTimes& times,
               std::span<const search::Source> sources, std::span<const search::Target> targets) {
    const search::ArcCosts costs(times);
    double cost = sources[path.source].cost + targets[path.target].extra_cost;
    for (std::size_t i = 0; i < path.directions.size(); ++i) {
        cost += costs.waiting(path.departure_s[i] - path.arrival_s[i]) +
                costs.under_way({path.vertices[i], path.directions[i]}, path.departure_s[i],
                                path.arrival_s[i + 1]);
    }
    return cost;
}

void search_by_cost(const StageRequest& stage, const search::FieldBounds& bounds,
                    const search::ArcTimes& times, std::span<const search::Source> sources,
                    std::span<const search::Target> targets, Stage& result,
                    const Progress& progress) {
    // The earliest path first. What it costs need not be exceeded; and it may hold back where the
    // search by cost never does, and be the only one that gets through.
    search_by_time(stage, bounds, sources, targets, result, progress.sub_range(0.0, 0.2));
    if (!result.path && result.exact) {
        return; // nobody gets through
    }
    search::CostSearchOptions options;
    options.may_wait = stage.request.may_wait;
    if (result.path) {
        result.path->cost = cost_of(*result.path, times, sources, targets);
        options.known_cost = result.path->cost;
    }
    search::CostSearch search;
    auto found = search.run(stage.voyage.graph, result.compiled->field, sources, targets, options,
                            progress.sub_range(0.2, 1.0));
    if (!found.path) {
        result.exact = false;
        result.inexact_because =
            result.path ? "no cheaper way was found than the earliest, which holds back on the way"
                        : "a closing cell might favour a later ship over an earlier one";
        return;
    }
    if (result.path) {
        result.earliest = Stage::Earliest{std::move(*result.path), {}, {}};
    }
    result.path = std::move(found.path);
    result.exact = found.exact;
    if (found.epsilon > 0.0) {
        result.inexact_because =
            fmt::format("labels less than {:.2g} % cheaper were given up to save memory",
                        100.0 * found.epsilon);
    } else if (found.missed_an_opening) {
        result.inexact_because = "a closing cell might favour a later ship over an earlier one";
    } else if (found.later_might_pay) {
        result.inexact_because = "ice that melts might make a later, waiting ship cheaper";
    }
}

} // namespace

bool lies_in_port(const StageRequest& stage) {
    return stage.from == 0 || stage.voyage.approaches[stage.from].local != nullptr;
}

Stage search_stage(const StageRequest& stage, Timing& timing, const Progress& progress,
                   std::optional<StageField> kept) {
    Stage result;
    result.from = stage.from;
    result.departure_s = stage.departure_s;
    if (kept && kept->departure_s != stage.departure_s) {
        kept.reset();
    }
    result.kept = {nullptr, stage.departure_s, first_horizon_s(stage)};
    if (kept) {
        result.kept = std::move(*kept);
    } else if (stage.prepared != nullptr) {
        result.kept.compiled = stage.prepared->field(stage.from, progress.sub_range(0.0, 0.7));
    }
    auto& [base, departure_s, horizon_s] = result.kept;
    for (;; horizon_s += 2.0 * (horizon_s - departure_s), base.reset()) {
        Stopwatch compiling;
        if (!base) {
            base = compile_stage(stage, horizon_s, progress.sub_range(0.0, 0.7));
        }
        result.compiled = with_closed_cells(base, stage.closed_cells);
        timing.compile_ms += compiling.elapsed_ms();

        Stopwatch searching;
        const auto& field = result.compiled->field;
        const auto& bounds = result.compiled->bounds;
        const search::ArcTimes times(stage.voyage.graph, field);
        const auto entries = entries_of(stage, times);
        const auto& sources = entries.sources;
        const auto targets = targets_of(stage, field);
        progress.report(0.7, "searching");
        if (!sources.empty()) {
            if (targets.empty() || stage.request.objective.kind == cost::ObjectiveKind::time) {
                search_by_time(stage, bounds, sources, targets, result,
                               progress.sub_range(0.7, 1.0));
            } else {
                search_by_cost(stage, bounds, times, sources, targets, result,
                               progress.sub_range(0.7, 1.0));
            }
        }
        const bool last_look = stage.is_trial || !result.compiled->cut_by_horizon ||
                               horizon_s - departure_s > longest_look_s;
        if (result.path) {
            note_waits(stage, times, entries, *result.path, result.waits, result.holds);
            if (auto& earliest = result.earliest) {
                note_waits(stage, times, entries, earliest->path, earliest->waits, earliest->holds);
            }
        } else if (result.reached_after_s.empty()) { // not even out of port
            result.reached_after_s = ReachedCells(stage).take();
        }
        timing.search_ms += searching.elapsed_ms();
        if (result.path || last_look) {
            return result;
        }
    }
}

StageLine line_of(const StageRequest& stage, const search::GraphPath& path) {
    const auto& voyage = stage.voyage;
    auto points = voyage.approaches[stage.from].line_to(path.vertices.front(), voyage.grid);
    const std::size_t first_vertex = points.size() - 1;
    for (std::size_t i = 1; i < path.vertices.size(); ++i) {
        points.push_back(voyage.grid.geometry.centre(path.vertices[i]));
    }
    const std::size_t last_vertex = points.size() - 1;
    const auto way_in =
        voyage.approaches[stage.from + 1].line_to(path.vertices.back(), voyage.grid);
    points.insert(points.end(), way_in.rbegin() + 1, way_in.rend());

    StageLine line{std::move(points), first_vertex, last_vertex, first_vertex};
    const auto* land = stage.request.land.get();
    const auto clear = [&](std::size_t i) {
        const auto from = voyage.grid.plane.inverse(line.points[i]);
        const auto to = voyage.grid.plane.inverse(line.points[i + 1]);
        return land == nullptr ||
               (from && to && land->is_clear(*from, *to, stage.request.clearance_off_land));
    };
    while (line.first_open > 0 && clear(line.first_open - 1)) {
        --line.first_open;
    }
    while (line.last_open + 1 < line.points.size() && clear(line.last_open)) {
        ++line.last_open;
    }
    return line;
}

} // namespace fairlead::plan
