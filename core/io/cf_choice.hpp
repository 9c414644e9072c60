// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Which of a netCDF file's arrays gives a variable: the one that says so, the one the user names,
/// or, where the file says nothing of what it holds, its only one.

#include "core/io/cf_dataset.hpp"
#include "core/io/cf_names.hpp"
#include "core/io/cf_profile.hpp"
#include "core/io/raster_file.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fairlead::io {

struct CfChoice {
    CfMatch match;
    bool said_by_user = false; ///< the file itself does not say that it is the variable
    std::vector<std::string> notes;
    std::vector<std::string> doubts;
};

/// @param matches all of the file.
/// @return nothing if no array is the variable.
/// @throws Error (not_found) for a named array that is not there; (unsupported) for one that says
///         it is something else, and, where the variable was asked for, if several may be it.
[[nodiscard]] std::optional<CfChoice> choose_array(const CfDataset& dataset,
                                                   const std::vector<CfMatch>& matches,
                                                   const CfProfile& profile, env::Variable variable,
                                                   const RasterOptions& options, GridCache& grids);

} // namespace fairlead::io
