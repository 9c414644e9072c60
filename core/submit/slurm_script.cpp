// SPDX-License-Identifier: Apache-2.0
#include "core/submit/slurm_script.hpp"

#include "core/base/error.hpp"
#include "core/base/hash.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead::submit {
namespace {

constexpr std::size_t name_digits = 12;

void expect_one_line(std::string_view what, std::string_view text) {
    if (std::any_of(text.begin(), text.end(),
                    [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; })) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("{} '{}' has a line end or another control character, which Slurm "
                                "does not take",
                                what, text));
    }
}

/// For Slurm, a per cent sign in a file's name begins a word of its own.
std::string log_pattern(const std::filesystem::path& folder, std::string_view name) {
    std::string pattern;
    for (const char c : std::filesystem::absolute(folder).lexically_normal().string()) {
        pattern += c == '%' ? "%%" : std::string(1, c);
    }
    return fmt::format("{}/{}", pattern, name);
}

/// As Slurm reads the rest of an #SBATCH line.
std::string directive_word(std::string_view option) {
    const auto value = option.find('=') + 1;
    std::string word(option.substr(0, value));
    word += '"';
    for (const char c : option.substr(value)) {
        if (c == '"' || c == '\\') {
            word += '\\';
        }
        word += c;
    }
    return word + '"';
}

void add_wishes(const SlurmWishes& wishes, std::vector<std::string>& options) {
    const auto add = [&](std::string_view flag, std::string_view name, const std::string& value) {
        if (!value.empty()) {
            expect_one_line(flag, value);
            options.push_back(fmt::format("--{}={}", name, value));
        }
    };
    add("--partition", "partition", wishes.partition);
    add("--time", "time", wishes.time);
    add("--memory", "mem", wishes.memory);
}

std::vector<std::string> common_options(const ShardCommands& commands, std::string_view log) {
    expect_one_line("the folder", commands.folder.string());
    return {fmt::format("--job-name={}", job_name(commands.folder)),
            fmt::format("--comment={}", job_comment(commands.shards)),
            fmt::format("--output={}", log_pattern(commands.submit_folder(), log)),
            "--open-mode=append"};
}

/// @param command is the last line, quoted already.
std::string script(std::string_view purpose, const std::vector<std::string>& options,
                   const std::filesystem::path& here, const std::string& command) {
    auto text = fmt::format("#!/bin/sh\n# {}\n", purpose);
    for (const auto& option : options) {
        text += fmt::format("#SBATCH {}\n", directive_word(option));
    }
    return text + fmt::format("cd -- {} || exit 1\nexec {}\n", shell_word(here.string()), command);
}

std::string quoted(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) {
        text += (text.empty() ? "" : " ") + shell_word(word);
    }
    return text;
}

} // namespace

std::string shell_word(std::string_view text) {
    constexpr std::string_view harmless = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                          "0123456789_-./,:=+@";
    if (!text.empty() && text.find_first_not_of(harmless) == std::string_view::npos) {
        return std::string(text);
    }
    std::string word = "'";
    for (const char c : text) {
        word += c == '\'' ? "'\\''" : std::string(1, c);
    }
    return word + "'";
}

std::string array_ranges(const std::vector<std::size_t>& numbers) {
    std::string text;
    for (std::size_t first = 0; first < numbers.size();) {
        std::size_t last = first;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) {
            ++last;
        }
        text += text.empty() ? "" : ",";
        text += first == last ? fmt::format("{}", numbers[first])
                              : fmt::format("{}-{}", numbers[first], numbers[last]);
        first = last + 1;
    }
    return text;
}

std::string job_name(const std::filesystem::path& folder) {
    std::error_code problem; // a folder that is not there yet has its name all the same
    const auto whole = std::filesystem::weakly_canonical(folder, problem);
    return fmt::format("fairlead-{}", sha256_of_text(whole.string()).substr(0, name_digits));
}

std::string job_comment(std::size_t shards) {
    return fmt::format("{} shards", shards);
}

std::vector<std::string> shard_options(const ShardCommands& commands, const SlurmWishes& wishes) {
    auto options = common_options(commands, "shard-%a.log");
    options.push_back(fmt::format("--array=1-{}", commands.shards));
    options.push_back(fmt::format("--cpus-per-task={}", commands.threads));
    add_wishes(wishes, options);
    return options;
}

std::vector<std::string> merge_options(const ShardCommands& commands, const SlurmWishes& wishes) {
    auto options = common_options(commands, "merge.log");
    add_wishes(wishes, options);
    return options;
}

std::string shard_script(const ShardCommands& commands, const SlurmWishes& wishes,
                         const std::filesystem::path& here) {
    // The one thing that the shell is to put in; nothing of the user's is in that word.
    constexpr std::string_view index = "${SLURM_ARRAY_TASK_ID}";
    auto words = commands.of_shard(std::string(index));
    std::string command;
    for (const auto& word : words) {
        command += command.empty() ? "" : " ";
        command += word.starts_with(index) ? fmt::format("\"{}\"", word) : shell_word(word);
    }
    return script("Plans the shards of a study, one a task: sbatch this file.",
                  shard_options(commands, wishes), here, command);
}

std::string merge_script(const ShardCommands& commands, const SlurmWishes& wishes,
                         const std::filesystem::path& here) {
    return script("Makes the results of a study whose shards are done: sbatch this file.",
                  merge_options(commands, wishes), here, quoted(commands.of_merge()));
}

} // namespace fairlead::submit
