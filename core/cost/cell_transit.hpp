// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What it costs to cross a cell in which speed, consumption and current do not change: straight
/// lines, so that time and cost follow from the run alone.
/// Source: PolarRoute 1.1 (british-antarctic-survey/PolarRoute), crossing.traveltime_in_cell; the
/// same as S. Smith et al., arXiv:2209.02389, section 3. A ship of speed S through the water makes
/// the run L over ground in the current c in the least t for which |L - c t| = S t:
///
///     t = (sqrt(D^2 + C |L|^2) - D) / C,   C = S^2 - |c|^2,   D = L . c

#include <array>
#include <cstddef>
#include <optional>

namespace fairlead::cost {

/// Eighths of the compass in the order of PolarRoute's lists: NE, E, SE, S, SW, W, NW, N.
inline constexpr std::size_t course_sector_count = 8;

/// A straight run over ground: in metres, or in degrees of longitude and latitude.
struct Run {
    double east = 0.0;
    double north = 0.0;
};

/// The eighth of the compass that the run points into; each reaches 22.5 degrees to both sides, the
/// anticlockwise end included. No run at all is north.
[[nodiscard]] std::size_t course_sector(const Run& run) noexcept;

/// Ship and sea in one cell.
struct CellTransit {
    std::array<double, course_sector_count> speed_mps{}; ///< through the water; 0: does not go
    /// Of the objective, per second: 1 for time.
    std::array<double, course_sector_count> rate_per_s{};
    double current_east_mps = 0.0;
    double current_north_mps = 0.0;
};

/// @param run_m metres over ground.
/// @return seconds, 0 for no run; nothing where the ship cannot make good that course.
[[nodiscard]] std::optional<double> crossing_time_s(const CellTransit& cell, std::size_t sector,
                                                    const Run& run_m) noexcept;

} // namespace fairlead::cost
