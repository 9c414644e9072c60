// SPDX-License-Identifier: Apache-2.0
// A candidate looks the same wherever it is shown, and not by colour alone.
#include "core/base/data_folder.hpp"
#include "gui/app/chart_companion.hpp"
#include "gui/app/chart_composer.hpp"
#include "gui/app/layer_panel.hpp"
#include "gui/app/legend_box.hpp"
#include "gui/chart/gui_application.hpp"
#include "gui/panels/profile_panel.hpp"
#include "gui/view/live_overlay.hpp"
#include "gui/widgets/tone.hpp"
#include "tests/gui/desk/voyage_fixture.hpp"

#include <catch2/catch.hpp>

#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <qcustomplot.h>

#include <algorithm>
#include <set>

using namespace fairlead;
using namespace fairlead::gui;

namespace {

struct Shown {
    VoyageSession session;
    ChartLayers layers;
    geo::Gazetteer gazetteer = geo::Gazetteer::read(data_folder() / "ports" / "ports.csv");
    QPalette palette;

    Shown() {
        chart::ensure_gui_application();
        test::open_planned(session);
        palette = QGuiApplication::palette();
        // Another way for the second, so that it does not lie under the first.
        auto candidates = session.candidates();
        auto moved = *candidates[1].result;
        auto& route = std::get<route::Route>(moved.outcome);
        for (auto& point : route.track) {
            point.position = geo::Position::degrees(point.position.latitude_deg() + 2.0,
                                                    point.position.longitude_deg());
        }
        route.waypoints[1].position = geo::Position::degrees(79.0, 68.5);
        candidates[1].result = std::make_shared<const plan::PlanResult>(std::move(moved));
        session.adopt(std::move(candidates));
    }
    [[nodiscard]] ChartContent content() const {
        return compose_chart(session, layers, gazetteer, palette);
    }
    /// How many pixels of the chart's lines are of a colour.
    [[nodiscard]] long long pixels_of(const QColor& ink) const {
        const auto shown = content();
        const auto centre = shown.plane.forward(geo::Position::degrees(78.0, 90.0));
        const chart::Viewport view(shown.plane, *centre, 6000.0, Angle(), {500, 500});
        QImage image(500, 500, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        const auto style = chart::ChartStyle::day();
        LiveOverlay(shown).paint_lines(painter, shown, view, style, shown.route_palette.get());
        painter.end();
        const auto* begin = reinterpret_cast<const QRgb*>(image.constBits()); // NOLINT
        return std::count(begin, begin + 500 * 500, ink.rgb());
    }
};

} // namespace

TEST_CASE("candidates: one colour, dash and letter on the chart as in tables and plots",
          "[candidate_colours]") {
    Shown shown;
    REQUIRE(shown.session.selected() == 0U);
    const auto ink = [&](int number) { return series_ink(shown.palette, number); };
    const auto keys = [&] {
        std::map<QString, RouteKey> found;
        for (const auto& route : shown.content().routes) {
            REQUIRE(route.key);
            found.emplace(route.key->letter, *route.key);
        }
        return found;
    };
    for (const std::size_t chosen : {0U, 1U}) { // whichever is chosen
        shown.session.select(chosen);
        REQUIRE(shown.session.selected() == chosen);
        const auto found = keys();
        REQUIRE(found.size() == 2);
        CHECK(found.at(QStringLiteral("A")).ink == ink(0));
        CHECK(found.at(QStringLiteral("B")).ink == ink(1));
        CHECK(key_pen(found.at(QStringLiteral("A")), 2.0).dashPattern() !=
              key_pen(found.at(QStringLiteral("B")), 2.0).dashPattern());
        CHECK(shown.pixels_of(ink(0)) > 50);
        CHECK(shown.pixels_of(ink(1)) > 50);

        ProfilePanel profile(shown.session);
        profile.setPalette(shown.palette);
        std::set<QRgb> inks;
        for (int i = 0; i < profile.plot().graphCount(); ++i) {
            inks.insert(profile.plot().graph(i)->pen().color().rgb());
        }
        CHECK(inks.count(ink(static_cast<int>(chosen)).rgb()) == 1);
        CHECK(inks.count(ink(static_cast<int>(1 - chosen)).rgb()) == 0);
        shown.session.pin(1 - chosen);
        inks.clear();
        for (int i = 0; i < profile.plot().graphCount(); ++i) {
            inks.insert(profile.plot().graph(i)->pen().color().rgb());
        }
        CHECK(inks.count(ink(static_cast<int>(1 - chosen)).rgb()) == 1);
        shown.session.pin(std::nullopt);
    }
}

TEST_CASE("candidates: the legend of the chart tells which is which", "[candidate_colours]") {
    Shown shown;
    LayerPanel panel(shown.layers);
    DocumentEdits edits(shown.session, shown.gazetteer, [] { return Length::nautical_miles(1.0); });
    ChartView chart;
    ChartCompanion companion(chart, shown.session, shown.layers, panel, edits);
    const auto lines = [&] { return companion.legend().text().split(QLatin1Char('\n')); };
    REQUIRE(lines().size() >= 2);
    CHECK(lines()[0] == QStringLiteral("A, Least time, chosen, coloured by risk"));
    CHECK(lines()[1] == QStringLiteral("B, Least fuel"));
    shown.session.select(1);
    CHECK(lines()[0] == QStringLiteral("A, Least time"));
    CHECK(lines()[1] == QStringLiteral("B, Least fuel, chosen, coloured by risk"));
    shown.session.setShown(0, false);
    CHECK(lines()[0].startsWith(QStringLiteral("B")));
    shown.layers.setShown(ChartLayer::routes, false);
    CHECK_FALSE(companion.legend().text().contains(QStringLiteral("Least fuel")));
}
