// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/route_export.hpp"

#include "core/io/route_file.hpp"
#include "core/route/synthetic.hpp"
#include "gui/chart/plan_words.hpp"
#include "gui/document/qt_text.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <utility>

namespace fairlead::gui {

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(RouteExport)
};

QStringList warnings_of(const ExportSource& source) {
    QStringList warnings;
    if (!is_line_complete(source.voyage)) {
        warnings.append(ExportWords::tr(
            "Legs that are still to be found are written as shortest lines, over land or not."));
    }
    if (source.judgement == nullptr) {
        warnings.append(ExportWords::tr(
            "The line has not been judged: no rule was applied to it, and it has no times."));
        return warnings;
    }
    const auto& findings = source.judgement->findings;
    const auto violations =
        std::count_if(findings.begin(), findings.end(), [](const rules::Finding& finding) {
            return finding.severity == rules::Severity::violation;
        });
    if (violations > 0) {
        warnings.append(ExportWords::tr("The line is not to be sailed as it stands. Violations: %1")
                            .arg(violations));
    } else if (!source.judgement->feasible) {
        warnings.append(ExportWords::tr(
            "The line is not to be sailed as it stands: the ship does not come to its end."));
    }
    if (route::calls_itself_synthetic(source.judgement->provenance)) {
        warnings.append(
            ExportWords::tr("The data are synthetic, made up for trials: not to be sailed."));
    }
    const auto& accepted = source.voyage.accepted;
    const auto open =
        std::count_if(findings.begin(), findings.end(), [&](const rules::Finding& finding) {
            return (finding.severity == rules::Severity::caution ||
                    finding.severity == rules::Severity::warning) &&
                   !accepted.contains(finding.key());
        });
    if (open > 0) {
        warnings.append(
            ExportWords::tr("Warnings and cautions that nobody has accepted yet: %1").arg(open));
    }
    return warnings;
}

/// Judged as far as it was sailed; a line that ends early is written as it was drawn.
std::optional<io::RouteDocument> judged_document(const ExportSource& source) {
    if (source.judgement == nullptr ||
        source.judgement->route.waypoints.size() != source.voyage.points.size()) {
        return std::nullopt;
    }
    return io::document_of(source.judgement->route, source.judgement->findings,
                           source.judgement->provenance);
}

} // namespace

PreparedExport prepare_export(const ExportSource& source, const RouteFormat& format,
                              const std::filesystem::path& file) {
    const auto judged = judged_document(source);
    auto content = io::route_file_content(
        file, route_document(source.voyage, judged ? &*judged : nullptr, source.origin),
        format.rtz_version, source.voyage.name);
    PreparedExport prepared;
    prepared.bytes = std::move(content.bytes);
    prepared.warnings = warnings_of(source);
    for (const auto& remark : content.remarks) {
        prepared.remarks.append(to_qt(remark));
    }
    return prepared;
}

} // namespace fairlead::gui
