// SPDX-License-Identifier: Apache-2.0
#include "gui/session/voyage_session.hpp"

#include "core/geo/geodesic.hpp"
#include "core/geo/rhumb_line.hpp"
#include "core/io/vessel_file.hpp"
#include "tests/support/netcdf_writer.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <QSignalSpy>
#include <QTest>

using namespace fairlead;
using gui::VoyageSession;

namespace {

constexpr int patience_ms = 60000;

/// Open water with a little ice, so that nothing is read but the coastline.
gui::Voyage barents_voyage() {
    gui::Voyage voyage;
    voyage.departure = parse_instant("2030-08-10T00:00Z");
    voyage.sea.scenario.clear();
    gui::LayerChoice none;
    none.value = 0.0;
    voyage.sea.layers.push_back(none);
    voyage.objectives = {cost::ObjectiveKind::time, cost::ObjectiveKind::distance};
    for (const auto& [latitude, longitude] : {std::pair{72.0, 30.0}, std::pair{74.0, 44.0}}) {
        gui::VoyagePoint point;
        point.id = gui::free_id(voyage);
        point.position = geo::Position::degrees(latitude, longitude);
        voyage.points.push_back(point);
    }
    return voyage;
}

template <class Condition>
bool wait_for(Condition condition) {
    return QTest::qWaitFor(condition, patience_ms);
}

bool opened(VoyageSession& session) {
    session.open(barents_voyage());
    return wait_for([&] { return session.surroundings().complete(); });
}

bool planned(VoyageSession& session) {
    session.plan();
    return wait_for([&] { return !session.isPlanning(); });
}

} // namespace

TEST_CASE("session: from two places to candidates, a line, and back by undo", "[voyage_session]") {
    VoyageSession session;
    REQUIRE(opened(session));
    CHECK_FALSE(session.judgement());
    REQUIRE(planned(session));
    REQUIRE(session.candidates().size() == 2);
    CHECK(session.candidates()[0].objective == cost::ObjectiveKind::time);
    CHECK(session.candidates()[1].objective == cost::ObjectiveKind::distance);
    CHECK(session.selected() == 0U);
    CHECK(gui::is_line_complete(session.voyage()));
    CHECK(session.voyage().points.front().is_fixed);
    CHECK(session.voyage().points.back().is_fixed);
    REQUIRE(session.isJudged());
    CHECK(session.judgement()->feasible);
    CHECK(session.judgement()->route.lower_bound);

    session.document().undoStack().undo();
    CHECK_FALSE(session.judgement());
    CHECK(session.candidates().size() == 2);
    session.document().undoStack().redo();
    CHECK(session.isJudged());
    CHECK(session.selected() == 0U);
}

TEST_CASE("session: a line is shown before its bound is proven, and is the candidate's",
          "[voyage_session]") {
    VoyageSession session;
    REQUIRE(opened(session));
    std::vector<geo::Position> shown;
    bool is_first_there = false;
    QObject::connect(&session, &VoyageSession::candidatesChanged, &session, [&] {
        if (session.candidates().empty() && !session.lineToCome().empty()) {
            shown = session.lineToCome();
        }
        if (session.candidates().size() == 1 && !is_first_there) {
            is_first_there = true;
            CHECK(session.lineToCome().empty()); // until there is one of the next objective
        }
    });
    REQUIRE(planned(session));
    REQUIRE(is_first_there);
    CHECK(session.lineToCome().empty());
    const auto& waypoints = session.candidates().front().result->route()->waypoints;
    REQUIRE(shown.size() == waypoints.size());
    for (std::size_t i = 0; i < shown.size(); ++i) {
        CHECK(shown[i] == waypoints[i].position);
    }
}

