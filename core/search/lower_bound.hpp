// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A proven lower bound of the continuous problem: no route whatever between two places, on the
/// grid or off it, arrives earlier (or costs less).
///
/// Theory. Let phi be continuous and piecewise linear on a triangulation of the plane and let
/// |grad phi| <= s(x, phi(x)) in every triangle, s being the slowness [s per plane metre] of the
/// best the ship can do at x at the time phi(x). For any voyage x(t) put g(t) = t - phi(x(t)).
/// Wherever g is 0, its rate is 1 - grad phi . dx/dt >= 1 - |grad phi| / s >= 0: a ship that is
/// not ahead of phi never gets ahead of it. So arrival >= phi(goal) if phi(start) = departure.
/// (Sub-solutions of the eikonal equation: M. Bardi, I. Capuzzo-Dolcetta, "Optimal Control and
/// Viscosity Solutions of Hamilton-Jacobi-Bellman Equations", Birkhaeuser 1997, chapter II.)
///
/// Method. phi comes from first-order fast marching (J. A. Sethian, PNAS 93 (1996) 1591-1595) with
/// arrival-time-dependent slowness. Then every triangle is verified against the least slowness at
/// its three nodes over the whole span of times phi takes in it; where that fails, slowness is
/// deflated around the place and phi made anew, until nothing fails. What is returned rests on
/// the verification alone, not on the way phi was made.

#include "core/base/progress.hpp"
#include "core/cost/transit_field.hpp"

#include <optional>

namespace fairlead::search {

struct LowerBoundProblem {
    /// Optimistic field: the slowness of cell i at slice k is no greater than that of any place in
    /// the cell at any time up to the neighbouring slices, and the cell is closed only if all of
    /// it is closed then. Currents must be folded in (fastest possible speed over ground).
    const cost::TransitField* optimistic = nullptr;
    geo::PlanePoint start;
    geo::PlanePoint goal;
    double departure_s = 0.0;
    /// Arrival of a known route: voyages later than this need not be looked at.
    double known_arrival_s = 0.0;
};

/// Earliest conceivable arrival, seconds since 1970; never above the true optimum. For cost
/// objectives put cost per plane metre for slowness, one slice, and read cost for time.
/// @return nothing if no verified bound was found within the effort allowed. A bound later than
///         known_arrival_s says that the field is not optimistic, or that nobody sailed that route.
[[nodiscard]] std::optional<double> arrival_lower_bound(const LowerBoundProblem& problem,
                                                        const Progress& progress = {});

} // namespace fairlead::search
