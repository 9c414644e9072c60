// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The header of netCDF classic files (CDF-1, CDF-2, CDF-5), as far as it tells how long the file
/// must be. Source: Unidata, NetCDF Users Guide, appendix B, "File Format Specifications".

#include "core/io/random_bytes.hpp"

#include <cstdint>

namespace fairlead::io {

/// Bytes up to the end of the last variable's data (padding after it does not count).
/// @throws Error (malformed) naming the file, if the header itself is broken.
[[nodiscard]] std::uint64_t netcdf_classic_length(const RandomBytes& bytes);

} // namespace fairlead::io
