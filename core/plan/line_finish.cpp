// SPDX-License-Identifier: Apache-2.0
#include "core/plan/line_finish.hpp"

#include "core/base/contract.hpp"
#include "core/plan/stopwatch.hpp"
#include "core/route/evaluation.hpp"
#include "core/route/refinement.hpp"
#include "core/route/simplification.hpp"

#include <utility>

namespace fairlead::plan {
namespace {

/// Fewer waypoints may cost this share more than the refined line.
constexpr double simplification_slack = 1e-3;
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

route::Evaluation evaluate_line(const StageRequest& wanted, std::span<const geo::Position> places) {
    std::vector<route::Waypoint> waypoints;
    waypoints.reserve(places.size());
    for (const auto& place : places) {
        waypoints.push_back({place, ""});
    }
    route::EvaluationRequest request;
    request.waypoints = waypoints;
    request.departure = Instant{std::chrono::seconds{std::llround(wanted.departure_s)}};
    request.objective = wanted.request.objective;
    request.may_wait = wanted.request.may_wait;
    request.relative_error = ranking_error;
    return route::evaluate(*wanted.request.environment, wanted.model, wanted.request.land.get(),
                           request);
}

/// The open-water part of a line, refined; approaches as they are.
std::vector<geo::PlanePoint> refine_line(const StageRequest& wanted, const Stage& stage,
                                         const StageLine& line, double open_from_s) {
    const auto* land = wanted.request.land.get();
    route::RefinementOptions options;
    options.may_wait = wanted.request.may_wait;
    options.clear =
        route::segment_clear(land, wanted.voyage.grid.plane, wanted.request.clearance_off_land);
    const auto first = line.points.begin() + static_cast<std::ptrdiff_t>(line.first_open);
    const auto last = line.points.begin() + static_cast<std::ptrdiff_t>(line.last_open);
    const std::vector<geo::PlanePoint> open(first, last + 1);
    const auto refined = route::refine(stage.compiled.field, open, open_from_s, options);
    std::vector<geo::PlanePoint> points(line.points.begin(), first);
    points.insert(points.end(), refined.points.begin(), refined.points.end());
    points.insert(points.end(), last + 1, line.points.end());
    return points;
}

} // namespace

FinishedLine finish_line(const StageRequest& wanted, const Stage& stage, Timing& timing,
                         const Progress& progress) {
    FAIRLEAD_EXPECTS(stage.path.has_value());
    FinishedLine finished;
    const auto& plane = wanted.voyage.grid.plane;
    const auto line = line_of(wanted, *stage.path);
    finished.searched = on_earth(line.points, plane);

    progress.report(0.0, "refining");
    const Stopwatch refining;
    finished.refined =
        on_earth(refine_line(wanted, stage, line, stage.path->arrival_s.front()), plane);
    progress.throw_if_stopped();

    const auto* land = wanted.request.land.get();
    const auto allowed = [&](const geo::Position& from, const geo::Position& to) {
        return land == nullptr || land->is_clear(from, to, wanted.request.clearance_off_land);
    };
    const auto cost = [&](std::span<const geo::Position> places) -> std::optional<double> {
        const auto evaluation = evaluate_line(wanted, places);
        if (!evaluation.feasible) {
            return std::nullopt;
        }
        return evaluation.route.totals.cost;
    };
    finished.simplified = finished.refined;
    finished.arrival_s = stage.path->finish_s;
    const auto refined = evaluate_line(wanted, finished.refined);
    if (refined.feasible) {
        auto simplified = route::simplify_within_cost(finished.refined, refined.route.totals.cost,
                                                      wanted.request.waypoint_tolerance,
                                                      simplification_slack, allowed, cost);
        finished.simplified = std::move(simplified.waypoints);
        const auto arrival = evaluate_line(wanted, finished.simplified).route.arrival;
        finished.arrival_s = static_cast<double>(arrival.time_since_epoch().count());
    }
    timing.refine_ms += refining.elapsed_ms();
    return finished;
}

} // namespace fairlead::plan
