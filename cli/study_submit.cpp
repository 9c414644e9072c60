// SPDX-License-Identifier: Apache-2.0
#include "cli/study_submit.hpp"

#include "cli/interrupt.hpp"
#include "core/base/error.hpp"
#include "core/study/study_folder.hpp"
#include "core/study/study_watch.hpp"
#include "core/submit/follow.hpp"
#include "core/submit/local_engine.hpp"
#include "core/submit/slurm_engine.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <thread>
#include <utility>

namespace fairlead::cli {
namespace {

constexpr int usual_retries = 2;
constexpr const char* submit_group = "Submitting";

void print_line(const std::string& sentence) {
    print(sentence + '\n');
}

void expect_words_that_fit(const SubmitOptions& options) {
    if (options.engine.empty() || !options.shards) {
        throw UsageError("submit needs --engine and --shards");
    }
    if (options.engine == "slurm") {
        return;
    }
    const auto& wishes = options.wishes;
    const auto* const odd = options.no_follow           ? "--no-follow"
                            : !wishes.partition.empty() ? "--partition"
                            : !wishes.time.empty()      ? "--time"
                            : !wishes.memory.empty()    ? "--memory"
                                                        : nullptr;
    if (odd != nullptr) {
        throw UsageError(fmt::format("{} is for --engine slurm: shards of the local engine are "
                                     "processes of this program",
                                     odd));
    }
}

std::unique_ptr<submit::Engine> make_engine(const SubmitOptions& options,
                                            submit::ShardCommands commands) {
    if (options.engine == "slurm") {
        return std::make_unique<submit::SlurmEngine>(std::move(commands), options.wishes,
                                                     print_line);
    }
    const auto cores = std::max(1U, std::thread::hardware_concurrency());
    const auto at_once = std::max(1U, cores / commands.threads);
    return std::make_unique<submit::LocalEngine>(std::move(commands), at_once);
}

/// What cannot be done: each task with its log, then what is to be done about it.
ExitCode tell_failures(const submit::Outcome& outcome, const submit::ShardCommands& commands,
                       const study::Tally& tally) {
    std::string text;
    for (const auto& failure : outcome.failures) {
        const auto log = failure.shard == 0 ? commands.merge_log()
                                            : commands.shard_log(fmt::format("{}", failure.shard));
        text += fmt::format("{} is not done: {}; log: {}\n",
                            failure.shard == 0
                                ? std::string("the merge")
                                : fmt::format("shard {}/{}", failure.shard, commands.shards),
                            failure.how, log.string());
    }
    print(fmt::format("{}{} of {} routes are done; the same command goes on from here\n", text,
                      tally.done(), tally.wanted));
    const auto refused = std::find_if(outcome.failures.begin(), outcome.failures.end(),
                                      [](const auto& failure) { return failure.refusal; });
    return refused == outcome.failures.end() ? ExitCode::unfinished
                                             : static_cast<ExitCode>(*refused->refusal);
}

} // namespace

void SubmitOptions::define(OptionTable& table) {
    table.value("--engine", engine, "NAME", "slurm, or local: processes of this machine.")
        .one_of({"slurm", "local"})
        .group(submit_group);
    table.value("--shards", shards, "NUMBER", "Parts that the routes are planned in.")
        .between(1, 1e6)
        .group(submit_group);
    table
        .value("--retries", retries, "NUMBER",
               "New starts of a shard that ends without finishing: killed, its node lost, its "
               "time over. Default: 2.")
        .between(0, 100)
        .group(submit_group);
    table
        .flag("--no-follow", no_follow,
              "slurm: returns at once. The same command without this word follows, and starts "
              "again what failed.")
        .group(submit_group);
    table.value("--partition", wishes.partition, "NAME", "slurm: as of sbatch.")
        .group(submit_group);
    table
        .value("--time", wishes.time, "TIME",
               "slurm: limit of each shard as of sbatch, such as 12:00:00.")
        .group(submit_group);
    table
        .value("--memory", wishes.memory, "SIZE",
               "slurm: of each shard as of sbatch --mem, such as 8G.")
        .group(submit_group);
}

bool SubmitOptions::any_given() const {
    return !engine.empty() || shards || retries || no_follow || !wishes.partition.empty() ||
           !wishes.time.empty() || !wishes.memory.empty();
}

ExitCode submit_study(const SubmitOptions& options, const study::Manifest& manifest,
                      const std::string& study, const std::filesystem::path& folder,
                      unsigned threads, const Progress& progress) {
    expect_words_that_fit(options);
    const auto shards = static_cast<std::size_t>(*options.shards);
    if (shards > manifest.routes.size()) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("--shards {} is more than the {} routes of {}", shards,
                                manifest.routes.size(), study));
    }
    const submit::ShardCommands commands{submit::running_program(), study, folder, shards, threads};
    study::begin_study(manifest, folder, progress.sub_range(0.0, 0.0));
    const auto engine = make_engine(options, commands);
    study::StudyWatch watch(manifest, folder, shards);
    submit::Follower follower(*engine, watch, shards, options.retries.value_or(usual_retries),
                              print_line);
    const auto leave = [&] {
        const UninterruptedWriting to_the_end;
        print_line(engine->leave());
    };
    try {
        const UninterruptedWriting jobs_and_their_merge;
        follower.pick_up(progress);
    } catch (const Error& problem) {
        if (problem.code() == ErrorCode::cancelled) {
            leave();
        }
        throw;
    }
    if (options.no_follow) {
        leave();
        return ExitCode::ok;
    }
    const auto outcome = follower.follow(progress);
    if (outcome.finish == submit::Finish::interrupted) {
        leave();
        return ExitCode::interrupted;
    }
    if (outcome.finish == submit::Finish::unfinished) {
        return tell_failures(outcome, commands, watch.tally());
    }
    const auto& tally = watch.tally();
    print(fmt::format("{} of {} routes done: {} found, {} without a way, {} failed\n", tally.done(),
                      tally.wanted, tally.found, tally.without_way, tally.failed));
    print(fmt::format("{}: routes.csv, routes.gpkg and routes.jsonl hold {} routes\n",
                      folder.string(), tally.wanted));
    return ExitCode::ok;
}

} // namespace fairlead::cli
