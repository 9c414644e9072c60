// SPDX-License-Identifier: Apache-2.0
#include "core/rules/under_keel_clearance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fairlead::rules {
namespace {
constexpr double speed_exponent = 2.08;
} // namespace

double UnderKeelClearance::squat_factor(const vessel::Particulars& ship,
                                        double depth_m) const noexcept {
    const double beam_m = ship.beam.in_metres();
    const double section_m2 = beam_m * ship.draught.in_metres();
    const double influence_m = beam_m * 7.04 / std::pow(ship.block_coefficient, 0.85);
    // A channel no wider than the ship would leave no water to flow back.
    const double width_m =
        channel_width ? std::max(channel_width->in_metres(), beam_m) : influence_m;
    const double return_flow = section_m2 / (width_m * depth_m - section_m2);
    return ship.block_coefficient * std::cbrt(return_flow * return_flow) / 30.0;
}

Length UnderKeelClearance::squat(const vessel::Particulars& ship, Length depth,
                                 Speed speed) const noexcept {
    return Length::metres(squat_factor(ship, depth.in_metres()) *
                          std::pow(speed.in_knots(), speed_exponent));
}

std::optional<double> UnderKeelClearance::greatest_speed_kn(const vessel::Particulars& ship,
                                                            double depth_m) const noexcept {
    const double spare_m = depth_m - ship.draught.in_metres() - required(ship).in_metres();
    if (!(spare_m >= 0.0 && depth_m > ship.draught.in_metres())) {
        return std::nullopt;
    }
    return std::pow(spare_m / squat_factor(ship, depth_m), 1.0 / speed_exponent);
}

std::string UnderKeelClearance::describe() const {
    return fmt::format(
        "under-keel clearance: at least {} m or {} % of draught, whichever is more (the program's "
        "own choice unless set), with squat by Barrass (2004) in {}",
        least.in_metres(), share_of_draught * 100.0,
        channel_width ? fmt::format("a channel {} m wide", channel_width->in_metres())
                      : "a width of influence of 7.04 / C_B^0.85 beams (unverified transcription)");
}

} // namespace fairlead::rules
