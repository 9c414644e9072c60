// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Water under the keel: depth - draught - squat(speed) must be at least what is required.
///
/// Squat by C. B. Barrass, "Ship Squat - a guide for masters" and "Ship design and performance for
/// masters and mates" (2004):
///
///     squat [m] = C_B S2^(2/3) V^2.08 / 30,   V in knots, S2 = A_s / (A_c - A_s)
///
/// with the immersed midship section A_s = B T and the section A_c of the water the ship moves. In
/// open water that is depth times Barrass's width of influence, 7.04 / C_B^0.85 beams (unverified
/// transcription); a channel width may be given instead.

#include "core/base/units.hpp"
#include "core/vessel/vessel.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace fairlead::rules {

struct UnderKeelClearance {
    /// Required clearance, whichever is more. The program's own choice, not a regulation: 10 % of
    /// draught is what port guidance (PIANC report 121) takes for sheltered water at low speed, the
    /// 2 m stand for what gridded depths of polar seas leave out. Set the company's policy instead.
    Length least = Length::metres(2.0);
    double share_of_draught = 0.10;
    /// Water moved sideways; none: Barrass's width of influence.
    std::optional<Length> channel_width;

    [[nodiscard]] Length required(const vessel::Particulars& ship) const noexcept {
        return std::max(least, share_of_draught * ship.draught);
    }
    /// Sinkage at a speed through the water. @pre depth above draught, 0 <= speed
    [[nodiscard]] Length squat(const vessel::Particulars& ship, Length depth,
                               Speed speed) const noexcept;
    /// Greatest speed that keeps the required clearance [kn], in closed form; nothing if even a
    /// ship at rest has too little. Depths at or above the keel: nothing.
    [[nodiscard]] std::optional<double> greatest_speed_kn(const vessel::Particulars& ship,
                                                          double depth_m) const noexcept;
    /// True only where no ship, at any speed up to 40 kn, has too little: water so deep that
    /// judging it needs no squat. Cheap, for the many cells that are; exact answers are the
    /// others'.
    [[nodiscard]] bool is_deep(const vessel::Particulars& ship, double depth_m) const noexcept {
        // From depth = 3 T on, S2 <= 1 / (3 * 7.04 - 1) and C_B <= 1 keep squat below
        // 0.00607 V^2 [m, kn] up to 40 kn: 9.7 m.
        constexpr double greatest_squat_m = 9.75;
        const double draught_m = ship.draught.in_metres();
        return !channel_width && depth_m >= 3.0 * draught_m &&
               depth_m - draught_m >= required(ship).in_metres() + greatest_squat_m;
    }
    [[nodiscard]] std::string describe() const;

  private:
    /// Squat = factor * V^2.08, V in knots.
    [[nodiscard]] double squat_factor(const vessel::Particulars& ship,
                                      double depth_m) const noexcept;
};

} // namespace fairlead::rules
