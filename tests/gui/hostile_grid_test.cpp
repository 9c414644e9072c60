// SPDX-License-Identifier: Apache-2.0
// Grids and views that nobody draws on purpose: what is painted must still be what is there.
#include "core/base/time.hpp"
#include "gui/chart/arrow_painter.hpp"
#include "gui/chart/chart_land.hpp"
#include "gui/chart/graticule.hpp"
#include "gui/chart/gui_application.hpp"
#include "gui/chart/raster_painter.hpp"
#include "gui/chart/raster_source.hpp"
#include "gui/chart/renderer.hpp"
#include "gui/chart/transit_raster.hpp"

#include <QPainter>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <random>

using namespace fairlead;
using namespace fairlead::chart;

namespace {

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

std::shared_ptr<const Palette> greys() {
    static const auto palette = std::make_shared<const Palette>(Palette::from_table(Table::parse(
        "# kind: ramp\nvalue,red,green,blue,alpha\n0,0,0,0,255\n1,255,255,255,255\n", "greys")));
    return palette;
}

/// Values between 0.2 and 0.8, so that each pixel tells whether it is one.
Raster random_raster(const geo::GridGeometry& grid, double gap_share, std::mt19937& random) {
    std::uniform_real_distribution<float> value(0.2F, 0.8F);
    std::bernoulli_distribution is_gap(gap_share);
    Raster raster{grid, {}};
    for (std::size_t i = 0; i < grid.cell_count(); ++i) {
        raster.values.push_back(is_gap(random) ? nothing : value(random));
    }
    return raster;
}

/// What a pixel shows, worked out as plainly as can be; how near it is to where this changes.
struct Expected {
    float value;
    bool is_edge;
};

Expected expected_at(const Raster& raster, const Viewport& view, double scale, int x, int y) {
    const geo::PlanePoint point = view.to_plane({(x + 0.5) / scale, (y + 0.5) / scale});
    const auto& grid = raster.grid;
    const double column = (point.x_m - grid.left_m) / grid.cell_m - 0.5;
    const double row = (grid.top_m - point.y_m) / grid.cell_m - 0.5;
    constexpr double edge = 0.01;
    const auto near_half = [](double coordinate) {
        return std::abs(std::remainder(coordinate - 0.5, 1.0)) < edge;
    };
    const bool is_edge = near_half(column) || near_half(row);
    const auto value = [&](double c, double r) {
        return raster.values[grid.index({static_cast<int>(std::clamp(c, 0.0, grid.columns - 1.0)),
                                         static_cast<int>(std::clamp(r, 0.0, grid.rows - 1.0))})];
    };
    if (column < -0.5 || row < -0.5 || column >= grid.columns - 0.5 || row >= grid.rows - 0.5 ||
        std::isnan(value(std::floor(column + 0.5), std::floor(row + 0.5)))) {
        return {nothing, is_edge};
    }
    double sum = 0.0;
    double weights = 0.0;
    for (const double c : {std::floor(column), std::floor(column) + 1.0}) {
        for (const double r : {std::floor(row), std::floor(row) + 1.0}) {
            const auto here = static_cast<double>(value(c, r));
            if (!std::isnan(here)) {
                const double weight = (1.0 - std::abs(column - c)) * (1.0 - std::abs(row - r));
                sum += weight * here;
                weights += weight;
            }
        }
    }
    return {static_cast<float>(sum / weights), is_edge};
}

int wrong_pixels(const Raster& raster, const Viewport& view, double scale) {
    const ChartStyle style = ChartStyle::day();
    RasterLayer layer;
    layer.raster = std::make_shared<Raster>(raster);
    layer.palette = greys();
    const QImage image = paint_raster(layer, view, scale, style);
    int wrong = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const Expected expected = expected_at(raster, view, scale, x, y);
            const QRgb pixel = image.pixel(x, y);
            const bool is_right =
                std::isnan(expected.value)
                    ? pixel == no_data_pixel(x, y, scale, style)
                    : std::abs(qRed(pixel) / 255.0 - static_cast<double>(expected.value)) < 0.01;
            wrong += is_right || expected.is_edge ? 0 : 1;
        }
    }
    return wrong;
}

