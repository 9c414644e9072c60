// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What squeue says of the jobs of one study. Slurm remembers a job for some minutes after its end
/// (MinJobAge), and every state is found here whoever submitted it.
/// Source: squeue(1) of Slurm 22.05, "JOB STATE CODES".

#include "core/submit/engine.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::submit {

/// One line of the queue: a task of an array, or the merge.
struct QueuedTask {
    std::uint64_t job = 0;
    std::size_t shard = 0; ///< from 1; 0: the merge
    std::string comment;   ///< of its job
    TaskState state;
};

/// @param name of the jobs.
[[nodiscard]] std::vector<std::string> queue_question(const std::string& name);
/// @throws Error (malformed) for a line that is not one of the answer to that question.
[[nodiscard]] std::vector<QueuedTask> parse_queue(std::string_view answer);
/// What counts of several jobs that had the same shard: the active one, or else the latest.
[[nodiscard]] States states_of(const std::vector<QueuedTask>& tasks, std::size_t shards);

} // namespace fairlead::submit
