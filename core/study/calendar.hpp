// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Outcomes by day of departure, in rows that a figure has room for.

#include "core/study/outcomes.hpp"

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fairlead::study {

using Days = std::chrono::sys_days;

/// What became of the departures of a row and a column.
struct CalendarCell {
    std::size_t tried = 0;
    std::size_t found = 0;
    double median_duration_h = 0.0;   ///< of those found
    std::optional<std::string> cause; ///< the most frequent of the others, the first by name
};

struct CalendarRow {
    std::vector<std::string> labels;   ///< one for each axis of the calendar, then the year, if any
    std::map<int, CalendarCell> cells; ///< by column
};

struct Calendar {
    std::vector<Axis> axes; ///< that rows differ in; those left out are pooled
    std::vector<Axis> pooled;
    bool by_year = false; ///< rows are years, too, and columns days of any year
    Days first_day;       ///< of column 0; by year, in the leap year 2000
    int days_per_column = 1;
    int columns = 0;
    std::vector<CalendarRow> rows;

    /// First day of a column.
    [[nodiscard]] Days day(int column) const noexcept {
        return first_day + std::chrono::days(column * days_per_column);
    }
};

/// Columns are as wide as the departures are apart, a day at least.
/// @param greatest_row_count axes are pooled, rules first, until there are no more rows; where
///        even one axis has more, all its rows are there.
[[nodiscard]] Calendar calendar_of(const Outcomes& outcomes, std::size_t greatest_row_count);

/// A row for each row and column that has a departure.
[[nodiscard]] std::string calendar_csv(const Calendar& calendar);

} // namespace fairlead::study
