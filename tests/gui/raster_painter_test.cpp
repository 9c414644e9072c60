// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/raster_painter.hpp"

#include <QPainter>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace fairlead;
using namespace fairlead::chart;

namespace {

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

/// Grey of value v in 0..1, opaque: the value can be read back from the pixel.
std::shared_ptr<const Palette> grey_ramp() {
    return std::make_shared<Palette>(Palette::from_table(Table::parse(
        "# kind: ramp\nvalue,red,green,blue,alpha\n0,0,0,0,255\n1,255,255,255,255\n", "grey")));
}

RasterLayer layer_of(std::int32_t columns, std::int32_t rows, std::vector<float> values) {
    RasterLayer layer;
    layer.raster = std::make_shared<Raster>(
        Raster{{0.0, rows * 1000.0, 1000.0, columns, rows}, std::move(values)});
    layer.palette = grey_ramp();
    return layer;
}

/// The grid fills the view exactly, ten pixels a cell.
Viewport view_of(const RasterLayer& layer) {
    return {geo::Projection::polar_north(),
            {500.0 * layer.raster->grid.columns, 500.0 * layer.raster->grid.rows},
            100.0,
            Angle::degrees(0.0),
            {10 * layer.raster->grid.columns, 10 * layer.raster->grid.rows}};
}

double value_at(const QImage& image, int x, int y) {
    return qRed(image.pixel(x, y)) / 255.0;
}

} // namespace

TEST_CASE("raster: values are bilinear between cell centres", "[chart][raster]") {
    const RasterLayer layer = layer_of(3, 2, {0.0F, 0.5F, 1.0F, 0.0F, 0.5F, 1.0F});
    const QImage image = paint_raster(layer, view_of(layer), 1.0, ChartStyle::day());
    CHECK(image.size() == QSize(30, 20));
    // Pixel centres: x + 0.5 pixels, the cells' centres are at 5, 15 and 25.
    CHECK(value_at(image, 14, 10) == Approx(0.475).margin(0.004));
    CHECK(value_at(image, 9, 10) == Approx(0.225).margin(0.004));
    CHECK(value_at(image, 20, 3) == Approx(0.775).margin(0.004));
    CHECK(value_at(image, 0, 0) == Approx(0.0).margin(0.004)); // the rim holds its cell's value
}

TEST_CASE("raster: row 0 is the top", "[chart][raster]") {
    const RasterLayer layer = layer_of(1, 2, {1.0F, 0.0F});
    const QImage image = paint_raster(layer, view_of(layer), 1.0, ChartStyle::day());
    CHECK(value_at(image, 5, 1) > 0.95);
    CHECK(value_at(image, 5, 18) < 0.05);
}

TEST_CASE("raster: a gap is hatched up to its cell's edges and spoils no neighbour",
          "[chart][raster]") {
    const ChartStyle style = ChartStyle::day();
    const RasterLayer layer = layer_of(3, 1, {1.0F, nothing, 1.0F});
    const QImage image = paint_raster(layer, view_of(layer), 1.0, style);
    for (int y = 0; y < 10; ++y) {
        for (int x = 0; x < 30; ++x) {
            CAPTURE(x, y);
            const bool in_gap = x >= 10 && x < 20;
            CHECK(image.pixel(x, y) ==
                  (in_gap ? no_data_pixel(x, y, 1.0, style) : qRgb(255, 255, 255)));
        }
    }
}

TEST_CASE("raster: outside the grid there are no data", "[chart][raster]") {
    const ChartStyle style = ChartStyle::day();
    RasterLayer layer = layer_of(1, 1, {0.0F});
    const Viewport wide(geo::Projection::polar_north(), {500.0, 500.0}, 100.0, Angle::degrees(0.0),
                        {30, 30});
    const QImage image = paint_raster(layer, wide, 1.0, style);
    CHECK(image.pixel(2, 2) == no_data_pixel(2, 2, 1.0, style));
    CHECK(image.pixel(15, 15) == qRgb(0, 0, 0));
    layer.hatch_gaps = false;
    CHECK(qAlpha(paint_raster(layer, wide, 1.0, style).pixel(2, 2)) == 0);
}

TEST_CASE("raster: nothing but gaps is all hatched", "[chart][raster]") {
    const ChartStyle style = ChartStyle::day();
    const RasterLayer layer = layer_of(2, 2, {nothing, nothing, nothing, nothing});
    const QImage image = paint_raster(layer, view_of(layer), 2.0, style);
    CHECK(image.size() == QSize(40, 40));
    for (int y = 0; y < 40; y += 3) {
        for (int x = 0; x < 40; x += 3) {
            CHECK(image.pixel(x, y) == no_data_pixel(x, y, 2.0, style));
        }
    }
}

