// SPDX-License-Identifier: Apache-2.0
#include "core/study/study_watch.hpp"

#include "core/io/route_record.hpp"
#include "core/study/study_folder.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead::study {
namespace {

std::string time_left(double seconds) {
    return seconds < 90.0 ? fmt::format("{:.0f} s left", seconds)
                          : fmt::format("{:.0f} min left", seconds / 60.0);
}

} // namespace

void Tally::count(const std::string& status) noexcept {
    ++(status == "ok" ? found : status == "no_route" ? without_way : failed);
}

std::string progress_words(const Tally& tally, std::size_t before, double seconds) {
    const auto done = tally.done();
    const double rate = static_cast<double>(done - before) / std::max(seconds, 1e-3);
    const auto left = static_cast<double>(tally.wanted - done);
    return fmt::format("{} of {} routes, {} without a way, {} failed; {:.1f} a second, {}", done,
                       tally.wanted, tally.without_way, tally.failed, rate,
                       rate > 0.0 ? time_left(left / rate) : std::string("time left unknown"));
}

StudyWatch::StudyWatch(const Manifest& manifest, const std::filesystem::path& folder,
                       std::size_t shards)
    : reader_(journal_folder(folder)), missing_(shards, 0) {
    tally_.wanted = manifest.routes.size();
    for (std::size_t shard = 1; shard <= shards; ++shard) {
        for (const auto route : shard_of(manifest, shard, shards)) {
            shard_by_id_.emplace(manifest.routes[route].id, shard);
            ++missing_[shard - 1];
        }
    }
}

void StudyWatch::look() {
    reader_.read([this](std::string_view line) {
        const auto record = io::parse_route_record(line);
        if (!record) {
            return;
        }
        // A study may ask the same twice.
        const auto [first, last] = shard_by_id_.equal_range(record->id);
        for (auto route = first; route != last; ++route) {
            --missing_[route->second - 1];
            tally_.count(record->status);
        }
        shard_by_id_.erase(first, last);
    });
}

} // namespace fairlead::study
