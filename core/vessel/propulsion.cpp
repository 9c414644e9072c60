// SPDX-License-Identifier: Apache-2.0
#include "core/vessel/propulsion.hpp"

#include <algorithm>
#include <cmath>

namespace fairlead::vessel {

double bollard_pull_n(double quality_factor, Power delivered, Length propeller_diameter) noexcept {
    const double product = delivered.in_kilowatts() * propeller_diameter.in_metres();
    return 1000.0 * quality_factor * std::cbrt(product * product);
}

double net_thrust_share(double x) noexcept {
    return 1.0 - x / 3.0 - 2.0 / 3.0 * x * x;
}

double power_share(double x, double resistance_share) noexcept {
    const double demand = 2.0 / 3.0 * x * x + resistance_share;
    const double root = 0.5 * (x / 3.0 + std::sqrt(x * x / 9.0 + 4.0 * demand));
    return std::min(1.0, root * root * root);
}

double equilibrium_speed_share(double at_rest, double per_speed) noexcept {
    const double spare = 1.0 - at_rest;
    if (!(spare > 0.0)) {
        return 0.0;
    }
    // 2/3 x^2 + (1/3 + per_speed) x - spare = 0; the positive root without cancellation.
    const double b = 1.0 / 3.0 + per_speed;
    return std::min(1.0, 2.0 * spare / (b + std::sqrt(b * b + 8.0 / 3.0 * spare)));
}

} // namespace fairlead::vessel
