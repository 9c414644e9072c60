// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The parts of a voyage's report, each put on the sheet where the one before has ended.

#include "gui/report/sheet.hpp"
#include "gui/report/voyage_report.hpp"

#include <QImage>

namespace fairlead::gui {

/// Who goes where and when, whether the line may be sailed, and the figures that matter.
void put_summary(Sheet& sheet, const ReportInput& input);
void put_profile(Sheet& sheet, const ReportInput& input);
/// On a page of its own.
void put_chart(Sheet& sheet, const QImage& chart);
void put_legs(Sheet& sheet, const ReportInput& input);
/// By severity; accepted ones with the reason.
void put_findings(Sheet& sheet, const ReportInput& input);
/// Ship, rules, models, and every data source with age and hash.
void put_provenance(Sheet& sheet, const ReportInput& input);

} // namespace fairlead::gui
