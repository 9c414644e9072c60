// SPDX-License-Identifier: Apache-2.0
#include "gui/document/line_edits.hpp"
#include "tests/support/thread_clock.hpp"

#include <catch2/catch.hpp>

using namespace fairlead;
using gui::LegKind;

namespace {

geo::Position at(double longitude) {
    return geo::Position::degrees(75.0, longitude);
}

/// A to B by rhumb line at 8 kn at most, B to C as found by the engine over one waypoint.
gui::Voyage planned_voyage() {
    gui::Voyage voyage;
    gui::append_point(voyage, at(30.0), "A");
    gui::append_point(voyage, at(40.0), "B");
    gui::append_point(voyage, at(45.0), "");
    gui::append_point(voyage, at(50.0), "C");
    voyage.points[1].arrive_by = LegKind::rhumb_line;
    voyage.points[1].speed_limit = Speed::knots(8.0);
    voyage.points[2].is_fixed = false;
    for (auto& point : voyage.points) {
        point.is_leg_found = true;
    }
    return voyage;
}

std::vector<bool> found(const gui::Voyage& voyage) {
    std::vector<bool> legs;
    for (const auto& point : voyage.points) {
        legs.push_back(point.is_leg_found);
    }
    return legs;
}

} // namespace

TEST_CASE("line edits: a point that is moved is the planner's, and its legs are to be found",
          "[line_edits]") {
    auto voyage = planned_voyage();
    gui::move_point(voyage, voyage.points[2].id, at(44.0));
    CHECK(voyage.points[2].is_fixed);
    CHECK(voyage.points[2].position == at(44.0));
    CHECK(found(voyage) == std::vector<bool>{true, true, false, false});
    gui::move_point(voyage, 99, at(0.0));
    CHECK(voyage.points.size() == 4);
}

TEST_CASE("line edits: a point on a leg halves it", "[line_edits]") {
    auto voyage = planned_voyage();
    const auto id = gui::insert_point(voyage, 1, at(35.0));
    REQUIRE(voyage.points.size() == 5);
    CHECK(voyage.points[1].id == id);
    CHECK(voyage.points[1].arrive_by == LegKind::rhumb_line);
    CHECK(voyage.points[1].speed_limit == Speed::knots(8.0));
    CHECK(found(voyage) == std::vector<bool>{true, false, false, true, true});
}

TEST_CASE("line edits: a point that is taken away joins its legs, ends stay ends", "[line_edits]") {
    auto voyage = planned_voyage();
    const auto end = voyage.points[3].id;
    CHECK(gui::remove_point(voyage, voyage.points[2].id) == end);
    REQUIRE(voyage.points.size() == 3);
    CHECK(found(voyage) == std::vector<bool>{true, true, false});
    CHECK_FALSE(gui::remove_point(voyage, end)); // no leg is left to be found
    REQUIRE(voyage.points.size() == 2);
    CHECK(voyage.points.back().is_fixed);
}

TEST_CASE("line edits: with a waypoint go those that the engine made on the way to it",
          "[line_edits]") {
    auto voyage = planned_voyage();
    gui::remove_point(voyage, voyage.points[3].id); // the destination: nothing leads anywhere
    REQUIRE(voyage.points.size() == 2);
    CHECK(voyage.points.back().name == "B");

    voyage = planned_voyage();
    const auto end = voyage.points[3].id;
    CHECK(gui::remove_point(voyage, voyage.points[1].id) == end);
    REQUIRE(voyage.points.size() == 2);
    CHECK(voyage.points.back().id == end);
    CHECK(found(voyage) == std::vector<bool>{true, false});
}

TEST_CASE("line edits: of twenty thousand waypoints half go at once", "[line_edits]") {
    gui::Voyage voyage;
    std::vector<gui::PointId> every_other;
    constexpr gui::PointId count = 20000;
    for (gui::PointId id = 1; id <= count; ++id) {
        gui::VoyagePoint point;
        point.id = id;
        point.position = geo::Position::degrees(70.0, 1e-3 * id);
        voyage.points.push_back(point);
        if (id % 2 == 0) {
            every_other.push_back(id);
        }
    }
    const fairlead::test::ThreadClock clock;
    gui::remove_points(voyage, every_other);
    gui::set_fixed(voyage, every_other, false);
    CHECK(voyage.points.size() == count / 2);
    CHECK(clock.seconds() < 1.0); // one by one it takes minutes
}

TEST_CASE("line edits: a leg drawn by hand keeps its ends, an optimised one is to be found",
          "[line_edits]") {
    auto voyage = planned_voyage();
    gui::set_leg_kind(voyage, voyage.points[2].id, LegKind::great_circle);
    CHECK(voyage.points[2].is_fixed);
    CHECK(voyage.points[2].is_leg_found);
    gui::set_leg_kind(voyage, voyage.points[1].id, LegKind::optimised);
    CHECK_FALSE(voyage.points[1].is_leg_found);
    gui::set_leg_kind(voyage, voyage.points[0].id, LegKind::rhumb_line);
    CHECK(voyage.points[0].arrive_by == LegKind::optimised);
}

TEST_CASE("line edits: turned round, legs keep what was said of them", "[line_edits]") {
    auto voyage = planned_voyage();
    gui::reverse(voyage);
    CHECK(voyage.points.front().name == "C");
    CHECK(voyage.points.back().name == "A");
    CHECK(voyage.points.back().arrive_by == LegKind::rhumb_line);
    CHECK(voyage.points.back().speed_limit == Speed::knots(8.0));
    CHECK(voyage.points[1].arrive_by == LegKind::optimised);
    CHECK_FALSE(voyage.points[1].speed_limit);
    CHECK(found(voyage) == std::vector<bool>(4, false));
    const auto once = voyage;
    gui::reverse(voyage);
    gui::reverse(voyage);
    CHECK(voyage == once);
}
