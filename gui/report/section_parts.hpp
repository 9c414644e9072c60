// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What several sections of a report have in common: how they write numbers and times, and what
/// they ask of a report's input.

#include "gui/report/voyage_report.hpp"

#include <QString>

#include <optional>

namespace fairlead::gui {

/// Printed as tenths with one decimal, less ice is none.
inline constexpr double no_ice_below = 0.005;

/// A value with its name.
struct Figure {
    QString label;
    QString value;
};

[[nodiscard]] QString decimal(double value, int decimals);
/// `2030-08-10 06:00Z`
[[nodiscard]] QString minute_text(Instant instant);
/// For what there is nothing to say of.
[[nodiscard]] QString dash();

[[nodiscard]] const route::Route& route_of(const ReportInput& input);
/// Whether POLARIS was applied.
[[nodiscard]] bool with_rio(const ReportInput& input);
/// Why the planner accepts the finding; nothing if it is not accepted.
[[nodiscard]] std::optional<QString> accepted_reason(const ReportInput& input,
                                                     const rules::Finding& finding);

} // namespace fairlead::gui
