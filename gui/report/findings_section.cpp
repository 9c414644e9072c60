// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/plan_words.hpp"
#include "gui/document/qt_text.hpp"
#include "gui/models/engine_words.hpp"
#include "gui/report/report_sections.hpp"
#include "gui/report/section_parts.hpp"

#include <QCoreApplication>
#include <QStringList>

namespace fairlead::gui {

namespace {

struct FindingWords {
    Q_DECLARE_TR_FUNCTIONS(ReportSections)
};

QString heading_of(rules::Severity severity) {
    switch (severity) {
    case rules::Severity::violation:
        return FindingWords::tr("Violations: these break a rule");
    case rules::Severity::warning:
        return FindingWords::tr("Warnings: allowed, but only with restrictions");
    case rules::Severity::caution:
        return FindingWords::tr("Cautions: not checked, or a thin margin");
    case rules::Severity::info:
        break;
    }
    return FindingWords::tr("Notes: what was assumed");
}

QString place_and_time(const rules::Finding& finding) {
    QStringList parts;
    if (finding.position) {
        parts.append(to_qt(geo::format_position(*finding.position)));
    }
    if (finding.time) {
        parts.append(minute_text(*finding.time));
    }
    if (finding.extent) {
        parts.append(
            FindingWords::tr("over %1 nm").arg(decimal(finding.extent->in_nautical_miles(), 1)));
    }
    if (!finding.rule.empty() && finding.rule != "data") {
        parts.append(rule_text(finding.rule));
    }
    return parts.join(QStringLiteral("  \u00b7  "));
}

void put_finding(Sheet& sheet, const ReportInput& input, const rules::Finding& finding,
                 std::size_t index) {
    constexpr double indent_pt = 16.0;
    constexpr TextStyle words{8.5, chart::Weight::regular, false};
    constexpr TextStyle quiet{7.5, chart::Weight::regular, true};
    sheet.need(34.0);
    const auto title = finding_title(finding);
    const auto sentence = to_qt(chart::sentence_of(finding.message));
    sheet.entry(QStringLiteral("%1.").arg(index), title.isEmpty() ? sentence : title, indent_pt);
    if (!title.isEmpty()) {
        sheet.paragraph(sentence, words, indent_pt);
    }
    const auto where = place_and_time(finding);
    if (!where.isEmpty()) {
        sheet.paragraph(where, quiet, indent_pt);
    }
    if (!finding.remedy.empty()) {
        sheet.paragraph(
            FindingWords::tr("Remedy: %1").arg(to_qt(chart::sentence_of(finding.remedy))), words,
            indent_pt);
    }
    if (const auto reason = accepted_reason(input, finding)) {
        sheet.paragraph(reason->isEmpty()
                            ? FindingWords::tr("Accepted by the planner, no reason given.")
                            : FindingWords::tr("Accepted by the planner: %1").arg(*reason),
                        {8.5, chart::Weight::bold, false}, indent_pt);
    }
    sheet.space(2.0);
}

} // namespace

void put_findings(Sheet& sheet, const ReportInput& input) {
    const auto& findings = input.judgement->findings;
    sheet.heading(FindingWords::tr("Findings"));
    if (findings.empty()) {
        sheet.paragraph(FindingWords::tr("None."));
    }
    for (const auto severity : {rules::Severity::violation, rules::Severity::warning,
                                rules::Severity::caution, rules::Severity::info}) {
        std::size_t index = 0;
        for (const auto& finding : findings) {
            if (finding.severity != severity) {
                continue;
            }
            if (index == 0) {
                sheet.need(50.0);
                sheet.space(3.0);
                sheet.paragraph(heading_of(severity), {9.0, chart::Weight::bold, false});
            }
            put_finding(sheet, input, finding, ++index);
        }
    }
}

} // namespace fairlead::gui