TEST_CASE("session: a dragged waypoint gets its two legs anew, in the same step of undo",
          "[voyage_session]") {
    VoyageSession session;
    REQUIRE(opened(session));
    REQUIRE(planned(session));
    const auto before = session.voyage();
    auto& document = session.document();
    gui::PointId dragged = 0;
    const auto place = geo::Position::degrees(73.8, 36.0);
    document.edit(
        QStringLiteral("Insert waypoint"),
        [&](gui::Voyage& voyage) {
            gui::VoyagePoint point;
            dragged = point.id = gui::free_id(voyage);
            point.position = place;
            voyage.points.insert(voyage.points.end() - 1, point);
            voyage.points.back().is_leg_found = false;
        },
        QStringLiteral("drag"));
    CHECK_FALSE(session.selected());
    QSignalSpy replanned(&session, &VoyageSession::legsReplanned);
    session.replanLegsAt(dragged, QStringLiteral("drag"));
    REQUIRE(replanned.wait(patience_ms));
    REQUIRE(gui::is_line_complete(session.voyage()));
    REQUIRE(wait_for([&] { return session.isJudged(); }));
    CHECK(session.judgement()->feasible);
    const auto at = gui::index_of(session.voyage(), dragged);
    REQUIRE(at);
    CHECK(geo::geodesic_distance(session.voyage().points[*at].position, place).in_metres() < 1.0);
    document.undoStack().undo();
    CHECK(session.voyage() == before);
    CHECK(session.selected() == 0U);
}

TEST_CASE("session: cancelling leaves the voyage as it was and answers at once",
          "[voyage_session]") {
    VoyageSession session;
    REQUIRE(opened(session));
    const auto before = session.voyage();
    QSignalSpy finished(&session, &VoyageSession::planningFinished);
    QSignalSpy told(&session, &VoyageSession::told);
    session.plan();
    CHECK(session.isPlanning());
    CHECK(session.plannedObjective() == cost::ObjectiveKind::time);
    session.cancel();
    CHECK_FALSE(session.isPlanning());
    CHECK_FALSE(session.plannedObjective());
    CHECK(finished.count() == 1);
    REQUIRE(told.count() == 1);
    CHECK(told[0][0].toString() == QStringLiteral("Stopped: nothing was planned."));
    QTest::qWait(50);
    CHECK(session.voyage() == before);
    CHECK(session.candidates().empty());

    REQUIRE(planned(session));
    session.plan();
    session.cancel();
    CHECK(told.back()[0].toString() == QStringLiteral("Stopped: the former line stands."));
    CHECK(session.candidates().size() == 2);
    session.cancel(); // nothing to stop, nothing to say
    CHECK(told.count() == 2);
}

TEST_CASE("session: a plan that is stopped on its way says how far it came", "[voyage_session]") {
    VoyageSession session;
    REQUIRE(opened(session));
    std::vector<cost::ObjectiveKind> planned_by;
    QObject::connect(&session, &VoyageSession::candidatesChanged, &session, [&] {
        if (session.candidates().size() == 1 && planned_by.empty()) {
            planned_by.push_back(session.candidates()[0].objective);
            QMetaObject::invokeMethod(
                &session, [&] { session.cancel(); }, Qt::QueuedConnection);
        }
    });
    QSignalSpy told(&session, &VoyageSession::told);
    REQUIRE(planned(session));
    REQUIRE(told.count() == 1);
    CHECK(told[0][0].toString() == QStringLiteral("Stopped: 1 of 2 objective(s) are planned."));
}

TEST_CASE("session: only what a candidate was planned for makes it out of date",
          "[voyage_session]") {
    VoyageSession session;
    REQUIRE(opened(session));
    REQUIRE(planned(session));
    const auto are_current = [&] {
        return session.isCurrent(session.candidates()[0]) &&
               session.isCurrent(session.candidates()[1]);
    };
    REQUIRE(are_current());
    auto& document = session.document();
    document.edit(QStringLiteral("more"), [](gui::Voyage& voyage) {
        voyage.objectives = {cost::ObjectiveKind::fuel, cost::ObjectiveKind::time};
        voyage.prices.per_hour = 100.0;
    });
    CHECK(are_current());
    CHECK(session.selected() == 0U);
    session.select(1); // of an objective that is no longer ticked
    CHECK(session.voyage().line_by == cost::ObjectiveKind::distance);
    CHECK(are_current());
    document.edit(QStringLiteral("later"),
                  [](gui::Voyage& voyage) { voyage.departure += std::chrono::hours(6); });
    CHECK_FALSE(session.isCurrent(session.candidates()[0]));
    CHECK_FALSE(session.isCurrent(session.candidates()[1]));
}

