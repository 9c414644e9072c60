// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A data file as its reader sees it: which of Fairlead's variables it holds, on which grid, at
/// which times, and what had to be put right. Nothing is read but headers until a slice is wanted.

#include "core/env/field.hpp"
#include "core/env/variable.hpp"
#include "core/io/source_files.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::io {

/// One of Fairlead's variables in a file.
struct RasterVariable {
    env::Variable variable = env::Variable::sea_ice_concentration;
    std::string name;          ///< in the file: "F18_ICECON", "band 1"
    std::string unit;          ///< as the file gives it, "" where it does not
    bool unit_assumed = false; ///< the file gives none: then no value may be out of range
    std::string crs;           ///< for people
    std::shared_ptr<const env::HorizontalGrid> grid; ///< the same object for the same grid
    std::vector<env::SliceInfo> slices;              ///< empty: no time of its own, valid always
    std::optional<Duration> step; ///< between slices, where the product defines it (daily: 24 h)
    bool land_is_missing = false; ///< the file does not tell land from missing
    /// Throws Error (io) once the file is no longer the one that was opened.
    env::Field::Loader read;
    std::vector<std::string> corrected; ///< quirks put right and units converted, one sentence each
    std::vector<std::string> suspected; ///< what the user should know and nobody can put right
};

struct RasterFile {
    std::string product; ///< "nsidc-0081-bin"
    std::string format;  ///< for people: "netCDF-4", "GeoTIFF"
    std::vector<RasterVariable> variables;
    /// Why others could not be had; only where no variable was asked for (else it is an Error).
    std::vector<std::string> problems;
    /// What the file says it holds, by its own names, if none of that is a variable known.
    std::vector<std::string> unknown;
    /// What Fairlead understands of these but has no use for, as a clause; mostly "".
    std::string without_use;
};

/// Grids already made, so that the files of a series share one.
class GridCache {
  public:
    using Make = std::function<std::shared_ptr<const env::HorizontalGrid>()>;
    std::shared_ptr<const env::HorizontalGrid> get(const std::string& key, const Make& make) {
        auto& grid = grids_[key];
        if (!grid) {
            grid = make();
        }
        return grid;
    }

  private:
    std::map<std::string, std::shared_ptr<const env::HorizontalGrid>> grids_;
};

struct RasterOptions {
    std::string product; ///< only this one; "": recognise
    std::string unit;    ///< for files that do not give one
    /// The array meant, of a netCDF file that does not say, or has several; only with a variable.
    std::string array;
    /// The variable wanted, where a file may hold one it does not name (a plain GeoTIFF).
    std::optional<env::Variable> variable;
};

/// The products known, for messages and help.
struct ProductInfo {
    std::string_view id;
    std::string_view what; ///< and how it is recognised
};
[[nodiscard]] const std::vector<ProductInfo>& known_products();

/// True if the first bytes are those of a format some reader takes.
[[nodiscard]] bool looks_like_raster(const SourceFile& file);

/// @throws Error (malformed) for a file shorter than its header says or not what it claims to be;
///         (unsupported) for one that no reader, or more than one, takes, naming what was looked
///         for; (io) for one that cannot be read.
[[nodiscard]] RasterFile open_raster(const SourceFile& file, const RasterOptions& options,
                                     GridCache& grids);

} // namespace fairlead::io
