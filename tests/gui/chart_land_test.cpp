// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/chart_land.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace fairlead;
using namespace fairlead::chart;

namespace {

const geo::Projection north = geo::Projection::polar_north();
const geo::Projection south = geo::Projection::polar_south();

/// A ring along parallels and meridians, with a vertex at each degree of longitude.
geo::Ring box(double low_deg, double high_deg, double west_deg, double east_deg) {
    geo::Ring ring;
    for (double longitude = west_deg; longitude <= east_deg; longitude += 1.0) {
        ring.push_back(geo::Position::degrees(low_deg, longitude));
    }
    for (double longitude = east_deg; longitude >= west_deg; longitude -= 1.0) {
        ring.push_back(geo::Position::degrees(high_deg, longitude));
    }
    return ring;
}

Viewport view_at(double latitude_deg, double longitude_deg, double metres_per_pixel,
                 const geo::Projection& plane = north) {
    return {plane,
            plane.forward(geo::Position::degrees(latitude_deg, longitude_deg)).value(),
            metres_per_pixel,
            Angle::degrees(0.0),
            {400, 300}};
}

ChartLand land_of(std::vector<geo::LandPolygon> polygons, const geo::Projection& plane = north,
                  Length resolution = {}) {
    return {polygons, plane, resolution};
}

} // namespace

TEST_CASE("chart land: nothing gives nothing", "[chart][land]") {
    const ChartLand land = land_of({});
    CHECK(land.ring_count() == 0);
    CHECK(land.on_screen(view_at(75, 0, 1000)).empty());
}

TEST_CASE("chart land: a polygon is seen where it is", "[chart][land]") {
    const ChartLand land = land_of({{box(74, 76, -5, 5), {}}});
    const auto polygons = land.on_screen(view_at(75, 0, 1000));
    REQUIRE(polygons.size() == 1);
    CHECK(polygons[0].outer.containsPoint(QPointF(200, 150), Qt::OddEvenFill));
    CHECK(land.on_screen(view_at(75, 90, 1000)).empty());
}

TEST_CASE("chart land: a polygon over 180 degrees or the pole is whole", "[chart][land]") {
    const ChartLand across = land_of({{box(70, 72, 175, 185), {}}});
    const auto at_180 = across.on_screen(view_at(71, 180, 1000));
    REQUIRE(at_180.size() == 1);
    CHECK(at_180[0].outer.containsPoint(QPointF(200, 150), Qt::OddEvenFill));

    geo::Ring around;
    for (int longitude = -180; longitude < 180; ++longitude) {
        around.push_back(geo::Position::degrees(-80.0, longitude));
    }
    const ChartLand antarctica = land_of({{around, {}}}, south);
    const auto at_pole = antarctica.on_screen(view_at(-90, 0, 5000, south));
    REQUIRE(at_pole.size() == 1);
    CHECK(at_pole[0].outer.containsPoint(QPointF(200, 150), Qt::OddEvenFill));
}

TEST_CASE("chart land: the other polar region is left out", "[chart][land]") {
    CHECK(land_of({{box(-80, -65, -50, 50), {}}}, north).ring_count() == 0);
    CHECK(land_of({{box(-80, -65, -50, 50), {}}}, south).ring_count() == 1);
    CHECK(land_of({{box(65, 80, -50, 50), {}}}, south).ring_count() == 0);
}

TEST_CASE("chart land: seams along 180 degrees are filled but not stroked", "[chart][land]") {
    geo::Ring ring{geo::Position::degrees(68, 176), geo::Position::degrees(68, -180),
                   geo::Position::degrees(72, -180), geo::Position::degrees(72, 176)};
    const auto polygons = land_of({{ring, {}}}).on_screen(view_at(70, 178, 2000));
    REQUIRE(polygons.size() == 1);
    REQUIRE(polygons[0].seams.size() == 1);
    CHECK(polygons[0].seams[0].size() == 2);
    qsizetype stroked = 0;
    for (const QPolygonF& coast : polygons[0].coast) {
        stroked += coast.size() - 1;
    }
    CHECK(stroked == 3); // of four edges
}

TEST_CASE("chart land: a hole is water", "[chart][land]") {
    const auto polygons =
        land_of({{box(72, 78, -10, 10), {box(74, 76, -3, 3)}}}).on_screen(view_at(75, 0, 3000));
    REQUIRE(polygons.size() == 1);
    REQUIRE(polygons[0].holes.size() == 1);
    CHECK(polygons[0].holes[0].containsPoint(QPointF(200, 150), Qt::OddEvenFill));
}

TEST_CASE("chart land: what is too small to be seen is dropped", "[chart][land]") {
    const geo::Ring islet{geo::Position::degrees(75, 0), geo::Position::degrees(75.001, 0),
                          geo::Position::degrees(75, 0.004)};
    const ChartLand land = land_of({{islet, {}}});
    CHECK(land.on_screen(view_at(75, 0, 5000)).empty());
    CHECK(land.on_screen(view_at(75, 0, 10)).size() == 1);
}

