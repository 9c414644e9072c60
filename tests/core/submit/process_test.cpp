// SPDX-License-Identifier: Apache-2.0
#include "core/submit/process.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <csignal>
#include <memory>
#include <stop_token>
#include <thread>

using namespace fairlead;
using Catch::Contains;

namespace {

submit::Ending ending_of_process(submit::Process& process) {
    for (;;) {
        if (const auto ending = process.ending()) {
            return *ending;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

} // namespace

TEST_CASE("process: arguments arrive as they are, outputs are added to the log", "[submit]") {
    const test::ScratchFolder folder;
    const auto log = folder.path() / "log";
    for (const auto* word : {"$HOME 'x' \"y\" *", "two\nlines"}) {
        submit::Process process({"/bin/sh", "-c", "echo \"$1\"; echo bad >&2; exit 3", "sh", word},
                                log);
        const auto ending = ending_of_process(process);
        CHECK(!ending.by_signal);
        CHECK(ending.number == 3);
        CHECK(!ending.is_success());
    }
    CHECK(read_text_file(log) == "$HOME 'x' \"y\" *\nbad\ntwo\nlines\nbad\n");
}

TEST_CASE("process: one that is asked to end says that it was a signal", "[submit]") {
    const test::ScratchFolder folder;
    submit::Process process({"/bin/sleep", "60"}, folder.path() / "log");
    CHECK(!process.ending());
    process.ask_to_end();
    const auto ending = ending_of_process(process);
    CHECK(ending.by_signal);
    CHECK(ending.number == SIGTERM);
}

TEST_CASE("process: answers, and programs that are not there", "[submit]") {
    const auto answer = submit::ask({"/bin/sh", "-c", "echo yes; echo but >&2; exit 1"});
    CHECK(answer.output == "yes\n");
    CHECK(answer.complaint == "but\n");
    CHECK(answer.ending.number == 1);
    CHECK_THROWS_WITH(submit::ask({"/nowhere/program"}),
                      Contains("/nowhere/program: cannot be started"));
    CHECK_THROWS_WITH(submit::Process({"/bin/true"}, "/nowhere/log"),
                      Contains("/nowhere/log: cannot be opened"));
    CHECK(submit::program_on_path("sh"));
    CHECK(!submit::program_on_path("no-such-program-anywhere"));
    CHECK(submit::running_program().is_absolute());
}

TEST_CASE("process: the user need not wait for an answer", "[submit]") {
    const auto stop = std::make_unique<std::stop_source>();
    stop->request_stop();
    const auto before = std::chrono::steady_clock::now();
    CHECK_THROWS_AS(submit::ask({"/bin/sleep", "60"}, Progress(nullptr, stop->get_token())), Error);
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(10));
}
