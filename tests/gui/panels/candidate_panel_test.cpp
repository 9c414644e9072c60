// SPDX-License-Identifier: Apache-2.0
#include "gui/panels/candidate_panel.hpp"

#include "gui/panels/scatter_plot.hpp"
#include "gui/widgets/notice.hpp"
#include "tests/gui/desk/voyage_fixture.hpp"
#include "tests/gui/panels/panel_fixture.hpp"

#include <catch2/catch.hpp>

#include <QLabel>
#include <QTableView>
#include <QTest>

#include <qcustomplot.h>

using namespace fairlead;
using gui::CandidatePanel;
using gui::VoyageSession;

namespace {

struct Panel {
    VoyageSession session;
    CandidatePanel panel{session};

    Panel() {
        gui::test::open_planned(session);
        panel.resize(560, 520);
        panel.show();
        QTest::qWait(1);
    }
};

} // namespace

TEST_CASE("candidate panel: a click in the table or the plot takes the line", "[candidate_panel]") {
    Panel shown;
    auto& session = shown.session;
    CHECK(gui::test::nameless(shown.panel).join(QLatin1Char('\n')).toStdString() == "");
    auto& table = shown.panel.table();
    const auto cell = table.visualRect(shown.panel.model().index(1, 1)).center();
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, cell);
    CHECK(session.selected() == 1U);
    auto& scatter = shown.panel.scatter();
    const auto place = scatter.placeOf(0);
    REQUIRE(place);
    CHECK(scatter.candidateAt(*place + QPointF(5.0, 5.0)) == 0U);
    CHECK_FALSE(scatter.candidateAt(*place + QPointF(40.0, 40.0)));
    QTest::mouseClick(&scatter.plot(), Qt::LeftButton, {}, place->toPoint());
    CHECK(session.selected() == 0U);
    shown.panel.choose(2); // without a route: only explained
    CHECK(session.selected() == 0U);
}

TEST_CASE("candidate panel: a pinned one is compared with", "[candidate_panel]") {
    Panel shown;
    shown.panel.choose(1);
    shown.panel.togglePin();
    CHECK(shown.session.pinned() == 1U);
    gui::test::keep_pictures(shown.panel, QStringLiteral("candidate_panel"), {620, 520});
    shown.panel.togglePin();
    CHECK_FALSE(shown.session.pinned());
}

TEST_CASE("candidate panel: an older one is not taken, and says why", "[candidate_panel]") {
    Panel shown;
    shown.session.document().edit(QStringLiteral("later"), [](gui::Voyage& voyage) {
        voyage.departure += std::chrono::hours(24);
    });
    const auto before = shown.session.voyage();
    shown.panel.choose(1);
    CHECK(shown.session.voyage() == before);
    CHECK(shown.panel.findChild<gui::Notice*>()->sentence().contains(QStringLiteral("plan again")));
    gui::test::keep_pictures(shown.panel, QStringLiteral("candidate_panel_stale"), {620, 520});
}

TEST_CASE("candidate panel: a line without candidates was found before the voyage was opened",
          "[candidate_panel]") {
    VoyageSession session;
    CandidatePanel panel(session);
    CHECK(gui::no_candidates_text(session) == QStringLiteral("Plan the voyage to see candidates."));
    auto voyage = gui::test::planned_voyage();
    voyage.line_by = cost::ObjectiveKind::fuel;
    session.open(voyage);
    CHECK(gui::no_candidates_text(session).startsWith(
        QStringLiteral("Not planned since the voyage was opened. The line is kept, found by: ")));
    bool is_said = false;
    for (const auto* label : panel.scatter().findChildren<QLabel*>()) {
        is_said = is_said || label->text() == gui::no_candidates_text(session);
    }
    CHECK(is_said);
}

TEST_CASE("candidate panel: cost by the voyage's own model has a column where it is known",
          "[candidate_panel][cost_model]") {
    VoyageSession session;
    CandidatePanel panel(session);
    auto voyage = gui::test::planned_voyage();
    voyage.cost_model = "bunker.toml";
    gui::test::open_planned(session, voyage);
    const auto* table = panel.findChild<QTableView*>();
    CHECK(table->isColumnHidden(gui::CandidateModel::cost_column));
    auto candidates = session.candidates();
    candidates[0].by_model = {"bunker.toml", "bunker", "EUR", 12500.0};
    candidates[1].by_model = {"bunker.toml", "bunker", "EUR", 12000.0};
    session.adopt(candidates);
    session.pin(0);
    CHECK_FALSE(table->isColumnHidden(gui::CandidateModel::cost_column));
    gui::test::keep_pictures(panel, QStringLiteral("candidate_panel_cost"), {980, 420});
}
