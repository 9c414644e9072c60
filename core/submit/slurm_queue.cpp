// SPDX-License-Identifier: Apache-2.0
#include "core/submit/slurm_queue.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <tuple>

namespace fairlead::submit {
namespace {

constexpr std::size_t columns = 5;

template <std::size_t count>
bool is_one_of(std::string_view state, const std::array<std::string_view, count>& states) {
    return std::find(states.begin(), states.end(), state) != states.end();
}

Phase phase_of(std::string_view state) {
    constexpr std::array<std::string_view, 7> waiting{
        "PENDING",      "CONFIGURING",   "REQUEUED",    "REQUEUE_FED",
        "REQUEUE_HOLD", "RESV_DEL_HOLD", "SPECIAL_EXIT"};
    constexpr std::array<std::string_view, 9> ended{"BOOT_FAIL", "CANCELLED", "DEADLINE",
                                                    "FAILED",    "NODE_FAIL", "OUT_OF_MEMORY",
                                                    "PREEMPTED", "REVOKED",   "TIMEOUT"};
    if (state == "COMPLETED") {
        return Phase::done;
    }
    if (is_one_of(state, ended)) {
        return Phase::ended;
    }
    // RUNNING, COMPLETING, SUSPENDED, and whatever is neither waiting nor over.
    return is_one_of(state, waiting) ? Phase::waiting : Phase::running;
}

template <class Number>
std::optional<Number> whole_number(const std::string& text) {
    Number number = 0;
    const auto* end = text.data() + text.size();
    const auto [stopped, problem] = std::from_chars(text.data(), end, number);
    return problem == std::errc() && stopped == end ? std::optional(number) : std::nullopt;
}

/// Of one task: nobody of two is both active and the later one.
bool counts_more(const QueuedTask& a, const QueuedTask& b) {
    return std::tuple(a.state.is_active(), a.job) > std::tuple(b.state.is_active(), b.job);
}

} // namespace

std::vector<std::string> queue_question(const std::string& name) {
    return {"--me",           "--noheader",
            "--array",        "--states=all",
            "--name=" + name, "--Format=ArrayJobID:|,ArrayTaskID:|,State:|,exit_code:|,Comment:|"};
}

std::vector<QueuedTask> parse_queue(std::string_view answer) {
    std::vector<QueuedTask> tasks;
    for (const auto& line : split(answer, '\n')) {
        if (trim(line).empty()) {
            continue;
        }
        const auto fields = split(trim(line), '|');
        const auto job = whole_number<std::uint64_t>(fields.front());
        const auto status = fields.size() >= columns ? whole_number<int>(fields[3]) : std::nullopt;
        const auto shard = fields.size() < columns ? std::nullopt
                           : fields[1] == "N/A"    ? std::optional<std::size_t>(0)
                                                   : whole_number<std::size_t>(fields[1]);
        if (!job || !shard || !status) {
            throw Error(ErrorCode::malformed,
                        fmt::format("squeue: '{}' is not a line that it should write", line));
        }
        QueuedTask task{*job, *shard, fields[4], {}};
        task.state.phase = phase_of(fields[2]);
        if (task.state.phase == Phase::ended) {
            task.state = ended_state(ending_of(*status), fields[2]);
        }
        tasks.push_back(std::move(task));
    }
    return tasks;
}

States states_of(const std::vector<QueuedTask>& tasks, std::size_t shards) {
    std::vector<const QueuedTask*> latest(shards + 1, nullptr);
    for (const auto& task : tasks) {
        if (task.shard <= shards &&
            (latest[task.shard] == nullptr || counts_more(task, *latest[task.shard]))) {
            latest[task.shard] = &task;
        }
    }
    States states;
    states.shards.resize(shards);
    for (std::size_t i = 0; i <= shards; ++i) {
        if (latest[i] != nullptr) {
            (i == 0 ? states.merge : states.shards[i - 1]) = latest[i]->state;
        }
    }
    return states;
}

} // namespace fairlead::submit
