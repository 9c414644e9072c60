// SPDX-License-Identifier: Apache-2.0
#include "core/plan/transit_memo.hpp"

#include <algorithm>
#include <cmath>

namespace fairlead::plan {
namespace {

constexpr std::size_t slot_bits = 19;
constexpr std::size_t longest_probe = 16;

constexpr double concentration_steps = 500.0;
constexpr double thickness_steps_per_m = 100.0;
constexpr double speed_steps_per_kn = 100.0;

/// What is this little above a step (float noise of a constant) still counts as the step.
constexpr double noise_steps = 1e-3;

/// A sample in whole steps, rounded up or down, in so many bits; all ones where it is not usable.
std::uint64_t in_steps(env::Sample sample, double steps, unsigned bits, bool up) noexcept {
    const std::uint64_t unusable = (std::uint64_t{1} << bits) - 1;
    if (!sample.is_usable()) {
        return unusable;
    }
    const double exact = sample.value * steps;
    const double whole = up ? std::ceil(exact - noise_steps) : std::floor(exact + noise_steps);
    return std::min(static_cast<std::uint64_t>(std::max(0.0, whole)), unusable - 1);
}

env::Sample rounded(env::Sample sample, double steps, std::uint64_t whole) noexcept {
    if (sample.is_usable()) {
        sample.value = static_cast<double>(whole) / steps;
    }
    return sample;
}

constexpr unsigned concentration_bits = 10;
constexpr unsigned thickness_bits = 12;
constexpr unsigned speed_bits = 13;

} // namespace

TransitMemo::TransitMemo(const cost::TransitModel& model, const cost::Objective& objective,
                         Rounding rounding)
    : model_(model), objective_(objective), rounding_(rounding),
      slots_(std::size_t{1} << slot_bits) {}

const TransitMemo::Entry& TransitMemo::at(env::Sample concentration, env::Sample thickness,
                                          env::Sample attainable_speed) {
    const bool more_ice = rounding_ == Rounding::pessimistic;
    const auto c = in_steps(concentration, concentration_steps, concentration_bits, more_ice);
    const auto h = in_steps(thickness, thickness_steps_per_m, thickness_bits, more_ice);
    const auto v = in_steps(attainable_speed, speed_steps_per_kn, speed_bits, !more_ice);
    // Bit 63 keeps every key apart from the empty slot's.
    const std::uint64_t key = (std::uint64_t{1} << 63U) | c | h << concentration_bits |
                              v << (concentration_bits + thickness_bits);
    const std::uint64_t mixed = (key * 0x9E3779B97F4A7C15ULL) >> (64 - slot_bits);
    auto* slot = &overflow_;
    for (std::size_t probe = 0; probe < longest_probe; ++probe) {
        auto& candidate = slots_[(mixed + probe) & (slots_.size() - 1)];
        if (candidate.key == key) {
            return candidate.entry;
        }
        if (candidate.key == 0) {
            slot = &candidate;
            break;
        }
    }
    env::Conditions conditions;
    conditions.concentration = rounded(concentration, concentration_steps, c);
    conditions.thickness = rounded(thickness, thickness_steps_per_m, h);
    conditions.attainable_speed = rounded(attainable_speed, speed_steps_per_kn, v);
    slot->key = key;
    slot->entry = ask(conditions, {});
    return slot->entry;
}

TransitMemo::Entry TransitMemo::ask(const env::Conditions& conditions,
                                    std::span<const env::Zone* const> zones) const {
    const auto transit = model_.transit(conditions, zones);
    if (!transit.allowed) {
        return {};
    }
    const double cost_per_h =
        objective_.kind == cost::ObjectiveKind::model
            ? 0.0
            : cost::TransitModel::rate_per_h(objective_, transit, transit.speed_kn);
    return {static_cast<float>(transit.speed_kn), static_cast<float>(cost_per_h),
            static_cast<float>(transit.power_kw), static_cast<float>(transit.fuel_t_per_h),
            static_cast<float>(transit.rio)};
}

} // namespace fairlead::plan
