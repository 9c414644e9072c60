// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A proven lower bound of the continuous problem: no route whatever between two places, on the
/// grid or off it, arrives earlier (or costs less).
///
/// Theory. Let phi be given on the sides of all squares of a lattice, linear along each, such that
/// in every square for any two places x, y of its border
///     phi(y) - phi(x) <= s |y - x|,
/// s being the least slowness [s per plane metre] in the square from the time phi(x) to phi(y). A
/// ship that enters at x, not before phi(x), then leaves at y not before phi(y): either it is later
/// than phi(y) on the way, or all of the way, no shorter than |y - x|, is sailed at s or slower. So
/// a ship that is not ahead of phi at one side is not ahead of it at the next, and its arrival is
/// not before phi at the goal if phi is not ahead of the departure at the start. Where phi is
/// linear in each of two triangles of a square, |grad phi| <= s(x, phi(x)) proves the same: for
/// g(t) = t - phi(x(t)) the rate 1 - grad phi . dx/dt is not negative where g is 0.
/// (Sub-solutions of the eikonal equation: M. Bardi, I. Capuzzo-Dolcetta, "Optimal Control and
/// Viscosity Solutions of Hamilton-Jacobi-Bellman Equations", Birkhaeuser 1997, chapter II.)
///
/// Squares from which the goal cannot be reached before a known route's arrival, even at the
/// least slowness anywhere, need no check: no better voyage comes there.
///
/// Method: core/search/sub_solution.hpp makes phi, then every square is verified. What is returned
/// rests on the verification alone, not on the way phi was made.

#include "core/base/progress.hpp"
#include "core/geo/grid.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace fairlead::search {

/// What a bound knows of the sea: slowness that no place of a square undercuts during an interval
/// of time. Worked out when asked for, as most squares are never reached.
class SlownessFloor {
  public:
    virtual ~SlownessFloor() = default;
    /// The squares; phi has its nodes at their corners.
    [[nodiscard]] virtual const geo::GridGeometry& squares() const noexcept = 0;
    /// Ends of the intervals, rising, seconds since 1970; at least two. For cost objectives one
    /// interval from 0 to the greatest cost of interest.
    [[nodiscard]] virtual std::span<const double> interval_ends() const noexcept = 0;
    /// [s per plane metre]; infinite where all of the square is closed throughout the interval.
    /// Currents must be folded in (fastest possible speed over ground).
    [[nodiscard]] virtual double slowness(std::uint32_t square, std::uint32_t interval) = 0;
    /// No square undercuts this at any time.
    [[nodiscard]] virtual double least_slowness() const noexcept = 0;
};

struct LowerBoundProblem {
    SlownessFloor* sea = nullptr;
    geo::PlanePoint start;
    geo::PlanePoint goal;
    double departure_s = 0.0; ///< not before the first interval
    /// Arrival of a known route, not after the last interval: voyages later than this need not be
    /// looked at.
    double known_arrival_s = 0.0;
};

/// Earliest conceivable arrival, seconds since 1970; never above the true optimum. For cost
/// objectives put cost per plane metre for slowness and read cost for time.
/// @return nothing if no verified bound was found within the effort allowed. A bound later than
///         known_arrival_s says that the sea is not optimistic, or that nobody sailed that route.
[[nodiscard]] std::optional<double> arrival_lower_bound(const LowerBoundProblem& problem,
                                                        const Progress& progress = {});

} // namespace fairlead::search
