// SPDX-License-Identifier: Apache-2.0
#include "core/plan/line_finish.hpp"

#include "core/base/contract.hpp"
#include "core/base/stopwatch.hpp"
#include "core/route/evaluation.hpp"
#include "core/route/refinement.hpp"
#include "core/route/simplification.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fairlead::plan {
namespace {

/// How far fewer waypoints may move the track, and which share more than the refined line they may
/// cost.
struct Coarseness {
    Length tolerance;
    double cost_slack;
};
constexpr Coarseness usual{Length::nautical_miles(0.5), 1e-3};
/// Tried in turn where the usual coarseness leaves more than `most_waypoints`.
constexpr std::array coarser{Coarseness{Length::nautical_miles(1.0), 3e-3},
                             Coarseness{Length::nautical_miles(2.0), 5e-3},
                             Coarseness{Length::nautical_miles(4.0), 1e-2}};
constexpr std::size_t most_waypoints = 60;
/// Inner evaluations only rank lines; the published one is evaluated at full accuracy.
constexpr double ranking_error = 1e-4;

std::vector<geo::Position> on_earth(const std::vector<geo::PlanePoint>& points,
                                    const geo::Projection& plane) {
    std::vector<geo::Position> places;
    places.reserve(points.size());
    for (const auto& point : points) {
        const auto place = plane.inverse(point);
        FAIRLEAD_EXPECTS(place.has_value());
        places.push_back(*place);
    }
    return places;
}

route::Evaluation evaluate_line(const StageRequest& wanted, std::span<const geo::Position> places,
                                std::span<const FinishedLine::Hold> holds,
                                geo::EdgeKind edges = geo::EdgeKind::geodesic) {
    std::vector<route::Waypoint> waypoints;
    waypoints.reserve(places.size());
    for (const auto& place : places) {
        waypoints.push_back({place, "", edges});
    }
    route::EvaluationRequest request;
    request.waypoints = waypoints;
    request.departure = Instant{std::chrono::seconds{std::llround(wanted.departure_s)}};
    request.objective = wanted.request.objective;
    request.may_wait = wanted.request.may_wait;
    const auto leave = leave_not_before(places, holds);
    request.leave_not_before = leave;
    request.relative_error = ranking_error;
    return route::evaluate(*wanted.request.environment, wanted.model, wanted.request.land.get(),
                           request);
}

/// The open-water part of a line, refined; approaches as they are. Between holds each part is
/// refined by itself, from the end of the hold on, so that the places of the holds stay.
std::vector<geo::PlanePoint> refine_line(const StageRequest& wanted, const Stage& stage,
                                         const StageLine& line) {
    const auto* land = wanted.request.land.get();
    route::RefinementOptions options;
    options.may_wait = wanted.request.may_wait;
    options.clear =
        route::segment_clear(land, wanted.voyage.grid.plane, wanted.request.clearance_off_land);
    const auto at = [&](std::size_t index) {
        return line.points.begin() + static_cast<std::ptrdiff_t>(index);
    };
    std::vector<geo::PlanePoint> points(line.points.begin(), at(line.first_open));
    std::size_t from = line.first_open;
    double from_s = stage.path->arrival_s.front();
    const auto refine_up_to = [&](std::size_t to) {
        const std::vector<geo::PlanePoint> part(at(from), at(to) + 1);
        const auto refined = route::refine(stage.compiled->field, part, from_s, options);
        points.insert(points.end(), refined.points.begin(), refined.points.end() - 1);
        from = to;
    };
    for (const auto& hold : stage.holds) {
        if (hold.vertex) {
            refine_up_to(line.first_vertex + *hold.vertex);
            from_s = hold.until_s;
        }
    }
    refine_up_to(line.last_open);
    points.insert(points.end(), at(line.last_open), line.points.end());
    return points;
}

/// Between two places of one harbour: the way that does not go out to sea and back.
std::optional<std::vector<geo::Position>> within_harbour(const StageRequest& wanted) {
    const auto& voyage = wanted.voyage;
    const auto& from = voyage.approaches[wanted.from];
    const auto& to = voyage.approaches[wanted.from + 1];
    if (const auto line = from.local_line_to(to.position, voyage.grid)) {
        return on_earth(*line, voyage.grid.plane);
    }
    if (const auto line = to.local_line_to(from.position, voyage.grid)) {
        auto places = on_earth(*line, voyage.grid.plane);
        std::reverse(places.begin(), places.end());
        return places;
    }
    return std::nullopt;
}

/// Each part between holds simplified by itself, such that the whole stays within its cost.
std::vector<geo::Position> simplify_line(const StageRequest& wanted,
                                         const std::vector<geo::Position>& refined,
                                         std::span<const FinishedLine::Hold> holds,
                                         double refined_cost, const Coarseness& coarseness) {
    const auto* land = wanted.request.land.get();
    const auto allowed = [&](const geo::Position& from, const geo::Position& to) {
        return land == nullptr || land->is_clear(from, to, wanted.request.clearance_off_land);
    };
    const auto leave = leave_not_before(refined, holds);
    std::vector<geo::Position> done;
    std::size_t from = 0;
    for (std::size_t to = 1; to < refined.size(); ++to) {
        if (!leave[to] && to + 1 < refined.size()) {
            continue;
        }
        const auto whole_with = [&](std::span<const geo::Position> part) {
            std::vector<geo::Position> whole = done;
            whole.insert(whole.end(), part.begin(), part.end());
            whole.insert(whole.end(), refined.begin() + static_cast<std::ptrdiff_t>(to) + 1,
                         refined.end());
            return whole;
        };
        const auto cost = [&](std::span<const geo::Position> part) -> std::optional<double> {
            const auto evaluation = evaluate_line(wanted, whole_with(part), holds);
            if (!evaluation.feasible) {
                return std::nullopt;
            }
            return evaluation.route.totals.cost;
        };
        const auto part = route::simplify_within_cost(
            std::span(refined).subspan(from, to - from + 1), refined_cost, coarseness.tolerance,
            coarseness.cost_slack, allowed, cost);
        done.insert(done.end(), part.waypoints.begin(), part.waypoints.end() - 1);
        from = to;
    }
    done.push_back(refined.back());
    return done;
}

} // namespace

