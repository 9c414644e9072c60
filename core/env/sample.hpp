// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A value together with what it is worth. A missing value is never a number.

#include <cstdint>
#include <string_view>

namespace fairlead::env {

enum class Quality : std::uint8_t {
    // usable
    ok,
    filled,      ///< nearest valid value, by a fill rule the scenario states
    gap,         ///< interpolated in time over slices that are missing
    held,        ///< last value, held beyond the end of the data
    climatology, ///< from the layer named as climatology, beyond the end of the data
    assumed,     ///< a constant the scenario states
    stood_in,    ///< such a constant, where a layer of data holds the place but has no value there
    // not usable
    land,
    coast,
    pole_hole,
    missing,
    out_of_range, ///< a code or value the variable cannot have
    too_coarse,   ///< of a grid too coarse to tell so near land
    outside_area,
    outside_time,
    no_layer, ///< the environment has nothing for this variable
};

[[nodiscard]] constexpr bool usable(Quality quality) noexcept {
    return quality <= Quality::stood_in;
}
/// A place inside the data that has no value: what a constant may stand in for.
[[nodiscard]] constexpr bool is_hole(Quality quality) noexcept {
    return quality >= Quality::land && quality <= Quality::out_of_range;
}
/// `ok`, `pole hole`, `outside area` ... for tables and messages.
[[nodiscard]] std::string_view name(Quality quality) noexcept;

/// @invariant value is 0 and means nothing where quality is not usable.
struct Sample {
    double value = 0.0;
    Quality quality = Quality::no_layer;

    [[nodiscard]] constexpr bool is_usable() const noexcept { return usable(quality); }
    [[nodiscard]] static constexpr Sample none(Quality why) noexcept { return {0.0, why}; }
};

} // namespace fairlead::env
