// SPDX-License-Identifier: Apache-2.0
#include "core/study/date_axis.hpp"

#include "core/base/time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace fairlead::study {
namespace {

struct DateTick {
    Instant instant;
    std::string label;
};

/// Whole days, so that a date says when; first days of months where there is room for no more.
std::vector<DateTick> date_ticks(double low_s, double high_s, bool of_any_year) {
    using namespace std::chrono;
    constexpr double seconds_per_day = 86400.0;
    constexpr int most_ticks = 10;
    const auto first = sys_days(days(static_cast<long>(std::ceil(low_s / seconds_per_day))));
    const auto last = sys_days(days(static_cast<long>(std::floor(high_s / seconds_per_day))));
    std::vector<DateTick> ticks;
    const auto length = static_cast<int>((last - first).count());
    if (length < most_ticks * 7) {
        const int step = std::max(1, (length + most_ticks - 1) / most_ticks);
        for (auto day = first; day <= last; day += days(step)) {
            const auto date = format_instant(day);
            ticks.push_back({day, of_any_year ? date.substr(5, 5) : date.substr(0, 10)});
        }
        return ticks;
    }
    int step = 1;
    for (const int wider : {2, 3, 6, 12, 24, 60, 120}) {
        step = length / 30 / step > most_ticks ? wider : step;
    }
    const year_month_day date(first);
    for (auto month = date.year() / January; sys_days(month / 1) <= last; month += months(step)) {
        if (const sys_days day = month / 1; day >= first) {
            ticks.push_back({day, of_any_year ? std::string(month_name(unsigned(month.month())))
                                              : format_instant(day).substr(0, 7)});
        }
    }
    return ticks;
}

} // namespace

void draw_date_axis(Svg& svg, const Scale& time, double bottom, bool of_any_year) {
    svg.line(axis_left, bottom, axis_right, bottom, fmt::format("stroke=\"{}\"", ink));
    for (const auto& [day, label] : date_ticks(time.low, time.high, of_any_year)) {
        const double x = time(unix_seconds(day));
        svg.line(x, bottom, x, bottom + 4.0, fmt::format("stroke=\"{}\"", ink));
        svg.text(x, bottom + 16.0, label, "text-anchor=\"middle\"");
    }
}

} // namespace fairlead::study
