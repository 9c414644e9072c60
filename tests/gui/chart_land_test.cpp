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
