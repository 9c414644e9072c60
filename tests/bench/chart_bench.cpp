// SPDX-License-Identifier: Apache-2.0
// The chart of the desktop against its budgets, offscreen at 1600 x 1000: how long the interface is
// held up by a frame while panning and zooming, how soon a step in time is seen, and what a picture
// of the full coast takes.
// Usage: fairlead_chart_bench [--screenshots FOLDER] [ICE_FILE...]
#include "core/io/coastline.hpp"
#include "core/io/scenario_environment.hpp"
#include "gui/chart/renderer.hpp"
#include "gui/view/chart_view.hpp"
#include "gui/view/view_motion.hpp"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace fairlead;
using namespace fairlead::gui;

constexpr int width = 1600;
constexpr int height = 1000;

double milliseconds(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) * 1e-6;
}

/// Of all threads: what a machine with other work to do does not blur.
double process_cpu_ms() {
    return static_cast<double>(std::clock()) * 1e3 / static_cast<double>(CLOCKS_PER_SEC);
}

void say(const char* what, std::vector<double> times_ms, double median_limit, double p95_limit) {
    std::sort(times_ms.begin(), times_ms.end());
    const auto at = [&](double share) {
        return times_ms[static_cast<std::size_t>(share * static_cast<double>(times_ms.size() - 1))];
    };
    const auto verdict = [](double value, double limit) {
        return limit <= 0.0 ? "" : value <= limit ? "met" : "NOT MET";
    };
    std::printf("%-44s median %7.1f ms %-8s 95 %% %7.1f ms %-8s (%zu)\n", what, at(0.5),
                verdict(at(0.5), median_limit), at(0.95), verdict(at(0.95), p95_limit),
                times_ms.size());
}

long peak_kib() {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        if (word == "VmHWM:") {
            long kib = 0;
            status >> kib;
            return kib;
        }
    }
    return 0;
}

/// A voyage round the north of Eurasia, drawn as geodesics.
route::Route sample_route() {
    route::Route route;
    const double places[][2] = {{69.3, 33.5},   {72.0, 45.0},  {76.9, 62.0},  {77.6, 80.0},
                                {78.2, 104.0},  {75.5, 128.0}, {74.0, 150.0}, {70.5, 172.0},
                                {69.0, -178.0}, {66.0, -169.0}};
    for (const auto& place : places) {
        route.waypoints.push_back({geo::Position::degrees(place[0], place[1]), ""});
    }
    return route;
}

ChartContent make_content(const std::vector<std::string>& ice_files) {
    ChartContent content;
    QElapsedTimer timer;
    timer.start();
    {
        const io::Coastline coast = io::read_coastline("gshhg", {50.0, 90.0});
        std::printf("%-44s %7.0f ms\n", "coastline north of 50 N, read", milliseconds(timer));
        timer.restart();
        content.base.land = std::make_shared<chart::ChartLand>(
            chart::ChartLand::with_levels(coast.land, content.plane));
    }
    std::printf("%-44s %7.0f ms (%zu vertices)\n", "levels of detail", milliseconds(timer),
                content.base.land->vertex_count());
    if (!ice_files.empty()) {
        io::ScenarioLayer layer;
        layer.sources = ice_files;
        const auto loaded = io::load_environment(nullptr, std::span(&layer, 1));
        const auto coverage = loaded.environment->coverage();
        timer.restart();
        chart::WarpRequest request;
        request.plane = content.plane;
        request.from = coverage->from;
        request.until = coverage->until;
        const auto ice = chart::warp(*loaded.environment, layer.variable, request);
        const auto& grid = ice->at(coverage->from)->grid;
        std::printf("%-44s %7.0f ms (%d x %d cells of %.2f km)\n", "ice, read and warped",
                    milliseconds(timer), grid.columns, grid.rows, grid.cell_m / 1000.0);
        content.base.layers = {
            {ice,
             std::make_shared<chart::Palette>(chart::Palette::named("ice_concentration")),
             1.0,
             true,
             {}}};
        content.base.time = coverage->from;
    }
    content.route_palette = std::make_shared<chart::Palette>(chart::Palette::named("route_risk"));
    for (int i = 0; i < 5; ++i) {
        chart::RouteLayer layer;
        layer.route = sample_route();
        layer.coloured_by_rio = true;
        for (auto& waypoint : layer.route.waypoints) {
            waypoint.position =
                geo::Position::degrees(waypoint.position.latitude_deg() + 0.25 * (4 - i),
                                       waypoint.position.longitude_deg());
        }
        for (std::size_t leg = 0; leg + 1 < layer.route.waypoints.size(); ++leg) {
            route::Leg made;
            made.min_rio = leg < 2 ? 30.0 : leg < 5 ? -4.0 : 6.0;
            made.arrival = content.base.time + std::chrono::hours(40 * (leg + 1));
            layer.route.legs.push_back(made);
        }
        ChartRoute shown;
        shown.id = QString::number(i);
        shown.standing =
            i == 4 ? ChartRoute::Standing::selected : ChartRoute::Standing::alternative;
        shown.editable = i == 4;
        if (i == 4) {
            shown.corridor = Corridor{Length::nautical_miles(5.0), Length::nautical_miles(5.0)};
        }
        shown.layer = std::make_shared<chart::RouteLayer>(std::move(layer));
        content.routes.push_back(std::move(shown));
    }
    const auto& ends = content.routes.back().layer->route.waypoints;
    content.places = {{"Murmansk", ends.front().position, chart::PlaceKind::start, ""},
                      {"Bering Strait", ends.back().position, chart::PlaceKind::destination, ""},
                      {"Tiksi", geo::Position::degrees(71.6, 128.9), chart::PlaceKind::port, ""},
                      {"Pevek", geo::Position::degrees(69.7, 170.3), chart::PlaceKind::port, ""}};
    return content;
}

