// SPDX-License-Identifier: Apache-2.0
#include "core/submit/follow.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/io/route_record.hpp"
#include "core/io/study_file.hpp"
#include "core/study/manifest.hpp"
#include "core/study/study_folder.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <map>

using namespace fairlead;
using Catch::Contains;
using submit::Phase;
using submit::TaskState;

namespace {

constexpr std::size_t shard_count = 3;

submit::TaskState in(Phase phase) {
    return {phase, "", std::nullopt};
}

submit::TaskState killed() {
    return submit::ended_state({true, 9});
}

submit::TaskState refused() {
    return submit::ended_state({false, 3});
}

/// Tasks end as a script says: at each look after a start, the next of its endings.
class ScriptedEngine final : public submit::Engine {
  public:
    std::map<std::size_t, std::vector<TaskState>> endings; ///< by shard; 0: the merge; none: done
    submit::States now{std::vector<TaskState>(shard_count), {}};
    std::vector<std::vector<std::size_t>> started;
    std::vector<bool> merges_after;
    int merges = 0;
    int silent_looks = 0;

    submit::States states(const Progress& /*progress*/) override {
        if (silent_looks > 0) {
            --silent_looks;
            throw Error(ErrorCode::io, "nobody answers");
        }
        const auto before = now;
        for (std::size_t i = 0; i < shard_count; ++i) {
            advance(i + 1, now.shards[i]);
        }
        advance(0, now.merge);
        return before;
    }
    void start(const std::vector<std::size_t>& shards, bool merge_after) override {
        started.push_back(shards);
        merges_after.push_back(merge_after);
        for (const auto shard : shards) {
            now.shards[shard - 1] = in(Phase::waiting);
        }
    }
    void start_merge() override {
        ++merges;
        now.merge = in(Phase::running);
    }
    std::string leave() override { return "left"; }
    std::chrono::milliseconds longest_pause() const noexcept override {
        return std::chrono::milliseconds(1);
    }

  private:
    void advance(std::size_t task, TaskState& state) {
        if (state.phase == Phase::waiting) {
            state = in(Phase::running);
        } else if (state.phase == Phase::running) {
            auto& script = endings[task];
            state = script.empty() ? in(Phase::done) : script.front();
            if (!script.empty()) {
                script.erase(script.begin());
            }
        }
    }
};

/// A study of six routes, of which none is planned here.
struct Fixture {
    test::ScratchFolder folder;
    study::Manifest manifest = manifest_in(folder.path());
    study::StudyWatch watch{manifest, folder.path(), shard_count};
    ScriptedEngine engine;
    std::vector<std::string> said;

    static study::Manifest manifest_in(const std::filesystem::path& folder) {
        write_file_atomically(folder / "study.toml", R"(
scenarios = ["sea.toml"]
ships = ["arc7_lng_carrier"]
[departures]
from = 2025-01-01
until = 2025-01-06
[[voyage]]
from = "75,0"
to = "80,5"
)");
        return study::make_manifest(io::read_study(folder / "study.toml"));
    }

    submit::Outcome follow(int retries, const Progress& progress = {}) {
        submit::Follower follower(engine, watch, shard_count, retries,
                                  [this](const std::string& text) { said.push_back(text); });
        follower.pick_up(progress);
        return follower.follow(progress);
    }

