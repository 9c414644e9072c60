// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// One layer from what the user named: a number, files, globs, folders or archives. Files of one
/// product become one field in time; holes in the series are known gaps.

#include "core/env/environment.hpp"
#include "core/route/provenance.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fairlead::io {

/// What may stand in for the circle around the pole that no satellite sees.
enum class PoleHoleRule {
    leave,   ///< unknown stays unknown
    nearest, ///< the nearest value outside the hole
    value,   ///< LayerOptions::pole_hole_value
};

struct LayerOptions {
    std::filesystem::path base_folder; ///< relative names start here
    std::string product;               ///< only this product; "": recognised from the file
    std::string unit;                  ///< for files that do not give one
    std::string unit_said_by;          ///< how the user says that unit, for errors; mostly ""
    std::string array; ///< of a netCDF file; "": the one that says it is the variable
    /// Land and coast nodes within so many cells of a usable one take its value; 0: none do;
    /// nothing: 3, but no farther than 100 km. Not for depth. (Routes keep off land by the
    /// coastline, not by these flags.)
    std::optional<int> coast_reach_cells = {};
    PoleHoleRule pole_hole = PoleHoleRule::leave;
    double pole_hole_value = 0.0; ///< in the variable's unit
    std::string climatology;      ///< source of the layer used beyond the data; "" for none
};

struct LoadedLayer {
    env::Layer layer;
    std::vector<route::DataSource> sources;   ///< one per file on disk, in order
    std::vector<std::filesystem::path> files; ///< on disk, that are read; each once
    std::string product;                      ///< "constant" for a number
    std::vector<std::string> notes;           ///< what was converted, corrected, filled
    std::vector<std::string> warnings;        ///< gaps, doubts
};

/// @param source as in `--layer VARIABLE=SOURCE`: FILE[,FILE...] or NUMBER.
/// @throws Error naming the file: see expand_sources, open_raster; (unsupported) if the files do
///         not hold the variable; (malformed) if they do not fit together: two products, two grids,
///         the same time twice; (out_of_range) for a number the variable cannot have.
[[nodiscard]] LoadedLayer open_layer(env::Variable variable, const std::string& source,
                                     const LayerOptions& options = {});

} // namespace fairlead::io
