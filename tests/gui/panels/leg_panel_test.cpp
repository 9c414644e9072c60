// SPDX-License-Identifier: Apache-2.0
#include "gui/panels/leg_panel.hpp"

#include "gui/widgets/notice.hpp"
#include "gui/widgets/place_search.hpp"
#include "tests/gui/desk/voyage_fixture.hpp"
#include "tests/gui/panels/panel_fixture.hpp"
#include "tests/support/thread_clock.hpp"

#include <catch2/catch.hpp>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace fairlead;
using gui::LegModel;
using gui::LegPanel;
using gui::VoyageSession;

namespace {

struct Panel {
    VoyageSession session;
    LegPanel panel{session};

    Panel() {
        gui::test::open_planned(session);
        panel.resize(1300, 260);
        panel.show();
    }
    [[nodiscard]] gui::Notice& notice() { return *panel.findChild<gui::Notice*>(); }
};

} // namespace

TEST_CASE("leg panel: every widget that takes the focus has a name", "[leg_panel]") {
    Panel shown;
    CHECK(gui::test::nameless(shown.panel).join(QLatin1Char('\n')).toStdString() == "");
    gui::test::keep_pictures(shown.panel, QStringLiteral("leg_panel"), {1300, 220});
}

TEST_CASE("leg panel: selecting a row moves the cursor to the time of arrival", "[leg_panel]") {
    Panel shown;
    const auto& legs = shown.session.judgement()->route.legs;
    QSignalSpy selected(&shown.panel, &LegPanel::waypointsSelected);
    shown.panel.selectWaypoint(shown.session.voyage().points[2].id);
    CHECK(shown.session.cursor().time() == legs[1].arrival);
    CHECK(selected.count() > 0);
    CHECK(shown.panel.selectedWaypoints() ==
          std::vector<gui::PointId>{shown.session.voyage().points[2].id});
    shown.session.cursor().setTime(legs[0].departure); // the cursor does not move the selection
    CHECK(shown.panel.selectedWaypoints().front() == shown.session.voyage().points[2].id);
}

TEST_CASE("leg panel: Delete deletes the selected rows, and undo brings them back", "[leg_panel]") {
    Panel shown;
    const auto before = shown.session.voyage();
    shown.panel.selectWaypoint(before.points[1].id);
    shown.panel.table().setFocus();
    shown.panel.deleteSelected();
    CHECK(shown.session.voyage().points.size() == 3);
    shown.session.document().undoStack().undo();
    CHECK(shown.session.voyage() == before);
}

TEST_CASE("leg panel: rows go to a spreadsheet and come back", "[leg_panel]") {
    Panel shown;
    shown.panel.table().selectAll();
    shown.panel.copySelected();
    auto text = QApplication::clipboard()->text();
    CHECK(text.startsWith(QStringLiteral("WP\tName\tLatitude")));
    text.replace(QStringLiteral("Pevek"), QStringLiteral("Tiksi"));
    QApplication::clipboard()->setText(text);
    shown.panel.paste();
    CHECK(shown.session.voyage().points.size() == 4);
    CHECK(shown.session.voyage().points[3].name == "Tiksi");
    QApplication::clipboard()->setText(QStringLiteral("no\twaypoints"));
    shown.panel.paste();
    CHECK_FALSE(shown.notice().sentence().isEmpty());
}

TEST_CASE("leg panel: a place is added by typing a part of its name", "[leg_panel]") {
    Panel shown;
    auto& search = *shown.panel.findChild<gui::PlaceSearch*>();
    QTest::keyClicks(&search, QStringLiteral("provid"));
    QTest::keyClick(&search, Qt::Key_Return);
    REQUIRE(shown.session.voyage().points.size() == 5);
    CHECK(shown.session.voyage().points.back().name == "Provideniya");
    QTRY_VERIFY_WITH_TIMEOUT(search.text().isEmpty(), 1000);
    QTest::keyClicks(&search, QStringLiteral("70 N 20 E"));
    QTest::keyClick(&search, Qt::Key_Return);
    REQUIRE(shown.session.voyage().points.size() == 6);
    CHECK(shown.session.voyage().points.back().position == geo::Position::degrees(70.0, 20.0));
    CHECK(shown.session.voyage().points.back().name.empty());
}

TEST_CASE("leg panel: the kind of a leg is chosen from a list", "[leg_panel]") {
    Panel shown;
    auto& table = shown.panel.table();
    table.edit(shown.panel.model().index(2, LegModel::kind_column));
    auto* box = table.findChild<QComboBox*>();
    REQUIRE(box != nullptr);
    CHECK(box->count() == 3);
    CHECK_FALSE(box->accessibleName().isEmpty());
    box->setCurrentIndex(2);
    Q_EMIT box->activated(2);
    CHECK(shown.session.voyage().points[2].arrive_by == gui::LegKind::rhumb_line);
}

TEST_CASE("leg panel: thousands of rows are pasted, selected and deleted at once", "[leg_panel]") {
    Panel shown;
    QString lines;
    constexpr int count = 19000;
    for (int i = 0; i < count; ++i) {
        lines += QStringLiteral("\t%1\t%2\n").arg(70.0 + 1e-4 * i, 0, 'f', 4).arg(20.0 + 1e-3 * i);
    }
    QApplication::clipboard()->setText(lines);
    const fairlead::test::ThreadClock clock;
    shown.panel.paste();
    REQUIRE(shown.session.voyage().points.size() == count + 4);
    CHECK(shown.panel.selectedWaypoints().size() == count);
    shown.panel.table().selectAll();
    CHECK(shown.panel.selectedWaypoints().size() == count + 4);
    shown.panel.deleteSelected();
    CHECK(shown.session.voyage().points.empty());
    CHECK(clock.seconds() < 15.0); // it was minutes
}

TEST_CASE("leg panel: the leg at the cursor's time is marked and in sight", "[leg_panel]") {
    Panel shown;
    shown.panel.resize(1300, 110); // room for a row or two
    QTest::qWait(10);
    const auto& legs = shown.session.judgement()->route.legs;
    auto& table = shown.panel.table();
    const auto is_seen = [&](int row) {
        return table.viewport()->rect().contains(
            table.visualRect(shown.panel.model().index(row, 0)).center());
    };
    for (const std::size_t leg : {std::size_t{2}, std::size_t{0}, std::size_t{2}}) {
        const int row = static_cast<int>(leg) + 1;
        shown.session.cursor().setTime(legs[leg].arrival);
        CHECK(shown.panel.model().index(row, 0).data(LegModel::cursor_role).toBool());
        CHECK(is_seen(row));
    }
    table.horizontalScrollBar()->setValue(40); // who looks at other columns goes on to
    shown.session.cursor().setTime(legs[0].departure);
    CHECK(table.horizontalScrollBar()->value() ==
          std::min(40, table.horizontalScrollBar()->maximum()));
}

TEST_CASE("leg panel: Escape leaves the search line, and a success puts the refusal away",
          "[leg_panel]") {
    Panel shown;
    auto& search = *shown.panel.findChild<gui::PlaceSearch*>();
    search.setFocus();
    QTest::keyClicks(&search, QStringLiteral("nowhere at all"));
    QTest::keyClick(&search, Qt::Key_Return);
    CHECK_FALSE(shown.notice().sentence().isEmpty());
    QTest::keyClick(&search, Qt::Key_Escape);
    CHECK(search.text().isEmpty());
    CHECK_FALSE(search.hasFocus());
    shown.session.document().edit(QStringLiteral("edit"),
                                  [](gui::Voyage& voyage) { voyage.notes = "something"; });
    CHECK(shown.notice().sentence().isEmpty());
}
