// SPDX-License-Identifier: Apache-2.0
#include "core/cost/cell_transit.hpp"

#include <cmath>

namespace fairlead::cost {

std::size_t course_sector(const Run& run) noexcept {
    constexpr double tangent_of_half_sector = 0.41421356237309503; // sqrt(2) - 1
    enum : std::size_t { ne, e, se, s, sw, w, nw, n };
    const double east = std::abs(run.east);
    const double north = std::abs(run.north);
    if (east < tangent_of_half_sector * north ||
        (east == tangent_of_half_sector * north && (run.east > 0.0) != (run.north > 0.0))) {
        return run.north > 0.0 ? n : s;
    }
    if (north < tangent_of_half_sector * east ||
        (north == tangent_of_half_sector * east && (run.east > 0.0) == (run.north > 0.0))) {
        return run.east == 0.0 ? n : (run.east > 0.0 ? e : w);
    }
    if (run.north > 0.0) {
        return run.east > 0.0 ? ne : nw;
    }
    return run.east > 0.0 ? se : sw;
}

std::optional<double> crossing_time_s(const CellTransit& cell, std::size_t sector,
                                      const Run& run_m) noexcept {
    const double length_squared = run_m.east * run_m.east + run_m.north * run_m.north;
    if (length_squared == 0.0) {
        return 0.0;
    }
    const double speed = cell.speed_mps[sector];
    if (!(speed > 0.0)) {
        return std::nullopt;
    }
    const double u = cell.current_east_mps;
    const double v = cell.current_north_mps;
    const double c = speed * speed - u * u - v * v;
    const double d = run_m.east * u + run_m.north * v;
    const double radicand = d * d + c * length_squared;
    if (radicand < 0.0) {
        return std::nullopt; // the current sets the ship off this course
    }
    // The other form of the root of t: no difference of like numbers, and C = 0 is no special case.
    const double divisor = std::sqrt(radicand) + d;
    if (!(divisor > 0.0)) {
        return std::nullopt; // the current is as fast as the ship, and against her
    }
    return length_squared / divisor;
}

} // namespace fairlead::cost
