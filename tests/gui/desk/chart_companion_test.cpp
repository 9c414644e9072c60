// SPDX-License-Identifier: Apache-2.0
#include "gui/app/chart_companion.hpp"

#include "core/base/data_folder.hpp"
#include "core/env/projected_grid.hpp"
#include "core/io/sample_text.hpp"
#include "core/plan/planning_grid.hpp"
#include "core/plan/sample_place.hpp"
#include "gui/app/identify_card.hpp"
#include "gui/app/layer_facts.hpp"
#include "gui/app/layer_panel.hpp"
#include "gui/app/legend_box.hpp"
#include "gui/app/zone_card.hpp"
#include "gui/chart/gui_application.hpp"
#include "gui/document/line_edits.hpp"

#include <catch2/catch.hpp>

#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace fairlead;
using namespace fairlead::gui;

namespace {

constexpr int patience_ms = 60000;

template <class Condition>
bool wait_for(Condition condition) {
    return QTest::qWaitFor(condition, patience_ms);
}

/// A chart with all that stands around it, over the Barents Sea with half a metre of loose ice.
struct Desk {
    VoyageSession session;
    ChartLayers layers;
    LayerPanel panel{layers};
    geo::Gazetteer gazetteer = geo::Gazetteer::read(data_folder() / "ports" / "ports.csv");
    DocumentEdits edits{session, gazetteer, [] { return Length::nautical_miles(1.0); }};
    ChartView chart;
    ChartCompanion* companion = nullptr;

    Desk() {
        chart::ensure_gui_application();
        chart.resize(1200, 900);
        companion = new ChartCompanion(chart, session, layers, panel, edits);
        edits.setReplans(false);
        Voyage voyage;
        voyage.departure = parse_instant("2030-08-10T00:00Z");
        voyage.sea.scenario.clear();
        LayerChoice ice;
        ice.value = 0.2;
        voyage.sea.layers.push_back(ice);
        LayerChoice thickness;
        thickness.variable = env::Variable::sea_ice_thickness;
        thickness.value = 0.5;
        voyage.sea.layers.push_back(thickness);
        append_point(voyage, geo::Position::degrees(72.0, 30.0), "West");
        append_point(voyage, geo::Position::degrees(74.0, 44.0), "East");
        session.open(voyage);
    }
    [[nodiscard]] bool open() {
        return wait_for([&] { return session.surroundings().complete(); });
    }
    /// What the menu for a place offers.
    [[nodiscard]] QAction* offered(QMenu& menu, const geo::Position& place, const QString& words,
                                   const std::optional<WaypointRef>& waypoint = {}) {
        menu.clear();
        companion->fillMenu(menu, place, waypoint, {-1000.0, -1000.0});
        for (auto* action : menu.actions()) {
            if (action->text() == words) {
                return action;
            }
        }
        return nullptr;
    }
};

const geo::Position between_them = geo::Position::degrees(73.1, 37.0);

} // namespace

TEST_CASE("legend: what is shown stands there with unit and data", "[companion]") {
    Desk desk;
    REQUIRE(desk.open());
    auto& legend = desk.companion->legend();
    CHECK(legend.text().contains(QStringLiteral("Ice concentration")));
    CHECK(legend.text().contains(QStringLiteral("taken as 0.2")));
    CHECK_FALSE(legend.text().contains(QStringLiteral("thickness")));
    desk.layers.setShown(ChartLayer::thickness, true);
    CHECK(legend.text().contains(QStringLiteral("Ice thickness, m")));
    CHECK(legend.findChildren<RampStrip*>().size() >= 1);
    desk.chart.show();
    const int height = legend.height();
    CHECK(height > 60);
    desk.companion->setScheme(chart::Scheme::night); // made anew while it is seen
    CHECK(legend.height() == height);
    desk.layers.setShown(ChartLayer::thickness, false);
    desk.layers.setShown(ChartLayer::depth, false);
    CHECK(legend.isHidden());
    CHECK(layer_facts(desk.session.surroundings(), ChartLayer::waves, Instant{}).age ==
          QStringLiteral("no data"));
}

