// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Depth of the sea away from the shore, from ETOPO5.

#include <cstdint>
#include <filesystem>
#include <vector>

namespace fairlead::sample {

inline constexpr std::int16_t unknown_depth = -32768;

/// Depths [m, positive down] where the sea floor is known, `unknown_depth` on land and at every
/// node with land among its eight neighbours: five minutes of arc are too coarse there, and a
/// fjord of 200 m reads as a bank of 2 m. Rows do not wrap, columns do (longitude).
/// @param elevation_m rows from the north, positive up.
[[nodiscard]] std::vector<std::int16_t> offshore_depth(const std::vector<float>& elevation_m,
                                                       int column_count, int row_count);

/// Writes the depth north of 40 N as a GeoTIFF.
/// @param etopo5 file of Debian's ferret-datasets, 5 minutes of arc, 0..360 degrees east.
/// @throws Error (not_found, malformed, io) naming the file.
void write_offshore_depth(const std::filesystem::path& etopo5, const std::filesystem::path& file);

} // namespace fairlead::sample