TEST_CASE("session: candidates of data that have changed since are out of date",
          "[voyage_session]") {
    VoyageSession session;
    REQUIRE(opened(session));
    REQUIRE(planned(session));
    auto changed = *session.candidates()[0].result;
    REQUIRE_FALSE(changed.provenance.data.empty());
    changed.provenance.data.front().sha256 = "of another file";
    auto candidates = session.candidates();
    candidates[0].result = std::make_shared<const plan::PlanResult>(changed);
    session.adopt(candidates);
    CHECK_FALSE(session.isCurrent(session.candidates()[0]));
    CHECK(session.isCurrent(session.candidates()[1]));
    session.readDataAgain();
    REQUIRE(wait_for([&] { return !session.isOpening(); }));
    CHECK(session.isCurrent(session.candidates()[1]));
}

TEST_CASE("session: what cannot be opened is said, and planning says it again",
          "[voyage_session]") {
    VoyageSession session;
    auto voyage = barents_voyage();
    voyage.vessel = "no_such_ship";
    QSignalSpy changed(&session, &VoyageSession::surroundingsChanged);
    QSignalSpy refused(&session, &VoyageSession::refused);
    session.open(voyage);
    REQUIRE(changed.wait(patience_ms));
    CHECK(session.surroundingsProblem().contains(QStringLiteral("no_such_ship")));
    session.plan();
    REQUIRE(refused.count() == 1);
    CHECK(refused.front().front().toString() == session.surroundingsProblem());

    session.document().edit(QStringLiteral("ship"),
                            [](gui::Voyage& v) { v.vessel = "expedition_pc5"; });
    REQUIRE(wait_for([&] { return session.surroundings().complete(); }));
    CHECK(session.surroundingsProblem().isEmpty());
}

TEST_CASE("session: legs are found anew by what the line was found by", "[voyage_session]") {
    const auto voyage = barents_voyage();
    gui::Surroundings surroundings;
    surroundings.sea = gui::open_sea(voyage.sea, {});
    surroundings.land = std::make_shared<const gui::LandShelf>("natural-earth");
    surroundings.vessel = io::find_vessel(voyage.vessel);
    surroundings.rules = gui::make_rules(voyage.rules);
    const auto objective_of = [&](const gui::Voyage& of) {
        return gui::legs_request(of, surroundings, of.points, of.departure, {}).objective.kind;
    };
    CHECK(objective_of(voyage) == cost::ObjectiveKind::time);
    auto frugal = voyage;
    frugal.line_by = cost::ObjectiveKind::fuel;
    CHECK(objective_of(frugal) == cost::ObjectiveKind::fuel);
    CHECK(gui::planning_inputs(frugal) == gui::planning_inputs(voyage));
}

TEST_CASE("session: the line remembers the candidate it was taken from, notes their objective",
          "[voyage_session]") {
    VoyageSession session;
    session.open(barents_voyage(),
                 {{cost::ObjectiveKind::distance, "Shorter for the pilot.", false}});
    REQUIRE(wait_for([&] { return session.surroundings().complete(); }));
    REQUIRE(planned(session));
    CHECK(session.voyage().line_by == cost::ObjectiveKind::time);
    CHECK(session.candidates()[1].note == QStringLiteral("Shorter for the pilot."));
    CHECK_FALSE(session.candidates()[1].is_shown);
    session.select(1);
    CHECK(session.voyage().line_by == cost::ObjectiveKind::distance);
    session.setNote(0, QStringLiteral("Quick."));
    REQUIRE(planned(session));
    CHECK(session.candidates()[0].note == QStringLiteral("Quick."));
    REQUIRE(session.notes().size() == 2);
    CHECK(session.notes()[0].note == "Shorter for the pilot.");
}

