// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What runs the shards of a study: it starts them and says how they fare. Whether one that ended
/// is started again is not its business: @see follow.hpp.

#include "core/submit/process.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fairlead::submit {

/// `unknown`: never started, or so long ago that the engine does not remember.
enum class Phase { unknown, waiting, running, done, ended };

struct TaskState {
    Phase phase = Phase::unknown;
    std::string how; ///< ended: in the engine's words, "TIMEOUT", "killed by signal 9"
    /// Ended by the program itself, with the exit code of an input that is wrong or of a fault:
    /// another start would end the same.
    std::optional<int> refusal;

    [[nodiscard]] bool is_active() const noexcept {
        return phase == Phase::waiting || phase == Phase::running;
    }
};

struct States {
    std::vector<TaskState> shards;
    TaskState merge;
};

/// The state of a task whose program has ended.
/// @param how in the engine's words; "" where the ending itself says it all.
[[nodiscard]] TaskState ended_state(const Ending& ending, const std::string& how = "");

/// One sentence for the user, without line end.
using Say = std::function<void(const std::string& sentence)>;

class Engine {
  public:
    Engine() = default;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    virtual ~Engine() = default;

    /// Of all shards, and of the merge.
    /// @throws Error (io) where the engine does not answer; (cancelled).
    [[nodiscard]] virtual States states(const Progress& progress) = 0;
    /// @param shards      numbers from 1, none of them active; may be none.
    /// @param merge_after an engine that outlives this program is to merge once these and those
    ///                    that were active at the last look are done; others wait for start_merge.
    ///                    Without it, a merge that waits is taken back.
    /// @throws Error (io) in the engine's words.
    virtual void start(const std::vector<std::size_t>& shards, bool merge_after) = 0;
    /// All shards are done.
    virtual void start_merge() = 0;
    /// The user does not follow any longer: ends what cannot go on without this program.
    /// @return what goes on, how to follow it again, how to end it.
    virtual std::string leave() = 0;
    /// Between two looks, where nothing happens.
    [[nodiscard]] virtual std::chrono::milliseconds longest_pause() const noexcept = 0;
};

} // namespace fairlead::submit
