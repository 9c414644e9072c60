// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Sees a submitted study to its end: starts what is not done, watches, starts again what ended
/// without finishing, merges. The journals say what is done; the engine says what runs.

#include "core/study/study_watch.hpp"
#include "core/submit/engine.hpp"

namespace fairlead::submit {

enum class Finish {
    merged,
    unfinished,  ///< @see Outcome::failures
    interrupted, ///< the user does not want to follow any longer
};

/// A task that is given up.
struct Failure {
    std::size_t shard = 0;      ///< from 1; 0: the merge
    std::string how;            ///< it ended, the last time, in the engine's words
    std::optional<int> refusal; ///< exit code of a program that refused
};

struct Outcome {
    Finish finish = Finish::merged;
    std::vector<Failure> failures; ///< rising shards
};

class Follower {
  public:
    /// Engine and watch must outlive this.
    /// @param retries starts of a task after its first.
    Follower(Engine& engine, study::StudyWatch& watch, std::size_t shards, int retries, Say say);

    /// Starts those shards that are neither done nor active.
    /// @throws Error as Engine does.
    void pick_up(const Progress& progress);
    /// @throws Error (io) where the engine does not answer for ten minutes.
    [[nodiscard]] Outcome follow(const Progress& progress);

  private:
    struct Task {
        int starts = 0; ///< that this program has seen
        bool is_done = false;
        bool is_given_up = false;
        TaskState state;
    };

    void start(const std::vector<std::size_t>& shards);
    [[nodiscard]] bool look(const Progress& progress);
    void judge_shards();
    /// Whether the results are there. @pre every shard is done
    [[nodiscard]] bool judge_merge();
    [[nodiscard]] bool may_start_again(const Task& task) const;
    void show(const Progress& progress) const;
    [[nodiscard]] std::vector<Failure> failures() const;

    Engine& engine_;
    study::StudyWatch& watch_;
    int retries_;
    Say say_;
    std::vector<Task> shards_;
    Task merge_;
    bool merge_is_ours_ = false; ///< what the engine says of a merge is said of this study's state
    std::size_t done_before_ = 0;
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point answered_ = began_;
};

} // namespace fairlead::submit