TEST_CASE("session: nothing is planned or judged with the ship of before", "[voyage_session]") {
    VoyageSession session;
    REQUIRE(opened(session));
    session.document().edit(QStringLiteral("ship and line"), [](gui::Voyage& voyage) {
        voyage.vessel = "bulk_carrier_no_ice_class";
        voyage.points[1].arrive_by = gui::LegKind::great_circle;
    });
    QSignalSpy refused(&session, &VoyageSession::refused);
    session.plan();
    CHECK(refused.count() == 1);
    CHECK(session.isPlanning()); // waits, and begins by itself
    CHECK_FALSE(session.isJudged());
    CHECK(session.candidates().empty());
    REQUIRE(wait_for([&] { return !session.isPlanning(); }));
    REQUIRE_FALSE(session.candidates().empty());
    CHECK(session.candidates().front().made_for.vessel == "bulk_carrier_no_ice_class");
}

TEST_CASE("session: a plan that waits for the data can be stopped", "[voyage_session]") {
    VoyageSession session;
    QSignalSpy finished(&session, &VoyageSession::planningFinished);
    session.open(barents_voyage());
    session.plan();
    CHECK(session.isPlanning());
    session.cancel();
    CHECK_FALSE(session.isPlanning());
    CHECK(finished.count() == 1);
    REQUIRE(wait_for([&] { return session.surroundings().complete(); }));
    QTest::qWait(50);
    CHECK_FALSE(session.isPlanning());
    CHECK(session.candidates().empty());

    // A ship that does not exist ends the wait.
    session.document().edit(QStringLiteral("ship"), [](gui::Voyage& v) { v.vessel = "no_such"; });
    session.plan();
    CHECK(session.isPlanning());
    REQUIRE(wait_for([&] { return !session.isPlanning(); }));
    CHECK(session.surroundingsProblem().contains(QStringLiteral("no_such")));
    CHECK(session.candidates().empty());
}

TEST_CASE("session: a line of rhumb lines and great circles is judged without a plan",
          "[voyage_session]") {
    VoyageSession session;
    auto voyage = barents_voyage();
    voyage.points[1].arrive_by = gui::LegKind::great_circle;
    voyage.points[1].speed_limit = Speed::knots(6.0);
    session.open(voyage);
    REQUIRE(wait_for([&] { return session.isJudged(); }));
    const auto& route = session.judgement()->route;
    const auto distance =
        geo::geodesic_distance(voyage.points[0].position, voyage.points[1].position);
    CHECK(route.totals.distance.in_metres() == Approx(distance.in_metres()).epsilon(1e-6));
    CHECK(route.totals.duration.in_hours() ==
          Approx(distance.in_nautical_miles() / 6.0).epsilon(1e-4));
}

TEST_CASE("session: a rhumb line is judged and planned as one", "[voyage_session]") {
    VoyageSession session;
    auto voyage = barents_voyage();
    voyage.points[1].arrive_by = gui::LegKind::rhumb_line;
    const auto along =
        geo::rhumb_inverse(voyage.points[0].position, voyage.points[1].position).distance;
    session.open(voyage);
    REQUIRE(wait_for([&] { return session.isJudged(); }));
    CHECK(session.judgement()->route.totals.distance.in_metres() ==
          Approx(along.in_metres()).epsilon(1e-5));
    REQUIRE(planned(session));
    REQUIRE(session.candidates().front().result->route() != nullptr);
    CHECK(session.candidates().front().result->route()->totals.distance.in_metres() ==
          Approx(along.in_metres()).epsilon(1e-5));
    CHECK(session.voyage().points.size() == 2);
    CHECK(session.voyage().points[1].arrive_by == gui::LegKind::rhumb_line);
}

