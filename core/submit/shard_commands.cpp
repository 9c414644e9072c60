// SPDX-License-Identifier: Apache-2.0
#include "core/submit/shard_commands.hpp"

#include <fmt/format.h>

namespace fairlead::submit {

std::vector<std::string> ShardCommands::of_shard(const std::string& index) const {
    return {program.string(),
            "study",
            "run",
            study,
            "--out",
            folder.string(),
            "--shard",
            fmt::format("{}/{}", index, shards),
            "--threads",
            fmt::format("{}", threads)};
}

std::vector<std::string> ShardCommands::of_merge() const {
    return {program.string(), "study", "merge", study, "--out", folder.string()};
}

std::filesystem::path ShardCommands::submit_folder() const {
    return folder / "submit";
}

std::filesystem::path ShardCommands::shard_log(const std::string& shard) const {
    return submit_folder() / fmt::format("shard-{}.log", shard);
}

std::filesystem::path ShardCommands::merge_log() const {
    return submit_folder() / "merge.log";
}

std::filesystem::path ShardCommands::jobs_log() const {
    return submit_folder() / "jobs.log";
}

} // namespace fairlead::submit