/// Sleeps until there is something to do, as a program does: with a time limit processEvents()
/// would take a processor from those who render.
void settle(const ChartView& view) {
    QTimer heartbeat;
    heartbeat.start(2);
    while (!view.isSettled()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

/// Counts what the chart paints.
class PaintCount : public QObject {
  public:
    using QObject::QObject;
    int count = 0;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

/// What the interface is held up by one step: the step itself, all events, and the painting.
template <class Step>
std::vector<double> frames(ChartView& view, int count, const Step& step) {
    PaintCount paints;
    view.installEventFilter(&paints);
    std::vector<double> times_ms;
    for (int i = 0; i < count; ++i) {
        const int before = paints.count;
        QElapsedTimer timer;
        timer.start();
        step(i);
        QCoreApplication::processEvents();
        if (paints.count == before) {
            view.repaint();
        }
        times_ms.push_back(milliseconds(timer));
        QTest::qSleep(8); // the worker, too, has a screen's interval
    }
    return times_ms;
}

void measure(ChartView& view) {
    for (const double metres_per_pixel : {6000.0, 1000.0, 100.0}) {
        view.showPlace(geo::Position::degrees(76.5, 98.0), metres_per_pixel);
        settle(view);
        const std::string scale = std::to_string(static_cast<int>(metres_per_pixel)) + " m/px";
        say(("pan, " + scale).c_str(),
            frames(view, 120,
                   [&](int i) {
                       view.showView(panned(view.targetView(), {i % 40 < 20 ? 17.0 : -17.0, 5.0}));
                   }),
            8.0, 16.0);
        settle(view);
        say(("zoom, " + scale).c_str(),
            frames(view, 60,
                   [&](int i) {
                       view.showView(zoomed(view.targetView(), i % 20 < 10 ? 1.1 : 1.0 / 1.1,
                                            {500.0, 400.0}));
                   }),
            8.0, 16.0);
        settle(view);
        std::vector<double> steps_ms;
        std::vector<double> steps_cpu_ms;
        for (int i = 0; i < 15; ++i) {
            QElapsedTimer timer;
            timer.start();
            const double cpu_ms = process_cpu_ms();
            view.setTime(view.time() + std::chrono::minutes(30));
            settle(view);
            view.repaint();
            steps_ms.push_back(milliseconds(timer));
            steps_cpu_ms.push_back(process_cpu_ms() - cpu_ms);
        }
        say(("step in time, seen, " + scale).c_str(), steps_ms, 40.0, 0.0);
        say("  the same, CPU time of all threads", steps_cpu_ms, 0.0, 0.0);
        std::vector<double> land_ms;
        QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
        for (int i = 0; i < 7; ++i) {
            QElapsedTimer timer;
            image.fill(Qt::transparent);
            timer.start();
            chart::render_land(image, view.content().base.land.get(), false, view.view(), 1.0,
                               chart::ChartStyle::day());
            land_ms.push_back(milliseconds(timer));
        }
        say(("land alone, " + scale).c_str(), land_ms, 30.0, 0.0);
    }
}

void take_screenshots(ChartView& view, const QString& folder) {
    const std::pair<chart::Scheme, const char*> schemes[] = {{chart::Scheme::day, "day"},
                                                             {chart::Scheme::dusk, "dusk"},
                                                             {chart::Scheme::night, "night"}};
    for (const auto& [scheme, name] : schemes) {
        view.setScheme(scheme);
        view.turnToRoute();
        settle(view);
        view.grab().save(folder + QStringLiteral("/chart_%1_%2x.png")
                                      .arg(QString::fromLatin1(name))
                                      .arg(view.devicePixelRatioF()));
    }
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QString screenshots;
    std::vector<std::string> ice_files;
    for (int i = 1; i < argc; ++i) {
        if (std::string(argv[i]) == "--screenshots" && i + 1 < argc) {
            screenshots = QString::fromLocal8Bit(argv[++i]);
        } else {
            ice_files.emplace_back(argv[i]);
        }
    }
    try {
        ChartView view;
        view.setAnimated(false);
        view.setContent(make_content(ice_files));
        view.resize(width, height);
        view.show();
        settle(view);
        if (screenshots.isEmpty()) {
            measure(view);
        } else {
            take_screenshots(view, screenshots);
        }
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "%s\n", problem.what());
        return 1;
    }
    std::printf("%-44s %7.0f MiB\n", "peak memory", static_cast<double>(peak_kib()) / 1024.0);
    return 0;
}
