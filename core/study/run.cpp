// SPDX-License-Identifier: Apache-2.0
#include "core/study/run.hpp"

#include "core/base/error.hpp"
#include "core/base/stopwatch.hpp"
#include "core/study/group_planner.hpp"
#include "core/study/journal.hpp"
#include "core/study/study_folder.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

namespace fairlead::study {
namespace {

/// A line is safe from the death of the program at once, and from that of the machine after so
/// long.
constexpr double between_syncs_ms = 2000.0;
/// As many that one thread can make the next group ready while the others go on.
constexpr std::size_t routes_in_flight_per_thread = 16;

/// Groups that are being planned: made when the first of their routes comes or shortly before, gone
/// with the last.
class GroupShelf {
  public:
    /// @param ready_before a group is made when so many routes of the one before it are left.
    GroupShelf(const Manifest& manifest, const std::vector<std::size_t>& routes,
               std::size_t ready_before)
        : manifest_(manifest), commons_(manifest.file), ready_before_(ready_before),
          left_(manifest.groups.size(), 0), after_(manifest.groups.size()) {
        std::optional<std::size_t> before;
        for (const auto route : routes) {
            const auto group = manifest.routes[route].group;
            if (left_[group]++ == 0) {
                if (before) {
                    after_[*before] = group;
                }
                before = group;
            }
        }
    }

    std::shared_ptr<const GroupPlanner> get(std::size_t group, const Progress& progress) {
        std::shared_ptr<Slot> slot;
        {
            const std::scoped_lock lock(shelf_);
            auto& known = slots_[group];
            if (!known) {
                known = std::make_shared<Slot>();
            }
            slot = known;
        }
        const std::scoped_lock lock(slot->making);
        if (!slot->planner) {
            slot->planner =
                std::make_shared<const GroupPlanner>(manifest_, group, commons_, progress);
        }
        return slot->planner;
    }

    /// To be called once for each route, when it is done.
    /// @return the group to make now, so that nobody will have to wait for it.
    [[nodiscard]] std::optional<std::size_t> release(std::size_t group) {
        const std::scoped_lock lock(shelf_);
        const auto left = --left_[group];
        if (left == 0) {
            slots_.erase(group);
        }
        return left == ready_before_ ? after_[group] : std::nullopt;
    }

  private:
    struct Slot {
        std::mutex making;
        std::shared_ptr<const GroupPlanner> planner;
    };

    const Manifest& manifest_;
    Commons commons_;
    std::mutex shelf_;
    std::map<std::size_t, std::shared_ptr<Slot>> slots_;
    std::size_t ready_before_;
    std::vector<std::size_t> left_;                 ///< routes by group
    std::vector<std::optional<std::size_t>> after_; ///< by group: the next one
};

/// One line: done, without a way, failed, routes a second, time left.
class ProgressLine {
  public:
    ProgressLine(const Progress& progress, const RunSummary& summary)
        : progress_(progress), summary_(summary), before_(summary.done_before) {}

    void show() const {
        const auto& tally = summary_.tally;
        progress_.report(static_cast<double>(tally.done()) / static_cast<double>(tally.wanted),
                         progress_words(tally, before_, watch_.elapsed_ms() / 1000.0));
    }

