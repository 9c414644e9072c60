// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What a study keeps on disk, and what comes of it: @see run.hpp for the files while it runs.
///
///     routes.jsonl   every record, in the order of the study, one JSON object a line
///     routes.csv     the same as a table, without the lines
///     routes.gpkg    the same as map layers: routes, failures
///
/// Bytes depend on the study and its inputs alone, not on threads, shards or interruptions.

#include "core/base/progress.hpp"
#include "core/io/route_record.hpp"
#include "core/study/manifest.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace fairlead::study {

struct InputFile {
    std::string path;
    std::uintmax_t bytes = 0;
    std::string sha256;
};

/// Every file that the routes are planned from, rising by path: scenarios, what they read, ships.
/// What cannot be opened is left to the routes that need it.
[[nodiscard]] std::vector<InputFile> inputs_of(const Manifest& manifest,
                                               const Progress& progress = {});

/// Writes what a study begins with; where the folder holds it already, compares.
/// @throws Error (io) naming what cannot be written; (invalid_argument) where the folder holds
///         another study or an input has changed since.
void begin_study(const Manifest& manifest, const std::filesystem::path& folder,
                 const Progress& progress = {});

/// @throws Error (io) naming the file that cannot be written; none is then left half written.
void write_results(const std::vector<io::RouteRecord>& records,
                   const std::filesystem::path& folder);

[[nodiscard]] std::filesystem::path journal_folder(const std::filesystem::path& folder);
[[nodiscard]] std::filesystem::path journal_file(const std::filesystem::path& folder,
                                                 std::size_t shard, std::size_t shards);
/// The copy of the study file.
[[nodiscard]] std::filesystem::path study_file(const std::filesystem::path& folder);

} // namespace fairlead::study
