// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Where a leg enters and leaves zones, so that rules with sharp edges are met exactly there.

#include "core/env/zone.hpp"
#include "core/geo/geodesic.hpp"

#include <span>
#include <vector>

namespace fairlead::route {

/// A stretch of a leg throughout which the same zones contain the track (in force or not).
struct ZoneSection {
    double begin_m = 0.0; ///< from the start of the leg
    double end_m = 0.0;
    std::vector<const env::Zone*> zones;
};

/// The leg cut at every zone edge, in order and without gaps; at least one section, which has no
/// length where the leg has none. Edges are right within a metre. The track is looked at every
/// 200 m inside a zone's surroundings: a corner that it clips for less than that may be missed.
/// @param zones must outlive the result.
[[nodiscard]] std::vector<ZoneSection> cut_by_zones(const geo::GeodesicLine& leg,
                                                    std::span<const env::Zone> zones);

} // namespace fairlead::route
