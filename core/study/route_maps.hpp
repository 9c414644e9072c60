// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The routes of a study as maps for geographic systems.
///
///     density.tif  routes through each cell: of all ships, and of each where there are several
///     reach.tif    share of departures whose route passes the cell; of the ships that come to the
///                  cell, the share that goes on to the destination; how many are stopped in it
///
/// Polar stereographic (EPSG:3413, EPSG:3031), cells as large as those of the planning. Where a
/// study has routes around both poles, there is one of each: density-north.tif, density-south.tif.

#include "core/base/text.hpp"
#include "core/io/route_record.hpp"
#include "core/study/manifest.hpp"

#include <filesystem>
#include <vector>

namespace fairlead::study {

/// What to write; bytes depend on manifest and records alone.
/// @throws Error (invalid_argument) if no record has a line or a place where a ship is stopped.
[[nodiscard]] std::vector<FileContent> map_files(const Manifest& manifest,
                                                 const std::vector<io::RouteRecord>& records,
                                                 const std::filesystem::path& folder);

} // namespace fairlead::study
