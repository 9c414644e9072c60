// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Where the program's own data (rules, vessels, ports, coastline) are.

#include <filesystem>

namespace fairlead {

/// The first that exists: $FAIRLEAD_DATA, `../share/fairlead` beside the executable's folder,
/// the source tree's `data/` the program was built from.
/// @throws Error (not_found) naming the places looked at.
[[nodiscard]] std::filesystem::path data_folder();

/// Data made at set-up (coastline): $FAIRLEAD_BUILT_DATA, `../share/fairlead` beside the
/// executable's folder, or the build tree's `share/`.
[[nodiscard]] std::filesystem::path built_data_folder();

} // namespace fairlead
