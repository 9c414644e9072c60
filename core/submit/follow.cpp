// SPDX-License-Identifier: Apache-2.0
#include "core/submit/follow.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>
#include <utility>

namespace fairlead::submit {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto first_pause = 100ms;
constexpr double pause_growth = 1.5;
constexpr auto patience_with_engine = 10min;

/// Ends early where the user wants to stop.
void wait(std::chrono::milliseconds pause, const Progress& progress) {
    const auto until = Clock::now() + pause;
    while (Clock::now() < until && !progress.stop_requested()) {
        std::this_thread::sleep_for(20ms);
    }
}

std::string how_it_ended(const TaskState& state) {
    return state.phase == Phase::unknown ? "no longer known" : state.how;
}

} // namespace

Follower::Follower(Engine& engine, study::StudyWatch& watch, std::size_t shards, int retries,
                   Say say)
    : engine_(engine), watch_(watch), retries_(retries), say_(std::move(say)), shards_(shards) {}

void Follower::pick_up(const Progress& progress) {
    const auto states = engine_.states(progress);
    watch_.look();
    done_before_ = watch_.tally().done();
    std::vector<std::size_t> todo;
    for (std::size_t i = 0; i < shards_.size(); ++i) {
        auto& task = shards_[i];
        task.state = states.shards[i];
        task.is_done = !task.state.is_active() && watch_.is_done(i + 1);
        task.starts = task.is_done ? 0 : 1;
        if (!task.is_done && !task.state.is_active()) {
            todo.push_back(i + 1);
        }
    }
    merge_is_ours_ = states.merge.is_active();
    const auto count = [this](const auto& holds) {
        return std::count_if(shards_.begin(), shards_.end(), holds);
    };
    const auto done = count([](const Task& task) { return task.is_done; });
    const auto active = count([](const Task& task) { return task.state.is_active(); });
    if (done + active > 0) {
        say_(fmt::format("picked up: of {} shards {} are done, {} run or wait", shards_.size(),
                         done, active));
    }
    if (!todo.empty() || (active > 0 && !merge_is_ours_)) {
        start(todo);
    }
}

void Follower::start(const std::vector<std::size_t>& shards) {
    const bool may_be_merged = std::none_of(shards_.begin(), shards_.end(),
                                            [](const Task& task) { return task.is_given_up; });
    engine_.start(shards, may_be_merged);
    merge_is_ours_ = may_be_merged;
    for (const auto shard : shards) {
        shards_[shard - 1].state = {Phase::waiting, "", std::nullopt};
    }
}

Outcome Follower::follow(const Progress& progress) {
    std::chrono::milliseconds pause = first_pause;
    for (;;) {
        if (progress.stop_requested()) {
            return {Finish::interrupted, {}};
        }
        const bool changed = look(progress);
        judge_shards();
        const bool settled = std::all_of(shards_.begin(), shards_.end(), [](const Task& task) {
            return task.is_done || task.is_given_up;
        });
        if (settled) {
            auto given_up = failures();
            if (given_up.empty() && judge_merge()) {
                return {Finish::merged, {}};
            }
            given_up = failures();
            if (!given_up.empty()) {
                return {Finish::unfinished, std::move(given_up)};
            }
        }
        show(progress);
        const auto longer =
            std::chrono::duration_cast<std::chrono::milliseconds>(pause * pause_growth);
        pause = changed ? first_pause : std::min(longer, engine_.longest_pause());
        wait(pause, progress);
    }
}

/// @return whether a task is in another phase than before.
bool Follower::look(const Progress& progress) {
    try {
        const auto states = engine_.states(progress);
        watch_.look(); // after the states: of a shard that has ended every line is there
        answered_ = Clock::now();
        bool changed = states.merge.phase != merge_.state.phase;
        for (std::size_t i = 0; i < shards_.size(); ++i) {
            changed = changed || states.shards[i].phase != shards_[i].state.phase;
            shards_[i].state = states.shards[i];
        }
        merge_.state = states.merge;
        return changed;
    } catch (const Error& problem) {
        const bool may_pass =
            problem.code() == ErrorCode::cancelled ||
            (problem.code() == ErrorCode::io && Clock::now() - answered_ < patience_with_engine);
        if (!may_pass) {
            throw;
        }
        return false;
    }
}

bool Follower::may_start_again(const Task& task) const {
    return !task.state.refusal && task.starts <= retries_;
}

void Follower::judge_shards() {
    std::vector<std::size_t> again;
    bool is_merge_in_vain = false;
    for (std::size_t i = 0; i < shards_.size(); ++i) {
        auto& task = shards_[i];
        if (task.is_done || task.is_given_up || task.state.is_active()) {
            continue;
        }
        if (task.state.phase == Phase::done || watch_.is_done(i + 1)) {
            task.is_done = true;
        } else if (may_start_again(task)) {
            say_(fmt::format("shard {}/{} ended without finishing ({}); start {} of {}", i + 1,
                             shards_.size(), how_it_ended(task.state), task.starts + 1,
                             retries_ + 1));
            ++task.starts;
            again.push_back(i + 1);
        } else {
            task.is_given_up = true;
            is_merge_in_vain = merge_is_ours_;
        }
    }
    if (!again.empty() || is_merge_in_vain) {
        start(again);
    }
}

bool Follower::judge_merge() {
    if (merge_.state.is_active()) {
        return false;
    }
    if (merge_is_ours_ && merge_.state.phase == Phase::done) {
        return true;
    }
    // What an earlier program's merge ended with says nothing of this one.
    if (merge_.starts > 0 && !may_start_again(merge_)) {
        merge_.is_given_up = true;
        return false;
    }
    engine_.start_merge();
    ++merge_.starts;
    merge_is_ours_ = true;
    return false;
}

void Follower::show(const Progress& progress) const {
    const auto count = [this](const auto& holds) {
        return std::count_if(shards_.begin(), shards_.end(), holds);
    };
    const auto in = [&](Phase phase) {
        return count([phase](const Task& task) {
            return !task.is_done && !task.is_given_up && task.state.phase == phase;
        });
    };
    const auto& tally = watch_.tally();
    const std::chrono::duration<double> elapsed = Clock::now() - began_;
    progress.report(
        static_cast<double>(tally.done()) / static_cast<double>(tally.wanted),
        fmt::format("{}{} shards: {} waiting, {} running, {} done, {} failed; {}",
                    Clock::now() - answered_ > 2 * engine_.longest_pause() ? "no answer; " : "",
                    shards_.size(), in(Phase::waiting), in(Phase::running),
                    count([](const Task& task) { return task.is_done; }),
                    count([](const Task& task) { return task.is_given_up; }),
                    study::progress_words(tally, done_before_, elapsed.count())));
}

std::vector<Failure> Follower::failures() const {
    std::vector<Failure> given_up;
    const auto add = [&](std::size_t shard, const Task& task) {
        if (task.is_given_up) {
            given_up.push_back({shard, how_it_ended(task.state), task.state.refusal});
        }
    };
    add(0, merge_);
    for (std::size_t i = 0; i < shards_.size(); ++i) {
        add(i + 1, shards_[i]);
    }
    return given_up;
}

} // namespace fairlead::submit
