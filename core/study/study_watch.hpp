// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// How far a study is, from the journals of whoever works at it.

#include "core/study/journal.hpp"
#include "core/study/manifest.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

namespace fairlead::study {

/// Routes that are done, by what became of them.
struct Tally {
    std::size_t wanted = 0;
    std::size_t found = 0;
    std::size_t without_way = 0;
    std::size_t failed = 0;

    [[nodiscard]] std::size_t done() const noexcept { return found + without_way + failed; }
    /// @param status of a record.
    void count(const std::string& status) noexcept;
};

/// "12 of 744 routes, 3 without a way, 0 failed; 2.5 a second, 5 min left".
/// @param before routes that were done when the clock began.
[[nodiscard]] std::string progress_words(const Tally& tally, std::size_t before, double seconds);

class StudyWatch {
  public:
    StudyWatch(const Manifest& manifest, const std::filesystem::path& folder, std::size_t shards);
    /// Reads on. @throws Error (io) naming a journal that cannot be read.
    void look();
    [[nodiscard]] const Tally& tally() const noexcept { return tally_; }
    /// @param shard from 1.
    [[nodiscard]] bool is_done(std::size_t shard) const { return missing_[shard - 1] == 0; }

  private:
    JournalReader reader_;
    std::unordered_multimap<std::string, std::size_t> shard_by_id_; ///< of what is not done
    std::vector<std::size_t> missing_;                              ///< routes by shard
    Tally tally_;
};

} // namespace fairlead::study
