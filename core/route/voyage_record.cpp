// SPDX-License-Identifier: Apache-2.0
#include "core/route/voyage_record.hpp"

#include <algorithm>

namespace fairlead::route {
namespace {

/// With steps of at most as much, points are less than twice this apart.
constexpr double track_every_m = 5'000.0;

double value_or_zero(const env::Sample& sample) noexcept {
    return sample.is_usable() ? sample.value : 0.0;
}

} // namespace

void VoyageRecord::begin_leg(const geo::Position& from, const geo::Position& to,
                             const VoyageState& state) {
    leg_ = Leg{};
    leg_.initial_bearing = geo::geodesic_inverse(from, to).initial_bearing;
    leg_.departure = instant_of(state.sums.time_s);
    leg_begin_ = state;
    leg_concentration_m_ = 0.0;
}

void VoyageRecord::pass(const Passage& passage, const geo::Position& place,
                        const VoyageState& state, bool keep) {
    const double concentration = value_or_zero(passage.conditions.concentration);
    const double thickness_m =
        concentration > 0.0 ? value_or_zero(passage.conditions.thickness) : 0.0;
    std::optional<double> depth_m;
    if (passage.conditions.depth.is_usable()) {
        depth_m = passage.conditions.depth.value;
        leg_.min_depth_m = std::min(leg_.min_depth_m.value_or(*depth_m), *depth_m);
    }
    leg_.max_concentration = std::max(leg_.max_concentration, concentration);
    leg_.max_thickness_m = std::max(leg_.max_thickness_m, thickness_m);
    leg_.min_rio = std::min(leg_.min_rio, passage.transit.rio);
    latest_ = TrackPoint{place,
                         instant_of(state.sums.time_s),
                         state.at_m() / metres_per_nautical_mile,
                         passage.speed_over_ground_kn,
                         concentration,
                         thickness_m,
                         passage.transit.rio,
                         depth_m};
    if (keep || state.at_m() - last_track_m_ >= track_every_m) {
        keep_latest();
        last_track_m_ = state.at_m();
    }
}

void VoyageRecord::between_places(const Passage& from, const Passage& to, double distance_m) {
    leg_concentration_m_ +=
        0.5 * distance_m *
        (value_or_zero(from.conditions.concentration) + value_or_zero(to.conditions.concentration));
}

void VoyageRecord::keep_latest() {
    if (latest_) {
        route_.track.push_back(*latest_);
        latest_.reset();
    }
}

void VoyageRecord::end_leg(const VoyageState& state) {
    const double waiting_s = state.waited_s - leg_begin_.waited_s;
    const double under_way_s = state.sums.time_s - leg_begin_.sums.time_s - waiting_s;
    leg_.distance = Length::metres(state.along_m);
    leg_.arrival = instant_of(state.sums.time_s);
    leg_.waiting = Duration::seconds(waiting_s);
    if (under_way_s > 0.0) {
        leg_.mean_speed = leg_.distance / Duration::seconds(under_way_s);
    }
    if (state.along_m > 0.0) {
        leg_.mean_concentration = leg_concentration_m_ / state.along_m;
    }
    leg_.fuel_t = state.sums.fuel_t - leg_begin_.sums.fuel_t;
    leg_.co2_t = state.sums.co2_t - leg_begin_.sums.co2_t;
    leg_.risk = state.sums.risk - leg_begin_.sums.risk;
    route_.legs.push_back(leg_);
}

Route VoyageRecord::finish(std::span<const Waypoint> waypoints, Instant departure,
                           const std::optional<geo::Position>& stop, const VoyageState& state) {
    keep_latest();
    if (route_.track.empty()) {
        // Stopped before anything was passed.
        route_.track.push_back(
            {waypoints.front().position, departure, 0.0, 0.0, 0.0, 0.0, 30.0, {}});
    }
    const auto sailed = waypoints.first(route_.legs.size() + 1);
    route_.waypoints.assign(sailed.begin(), sailed.end());
    if (stop) {
        route_.waypoints.back() = {*stop, ""};
    }
    route_.departure = departure;
    route_.arrival = instant_of(state.sums.time_s);
    Totals& totals = route_.totals;
    totals.distance = Length::metres(state.at_m());
    totals.duration = Duration::seconds(state.sums.time_s -
                                        static_cast<double>(departure.time_since_epoch().count()));
    totals.waiting = Duration::seconds(state.waited_s);
    totals.fuel_t = state.sums.fuel_t;
    totals.co2_t = state.sums.co2_t;
    totals.risk = state.sums.risk;
    totals.money = state.sums.money;
    totals.cost = state.sums.cost;
    for (const Leg& leg : route_.legs) {
        totals.min_rio = std::min(totals.min_rio, leg.min_rio);
    }
    return std::move(route_);
}

} // namespace fairlead::route
