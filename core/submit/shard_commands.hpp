// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What the tasks of a submitted study run, and where they leave what they say.
///
///     submit/shard-i.log, submit/merge.log   outputs of every start, one after the other
///     submit/jobs.log                        what was given to the engine; locked while followed

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace fairlead::submit {

/// As the user wrote study and folder, so that a task reads and writes what `study run` would.
struct ShardCommands {
    std::filesystem::path program; ///< absolute
    std::string study;
    std::filesystem::path folder;
    std::size_t shards = 1;
    unsigned threads = 1;

    /// @param index from 1, as text: a number, or what a shell puts in its place.
    [[nodiscard]] std::vector<std::string> of_shard(const std::string& index) const;
    [[nodiscard]] std::vector<std::string> of_merge() const;
    [[nodiscard]] std::filesystem::path submit_folder() const;
    /// @param shard from 1, as text: a number, or what the engine puts in its place.
    [[nodiscard]] std::filesystem::path shard_log(const std::string& shard) const;
    [[nodiscard]] std::filesystem::path merge_log() const;
    [[nodiscard]] std::filesystem::path jobs_log() const;
};

} // namespace fairlead::submit
