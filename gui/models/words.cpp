// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/words.hpp"

#include "gui/chart/plan_words.hpp"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

namespace fairlead::gui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(fairlead::gui::Words)
};

constexpr long thousandths_per_degree = 60000;

QString degrees_text(double degrees, int degree_digits, QChar hemisphere) {
    const long thousandths = std::lround(degrees * static_cast<double>(thousandths_per_degree));
    return QStringLiteral("%1°%2.%3′%4")
        .arg(thousandths / thousandths_per_degree, degree_digits, 10, QLatin1Char('0'))
        .arg(thousandths % thousandths_per_degree / 1000, 2, 10, QLatin1Char('0'))
        .arg(thousandths % 1000, 3, 10, QLatin1Char('0'))
        .arg(hemisphere);
}

double rounded(double value, int decimals) {
    const double step = std::pow(10.0, decimals);
    return std::round(value * step) / step;
}

} // namespace

QString latitude_text(const geo::Position& position) {
    const double degrees = position.latitude_deg();
    return degrees_text(std::abs(degrees), 2, QLatin1Char(degrees < 0.0 ? 'S' : 'N'));
}

QString longitude_text(const geo::Position& position) {
    const double degrees = position.longitude_deg();
    return degrees_text(std::abs(degrees), 3, QLatin1Char(degrees < 0.0 ? 'W' : 'E'));
}

QString position_text(const geo::Position& position) {
    return latitude_text(position) + QLatin1Char(' ') + longitude_text(position);
}

QString instant_text(Instant instant) {
    constexpr std::chrono::seconds half_a_minute{30};
    const auto minute = std::chrono::floor<std::chrono::minutes>(instant + half_a_minute);
    return QDateTime::fromSecsSinceEpoch(std::chrono::seconds(minute.time_since_epoch()).count(),
                                         Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString instant_text_utc(Instant instant) {
    return Words::tr("%1 UTC").arg(instant_text(instant));
}

QString duration_text(Duration duration) {
    constexpr double longest_in_hours = 48.0;
    const double hours = rounded(duration.in_hours(), 1);
    if (hours < longest_in_hours) {
        return Words::tr("%1 h").arg(number_text(hours, 1));
    }
    const double days = std::floor(hours / 24.0);
    return Words::tr("%1 d %2 h").arg(number_text(days, 0), number_text(hours - 24.0 * days, 1));
}

QString duration_difference_text(Duration duration) {
    return Words::tr("%1 h").arg(difference_text(duration.in_hours(), 1));
}

QString number_text(double value, int decimals) {
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const double shown = rounded(value, decimals);
    return locale.toString(shown == 0.0 ? 0.0 : shown, 'f', decimals)
        .replace(QLatin1Char('-'), QChar(0x2212));
}

QString difference_text(double value, int decimals) {
    const double shown = rounded(value, decimals);
    if (shown == 0.0) {
        return QStringLiteral("±") + number_text(0.0, decimals);
    }
    return shown > 0.0 ? QLatin1Char('+') + number_text(shown, decimals)
                       : number_text(shown, decimals);
}

QString course_text(const geo::Bearing& bearing) {
    constexpr long tenths_of_a_turn = 3600;
    const long tenths = std::lround(bearing.in_degrees() * 10.0) % tenths_of_a_turn;
    return QStringLiteral("%1%2%3")
        .arg(tenths / 10, 3, 10, QLatin1Char('0'))
        .arg(QLocale().decimalPoint())
        .arg(tenths % 10);
}

QString severity_text(rules::Severity severity) {
    switch (severity) {
    case rules::Severity::info:
        return Words::tr("Note");
    case rules::Severity::caution:
        return Words::tr("Caution");
    case rules::Severity::warning:
        return Words::tr("Warning");
    case rules::Severity::violation:
        break;
    }
    return Words::tr("Violation");
}

QString leg_kind_text(LegKind kind) {
    switch (kind) {
    case LegKind::optimised:
        return Words::tr("optimised");
    case LegKind::great_circle:
        return Words::tr("great circle");
    case LegKind::rhumb_line:
        break;
    }
    return Words::tr("rhumb line");
}

std::optional<LegKind> leg_kind_named(const QString& text) {
    struct Name {
        LegKind kind;
        const char* english;
        const char* short_form;
    };
    static constexpr std::array<Name, 3> names{{{LegKind::optimised, "optimised", "opt"},
                                                {LegKind::great_circle, "great circle", "GC"},
                                                {LegKind::rhumb_line, "rhumb line", "RL"}}};
    const auto wanted = text.trimmed();
    for (const auto& name : names) {
        const std::array<QString, 3> forms{leg_kind_text(name.kind),
                                           QString::fromLatin1(name.english),
                                           QString::fromLatin1(name.short_form)};
        for (const auto& form : forms) {
            if (form.compare(wanted, Qt::CaseInsensitive) == 0) {
                return name.kind;
            }
        }
    }
    return std::nullopt;
}

QString objective_text(cost::ObjectiveKind kind) {
    switch (kind) {
    case cost::ObjectiveKind::time:
        return Words::tr("Least time");
    case cost::ObjectiveKind::distance:
        return Words::tr("Least distance");
    case cost::ObjectiveKind::fuel:
        return Words::tr("Least fuel");
    case cost::ObjectiveKind::risk:
        return Words::tr("Least ice risk");
    case cost::ObjectiveKind::co2:
        return Words::tr("Least CO₂");
    case cost::ObjectiveKind::model:
        return Words::tr("My model");
    case cost::ObjectiveKind::money:
        break;
    }
    return Words::tr("Least money");
}

QString variable_text(env::Variable variable) {
    switch (variable) {
    case env::Variable::sea_ice_concentration:
        return Words::tr("Ice concentration");
    case env::Variable::sea_ice_thickness:
        return Words::tr("Ice thickness");
    case env::Variable::sea_floor_depth:
        return Words::tr("Depth");
    case env::Variable::eastward_wind:
        return Words::tr("Wind, eastward");
    case env::Variable::northward_wind:
        return Words::tr("Wind, northward");
    case env::Variable::significant_wave_height:
        return Words::tr("Wave height");
    case env::Variable::mean_wave_period:
        return Words::tr("Wave period");
    case env::Variable::mean_wave_direction:
        return Words::tr("Wave direction");
    case env::Variable::eastward_current:
        return Words::tr("Current, eastward");
    case env::Variable::northward_current:
        return Words::tr("Current, northward");
    case env::Variable::air_temperature:
        return Words::tr("Air temperature");
    case env::Variable::attainable_speed:
        break;
    }
    return Words::tr("Attainable speed");
}

QString sentence_text(const std::string& clause) {
    return QString::fromStdString(chart::sentence_of(clause));
}

} // namespace fairlead::gui
