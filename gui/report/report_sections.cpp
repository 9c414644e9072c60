// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/report/report_sections.hpp"

#include "core/geo/geodesic.hpp"
#include "core/vessel/vessel.hpp"
#include "gui/chart/plan_words.hpp"
#include "gui/document/qt_text.hpp"
#include "gui/models/engine_words.hpp"
#include "gui/models/words.hpp"
#include "gui/report/profile_lanes.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace fairlead::gui {

namespace {

struct SectionWords {
    Q_DECLARE_TR_FUNCTIONS(ReportSections)
};

constexpr double least_profile_pt = 300.0;
constexpr double label_width_pt = 92.0;
constexpr double no_ice_below = 0.005; ///< printed as tenths with one decimal

QString number(double value, int decimals) {
    return QLocale().toString(value, 'f', decimals);
}

/// `2030-08-10 06:00Z`
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

QString name_of_end(const route::Waypoint& waypoint) {
    return to_qt(waypoint.name.empty() ? geo::format_position(waypoint.position) : waypoint.name);
}

/// Why the planner accepts the finding; nothing if it is not accepted.
std::optional<QString> accepted_reason(const ReportInput& input, const rules::Finding& finding) {
    const auto found = input.voyage.accepted.find(finding.key());
    return found == input.voyage.accepted.end() ? std::nullopt
                                                : std::optional(to_qt(found->second));
}

std::size_t count_of(const ReportInput& input, rules::Severity severity) {
    const auto& findings = input.judgement->findings;
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [&](const rules::Finding& finding) { return finding.severity == severity; }));
}

// ---------------------------------------------------------------- summary

struct Figure {
    QString label;
    QString value;
};

std::vector<Figure> figures_of(const ReportInput& input) {
    const auto& route = route_of(input);
    const auto& totals = route.totals;
    const Duration under_way = totals.duration - totals.waiting;
    std::vector<Figure> figures{
        {SectionWords::tr("Departure"), minute_text(route.departure)},
        {SectionWords::tr("Arrival"), minute_text(route.arrival)},
        {SectionWords::tr("Duration"), duration_text(totals.duration)},
        {SectionWords::tr("of which waiting"), duration_text(totals.waiting)},
        {SectionWords::tr("Distance"),
         SectionWords::tr("%1 nm").arg(number(totals.distance.in_nautical_miles(), 1))},
        {SectionWords::tr("Mean speed"),
         under_way > Duration{}
             ? SectionWords::tr("%1 kn").arg(number((totals.distance / under_way).in_knots(), 1))
             : dash()},
        {SectionWords::tr("Fuel"), SectionWords::tr("%1 t").arg(number(totals.fuel_t, 1))},
        {SectionWords::tr("CO2"), SectionWords::tr("%1 t").arg(number(totals.co2_t, 0))},
        {SectionWords::tr("Ice risk"),
         SectionWords::tr("%1 risk hours").arg(number(totals.risk, 1))},
    };
    figures.push_back({SectionWords::tr("Least RIO"), with_rio(input)
                                                          ? number(totals.min_rio, 1)
                                                          : SectionWords::tr("not applied")});
    double most_ice = 0.0;
    double thickest_m = 0.0;
    std::optional<double> shallowest_m;
    for (const auto& leg : route.legs) {
        most_ice = std::max(most_ice, leg.max_concentration);
        thickest_m = std::max(thickest_m, leg.max_thickness_m);
        if (leg.min_depth_m) {
            shallowest_m = std::min(shallowest_m.value_or(*leg.min_depth_m), *leg.min_depth_m);
        }
    }
    figures.push_back({SectionWords::tr("Heaviest ice"),
                       most_ice < no_ice_below
                           ? SectionWords::tr("none")
                           : SectionWords::tr("%1 tenths, %2 m")
                                 .arg(number(most_ice * 10.0, 1), number(thickest_m, 1))});
    figures.push_back({SectionWords::tr("Least depth"),
                       shallowest_m ? SectionWords::tr("%1 m").arg(number(*shallowest_m, 0))
                                    : SectionWords::tr("not known")});
    return figures;
}