TEST_CASE("session: a zone of the planner's own is kept out of", "[voyage_session][zones]") {
    VoyageSession session;
    REQUIRE(opened(session));
    REQUIRE(planned(session));
    const auto before = session.voyage();
    const auto straight = session.judgement()->route.totals.distance;
    gui::VoyageZone zone;
    zone.name = "Firing range";
    zone.corners = {geo::Position::degrees(72.6, 34.0), geo::Position::degrees(73.6, 34.0),
                    geo::Position::degrees(73.6, 40.0), geo::Position::degrees(72.6, 40.0)};
    auto& document = session.document();
    document.edit(QStringLiteral("Draw zone"),
                  [&](gui::Voyage& voyage) { voyage.zones.push_back(zone); });
    CHECK_FALSE(session.selected()); // it answers another question now
    CHECK_FALSE(session.isCurrent(session.candidates().front()));
    REQUIRE(session.surroundings().sea->sea.data.environment->zones().size() == 1);
    REQUIRE(wait_for([&] { return session.isJudged(); }));
    CHECK_FALSE(session.judgement()->feasible);

    REQUIRE(planned(session));
    REQUIRE(session.isJudged());
    CHECK(session.judgement()->feasible);
    CHECK(session.judgement()->route.totals.distance > straight + Length::nautical_miles(1.0));

    document.undoStack().undo(); // the line
    document.undoStack().undo(); // the zone
    CHECK(session.voyage() == before);
    CHECK(session.surroundings().sea->sea.data.environment->zones().empty());
}

TEST_CASE("session: a zone that is no area is said, not passed over", "[voyage_session][zones]") {
    VoyageSession session;
    REQUIRE(opened(session));
    auto& document = session.document();
    document.edit(QStringLiteral("Draw zone"), [&](gui::Voyage& voyage) {
        gui::VoyageZone zone;
        zone.name = "Line";
        zone.corners.assign(3, geo::Position::degrees(72.6, 34.0));
        voyage.zones.push_back(zone);
    });
    CHECK_FALSE(session.surroundings().complete());
    CHECK(session.surroundingsProblem().contains(QStringLiteral("\"Line\"")));
    document.undoStack().undo();
    REQUIRE(wait_for([&] { return session.surroundings().complete(); }));
    CHECK(session.surroundingsProblem().isEmpty());
}

TEST_CASE("session: another ship does not keep the judgement of the one before",
          "[voyage_session]") {
    VoyageSession session;
    REQUIRE(opened(session));
    REQUIRE(planned(session));
    REQUIRE(session.isJudged());
    session.document().edit(QStringLiteral("Ship"),
                            [](gui::Voyage& voyage) { voyage.vessel = "cargo_ia"; });
    CHECK_FALSE(session.selected());
    CHECK_FALSE(session.isJudged());
}

TEST_CASE("session: another departure takes the cursor along, and back by undo",
          "[voyage_session]") {
    VoyageSession session;
    session.open(barents_voyage());
    const auto first = session.voyage().departure;
    session.cursor().setTime(first + Duration::hours(30.0));
    session.document().edit(QStringLiteral("Departure"), [&](gui::Voyage& voyage) {
        voyage.departure = first + Duration::hours(2000.0);
    });
    CHECK(session.cursor().time() == first + Duration::hours(2030.0));
    session.document().undoStack().undo();
    CHECK(session.cursor().time() == first + Duration::hours(30.0));
}

TEST_CASE("session: a layer that cannot be opened is named as the voyage has it, not by options",
          "[voyage_session]") {
    const test::ScratchFolder scratch;
    auto file = test::small_ice_file();
    auto& attributes = file.variables[3].attributes;
    attributes.erase(attributes.begin() + 1); // percent, and does not say so
    scratch.write("bare.nc", file.bytes());
    auto voyage = barents_voyage();
    voyage.sea.layers.front().value.reset();
    voyage.sea.layers.front().sources = {(scratch.path() / "bare.nc").string()};
    VoyageSession session;
    session.open(voyage);
    REQUIRE(wait_for([&] { return !session.surroundingsProblem().isEmpty(); }));
    CHECK(session.surroundingsProblem().startsWith(QStringLiteral("layers of the voyage: ")));
    CHECK(session.surroundingsProblem().endsWith(QStringLiteral(
        "say their unit, which looks like %, by the member \"unit\" of the layer in the voyage's "
        "file")));
    CHECK_FALSE(session.surroundingsProblem().contains(QStringLiteral("--")));
}

