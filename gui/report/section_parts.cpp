// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/report/section_parts.hpp"

#include "gui/document/qt_text.hpp"

#include <QLocale>

namespace fairlead::gui {

QString decimal(double value, int decimals) {
    return QLocale().toString(value, 'f', decimals);
}

QString minute_text(Instant instant) {
    constexpr qsizetype up_to_minutes = 16;
    auto text = to_qt(format_instant(instant)).left(up_to_minutes);
    return text.replace(QLatin1Char('T'), QLatin1Char(' ')) + QLatin1Char('Z');
}

QString dash() {
    return QStringLiteral("\u2013");
}

const route::Route& route_of(const ReportInput& input) {
    return input.judgement->route;
}

bool with_rio(const ReportInput& input) {
    return input.surroundings.rules->options().polaris.has_value();
}

std::optional<QString> accepted_reason(const ReportInput& input, const rules::Finding& finding) {
    const auto found = input.voyage.accepted.find(finding.key());
    return found == input.voyage.accepted.end() ? std::nullopt
                                                : std::optional(to_qt(found->second));
}

} // namespace fairlead::gui
