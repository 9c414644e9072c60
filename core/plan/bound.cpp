// SPDX-License-Identifier: Apache-2.0
#include "core/plan/bound.hpp"

#include "core/geo/geodesic.hpp"
#include "core/plan/optimistic_sea.hpp"
#include "core/search/lower_bound.hpp"

#include <algorithm>
#include <cmath>

namespace fairlead::plan {
namespace {

/// As fine a lattice as gives about this many nodes at sea: the finer, the less ice that is not
/// met and the closer to the coast, but the time grows with them.
constexpr double nodes_at_sea = 200e3;
constexpr double finest_share_of_cell = 1.0 / 8.0;
constexpr double coarsest_share_of_cell = 16.0;
/// A bound is looked for up to this share beyond the known route: one that comes out above it says
/// that something is wrong, and must not be cut off there.
constexpr double beyond_known = 2e-3;

double square_m_for(const VoyageGrid& voyage) {
    const double share = std::sqrt(static_cast<double>(voyage.wet_cells.size()) / nodes_at_sea);
    return voyage.grid.geometry.cell_m *
           std::clamp(share, finest_share_of_cell, coarsest_share_of_cell);
}

/// What costs least may take longer than the known route, but each hour of it, under way or not,
/// costs at least what one at rest does.
double longest_voyage_s(const PlanRequest& request, const cost::TransitModel& model, double cost) {
    constexpr double longest_s = 400.0 * 86400.0;
    const double least_per_h = model.waiting_rate_per_h(request.objective);
    return least_per_h > 0.0 ? std::min(longest_s, cost / least_per_h * seconds_per_hour)
                             : longest_s;
}

} // namespace

std::optional<double> lower_bound_of(const PlanRequest& request, const VoyageGrid& voyage,
                                     const cost::TransitModel& model, const route::Route& route,
                                     const Progress& progress) {
    if (request.objective.model) {
        return std::nullopt;
    }
    const bool by_time = request.objective.kind == cost::ObjectiveKind::time;
    const auto seconds = [](Instant instant) {
        return static_cast<double>(instant.time_since_epoch().count());
    };
    const double departure_s = seconds(route.departure);
    // The arrival is rounded to a second; a bound must not be cut off at it.
    const double arrival_s =
        departure_s + (seconds(route.arrival) - departure_s) * (1.0 + beyond_known) + 1.0;
    const double greatest_cost = route.totals.cost * (1.0 + beyond_known) + 1e-9;
    OptimisticSea sea(
        request, model, voyage.grid, square_m_for(voyage),
        {departure_s,
         by_time ? arrival_s : departure_s + longest_voyage_s(request, model, greatest_cost)},
        by_time ? std::nullopt : std::optional(greatest_cost));
    if (!sea.holds()) {
        return std::nullopt;
    }
    const double begin = by_time ? departure_s : 0.0;
    const double known = by_time ? arrival_s : greatest_cost;
    double reached = begin;
    for (std::size_t i = 0; i + 1 < voyage.approaches.size(); ++i) {
        const auto& from = voyage.approaches[i].position;
        const auto& to = voyage.approaches[i + 1].position;
        const double straight =
            reached + geo::geodesic_distance(from, to).in_metres() * sea.least_per_true_metre();
        const auto start = voyage.grid.plane.forward(from);
        const auto goal = voyage.grid.plane.forward(to);
        if (!start || !goal) {
            return std::nullopt;
        }
        const auto bound = search::arrival_lower_bound(
            {&sea, *start, *goal, reached, std::max(known, reached)}, progress);
        reached = std::max(straight, bound.value_or(reached));
    }
    const double span = reached - begin;
    return by_time ? span / seconds_per_hour : span;
}

} // namespace fairlead::plan