TEST_CASE("chart land: vertices are thinned to the scale, the shape stays", "[chart][land]") {
    geo::Ring fine;
    for (int i = 0; i < 36000; ++i) {
        fine.push_back(geo::Position::degrees(80.0, 0.01 * i - 180.0));
    }
    const ChartLand all = land_of({{fine, {}}});
    CHECK(all.vertex_count() == 36000);
    const ChartLand thinned = land_of({{fine, {}}}, north, Length::kilometres(2.0));
    // Round the parallel of 80 degrees are 6978 km.
    CHECK(thinned.vertex_count() < 4000);
    CHECK(thinned.vertex_count() > 3000);
    const auto polygons = all.on_screen(view_at(90, 0, 10000));
    REQUIRE(polygons.size() == 1);
    CHECK(polygons[0].outer.size() < 3000);
    const double radius =
        std::hypot(north.forward(fine[0]).value().x_m, north.forward(fine[0]).value().y_m);
    for (const QPointF& vertex : polygons[0].outer) {
        CHECK(std::hypot(vertex.x() - 200.0, vertex.y() - 150.0) ==
              Approx(radius / 10000).margin(0.01));
    }
}

TEST_CASE("chart land: polygons are cut near the view's rim", "[chart][land]") {
    const auto polygons = land_of({{box(60, 89, -80, 80), {}}}).on_screen(view_at(75, 0, 100));
    REQUIRE(polygons.size() == 1);
    const QRectF bounds = polygons[0].outer.boundingRect();
    CHECK(bounds.left() >= -8.01);
    CHECK(bounds.right() <= 408.01);
    CHECK(bounds.top() >= -8.01);
    CHECK(bounds.bottom() <= 308.01);
    CHECK(polygons[0].outer.containsPoint(QPointF(200, 150), Qt::OddEvenFill));
    CHECK(polygons[0].coast.empty()); // its coast is far outside
}

TEST_CASE("chart land: rings of fewer than three vertices are not land", "[chart][land]") {
    const geo::Ring two{geo::Position::degrees(75, 0), geo::Position::degrees(76, 0)};
    CHECK(land_of({{two, {}}, {{}, {}}}).ring_count() == 0);
}

TEST_CASE("chart land: levels of detail stay within a pixel of the full coast", "[chart][land]") {
    // A rough coast: a wavy circle of 60000 vertices, waves from 100 km down to 200 m.
    geo::Ring rough;
    for (int i = 0; i < 60000; ++i) {
        const double angle = 2.0 * std::acos(-1.0) * i / 60000;
        double arc = 8.0;
        for (int wave = 8; wave < 20000; wave *= 3) {
            arc += 6.0 / wave * std::sin(wave * angle);
        }
        rough.push_back(geo::Position::degrees(90.0 - arc, 360.0 * i / 60000 - 180.0));
    }
    const std::vector<geo::LandPolygon> land{{rough, {box(87, 88, -20, 20)}}};
    const ChartLand full(land, north, Length());
    const ChartLand levels = ChartLand::with_levels(land, north);
    CHECK(levels.level_count() > 3);
    CHECK(levels.vertex_count() == full.vertex_count());
    for (const double metres_per_pixel : {50.0, 1000.0, 10000.0}) {
        const Viewport view(north, {0.0, 0.0}, metres_per_pixel, Angle::degrees(10.0), {400, 300});
        const auto exact = full.on_screen(view);
        const auto quick = levels.on_screen(view);
        CAPTURE(metres_per_pixel);
        REQUIRE(quick.size() == exact.size());
        REQUIRE(quick.size() == 1);
        CHECK(quick[0].holes.size() == exact[0].holes.size());
        CHECK(quick[0].outer.size() <= exact[0].outer.size());
        // Every vertex of the quick one lies on the exact one, give or take a pixel.
        for (const QPointF& vertex : quick[0].outer) {
            double nearest = 1e9;
            for (const QPointF& other : exact[0].outer) {
                nearest =
                    std::min(nearest, std::hypot(vertex.x() - other.x(), vertex.y() - other.y()));
            }
            CHECK(nearest < 1.0);
        }
    }
    const Viewport far_view(north, {0.0, 0.0}, 10000.0, Angle::degrees(0.0), {400, 300});
    CHECK(10 * levels.on_screen(far_view)[0].outer.size() <
          7 * full.on_screen(far_view)[0].outer.size());
    // Twice the device pixels ask for a finer level.
    CHECK(levels.on_screen(far_view, 4.0)[0].outer.size() >
          levels.on_screen(far_view)[0].outer.size());
}

TEST_CASE("chart land: a coarse level keeps seams and loses islets with their ring's place",
          "[chart][land]") {
    const geo::Ring half{geo::Position::degrees(70, 170), geo::Position::degrees(70, -180),
                         geo::Position::degrees(75, -180), geo::Position::degrees(75, 170)};
    const geo::Ring islet{geo::Position::degrees(80, 0), geo::Position::degrees(80.0002, 0),
                          geo::Position::degrees(80, 0.001)};
    const std::vector<geo::LandPolygon> land{{islet, {}}, {half, {}}};
    const auto polygons = ChartLand::with_levels(land, north).on_screen(view_at(72, 175, 30000));
    REQUIRE(polygons.size() == 1);
    CHECK(polygons[0].seams.size() == 1);
}

TEST_CASE("chart land: coast far outside the view costs no vertices", "[chart][land]") {
    geo::Ring ring{geo::Position::degrees(75, 0)};
    for (int i = 0; i < 5000; ++i) { // a far shore, all of it to one side
        ring.push_back(geo::Position::degrees(66.0 + (i % 2), 40.0 - 0.016 * i));
    }
    const auto polygons = land_of({{ring, {}}}).on_screen(view_at(75, 0, 100));
    REQUIRE(polygons.size() == 1);
    CHECK(polygons[0].outer.size() < 20);
}
