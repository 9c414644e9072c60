// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Extremes of a transit field over all cells and slices. They bound every arc from below, which
/// is what heuristics and bucket widths are made of. One pass over the field: compute it once per
/// field, not per query.

#include "core/cost/transit_field.hpp"

#include <cstdint>

namespace fairlead::search {

struct FieldBounds {
    /// No open cell at all: the rest is then zero.
    bool any_open = false;
    std::uint16_t least_code = 0;    ///< least open slowness code
    std::uint16_t greatest_code = 0; ///< greatest open slowness code
    double greatest_current_mps = 0.0;
    std::uint16_t least_cost_code = 0; ///< of cost_rate; 0 if there is none

    /// No way over the plane is faster than this anywhere at any time [s/m].
    double least_slowness_s_per_m = 0.0;
};

/// @throws Error (invalid_argument) naming what is wrong, if sizes do not agree, slice times fall,
///         a unit is not positive, or an open cell has the slowness code 0.
[[nodiscard]] FieldBounds bounds_of(const cost::TransitField& field);

} // namespace fairlead::search