void put_figures(Sheet& sheet, const std::vector<Figure>& figures) {
    constexpr int columns = 3;
    constexpr double row_pt = 27.0;
    const auto rows = (figures.size() + columns - 1) / columns;
    sheet.drawing(static_cast<double>(rows) * row_pt, [&](QPainter& painter, const QRectF& box) {
        const double column = box.width() / columns;
        for (std::size_t i = 0; i < figures.size(); ++i) {
            const std::size_t row = i / columns;
            const double x = box.left() + column * static_cast<double>(i % columns);
            const double y = box.top() + Sheet::units(row_pt) * static_cast<double>(row);
            painter.setFont(Sheet::font({7.5, chart::Weight::regular, true}));
            painter.setPen(sheet.style().quiet_ink);
            painter.drawText(QRectF(x, y, column, Sheet::units(10.0)), Qt::TextSingleLine,
                             figures[i].label);
            painter.setFont(Sheet::font({10.5, chart::Weight::bold, false}));
            painter.setPen(sheet.style().ink);
            painter.drawText(QRectF(x, y + Sheet::units(9.5), column, Sheet::units(15.0)),
                             Qt::TextSingleLine, figures[i].value);
        }
    });
}

/// In a frame, so that nobody misses it; its weight says how grave it is.
void put_verdict(Sheet& sheet, const ReportInput& input) {
    const auto violations = count_of(input, rules::Severity::violation);
    const auto warnings = count_of(input, rules::Severity::warning);
    const auto cautions = count_of(input, rules::Severity::caution);
    QString headline = SectionWords::tr("Breaks none of the rules that were applied");
    if (violations > 0) {
        headline =
            SectionWords::tr("Not to be sailed as it stands. Violations: %1").arg(violations);
    } else if (!input.judgement->feasible) {
        headline = SectionWords::tr("Not to be sailed as it stands: the line ends before its "
                                    "destination");
    } else if (warnings > 0) {
        headline = SectionWords::tr("Allowed with restrictions. Warnings: %1").arg(warnings);
    }
    QStringList rest;
    if (violations > 0 && warnings > 0) {
        rest.append(SectionWords::tr("Warnings: %1").arg(warnings));
    }
    if (cautions > 0) {
        rest.append(SectionWords::tr("Cautions: %1 (not checked, or a thin margin)").arg(cautions));
    }
    const auto accepted = std::count_if(
        input.judgement->findings.begin(), input.judgement->findings.end(),
        [&](const rules::Finding& finding) { return accepted_reason(input, finding).has_value(); });
    if (accepted > 0) {
        rest.append(SectionWords::tr("Accepted by the planner: %1").arg(accepted));
    }
    const bool grave = violations > 0 || !input.judgement->feasible;
    constexpr double height_pt = 38.0;
    sheet.space(5.0);
    sheet.drawing(height_pt, [&](QPainter& painter, const QRectF& box) {
        const auto& style = sheet.style();
        painter.setPen(QPen(grave ? style.warning : style.ink, Sheet::units(grave ? 2.0 : 0.8)));
        painter.setBrush(style.panel);
        painter.drawRect(box);
        const auto inner = box.adjusted(Sheet::units(9.0), Sheet::units(5.0), -Sheet::units(9.0),
                                        -Sheet::units(4.0));
        painter.setPen(grave ? style.warning : style.ink);
        painter.setFont(Sheet::font({11.5, chart::Weight::bold, false}));
        painter.drawText(inner, Qt::AlignTop | Qt::TextSingleLine, headline);
        painter.setPen(style.ink);
        painter.setFont(Sheet::font({8.5, chart::Weight::regular, false}));
        painter.drawText(inner, Qt::AlignBottom | Qt::TextSingleLine,
                         rest.isEmpty() ? SectionWords::tr("No warnings, no cautions.")
                                        : rest.join(QStringLiteral("  \u00b7  ")));
    });
    sheet.space(9.0);
}

} // namespace

void put_summary(Sheet& sheet, const ReportInput& input) {
    const auto& route = route_of(input);
    const auto& ship = input.surroundings.vessel->particulars();
    const auto ends =
        SectionWords::tr("%1 to %2")
            .arg(name_of_end(route.waypoints.front()), name_of_end(route.waypoints.back()));
    const auto name = input.voyage.name.empty() ? ends : to_qt(input.voyage.name);
    sheet.title(name);
    if (name != ends) {
        sheet.paragraph(ends, {9.5, chart::Weight::regular, true});
    }
    sheet.paragraph(SectionWords::tr("%1, ice class %2, draught %3 m")
                        .arg(to_qt(ship.name), ice_class_text(ship.ice_class),
                             number(ship.draught.in_metres(), 1)),
                    {9.5, chart::Weight::regular, true});
    if (chart::calls_itself_synthetic(input.judgement->provenance)) {
        sheet.paragraph(SectionWords::tr("SYNTHETIC DATA: this voyage takes place in an invented "
                                         "sea and must not be sailed."),
                        {9.5, chart::Weight::bold, false});
    }
    put_verdict(sheet, input);
    put_figures(sheet, figures_of(input));
    if (!input.voyage.notes.empty()) {
        sheet.heading(SectionWords::tr("Planner's notes"), 20.0);
        sheet.paragraph(to_qt(input.voyage.notes));
    }
}

