// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What each cell of the planning grid costs one ship at each slice of time: the only thing the
/// search knows of ice, ship and rules.
///
/// Slowness is kept as 16-bit codes, slice after slice (row-major cells inside a slice), because
/// an arc reads the same cells of two neighbouring slices: 2 bytes per cell and slice, no
/// per-vessel look-up in the inner loop.

#include "core/base/contract.hpp"
#include "core/geo/grid.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace fairlead::cost {

struct TransitField {
    /// The cell may not be entered at that slice (land, rule, depth, no data).
    static constexpr std::uint16_t closed = std::numeric_limits<std::uint16_t>::max();

    geo::GridGeometry grid;

    /// Slice times, seconds since `departure-independent` epoch 1970; non-decreasing. Two equal
    /// times are a step: the first holds before, the second from then on (zone windows).
    std::vector<double> slice_time_s;

    /// Slowness of cell i at slice k: slowness[k * cells + i] * slowness_unit [s per metre of the
    /// plane] (the map's scale factor is folded in), or `closed`. Between slices slowness is
    /// linear in time; an interval one of whose ends is closed is closed as a whole. Before the
    /// first slice: closed. After the last: see open_after_last.
    std::vector<std::uint16_t> slowness;
    double slowness_unit_s_per_m = 1.0;

    /// After the last slice: hold it (true) or closed (false).
    bool open_after_last = false;

    /// Optional cost rate (objectives other than time): code * unit = cost per second under way,
    /// same layout; empty for the time objective. Linear between slices.
    std::vector<std::uint16_t> cost_rate;
    double cost_rate_unit_per_s = 0.0;
    /// Cost per second while waiting, the same everywhere.
    double waiting_cost_per_s = 0.0;

    /// Optional current, plane metres per second along +x and +y (scale folded in), code * unit,
    /// same layout; empty for still water. Where present, slowness is that through the water.
    std::vector<std::int16_t> current_x;
    std::vector<std::int16_t> current_y;
    double current_unit_mps = 0.0;

    [[nodiscard]] std::size_t slice_count() const noexcept { return slice_time_s.size(); }
    [[nodiscard]] std::span<const std::uint16_t> slice(std::size_t k) const noexcept {
        FAIRLEAD_AUDIT(k < slice_count());
        return std::span(slowness).subspan(k * grid.cell_count(), grid.cell_count());
    }
};

} // namespace fairlead::cost
