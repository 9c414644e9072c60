// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Dates that stand in file names, and the slices of daily means.

#include "core/env/field.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace fairlead::io {

/// A date, or a date and time, found in a file name: 20180601, 2018-06-01, 20180601T06,
/// 20180601_0600, 2018060106. Years 1900..2199; digits next to it make it no date.
struct NameDate {
    Instant time;
    bool has_time_of_day = false;
};
/// The first one in the name; nothing if there is none.
[[nodiscard]] std::optional<NameDate> date_in_name(std::string_view file_name);

/// A daily mean: stands for noon, valid from midnight to midnight.
[[nodiscard]] env::SliceInfo daily_mean(std::chrono::sys_days day, std::string file);

} // namespace fairlead::io
