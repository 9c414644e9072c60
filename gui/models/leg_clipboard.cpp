// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/leg_clipboard.hpp"

#include "core/base/error.hpp"
#include "gui/document/limits.hpp"
#include "gui/models/words.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace fairlead::gui {

namespace {

struct Clipboard {
    Q_DECLARE_TR_FUNCTIONS(fairlead::gui::Clipboard)
};

enum Cell {
    name_cell,
    latitude_cell,
    longitude_cell,
    kind_cell,
    limit_cell,
    note_cell,
    cell_count
};

/// Which cell of a line holds what; -1: none does.
using Layout = std::array<int, cell_count>;

struct Heading {
    Cell cell;
    const char* english;
};
constexpr std::array<Heading, cell_count> headings{
    {{name_cell, QT_TRANSLATE_NOOP("fairlead::gui::LegModel", "Name")},
     {latitude_cell, QT_TRANSLATE_NOOP("fairlead::gui::LegModel", "Latitude")},
     {longitude_cell, QT_TRANSLATE_NOOP("fairlead::gui::LegModel", "Longitude")},
     {kind_cell, QT_TRANSLATE_NOOP("fairlead::gui::LegModel", "Leg")},
     {limit_cell, QT_TRANSLATE_NOOP("fairlead::gui::LegModel", "Limit, kn")},
     {note_cell, QT_TRANSLATE_NOOP("fairlead::gui::LegModel", "Note")}}};

Error refusal(const QString& sentence) {
    return {ErrorCode::invalid_argument, sentence.toStdString()};
}

/// As the user guide calls it.
constexpr std::array<Heading, 3> guide_words{
    {{limit_cell, QT_TRANSLATE_NOOP("fairlead::gui::LegModel", "Speed limit")},
     {limit_cell, QT_TRANSLATE_NOOP("fairlead::gui::LegModel", "Speed limit, kn")},
     {limit_cell, QT_TRANSLATE_NOOP("fairlead::gui::LegModel", "Limit")}}};

bool is_heading(const QString& cell, const Heading& heading) {
    const auto text = cell.trimmed();
    return text.compare(QString::fromLatin1(heading.english), Qt::CaseInsensitive) == 0 ||
           text.compare(QCoreApplication::translate("fairlead::gui::LegModel", heading.english),
                        Qt::CaseInsensitive) == 0;
}

/// What the heading stands over; nothing if it is not known.
std::optional<Cell> cell_headed(const QString& text) {
    const auto is_it = [&text](const Heading& heading) { return is_heading(text, heading); };
    if (const auto found = std::find_if(headings.begin(), headings.end(), is_it);
        found != headings.end()) {
        return found->cell;
    }
    const auto found = std::find_if(guide_words.begin(), guide_words.end(), is_it);
    return found != guide_words.end() ? std::optional(found->cell) : std::nullopt;
}

/// Nothing if the line is not one of headings.
/// @param others those that are not known, or stand there again.
std::optional<Layout> layout_of(const QStringList& cells, QStringList& others) {
    Layout layout;
    layout.fill(-1);
    bool found = false;
    for (int i = 0; i < cells.size(); ++i) {
        const auto cell = cell_headed(cells[i]);
        if (cell && layout[*cell] < 0) {
            layout[*cell] = i;
            found = true;
        } else if (!cells[i].trimmed().isEmpty()) {
            others.append(cells[i].trimmed());
        }
    }
    return found ? std::optional(layout) : std::nullopt;
}

Layout usual_layout() {
    Layout layout;
    for (int i = 0; i < cell_count; ++i) {
        layout[static_cast<std::size_t>(i)] = i;
    }
    return layout;
}

/// "70,5" is a latitude to some and two whole degrees to others.
bool is_ambiguous(const QString& text) {
    static const QRegularExpression one_comma(QStringLiteral("^[-+\u2212]?\\d+,\\d+$"));
    return one_comma.match(text).hasMatch();
}

/// The coordinate with nought for the other one, lettered (or not) in the same way.
QString completed(const QString& text, const QString& letter) {
    static const QRegularExpression hemisphere(QStringLiteral("[NSEWnsew]"));
    const auto at = text.indexOf(hemisphere);
    if (at < 0) {
        return QStringLiteral("0");
    }
    return at == 0 ? letter + QLatin1Char('0') : QLatin1Char('0') + letter;
}

geo::Position parsed(const QString& text) {
    return geo::parse_position(text.toStdString());
}

QString refuse_if_ambiguous(const QString& text) {
    auto trimmed = text.trimmed();
    if (is_ambiguous(trimmed)) {
        throw refusal(Clipboard::tr("“%1” may mean two numbers: write it with a point, or in "
                                    "degrees and minutes.")
                          .arg(trimmed));
    }
    return trimmed;
}

QString cell_at(const QStringList& cells, int at) {
    return at >= 0 && at < cells.size() ? cells[at].trimmed() : QString();
}

geo::Position with_coordinate(const geo::Position& other, const QString& text, Coordinate which) {
    const auto value = refuse_if_ambiguous(text);
    if (which == Coordinate::latitude) {
        const auto whole = value + QStringLiteral(", ") + completed(value, QStringLiteral("E"));
        return geo::Position::degrees(parsed(whole).latitude_deg(), other.longitude_deg());
    }
    const auto whole = completed(value, QStringLiteral("N")) + QStringLiteral(", ") + value;
    return geo::Position::degrees(other.latitude_deg(), parsed(whole).longitude_deg());
}

/// Two numbers without letters may as well be degrees and minutes of one coordinate.
bool is_whole_position(const QString& text) {
    static const QRegularExpression north(QStringLiteral("[NSns]"));
    static const QRegularExpression east(QStringLiteral("[EWew]"));
    return (text.contains(north) && text.contains(east)) ||
           (text.contains(QLatin1Char(',')) && !is_ambiguous(text));
}

geo::Position position_in(const QStringList& cells, const Layout& layout) {
    const auto latitude = cell_at(cells, layout[latitude_cell]);
    const auto longitude = cell_at(cells, layout[longitude_cell]);
    if (longitude.isEmpty() || layout[longitude_cell] == layout[latitude_cell]) {
        return parsed(refuse_if_ambiguous(latitude));
    }
    return with_coordinate(with_coordinate(geo::Position(), latitude, Coordinate::latitude),
                           longitude, Coordinate::longitude);
}

VoyagePoint point_in(const QStringList& cells, const Layout& layout) {
    VoyagePoint point;
    point.name = cell_at(cells, layout[name_cell]).toStdString();
    point.position = position_in(cells, layout);
    point.note = cell_at(cells, layout[note_cell]).toStdString();
    const auto kind = cell_at(cells, layout[kind_cell]);
    if (!kind.isEmpty()) {
        const auto named = leg_kind_named(kind);
        if (!named) {
            throw refusal(Clipboard::tr("“%1” is no kind of leg: write optimised, great circle or "
                                        "rhumb line.")
                              .arg(kind));
        }
        point.arrive_by = *named;
    }
    point.speed_limit = parse_speed_limit(cell_at(cells, layout[limit_cell]));
    return point;
}

} // namespace

