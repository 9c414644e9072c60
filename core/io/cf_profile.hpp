// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Products in netCDF that need more than the CF conventions say. Each is recognised by what the
/// file says of itself; a file that fits none is plain CF.

#include "core/io/cf_dataset.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fairlead::io {

struct CfProfile {
    std::string_view product;
    std::string_view recognised_by; ///< for help and messages
    bool daily_mean = false;        ///< whatever the time of day of its stamps
    /// Thickness is the mean over the cell, open water included: divide by concentration.
    bool thickness_is_cell_mean = false;
    /// Of several arrays of one variable, the one with this prefix.
    std::string_view preferred_prefix;
    /// Array that holds the elevation of the surface, metres, positive up.
    std::string_view elevation_array;
    std::vector<std::string> suspected; ///< said of every file
};

/// The first profile the file fits; plain CF if none.
/// @throws Error (unsupported) if it fits two.
[[nodiscard]] const CfProfile& recognise_cf(const CfDataset& dataset);
[[nodiscard]] const std::vector<CfProfile>& cf_profiles();

} // namespace fairlead::io
