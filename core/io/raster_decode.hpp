// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Numbers as they stand in a file into values with quality: codes and fill values become flags,
/// packing and units are undone, what the variable cannot be is out of range.

#include "core/env/field.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fairlead::io {

struct DecodeRule {
    env::Variable variable = env::Variable::sea_ice_concentration;
    // On packed numbers, as in the file:
    std::vector<std::pair<double, env::Quality>> codes; ///< flag values
    std::vector<double> missing;                        ///< fill values; NaN is always missing
    std::optional<double> valid_minimum;
    std::optional<double> valid_maximum;
    // value = unit_scale * (scale * packed + offset) + unit_offset
    double scale = 1.0;
    double offset = 0.0;
    double unit_scale = 1.0;
    double unit_offset = 0.0;
};

/// @throws Error (malformed) for a scale of 0, which makes one value of all, and for what is not
///         finite.
void expect_packing(double scale, double offset, const std::string& where);

/// Values beyond the variable's range by no more than one packing step (or a millionth of the
/// range) are rounding and become the bound; directions are brought into [0, 360); depth that is
/// not below sea level is land.
[[nodiscard]] env::FieldSlice decode(std::span<const double> packed, const DecodeRule& rule);

/// How many values, in the variable's unit, are below 0: depths have none, elevations of the sea
/// do.
[[nodiscard]] std::ptrdiff_t count_below_zero(std::span<const double> packed,
                                              const DecodeRule& rule);

/// What netCDF puts where nothing was written, or greater: 9.96921e36 (NUG, NC_FILL_FLOAT).
inline constexpr double default_fill = 9.96920e36;

} // namespace fairlead::io