/// Views of a grid: over it, turned, at its rim, far from it, from far above and from very near.
std::vector<Viewport> views_of(const geo::GridGeometry& grid) {
    const geo::Projection plane = geo::Projection::polar_north();
    const geo::PlanePoint corner{grid.left_m, grid.top_m};
    const geo::PlanePoint middle{grid.left_m + 0.5 * grid.columns * grid.cell_m,
                                 grid.top_m - 0.5 * grid.rows * grid.cell_m};
    const PixelSize size{61, 47};
    std::vector<Viewport> views;
    for (const double degrees : {0.0, 37.0, 90.0, -135.0}) {
        const Angle turn = Angle::degrees(degrees);
        views.emplace_back(plane, middle, grid.cell_m / 7.3, turn, size);
        views.emplace_back(plane, corner, grid.cell_m / 3.1, turn, size);
        views.emplace_back(plane, middle, grid.cell_m * 1.7, turn, size);
        views.emplace_back(plane, middle, grid.cell_m * 977.0, turn, size);
        views.emplace_back(plane, middle, grid.cell_m / 4000.0, turn, size);
        views.emplace_back(plane, geo::PlanePoint{1e9, -1e9}, grid.cell_m, turn, size);
        views.emplace_back(plane, geo::PlanePoint{0.0, 0.0}, 1e7, turn, size);
    }
    return views;
}

} // namespace

TEST_CASE("raster: any grid in any view shows its own values", "[chart][raster][hostile]") {
    std::mt19937 random(20301);
    const std::pair<int, int> sizes[] = {{1, 1}, {1, 9}, {9, 1}, {2, 2}, {2, 5}, {40, 33}};
    for (const auto& [columns, rows] : sizes) {
        for (const double gaps : {0.0, 0.3, 1.0}) {
            const geo::GridGeometry grid{-2.0e5, 1.0e5, 6250.0, columns, rows};
            const Raster raster = random_raster(grid, gaps, random);
            for (const Viewport& view : views_of(grid)) {
                for (const double scale : {1.0, 1.5, 3.0}) {
                    CAPTURE(columns, rows, gaps, scale, view.metres_per_pixel(),
                            view.rotation().in_degrees(), view.centre().x_m);
                    REQUIRE(wrong_pixels(raster, view, scale) == 0);
                }
            }
        }
    }
}

