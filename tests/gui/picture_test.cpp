// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "gui/chart/gui_application.hpp"
#include "gui/chart/picture.hpp"
#include "gui/chart/route_painter.hpp"
#include "tests/gui/scene_fixture.hpp"

#include <QFontInfo>

#include <catch2/catch.hpp>

#include <clocale>
#include <cmath>
#include <filesystem>
#include <limits>
#include <utility>

using namespace fairlead;
using namespace fairlead::chart;
using namespace fairlead::chart::test;

namespace {

QImage draw(const Scene& scene, PictureSize size = {}) {
    const std::vector<geo::PlanePoint> points =
        scene.routes.empty() ? std::vector<geo::PlanePoint>{}
                             : route_on_plane(scene.routes.front().route, scene.plane);
    const ChosenView chosen = choose_view(scene.plane, points, size);
    return draw_picture(scene, chosen.layout, chosen.view, ChartStyle::day());
}

/// Pixels of a rectangle that are not the given colour.
int marked_pixels(const QImage& image, const QRect& area, const QColor& ground) {
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            count += image.pixelColor(x, y) == ground ? 0 : 1;
        }
    }
    return count;
}

} // namespace

TEST_CASE("picture: the application needs no display and keeps the C number format",
          "[chart][picture]") {
    ensure_gui_application();
    ensure_gui_application(); // again does nothing
    CHECK(std::string(std::setlocale(LC_NUMERIC, nullptr)) == "C");
    CHECK(chart_font(12).pixelSize() == 12);
    CHECK(chart_font(12, Weight::bold).bold());
}

TEST_CASE("picture: size and scale are as asked", "[chart][picture]") {
    CHECK(draw(sample_scene()).size() == QSize(1600, 1000));
    CHECK(draw(sample_scene(), {{800, 600}, 2.0}).size() == QSize(1600, 1200));
}

TEST_CASE("picture: impossible sizes are refused in one sentence", "[chart][picture]") {
    const Scene scene = sample_scene();
    CHECK_THROWS_AS(draw(scene, {{100, 1000}, 1.0}), Error);
    CHECK_THROWS_AS(draw(scene, {{1600, 1000}, 0.0}), Error);
    CHECK_THROWS_AS(draw(scene, {{1600, 1000}, std::numeric_limits<double>::quiet_NaN()}), Error);
    CHECK_THROWS_WITH(draw(scene, {{16000, 1000}, 2.0}), Catch::Contains("16000 x 1000"));
}

TEST_CASE("picture: equal scenes give equal bytes", "[chart][picture]") {
    const std::filesystem::path folder = std::filesystem::temp_directory_path();
    const auto one = folder / "fairlead_picture_one.png";
    const auto two = folder / "fairlead_picture_two.png";
    write_png(draw(sample_scene()), one);
    write_png(draw(sample_scene()), two);
    const std::string bytes = read_text_file(one);
    CHECK(bytes.size() > 10000);
    CHECK(bytes.substr(1, 3) == "PNG");
    CHECK(bytes == read_text_file(two));
    std::filesystem::remove(one);
    std::filesystem::remove(two);
}

TEST_CASE("picture: a file that cannot be written is an error that names it", "[chart][picture]") {
    CHECK_THROWS_WITH(write_png(draw(Scene{}), "/nonexistent_folder/map.png"),
                      Catch::Contains("/nonexistent_folder/map.png"));
}

TEST_CASE("picture: the panel lies where the voyage leaves more room", "[chart][picture]") {
    const geo::Projection plane = geo::Projection::polar_north();
    const auto point = [&](double latitude, double longitude) {
        return plane.forward(geo::Position::degrees(latitude, longitude)).value();
    };
    const std::vector<geo::PlanePoint> wide{point(70, -40), point(74, 0), point(70, 40)};
    CHECK(choose_view(plane, wide, {}).layout.panel_side == PanelSide::bottom);
    const std::vector<geo::PlanePoint> tall{point(70, 0), point(74, 10), point(77, -6)};
    CHECK(choose_view(plane, tall, {}).layout.panel_side == PanelSide::right);
}

TEST_CASE("picture: a banner is drawn on the map and in the panel", "[chart][picture]") {
    Scene scene = sample_scene();
    const QColor banner = ChartStyle::day().banner;
    const auto banner_pixels = [&](const QImage& image) {
        int count = 0;
        for (int y = 0; y < 770; ++y) {
            for (int x = 0; x < image.width(); ++x) {
                count += image.pixelColor(x, y) == banner ? 1 : 0;
            }
        }
        return count;
    };
    scene.notes.clear(); // their marks have the banner's colour too
    CHECK(banner_pixels(draw(scene)) == 0);
    scene.banner = "SYNTHETIC DATA";
    CHECK(banner_pixels(draw(scene)) > 1000);
}

TEST_CASE("picture: not for navigation stands on every picture", "[chart][picture]") {
    const QColor warning = ChartStyle::day().warning;
    for (const Scene& scene : {Scene{}, sample_scene()}) {
        const QImage image = draw(scene);
        int count = 0;
        for (int y = 774; y < 1000; ++y) { // the panel below the map
            for (int x = 1200; x < 1600; ++x) {
                count += image.pixelColor(x, y) == warning ? 1 : 0;
            }
        }
        CHECK(count > 300);
    }
}

