// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Plans the routes of a study on all cores, and goes on where an earlier run stopped.
///
/// In the study's folder:
///
///     study.toml          the study file as it was when the study began
///     manifest.csv        its routes
///     inputs.csv          every file that they are planned from, with its hash
///     program.txt         the version that plans them
///     journal/i-of-n.jsonl  what became of them, a line each as they are done, by shard
///
/// A route is done when its line is in any journal; which run, thread or shard wrote it makes no
/// difference to the line.

#include "core/base/progress.hpp"
#include "core/io/route_record.hpp"
#include "core/study/manifest.hpp"
#include "core/study/study_watch.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace fairlead::study {

struct RunOptions {
    std::filesystem::path folder;
    std::size_t shard = 1; ///< from 1
    std::size_t shards = 1;
    unsigned threads = 0; ///< 0: as many as the machine has
};

struct RunSummary {
    Tally tally;                 ///< of this shard's routes
    std::size_t done_before = 0; ///< of them, by earlier runs
    bool interrupted = false;    ///< the user stopped it; what is done is kept
};

/// @throws Error (io) for a folder or journal that cannot be written (a full disk: what is done is
///         kept); (invalid_argument) where the folder holds another study, or files that the study
///         reads have changed since it began, naming the file.
[[nodiscard]] RunSummary run(const Manifest& manifest, const RunOptions& options,
                             const Progress& progress = {});

/// Every record of a study folder, in the order of the study, each once.
struct Collected {
    std::vector<io::RouteRecord> records;
    std::vector<std::size_t> missing; ///< numbers of routes that are not done
};
/// @throws Error (io, malformed) naming the file.
[[nodiscard]] Collected collect(const Manifest& manifest, const std::filesystem::path& folder);

} // namespace fairlead::study