TEST_CASE("raster: a wide grid from far above reads no cell beside it",
          "[chart][raster][hostile]") {
    std::mt19937 random(7);
    const geo::GridGeometry grid{-4e6, 100.0, 10.0, 800'000, 2};
    const Raster raster = random_raster(grid, 0.0, random);
    const Viewport view(geo::Projection::polar_north(), {0.0, 80.0}, 4000.0, Angle::degrees(0.0),
                        {2100, 3});
    RasterLayer layer;
    layer.raster = std::make_shared<Raster>(raster);
    layer.palette = greys();
    const QImage image = paint_raster(layer, view, 1.0, ChartStyle::day());
    for (int x = 60; x < 2040; ++x) {
        CHECK(qRed(image.pixel(x, 1)) > 45); // never hatched, never black
    }
}

TEST_CASE("raster: infinite values neither crash nor spill", "[chart][raster][hostile]") {
    constexpr float infinite = std::numeric_limits<float>::infinity();
    const geo::GridGeometry grid{0.0, 3000.0, 1000.0, 3, 3};
    RasterLayer layer;
    layer.raster = std::make_shared<Raster>(
        Raster{grid, {0.5F, 0.5F, 0.5F, 0.5F, infinite, 0.5F, -infinite, 0.5F, 0.5F}});
    layer.palette = greys();
    const Viewport view(geo::Projection::polar_north(), {1500.0, 1500.0}, 100.0,
                        Angle::degrees(0.0), {30, 30});
    const QImage image = paint_raster(layer, view, 1.0, ChartStyle::day());
    CHECK(qRed(image.pixel(29, 0)) == Approx(127).margin(2));
}

TEST_CASE("raster source: a part of it is the same as the whole", "[chart][raster][hostile]") {
    std::mt19937 random(99);
    std::uniform_int_distribution<int> code(0, 255);
    const std::pair<int, int> sizes[] = {{1, 1}, {1, 30}, {30, 1}, {57, 41}};
    for (const auto& [columns, rows] : sizes) {
        const geo::GridGeometry grid{-1.5e5, 2.0e5, 5000.0, columns, rows};
        const auto codes = [&] {
            auto made = std::make_shared<std::vector<std::uint8_t>>(grid.cell_count());
            for (auto& one : *made) {
                one = static_cast<std::uint8_t>(code(random));
            }
            return made;
        };
        const Instant start = parse_instant("2030-08-01", "start");
        const auto source = std::make_shared<TimedRaster>(
            grid, ByteScale{0.0F, 0.004F},
            std::vector<TimedRaster::Slice>{{start, codes()},
                                            {start + std::chrono::hours(24), codes()}},
            std::vector<Instant>{start});
        const Instant time = start + std::chrono::hours(5);
        RasterLayer whole;
        whole.palette = greys();
        whole.raster = source->at(time);
        CHECK(whole.raster->grid == grid);
        for (const Viewport& view : views_of(grid)) {
            CAPTURE(columns, rows, view.metres_per_pixel(), view.rotation().in_degrees());
            RasterLayer part = whole;
            part.raster = source->within(time, box_of(view));
            REQUIRE(part.raster->values.size() == part.raster->grid.cell_count());
            REQUIRE(!part.raster->values.empty());
            const QImage one = paint_raster(whole, view, 1.0, ChartStyle::day());
            const QImage other = paint_raster(part, view, 1.0, ChartStyle::day());
            int different = 0;
            for (int y = 0; y < one.height(); ++y) {
                for (int x = 0; x < one.width(); ++x) {
                    const int off = std::abs(qRed(one.pixel(x, y)) - qRed(other.pixel(x, y)));
                    const bool is_edge = expected_at(*whole.raster, view, 1.0, x, y).is_edge;
                    different += off > 1 && !is_edge ? 1 : 0;
                }
            }
            CHECK(different == 0);
        }
    }
}

TEST_CASE("raster source: box_of() holds every pixel of the view", "[chart][raster][hostile]") {
    const Viewport view(geo::Projection::polar_north(), {3e5, -2e5}, 750.0, Angle::degrees(28.0),
                        {400, 300});
    const PlaneBox box = box_of(view);
    for (const PixelPoint pixel : {PixelPoint{0, 0}, PixelPoint{400, 300}, PixelPoint{400, 0},
                                   PixelPoint{200, 150}, PixelPoint{0, 300}}) {
        const geo::PlanePoint point = view.to_plane(pixel);
        CHECK(box.contains({point.x_m, point.y_m, point.x_m, point.y_m}));
    }
    CHECK(PlaneBox{}.contains(box));
    CHECK_FALSE(box.contains(PlaneBox{}));
}

TEST_CASE("arrows: fields of one cell and views of nowhere are harmless", "[chart][hostile]") {
    ensure_gui_application();
    const geo::GridGeometry grid{-5000.0, 5000.0, 10'000.0, 1, 1};
    const auto still = [&](float value) { return std::make_shared<Raster>(Raster{grid, {value}}); };
    for (const Viewport& view : views_of(grid)) {
        for (const ArrowKind kind : {ArrowKind::barbs, ArrowKind::arrows}) {
            QImage image = blank_image(view, 1.0, Qt::transparent);
            QPainter painter(&image);
            CHECK(paint_arrows(painter, {still(12.0F), still(-3.0F), kind, 1.0}, view,
                               ChartStyle::day()));
        }
    }
}

TEST_CASE("land: views of nowhere, of the pole and from far away are drawn", "[chart][hostile]") {
    ensure_gui_application();
    const auto at = [](double latitude, double longitude) {
        return geo::Position::degrees(latitude, longitude);
    };
    geo::LandPolygon island;
    island.outer = {at(80, 10), at(81, 30), at(79, 40), at(78, 12)};
    geo::LandPolygon cap; // round the pole, closed by seams as clipped coastlines are
    cap.outer = {at(89, -180), at(89, -60), at(89, 60), at(89, 179.9), at(90, 179.9), at(90, -180)};
    geo::LandPolygon speck;
    speck.outer = {at(75, 0), at(75, 0), at(75, 0)};
    const geo::Projection plane = geo::Projection::polar_north();
    const std::vector<geo::LandPolygon> polygons{island, cap, speck};
    const ChartLand land = ChartLand::with_levels(polygons, plane);
    for (const geo::PlanePoint centre : {geo::PlanePoint{0, 0}, geo::PlanePoint{1e9, -1e9},
                                         geo::PlanePoint{6e5, -6e5}, geo::PlanePoint{-3e6, 3e6}}) {
        for (const double metres_per_pixel : {0.01, 10.0, 6000.0, 1e7}) {
            for (const double scale : {1.0, 2.0, 3.0}) {
                const Viewport view(plane, centre, metres_per_pixel, Angle::degrees(33.0),
                                    {80, 60});
                QImage image = blank_image(view, scale, Qt::transparent);
                CHECK(render_land(image, &land, true, view, scale, ChartStyle::day()));
            }
        }
    }
    // The pole itself is land here.
    const Viewport over_pole(plane, {0, 0}, 100.0, Angle::degrees(0.0), {80, 60});
    QImage image = blank_image(over_pole, 1.0, Qt::transparent);
    REQUIRE(render_land(image, &land, false, over_pole, 1.0, ChartStyle::day()));
    CHECK(image.pixel(20, 40) == ChartStyle::day().land.rgba());
}
