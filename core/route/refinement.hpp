// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// From the path of a graph search to the continuous optimum beside it, by dynamic programming in
/// a tube: the path is cut into stages, each with a row of places across it; arrival times (or
/// costs) run forward from row to row; the tube follows the best path and shrinks.
///
/// For time the programme is exact on its rows, because the field is first-in-first-out (waiting
/// is a choice) and anisotropic speeds need no more than the pairwise crossing times. For other
/// objectives the label is the cost with its arrival time carried along: a heuristic, which is
/// why the result is compared with its input.

#include "core/cost/transit_field.hpp"
#include "core/route/segment_clear.hpp"

#include <span>
#include <vector>

namespace fairlead::route {

struct RefinementOptions {
    bool may_wait = true;
    SegmentClear clear; ///< empty: no land
    int most_passes = 60;
};

struct RefinedPath {
    std::vector<geo::PlanePoint> points; ///< first and last are those of the input
    std::vector<double> time_s; ///< of arrival at each point; waiting is at the point before
    double cost = 0.0; ///< seconds for the time objective, else the field's unit; from departure on
    double input_cost = 0.0; ///< of the input, by the same measure
    bool measured = false;   ///< false: the input cannot be sailed in the field by this measure; it
                             ///< is returned as it is
    int passes = 0;
};

/// Never returns a path that is worse than `path` or leaves the cells and land clearance it kept.
/// The ends stay where they are; segments of the input itself are not held to the clearance.
/// @param path at least one point; equal neighbours are dropped.
[[nodiscard]] RefinedPath refine(const cost::TransitField& field,
                                 std::span<const geo::PlanePoint> path, double departure_s,
                                 const RefinementOptions& options);

} // namespace fairlead::route
