// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Sailing a polyline of the plane through a transit field: the measure that refinement minimises.

#include "core/route/transit_sampler.hpp"

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace fairlead::route {

/// Time and cost at a point of a path.
struct PlaneLabel {
    double time_s = 0.0;
    double cost = 0.0;
    std::uint32_t slice = 0; ///< of the time: a hint
    bool waited = false;     ///< on the way here, since the start of the path
};

/// Crosses segments by the midpoint rule, a few samples per cell.
class PlanePassage {
  public:
    /// @param samples_per_cell how finely a segment is sampled: at least 2, which makes sure that
    ///        a closed cell beside the track is seen.
    PlanePassage(const TransitSampler& sampler, bool may_wait, double samples_per_cell);

    /// Label at `to` after leaving `from` with a label; waits at `from` if that helps and is
    /// possible. Nothing where the segment is closed, or where its value would reach `bound`.
    [[nodiscard]] std::optional<PlaneLabel>
    cross(geo::PlanePoint from, geo::PlanePoint to, PlaneLabel label,
          double bound = std::numeric_limits<double>::infinity()) const;

    /// Labels at all points, if the path can be sailed.
    [[nodiscard]] std::optional<std::vector<PlaneLabel>> sail(std::span<const geo::PlanePoint> path,
                                                              double departure_s) const;

    /// What the programme minimises.
    [[nodiscard]] double value(const PlaneLabel& label) const noexcept {
        return by_time_ ? label.time_s : label.cost;
    }

  private:
    [[nodiscard]] std::optional<PlaneLabel> cross_at_once(geo::PlanePoint from, geo::PlanePoint to,
                                                          PlaneLabel label) const;
    [[nodiscard]] std::optional<PlaneLabel> cross_later(geo::PlanePoint from, geo::PlanePoint to,
                                                        PlaneLabel label, double bound) const;

    const TransitSampler* sampler_;
    bool may_wait_;
    bool by_time_;
    double spacing_m_;
    double waiting_cost_per_s_;
};

} // namespace fairlead::route
