// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A mesh of the sea becomes the mesh of a vessel: which cells it may enter, how fast it goes there
/// and what it burns. Source: PolarRoute 1.1, add_vehicle (vessel_performance); splitting after
/// MeshiPhi 2.1, AggregatedCellBox.

#include "core/io/polarroute_mesh.hpp"

namespace fairlead::plan {

/// The mesh with the vessel's flags and lists. Cells it may not enter leave the graph; open cells
/// beside them that are wider are split until they are not, if the vessel's settings say so. As in
/// PolarRoute, a cell with a number that is NaN has every NaN taken for 0.
/// @param nan_cells counts these.
[[nodiscard]] io::PolarrouteMesh mesh_with_vessel(io::PolarrouteMesh mesh,
                                                  const vessel::MeshVesselConfig& vessel,
                                                  std::size_t& nan_cells);

} // namespace fairlead::plan
