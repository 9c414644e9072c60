// SPDX-License-Identifier: GPL-3.0-or-later
// Who goes where, whether the line may be sailed, the figures that matter; profile and chart.
#include "gui/report/report_sections.hpp"

#include "core/route/synthetic.hpp"
#include "core/vessel/vessel.hpp"
#include "gui/document/qt_text.hpp"
#include "gui/models/engine_words.hpp"
#include "gui/models/words.hpp"
#include "gui/report/profile_lanes.hpp"
#include "gui/report/section_parts.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace fairlead::gui {

namespace {

struct SummaryWords {
    Q_DECLARE_TR_FUNCTIONS(ReportSections)
};

constexpr double least_profile_pt = 300.0;

QString name_of_end(const route::Waypoint& waypoint) {
    return to_qt(waypoint.name.empty() ? geo::format_position(waypoint.position) : waypoint.name);
}

std::size_t count_of(const ReportInput& input, rules::Severity severity) {
    const auto& findings = input.judgement->findings;
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [&](const rules::Finding& finding) { return finding.severity == severity; }));
}

std::vector<Figure> figures_of(const ReportInput& input) {
    const auto& route = route_of(input);
    const auto& totals = route.totals;
    const Duration under_way = totals.duration - totals.waiting;
    std::vector<Figure> figures{
        {SummaryWords::tr("Departure"), minute_text(route.departure)},
        {SummaryWords::tr("Arrival"), minute_text(route.arrival)},
        {SummaryWords::tr("Duration"), duration_text(totals.duration)},
        {SummaryWords::tr("of which waiting"), duration_text(totals.waiting)},
        {SummaryWords::tr("Distance"),
         SummaryWords::tr("%1 nm").arg(decimal(totals.distance.in_nautical_miles(), 1))},
        {SummaryWords::tr("Mean speed"),
         under_way > Duration{}
             ? SummaryWords::tr("%1 kn").arg(decimal((totals.distance / under_way).in_knots(), 1))
             : dash()},
        {SummaryWords::tr("Fuel"), SummaryWords::tr("%1 t").arg(decimal(totals.fuel_t, 1))},
        {SummaryWords::tr("CO2"), SummaryWords::tr("%1 t").arg(decimal(totals.co2_t, 0))},
        {SummaryWords::tr("Ice risk"),
         SummaryWords::tr("%1 risk hours").arg(decimal(totals.risk, 1))},
    };
    figures.push_back({SummaryWords::tr("Least RIO"), with_rio(input)
                                                          ? decimal(totals.min_rio, 1)
                                                          : SummaryWords::tr("not applied")});
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
    figures.push_back({SummaryWords::tr("Heaviest ice"),
                       most_ice < no_ice_below
                           ? SummaryWords::tr("none")
                           : SummaryWords::tr("%1 tenths, %2 m")
                                 .arg(decimal(most_ice * 10.0, 1), decimal(thickest_m, 1))});
    figures.push_back({SummaryWords::tr("Least depth"),
                       shallowest_m ? SummaryWords::tr("%1 m").arg(decimal(*shallowest_m, 0))
                                    : SummaryWords::tr("not known")});
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
    QString headline = SummaryWords::tr("Breaks none of the rules that were applied");
    if (violations > 0) {
        headline =
            SummaryWords::tr("Not to be sailed as it stands. Violations: %1").arg(violations);
    } else if (!input.judgement->feasible) {
        headline = SummaryWords::tr("Not to be sailed as it stands: the line ends before its "
                                    "destination");
    } else if (warnings > 0) {
        headline = SummaryWords::tr("Allowed with restrictions. Warnings: %1").arg(warnings);
    }
    QStringList rest;
    if (violations > 0 && warnings > 0) {
        rest.append(SummaryWords::tr("Warnings: %1").arg(warnings));
    }
    if (cautions > 0) {
        rest.append(SummaryWords::tr("Cautions: %1 (not checked, or a thin margin)").arg(cautions));
    }
    const auto accepted = std::count_if(
        input.judgement->findings.begin(), input.judgement->findings.end(),
        [&](const rules::Finding& finding) { return accepted_reason(input, finding).has_value(); });
    if (accepted > 0) {
        rest.append(SummaryWords::tr("Accepted by the planner: %1").arg(accepted));
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
                         rest.isEmpty() ? SummaryWords::tr("No warnings, no cautions.")
                                        : rest.join(QStringLiteral("  \u00b7  ")));
    });
    sheet.space(9.0);
}

} // namespace

void put_summary(Sheet& sheet, const ReportInput& input) {
    const auto& route = route_of(input);
    const auto& ship = input.surroundings.vessel->particulars();
    const auto ends =
        SummaryWords::tr("%1 to %2")
            .arg(name_of_end(route.waypoints.front()), name_of_end(route.waypoints.back()));
    const auto name = input.voyage.name.empty() ? ends : to_qt(input.voyage.name);
    sheet.title(name);
    if (name != ends) {
        sheet.paragraph(ends, {9.5, chart::Weight::regular, true});
    }
    sheet.paragraph(SummaryWords::tr("%1, ice class %2, draught %3 m")
                        .arg(to_qt(ship.name), ice_class_text(ship.ice_class),
                             decimal(ship.draught.in_metres(), 1)),
                    {9.5, chart::Weight::regular, true});
    if (route::calls_itself_synthetic(input.judgement->provenance)) {
        sheet.paragraph(SummaryWords::tr("SYNTHETIC DATA: this voyage takes place in an invented "
                                         "sea and must not be sailed."),
                        {9.5, chart::Weight::bold, false});
    }
    put_verdict(sheet, input);
    put_figures(sheet, figures_of(input));
    if (!input.voyage.notes.empty()) {
        sheet.heading(SummaryWords::tr("Planner's notes"), 20.0);
        sheet.paragraph(to_qt(input.voyage.notes));
    }
}

void put_profile(Sheet& sheet, const ReportInput& input) {
    sheet.heading(SummaryWords::tr("Along the route"), least_profile_pt);
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

} // namespace fairlead::gui