void put_profile(Sheet& sheet, const ReportInput& input) {
    sheet.heading(SectionWords::tr("Along the route"), least_profile_pt);
    const auto& ship = input.surroundings.vessel->particulars();
    ProfileOptions options;
    options.with_rio = with_rio(input);
    options.is_polar_class = vessel::is_polar_class(ship.ice_class);
    options.draught = ship.draught;
    sheet.drawing(sheet.room(), [&](QPainter& painter, const QRectF& box) {
        paint_profile(painter, box, Sheet::units(1.0), route_of(input), options, sheet.style());
    });
}

void put_chart(Sheet& sheet, const QImage& chart) {
    sheet.new_page(QPageLayout::Landscape);
    sheet.drawing(sheet.room(), [&](QPainter& painter, const QRectF& box) {
        const QSizeF size = QSizeF(chart.size()).scaled(box.size(), Qt::KeepAspectRatio);
        painter.drawImage(QRectF(box.topLeft(), size), chart);
    });
}

// ---------------------------------------------------------------- legs

namespace {

/// "69°18.12'N 033°30.06'E" apart.
std::pair<QString, QString> latitude_and_longitude(const geo::Position& position) {
    const auto text = to_qt(geo::format_position(position));
    const auto space = text.indexOf(QLatin1Char(' '));
    return {text.left(space), text.mid(space + 1)};
}

std::vector<Column> leg_columns() {
    const auto right = Qt::AlignRight;
    return {{SectionWords::tr("No"), 22.0, right},
            {SectionWords::tr("Waypoint"), 76.0, Qt::AlignLeft},
            {SectionWords::tr("Latitude"), 51.0, right},
            {SectionWords::tr("Longitude"), 55.0, right},
            {SectionWords::tr("Leg"), 22.0, Qt::AlignLeft},
            {SectionWords::tr("Course\n\u00b0T"), 34.0, right},
            {SectionWords::tr("Dist.\nnm"), 36.0, right},
            {SectionWords::tr("Speed\nkn"), 32.0, right},
            {SectionWords::tr("ETA\nUTC"), 64.0, right},
            {SectionWords::tr("Ice\n/10"), 28.0, right},
            {SectionWords::tr("Thick.\nm"), 32.0, right},
            {SectionWords::tr("RIO"), 27.0, right},
            {SectionWords::tr("Depth\nm"), 31.0, right}};
}

QString leg_kind(const route::Waypoint& waypoint) {
    return waypoint.arrive_by == geo::EdgeKind::rhumb_line ? SectionWords::tr("RL")
                                                           : SectionWords::tr("GC");
}

QString words_below(const VoyagePoint& point) {
    QStringList words;
    if (point.speed_limit) {
        words.append(SectionWords::tr("At most %1 kn on the leg that ends here.")
                         .arg(number(point.speed_limit->in_knots(), 1)));
    }
    if (point.leave_not_before) {
        words.append(
            SectionWords::tr("Lies here until %1.").arg(minute_text(*point.leave_not_before)));
    }
    if (!point.note.empty()) {
        words.append(to_qt(point.note));
    }
    return words.join(QLatin1Char(' '));
}

TableRow leg_row(const ReportInput& input, std::size_t i) {
    const auto& route = route_of(input);
    const auto& point = input.voyage.points[i];
    const auto& waypoint = route.waypoints[i];
    const auto [latitude, longitude] = latitude_and_longitude(waypoint.position);
    TableRow row;
    row.is_emphasised = point.is_fixed;
    row.cells = {QString::number(i + 1), to_qt(point.name), latitude, longitude};
    if (i == 0) {
        row.cells.insert(row.cells.end(), {dash(), dash(), dash(), dash(),
                                           to_qt(format_instant_short(route.departure))});
    } else {
        const auto& leg = route.legs[i - 1];
        const bool ice = leg.max_concentration >= no_ice_below;
        row.cells.insert(row.cells.end(),
                         {leg_kind(waypoint), number(leg.initial_bearing.in_degrees(), 1),
                          number(leg.distance.in_nautical_miles(), 1),
                          number(leg.mean_speed.in_knots(), 1),
                          to_qt(format_instant_short(leg.arrival)),
                          ice ? number(leg.max_concentration * 10.0, 1) : dash(),
                          ice ? number(leg.max_thickness_m, 1) : dash(),
                          with_rio(input) && ice ? number(leg.min_rio, 1) : dash(),
                          leg.min_depth_m ? number(*leg.min_depth_m, 0) : QStringLiteral("?")});
    }
    row.below = words_below(point);
    return row;
}

TableRow totals_row(const route::Route& route) {
    const auto& totals = route.totals;
    TableRow row;
    row.is_emphasised = true;
    row.cells = {QString(),
                 SectionWords::tr("Total"),
                 QString(),
                 QString(),
                 QString(),
                 QString(),
                 number(totals.distance.in_nautical_miles(), 1),
                 QString(),
                 duration_text(totals.duration)};
    return row;
}

} // namespace

