// SPDX-License-Identifier: Apache-2.0
#include "cli/interrupt.hpp"

#include "cli/exit_code.hpp"
#include "core/base/error.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace fairlead::cli {
namespace {

constexpr int patience_ms = 200;

std::atomic<int> writers = 0;

[[noreturn]] void end_by_force() noexcept {
    while (writers.load() > 0) {
        ::usleep(1000);
    }
    constexpr std::string_view words = "\nfairlead: stopped by the user\n";
    static_cast<void>(::write(STDERR_FILENO, words.data(), words.size()));
    std::_Exit(static_cast<int>(ExitCode::interrupted));
}

} // namespace

InterruptWatch::InterruptWatch() {
    sigset_t watched;
    sigemptyset(&watched);
    sigaddset(&watched, SIGINT);
    sigaddset(&watched, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &watched, nullptr);
    signals_ = ::signalfd(-1, &watched, SFD_CLOEXEC);
    closing_ = ::eventfd(0, EFD_CLOEXEC);
    if (signals_ < 0 || closing_ < 0) {
        throw Error(ErrorCode::io, "the system gives no descriptor to watch for Ctrl-C");
    }
    watcher_ = std::thread([this] { watch(); });
}

InterruptWatch::~InterruptWatch() {
    constexpr std::uint64_t one = 1;
    if (::write(closing_, &one, sizeof one) == sizeof one) {
        watcher_.join();
    } else {
        watcher_.detach();
    }
    ::close(signals_);
    ::close(closing_);
}

void InterruptWatch::watch() noexcept {
    std::array<pollfd, 2> waiting{pollfd{signals_, POLLIN, 0}, pollfd{closing_, POLLIN, 0}};
    for (;;) {
        const int timeout = stop_.stop_requested() ? patience_ms : -1;
        const int ready = ::poll(waiting.data(), waiting.size(), timeout);
        if (ready < 0 && errno == EINTR) {
            continue;
        }
        if ((waiting[1].revents & POLLIN) != 0) {
            return;
        }
        if (stop_.stop_requested()) { // the patience is over, or a second signal
            end_by_force();
        }
        signalfd_siginfo signal{};
        if (::read(signals_, &signal, sizeof signal) == sizeof signal) {
            stop_.request_stop();
        }
    }
}

UninterruptedWriting::UninterruptedWriting() noexcept {
    ++writers;
}
UninterruptedWriting::~UninterruptedWriting() {
    --writers;
}

} // namespace fairlead::cli
