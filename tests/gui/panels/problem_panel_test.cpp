// SPDX-License-Identifier: Apache-2.0
#include "gui/panels/problem_panel.hpp"

#include "tests/gui/desk/voyage_fixture.hpp"
#include "tests/gui/panels/panel_fixture.hpp"

#include <catch2/catch.hpp>

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace fairlead;
using gui::ProblemPanel;
using gui::VoyageSession;

TEST_CASE("problem panel: next and previous go round and show the place", "[problem_panel]") {
    VoyageSession session;
    gui::test::open_planned(session);
    ProblemPanel panel(session);
    CHECK(gui::test::nameless(panel).join(QLatin1Char('\n')).toStdString() == "");
    gui::test::keep_pictures(panel, QStringLiteral("problem_panel"), {1300, 240});
    QSignalSpy shown(&panel, &ProblemPanel::showPlace);
    panel.selectRow(0);
    panel.selectNext();
    CHECK(panel.selectedRow() == 1);
    REQUIRE(shown.count() == 1);
    CHECK(shown[0][0].value<geo::Position>() == *panel.model().finding(1).position);
    CHECK(session.cursor().time() == panel.model().finding(1).time);
    panel.selectPrevious();
    panel.selectPrevious();
    CHECK(panel.selectedRow() == panel.model().rowCount() - 1);
    panel.selectRow(0);
    panel.copyDetails();
    CHECK(QApplication::clipboard()->text().contains(QStringLiteral("Northern bank")));
}

TEST_CASE("problem panel: a reason accepts, and can be taken back", "[problem_panel]") {
    VoyageSession session;
    gui::test::open_planned(session);
    ProblemPanel panel(session);
    panel.resize(1200, 240);
    panel.show();
    panel.selectRow(0);
    auto* reason = panel.findChildren<QLineEdit*>().back();
    for (auto* line : panel.findChildren<QLineEdit*>()) {
        if (line->placeholderText().startsWith(QStringLiteral("Accept"))) {
            reason = line;
        }
    }
    QTest::keyClick(reason, Qt::Key_Return); // without a reason nothing is accepted
    CHECK(session.voyage().accepted.empty());
    QTest::keyClicks(reason, QStringLiteral("permit 12"));
    QTest::keyClick(reason, Qt::Key_Return);
    CHECK(session.voyage().accepted.at("zone.closed:Northern bank") == "permit 12");
    gui::test::keep_pictures(panel, QStringLiteral("problem_panel_accepted"), {1300, 240});
    session.document().undoStack().undo();
    CHECK(session.voyage().accepted.empty());
}

TEST_CASE("problem panel: a remedy that the program can do is done and planned",
          "[problem_panel]") {
    VoyageSession session;
    auto voyage = gui::test::planned_voyage();
    voyage.points.erase(voyage.points.begin() + 1, voyage.points.end() - 1);
    voyage.points.back().is_leg_found = false;
    session.open(voyage);
    session.adopt({gui::test::refused_candidate(voyage, cost::ObjectiveKind::time)});
    ProblemPanel panel(session);
    panel.resize(1300, 300);
    panel.show();
    gui::test::keep_pictures(panel, QStringLiteral("problem_panel_no_route"), {1300, 300});
    QSignalSpy wanted(&panel, &ProblemPanel::planWanted);
    const auto buttons = panel.findChildren<QPushButton*>();
    REQUIRE(buttons.size() == 1); // another ship is the planner's own affair
    CHECK(buttons.front()->text() == QStringLiteral("Depart 14 day(s) later"));
    buttons.front()->click();
    CHECK(wanted.count() == 1);
    CHECK(session.voyage().departure == voyage.departure + std::chrono::hours(336));
    session.document().undoStack().undo();
    CHECK(session.voyage().departure == voyage.departure);
}

TEST_CASE("problem panel: a no says where, and the findings of the old line are gone",
          "[problem_panel]") {
    VoyageSession session;
    gui::test::open_planned(session); // has a judged line
    ProblemPanel panel(session);
    REQUIRE(panel.model().subject() == gui::FindingModel::Subject::line);
    // Planned again, for a way that is closed now.
    const auto voyage = session.voyage();
    session.adopt({gui::test::refused_candidate(voyage, cost::ObjectiveKind::time)});
    REQUIRE(panel.model().subject() == gui::FindingModel::Subject::no_route);
    CHECK(panel.model().rowCount() == 1);
    QSignalSpy shown(&panel, &ProblemPanel::showPlace);
    panel.selectNext();
    REQUIRE(shown.count() == 1);
    CHECK(shown[0][0].value<geo::Position>() == voyage.points.back().position);
    // Who then draws a line wants to know of that line.
    session.document().edit(QStringLiteral("moved"), [](gui::Voyage& changed) {
        changed.points[1].position = geo::Position::degrees(77.5, 70.0);
    });
    CHECK(panel.model().subject() == gui::FindingModel::Subject::line);
}

TEST_CASE("remedies: none names an option, and what the program can try has a button",
          "[problem_panel]") {
    VoyageSession session;
    auto voyage = gui::test::planned_voyage();
    voyage.search.cell_km = 12.5;
    voyage.search.margin_km = 600.0;
    session.open(voyage);
    const auto tried = [&](plan::RemedyKind kind) {
        const auto action = gui::remedy_action({kind, "words", Duration::hours(120.0)}, session);
        REQUIRE(action);
        CHECK_FALSE(action->name.isEmpty());
        auto changed = voyage;
        action->change(changed);
        return changed;
    };
    using plan::RemedyKind;
    CHECK(tried(RemedyKind::leave_later).departure == voyage.departure + Duration::hours(120.0));
    CHECK(tried(RemedyKind::hold_data).sea.beyond_data == env::BeyondData::hold);
    CHECK(tried(RemedyKind::later_data).sea.beyond_data == env::BeyondData::hold);
    CHECK(tried(RemedyKind::smaller_cells).search.cell_km == 6.25);
    CHECK(tried(RemedyKind::wider_grid).search.margin_km == 1200.0);
    CHECK_FALSE(gui::remedy_action({RemedyKind::stronger_ship, "words"}, session));
    CHECK(gui::remedy_text({RemedyKind::stronger_ship, "a ship of class PC3"}) ==
          QStringLiteral("A ship of class PC3."));
}