void put_legs(Sheet& sheet, const ReportInput& input) {
    const auto& route = route_of(input);
    sheet.heading(SectionWords::tr("Waypoints and legs"));
    sheet.paragraph(
        SectionWords::tr("A leg stands at the waypoint where it ends. GC: shortest line on WGS 84; "
                         "RL: rhumb line; course at its beginning. Ice and thickness are the "
                         "greatest on the leg, RIO and depth the least; ? is not known. Set by the "
                         "planner: in bold."),
        {7.5, chart::Weight::regular, true});
    std::vector<TableRow> rows;
    const auto count = std::min(route.waypoints.size(), input.voyage.points.size());
    rows.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        rows.push_back(leg_row(input, i));
    }
    rows.push_back(totals_row(route));
    sheet.table(leg_columns(), rows);
    if (!route.waits.empty()) {
        sheet.heading(SectionWords::tr("Waits"), 30.0);
        for (const auto& wait : route.waits) {
            sheet.paragraph(SectionWords::tr("%1 to %2 at %3: %4")
                                .arg(minute_text(wait.from), minute_text(wait.until),
                                     to_qt(geo::format_position(wait.position)),
                                     to_qt(wait.reason)),
                            {8.5, chart::Weight::regular, false});
        }
    }
}

// ---------------------------------------------------------------- findings

namespace {

QString heading_of(rules::Severity severity) {
    switch (severity) {
    case rules::Severity::violation:
        return SectionWords::tr("Violations: these break a rule");
    case rules::Severity::warning:
        return SectionWords::tr("Warnings: allowed, but only with restrictions");
    case rules::Severity::caution:
        return SectionWords::tr("Cautions: not checked, or a thin margin");
    case rules::Severity::info:
        break;
    }
    return SectionWords::tr("Notes: what was assumed");
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
            SectionWords::tr("over %1 nm").arg(number(finding.extent->in_nautical_miles(), 1)));
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
            SectionWords::tr("Remedy: %1").arg(to_qt(chart::sentence_of(finding.remedy))), words,
            indent_pt);
    }
    if (const auto reason = accepted_reason(input, finding)) {
        sheet.paragraph(reason->isEmpty()
                            ? SectionWords::tr("Accepted by the planner, no reason given.")
                            : SectionWords::tr("Accepted by the planner: %1").arg(*reason),
                        {8.5, chart::Weight::bold, false}, indent_pt);
    }
    sheet.space(2.0);
}

} // namespace

