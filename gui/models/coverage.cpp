// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/coverage.hpp"

#include "gui/models/words.hpp"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <array>

namespace fairlead::gui {

namespace {

struct CoverageWords {
    Q_DECLARE_TR_FUNCTIONS(fairlead::gui::Coverage)
};

/// The second component comes from the files of the first.
bool is_second_component(env::Variable variable) {
    return variable == env::Variable::northward_wind ||
           variable == env::Variable::northward_current;
}

QString bar_name(env::Variable variable) {
    switch (variable) {
    case env::Variable::eastward_wind:
        return CoverageWords::tr("Wind");
    case env::Variable::eastward_current:
        return CoverageWords::tr("Current");
    default:
        return variable_text(variable);
    }
}

} // namespace

std::vector<CoverageBar> coverage_bars(const env::Environment& environment) {
    std::vector<CoverageBar> bars;
    for (const auto& variable : env::all_variables()) {
        if (is_second_component(variable.variable)) {
            continue;
        }
        for (const auto& layer : environment.layers(variable.variable)) {
            if (!layer.field) {
                continue;
            }
            CoverageBar bar{variable.variable, bar_name(variable.variable),
                            QFileInfo(QString::fromStdString(layer.label)).fileName(), std::nullopt,
                            layer.field->slices().size()};
            if (layer.is_dated()) {
                bar.span = {layer.field->valid_from(), layer.field->valid_until()};
            }
            bars.push_back(std::move(bar));
        }
    }
    std::stable_sort(bars.begin(), bars.end(), [](const CoverageBar& a, const CoverageBar& b) {
        return a.span.has_value() > b.span.has_value();
    });
    return bars;
}

QString coverage_text(const CoverageBar& bar, std::optional<Instant> arrival) {
    QStringList lines{CoverageWords::tr("%1: %2").arg(bar.name, bar.source)};
    if (!bar.span) {
        lines << CoverageWords::tr("Valid always");
        return lines.join(QLatin1Char('\n'));
    }
    lines << CoverageWords::tr("%n time step(s)", nullptr, static_cast<int>(bar.slices));
    lines << CoverageWords::tr("%1 to %2")
                 .arg(instant_text_utc(bar.span->from), instant_text_utc(bar.span->until));
    if (arrival && *arrival > bar.span->until) {
        lines << CoverageWords::tr("Ends %1 before the voyage does")
                     .arg(duration_text(between(bar.span->until, *arrival)));
    }
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    if (now > bar.span->until) {
        lines << CoverageWords::tr("Age of the latest data: %1")
                     .arg(duration_text(between(bar.span->until, now)));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace fairlead::gui
