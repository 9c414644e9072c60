// SPDX-License-Identifier: Apache-2.0
#include "gui/panels/profile_panel.hpp"

#include "tests/gui/desk/voyage_fixture.hpp"
#include "tests/gui/panels/panel_fixture.hpp"

#include <catch2/catch.hpp>

#include <QTest>

#include <qcustomplot.h>

using namespace fairlead;
using gui::Lane;
using gui::ProfilePanel;
using gui::VoyageSession;

TEST_CASE("profile panel: lanes, values at the cursor, and a click that moves it",
          "[profile_panel]") {
    VoyageSession session;
    ProfilePanel panel(session);
    CHECK(panel.plot().axisRectCount() == 0);
    gui::test::open_planned(session);
    session.pin(1);
    panel.resize(900, 420);
    panel.show();
    QTest::qWait(1);
    CHECK(gui::test::nameless(panel).join(QLatin1Char('\n')).toStdString() == "");
    CHECK(panel.plot().axisRectCount() == 6);
    const auto& route = session.judgement()->route;
    session.cursor().setTime(route.legs[1].arrival);
    CHECK(panel.readOff(Lane::speed) == QStringLiteral("10.0"));
    session.cursor().setTime(route.legs[0].departure + Duration::hours(25.0));
    CHECK(panel.readOff(Lane::depth) == QStringLiteral("not known"));
    gui::test::keep_pictures(panel, QStringLiteral("profile_panel"), {900, 420});

    panel.plot().replot();
    const auto* across = panel.plot().axisRect(0)->axis(QCPAxis::atBottom);
    const QPoint place(static_cast<int>(across->coordToPixel(1000.0)), 60);
    QTest::mouseClick(&panel.plot(), Qt::LeftButton, {}, place);
    CHECK(gui::ship_at(route, session.cursor().time()).distance_nmi == Approx(1000.0).margin(4.0));

    panel.setAlong(gui::Along::time);
    panel.setLaneShown(Lane::fuel, false);
    CHECK(panel.plot().axisRectCount() == 5);
    CHECK(panel.readOff(Lane::fuel).isEmpty());
}
