// SPDX-License-Identifier: Apache-2.0
#include "core/plan/rate_scale.hpp"

#include "core/base/contract.hpp"

#include <cmath>

namespace fairlead::plan {
namespace {

constexpr double greatest_scaled = 65000.0;

} // namespace

void RateScale::reach(double greatest_per_h, std::span<std::uint16_t> codes) {
    if (greatest_per_h <= unit_per_h_ * greatest_scaled) {
        return;
    }
    if (unit_per_h_ == 0.0) {
        unit_per_h_ = greatest_per_h / greatest_scaled;
        return;
    }
    int doublings = 0;
    while (greatest_per_h > unit_per_h_ * greatest_scaled) {
        unit_per_h_ *= 2.0;
        ++doublings;
    }
    const double share = std::ldexp(1.0, -doublings);
    for (auto& code : codes) {
        code = static_cast<std::uint16_t>(std::round(code * share));
    }
}

std::uint16_t RateScale::code(double rate_per_h) const noexcept {
    FAIRLEAD_AUDIT(rate_per_h <= unit_per_h() * (greatest_scaled + 1.0));
    return static_cast<std::uint16_t>(std::round(rate_per_h / unit_per_h()));
}

} // namespace fairlead::plan
