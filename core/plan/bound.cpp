// SPDX-License-Identifier: Apache-2.0
#include "core/plan/bound.hpp"

#include "core/geo/geodesic.hpp"
#include "core/plan/compile.hpp"
#include "core/search/lower_bound.hpp"

#include <algorithm>
#include <cmath>

namespace fairlead::plan {
namespace {

/// Least cost per true metre anywhere at any time: times the geodesic it is a bound of its own,
/// weak in ice and exact in open water.
double least_cost_per_m(const cost::TransitField& field, const PlanningGrid& grid) {
    double least = HUGE_VAL;
    for (std::size_t k = 0; k < field.slice_count(); ++k) {
        const auto slice = field.slice(k);
        for (std::size_t cell = 0; cell < slice.size(); ++cell) {
            if (slice[cell] != cost::TransitField::closed) {
                least = std::min(least, slice[cell] * static_cast<double>(grid.scale[cell]));
            }
        }
    }
    // The scale factor is good to 1e-5 (planning_grid.cpp).
    return least * field.slowness_unit_s_per_m * (1.0 - 1e-5);
}

} // namespace

std::optional<double> lower_bound_of(const PlanRequest& request, const VoyageGrid& voyage,
                                     const cost::TransitModel& model, const route::Route& route,
                                     const Progress& progress) {
    const auto kind = request.objective.kind;
    const bool by_time = kind == cost::ObjectiveKind::time;
    if (!by_time && kind != cost::ObjectiveKind::distance && kind != cost::ObjectiveKind::risk) {
        return std::nullopt;
    }
    const auto seconds = [](Instant instant) {
        return static_cast<double>(instant.time_since_epoch().count());
    };
    const double departure_s = seconds(route.departure);
    // The arrival is rounded to a second; a bound must not be cut off at it.
    const double arrival_s = seconds(route.arrival) + 1.0;
    // What costs least may take longer than this route: for other objectives every slice counts.
    constexpr double all_times_s = 400.0 * 86400.0;
    const auto field = compile_optimistic_field({*request.environment, model, request.objective,
                                                 voyage.grid, voyage.wet_cells, departure_s,
                                                 by_time ? arrival_s : departure_s + all_times_s},
                                                progress.sub_range(0.0, 0.6));

    const double per_m = least_cost_per_m(field, voyage.grid);
    double reached = by_time ? departure_s : 0.0;
    const double begin = reached;
    const double known = by_time ? arrival_s : route.totals.cost * (1.0 + 1e-9);
    for (std::size_t i = 0; i + 1 < voyage.approaches.size(); ++i) {
        const auto& from = voyage.approaches[i].position;
        const auto& to = voyage.approaches[i + 1].position;
        const double straight = reached + geo::geodesic_distance(from, to).in_metres() * per_m;
        const auto start = voyage.grid.plane.forward(from);
        const auto goal = voyage.grid.plane.forward(to);
        if (!start || !goal) {
            return std::nullopt;
        }
        const auto bound =
            search::arrival_lower_bound({&field, *start, *goal, reached, std::max(known, reached)},
                                        progress.sub_range(0.6, 1.0));
        reached = std::max(straight, bound.value_or(reached));
    }
    const double span = reached - begin;
    return by_time ? span / seconds_per_hour : span;
}

} // namespace fairlead::plan
