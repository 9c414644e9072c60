// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Writes down a voyage as it is sailed: legs, track and waits, and in the end the route.

#include "core/route/route.hpp"
#include "core/route/track_integral.hpp"

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace fairlead::route {

/// Where and when the ship is, and what she has used so far.
struct VoyageState {
    Sums sums;
    double waited_s = 0.0;
    double along_m = 0.0; ///< in this leg
    double done_m = 0.0;  ///< legs before this one

    [[nodiscard]] double at_m() const noexcept { return done_m + along_m; }
};

/// To the nearest second.
[[nodiscard]] inline Instant instant_of(double time_s) noexcept {
    return Instant{} + Duration::seconds(time_s);
}

class VoyageRecord {
  public:
    void begin_leg(const geo::Position& from, const geo::Position& to, const VoyageState& state);
    /// The ship passes a place.
    /// @param keep a point of the track whatever the distance from the last one.
    void pass(const Passage& passage, const geo::Position& place, const VoyageState& state,
              bool keep);
    /// What lies between two places passed, for means over distance.
    void between_places(const Passage& from, const Passage& to, double distance_m);
    void end_leg(const VoyageState& state);
    /// The latest place passed becomes a point of the track, if it is not one yet.
    void keep_latest();
    void add(Wait wait) { route_.waits.push_back(std::move(wait)); }

    [[nodiscard]] bool has_track() const noexcept { return !route_.track.empty(); }
    /// @param waypoints those asked for; only as many are kept as legs were sailed.
    /// @param stop where the last leg ends early.
    [[nodiscard]] Route finish(std::span<const Waypoint> waypoints, Instant departure,
                               const std::optional<geo::Position>& stop, const VoyageState& state);

  private:
    Route route_;
    Leg leg_;
    VoyageState leg_begin_;
    double leg_concentration_m_ = 0.0; ///< integral over distance
    std::optional<TrackPoint> latest_;
    double last_track_m_ = -std::numeric_limits<double>::infinity();
};

} // namespace fairlead::route
