// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// From the path of the search to the line that is published: refined to the continuous optimum,
/// then simplified to waypoints that a mate can enter.

#include "core/plan/leg_search.hpp"

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace fairlead::plan {

/// How much has been made of a searched path.
/// `waiting` is the searched line with each wait where the search had it: a ship that closes up to
/// what is closed ahead may be caught there.
enum class Detail { waiting, searched, refined, simplified };

struct FinishedLine {
    std::vector<geo::Position> searched;
    std::vector<geo::Position> refined;
    std::vector<geo::Position> simplified;
    /// Where the ship lies by intention, and until when: places of each of the lines above.
    struct Hold {
        geo::Position place;
        Instant until;
    };
    std::vector<Hold> holds;
    std::vector<Hold> waits; ///< every wait, for Detail::waiting
    /// Of the simplified line; infinite where it cannot be sailed.
    double cost = std::numeric_limits<double>::infinity();
    double arrival_s = 0.0; ///< by the evaluation of the simplified line, or by the search
    geo::EdgeKind edges = geo::EdgeKind::geodesic;

    [[nodiscard]] const std::vector<geo::Position>& places(Detail detail) const noexcept {
        return detail == Detail::simplified ? simplified
               : detail == Detail::refined  ? refined
                                            : searched;
    }
    [[nodiscard]] const std::vector<Hold>& holds_of(Detail detail) const noexcept {
        return detail == Detail::waiting ? waits : holds;
    }
};

/// For each place of a line until when the ship lies there.
[[nodiscard]] std::vector<std::optional<Instant>>
leave_not_before(std::span<const geo::Position> places, std::span<const FinishedLine::Hold> holds);

/// A stage that goes straight, on a line of that kind, and what it costs in the unit of the
/// objective; as far as it can be sailed.
struct DrawnLine {
    FinishedLine line;
    double cost = 0.0;
};
[[nodiscard]] DrawnLine drawn_line(const StageRequest& wanted, geo::EdgeKind kind);

/// @pre stage.path
[[nodiscard]] FinishedLine finish_line(const StageRequest& wanted, const Stage& stage,
                                       Timing& timing, const Progress& progress);

} // namespace fairlead::plan
