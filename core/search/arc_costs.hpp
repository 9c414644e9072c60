// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What passing an arc costs, for objectives other than time: the exact meaning of the cost rates
/// of a transit field.
///
/// **Definition.** R_k, the rate of the arc at slice k, is the mean of its cells' rates, each
/// weighted by the time spent in it (share x slowness over the ground). Between slices R is linear
/// in time. The cost of a passage is the integral of R over the time under way, plus the waiting
/// rate times the time waited. So under conditions that last, an arc costs the sum over its cells
/// of share x length x slowness x rate.

#include "core/search/arc_times.hpp"

#include <cstdint>
#include <vector>

namespace fairlead::search {

/// Immutable; safe from any thread. Keeps a reference to `times`.
class ArcCosts {
  public:
    /// @pre the field has cost rates
    explicit ArcCosts(const ArcTimes& times);

    /// R_k [cost per second]. @pre the arc is open at the slice
    [[nodiscard]] double rate_per_s(graph::Arc arc, std::size_t slice) const;

    /// Integral of R from departure to arrival. @pre the arc is open all that time
    [[nodiscard]] double under_way(graph::Arc arc, double departure_s, double arrival_s) const;

    [[nodiscard]] double waiting(double duration_s) const noexcept {
        return duration_s * times_->field().waiting_cost_per_s;
    }

  private:
    const ArcTimes* times_;
};

/// Least cost per metre of the plane of each cell over all slices from `first_slice` on, as codes
/// for a static search rounded down: no passage of an arc, whenever it is made, costs less than
/// the sum over its cells of share x length x this. (Between slices slowness and rate are linear,
/// and the product of two positive linear functions is nowhere below the lesser of its ends.)
struct LeastCosts {
    std::vector<std::uint16_t> codes; ///< cost::TransitField::closed where never open
    double unit_per_m = 0.0;
};
[[nodiscard]] LeastCosts least_costs(const cost::TransitField& field, std::size_t first_slice);

} // namespace fairlead::search
