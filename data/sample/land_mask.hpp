// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Which cells of a product's grid are land, as the makers of passive-microwave products see it.

#include "core/geo/grid.hpp"
#include "core/geo/land_index.hpp"
#include "core/geo/projection.hpp"

#include <cstdint>
#include <vector>

namespace fairlead::sample {

enum class Surface : std::uint8_t { sea, coast, land };

/// A cell is land if most of nine places spread over it are; land that touches sea is coast, as in
/// the NSIDC products. Places without an image on earth, in the corners of some grids, are land.
/// @param land covers the grid, its plane in another projection or the same.
[[nodiscard]] std::vector<Surface> land_mask(const geo::LandIndex& land,
                                             const geo::GridGeometry& grid,
                                             const geo::Projection& projection);

} // namespace fairlead::sample
