// SPDX-License-Identifier: Apache-2.0
#include "core/submit/slurm_engine.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace fairlead::submit {
namespace {

using namespace std::chrono_literals;

constexpr const char* shard_script_name = "shards.sh";
constexpr const char* merge_script_name = "merge.sh";

std::string slurm_program(const std::string& name) {
    const auto program = program_on_path(name);
    if (!program) {
        throw Error(ErrorCode::not_found,
                    fmt::format("{} is not on the PATH, so there is no Slurm to submit to; "
                                "--engine local plans the shards on this machine",
                                name));
    }
    return program->string();
}

/// @throws Error (io) in the program's own words.
std::string answer_of(const std::vector<std::string>& words, const Progress& progress = {}) {
    auto answer = ask(words, progress);
    if (answer.ending.is_success()) {
        return std::move(answer.output);
    }
    auto complaint = std::string(trim(answer.complaint));
    std::replace(complaint.begin(), complaint.end(), '\n', ';');
    throw Error(ErrorCode::io,
                fmt::format("Slurm refuses: {}", complaint.empty()
                                                     ? words.front() + " fails without a word"
                                                     : complaint));
}

std::vector<std::string> joined(std::vector<std::string> first,
                                const std::vector<std::string>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

} // namespace

SlurmEngine::SlurmEngine(ShardCommands commands, SlurmWishes wishes, Say say)
    : commands_(std::move(commands)), wishes_(std::move(wishes)), say_(std::move(say)),
      sbatch_(slurm_program("sbatch")), squeue_(slurm_program("squeue")),
      scancel_(slurm_program("scancel")), jobs_(commands_.jobs_log()) {
    const auto here = std::filesystem::current_path();
    write_files_together(
        {{commands_.submit_folder() / shard_script_name, shard_script(commands_, wishes_, here)},
         {commands_.submit_folder() / merge_script_name, merge_script(commands_, wishes_, here)}});
}

States SlurmEngine::states(const Progress& progress) {
    tasks_ = parse_queue(
        answer_of(joined({squeue_}, queue_question(job_name(commands_.folder))), progress));
    const auto comment = job_comment(commands_.shards);
    for (const auto& task : tasks_) {
        if (task.state.is_active() && task.comment != comment) {
            throw Error(ErrorCode::invalid_argument,
                        fmt::format("{}: job {} plans it in {} now, not in {}; follow it with that "
                                    "number of --shards, or end it with scancel {}",
                                    commands_.folder.string(), task.job, task.comment, comment,
                                    task.job));
        }
    }
    return states_of(tasks_, commands_.shards);
}

void SlurmEngine::start(const std::vector<std::size_t>& shards, bool merge_after) {
    std::string dependency = "afterok";
    for (const auto& task : tasks_) {
        if (task.shard > 0 && task.state.is_active()) {
            dependency += fmt::format(":{}_{}", task.job, task.shard);
        }
    }
    if (!shards.empty()) {
        const auto ranges = array_ranges(shards);
        const auto job =
            submit(joined(shard_options(commands_, wishes_), {"--array=" + ranges}),
                   shard_script_name, fmt::format("shards {} of {}", ranges, commands_.shards));
        dependency += ":" + job;
    }
    cancel_merge();
    if (merge_after) {
        submit_merge(dependency);
    }
}

void SlurmEngine::start_merge() {
    cancel_merge();
    submit_merge("");
}

std::string SlurmEngine::submit(const std::vector<std::string>& options, std::string_view script,
                                const std::string& what) {
    const auto words = joined({sbatch_, "--parsable"}, options);
    const auto file = std::filesystem::absolute(commands_.submit_folder() / script);
    const auto answer = answer_of(joined(words, {file.string()}));
    auto job = split(trim(answer), ';').front(); // a cluster's name may follow
    const auto sentence = fmt::format("job {}: {}", job, what);
    jobs_.append(sentence + '\n');
    jobs_.sync();
    say_(sentence);
    return job;
}

/// After a shard that failed there is nothing to merge: then Slurm takes the job off its queue.
void SlurmEngine::submit_merge(const std::string& dependency) {
    auto options = merge_options(commands_, wishes_);
    if (!dependency.empty()) {
        options.push_back("--dependency=" + dependency);
        options.emplace_back("--kill-on-invalid-dep=yes");
    }
    static_cast<void>(submit(options, merge_script_name, "merge"));
}

void SlurmEngine::cancel_merge() {
    for (const auto& task : tasks_) {
        if (task.shard == 0 && task.state.is_active()) {
            // It may be gone by itself in the meantime.
            static_cast<void>(ask({scancel_, fmt::format("{}", task.job)}));
        }
    }
}

std::string SlurmEngine::leave() {
    return fmt::format("The jobs go on; the same command follows them again, and scancel --name={} "
                       "ends them.",
                       job_name(commands_.folder));
}

std::chrono::milliseconds SlurmEngine::longest_pause() const noexcept {
    return 10s;
}

} // namespace fairlead::submit
