// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The variables Fairlead knows, by CF standard name (CF Standard Name Table v83) and short form,
/// with the one unit each is kept in.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace fairlead::env {

enum class Variable : std::uint8_t {
    sea_ice_concentration,   ///< 0..1
    sea_ice_thickness,       ///< m, mean over the ice-covered part
    sea_floor_depth,         ///< m, positive down
    eastward_wind,           ///< m/s at 10 m, towards true east
    northward_wind,          ///< m/s
    significant_wave_height, ///< m
    mean_wave_period,        ///< s
    mean_wave_direction,     ///< deg, from, true
    eastward_current,        ///< m/s at the surface, towards true east
    northward_current,       ///< m/s
    air_temperature,         ///< K
    attainable_speed,        ///< kn; replaces the vessel's own model; 0 is impassable
};
inline constexpr std::size_t known_variable_count = 12;
/// Layers that users name, "custom.whales", for their own cost models: as many names a process.
inline constexpr std::size_t custom_variable_count = 8;
inline constexpr std::size_t variable_count = known_variable_count + custom_variable_count;
[[nodiscard]] constexpr bool is_custom(Variable variable) noexcept {
    return static_cast<std::size_t>(variable) >= known_variable_count;
}

struct VariableInfo {
    Variable variable;
    std::string_view name;       ///< as written on the command line and in scenario files
    std::string_view cf_name;    ///< CF standard name
    std::string_view short_name; ///< e.g. SIC
    std::string_view unit;       ///< as data files write it: "m"; "1" for a share
    double minimum;              ///< values outside [minimum, maximum] are out of range
    double maximum;
};

[[nodiscard]] const VariableInfo& info(Variable variable) noexcept;
/// The known ones, then the custom ones that were asked for by name so far.
[[nodiscard]] std::span<const VariableInfo> all_variables() noexcept;
/// The unit in words, for headings: "m"; "fraction" for a share.
[[nodiscard]] std::string_view unit_name(Variable variable) noexcept;
/// A number with its unit, for sentences: "1.2 m"; "0.3" for a share.
[[nodiscard]] std::string with_unit(Variable variable, std::string_view number);
/// By name, CF standard name or short form, any case; nothing for an unknown one. "custom." and a
/// name of letters, digits and _ is a variable from the first time on that it is asked for, while
/// there are less than custom_variable_count; it has any unit and any value.
[[nodiscard]] std::optional<Variable> variable_named(std::string_view text) noexcept;

} // namespace fairlead::env