  private:
    const Progress& progress_;
    const RunSummary& summary_;
    std::size_t before_;
    Stopwatch watch_;
};

/// No status: not done.
struct Answer {
    std::string status;
    std::string line;
};

/// Plans the routes; each answer is written in the order of the list.
void plan_all(const Manifest& manifest, const std::vector<std::size_t>& todo, unsigned threads,
              Journal& journal, const Progress& progress, RunSummary& summary) {
    const std::size_t in_flight = routes_in_flight_per_thread * threads;
    GroupShelf shelf(manifest, todo, in_flight);
    // Reports come from the writing stage alone; the planning ones only hear the wish to stop.
    const auto silent = progress.silent();
    const ProgressLine line(progress, summary);
    line.show();
    Stopwatch since_sync;
    std::size_t next = 0;
    // As many routes are under way at a time, and they end in the order they begin: each finds its
    // place free. What passes through the pipeline itself is lost where a stage throws.
    std::vector<Answer> under_way(in_flight);
    const auto place_of = [&](std::size_t turn) -> Answer& {
        return under_way[turn % under_way.size()];
    };

    const auto take = [&](tbb::flow_control& flow) -> std::size_t {
        if (next == todo.size() || progress.stop_requested()) {
            flow.stop();
            return 0;
        }
        return next++;
    };
    const auto answer = [&](std::size_t turn) {
        const auto& route = manifest.routes[todo[turn]];
        place_of(turn) = {};
        try {
            const auto record = shelf.get(route.group, silent)->plan(route, silent);
            place_of(turn) = {record.status, io::route_record_line(record)};
            if (const auto next_group = shelf.release(route.group)) {
                shelf.get(*next_group, silent);
            }
        } catch (const Error& problem) {
            if (problem.code() != ErrorCode::cancelled) { // else the next run does it
                throw;
            }
        }
        return turn;
    };
    const auto write = [&](std::size_t turn) {
        const auto& done = place_of(turn);
        if (done.status.empty()) {
            return;
        }
        journal.append(done.line);
        summary.tally.count(done.status);
        if (since_sync.elapsed_ms() > between_syncs_ms) {
            journal.sync();
            since_sync = Stopwatch();
        }
        line.show();
    };
    tbb::task_arena arena(static_cast<int>(threads));
    arena.execute([&] {
        tbb::parallel_pipeline(
            in_flight,
            tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, take) &
                tbb::make_filter<std::size_t, std::size_t>(tbb::filter_mode::parallel, answer) &
                tbb::make_filter<std::size_t, void>(tbb::filter_mode::serial_in_order, write));
    });
    journal.sync();
    summary.interrupted = progress.stop_requested();
}

/// From every journal. A line that does not parse is passed over: its route is planned again.
template <class Take>
void for_each_record(const std::filesystem::path& folder, const Take& take) {
    JournalReader(journal_folder(folder)).read([&](std::string_view line) {
        if (auto record = io::parse_route_record(line)) {
            take(std::move(*record));
        }
    });
}

} // namespace

RunSummary run(const Manifest& manifest, const RunOptions& options, const Progress& progress) {
    begin_study(manifest, options.folder, progress.sub_range(0.0, 0.0));
    Journal journal(journal_file(options.folder, options.shard, options.shards));
    const auto mine = shard_of(manifest, options.shard, options.shards);
    RunSummary summary;
    summary.tally.wanted = mine.size();
    std::unordered_map<std::string, std::string> status_by_id;
    for_each_record(options.folder, [&](const io::RouteRecord& record) {
        status_by_id.emplace(record.id, record.status);
    });
    std::vector<std::size_t> todo;
    for (const auto route : mine) {
        const auto done = status_by_id.find(manifest.routes[route].id);
        if (done == status_by_id.end()) {
            todo.push_back(route);
        } else {
            summary.tally.count(done->second);
            ++summary.done_before;
        }
    }
    if (!todo.empty()) {
        const auto threads = options.threads > 0
                                 ? options.threads
                                 : static_cast<unsigned>(tbb::info::default_concurrency());
        plan_all(manifest, todo, threads, journal, progress, summary);
    }
    return summary;
}

Collected collect(const Manifest& manifest, const std::filesystem::path& folder) {
    std::unordered_map<std::string, io::RouteRecord> by_id;
    for_each_record(folder, [&](io::RouteRecord record) {
        const auto id = record.id;
        by_id.emplace(id, std::move(record));
    });
    Collected collected;
    for (const auto& route : manifest.routes) {
        const auto found = by_id.find(route.id);
        if (found == by_id.end()) {
            collected.missing.push_back(route.number);
            continue;
        }
        collected.records.push_back(std::move(found->second));
        collected.records.back().number = route.number;
    }
    return collected;
}

} // namespace fairlead::study
