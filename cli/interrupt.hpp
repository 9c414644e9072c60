// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Ctrl-C. SIGINT and SIGTERM ask the work to stop; work that does not answer within 0.2 s, and
/// a second signal, end the process there and then.

#include <stop_token>
#include <thread>

namespace fairlead::cli {

/// Make one at the start of main, before any other thread: it blocks the two signals in the
/// calling thread, so that they reach only the watching thread.
class InterruptWatch {
  public:
    InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;
    ~InterruptWatch();

    [[nodiscard]] std::stop_token token() const noexcept { return stop_.get_token(); }

  private:
    void watch() noexcept;

    std::stop_source stop_;
    int signals_ = -1; ///< signalfd
    int closing_ = -1; ///< eventfd, written by the destructor
    std::thread watcher_;
};

/// While one exists the process is not ended by force: files are being put in their place.
class UninterruptedWriting {
  public:
    UninterruptedWriting() noexcept;
    UninterruptedWriting(const UninterruptedWriting&) = delete;
    UninterruptedWriting& operator=(const UninterruptedWriting&) = delete;
    ~UninterruptedWriting();
};

} // namespace fairlead::cli