QString cell_text(QString text) {
    static const QRegularExpression breaks(QStringLiteral("[\\t\\r\\n]+"));
    return text.replace(breaks, QStringLiteral(" "));
}

geo::Position edited_position(const geo::Position& before, const QString& text, Coordinate edited) {
    return is_whole_position(text) ? parsed(text.trimmed()) : with_coordinate(before, text, edited);
}

std::optional<Speed> parse_speed_limit(const QString& text) {
    const auto trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed == QStringLiteral("–") || trimmed == QStringLiteral("-")) {
        return std::nullopt;
    }
    bool is_number = false;
    double knots = QLocale().toDouble(trimmed, &is_number);
    if (!is_number) {
        knots = QLocale::c().toDouble(trimmed, &is_number);
    }
    constexpr double greatest_kn = 60.0;
    if (!is_number || !(knots > 0.0) || knots > greatest_kn) {
        throw refusal(
            Clipboard::tr("“%1” is no speed limit: write knots above 0 and up to 60, or nothing.")
                .arg(trimmed));
    }
    return Speed::knots(knots);
}

PastedWaypoints parse_waypoints(const QString& text) {
    PastedWaypoints pasted;
    auto layout = usual_layout();
    const auto lines = text.split(QLatin1Char('\n'));
    bool is_first = true;
    for (int i = 0; i < lines.size(); ++i) {
        const auto cells = lines[i].split(QLatin1Char('\t'));
        if (std::all_of(cells.begin(), cells.end(),
                        [](const QString& cell) { return cell.trimmed().isEmpty(); })) {
            continue;
        }
        if (std::exchange(is_first, false)) {
            QStringList others;
            if (const auto named = layout_of(cells, others)) {
                layout = *named;
                pasted.passed_over = std::move(others);
                if (layout[latitude_cell] < 0) {
                    throw refusal(Clipboard::tr("The headings name no latitude."));
                }
                continue;
            }
        }
        if (pasted.points.size() == most_points) {
            throw refusal(Clipboard::tr("Line %1: a voyage has %2 waypoints at most.")
                              .arg(i + 1)
                              .arg(most_points));
        }
        try {
            pasted.points.push_back(point_in(cells, layout));
        } catch (const Error& problem) {
            throw refusal(
                Clipboard::tr("Line %1: %2").arg(i + 1).arg(QString::fromUtf8(problem.what())));
        }
    }
    return pasted;
}

} // namespace fairlead::gui
