// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Thrust that is left to break ice, and the power a smaller thrust takes.
///
/// Net thrust at full power, by Riska, Wilhelmson, Englund, Leiviska, "Performance of merchant
/// vessels in ice in the Baltic", Winter Navigation Research Board report 52 (1997):
///
///     T_net(v) = T_B (1 - v / (3 v_ow) - 2/3 (v / v_ow)^2),   T_B = K_e (P_D D)^(2/3)
///
/// T_B bollard pull [kN], P_D delivered power [kW], D propeller diameter [m], v_ow open-water
/// speed. K_e: 0.98 two propellers, 1.12 three; one 0.78 (unverified transcription; INSROP 0.728).
///
/// Part load follows from the same two terms, with nothing added: T_B (1 - v/(3 v_ow)) is the
/// thrust, T_B 2/3 (v/v_ow)^2 the open-water resistance. At the share p of full power bollard pull
/// is T_B p^(2/3) and the free-running speed v_ow p^(1/3), so that the power in open water is the
/// cubic curve p = (v/v_ow)^3, and with an ice resistance R the equilibrium
///
///     p^(2/3) - p^(1/3) x/3 = 2/3 x^2 + R/T_B,   x = v/v_ow
///
/// is quadratic in p^(1/3).

#include "core/base/units.hpp"

namespace fairlead::vessel {

/// Bollard pull [N]. @param quality_factor K_e above, of kN, kW and m.
[[nodiscard]] double bollard_pull_n(double quality_factor, Power delivered,
                                    Length propeller_diameter) noexcept;

/// Net thrust as a share of bollard pull at the share `x` of open-water speed; 0 at x = 1.
[[nodiscard]] double net_thrust_share(double x) noexcept;

/// Share of full power that drives the ship at the share `x` of open-water speed against an ice
/// resistance of `resistance_share` bollard pulls, in [0, 1]; 1 also where full power is too
/// little. At x = 0 it is the power that holds the ship against that resistance. @pre both >= 0
[[nodiscard]] double power_share(double x, double resistance_share) noexcept;

/// The share x of open-water speed at which net thrust equals a resistance linear in speed:
/// at_rest + per_speed * x, both in bollard pulls; 0 where at_rest is 1 or more. Exact to rounding.
/// @pre both >= 0
[[nodiscard]] double equilibrium_speed_share(double at_rest, double per_speed) noexcept;

} // namespace fairlead::vessel
