// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What lies between a ship and a place she cannot reach: the way with the fewest forbidden miles,
/// and the stretches of it that are closed.

#include "core/plan/leg_search.hpp"

#include <optional>
#include <vector>

namespace fairlead::plan {

/// Neighbouring closed cells of a way.
struct ClosedStretch {
    std::vector<graph::Vertex> cells; ///< in the order the ship would meet them, each once
    Length length;                    ///< of the legs between cell centres that touch them
};

struct BlockedWay {
    graph::Vertex start = 0; ///< the last place she reaches on it
    std::vector<ClosedStretch> stretches;
    [[nodiscard]] Length closed_length() const noexcept;
};

/// Cells open at some slice of a time span, the last slice before it and the first one of the field
/// if none is among them.
[[nodiscard]] std::vector<unsigned char> cells_open_within(const cost::TransitField& field,
                                                           double from_s, double until_s);

/// The way from all that was reached to the next place: a mile through a cell that is not in
/// `open` weighs three hundred others. Cells that its legs cross or touch in corners count.
/// @return nothing if land itself is in the way.
[[nodiscard]] std::optional<BlockedWay> least_blocked_way(const StageRequest& wanted,
                                                          const Stage& stage,
                                                          const std::vector<unsigned char>& open);

/// How long a cell stays closed, as the slices of a field tell it.
struct ClosedSpan {
    std::optional<double> since_s; ///< none: since the field begins, or before
    std::optional<double> until_s; ///< none: it does not open again in the field
};

/// The span around a time; nothing if the cell is open then.
[[nodiscard]] std::optional<ClosedSpan> closed_span(const cost::TransitField& field,
                                                    graph::Vertex cell, double time_s);

} // namespace fairlead::plan