TEST_CASE("legend: it can be folded away", "[companion]") {
    Desk desk;
    REQUIRE(desk.open());
    desk.chart.resize(900, 700);
    desk.chart.show();
    auto& legend = desk.companion->legend();
    const auto whole = legend.geometry();
    auto* fold = legend.findChild<QToolButton*>();
    REQUIRE(fold != nullptr);
    QSignalSpy told(&legend, &LegendBox::folded);
    QTest::mouseClick(fold, Qt::LeftButton);
    CHECK(legend.isFolded());
    CHECK(told.count() == 1);
    CHECK(legend.height() < whole.height() / 2);
    CHECK(legend.geometry().bottom() == whole.bottom()); // above the scale bar, as before
    desk.companion->setScheme(chart::Scheme::night);
    CHECK(legend.height() < whole.height() / 2);
    legend.setFolded(false);
    CHECK(legend.geometry() == whole);
}

TEST_CASE("legend: age is that of the hour, and beyond the data that is said", "[companion]") {
    const auto day = [](const char* text) { return parse_instant(text); };
    std::vector<env::SliceInfo> slices;
    for (const auto* date : {"2030-08-01T12:00Z", "2030-08-02T12:00Z"}) {
        const Instant noon = day(date);
        slices.push_back(
            {noon, noon - std::chrono::hours(12), noon + std::chrono::hours(12), "made"});
    }
    const auto grid = std::make_shared<env::ProjectedGrid>(
        geo::Projection::polar_north(), env::RasterGeometry{-1e5, 1e5, 1e5, 1e5, 2, 2},
        "EPSG:3413");
    auto field = std::make_shared<env::Field>(
        env::Variable::sea_ice_concentration, grid, slices,
        [](std::size_t) {
            return env::FieldSlice{std::vector<float>(4, 0.5F),
                                   std::vector<env::Quality>(4, env::Quality::ok)};
        },
        env::StepLimits{Duration::hours(36.0), Duration::hours(48.0)});
    auto environment = std::make_shared<env::Environment>();
    environment->add({env::Variable::sea_ice_concentration, field, {}, nullptr, "made"});
    const auto facts_at = [&](const char* time, env::BeyondData policy) {
        environment->set_beyond_data(policy);
        auto sea = std::make_shared<OpenedSea>();
        sea->sea.data.environment = environment;
        Surroundings around;
        around.sea = sea;
        return layer_facts(around, ChartLayer::concentration, day(time));
    };
    using env::BeyondData;
    CHECK(facts_at("2030-08-01T18:00Z", BeyondData::refuse).age == QStringLiteral("6 h old"));
    CHECK(facts_at("2030-08-01T18:00Z", BeyondData::refuse).source ==
          QStringLiteral("2030-08-01 12:00 UTC"));
    CHECK(facts_at("2030-07-01T00:00Z", BeyondData::refuse).age ==
          QStringLiteral("begins 2030-08-01 00:00 UTC"));
    CHECK(facts_at("2030-08-01T06:00Z", BeyondData::refuse).age == QStringLiteral("0 h old"));
    CHECK(facts_at("2030-08-09T00:00Z", BeyondData::refuse).age ==
          QStringLiteral("ended 2030-08-03 00:00 UTC"));
    CHECK(facts_at("2030-08-09T00:00Z", BeyondData::hold).age ==
          QStringLiteral("held since 2030-08-03 00:00 UTC"));
    CHECK(facts_at("2030-08-09T00:00Z", BeyondData::climatology).age ==
          QStringLiteral("climatology since 2030-08-03 00:00 UTC"));
}

TEST_CASE("identify card: says what the command line says, and copies it", "[companion]") {
    Desk desk;
    REQUIRE(desk.open());
    Q_EMIT desk.chart.identifyRequested(between_them);
    auto& card = desk.companion->identifyCard();
    REQUIRE(wait_for([&] { return !card.text().isEmpty(); }));
    const auto& around = desk.session.surroundings();
    const plan::Place asked{geo::format_position(between_them), between_them};
    const auto land = around.land->index_on(geo::Projection::polar_north());
    const auto expected =
        io::sample_text(plan::sample_place({around.sea->sea, asked, desk.session.cursor().time(),
                                            land.get(), around.vessel.get(), around.rules.get()}));
    CHECK(card.text().toStdString() == expected);
    CHECK(expected.find("sea_ice_thickness") != std::string::npos);
    CHECK(expected.find("RIO") != std::string::npos);
    for (auto* button : card.findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Copy")) {
            button->click();
        }
    }
    CHECK(QGuiApplication::clipboard()->text().toStdString() == expected);
    QTest::keyClick(&card, Qt::Key_Escape);
    CHECK(card.isHidden());
}

