// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The batch scripts that a study gives to Slurm. They lie in its folder and may be submitted by
/// hand as they are.

#include "core/submit/shard_commands.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fairlead::submit {

/// What a site or a study needs of Slurm; "" leaves it to the site.
struct SlurmWishes {
    std::string partition;
    std::string time;   ///< of a shard, as of sbatch --time
    std::string memory; ///< of a shard, as of sbatch --mem
};

/// One word for a POSIX shell, whatever is in it.
[[nodiscard]] std::string shell_word(std::string_view text);
/// "1-3,5": rising numbers as of sbatch --array.
[[nodiscard]] std::string array_ranges(const std::vector<std::size_t>& numbers);
/// As jobs of one study folder are called, and no others.
[[nodiscard]] std::string job_name(const std::filesystem::path& folder);
/// What the jobs say of themselves: in how many shards they plan the study.
[[nodiscard]] std::string job_comment(std::size_t shards);

/// Options of sbatch, "--name=value" each; the same stand in the script. On the command line they
/// also win over the user's environment.
/// @throws Error (invalid_argument) for a value, or a folder, that no script can name in one line.
[[nodiscard]] std::vector<std::string> shard_options(const ShardCommands& commands,
                                                     const SlurmWishes& wishes);
[[nodiscard]] std::vector<std::string> merge_options(const ShardCommands& commands,
                                                     const SlurmWishes& wishes);
/// @param here folder that the words of the command are seen from.
[[nodiscard]] std::string shard_script(const ShardCommands& commands, const SlurmWishes& wishes,
                                       const std::filesystem::path& here);
[[nodiscard]] std::string merge_script(const ShardCommands& commands, const SlurmWishes& wishes,
                                       const std::filesystem::path& here);

} // namespace fairlead::submit
