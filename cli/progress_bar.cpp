// SPDX-License-Identifier: Apache-2.0
#include "cli/progress_bar.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace fairlead::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto quiet_at_first = 500ms;
constexpr auto between_drawings = 80ms;
constexpr int label_width = 30;
constexpr int widest = 80;

void write_to_stderr(std::string_view text) noexcept {
    static_cast<void>(!::write(STDERR_FILENO, text.data(), text.size()));
}

} // namespace

ProgressBar::ProgressBar() {
    const char* terminal = std::getenv("TERM");
    enabled_ =
        ::isatty(STDERR_FILENO) == 1 && terminal != nullptr && std::string_view(terminal) != "dumb";
    winsize size{};
    if (enabled_ && ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        // One column stays free: some terminals break the line when the last one is written.
        width_ = size.ws_col - 1;
    }
}

ProgressBar::~ProgressBar() {
    clear();
}

Progress ProgressBar::progress(std::stop_token stop) {
    return {[this](double fraction, std::string_view what) { draw(fraction, what); },
            std::move(stop)};
}

void ProgressBar::clear() noexcept {
    if (shown_) {
        write_to_stderr("\r\033[K");
        shown_ = false;
    }
}

std::string ProgressBar::line(double fraction, std::string_view what, int width) {
    const auto percent = fmt::format(" {:3.0f} %", std::floor(fraction * 100.0));
    if (what.size() > label_width && width > label_width) { // the words say more than the bar
        const auto room = static_cast<std::size_t>(width) - percent.size();
        return fmt::format("{:<{}}{}", what.substr(0, room), room, percent);
    }
    const auto label = what.substr(0, label_width);
    const int cells = std::min(width, widest) - label_width - 3 - static_cast<int>(percent.size());
    if (cells < 4) {
        return fmt::format("{:<{}}", percent, std::max(width, 0))
            .substr(0, static_cast<std::size_t>(std::max(width, 0)));
    }
    const auto full = static_cast<std::size_t>(fraction * cells);
    return fmt::format("{:<{}} [{}{}]{}", label, label_width, std::string(full, '='),
                       std::string(static_cast<std::size_t>(cells) - full, ' '), percent);
}

void ProgressBar::draw(double fraction, std::string_view what) {
    const auto now = Clock::now();
    if (!enabled_ || now - started_ < quiet_at_first || now - drawn_ < between_drawings) {
        return;
    }
    drawn_ = now;
    shown_ = true;
    write_to_stderr("\r" + line(fraction, what, width_) + "\033[K");
}

} // namespace fairlead::cli
