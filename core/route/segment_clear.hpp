// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Land as refinement sees it: may a straight segment of the planning plane be sailed.

#include "core/geo/land_index.hpp"
#include "core/geo/projection.hpp"

#include <functional>

namespace fairlead::route {

/// Is a straight segment of the plane clear of land, with its clearance and `margin_m` (metres of
/// the plane) more?
using SegmentClear = std::function<bool(geo::PlanePoint from, geo::PlanePoint to, double margin_m)>;

/// By an index: the fast way where the index has the same plane, over geodesics between the ends
/// otherwise. The index must outlive the result.
/// @param land null: no land; an empty function is returned.
[[nodiscard]] SegmentClear segment_clear(const geo::LandIndex* land, const geo::Projection& plane,
                                         Length clearance);

} // namespace fairlead::route
