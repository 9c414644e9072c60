// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/gui_application.hpp"
#include "gui/chart/label_placer.hpp"
#include "gui/chart/map_labels.hpp"
#include "tests/gui/scene_fixture.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

using namespace fairlead;
using namespace fairlead::chart;
using namespace fairlead::chart::test;

namespace {

constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

/// The sample voyage with a dozen waypoints within some pixels of either port, as a fjord has them.
Scene harbour_scene() {
    Scene scene = sample_scene();
    route::Route& route = scene.routes.front().route;
    const geo::Position from = route.waypoints.front().position;
    const geo::Position to = route.waypoints.back().position;
    route.waypoints.clear();
    route.legs.clear();
    const auto call = [&](const geo::Position& place) {
        if (!route.waypoints.empty()) {
            route::Leg leg;
            leg.arrival = route.departure + Duration::hours(3.0 * double(route.legs.size() + 1));
            route.legs.push_back(leg);
        }
        route.waypoints.push_back({place, ""});
    };
    const auto harbour = [&](const geo::Position& port, double east) {
        for (int i = 0; i < 12; ++i) {
            call(geo::Position::degrees(port.latitude_deg() + 0.05 * (i % 3),
                                        port.longitude_deg() + east * 0.12 * i));
        }
    };
    harbour(from, 1.0);
    for (int i = 1; i < 8; ++i) {
        call(route.track[std::size_t(i) * 12].position);
    }
    harbour(geo::Position::degrees(to.latitude_deg(), to.longitude_deg() - 1.32), 1.0);
    route.waypoints.back().position = to;
    route.arrival = route.legs.back().arrival;
    scene.places[0].detail = "15 Jul 00:00Z";
    scene.places[1].detail = "19 Jul 18:00Z";
    scene.places.push_back({"Call", geo::Position::degrees(74, -18), PlaceKind::via, "16 Jul"});
    for (const char* name : {"a port", "another", "one more", "and more"}) {
        scene.places.push_back({name, geo::Position::degrees(74.1, -19), PlaceKind::port, ""});
    }
    return scene;
}

std::vector<RouteRun> runs_of(const Scene& scene, const Viewport& view) {
    return route_runs(scene.routes.front(), scene.route_palette.get(), view, ChartStyle::day());
}

MapLabels laid_out(const Scene& scene, const Viewport& view, std::size_t notes = all) {
    ensure_gui_application();
    return lay_out_labels(scene, view, runs_of(scene, view), notes);
}

std::vector<const MapLabel*> of_kind(const MapLabels& made, MapLabel::Kind kind) {
    std::vector<const MapLabel*> found;
    for (const MapLabel& label : made.labels) {
        if (label.kind == kind) {
            found.push_back(&label);
        }
    }
    return found;
}

bool is_named(const MapLabels& made, const QString& name) {
    return std::any_of(made.labels.begin(), made.labels.end(),
                       [&](const MapLabel& label) { return label.strong == name; });
}

} // namespace

TEST_CASE("map labels: at a harbour of many waypoints nothing covers anything", "[chart][labels]") {
    const Scene scene = harbour_scene();
    const Viewport view = sample_view(scene.plane, {1000, 600}, 2000.0);
    const MapLabels made = laid_out(scene, view);
    std::vector<std::pair<QRectF, QPointF>> boxes;
    for (const MapLabel& label : made.labels) {
        boxes.emplace_back(label.box, label.mark);
    }
    for (const NoteGroup& group : made.notes) {
        boxes.emplace_back(group.box, group.place);
    }
    boxes.emplace_back(made.scale_bar, made.scale_bar.center());
    REQUIRE(boxes.size() > 8);
    const std::vector<RouteRun> runs = runs_of(scene, view);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const auto& [box, mark] = boxes[i];
        CAPTURE(i, box.left(), box.top(), box.width(), box.height());
        CHECK(QRectF(0, 0, 1000, 600).contains(box));
        for (std::size_t j = 0; j < boxes.size(); ++j) {
            CHECK_FALSE((i != j && boxes[j].first.intersects(box)));
        }
        for (const RouteRun& run : runs) {
            CHECK(std::none_of(run.pixels.begin(), run.pixels.end(),
                               [&](QPointF point) { return box.contains(point); }));
        }
        const auto leader = leader_to(box, mark);
        for (double along = 11.0; leader && along < leader->length(); along += 1.0) {
            const QPointF point = leader->pointAt(along / leader->length());
            for (std::size_t j = 0; j < boxes.size(); ++j) {
                CHECK_FALSE((i != j && boxes[j].first.adjusted(1, 1, -1, -1).contains(point)));
            }
        }
    }
}

