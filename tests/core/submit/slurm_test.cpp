// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/submit/slurm_queue.hpp"
#include "core/submit/slurm_script.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace fairlead;
using Catch::Contains;
using submit::Phase;

namespace {

submit::ShardCommands awkward_commands() {
    return {"/opt/fair lead/fairlead", "it's $(a) study.toml", "/data/50% \"sure\" #1", 7, 4};
}

} // namespace

TEST_CASE("slurm: a word of a shell is that word again, whatever is in it", "[submit]") {
    const test::ScratchFolder folder;
    for (const auto* word : {"plain", "", "it's", "$(touch x) `y` \\ \"z\"", "*", "-n"}) {
        const auto answer = submit::ask({"/bin/sh", "-c", "printf %s " + submit::shell_word(word)});
        CHECK(answer.output == word);
    }
}

TEST_CASE("slurm: numbers of an array are written as ranges", "[submit]") {
    CHECK(submit::array_ranges({1, 2, 3, 4}) == "1-4");
    CHECK(submit::array_ranges({3}) == "3");
    CHECK(submit::array_ranges({1, 2, 5, 7, 8, 9}) == "1-2,5,7-9");
}

TEST_CASE("slurm: the script of a shard runs it with every word as it was", "[submit]") {
    const test::ScratchFolder folder;
    auto commands = awkward_commands();
    commands.program = folder.path() / "fair lead"; // prints where it is and what it was given
    write_file_atomically(commands.program, "#!/bin/sh\npwd\nprintf '%s\\n' \"$@\"\n");
    std::filesystem::permissions(commands.program, std::filesystem::perms::owner_all);
    const auto script = folder.path() / "shards.sh";
    write_file_atomically(script, submit::shard_script(commands, {}, folder.path()));
    const auto answer =
        submit::ask({"/usr/bin/env", "SLURM_ARRAY_TASK_ID=3", "/bin/sh", script.string()});
    CHECK(answer.complaint.empty());
    CHECK(answer.output == folder.path().string() +
                               "\nstudy\nrun\nit's $(a) study.toml\n--out\n/data/50% \"sure\" #1\n"
                               "--shard\n3/7\n--threads\n4\n");
}

TEST_CASE("slurm: options of a job stand in its script, quoted as Slurm reads them", "[submit]") {
    const auto commands = awkward_commands();
    const auto script = submit::shard_script(commands, {"long", "12:00:00", "8G"}, "/home/x");
    CHECK_THAT(script,
               Contains("#SBATCH --output=\"/data/50%% \\\"sure\\\" #1/submit/shard-%a.log\"\n"));
    CHECK_THAT(script, Contains("#SBATCH --array=\"1-7\"\n"));
    CHECK_THAT(script, Contains("#SBATCH --cpus-per-task=\"4\"\n"));
    CHECK_THAT(script, Contains("#SBATCH --partition=\"long\"\n#SBATCH --time=\"12:00:00\"\n"
                                "#SBATCH --mem=\"8G\"\n"));
    CHECK_THAT(submit::merge_script(commands, {}, "/home/x"), !Contains("--array"));
    CHECK_THROWS_WITH(submit::shard_options(commands, {"long\n#SBATCH --uid=0", "", ""}),
                      Contains("--partition"));
    auto broken = commands;
    broken.folder = "/data/two\nlines";
    CHECK_THROWS_WITH(submit::shard_options(broken, {}), Contains("the folder"));
    // Jobs of one folder are found by their name, however the folder is written.
    CHECK(submit::job_name("/data/x/../a") == submit::job_name("/data/a"));
    CHECK(submit::job_name("/data/a") != submit::job_name("/data/b"));
}

TEST_CASE("slurm: what the queue says is understood", "[submit]") {
    // As squeue 22.05 wrote it; the exit code is a wait status.
    const auto tasks = submit::parse_queue("12|4|PENDING|0|7 shards|\n"
                                           "12|1|RUNNING|0|7 shards|\n"
                                           "12|2|FAILED|9|7 shards|\n"
                                           "12|3|FAILED|768|7 shards|\n"
                                           "12|5|COMPLETED|0|7 shards|\n"
                                           "12|6|TIMEOUT|0|7 shards|\n"
                                           "13|N/A|PENDING|0|7 shards|\n");
    REQUIRE(tasks.size() == 7);
    const auto states = submit::states_of(tasks, 7);
    CHECK(states.shards[0].phase == Phase::running);
    CHECK(states.shards[1].how == "FAILED, killed by signal 9");
    CHECK(!states.shards[1].refusal);
    CHECK(states.shards[2].how == "FAILED, exit code 3");
    CHECK(states.shards[2].refusal == 3);
    CHECK(states.shards[3].phase == Phase::waiting);
    CHECK(states.shards[4].phase == Phase::done);
    CHECK(states.shards[5].how == "TIMEOUT");
    CHECK(states.shards[5].phase == Phase::ended);
    CHECK(states.shards[6].phase == Phase::unknown);
    CHECK(states.merge.phase == Phase::waiting);
    CHECK(submit::parse_queue("").empty());
    CHECK_THROWS_WITH(submit::parse_queue("slurm_load_jobs error"), Contains("slurm_load_jobs"));
    CHECK_THROWS_WITH(submit::parse_queue("12|x|RUNNING|0|7 shards|"), Contains("12|x|"));
}

TEST_CASE("slurm: of several jobs of a shard the active one counts, or the latest", "[submit]") {
    auto tasks = submit::parse_queue("12|1|RUNNING|0|1 shards|\n"
                                     "15|1|FAILED|9|1 shards|\n"
                                     "14|N/A|CANCELLED|0|1 shards|\n"
                                     "16|N/A|COMPLETED|0|1 shards|\n");
    CHECK(submit::states_of(tasks, 1).shards[0].phase == Phase::running);
    CHECK(submit::states_of(tasks, 1).merge.phase == Phase::done);
    std::reverse(tasks.begin(), tasks.end());
    CHECK(submit::states_of(tasks, 1).shards[0].phase == Phase::running);
    CHECK(submit::states_of(tasks, 1).merge.phase == Phase::done);
}
