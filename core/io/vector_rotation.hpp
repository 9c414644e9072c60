// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Vectors given along the axes of a grid, turned to true east and north. The direction of a
/// grid's x axis at a node is that of the geodesic to its neighbour, so it holds for every kind
/// of grid, whatever projection made it.

#include "core/env/field.hpp"

#include <vector>

namespace fairlead::io {

/// True bearing of increasing column at each node, as unit vectors; NaN where a node has no place.
struct ColumnDirections {
    std::vector<float> sine;   ///< of the bearing: east part
    std::vector<float> cosine; ///< north part
};
[[nodiscard]] ColumnDirections column_directions(const env::HorizontalGrid& grid);

/// East or north part of the vector (x, y), y being 90 degrees to the left of x. The worse
/// quality of the two counts.
enum class VectorPart { east, north };
[[nodiscard]] env::FieldSlice rotated(const env::FieldSlice& x, const env::FieldSlice& y,
                                      const ColumnDirections& directions, VectorPart part);

} // namespace fairlead::io
