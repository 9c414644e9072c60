// SPDX-License-Identifier: Apache-2.0
#include "cli/fault_watch.hpp"

#include "cli/exit_code.hpp"
#include "core/io/file_in_hand.hpp"

#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace fairlead::cli {
namespace {

#ifndef __SANITIZE_ADDRESS__

constexpr std::array deadly{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

/// An overflown stack cannot carry the handler.
std::array<char, 16384> last_stack;

/// Only what POSIX allows in a signal handler.
void say(const char* words) noexcept {
    static_cast<void>(!::write(STDERR_FILENO, words, std::strlen(words)));
}

extern "C" void last_words(int /*signal*/) {
    const char* const file = io::FileInHand::name();
    say("fairlead: ");
    if (file != nullptr) {
        say(file);
        say(": is damaged in a way that the library which reads it does not survive\n");
    } else {
        say("fault of the program: ended by the system\n");
    }
    std::_Exit(static_cast<int>(file != nullptr ? ExitCode::bad_input : ExitCode::internal));
}

#endif

} // namespace

void watch_for_faults() noexcept {
    // The write itself then fails (EFBIG), and its caller clears up and says so.
    std::signal(SIGXFSZ, SIG_IGN);
#ifndef __SANITIZE_ADDRESS__
    stack_t stack{};
    stack.ss_sp = last_stack.data();
    stack.ss_size = last_stack.size();
    ::sigaltstack(&stack, nullptr);
    struct sigaction action {};
    action.sa_handler = &last_words;
    action.sa_flags = static_cast<int>(SA_ONSTACK | SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    for (const int signal : deadly) {
        ::sigaction(signal, &action, nullptr);
    }
#endif
}

} // namespace fairlead::cli
