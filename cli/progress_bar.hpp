// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A bar on stderr for work of more than half a second, on a terminal only.

#include "core/base/progress.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace fairlead::cli {

class ProgressBar {
  public:
    /// Silent if stderr is not a terminal, or one that cannot move its cursor (TERM=dumb).
    ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;
    /// Wipes the bar.
    ~ProgressBar();

    /// Reports to this bar, which must outlive it.
    [[nodiscard]] Progress progress(std::stop_token stop);
    /// Wipes the bar, so that something else can be written.
    void clear() noexcept;

    /// One line of exactly `width` columns, up to 80 with a bar; the fraction is in [0, 1]. A text
    /// that is longer than its place beside the bar stands there instead of it.
    [[nodiscard]] static std::string line(double fraction, std::string_view what, int width);

  private:
    void draw(double fraction, std::string_view what);

    using Clock = std::chrono::steady_clock;
    bool enabled_ = false;
    bool shown_ = false;
    int width_ = 80;
    Clock::time_point started_ = Clock::now();
    Clock::time_point drawn_;
};

/// One for the program: what is printed wipes it first, and does not stand behind it.
[[nodiscard]] ProgressBar& the_bar();

} // namespace fairlead::cli
