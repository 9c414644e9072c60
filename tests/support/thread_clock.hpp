// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// How long a thread has worked, whatever else the machine does meanwhile: what must not hold the
/// interface up is held to it.

#include <ctime>

namespace fairlead::test {

class ThreadClock {
  public:
    ThreadClock() : begun_s_(now_s()) {}
    [[nodiscard]] double seconds() const { return now_s() - begun_s_; }

  private:
    static double now_s() {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
    }
    double begun_s_;
};

} // namespace fairlead::test
