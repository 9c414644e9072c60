// SPDX-License-Identifier: Apache-2.0
#include "gui/document/voyage_document.hpp"

#include <catch2/catch.hpp>

#include <QSignalSpy>

#include <functional>
#include <utility>
#include <vector>

using namespace fairlead;
using gui::Voyage;
using gui::VoyageDocument;

namespace {

Voyage three_points() {
    Voyage voyage;
    voyage.name = "Kara";
    for (const double longitude : {33.0, 60.0, 100.0}) {
        gui::VoyagePoint point;
        point.id = gui::free_id(voyage);
        point.position = geo::Position::degrees(75.0, longitude);
        voyage.points.push_back(point);
    }
    return voyage;
}

} // namespace

TEST_CASE("voyage document: every part of a voyage can be undone and redone", "[voyage_document]") {
    using Change = std::function<void(Voyage&)>;
    const std::vector<std::pair<VoyageDocument::Part, Change>> changes{
        {VoyageDocument::name_part, [](Voyage& v) { v.name = "Laptev"; }},
        {VoyageDocument::points_part, [](Voyage& v) { v.points.pop_back(); }},
        {VoyageDocument::points_part, [](Voyage& v) { v.points[1].note = "pilot"; }},
        {VoyageDocument::points_part, [](Voyage& v) { v.points[1].speed_limit = Speed::knots(8); }},
        {VoyageDocument::points_part,
         [](Voyage& v) { v.points[1].arrive_by = gui::LegKind::rhumb_line; }},
        {VoyageDocument::departure_part, [](Voyage& v) { v.departure += std::chrono::hours(6); }},
        {VoyageDocument::vessel_part, [](Voyage& v) { v.vessel = "sda"; }},
        {VoyageDocument::sea_part, [](Voyage& v) { v.sea.scenario = "kara.toml"; }},
        {VoyageDocument::rules_part, [](Voyage& v) { v.rules.zones = false; }},
        {VoyageDocument::objectives_part, [](Voyage& v) { v.objectives.pop_back(); }},
        {VoyageDocument::objectives_part, [](Voyage& v) { v.prices.per_hour = 850.0; }},
        {VoyageDocument::search_part, [](Voyage& v) { v.search.may_wait = false; }},
        {VoyageDocument::accepted_part, [](Voyage& v) { v.accepted["ukc"] = "charted anew"; }},
        {VoyageDocument::notes_part, [](Voyage& v) { v.notes = "ask the pilot"; }},
    };
    VoyageDocument document;
    document.reset(three_points());
    QSignalSpy changed(&document, &VoyageDocument::changed);
    std::vector<Voyage> states{document.voyage()};
    for (const auto& [part, change] : changes) {
        document.edit(QStringLiteral("edit"), change);
        REQUIRE(changed.count() == static_cast<int>(states.size()));
        CHECK(changed.back().front().value<VoyageDocument::Parts>() == part);
        states.push_back(document.voyage());
    }
    for (std::size_t i = states.size(); i-- > 1;) {
        CHECK(document.voyage() == states[i]);
        document.undoStack().undo();
        CHECK(document.voyage() == states[i - 1]);
    }
    for (std::size_t i = 1; i < states.size(); ++i) {
        document.undoStack().redo();
        CHECK(document.voyage() == states[i]);
    }
}

TEST_CASE("voyage document: an edit that changes nothing is no step", "[voyage_document]") {
    VoyageDocument document;
    document.reset(three_points());
    document.edit(QStringLiteral("nothing"), [](Voyage& v) { v.name = "Kara"; });
    CHECK(document.undoStack().count() == 0);
}

TEST_CASE("voyage document: the moves of one drag are one step, the next drag another",
          "[voyage_document]") {
    VoyageDocument document;
    document.reset(three_points());
    const auto before = document.voyage();
    const auto drag_to = [&](double latitude) {
        document.edit(
            QStringLiteral("Move waypoint"),
            [&](Voyage& v) { v.points[1].position = geo::Position::degrees(latitude, 60.0); },
            QStringLiteral("move 2"));
    };
    drag_to(75.5);
    drag_to(76.0);
    CHECK(document.undoStack().count() == 1);
    document.endMerge();
    drag_to(77.0);
    CHECK(document.undoStack().count() == 2);
    document.undoStack().undo();
    CHECK(document.voyage().points[1].position.latitude_deg() == 76.0);
    document.undoStack().undo();
    CHECK(document.voyage() == before);
}

TEST_CASE("voyage document: a drag that ends where it began leaves no step", "[voyage_document]") {
    VoyageDocument document;
    document.reset(three_points());
    const auto before = document.voyage();
    for (const double latitude : {76.0, 75.0}) {
        document.edit(
            QStringLiteral("Move waypoint"),
            [&](Voyage& v) { v.points[1].position = geo::Position::degrees(latitude, 60.0); },
            QStringLiteral("move 2"));
    }
    CHECK(document.voyage() == before);
    CHECK(document.undoStack().count() == 0);
}

TEST_CASE("voyage document: another voyage leaves nothing to undo", "[voyage_document]") {
    VoyageDocument document;
    document.reset(three_points());
    document.edit(QStringLiteral("name"), [](Voyage& v) { v.name = "x"; });
    QSignalSpy changed(&document, &VoyageDocument::changed);
    document.reset({});
    CHECK(document.undoStack().count() == 0);
    REQUIRE(changed.count() == 1);
    CHECK(changed.front().front().value<VoyageDocument::Parts>() == VoyageDocument::all_parts);
}

TEST_CASE("voyage: what plans and judgements depend on", "[voyage]") {
    const auto voyage = three_points();
    auto other = voyage;
    other.name = "other";
    other.notes = "n";
    other.points[1].name = "Dikson";
    other.points[1].id = 77;
    other.accepted["a"] = "b";
    CHECK(gui::planning_inputs(other) == gui::planning_inputs(voyage));
    CHECK(gui::judging_inputs(other) == gui::judging_inputs(voyage));

    auto longer = voyage;
    gui::VoyagePoint made;
    made.is_fixed = false;
    made.position = geo::Position::degrees(76.0, 70.0);
    longer.points.insert(longer.points.begin() + 2, made);
    CHECK(gui::planning_inputs(longer) == gui::planning_inputs(voyage));
    CHECK_FALSE(gui::judging_inputs(longer) == gui::judging_inputs(voyage));

    auto priced = voyage;
    priced.prices.per_hour = 1.0;
    CHECK_FALSE(gui::planning_inputs(priced) == gui::planning_inputs(voyage));
    CHECK(gui::judging_inputs(priced) == gui::judging_inputs(voyage));
}

TEST_CASE("voyage: a line is complete when no leg is still to be found", "[voyage]") {
    CHECK_FALSE(gui::is_line_complete({}));
    auto voyage = three_points();
    CHECK_FALSE(gui::is_line_complete(voyage));
    voyage.points[1].arrive_by = gui::LegKind::rhumb_line;
    CHECK_FALSE(gui::is_line_complete(voyage));
    voyage.points[2].is_leg_found = true;
    CHECK(gui::is_line_complete(voyage));
    voyage.points.resize(1);
    CHECK_FALSE(gui::is_line_complete(voyage));
}
