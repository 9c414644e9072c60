// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/geodesic.hpp"
#include "gui/document/qt_text.hpp"
#include "gui/models/words.hpp"
#include "gui/report/report_sections.hpp"
#include "gui/report/section_parts.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace fairlead::gui {

namespace {

struct LegSectionWords {
    Q_DECLARE_TR_FUNCTIONS(ReportSections)
};

/// "69°18.12'N 033°30.06'E" apart.
std::pair<QString, QString> latitude_and_longitude(const geo::Position& position) {
    const auto text = to_qt(geo::format_position(position));
    const auto space = text.indexOf(QLatin1Char(' '));
    return {text.left(space), text.mid(space + 1)};
}

std::vector<Column> leg_columns() {
    const auto right = Qt::AlignRight;
    return {{LegSectionWords::tr("No"), 22.0, right},
            {LegSectionWords::tr("Waypoint"), 76.0, Qt::AlignLeft},
            {LegSectionWords::tr("Latitude"), 51.0, right},
            {LegSectionWords::tr("Longitude"), 55.0, right},
            {LegSectionWords::tr("Leg"), 22.0, Qt::AlignLeft},
            {LegSectionWords::tr("Course\n\u00b0T"), 34.0, right},
            {LegSectionWords::tr("Dist.\nnm"), 36.0, right},
            {LegSectionWords::tr("Speed\nkn"), 32.0, right},
            {LegSectionWords::tr("ETA\nUTC"), 64.0, right},
            {LegSectionWords::tr("Ice\n/10"), 28.0, right},
            {LegSectionWords::tr("Thick.\nm"), 32.0, right},
            {LegSectionWords::tr("RIO"), 27.0, right},
            {LegSectionWords::tr("Depth\nm"), 31.0, right}};
}

QString leg_kind(const route::Waypoint& waypoint) {
    return waypoint.arrive_by == geo::EdgeKind::rhumb_line ? LegSectionWords::tr("RL")
                                                           : LegSectionWords::tr("GC");
}

QString words_below(const VoyagePoint& point) {
    QStringList words;
    if (point.speed_limit) {
        words.append(LegSectionWords::tr("At most %1 kn on the leg that ends here.")
                         .arg(decimal(point.speed_limit->in_knots(), 1)));
    }
    if (point.leave_not_before) {
        words.append(
            LegSectionWords::tr("Lies here until %1.").arg(minute_text(*point.leave_not_before)));
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
                         {leg_kind(waypoint), course_text(leg.initial_bearing),
                          decimal(leg.distance.in_nautical_miles(), 1),
                          decimal(leg.mean_speed.in_knots(), 1),
                          to_qt(format_instant_short(leg.arrival)),
                          ice ? decimal(leg.max_concentration * 10.0, 1) : dash(),
                          ice ? decimal(leg.max_thickness_m, 1) : dash(),
                          with_rio(input) && ice ? decimal(leg.min_rio, 1) : dash(),
                          leg.min_depth_m ? decimal(*leg.min_depth_m, 0) : QStringLiteral("?")});
    }
    row.below = words_below(point);
    return row;
}

TableRow totals_row(const route::Route& route) {
    const auto& totals = route.totals;
    TableRow row;
    row.is_emphasised = true;
    row.cells = {QString(),
                 LegSectionWords::tr("Total"),
                 QString(),
                 QString(),
                 QString(),
                 QString(),
                 decimal(totals.distance.in_nautical_miles(), 1),
                 QString(),
                 duration_text(totals.duration)};
    return row;
}

} // namespace

void put_legs(Sheet& sheet, const ReportInput& input) {
    const auto& route = route_of(input);
    sheet.heading(LegSectionWords::tr("Waypoints and legs"));
    sheet.paragraph(LegSectionWords::tr(
                        "A leg stands at the waypoint where it ends. GC: shortest line on WGS 84; "
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
        sheet.heading(LegSectionWords::tr("Waits"), 30.0);
        for (const auto& wait : route.waits) {
            sheet.paragraph(LegSectionWords::tr("%1 to %2 at %3: %4")
                                .arg(minute_text(wait.from), minute_text(wait.until),
                                     to_qt(geo::format_position(wait.position)),
                                     to_qt(wait.reason)),
                            {8.5, chart::Weight::regular, false});
        }
    }
}

} // namespace fairlead::gui
