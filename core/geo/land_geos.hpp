// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The exact engine of LandIndex, by GEOS: the shore in short pieces in an STR-tree for lines and
/// distances, prepared polygons for places. It shares nothing with LandBins but the rings.

#include "core/geo/land_rings.hpp"

#include <memory>
#include <optional>

namespace fairlead::geo {

class LandGeos {
  public:
    /// Refers to `land`, which must outlive it. The trees are made at the first question.
    explicit LandGeos(const LandRings& land);
    ~LandGeos();
    LandGeos(const LandGeos&) = delete;
    LandGeos& operator=(const LandGeos&) = delete;

    /// Inside or on the edge.
    [[nodiscard]] bool is_land(PlanePoint point) const;
    /// The place nearest to `from` at which the segment meets the shore.
    [[nodiscard]] std::optional<PlanePoint> first_meeting(PlanePoint from, PlanePoint to) const;
    /// Whether the shore is farther from the segment than a true distance. Land that holds the
    /// whole segment is not looked for: ask `is_land` at its start.
    [[nodiscard]] bool shore_keeps_off(PlanePoint from, PlanePoint to, double clearance_m) const;
    /// The shore's nearest point, if it is within a distance of the plane.
    [[nodiscard]] std::optional<PlanePoint> nearest_shore(PlanePoint point, double limit_m) const;

  private:
    struct Trees;
    [[nodiscard]] Trees& trees() const;

    const LandRings& land_;
    mutable std::unique_ptr<Trees> trees_;
};

} // namespace fairlead::geo
