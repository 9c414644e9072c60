// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What Fairlead sees in data files, and what is wrong with them: for people, before they trust
/// a file with a ship.

#include "core/base/progress.hpp"
#include "core/env/variable.hpp"
#include "core/io/raster_file.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fairlead::io {

/// One variable of a file or series.
struct VariableReport {
    env::Variable variable = env::Variable::sea_ice_concentration;
    std::string name; ///< in the file
    std::string unit; ///< in the file, "" where it gives none
    std::string grid;
    std::string crs;
    std::string product;
    std::size_t files = 0;
    std::vector<std::string> times;           ///< ISO 8601, in order; empty: no time
    std::vector<std::string> gaps;            ///< holes in the series
    double valid_share = 0.0;                 ///< usable nodes of all nodes, over all times
    std::map<std::string, double> flag_share; ///< by quality name, unusable ones
    std::optional<double> minimum;            ///< in the variable's unit; none: no usable value
    std::optional<double> maximum;
    std::vector<std::string> corrected;
    std::vector<std::string> suspected;
};

struct FileReport {
    std::string name;
    std::string format; ///< "netCDF classic", "122 files", ...
    std::uint64_t bytes = 0;
    std::vector<VariableReport> variables;
    std::vector<std::string> problems; ///< what could not be read and why
};

/// @param source a file, a folder, a glob or an archive, as in expand_sources. All values are read.
/// @param options the variable to look at alone, and to take a raster for that does not say what it
///        holds; its array and its unit, where the file does not say.
/// @throws Error as open_raster for a single file that cannot be read at all; of a series, files
///         that cannot be read are problems of the report.
[[nodiscard]] FileReport inspect_file(const std::string& source,
                                      const std::filesystem::path& base_folder = {},
                                      const RasterOptions& options = {},
                                      const Progress& progress = {});

/// One JSON object with all reports; its keys are in docs/user-guide.md.
[[nodiscard]] std::string inspect_json(const std::vector<FileReport>& reports);

/// Lines for a terminal.
[[nodiscard]] std::string to_text(const FileReport& report);

} // namespace fairlead::io
