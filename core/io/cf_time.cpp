// SPDX-License-Identifier: Apache-2.0
#include "core/io/cf_time.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <regex>

namespace fairlead::io {
namespace {

std::optional<double> seconds_in(const std::string& unit) {
    if (unit == "s" || unit == "sec" || unit == "secs" || unit == "second" || unit == "seconds") {
        return 1.0;
    }
    if (unit == "min" || unit == "mins" || unit == "minute" || unit == "minutes") {
        return 60.0;
    }
    if (unit == "h" || unit == "hr" || unit == "hrs" || unit == "hour" || unit == "hours") {
        return 3600.0;
    }
    if (unit == "d" || unit == "day" || unit == "days") {
        return 86400.0;
    }
    return std::nullopt;
}

/// Epochs are written loosely: "1970-1-1 0:0:0", "2000-01-01 00:00:00.0 +00:00", "... UTC".
std::optional<Instant> epoch_of(const std::string& text) {
    static const std::regex form(
        R"(^(\d{1,4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2})(?::(\d{1,2}))?(?::(\d{1,2})(?:\.\d*)?)?)?\s*(Z|UTC|[+-]\d{1,2}:?\d{2}|[+-]?0+)?$)",
        std::regex::icase);
    std::smatch found;
    if (!std::regex_match(text, found, form)) {
        return std::nullopt;
    }
    const auto number = [&](std::size_t group) {
        return found[group].matched ? std::stoi(found[group]) : 0;
    };
    const std::chrono::year_month_day day{std::chrono::year{number(1)},
                                          std::chrono::month{static_cast<unsigned>(number(2))},
                                          std::chrono::day{static_cast<unsigned>(number(3))}};
    if (!day.ok() || number(4) > 23 || number(5) > 59 || number(6) > 60) {
        return std::nullopt;
    }
    auto zone = std::chrono::minutes{0};
    if (std::string text_zone = found[7];
        text_zone.size() >= 4 && (text_zone[0] == '+' || text_zone[0] == '-')) {
        text_zone.erase(std::remove(text_zone.begin(), text_zone.end(), ':'), text_zone.end());
        const int digits = std::stoi(text_zone.substr(1));
        zone = std::chrono::minutes{(digits / 100 * 60 + digits % 100) *
                                    (text_zone[0] == '-' ? -1 : 1)};
    }
    return Instant{std::chrono::sys_days{day}} + std::chrono::hours{number(4)} +
           std::chrono::minutes{number(5)} + std::chrono::seconds{number(6)} - zone;
}

} // namespace

bool CfTimeUnit::looks_like_one(std::string_view unit) {
    return to_lower(unit).find(" since ") != std::string::npos;
}

CfTimeUnit::CfTimeUnit(std::string_view unit, std::string_view calendar, const std::string& where)
    : where_(where) {
    const auto known_calendar = to_lower(trim(calendar));
    if (!known_calendar.empty() && known_calendar != "standard" && known_calendar != "gregorian" &&
        known_calendar != "proleptic_gregorian") {
        throw Error(
            ErrorCode::unsupported,
            fmt::format("{}: calendar '{}' is not that of ships; only standard, gregorian and "
                        "proleptic_gregorian are read",
                        where, calendar));
    }
    const auto since = to_lower(unit).find(" since ");
    const auto seconds = since == std::string_view::npos
                             ? std::nullopt
                             : seconds_in(to_lower(trim(unit.substr(0, since))));
    const auto epoch = since == std::string_view::npos
                           ? std::nullopt
                           : epoch_of(std::string(trim(unit.substr(since + 7))));
    if (!seconds || !epoch) {
        throw Error(
            ErrorCode::unsupported,
            fmt::format("{}: time unit '{}' is not of the form 'hours since 2020-01-01 00:00:00'",
                        where, unit));
    }
    // The standard calendar is Julian before that day, and many writers count as if it were not:
    // such times are two days apart.
    constexpr auto reform = std::chrono::sys_days{std::chrono::year{1582} / 10 / 15};
    if (known_calendar != "proleptic_gregorian" && *epoch < Instant{reform}) {
        throw Error(
            ErrorCode::unsupported,
            fmt::format("{}: time unit '{}' begins before 15 October 1582, where the calendars "
                        "disagree by days; count from a later day, or state calendar "
                        "proleptic_gregorian",
                        where, unit));
    }
    seconds_per_unit_ = *seconds;
    epoch_ = *epoch;
}

Instant CfTimeUnit::instant(double number) const {
    const double seconds =
        number * seconds_per_unit_ + static_cast<double>(epoch_.time_since_epoch().count());
    constexpr double earliest = -11676096000.0; // 1600-01-01
    constexpr double latest = 13569465600.0;    // 2400-01-01
    if (!(seconds >= earliest && seconds < latest)) {
        throw Error(
            ErrorCode::malformed,
            fmt::format("{}: time {} is not within the years 1600 to 2400", where_, number));
    }
    return Instant{std::chrono::seconds{std::llround(seconds)}};
}

} // namespace fairlead::io
