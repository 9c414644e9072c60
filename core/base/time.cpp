// SPDX-License-Identifier: Apache-2.0
#include "core/base/time.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <string>

namespace fairlead {
namespace {

/// A cursor over the text: every reader either consumes or says no.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    [[nodiscard]] std::optional<int> digits(std::size_t count) {
        if (rest_.size() < count) {
            return std::nullopt;
        }
        int value = 0;
        for (const char c : rest_.substr(0, count)) {
            if (c < '0' || c > '9') {
                return std::nullopt;
            }
            value = value * 10 + (c - '0');
        }
        rest_.remove_prefix(count);
        return value;
    }
    bool accept(char wanted) {
        if (rest_.empty() || rest_.front() != wanted) {
            return false;
        }
        rest_.remove_prefix(1);
        return true;
    }
    void skip_digits() {
        while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') {
            rest_.remove_prefix(1);
        }
    }
    [[nodiscard]] bool done() const { return rest_.empty(); }

  private:
    std::string_view rest_;
};

struct ClockTime {
    int hour = 0;
    int minute = 0;
    int second = 0;
};

/// What is wrong with a date that is written as dates are. @pre !date.ok()
std::string not_in_calendar(const std::chrono::year_month_day& date) {
    static constexpr const char* months[] = {"January",   "February", "March",    "April",
                                             "May",       "June",     "July",     "August",
                                             "September", "October",  "November", "December"};
    const auto month = static_cast<unsigned>(date.month());
    if (!date.month().ok()) {
        return fmt::format("there is no month {:02}", month);
    }
    const std::chrono::year_month_day_last last{date.year() / date.month() / std::chrono::last};
    return fmt::format("{} {:04} has the days 1 to {}", months[month - 1],
                       static_cast<int>(date.year()), static_cast<unsigned>(last.day()));
}

/// @param wrong what is wrong with a time that is written as times are.
std::optional<ClockTime> scan_clock(Scanner& in, std::string& wrong) {
    ClockTime clock;
    const auto hour = in.digits(2);
    if (!hour || !in.accept(':')) {
        return std::nullopt;
    }
    const auto minute = in.digits(2);
    if (!minute) {
        return std::nullopt;
    }
    clock.hour = *hour;
    clock.minute = *minute;
    if (in.accept(':')) {
        const auto second = in.digits(2);
        if (!second) {
            return std::nullopt;
        }
        clock.second = *second;
        if (in.accept('.')) {
            in.skip_digits();
        }
    }
    if (clock.hour > 23 || clock.minute > 59 || clock.second > 59) {
        wrong = "hours go to 23, minutes and seconds to 59";
        return std::nullopt;
    }
    return clock;
}

/// Offset of the written zone from UTC, or nothing if there is none that can be read.
std::optional<std::chrono::minutes> scan_zone(Scanner& in) {
    if (in.done() || in.accept('Z') || in.accept('z')) {
        return std::chrono::minutes{0};
    }
    const bool east = in.accept('+');
    if (!east && !in.accept('-')) {
        return std::nullopt;
    }
    const auto hours = in.digits(2);
    in.accept(':');
    const auto minutes = in.digits(2);
    if (!hours || !minutes || *hours > 14 || *minutes > 59) {
        return std::nullopt;
    }
    const std::chrono::minutes offset{*hours * 60 + *minutes};
    return east ? offset : -offset;
}

/// @param wrong what is wrong with a text that is written as it should be; else untouched.
std::optional<Instant> scan_instant(std::string_view text, std::string& wrong) {
    Scanner in(text);
    const auto year = in.digits(4);
    if (!year || !in.accept('-')) {
        return std::nullopt;
    }
    const auto month = in.digits(2);
    if (!month || !in.accept('-')) {
        return std::nullopt;
    }
    const auto day = in.digits(2);
    if (!day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) {
        wrong = not_in_calendar(date);
        return std::nullopt;
    }
    ClockTime clock;
    std::chrono::minutes zone{0};
    if (!in.done()) {
        if (!in.accept('T') && !in.accept('t') && !in.accept(' ')) {
            return std::nullopt;
        }
        const auto scanned = scan_clock(in, wrong);
        const auto offset = scanned ? scan_zone(in) : std::nullopt;
        if (!offset || !in.done()) {
            return std::nullopt;
        }
        clock = *scanned;
        zone = *offset;
    }
    return Instant{std::chrono::sys_days{date}} + std::chrono::hours{clock.hour} +
           std::chrono::minutes{clock.minute} + std::chrono::seconds{clock.second} - zone;
}

} // namespace

Instant parse_instant(std::string_view text, std::string_view what) {
    std::string wrong;
    if (const auto instant = scan_instant(text, wrong)) {
        return *instant;
    }
    if (!wrong.empty()) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("{} '{}' is no date and time: {}", what, text, wrong));
    }
    throw Error(ErrorCode::invalid_argument,
                fmt::format("{} '{}' is not an ISO 8601 date and time such as 2018-07-15T06:00Z",
                            what, text));
}

std::string format_instant(Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{instant - day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

std::string format_instant_short(Instant instant) {
    return format_instant_beside(instant, instant);
}

std::string format_instant_beside(Instant instant, Instant other) {
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const std::chrono::year_month_day other_date{std::chrono::floor<std::chrono::days>(other)};
    const std::chrono::hh_mm_ss clock{instant - day};
    const auto year = date.year() == other_date.year()
                          ? std::string()
                          : fmt::format(" {:04}", static_cast<int>(date.year()));
    return fmt::format("{:02} {}{} {:02}:{:02}Z", static_cast<unsigned>(date.day()),
                       months[static_cast<unsigned>(date.month()) - 1], year, clock.hours().count(),
                       clock.minutes().count());
}

Instant operator+(Instant instant, Duration elapsed) noexcept {
    return instant + std::chrono::seconds{std::llround(elapsed.in_seconds())};
}

std::string format_duration(Duration duration) {
    const double hours = duration.in_hours();
    if (hours < 48.0) {
        return fmt::format("{:.1f} h", hours);
    }
    // Rounded to tenths of an hour first, so that 23.97 h never prints as "24.0 h" beside a day.
    const auto tenths = std::llround(hours * 10.0);
    return fmt::format("{} d {:.1f} h", tenths / 240, static_cast<double>(tenths % 240) / 10.0);
}

} // namespace fairlead