TEST_CASE("chart menu: waypoints come, go, and get their legs", "[companion]") {
    Desk desk;
    REQUIRE(desk.open());
    QMenu menu;
    auto* insert = desk.offered(menu, between_them, QStringLiteral("Insert waypoint here"));
    REQUIRE(insert != nullptr);
    insert->trigger();
    REQUIRE(desk.session.voyage().points.size() == 3);
    CHECK(desk.session.voyage().points[1].position == between_them);
    const WaypointRef middle{line_id, 1};
    CHECK(desk.offered(menu, between_them, QStringLiteral("Leg to waypoint 2"), middle) != nullptr);
    QMenu* kinds = menu.findChild<QMenu*>();
    REQUIRE(kinds != nullptr);
    kinds->actions().back()->trigger();
    CHECK(desk.session.voyage().points[1].arrive_by == LegKind::rhumb_line);
    auto* remove = desk.offered(menu, between_them, QStringLiteral("Delete waypoint 2"), middle);
    REQUIRE(remove != nullptr);
    remove->trigger();
    CHECK(desk.session.voyage().points.size() == 2);
    auto* onwards =
        desk.offered(menu, geo::Position::degrees(74.5, 50.0), QStringLiteral("Go on to here"));
    REQUIRE(onwards != nullptr);
    onwards->trigger();
    CHECK(desk.session.voyage().points.size() == 3);
    auto* copy = desk.offered(menu, between_them, QStringLiteral("Copy position"));
    REQUIRE(copy != nullptr);
    copy->trigger();
    CHECK(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("73")));
    CHECK(desk.offered(menu, between_them, QStringLiteral("What is here?")) != nullptr);
    auto* centre = desk.offered(menu, between_them, QStringLiteral("Centre here"));
    REQUIRE(centre != nullptr);
}

TEST_CASE("zone card: name, rule and time are steps of undo", "[companion][zones]") {
    Desk desk;
    REQUIRE(desk.open());
    const std::vector<geo::Position> corners{
        geo::Position::degrees(72.6, 34.0), geo::Position::degrees(73.6, 34.0),
        geo::Position::degrees(73.6, 40.0), geo::Position::degrees(72.6, 40.0)};
    REQUIRE(desk.edits.add_zone(corners) == 0U);
    CHECK_FALSE(desk.edits.add_zone({}));
    Q_EMIT desk.chart.zoneSelected(0);
    auto& card = desk.companion->zoneCard();
    CHECK_FALSE(card.isHidden());
    const auto zone = [&] { return desk.session.voyage().zones.at(0); };
    card.findChild<QComboBox*>()->setCurrentIndex(1);
    REQUIRE(zone().speed_limit);
    card.findChild<QDoubleSpinBox*>()->setValue(4.5);
    CHECK(zone().speed_limit->in_knots() == Approx(4.5));
    desk.session.document().undoStack().undo();
    CHECK_FALSE(zone().speed_limit);
    CHECK(card.findChild<QComboBox*>()->currentIndex() == 0);

    QMenu menu;
    CHECK(desk.offered(menu, between_them, QStringLiteral("Zone \"Zone 1\"...")) != nullptr);
    CHECK(desk.offered(menu, geo::Position::degrees(75.0, 37.0),
                       QStringLiteral("Zone \"Zone 1\"...")) == nullptr);

    // A drag is one step; a corner drawn to where nothing is enclosed stays where it was.
    const auto steps = desk.session.document().undoStack().index();
    REQUIRE(desk.edits.begin_zone_drag(0));
    desk.edits.move_corner({0, 2}, geo::Position::degrees(73.7, 41.0));
    desk.edits.move_corner({0, 2}, geo::Position::degrees(73.9, 42.0));
    desk.edits.insert_corner({0, 3}, geo::Position::degrees(73.0, 42.0));
    desk.edits.end_zone_drag(true);
    CHECK(desk.session.document().undoStack().index() == steps + 1);
    CHECK(zone().corners.size() == 5);
    REQUIRE(desk.edits.begin_zone_drag(0));
    desk.edits.move_corner({0, 0}, geo::Position::degrees(72.0, 33.0));
    desk.edits.end_zone_drag(false);
    CHECK(zone().corners[0] == corners[0]);
    desk.edits.remove_corner({0, 3});
    desk.edits.remove_corner({0, 3});
    CHECK(zone().corners.size() == 3);
    desk.edits.remove_corner({0, 0}); // refused: nothing would be left
    CHECK(zone().corners.size() == 3);
    auto* remove = desk.offered(menu, geo::Position::degrees(73.3, 35.0),
                                QStringLiteral("Delete zone \"Zone 1\""));
    REQUIRE(remove != nullptr);
    remove->trigger();
    CHECK(desk.session.voyage().zones.empty());
    CHECK(card.isHidden());
}
