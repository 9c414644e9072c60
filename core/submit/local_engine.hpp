// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Shards as processes of this machine, at most so many at a time as its cores have room for.

#include "core/study/journal.hpp"
#include "core/submit/engine.hpp"
#include "core/submit/shard_commands.hpp"

#include <deque>
#include <map>

namespace fairlead::submit {

class LocalEngine final : public Engine {
  public:
    /// @param at_once processes, at least 1. @throws Error (io) naming what cannot be written, or
    ///        that the study is being followed already.
    LocalEngine(ShardCommands commands, std::size_t at_once);

    [[nodiscard]] States states(const Progress& progress) override;
    void start(const std::vector<std::size_t>& shards, bool merge_after) override;
    void start_merge() override;
    std::string leave() override;
    [[nodiscard]] std::chrono::milliseconds longest_pause() const noexcept override;

  private:
    ShardCommands commands_;
    std::size_t at_once_;
    study::Journal lock_;
    std::deque<std::size_t> waiting_;
    std::map<std::size_t, Process> running_;
    std::optional<Process> merge_;
    States states_;
};

} // namespace fairlead::submit
