// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/report/voyage_report.hpp"

#include "core/base/contract.hpp"
#include "core/base/text.hpp"
#include "core/base/version.hpp"
#include "gui/chart/gui_application.hpp"
#include "gui/chart/picture.hpp"
#include "gui/chart/plan_picture.hpp"
#include "gui/document/qt_text.hpp"
#include "gui/report/report_sections.hpp"

#include <QBuffer>
#include <QCoreApplication>

#include <string_view>
#include <utility>

namespace fairlead::gui {

namespace {

struct ReportWords {
    Q_DECLARE_TR_FUNCTIONS(VoyageReport)
};

constexpr double dots_per_inch = 300.0;
constexpr double chart_width_mm = 267.0; ///< across the page, between its margins
/// In the chart's own pixels: their ratio is that of the room on the page.
constexpr chart::PixelSize chart_size{1400, 872};

/// What the chart renderer knows of a plan, for a line that was judged.
plan::PlanResult result_of(const ReportInput& input) {
    plan::PlanResult result;
    result.outcome = input.judgement->route;
    result.findings = input.judgement->findings;
    result.provenance = input.judgement->provenance;
    for (std::size_t i = 0; i < input.voyage.points.size(); ++i) {
        if (input.voyage.points[i].is_fixed) {
            result.place_waypoints.push_back(i);
        }
    }
    return result;
}

QImage chart_of(const ReportInput& input) {
    const auto& coastline = input.surroundings.land->coastline();
    const auto request = plan_request(input.voyage, input.surroundings, cost::ObjectiveKind::time);
    chart::PlanPictureOptions options;
    options.size = {chart_size, dots_per_inch * chart_width_mm / 25.4 / chart_size.width};
    options.land = coastline.land;
    options.ports = input.ports;
    options.attribution = coastline.name;
    auto picture = chart::compose_plan_picture(request, result_of(input), options);
    // A line that was judged is not one of least anything.
    picture.scene.title = input.voyage.name.empty() ? picture.scene.title : input.voyage.name;
    picture.scene.subtitle = input.surroundings.vessel->particulars().name;
    return chart::draw_picture(picture.scene, picture.view.layout, picture.view.view,
                               chart::ChartStyle::day());
}

RunningLines running_lines(const ReportInput& input) {
    RunningLines lines;
    lines.head_left = to_qt(input.voyage.name);
    lines.head_right = ReportWords::tr("Voyage report, Fairlead %1, made %2")
                           .arg(to_qt(version()), to_qt(format_instant(input.made)));
    lines.foot = ReportWords::tr(
        "Not for navigation without official charts. A plan: the master decides. All times UTC.");
    lines.page_label = ReportWords::tr("Page %1 of %2");
    return lines;
}

/// @return how many pages it has.
int put_report(QIODevice& device, const ReportInput& input, const QImage& chart, int page_count) {
    Sheet sheet(device, running_lines(input), page_count, to_qt(input.voyage.name));
    put_summary(sheet, input);
    put_profile(sheet, input);
    put_chart(sheet, chart);
    sheet.new_page();
    put_legs(sheet, input);
    put_findings(sheet, input);
    put_provenance(sheet, input);
    return sheet.page();
}

} // namespace

QByteArray report_bytes(const ReportInput& input, const Progress& progress) {
    FAIRLEAD_EXPECTS(input.surroundings.complete() && input.judgement != nullptr &&
                     !input.judgement->route.track.empty());
    chart::ensure_gui_application();
    progress.throw_if_stopped();
    const auto chart = chart_of(input);
    progress.throw_if_stopped();
    // Once for the number of pages, which stands on each of them.
    QBuffer draft;
    draft.open(QIODevice::WriteOnly);
    const int page_count = put_report(draft, input, QImage(), 0);
    progress.throw_if_stopped();
    QBuffer report;
    report.open(QIODevice::WriteOnly);
    put_report(report, input, chart, page_count);
    return report.data();
}

void write_report(const std::filesystem::path& file, const ReportInput& input,
                  const Progress& progress) {
    const auto bytes = report_bytes(input, progress);
    write_file_atomically(
        file, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

} // namespace fairlead::gui
