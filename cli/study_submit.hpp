// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// `fairlead study submit`: a study's shards given to an engine, followed, and merged.

#include "cli/command.hpp"
#include "core/study/manifest.hpp"
#include "core/submit/slurm_script.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace fairlead::cli {

struct SubmitOptions {
    std::string engine;
    std::optional<int> shards;
    std::optional<int> retries;
    submit::SlurmWishes wishes;
    bool no_follow = false;

    void define(OptionTable& table);
    [[nodiscard]] bool any_given() const;
};

/// @param study   as the user wrote it.
/// @param threads of each shard.
/// @throws Error, UsageError
[[nodiscard]] ExitCode submit_study(const SubmitOptions& options, const study::Manifest& manifest,
                                    const std::string& study, const std::filesystem::path& folder,
                                    unsigned threads, const Progress& progress);

} // namespace fairlead::cli
