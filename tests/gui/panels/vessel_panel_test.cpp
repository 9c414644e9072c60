// SPDX-License-Identifier: Apache-2.0
#include "gui/panels/timeline_panel.hpp"
#include "gui/panels/vessel_panel.hpp"

#include "tests/gui/desk/voyage_fixture.hpp"
#include "tests/gui/panels/panel_fixture.hpp"

#include <catch2/catch.hpp>

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QTest>
#include <QToolButton>

using namespace fairlead;
using gui::VesselPanel;
using gui::VoyageSession;

namespace {

struct Panel {
    VoyageSession session;
    VesselPanel panel{session};

    Panel() {
        gui::test::open_planned(session);
        panel.resize(330, 420);
        panel.show();
    }
    template <class W>
    W& named(const char* name) {
        for (auto* widget : panel.findChildren<W*>()) {
            if (widget->accessibleName() == QString::fromUtf8(name) ||
                widget->property("text").toString() == QString::fromUtf8(name)) {
                return *widget;
            }
        }
        FAIL("no widget is called " << name);
        std::abort();
    }
    void check_round_trip(const gui::Voyage& before) {
        auto& stack = session.document().undoStack();
        CHECK_FALSE(session.voyage() == before);
        REQUIRE(stack.count() == 1);
        stack.undo();
        CHECK(session.voyage() == before);
    }
};

} // namespace

TEST_CASE("vessel panel: few controls are visible, and each has a name", "[vessel_panel]") {
    Panel shown;
    const auto visible = [&] {
        int count = 0;
        for (const auto* widget : shown.panel.findChildren<QWidget*>()) {
            const bool is_control = qobject_cast<const QCheckBox*>(widget) ||
                                    qobject_cast<const QComboBox*>(widget) ||
                                    qobject_cast<const QAbstractSpinBox*>(widget) ||
                                    qobject_cast<const QToolButton*>(widget);
            count += is_control && widget->isVisible() ? 1 : 0;
        }
        return count;
    };
    CHECK(visible() < 12);
    CHECK(gui::test::nameless(shown.panel).join(QLatin1Char('\n')).toStdString() == "");
    shown.panel.setAdvancedShown(true);
    CHECK(visible() > 12);
}

TEST_CASE("vessel panel: every control is one step of undo", "[vessel_panel]") {
    Panel shown;
    shown.panel.setAdvancedShown(true);
    const auto before = shown.session.voyage();
    SECTION("ship") {
        auto& ships = shown.named<QComboBox>("Ship");
        const int at = ships.findData(QStringLiteral("xue_long_2"));
        REQUIRE(at >= 0);
        Q_EMIT ships.activated(at);
        CHECK(shown.session.voyage().vessel == "xue_long_2");
        CHECK(ships.currentIndex() == at);
    }
    SECTION("departure") {
        shown.named<QDateTimeEdit>("Departure")
            .setDateTime(QDateTime(QDate(2030, 8, 20), QTime(6, 0), Qt::UTC));
        CHECK(shown.session.voyage().departure == parse_instant("2030-08-20T06:00Z"));
    }
    SECTION("objectives") {
        shown.named<QCheckBox>("Least distance").click();
        CHECK(shown.session.voyage().objectives.size() == 4);
    }
    SECTION("rules") {
        shown.named<QCheckBox>("Zones").click();
        CHECK_FALSE(shown.session.voyage().rules.zones);
    }
    SECTION("cell size") {
        shown.named<QDoubleSpinBox>("Cell size").setValue(6.25);
        CHECK(shown.session.voyage().search.cell_km == 6.25);
    }
    SECTION("width of the grid") {
        shown.named<QDoubleSpinBox>("Grid beyond the places").setValue(1500.0);
        CHECK(shown.session.voyage().search.margin_km == 1500.0);
    }
    SECTION("tolerance") {
        shown.named<QDoubleSpinBox>("Waypoint tolerance").setValue(0.5);
        CHECK(shown.session.voyage().search.waypoint_tolerance == Length::nautical_miles(0.5));
    }
    SECTION("clearance") {
        shown.named<QDoubleSpinBox>("Clearance off land").setValue(3.0);
        CHECK(shown.session.voyage().search.clearance_off_land == Length::nautical_miles(3.0));
    }
    SECTION("waiting") {
        shown.named<QCheckBox>("May wait for ice to open").click();
        CHECK_FALSE(shown.session.voyage().search.may_wait);
    }
    SECTION("beyond the data") {
        auto& beyond = shown.named<QComboBox>("Beyond the end of the data");
        beyond.setCurrentIndex(2);
        Q_EMIT beyond.activated(2);
        CHECK(shown.session.voyage().sea.beyond_data == env::BeyondData::hold);
    }
    SECTION("prices") {
        shown.named<QDoubleSpinBox>("Price of a tonne of fuel").setValue(650.0);
        CHECK(shown.session.voyage().prices.per_tonne_fuel == 650.0);
    }
    shown.check_round_trip(before);
}

TEST_CASE("vessel panel: the ship's particulars and marks are read from her file",
          "[vessel_panel]") {
    VoyageSession session;
    VesselPanel panel(session);
    panel.show();
    auto voyage = gui::test::planned_voyage();
    voyage.vessel = "expedition_pc5";
    gui::test::open_planned(session, voyage);
    REQUIRE(QTest::qWaitFor([&] { return session.surroundings().vessel != nullptr; }, 60000));
    bool is_said = false;
    for (const auto* label : panel.findChildren<QLabel*>()) {
        is_said = is_said || label->text().contains(QStringLiteral(" kn in ice"));
    }
    CHECK(is_said);
    gui::test::keep_pictures(panel, QStringLiteral("vessel_panel"), {330, 420});
    panel.setAdvancedShown(true);
    gui::test::keep_pictures(panel, QStringLiteral("vessel_panel_advanced"), {330, 780});
    gui::TimelinePanel timeline(session);
    session.cursor().setTime(parse_instant("2030-08-12T03:44Z"));
    gui::test::keep_pictures(timeline, QStringLiteral("timeline_sea"), {1200, 100});
}

TEST_CASE("vessel panel: the last objective stays", "[vessel_panel]") {
    Panel shown;
    shown.session.document().edit(QStringLiteral("one"), [](gui::Voyage& voyage) {
        voyage.objectives = {cost::ObjectiveKind::fuel};
    });
    auto& fuel = shown.named<QCheckBox>("Least fuel");
    fuel.click();
    CHECK(fuel.isChecked());
    CHECK(shown.session.voyage().objectives.size() == 1);
}