    void write_journal_of(std::size_t shard) const {
        std::string lines;
        for (const auto route : study::shard_of(manifest, shard, shard_count)) {
            io::RouteRecord record;
            record.number = manifest.routes[route].number;
            record.id = manifest.routes[route].id;
            record.departure = manifest.routes[route].departure;
            record.status = "no_route";
            record.failure = io::RouteFailure{};
            lines += io::route_record_line(record);
        }
        std::filesystem::create_directories(study::journal_folder(folder.path()));
        write_file_atomically(study::journal_file(folder.path(), shard, shard_count), lines);
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "follow: an undisturbed study is started once and merged", "[submit]") {
    CHECK(follow(2).finish == submit::Finish::merged);
    CHECK(engine.started == std::vector<std::vector<std::size_t>>{{1, 2, 3}});
    CHECK(engine.merges == 1);
    CHECK(said.empty());
}

TEST_CASE_METHOD(Fixture, "follow: what was killed is started again, alone", "[submit]") {
    engine.endings[2] = {killed(), killed()};
    CHECK(follow(2).finish == submit::Finish::merged);
    CHECK(engine.started == std::vector<std::vector<std::size_t>>{{1, 2, 3}, {2}, {2}});
    REQUIRE(said.size() == 2);
    CHECK(said[1] == "shard 2/3 ended without finishing (killed by signal 9); start 3 of 3");
}

TEST_CASE_METHOD(Fixture, "follow: not more often than asked for, and nothing is merged",
                 "[submit]") {
    engine.endings[2] = {killed(), killed(), killed()};
    engine.endings[3] = {killed()};
    const auto outcome = follow(1);
    CHECK(outcome.finish == submit::Finish::unfinished);
    REQUIRE(outcome.failures.size() == 1);
    CHECK(outcome.failures[0].shard == 2);
    CHECK(outcome.failures[0].how == "killed by signal 9");
    CHECK(!outcome.failures[0].refusal);
    CHECK(engine.merges == 0);
}

TEST_CASE_METHOD(Fixture, "follow: a program that refused its input is not asked again",
                 "[submit]") {
    engine.endings[1] = {refused()};
    engine.endings[3] = {in(Phase::running), killed()};
    const auto outcome = follow(5);
    CHECK(outcome.finish == submit::Finish::unfinished);
    REQUIRE(outcome.failures.size() == 1);
    CHECK(outcome.failures[0].shard == 1);
    CHECK(outcome.failures[0].refusal == 3);
    // The others are seen to their end, but there is nothing to merge.
    CHECK(engine.started == std::vector<std::vector<std::size_t>>{{1, 2, 3}, {}, {3}});
    CHECK(engine.merges_after == std::vector<bool>{true, false, false});
}

TEST_CASE_METHOD(Fixture, "follow: picks up what runs, what failed before and what is done",
                 "[submit]") {
    write_journal_of(1);
    engine.now.shards = {TaskState{}, in(Phase::running), refused()};
    CHECK(follow(0).finish == submit::Finish::merged);
    CHECK(engine.started == std::vector<std::vector<std::size_t>>{{3}});
    CHECK(watch.tally().without_way == 2);
    CHECK(said == std::vector<std::string>{"picked up: of 3 shards 1 are done, 1 run or wait"});
}

TEST_CASE_METHOD(Fixture, "follow: of a study that is done only the merge is left", "[submit]") {
    for (std::size_t shard = 1; shard <= shard_count; ++shard) {
        write_journal_of(shard);
    }
    engine.now.merge = refused(); // of an earlier day
    CHECK(follow(0).finish == submit::Finish::merged);
    CHECK(engine.started.empty());
    CHECK(engine.merges == 1);
}

TEST_CASE_METHOD(Fixture, "follow: a merge that runs already is not started again", "[submit]") {
    engine.now = {std::vector(shard_count, in(Phase::running)), in(Phase::waiting)};
    CHECK(follow(0).finish == submit::Finish::merged);
    CHECK(engine.started.empty());
    CHECK(engine.merges == 0);
}

TEST_CASE_METHOD(Fixture, "follow: shards that run without a merge behind them get one",
                 "[submit]") {
    engine.now = {std::vector(shard_count, in(Phase::running)), {}};
    CHECK(follow(0).finish == submit::Finish::merged);
    CHECK(engine.started == std::vector<std::vector<std::size_t>>{{}});
    CHECK(engine.merges_after == std::vector<bool>{true});
}

TEST_CASE_METHOD(Fixture, "follow: a merge that is killed is started again, then given up",
                 "[submit]") {
    engine.endings[0] = {killed(), killed()};
    const auto outcome = follow(1);
    CHECK(outcome.finish == submit::Finish::unfinished);
    REQUIRE(outcome.failures.size() == 1);
    CHECK(outcome.failures[0].shard == 0);
    CHECK(engine.merges == 2);
}

TEST_CASE_METHOD(Fixture, "follow: a shard whose state is forgotten is judged by its journal",
                 "[submit]") {
    engine.endings[2] = {TaskState{}, TaskState{}};
    engine.endings[3] = {TaskState{}};
    write_journal_of(3);
    engine.now.shards[2] = in(Phase::running);
    CHECK(follow(2).finish == submit::Finish::merged);
    CHECK(engine.started == std::vector<std::vector<std::size_t>>{{1, 2}, {2}, {2}});
    CHECK_THAT(said[1], Contains("no longer known"));
}

TEST_CASE_METHOD(Fixture, "follow: an engine that is silent for a while is waited for",
                 "[submit]") {
    submit::Follower follower(engine, watch, shard_count, 0, [](const std::string&) {});
    follower.pick_up({});
    engine.silent_looks = 5;
    CHECK(follower.follow({}).finish == submit::Finish::merged);
}

TEST_CASE_METHOD(Fixture, "follow: says how many shards wait, run, are done and failed",
                 "[submit]") {
    engine.endings[2] = {refused()};
    std::vector<std::string> lines;
    const Progress progress([&](double, std::string_view what) { lines.emplace_back(what); },
                            std::stop_token());
    CHECK(follow(0, progress).finish == submit::Finish::unfinished);
    REQUIRE(!lines.empty());
    CHECK_THAT(lines.front(), Contains("3 shards: 3 waiting, 0 running, 0 done, 0 failed; "
                                       "0 of 6 routes"));
    CHECK_THAT(lines[1], Contains("0 waiting, 3 running"));
}

TEST_CASE_METHOD(Fixture, "follow: the user may stop following", "[submit]") {
    engine.endings[1] = std::vector(1000, in(Phase::running));
    std::stop_source stop;
    const Progress progress([&](double, std::string_view) { stop.request_stop(); },
                            stop.get_token());
    CHECK(follow(0, progress).finish == submit::Finish::interrupted);
}