TEST_CASE("session: candidates kept in a file are there when it is opened", "[voyage_session]") {
    VoyageSession first;
    REQUIRE(opened(first));
    REQUIRE(planned(first));
    first.setNote(1, QStringLiteral("as the owner wishes"));
    gui::Project kept;
    kept.voyage = first.voyage();
    kept.candidates = first.notes();
    kept.plans = first.plans();
    const std::filesystem::path file = "/voyages/barents.fairlead";
    const auto read = gui::parse_project(gui::project_text(kept, file), file);

    VoyageSession session;
    session.open(read.voyage, read.candidates, read.plans);
    REQUIRE(session.candidates().size() == 2);
    CHECK(session.candidates()[1].note == QStringLiteral("as the owner wishes"));
    CHECK(session.candidates()[0].objective == first.candidates()[0].objective);
    CHECK(session.selected() == first.selected());
    CHECK_FALSE(session.document().undoStack().canUndo());
    REQUIRE(wait_for([&] { return session.isJudged(); })); // with a track
    CHECK_FALSE(session.judgement()->route.track.empty());
    CHECK(session.selected() == first.selected()); // the data are those of then
    CHECK(session.isCurrent(session.candidates()[1]));
    session.select(1);
    CHECK(session.selected() == 1U);
    REQUIRE(wait_for([&] { return session.isJudged(); }));
    session.document().edit(QStringLiteral("later"),
                            [](gui::Voyage& voyage) { voyage.departure += std::chrono::hours(6); });
    CHECK_FALSE(session.isCurrent(session.candidates()[0]));
}

TEST_CASE("session: a cost model of the voyage's own is planned by, and tells the others' cost",
          "[voyage_session][cost_model]") {
    VoyageSession session;
    auto voyage = barents_voyage();
    voyage.objectives = {cost::ObjectiveKind::time, cost::ObjectiveKind::model};
    voyage.cost_model = "10*time_h";
    session.open(voyage);
    REQUIRE(wait_for([&] { return session.surroundings().complete(); }));
    REQUIRE(planned(session));
    REQUIRE(session.candidates().size() == 2);
    const auto* earliest = session.costByModel(0);
    const auto* own = session.costByModel(1);
    REQUIRE(earliest != nullptr);
    REQUIRE(own != nullptr);
    const auto& route = *session.candidates()[0].result->route();
    CHECK(earliest->cost == Approx(10.0 * route.totals.duration.in_hours()).epsilon(1e-3));
    CHECK(own->cost == Approx(earliest->cost).epsilon(1e-3));
    CHECK(session.candidates()[1].result->route()->totals.cost == own->cost);
    CHECK(own->unit == "cost");

    session.document().edit(QStringLiteral("Set cost model"),
                            [](gui::Voyage& changed) { changed.cost_model = "20*time_h"; });
    CHECK(session.isCurrent(session.candidates()[0]));
    CHECK_FALSE(session.isCurrent(session.candidates()[1]));
    CHECK(session.costByModel(0) == nullptr); // it is of another model
}

TEST_CASE("session: a library that only a file names is not loaded", "[voyage_session][hostile]") {
    VoyageSession session;
    auto voyage = barents_voyage();
    voyage.objectives = {cost::ObjectiveKind::distance, cost::ObjectiveKind::model};
    voyage.cost_model = "/voyages/ice_hours.so";
    session.open(voyage);
    QSignalSpy refused(&session, &VoyageSession::refused);
    REQUIRE(wait_for([&] { return session.surroundings().complete(); }));
    REQUIRE(planned(session));
    CHECK(session.candidates().size() == 1); // what needs no model
    REQUIRE(refused.count() == 1);
    CHECK(refused.front().front().toString().contains(QStringLiteral("is not loaded before")));
    session.trustLibrary(voyage.cost_model);
    REQUIRE(planned(session));
    REQUIRE(refused.count() == 2); // now it is looked for
    CHECK_FALSE(refused.back().front().toString().contains(QStringLiteral("is not loaded before")));
}
