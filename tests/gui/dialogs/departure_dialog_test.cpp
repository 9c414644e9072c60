// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/departure_dialog.hpp"

#include <catch2/catch.hpp>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace fairlead;
using gui::DepartureDialog;
using gui::DepartureModel;
using gui::VoyageSession;

namespace {

constexpr int patience_ms = 60000;

template <class Condition>
bool wait_for(Condition condition) {
    return QTest::qWaitFor(condition, patience_ms);
}

/// Open water; a zone around the destination is closed for the first two days.
gui::Voyage barents_voyage() {
    gui::Voyage voyage;
    voyage.departure = parse_instant("2030-08-10T00:00Z");
    voyage.sea.scenario.clear();
    gui::LayerChoice none;
    none.value = 0.0;
    voyage.sea.layers.push_back(none);
    voyage.objectives = {cost::ObjectiveKind::time};
    voyage.search.may_wait = false;
    for (const auto& [latitude, longitude] : {std::pair{72.0, 30.0}, std::pair{73.0, 36.0}}) {
        gui::VoyagePoint point;
        point.id = gui::free_id(voyage);
        point.position = geo::Position::degrees(latitude, longitude);
        voyage.points.push_back(point);
    }
    gui::VoyageZone zone;
    zone.name = "range";
    zone.corners = {geo::Position::degrees(72.6, 35.0), geo::Position::degrees(73.4, 35.0),
                    geo::Position::degrees(73.4, 37.0), geo::Position::degrees(72.6, 37.0)};
    zone.until = voyage.departure + std::chrono::hours(48);
    voyage.zones.push_back(zone);
    return voyage;
}

} // namespace

TEST_CASE("departures: at even steps, both ends included", "[departures]") {
    const auto first = parse_instant("2030-08-10T06:00Z");
    const auto found = gui::departures_from(first, 2, Duration::hours(12.0));
    REQUIRE(found.size() == 5);
    CHECK(found.front() == first);
    CHECK(found.back() == first + std::chrono::hours(48));
}

TEST_CASE("departure dialog: tries them, says what each comes to, and takes one", "[departures]") {
    VoyageSession session;
    const auto voyage = barents_voyage();
    session.open(voyage);
    DepartureDialog dialog(session);
    const QAbstractItemModelTester tester(&dialog.model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    REQUIRE(wait_for([&] { return session.surroundings().complete(); }));
    auto& sweep = dialog.sweep();
    sweep.start({voyage, session.surroundings(), cost::ObjectiveKind::time,
                 gui::departures_from(voyage.departure, 3, Duration::hours(24.0))});
    REQUIRE(wait_for([&] { return !sweep.isRunning(); }));
    REQUIRE(sweep.outcomes().size() == 4);
    const auto& model = dialog.model();
    const auto text = [&](int row, int column) {
        return model.index(row, column).data().toString();
    };
    // The zone is closed until the second day's end.
    CHECK_FALSE(sweep.outcomes()[0].arrival);
    CHECK(text(0, DepartureModel::arrival_column).startsWith(QStringLiteral("No route")));
    REQUIRE(sweep.outcomes()[3].arrival);
    CHECK(*sweep.outcomes()[3].arrival > sweep.outcomes()[3].departure);
    CHECK(model.index(3, DepartureModel::duration_column).data(DepartureModel::best_role).toBool());
    CHECK(session.voyage() == voyage); // trying changes nothing

    QSignalSpy wanted(&dialog, &DepartureDialog::planWanted);
    dialog.selectRow(0); // no way: nothing to take
    dialog.takeSelected();
    CHECK(session.voyage() == voyage);
    dialog.selectRow(3);
    dialog.takeSelected();
    CHECK(wanted.count() == 1);
    CHECK(session.voyage().departure == voyage.departure + std::chrono::hours(72));
    session.document().undoStack().undo();
    CHECK(session.voyage() == voyage);
}

TEST_CASE("departure dialog: stopping keeps what is there", "[departures]") {
    VoyageSession session;
    const auto voyage = barents_voyage();
    session.open(voyage);
    DepartureDialog dialog(session);
    REQUIRE(wait_for([&] { return session.surroundings().complete(); }));
    dialog.startOrStop();
    REQUIRE(dialog.sweep().isRunning());
    REQUIRE(wait_for([&] { return dialog.model().rowCount() >= 1; }));
    dialog.startOrStop();
    CHECK_FALSE(dialog.sweep().isRunning());
    const int rows = dialog.model().rowCount();
    QTest::qWait(100);
    CHECK(dialog.model().rowCount() == rows);
    CHECK(rows < 11);
}