TEST_CASE("map labels: numbers are thinned out, departure and arrival never", "[chart][labels]") {
    const Scene scene = harbour_scene();
    const Viewport view = sample_view(scene.plane, {1000, 600}, 2000.0);
    const MapLabels made = laid_out(scene, view);
    const auto waypoints = of_kind(made, MapLabel::Kind::waypoint);
    CHECK(waypoints.size() >= 7);
    CHECK(waypoints.size() < 16); // of 31
    CHECK(made.waypoints.size() < 31);
    for (const MapLabel* label : waypoints) {
        for (const MapLabel* other : waypoints) {
            const QPointF apart = label->mark - other->mark;
            CHECK((label == other || std::hypot(apart.x(), apart.y()) >= 20.0));
        }
        CHECK(std::find(made.waypoints.begin(), made.waypoints.end(), label->mark) !=
              made.waypoints.end());
    }
    // Even where nothing has room.
    const MapLabels crowded = laid_out(scene, sample_view(scene.plane, {320, 240}, 12000.0));
    CHECK(is_named(crowded, QStringLiteral("West Port")));
    CHECK(is_named(crowded, QStringLiteral("East Port")));
    for (const MapLabel* label : of_kind(crowded, MapLabel::Kind::place)) {
        CHECK(QRectF(0, 0, 320, 240).contains(label->box));
    }
}

TEST_CASE("map labels: the places of the voyage speak for the waypoints in them",
          "[chart][labels]") {
    const Scene scene = harbour_scene();
    const MapLabels made = laid_out(scene, sample_view(scene.plane, {1000, 600}, 2000.0));
    for (const MapLabel* label : of_kind(made, MapLabel::Kind::waypoint)) {
        CHECK(label->strong != QStringLiteral("1"));
        CHECK(label->strong != QStringLiteral("31"));
    }
    const auto places = of_kind(made, MapLabel::Kind::place);
    REQUIRE(places.size() == 3);
    CHECK(places[0]->rest == QStringLiteral("15 Jul 00:00Z"));
    CHECK(places[1]->rest == QStringLiteral("19 Jul 18:00Z"));
}

TEST_CASE("map labels: remarks at one place share it, and those not listed are not shown",
          "[chart][labels]") {
    Scene scene = sample_scene();
    const geo::Position at_sea = scene.routes.front().route.track[25].position;
    const geo::Position port = scene.places.front().position;
    scene.notes = {{rules::Severity::warning, "one", at_sea},
                   {rules::Severity::info, "two", port},
                   {rules::Severity::violation, "three", at_sea},
                   {rules::Severity::info, "nowhere", std::nullopt},
                   {rules::Severity::info, "far away", geo::Position::degrees(-60, 0)},
                   {rules::Severity::caution, "not listed", geo::Position::degrees(74, 15)}};
    const Viewport view = sample_view(scene.plane);
    const MapLabels made = laid_out(scene, view, 5);
    REQUIRE(made.notes.size() == 2);
    REQUIRE(made.notes[0].signs.size() == 2);
    CHECK(made.notes[0].signs[0].note == 0);
    CHECK(made.notes[0].signs[1].note == 2);
    CHECK(made.notes[0].worst == rules::Severity::violation);
    CHECK(made.notes[0].ring_px > 0.0);
    CHECK(made.notes[0].box.contains(made.notes[0].signs[1].centre));
    CHECK(made.notes[1].signs.size() == 1);
    CHECK(made.notes[1].ring_px == 0.0); // a port has its own mark

    CHECK(has_ring(scene.notes[0], scene, view));
    CHECK_FALSE(has_ring(scene.notes[1], scene, view));
    CHECK_FALSE(has_ring(scene.notes[3], scene, view));
    CHECK_FALSE(has_ring(scene.notes[4], scene, view));
    CHECK(laid_out(scene, view).notes.size() == 3);
    CHECK(laid_out(scene, view, 0).notes.empty());
}

TEST_CASE("map labels: a zone is named within it", "[chart][labels]") {
    Scene scene;
    scene.zones = {{"Reserve",
                    {{geo::Position::degrees(75, -4), geo::Position::degrees(75, 4),
                      geo::Position::degrees(74, 4), geo::Position::degrees(74, -4)}},
                    Speed::knots(7.5),
                    "until 16 Jul 12:00Z"}};
    ensure_gui_application();
    const MapLabels made = lay_out_labels(scene, sample_view(scene.plane), {}, all);
    REQUIRE(made.labels.size() == 1);
    CHECK(made.labels[0].strong == QStringLiteral("Reserve"));
    CHECK(made.labels[0].rest == QStringLiteral("at most 7.5 kn, until 16 Jul 12:00Z"));
    CHECK(made.labels[0].box.contains(made.labels[0].mark));
}
