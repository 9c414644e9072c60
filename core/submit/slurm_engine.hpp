// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Shards as tasks of array jobs of Slurm, and the merge as a job that waits for them. The queue
/// itself is what this engine knows by, so that a study is found again by any later program.

#include "core/study/journal.hpp"
#include "core/submit/engine.hpp"
#include "core/submit/shard_commands.hpp"
#include "core/submit/slurm_queue.hpp"
#include "core/submit/slurm_script.hpp"

namespace fairlead::submit {

class SlurmEngine final : public Engine {
  public:
    /// @throws Error (not_found) where Slurm's programs are not on the PATH; (io) naming what
    /// cannot
    ///         be written, or that the study is being followed already.
    SlurmEngine(ShardCommands commands, SlurmWishes wishes, Say say);

    /// @throws Error (invalid_argument) where jobs plan the study in another number of shards.
    [[nodiscard]] States states(const Progress& progress) override;
    void start(const std::vector<std::size_t>& shards, bool merge_after) override;
    void start_merge() override;
    std::string leave() override;
    [[nodiscard]] std::chrono::milliseconds longest_pause() const noexcept override;

  private:
    /// @return the number of the job.
    [[nodiscard]] std::string submit(const std::vector<std::string>& options,
                                     std::string_view script, const std::string& what);
    void submit_merge(const std::string& dependency);
    void cancel_merge();

    ShardCommands commands_;
    SlurmWishes wishes_;
    Say say_;
    std::string sbatch_;
    std::string squeue_;
    std::string scancel_;
    study::Journal jobs_;
    std::vector<QueuedTask> tasks_; ///< at the last look
};

} // namespace fairlead::submit