TEST_CASE("picture: long texts stay within their columns", "[chart][picture]") {
    Scene scene = sample_scene();
    std::string endless;
    for (int i = 0; i < 200; ++i) {
        endless += "averylongwordwithoutend";
    }
    scene.title = endless + " to " + endless;
    scene.subtitle = endless;
    scene.facts.assign(40, {endless, endless});
    scene.notes.assign(50, {rules::Severity::caution, endless + " " + endless, std::nullopt});
    scene.sources.assign(30, endless);
    scene.attribution = endless;
    const QImage image = draw(scene);
    const QColor panel = ChartStyle::day().panel;
    CHECK(marked_pixels(image, QRect(0, 780, 18, 215), panel) == 0);
    CHECK(marked_pixels(image, QRect(1582, 780, 18, 215), panel) == 0);
    CHECK(marked_pixels(image, QRect(20, 995, 1560, 5), panel) == 0);
}

TEST_CASE("picture: remarks are written whole, or left to the report", "[chart][picture]") {
    ensure_gui_application();
    const auto listed = [](const Scene& scene, PanelSide side) {
        QImage image(1600, 1000, QImage::Format_RGB32);
        QPainter painter(&image);
        const QRectF area = side == PanelSide::bottom ? QRectF(0, 0, 1600, bottom_panel_height_px)
                                                      : QRectF(0, 0, right_panel_width_px, 1000);
        return paint_panel(painter, scene, sample_view(scene.plane), area, side, ChartStyle::day());
    };
    Scene scene = sample_scene();
    for (const PanelSide side : {PanelSide::bottom, PanelSide::right}) {
        CHECK(listed(scene, side) == 2);
        scene.notes.assign(40, {rules::Severity::info, "Short.", std::nullopt});
        const std::size_t short_ones = listed(scene, side);
        CHECK(short_ones > 5);
        CHECK(short_ones < 40);
        std::string text;
        for (int i = 0; i < 30; ++i) {
            text += "several words ";
        }
        scene.notes.assign(40, {rules::Severity::info, text, std::nullopt});
        const std::size_t long_ones = listed(scene, side);
        CHECK(long_ones >= 1);
        CHECK(long_ones < short_ones);
        for (int i = 0; i < 10; ++i) {
            text += text.substr(0, 400);
        }
        scene.notes.assign(2, {rules::Severity::violation, text, std::nullopt});
        CHECK(listed(scene, side) >= 1); // the gravest, however long
        scene.notes.clear();
        CHECK(listed(scene, side) == 0);
        scene = sample_scene();
    }
}

TEST_CASE("picture: the map shows no remark that the panel has no room for", "[chart][picture]") {
    const auto ringed_pixels = [](const Scene& scene) {
        const QImage image = draw(scene);
        const QColor ring = ChartStyle::day().warning;
        int count = 0;
        for (int y = 24; y < 700; ++y) { // the map
            for (int x = 24; x < image.width() - 24; ++x) {
                count += image.pixelColor(x, y) == ring ? 1 : 0;
            }
        }
        return count;
    };
    Scene scene = sample_scene(30.0);
    const NoteMark at_sea = scene.notes.front();
    scene.notes.assign(39, {rules::Severity::info, "Nowhere.", std::nullopt});
    scene.notes.push_back(at_sea);
    CHECK(ringed_pixels(scene) == 0);
    std::swap(scene.notes.front(), scene.notes.back());
    CHECK(ringed_pixels(scene) > 10);
}

TEST_CASE("picture: rings on the map are explained beside the remarks", "[chart][picture]") {
    const auto red_in_panel = [](const Scene& scene) {
        ensure_gui_application();
        QImage image(1600, 260, QImage::Format_RGB32);
        image.fill(ChartStyle::day().panel);
        QPainter painter(&image);
        static_cast<void>(paint_panel(painter, scene, sample_view(scene.plane),
                                      QRectF(0, 0, 1600, bottom_panel_height_px), PanelSide::bottom,
                                      ChartStyle::day()));
        int count = 0;
        for (int y = 0; y < 35; ++y) { // the headings
            for (int x = 900; x < 1210; ++x) {
                const QColor colour = image.pixelColor(x, y);
                count += colour.red() > 150 && colour.green() < 90 ? 1 : 0;
            }
        }
        return count;
    };
    Scene scene = sample_scene(); // a warning at sea
    CHECK(red_in_panel(scene) > 15);
    scene.notes.front().position = scene.places.front().position;
    CHECK(red_in_panel(scene) == 0);
    scene.notes.front().position = geo::Position::degrees(-74, 15);
    CHECK(red_in_panel(scene) == 0);
}

TEST_CASE("picture: places outside the plane's reach do no harm", "[chart][picture]") {
    Scene scene = sample_scene();
    scene.places.push_back({"South Pole", geo::Position::degrees(-90, 0), PlaceKind::port, ""});
    scene.notes.push_back(
        {rules::Severity::violation, "Far away.", geo::Position::degrees(-90, 0)});
    CHECK(draw(scene).size() == QSize(1600, 1000));
}
