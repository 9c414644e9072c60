// SPDX-License-Identifier: Apache-2.0
#include "gui/panels/timeline_panel.hpp"

#include "tests/gui/desk/voyage_fixture.hpp"
#include "tests/gui/panels/panel_fixture.hpp"

#include <catch2/catch.hpp>

#include <QTest>

using namespace fairlead;
using gui::TimelinePanel;
using gui::VoyageSession;

namespace {

struct Panel {
    VoyageSession session;
    TimelinePanel panel{session};

    Panel() {
        gui::test::open_planned(session);
        panel.resize(1200, 90);
        panel.show();
    }
};

} // namespace

TEST_CASE("timeline: steps, ends and the time in words", "[timeline_panel]") {
    Panel shown;
    CHECK(gui::test::nameless(shown.panel).join(QLatin1Char('\n')).toStdString() == "");
    const auto departure = shown.session.voyage().departure;
    shown.panel.toStart();
    shown.panel.stepOn();
    shown.panel.dayOn();
    CHECK(shown.session.cursor().time() == departure + std::chrono::hours(25));
    CHECK(shown.panel.timeText() == QStringLiteral("2030-08-11 01:00 UTC (T+25.0 h)"));
    shown.panel.dayBack();
    shown.panel.stepBack();
    CHECK(shown.session.cursor().time() == departure);
    shown.panel.toEnd();
    CHECK(shown.session.cursor().time() == shown.session.judgement()->route.arrival);
    QTest::keyClick(&shown.panel.bar(), Qt::Key_Left);
    QTest::keyClick(&shown.panel.bar(), Qt::Key_Left, Qt::ShiftModifier);
    CHECK(shown.session.cursor().time() ==
          shown.session.judgement()->route.arrival - std::chrono::hours(25));
    gui::test::keep_pictures(shown.panel, QStringLiteral("timeline_panel"), {1200, 90});
}

TEST_CASE("timeline: a click sets the time where it is, and the voyage fits", "[timeline_panel]") {
    Panel shown;
    auto& bar = shown.panel.bar();
    const auto& route = shown.session.judgement()->route;
    CHECK(bar.from() < route.departure);
    CHECK(bar.until() > route.arrival);
    const auto wanted = route.departure + std::chrono::hours(100);
    const QPoint place(static_cast<int>(std::lround(bar.pixelAt(wanted))), 5);
    QTest::mouseClick(&bar, Qt::LeftButton, {}, place);
    const double hours_per_px = between(bar.from(), bar.until()).in_hours() / 900.0;
    CHECK(std::abs(between(wanted, shown.session.cursor().time()).in_hours()) <= hours_per_px);
    bar.setSpan(route.departure, route.departure + std::chrono::hours(48));
    shown.session.document().edit(QStringLiteral("note"),
                                  [](gui::Voyage& voyage) { voyage.notes = "kept zoom"; });
    CHECK(bar.until() == route.departure + std::chrono::hours(48));
}

TEST_CASE("timeline: play moves the cursor by the clock and stops at the arrival",
          "[timeline_panel]") {
    Panel shown;
    shown.panel.toStart();
    shown.panel.togglePlay();
    CHECK(shown.panel.isPlaying());
    const auto begin = shown.session.cursor().time();
    CHECK(QTest::qWaitFor([&] { return shown.session.cursor().time() > begin; }, 5000));
    shown.panel.togglePlay();
    CHECK_FALSE(shown.panel.isPlaying());
    const auto end = shown.session.judgement()->route.arrival;
    shown.session.cursor().setTime(end - std::chrono::seconds(60));
    shown.panel.togglePlay();
    CHECK(QTest::qWaitFor([&] { return !shown.panel.isPlaying(); }, 5000));
    CHECK(shown.session.cursor().time() == end);
}
