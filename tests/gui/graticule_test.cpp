// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/graticule.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace fairlead;
using namespace fairlead::chart;

namespace {

const geo::Projection north = geo::Projection::polar_north();

Viewport view_at(double latitude_deg, double longitude_deg, double metres_per_pixel) {
    return {north,
            north.forward(geo::Position::degrees(latitude_deg, longitude_deg)).value(),
            metres_per_pixel,
            Angle::degrees(25.0),
            {1200, 800}};
}

} // namespace

TEST_CASE("graticule: labels name hemisphere, degrees and minutes", "[chart][graticule]") {
    CHECK(latitude_label(75.0) == QStringLiteral("75°N"));
    CHECK(latitude_label(-66.5) == QStringLiteral("66°30'S"));
    CHECK(latitude_label(0.0) == QStringLiteral("0°"));
    CHECK(longitude_label(105.0) == QStringLiteral("105°E"));
    CHECK(longitude_label(-45.25) == QStringLiteral("45°15'W"));
    CHECK(longitude_label(180.0) == QStringLiteral("180°"));
    CHECK(longitude_label(-180.0) == QStringLiteral("180°"));
    CHECK(longitude_label(270.0) == QStringLiteral("90°W"));
    CHECK(longitude_label(59.99999) == QStringLiteral("60°E")); // not 59°60'
}

TEST_CASE("graticule: each line lies on its parallel or meridian", "[chart][graticule]") {
    const Viewport view = view_at(76.0, 100.0, 2500.0);
    const Graticule graticule = make_graticule(view);
    REQUIRE(graticule.lines.size() > 4);
    for (const Graticule::Line& line : graticule.lines) {
        for (qsizetype i = 0; i < line.pixels.size(); i += 7) {
            const auto place = view.position_at({line.pixels[i].x(), line.pixels[i].y()}).value();
            if (line.is_parallel) {
                CHECK(latitude_label(std::round(place.latitude_deg() * 60.0) / 60.0) == line.label);
            } else if (place.latitude_deg() < 89.99) {
                CHECK(longitude_label(std::round(place.longitude_deg() * 60.0) / 60.0) ==
                      line.label);
            }
        }
    }
}

TEST_CASE("graticule: with the pole in view all multiples of 30 degrees reach it",
          "[chart][graticule]") {
    const Viewport view = view_at(88.0, 40.0, 3000.0);
    const PixelPoint pole = view.pixel_of(geo::Position::degrees(90.0, 0.0)).value();
    int at_pole = 0;
    for (const Graticule::Line& line : make_graticule(view).lines) {
        if (!line.is_parallel && !line.pixels.isEmpty()) {
            const QPointF end = line.pixels.back();
            at_pole += std::hypot(end.x() - pole.x, end.y() - pole.y) < 1.0 ? 1 : 0;
        }
    }
    CHECK(at_pole == 12);
}

TEST_CASE("graticule: steps follow the scale", "[chart][graticule]") {
    CHECK(make_graticule(view_at(75.0, 0.0, 8000.0)).latitude_step_deg == 10.0);
    CHECK(make_graticule(view_at(75.0, 0.0, 2500.0)).latitude_step_deg == 5.0);
    CHECK(make_graticule(view_at(75.0, 0.0, 100.0)).latitude_step_deg == 0.25);
    CHECK(make_graticule(view_at(60.0, 0.0, 100.0)).longitude_step_deg == 0.25);
    CHECK(make_graticule(view_at(60.0, 0.0, 2500.0)).longitude_step_deg == 10.0);
}

TEST_CASE("graticule: frame labels stand on the frame at their line", "[chart][graticule]") {
    const Viewport view = view_at(74.0, 179.0, 2500.0);
    const Graticule graticule = make_graticule(view);
    REQUIRE(graticule.frame_labels.size() >= 4);
    bool has_180 = false;
    for (const Graticule::FrameLabel& label : graticule.frame_labels) {
        PixelPoint pixel{label.along_px, 0.0};
        switch (label.edge) {
        case FrameEdge::top:
            break;
        case FrameEdge::bottom:
            pixel.y = 800.0;
            break;
        case FrameEdge::left:
            pixel = {0.0, label.along_px};
            break;
        case FrameEdge::right:
            pixel = {1200.0, label.along_px};
            break;
        }
        const auto place = view.position_at(pixel).value();
        // Chords stand off their circle by a fraction of a pixel.
        const double seen = label.is_parallel ? place.latitude_deg() : place.longitude_deg();
        const QString text = label.is_parallel ? latitude_label(std::round(seen * 20.0) / 20.0)
                                               : longitude_label(std::round(seen * 20.0) / 20.0);
        CHECK(text == label.text);
        has_180 = has_180 || label.text == QStringLiteral("180°");
    }
    CHECK(has_180);
}
