// SPDX-License-Identifier: Apache-2.0
#include "gui/session/voyage_cursor.hpp"

#include "core/geo/geodesic.hpp"

#include <catch2/catch.hpp>

#include <QSignalSpy>

#include <chrono>

using namespace fairlead;

namespace {

const Instant noon = parse_instant("2030-08-10T12:00Z");

/// Across 180 degrees on the 75th parallel's geodesics; waits two hours at the second point.
route::Route small_route() {
    route::Route route;
    const double longitudes[] = {178.0, 179.0, 179.0, -179.0};
    const int hours[] = {0, 2, 4, 8};
    const double miles[] = {0.0, 15.5, 15.5, 46.6};
    for (int i = 0; i < 4; ++i) {
        route::TrackPoint point;
        point.position = geo::Position::degrees(75.0, longitudes[i]);
        point.time = noon + std::chrono::hours(hours[i]);
        point.distance_nmi = miles[i];
        route.track.push_back(point);
    }
    route.legs.resize(2);
    route.legs[0].arrival = noon + std::chrono::hours(4);
    route.legs[1].arrival = noon + std::chrono::hours(8);
    return route;
}

} // namespace

TEST_CASE("cursor: where the ship is when, also across 180 degrees and while it waits",
          "[voyage_cursor]") {
    const auto route = small_route();
    const auto before = gui::ship_at(route, noon - std::chrono::hours(1));
    CHECK(before.position == route.track.front().position);
    CHECK(before.distance_nmi == 0.0);
    CHECK(before.leg == 0);
    const auto waiting = gui::ship_at(route, noon + std::chrono::hours(3));
    CHECK(geo::geodesic_distance(waiting.position, route.track[1].position).in_metres() < 1e-3);
    CHECK(waiting.distance_nmi == 15.5);
    const auto crossing = gui::ship_at(route, noon + std::chrono::hours(6));
    CHECK(crossing.position.longitude_deg() == Approx(-180.0).margin(1e-9));
    CHECK(crossing.distance_nmi == Approx(31.05));
    CHECK(crossing.leg == 1);
    const auto after = gui::ship_at(route, noon + std::chrono::hours(30));
    CHECK(after.position == route.track.back().position);
    CHECK(after.distance_nmi == 46.6);
    CHECK(after.leg == 1);
}

TEST_CASE("cursor: when the ship has come how far", "[voyage_cursor]") {
    const auto route = small_route();
    CHECK(gui::time_at(route, -5.0) == noon);
    CHECK(gui::time_at(route, 7.75) == noon + std::chrono::hours(1));
    CHECK(gui::time_at(route, 15.5) == noon + std::chrono::hours(2));
    CHECK(gui::time_at(route, 31.05) == noon + std::chrono::hours(6));
    CHECK(gui::time_at(route, 100.0) == noon + std::chrono::hours(8));
}

TEST_CASE("cursor: the nearest passage of a place", "[voyage_cursor]") {
    const auto nearest = gui::nearest_passage(small_route(), geo::Position::degrees(75.5, -179.0));
    CHECK(nearest.time == noon + std::chrono::hours(8));
    CHECK(nearest.distance.in_nautical_miles() == Approx(30.0).epsilon(0.01));
}

TEST_CASE("cursor: tells who listens, once for each move", "[voyage_cursor]") {
    gui::VoyageCursor cursor;
    QSignalSpy moved(&cursor, &gui::VoyageCursor::moved);
    cursor.setTime(noon);
    cursor.setTime(noon);
    CHECK(moved.count() == 1);
    CHECK(cursor.time() == noon);
}
