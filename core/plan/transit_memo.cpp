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

/// A rounded sample in so many bits; all ones where it is not usable.
std::uint64_t rounded(env::Sample sample, double steps, unsigned bits) noexcept {
    const std::uint64_t unusable = (std::uint64_t{1} << bits) - 1;
    if (!sample.is_usable()) {
        return unusable;
    }
    const auto value = static_cast<std::uint64_t>(std::max(0.0, std::round(sample.value * steps)));
    return std::min(value, unusable - 1);
}

env::Sample unrounded(env::Sample sample, double steps, unsigned bits) noexcept {
    if (sample.is_usable()) {
        sample.value = static_cast<double>(rounded(sample, steps, bits)) / steps;
    }
    return sample;
}

constexpr unsigned concentration_bits = 10;
constexpr unsigned thickness_bits = 12;
constexpr unsigned speed_bits = 13;

} // namespace

TransitMemo::TransitMemo(const cost::TransitModel& model, const cost::Objective& objective)
    : model_(model), objective_(objective), slots_(std::size_t{1} << slot_bits) {}

const TransitMemo::Entry& TransitMemo::at(env::Sample concentration, env::Sample thickness,
                                          env::Sample attainable_speed) {
    // Bit 63 keeps every key apart from the empty slot's.
    const std::uint64_t key = (std::uint64_t{1} << 63U) |
                              rounded(concentration, concentration_steps, concentration_bits) |
                              rounded(thickness, thickness_steps_per_m, thickness_bits)
                                  << concentration_bits |
                              rounded(attainable_speed, speed_steps_per_kn, speed_bits)
                                  << (concentration_bits + thickness_bits);
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
    conditions.concentration = unrounded(concentration, concentration_steps, concentration_bits);
    conditions.thickness = unrounded(thickness, thickness_steps_per_m, thickness_bits);
    conditions.attainable_speed = unrounded(attainable_speed, speed_steps_per_kn, speed_bits);
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
    return {static_cast<float>(transit.speed_kn), static_cast<float>(cost::TransitModel::rate_per_h(
                                                      objective_, transit, transit.speed_kn))};
}

} // namespace fairlead::plan
