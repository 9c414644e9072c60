// SPDX-License-Identifier: Apache-2.0
#include "core/submit/local_engine.hpp"

#include "core/base/contract.hpp"

#include <fmt/format.h>

#include <thread>
#include <utility>

namespace fairlead::submit {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 2s; ///< with processes that were asked to end

TaskState state_after(const Ending& ending) {
    TaskState done;
    done.phase = Phase::done;
    return ending.is_success() ? done : ended_state(ending);
}

} // namespace

LocalEngine::LocalEngine(ShardCommands commands, std::size_t at_once)
    : commands_(std::move(commands)), at_once_(at_once), lock_(commands_.jobs_log()) {
    FAIRLEAD_EXPECTS(at_once >= 1);
    states_.shards.resize(commands_.shards);
}

States LocalEngine::states(const Progress& /*progress*/) {
    for (auto process = running_.begin(); process != running_.end();) {
        if (const auto ending = process->second.ending()) {
            states_.shards[process->first - 1] = state_after(*ending);
            process = running_.erase(process);
        } else {
            ++process;
        }
    }
    while (!waiting_.empty() && running_.size() < at_once_) {
        const auto shard = waiting_.front();
        const auto number = fmt::format("{}", shard);
        running_.emplace(shard, Process(commands_.of_shard(number), commands_.shard_log(number)));
        waiting_.pop_front();
        states_.shards[shard - 1].phase = Phase::running;
    }
    if (merge_) {
        if (const auto ending = merge_->ending()) {
            states_.merge = state_after(*ending);
            merge_.reset();
        }
    }
    return states_;
}

void LocalEngine::start(const std::vector<std::size_t>& shards, bool /*merge_after*/) {
    for (const auto shard : shards) {
        waiting_.push_back(shard);
        states_.shards[shard - 1] = {Phase::waiting, "", std::nullopt};
    }
}

void LocalEngine::start_merge() {
    merge_.emplace(commands_.of_merge(), commands_.merge_log());
    states_.merge = {Phase::running, "", std::nullopt};
}

std::string LocalEngine::leave() {
    for (auto& [shard, process] : running_) {
        process.ask_to_end();
    }
    if (merge_) {
        merge_->ask_to_end();
    }
    const auto deadline = std::chrono::steady_clock::now() + patience;
    const auto any_runs = [this] {
        static_cast<void>(states({}));
        return !running_.empty() || merge_;
    };
    waiting_.clear();
    while (any_runs() && std::chrono::steady_clock::now() < deadline) {
        std::this_thread::sleep_for(5ms);
    }
    return "Stopped; the same command goes on from here.";
}

std::chrono::milliseconds LocalEngine::longest_pause() const noexcept {
    return 200ms;
}

} // namespace fairlead::submit
