// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Vessels from TOML files; the format is in docs/vessels.md. Strict: an unknown key, a missing or
/// impossible value is an Error that names file, line and key.

#include "core/vessel/vessel.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::io {

/// @throws Error (not_found, io, malformed, invalid_argument) in one sentence.
[[nodiscard]] vessel::Vessel read_vessel_file(const std::filesystem::path& file);
/// As read_vessel_file, for text already in memory; `file` stands for it in errors and as source.
[[nodiscard]] vessel::Vessel parse_vessel(std::string_view text, const std::string& file);

/// A path (with a '/' or ending in ".toml"), or the name of a file of data_folder()/vessels
/// without its suffix, in any case.
/// @throws Error (not_found) with the name that may be meant; else as read_vessel_file.
[[nodiscard]] std::shared_ptr<const vessel::Vessel> find_vessel(const std::string& name_or_path);

struct VesselListing {
    std::string id; ///< what find_vessel takes
    std::shared_ptr<const vessel::Vessel> vessel;
};

/// All vessels of data_folder()/vessels, strongest ice class first, then by id.
[[nodiscard]] std::vector<VesselListing> list_vessels();

} // namespace fairlead::io
