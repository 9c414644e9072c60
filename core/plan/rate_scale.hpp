// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Cost rates as 16-bit codes where nobody knows beforehand how great they get: the unit doubles
/// when a rate would not fit, and codes that are there already are halved.

#include <cstdint>
#include <span>

namespace fairlead::plan {

class RateScale {
  public:
    /// Makes room for rates up to this one, and brings the codes given so far to the new unit.
    void reach(double greatest_per_h, std::span<std::uint16_t> codes);
    /// @pre the scale reaches the rate
    [[nodiscard]] std::uint16_t code(double rate_per_h) const noexcept;

    /// What one step of the codes is worth; more than 0 even if every rate is 0.
    [[nodiscard]] double unit_per_h() const noexcept {
        return unit_per_h_ > 0.0 ? unit_per_h_ : 1.0;
    }

  private:
    double unit_per_h_ = 0.0; ///< 0: no rate above 0 yet
};

} // namespace fairlead::plan