std::vector<std::optional<Instant>> leave_not_before(std::span<const geo::Position> places,
                                                     std::span<const FinishedLine::Hold> holds) {
    std::vector<std::optional<Instant>> leave(places.size());
    std::size_t from = 0;
    for (const auto& hold : holds) {
        const auto at =
            std::find(places.begin() + static_cast<std::ptrdiff_t>(from), places.end(), hold.place);
        FAIRLEAD_EXPECTS(at != places.end());
        from = static_cast<std::size_t>(at - places.begin());
        leave[from] = hold.until;
    }
    return leave;
}

DrawnLine drawn_line(const StageRequest& wanted, geo::EdgeKind kind) {
    const auto& approaches = wanted.voyage.approaches;
    DrawnLine drawn;
    auto& line = drawn.line;
    line.edges = kind;
    line.searched = {approaches[wanted.from].position, approaches[wanted.from + 1].position};
    line.refined = line.simplified = line.searched;
    const auto judged = evaluate_line(wanted, line.searched, {}, kind);
    line.arrival_s = static_cast<double>(judged.route.arrival.time_since_epoch().count());
    drawn.cost = judged.route.totals.cost;
    return drawn;
}

FinishedLine finish_line(const StageRequest& wanted, const Stage& stage, Timing& timing,
                         const Progress& progress) {
    FAIRLEAD_EXPECTS(stage.path.has_value());
    FinishedLine finished;
    const auto& plane = wanted.voyage.grid.plane;
    const auto line = line_of(wanted, *stage.path);
    finished.searched = on_earth(line.points, plane);

    progress.report(0.0, "refining");
    const Stopwatch refining;
    const auto on_line = [&](const std::vector<Stage::Hold>& holds) {
        std::vector<FinishedLine::Hold> placed;
        for (const auto& hold : holds) {
            const auto index = hold.vertex ? line.first_vertex + *hold.vertex : 0;
            const auto until_s = static_cast<std::int64_t>(std::ceil(hold.until_s));
            placed.push_back({finished.searched[index], Instant{std::chrono::seconds{until_s}}});
        }
        return placed;
    };
    finished.holds = on_line(stage.holds);
    finished.waits = on_line(stage.waits);
    finished.refined = wanted.request.line == PlanRequest::Line::searched
                           ? finished.searched
                           : on_earth(refine_line(wanted, stage, line), plane);
    progress.throw_if_stopped();

    finished.arrival_s = stage.path->finish_s;
    // Once it has been found at fault, the grid's way is left.
    const auto direct = wanted.closed_cells.empty() ? within_harbour(wanted) : std::nullopt;
    // Of the last stage nothing here asks when it arrives and what it costs: the voyage is judged
    // as a whole.
    const bool needs_cost = stage.earliest || wanted.from + 2 < wanted.request.places.size();
    if (!needs_cost && !direct && wanted.request.line != PlanRequest::Line::waypoints) {
        finished.simplified = finished.refined;
        timing.refine_ms += refining.elapsed_ms();
        return finished;
    }
    // Where refinement came too near to closed ice, the way over the cells may still do.
    const auto* line_to_simplify = &finished.refined;
    auto judged = evaluate_line(wanted, finished.refined, finished.holds);
    if (!judged.feasible && wanted.request.line != PlanRequest::Line::searched) {
        line_to_simplify = &finished.searched;
        judged = evaluate_line(wanted, finished.searched, finished.holds);
    }
    if (direct) {
        auto judged_direct = evaluate_line(wanted, *direct, {});
        if (judged_direct.feasible &&
            !(judged.feasible && judged.route.totals.cost <= judged_direct.route.totals.cost)) {
            finished.searched = finished.refined = *direct;
            finished.holds.clear();
            finished.waits.clear();
            line_to_simplify = &finished.refined;
            judged = std::move(judged_direct);
        }
    }
    finished.simplified = *line_to_simplify;
    if (judged.feasible && wanted.request.line != PlanRequest::Line::waypoints) {
        finished.arrival_s = static_cast<double>(judged.route.arrival.time_since_epoch().count());
        finished.cost = judged.route.totals.cost;
    } else if (judged.feasible) {
        const auto simplified = [&](const Coarseness& coarseness) {
            return simplify_line(wanted, *line_to_simplify, finished.holds,
                                 judged.route.totals.cost, coarseness);
        };
        const auto& tolerance = wanted.request.waypoint_tolerance;
        finished.simplified =
            simplified(tolerance ? Coarseness{*tolerance, usual.cost_slack} : usual);
        for (const auto& coarseness : coarser) {
            if (!tolerance && finished.simplified.size() > most_waypoints) {
                auto fewer = simplified(coarseness);
                if (fewer.size() < finished.simplified.size()) {
                    finished.simplified = std::move(fewer);
                }
            }
        }
        if (needs_cost) {
            const auto last = evaluate_line(wanted, finished.simplified, finished.holds);
            finished.arrival_s = static_cast<double>(last.route.arrival.time_since_epoch().count());
            if (last.feasible) {
                finished.cost = last.route.totals.cost;
            }
        }
    }
    timing.refine_ms += refining.elapsed_ms();
    return finished;
}

} // namespace fairlead::plan
