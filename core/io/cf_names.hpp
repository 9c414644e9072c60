// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Which netCDF arrays are which of Fairlead's variables: by CF standard name (CF Standard Name
/// Table v83 and its aliases), and for files without standard names by the names their models use.

#include "core/env/variable.hpp"
#include "core/io/cf_dataset.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::io {

/// How an array gives a variable.
struct CfMatch {
    env::Variable variable = env::Variable::sea_ice_concentration;
    std::string array;  ///< the array, or the x part of a vector along the grid
    std::string y_part; ///< "" unless the vector is along the grid
    bool by_standard_name = false;
    bool is_elevation = false; ///< metres, positive up
};

/// True for the standard names of a height above the sea, the negative of depth.
[[nodiscard]] bool is_elevation_name(std::string_view standard_name);

/// The arrays that hold the drift of sea ice (displacements or velocities), by standard name.
[[nodiscard]] std::vector<std::string> ice_drift_arrays(const CfDataset& dataset);

/// Every match there is, standard names before plain names. A depth that says positive = "up" is an
/// elevation, and the other way round.
[[nodiscard]] std::vector<CfMatch> cf_matches(const CfDataset& dataset);

} // namespace fairlead::io
