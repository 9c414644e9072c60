// SPDX-License-Identifier: Apache-2.0
#include "core/study/calendar.hpp"

#include "core/base/table.hpp"
#include "core/study/quantiles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace fairlead::study {
namespace {

using std::chrono::year_month_day;

constexpr int most_days_in_a_row = 366;

Days departure_day(const Outcome& outcome) {
    return std::chrono::floor<std::chrono::days>(outcome.record->departure);
}

int year_of(Days day) {
    return static_cast<int>(year_month_day(day).year());
}

/// The same day of the leap year 2000.
Days in_any_year(Days day) {
    const year_month_day date(day);
    return Days(std::chrono::year(2000) / date.month() / date.day());
}

struct Columns {
    Days first;
    int days_each = 1;
    int count = 0;
    bool by_year = false;

    [[nodiscard]] int of(Days day) const {
        return static_cast<int>(((by_year ? in_any_year(day) : day) - first).count()) / days_each;
    }
};

Columns columns_of(const std::vector<Outcome>& outcomes) {
    std::set<Days> days;
    for (const auto& outcome : outcomes) {
        days.insert(departure_day(outcome));
    }
    Columns columns;
    if (days.empty()) {
        return columns;
    }
    columns.by_year = (*days.rbegin() - *days.begin()).count() >= most_days_in_a_row;
    int apart = most_days_in_a_row;
    for (auto day = std::next(days.begin()); day != days.end(); ++day) {
        apart = std::min(apart, static_cast<int>((*day - *std::prev(day)).count()));
    }
    columns.days_each = days.size() > 1 ? apart : 1;
    if (columns.by_year) {
        std::set<Days> shown;
        std::transform(days.begin(), days.end(), std::inserter(shown, shown.end()), in_any_year);
        days = std::move(shown);
    }
    columns.first = *days.begin();
    columns.count =
        static_cast<int>((*days.rbegin() - columns.first).count()) / columns.days_each + 1;
    return columns;
}

CalendarCell cell_of(const std::vector<const Outcome*>& outcomes) {
    CalendarCell cell;
    std::vector<double> durations;
    std::map<std::string, std::size_t> causes;
    for (const auto* outcome : outcomes) {
        ++cell.tried;
        if (const auto* numbers = outcome->numbers()) {
            durations.push_back(numbers->duration_h);
        } else if (outcome->record->failure) {
            ++causes[outcome->record->failure->cause];
        }
    }
    cell.found = durations.size();
    if (const auto quantiles = quantiles_of(std::move(durations))) {
        cell.median_duration_h = quantiles->median;
    }
    std::size_t most = 0;
    for (const auto& [cause, count] : causes) {
        if (count > most) {
            most = count;
            cell.cause = cause;
        }
    }
    return cell;
}

using RowKey = std::pair<std::vector<std::size_t>, int>; // positions on the axes, year

std::map<RowKey, std::map<int, std::vector<const Outcome*>>>
arranged(const Outcomes& outcomes, const std::vector<Axis>& axes, const Columns& columns) {
    std::map<RowKey, std::map<int, std::vector<const Outcome*>>> rows;
    for (const auto& [key, members] : outcomes.grouped(axes)) {
        for (const auto* outcome : members) {
            const auto day = departure_day(*outcome);
            rows[{key, columns.by_year ? year_of(day) : 0}][columns.of(day)].push_back(outcome);
        }
    }
    return rows;
}

} // namespace

Calendar calendar_of(const Outcomes& outcomes, std::size_t greatest_row_count) {
    const auto columns = columns_of(outcomes.all());
    Calendar calendar;
    calendar.by_year = columns.by_year;
    calendar.first_day = columns.first;
    calendar.days_per_column = columns.days_each;
    calendar.columns = columns.count;
    calendar.axes = outcomes.varying(
        std::array{Axis::voyage, Axis::ship, Axis::scenario, Axis::objective, Axis::rules});
    auto rows = arranged(outcomes, calendar.axes, columns);
    while (rows.size() > greatest_row_count && calendar.axes.size() > 1) {
        calendar.pooled.push_back(calendar.axes.back());
        calendar.axes.pop_back();
        rows = arranged(outcomes, calendar.axes, columns);
    }
    for (const auto& [key, cells] : rows) {
        CalendarRow row;
        for (std::size_t i = 0; i < calendar.axes.size(); ++i) {
            row.labels.push_back(outcomes.label(calendar.axes[i], key.first[i]));
        }
        if (calendar.by_year) {
            row.labels.push_back(fmt::format("{}", key.second));
        }
        for (const auto& [column, members] : cells) {
            row.cells[column] = cell_of(members);
        }
        calendar.rows.push_back(std::move(row));
    }
    return calendar;
}

std::string calendar_csv(const Calendar& calendar) {
    std::string csv;
    for (const auto axis : calendar.axes) {
        csv += fmt::format("{},", name(axis));
    }
    csv += calendar.by_year ? "year,from_month_day,days" : "from_day,days";
    csv += ",departures,found,share_found,median_duration_h,most_frequent_cause\n";
    for (const auto& row : calendar.rows) {
        for (const auto& [column, cell] : row.cells) {
            for (const auto& label : row.labels) {
                csv += csv_field(label) + ',';
            }
            const auto day = format_instant(calendar.day(column));
            csv += fmt::format("{},{},{},{},{:.4f},{},{}\n",
                               calendar.by_year ? day.substr(5, 5) : day.substr(0, 10),
                               calendar.days_per_column, cell.tried, cell.found,
                               static_cast<double>(cell.found) / static_cast<double>(cell.tried),
                               cell.found > 0 ? fmt::format("{:.4f}", cell.median_duration_h) : "",
                               csv_field(cell.cause.value_or("")));
        }
    }
    return csv;
}

} // namespace fairlead::study