TEST_CASE("raster: the hatch shows both its colours", "[chart][raster]") {
    const ChartStyle style = ChartStyle::day();
    bool ground = false;
    bool line = false;
    for (int x = 0; x < 20; ++x) {
        ground = ground || no_data_pixel(x, 0, 1.0, style) == style.no_data.rgb();
        line = line || no_data_pixel(x, 0, 1.0, style) == style.no_data_hatch.rgb();
    }
    CHECK(ground);
    CHECK(line);
}

TEST_CASE("raster: a turned view shows each place's own value", "[chart][raster]") {
    std::vector<float> values(64 * 64);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<float>(i % 64) / 63.0F; // grows with x
    }
    const RasterLayer layer = layer_of(64, 64, values);
    const Viewport view(geo::Projection::polar_north(), {32000.0, 32000.0}, 100.0,
                        Angle::degrees(37.0), {200, 160});
    const QImage image = paint_raster(layer, view, 1.0, ChartStyle::day());
    for (const auto& [x, y] : {std::pair{20, 30}, {100, 80}, {180, 120}}) {
        const geo::PlanePoint point = view.to_plane({x + 0.5, y + 0.5});
        CHECK(value_at(image, x, y) == Approx((point.x_m / 1000.0 - 0.5) / 63.0).margin(0.004));
    }
}

TEST_CASE("raster: opacity lets the ground through, in proportion", "[chart][raster]") {
    RasterLayer layer = layer_of(1, 1, {1.0F});
    layer.opacity = 0.5;
    const QImage image = paint_raster(layer, view_of(layer), 1.0, ChartStyle::day());
    CHECK(qAlpha(image.pixel(5, 5)) == 128);
    QImage ground(10, 10, QImage::Format_ARGB32_Premultiplied);
    ground.fill(Qt::black);
    REQUIRE(paint_raster_over(ground, layer, view_of(layer), 1.0, ChartStyle::day()));
    CHECK(ground.pixel(5, 5) == qRgb(128, 128, 128));
}

TEST_CASE("raster: blending over a ground is that of the painter", "[chart][raster]") {
    RasterLayer layer = layer_of(3, 1, {0.0F, 0.6F, 1.0F});
    for (const double opacity : {0.0, 0.2, 0.77, 1.0}) {
        layer.opacity = opacity;
        QImage direct(30, 10, QImage::Format_ARGB32_Premultiplied);
        direct.fill(QColor(200, 40, 90));
        QImage by_painter = direct;
        paint_raster_over(direct, layer, view_of(layer), 1.0, ChartStyle::day());
        QPainter(&by_painter)
            .drawImage(0, 0, paint_raster(layer, view_of(layer), 1.0, ChartStyle::day()));
        for (int x = 0; x < 30; ++x) {
            CAPTURE(opacity, x);
            CHECK(std::abs(qRed(direct.pixel(x, 4)) - qRed(by_painter.pixel(x, 4))) <= 1);
            CHECK(std::abs(qBlue(direct.pixel(x, 4)) - qBlue(by_painter.pixel(x, 4))) <= 1);
            CHECK(qAlpha(direct.pixel(x, 4)) == 255);
        }
    }
}

TEST_CASE("raster: a contour runs where the value is, as wide at every scale", "[chart][raster]") {
    const ChartStyle style = ChartStyle::day();
    std::vector<float> values(40);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<float>(i % 20) / 19.0F;
    }
    RasterLayer layer = layer_of(20, 2, values);
    layer.contours = {0.5F};
    for (const double scale : {1.0, 2.0}) {
        const QImage image = paint_raster(layer, view_of(layer), scale, style);
        // 0.5 lies between the centres of cells 9 and 10, at 10 cells: pixel 100.
        const int y = static_cast<int>(10 * scale);
        const int middle = static_cast<int>(100 * scale);
        CHECK(image.pixelColor(middle, y).red() > 190);
        CHECK(image.pixelColor(middle - static_cast<int>(3 * scale), y).red() < 130);
        CHECK(image.pixelColor(middle + static_cast<int>(3 * scale), y).red() < 140);
    }
    layer.raster =
        std::make_shared<Raster>(Raster{layer.raster->grid, std::vector<float>(40, 0.5F)});
    const QImage flat = paint_raster(layer, view_of(layer), 1.0, style);
    CHECK(flat.pixelColor(100, 10).red() < 130); // all of it at the value is no line
}

TEST_CASE("raster: painting stops when asked", "[chart][raster]") {
    const RasterLayer layer = layer_of(1, 1, {1.0F});
    QImage ground(10, 10, QImage::Format_ARGB32_Premultiplied);
    ground.fill(Qt::black);
    std::stop_source source;
    source.request_stop();
    CHECK_FALSE(paint_raster_over(ground, layer, view_of(layer), 1.0, ChartStyle::day(),
                                  source.get_token()));
    CHECK(ground.pixel(5, 5) == qRgb(0, 0, 0));
}
