// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vessel/vessel.hpp"
#include "gui/chart/plan_words.hpp"
#include "gui/document/qt_text.hpp"
#include "gui/models/engine_words.hpp"
#include "gui/models/words.hpp"
#include "gui/report/report_sections.hpp"
#include "gui/report/section_parts.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <utility>

namespace fairlead::gui {

namespace {

struct ProvenanceWords {
    Q_DECLARE_TR_FUNCTIONS(ReportSections)
};

constexpr double label_width_pt = 92.0;

QString days(double seconds) {
    constexpr double day_s = 86400.0;
    return ProvenanceWords::tr("%1 d").arg(decimal(seconds / day_s, 1));
}

/// How the data's time lies to the voyage's.
QString age_text(const route::DataSource& source, const route::Route& route) {
    if (!source.valid_from || !source.valid_until) {
        return ProvenanceWords::tr("no time");
    }
    if (*source.valid_until < route.departure) {
        return ProvenanceWords::tr("%1 old at departure")
            .arg(days(between(*source.valid_until, route.departure).in_seconds()));
    }
    if (*source.valid_from > route.arrival) {
        return ProvenanceWords::tr("begins %1 after arrival")
            .arg(days(between(route.arrival, *source.valid_from).in_seconds()));
    }
    if (*source.valid_from > route.departure) {
        return ProvenanceWords::tr("begins %1 after departure")
            .arg(days(between(route.departure, *source.valid_from).in_seconds()));
    }
    if (*source.valid_until < route.arrival) {
        return ProvenanceWords::tr("ends %1 before arrival")
            .arg(days(between(*source.valid_until, route.arrival).in_seconds()));
    }
    return ProvenanceWords::tr("spans the voyage");
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
    const std::vector<Column> columns{
        {ProvenanceWords::tr("Variable"), 104.0, Qt::AlignLeft},
        {ProvenanceWords::tr("File and product"), 214.0, Qt::AlignLeft},
        {ProvenanceWords::tr("Valid from, until"), 96.0, Qt::AlignLeft},
        {ProvenanceWords::tr("For this voyage"), 96.0, Qt::AlignLeft}};
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
            row.below = ProvenanceWords::tr("SHA-256 %1").arg(to_qt(source.sha256));
        }
        rows.push_back(std::move(row));
    }
    sheet.heading(ProvenanceWords::tr("Data"));
    sheet.table(columns, rows);
}

void put_ship(Sheet& sheet, const ReportInput& input) {
    const auto& ship = *input.surroundings.vessel;
    const auto& hull = ship.particulars();
    sheet.heading(ProvenanceWords::tr("Ship"));
    const std::array<Figure, 7> entries{{
        {ProvenanceWords::tr("Name"), to_qt(hull.name)},
        {ProvenanceWords::tr("Ice class"), ice_class_text(hull.ice_class)},
        {ProvenanceWords::tr("Length, beam, draught"),
         ProvenanceWords::tr("%1 m, %2 m, %3 m")
             .arg(decimal(hull.length.in_metres(), 1), decimal(hull.beam.in_metres(), 1),
                  decimal(hull.draught.in_metres(), 1))},
        {ProvenanceWords::tr("Power, speed"),
         ProvenanceWords::tr("%1 kW, %2 kn in open water")
             .arg(decimal(hull.power.in_kilowatts(), 0), decimal(ship.open_water_speed_kn(), 1))},
        {ProvenanceWords::tr("Speed in ice"), to_qt(ship.speed_model().describe())},
        {ProvenanceWords::tr("Fuel"), to_qt(ship.fuel_model().describe())},
        {ProvenanceWords::tr("File"), to_qt(ship.source())},
    }};
    for (const auto& [label, value] : entries) {
        sheet.entry(label, value, label_width_pt);
    }
    QStringList notes;
    for (const auto& note : ship.notes()) {
        notes.append(to_qt(chart::sentence_of(note)));
    }
    if (!notes.isEmpty()) {
        sheet.entry(ProvenanceWords::tr("Sources and marks"), notes.join(QLatin1Char('\n')),
                    label_width_pt);
    }
}

} // namespace

void put_provenance(Sheet& sheet, const ReportInput& input) {
    const auto& provenance = input.judgement->provenance;
    put_ship(sheet, input);
    sheet.heading(ProvenanceWords::tr("Rules and models"));
    QStringList rules;
    for (const auto& rule : provenance.rules) {
        rules.append(to_qt(rule));
    }
    const auto entry = [&](const QString& label, const std::string& text) {
        if (!text.empty()) {
            sheet.entry(label, to_qt(text), label_width_pt);
        }
    };
    sheet.entry(ProvenanceWords::tr("Rules"),
                rules.isEmpty() ? ProvenanceWords::tr("none were applied")
                                : rules.join(QLatin1Char('\n')),
                label_width_pt);
    entry(ProvenanceWords::tr("Model"), provenance.model);
    entry(ProvenanceWords::tr("Coastline"), provenance.coastline);
    entry(ProvenanceWords::tr("Grid"), provenance.grid);
    entry(ProvenanceWords::tr("Scenario"), provenance.scenario);
    entry(ProvenanceWords::tr("Program"), "Fairlead " + provenance.version);
    put_data(sheet, input);
}

} // namespace fairlead::gui
