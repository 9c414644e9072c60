// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// One step of the integration along a track: the embedded Runge-Kutta pair of order 3(2) of
/// P. Bogacki and L. F. Shampine, Appl. Math. Lett. 2 (1989) 321-325.

#include "core/route/passage.hpp"

#include <algorithm>
#include <cmath>

namespace fairlead::route {

/// What is integrated along the track; derivatives by metre have the same form.
struct Sums {
    double time_s = 0.0;
    double fuel_t = 0.0;
    double co2_t = 0.0;
    double risk = 0.0;
    double money = 0.0;
    double cost = 0.0;

    void add(const Sums& other, double factor) noexcept {
        time_s += factor * other.time_s;
        fuel_t += factor * other.fuel_t;
        co2_t += factor * other.co2_t;
        risk += factor * other.risk;
        money += factor * other.money;
        cost += factor * other.cost;
    }
};

/// @pre passage.open
[[nodiscard]] inline Sums per_metre(const Passage& passage) noexcept {
    const double s_per_m = 1.0 / (passage.speed_over_ground_kn * mps_per_knot);
    const double h_per_m = s_per_m / seconds_per_hour;
    const HourlyRates& rates = passage.rates;
    return {s_per_m,
            rates.fuel_t * h_per_m,
            rates.co2_t * h_per_m,
            rates.risk * h_per_m,
            rates.money * h_per_m,
            rates.cost * h_per_m};
}

struct TrackStep {
    bool open = false;  ///< every place looked at is open; else nothing below means anything
    Sums sums;          ///< at its end
    double error = 0.0; ///< of time or cost, whichever is worse, over what is allowed
    Passage end;
};

/// @param look      Passage look(double ahead_m, double time_s).
/// @param here,sums at the beginning of the step.
/// @param relative_error allowed per step; steps shorter than `reference_m` are allowed as much
///        as one of that length, because errors come from kinks, not from smooth stretches.
template <class Look>
[[nodiscard]] TrackStep take_step(Look&& look, const Passage& here, const Sums& sums, double step_m,
                                  double relative_error, double reference_m) {
    TrackStep step;
    const Sums k1 = per_metre(here);
    const Passage second = look(0.5 * step_m, sums.time_s + 0.5 * step_m * k1.time_s);
    if (!second.open) {
        return step;
    }
    const Sums k2 = per_metre(second);
    const Passage third = look(0.75 * step_m, sums.time_s + 0.75 * step_m * k2.time_s);
    if (!third.open) {
        return step;
    }
    const Sums k3 = per_metre(third);
    Sums increment;
    increment.add(k1, 2.0 / 9.0 * step_m);
    increment.add(k2, 1.0 / 3.0 * step_m);
    increment.add(k3, 4.0 / 9.0 * step_m);
    step.end = look(step_m, sums.time_s + increment.time_s);
    if (!step.end.open) {
        return step;
    }
    const Sums k4 = per_metre(step.end);
    Sums error;
    error.add(k1, -5.0 / 72.0 * step_m);
    error.add(k2, 1.0 / 12.0 * step_m);
    error.add(k3, 1.0 / 9.0 * step_m);
    error.add(k4, -1.0 / 8.0 * step_m);
    step.open = true;
    step.sums = sums;
    step.sums.add(increment, 1.0);
    const double share = relative_error * std::max(1.0, reference_m / step_m);
    step.error = std::abs(error.time_s) / (share * increment.time_s);
    if (increment.cost > 0.0) {
        // Costs may vanish along the way (no risk in open water): the scale is the largest rate.
        const double scale = std::max({k1.cost, k2.cost, k3.cost, k4.cost}) * step_m;
        step.error = std::max(step.error, std::abs(error.cost) / (share * scale));
    }
    return step;
}

} // namespace fairlead::route