void put_findings(Sheet& sheet, const ReportInput& input) {
    const auto& findings = input.judgement->findings;
    sheet.heading(SectionWords::tr("Findings"));
    if (findings.empty()) {
        sheet.paragraph(SectionWords::tr("None."));
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

// ---------------------------------------------------------------- provenance

namespace {

QString days(double seconds) {
    constexpr double day_s = 86400.0;
    return SectionWords::tr("%1 d").arg(number(seconds / day_s, 1));
}

/// How the data's time lies to the voyage's.
QString age_text(const route::DataSource& source, const route::Route& route) {
    if (!source.valid_from || !source.valid_until) {
        return SectionWords::tr("no time");
    }
    if (*source.valid_until < route.departure) {
        return SectionWords::tr("%1 old at departure")
            .arg(days(between(*source.valid_until, route.departure).in_seconds()));
    }
    if (*source.valid_from > route.arrival) {
        return SectionWords::tr("begins %1 after arrival")
            .arg(days(between(route.arrival, *source.valid_from).in_seconds()));
    }
    if (*source.valid_from > route.departure) {
        return SectionWords::tr("begins %1 after departure")
            .arg(days(between(route.departure, *source.valid_from).in_seconds()));
    }
    if (*source.valid_until < route.arrival) {
        return SectionWords::tr("ends %1 before arrival")
            .arg(days(between(*source.valid_until, route.arrival).in_seconds()));
    }
    return SectionWords::tr("spans the voyage");
}

QString valid_text(const route::DataSource& source) {
    if (!source.valid_from || !source.valid_until) {
        return dash();
    }
    const auto from = minute_text(*source.valid_from);
    return *source.valid_from == *source.valid_until
               ? from
               : from + QLatin1Char('\n') + minute_text(*source.valid_until);
}

QString name_of_variable(const std::string& name) {
    const auto variable = env::variable_named(name);
    return variable ? variable_text(*variable) : to_qt(name);
}

void put_data(Sheet& sheet, const ReportInput& input) {
    const std::vector<Column> columns{{SectionWords::tr("Variable"), 104.0, Qt::AlignLeft},
                                      {SectionWords::tr("File and product"), 214.0, Qt::AlignLeft},
                                      {SectionWords::tr("Valid from, until"), 96.0, Qt::AlignLeft},
                                      {SectionWords::tr("For this voyage"), 96.0, Qt::AlignLeft}};
    std::vector<TableRow> rows;
    for (const auto& source : input.judgement->provenance.data) {
        TableRow row;
        auto file = to_qt(source.file);
        if (!source.product.empty() && source.product != "constant") {
            file += QLatin1Char('\n') + to_qt(source.product);
        }
        row.cells = {name_of_variable(source.variable), file, valid_text(source),
                     age_text(source, route_of(input))};
        if (!source.sha256.empty()) {
            row.below = SectionWords::tr("SHA-256 %1").arg(to_qt(source.sha256));
        }
        rows.push_back(std::move(row));
    }
    sheet.heading(SectionWords::tr("Data"));
    sheet.table(columns, rows);
}

void put_ship(Sheet& sheet, const ReportInput& input) {
    const auto& ship = *input.surroundings.vessel;
    const auto& hull = ship.particulars();
    sheet.heading(SectionWords::tr("Ship"));
    const std::array<Figure, 7> entries{{
        {SectionWords::tr("Name"), to_qt(hull.name)},
        {SectionWords::tr("Ice class"), ice_class_text(hull.ice_class)},
        {SectionWords::tr("Length, beam, draught"),
         SectionWords::tr("%1 m, %2 m, %3 m")
             .arg(number(hull.length.in_metres(), 1), number(hull.beam.in_metres(), 1),
                  number(hull.draught.in_metres(), 1))},
        {SectionWords::tr("Power, speed"),
         SectionWords::tr("%1 kW, %2 kn in open water")
             .arg(number(hull.power.in_kilowatts(), 0), number(ship.open_water_speed_kn(), 1))},
        {SectionWords::tr("Speed in ice"), to_qt(ship.speed_model().describe())},
        {SectionWords::tr("Fuel"), to_qt(ship.fuel_model().describe())},
        {SectionWords::tr("File"), to_qt(ship.source())},
    }};
    for (const auto& [label, value] : entries) {
        sheet.entry(label, value, label_width_pt);
    }
    QStringList notes;
    for (const auto& note : ship.notes()) {
        notes.append(to_qt(chart::sentence_of(note)));
    }
    if (!notes.isEmpty()) {
        sheet.entry(SectionWords::tr("Sources and marks"), notes.join(QLatin1Char('\n')),
                    label_width_pt);
    }
}

} // namespace

void put_provenance(Sheet& sheet, const ReportInput& input) {
    const auto& provenance = input.judgement->provenance;
    put_ship(sheet, input);
    sheet.heading(SectionWords::tr("Rules and models"));
    QStringList rules;
    for (const auto& rule : provenance.rules) {
        rules.append(to_qt(rule));
    }
    const auto entry = [&](const QString& label, const std::string& text) {
        if (!text.empty()) {
            sheet.entry(label, to_qt(text), label_width_pt);
        }
    };
    sheet.entry(SectionWords::tr("Rules"),
                rules.isEmpty() ? SectionWords::tr("none were applied")
                                : rules.join(QLatin1Char('\n')),
                label_width_pt);
    entry(SectionWords::tr("Model"), provenance.model);
    entry(SectionWords::tr("Coastline"), provenance.coastline);
    entry(SectionWords::tr("Grid"), provenance.grid);
    entry(SectionWords::tr("Scenario"), provenance.scenario);
    entry(SectionWords::tr("Program"), "Fairlead " + provenance.version);
    put_data(sheet, input);
}

} // namespace fairlead::gui
