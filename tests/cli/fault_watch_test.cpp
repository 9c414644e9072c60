// SPDX-License-Identifier: Apache-2.0
#include "cli/exit_code.hpp"
#include "cli/fault_watch.hpp"
#include "core/io/file_in_hand.hpp"

#include <catch2/catch.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <functional>
#include <string>

using namespace fairlead;

namespace {

struct Ending {
    int exit_code = -1; ///< -1: ended by a signal
    std::string words;
};

/// What a process of its own leaves behind that does this. Not under a sanitizer, which minds
/// faults itself.
[[maybe_unused]] Ending ending_of(const std::function<void()>& deed) {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::dup2(ends[1], STDERR_FILENO);
        cli::watch_for_faults();
        deed();
        ::_exit(0);
    }
    ::close(ends[1]);
    Ending ending;
    std::array<char, 256> block{};
    for (ssize_t count = 0; (count = ::read(ends[0], block.data(), block.size())) > 0;) {
        ending.words.append(block.data(), static_cast<std::size_t>(count));
    }
    ::close(ends[0]);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    ending.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ending;
}

} // namespace

TEST_CASE("fault watch: the file in hand is the innermost, and none in the end", "[cli][fault]") {
    CHECK(io::FileInHand::name() == nullptr);
    const std::string outer = "outer.nc";
    const std::string inner = "inner.nc";
    {
        const io::FileInHand a(outer);
        {
            const io::FileInHand b(inner);
            CHECK(std::string(io::FileInHand::name()) == "inner.nc");
        }
        CHECK(std::string(io::FileInHand::name()) == "outer.nc");
    }
    CHECK(io::FileInHand::name() == nullptr);
}

#ifndef __SANITIZE_ADDRESS__

TEST_CASE("fault watch: a library brought down by a file is that file's fault", "[cli][fault]") {
    for (const int signal : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE}) {
        CAPTURE(signal);
        const auto ending = ending_of([&] {
            const std::string name = "ice.nc";
            const io::FileInHand guard(name);
            ::raise(signal);
        });
        CHECK(ending.exit_code == static_cast<int>(cli::ExitCode::bad_input));
        CHECK_THAT(ending.words, Catch::StartsWith("fairlead: ice.nc: is damaged"));
        CHECK(ending.words.find('\n') == ending.words.size() - 1);
    }
}

TEST_CASE("fault watch: otherwise it is the program's", "[cli][fault]") {
    const auto ending = ending_of([] { ::raise(SIGSEGV); });
    CHECK(ending.exit_code == static_cast<int>(cli::ExitCode::internal));
    CHECK_THAT(ending.words, Catch::StartsWith("fairlead: fault of the program"));
    CHECK(ending_of([] {}).words.empty());
}

#endif
