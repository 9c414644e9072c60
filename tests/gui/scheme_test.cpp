// SPDX-License-Identifier: Apache-2.0
// Day, dusk and night.
#include "gui/chart/gui_application.hpp"
#include "gui/chart/lab_colour.hpp"
#include "gui/chart/picture.hpp"
#include "gui/chart/renderer.hpp"
#include "tests/gui/colour_vision.hpp"
#include "tests/gui/scene_fixture.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>

using namespace fairlead;
using namespace fairlead::chart;
using namespace fairlead::chart::test;

namespace {

constexpr std::array<const char*, 9> all_palettes{"ice_concentration",
                                                  "ice_concentration_wmo",
                                                  "ice_thickness",
                                                  "attainable_speed",
                                                  "wave_height",
                                                  "rio",
                                                  "depth",
                                                  "depth_safety",
                                                  "route_risk"};

Scene scene_in(const ChartStyle& style) {
    Scene scene = sample_scene();
    for (RasterLayer& layer : scene.rasters) {
        layer.palette = std::make_shared<Palette>(layer.palette->in_style(style));
    }
    scene.route_palette = std::make_shared<Palette>(scene.route_palette->in_style(style));
    scene.banner = "SYNTHETIC DATA";
    return scene;
}

struct Light {
    double mean = 0.0;
    double greatest = 0.0;
};

Light light_of(const QImage& image) {
    Light light;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const double one = relative_luminance(image.pixelColor(x, y));
            light.mean += one;
            light.greatest = std::max(light.greatest, one);
        }
    }
    light.mean /= static_cast<double>(image.width()) * image.height();
    return light;
}

QImage map_in(Scheme scheme) {
    ensure_gui_application();
    const ChartStyle style = ChartStyle::of(scheme);
    const Scene scene = scene_in(style);
    return render_map(scene, sample_view(scene.plane, {600, 400}, 4000.0), 1.0, style);
}

} // namespace

TEST_CASE("lab: there and back within one step of eight bits", "[chart][palette]") {
    for (int r = 0; r < 256; r += 51) {
        for (int g = 0; g < 256; g += 51) {
            for (int b = 0; b < 256; b += 51) {
                const QColor back = from_lab(to_lab(QColor(r, g, b)));
                CAPTURE(r, g, b);
                CHECK(std::abs(back.red() - r) <= 1);
                CHECK(std::abs(back.green() - g) <= 1);
                CHECK(std::abs(back.blue() - b) <= 1);
            }
        }
    }
}

TEST_CASE("lab: what sRGB has not keeps its lightness", "[chart][palette]") {
    const QColor colour = from_lab({60.0, 120.0, -90.0});
    CHECK(lab_of(colour).lightness == Approx(60.0).margin(0.6));
    CHECK(relative_luminance(QColor(255, 255, 255)) == Approx(1.0));
    CHECK(relative_luminance(QColor(0, 0, 0)) == 0.0);
}

TEST_CASE("scheme: no pixel of a night chart is bright", "[chart][scheme]") {
    const Light night = light_of(map_in(Scheme::night));
    CHECK(night.greatest <= 0.2);
    CHECK(night.mean <= 0.04);
    const Light dusk = light_of(map_in(Scheme::dusk));
    const Light day = light_of(map_in(Scheme::day));
    CHECK(night.mean < 0.25 * dusk.mean);
    CHECK(dusk.mean < 0.6 * day.mean);
}

TEST_CASE("scheme: at night whole pictures and all palettes are dark", "[chart][scheme]") {
    ensure_gui_application();
    const ChartStyle style = ChartStyle::of(Scheme::night);
    const Scene scene = scene_in(style);
    const ChosenView chosen =
        choose_view(scene.plane, std::array{geo::PlanePoint{-1e6, -1e6}, geo::PlanePoint{1e6, 1e6}},
                    {{900, 700}, 1.0});
    CHECK(light_of(draw_picture(scene, chosen.layout, chosen.view, style)).greatest <= 0.2);
    for (const char* name : all_palettes) {
        CAPTURE(name);
        const Palette palette = Palette::named(name).in_style(style);
        for (const Palette::Entry& entry : palette.entries()) {
            CHECK(relative_luminance(entry.colour) <= 0.05);
        }
    }
}

TEST_CASE("scheme: ice gets lighter with every step at dusk and at night", "[chart][scheme]") {
    for (const Scheme scheme : {Scheme::dusk, Scheme::night}) {
        const Palette ice = Palette::named("ice_concentration").in_style(ChartStyle::of(scheme));
        for (int tenths = 1; tenths <= 10; ++tenths) {
            CAPTURE(tenths);
            CHECK(lab_of(ice.colour(tenths / 10.0)).lightness >
                  lab_of(ice.colour((tenths - 1) / 10.0)).lightness + 0.5);
        }
    }
}

TEST_CASE("scheme: text stands out from its ground in every scheme", "[chart][scheme]") {
    for (const Scheme scheme : {Scheme::day, Scheme::dusk, Scheme::night}) {
        const ChartStyle style = ChartStyle::of(scheme);
        const auto contrast = [](const QColor& one, const QColor& other) {
            const double a = relative_luminance(one) + 0.05;
            const double b = relative_luminance(other) + 0.05;
            return std::max(a, b) / std::min(a, b);
        };
        CAPTURE(static_cast<int>(scheme));
        // WCAG 2.1, 1.4.3; at night, where all of it must be dim, the 3 of large text.
        const double least = scheme == Scheme::night ? 3.0 : 4.5;
        CHECK(contrast(style.ink, style.panel) >= least);
        CHECK(contrast(style.ink, style.halo) >= least);
        CHECK(contrast(style.ink, style.margin) >= least);
        CHECK(contrast(style.casing_outer, style.casing_inner) >= 3.0);
    }
}

TEST_CASE("scheme: day changes no palette, and values are told from the water by night",
          "[chart][scheme]") {
    for (const char* name : all_palettes) {
        const Palette palette = Palette::named(name);
        const Palette by_day = palette.in_style(ChartStyle::day());
        for (std::size_t i = 0; i < palette.entries().size(); ++i) {
            CHECK(palette.entries()[i].colour == by_day.entries()[i].colour);
        }
    }
    const ChartStyle night = ChartStyle::of(Scheme::night);
    const Palette ice = Palette::named("ice_concentration").in_style(night);
    CHECK(least_distance(ice.colour(1.0), night.water) >= 12.0);
    CHECK(least_distance(night.land, night.water) >= 6.0);
    CHECK(least_distance(night.land, ice.colour(0.8)) >= 6.0);
}

TEST_CASE("palette: scaled values keep their colours", "[chart][palette]") {
    const Palette depth = Palette::named("depth_safety").scaled(14.5);
    CHECK(depth.class_of(14.4) == 0);
    CHECK(depth.class_of(14.5) == 1);
    CHECK(depth.class_of(29.0) == 2);
    CHECK(depth.entries()[1].colour == Palette::named("depth_safety").entries()[1].colour);
}

TEST_CASE("palette: RIO changes its look at the limits of POLARIS", "[chart][palette]") {
    const Palette rio = Palette::named("rio");
    CHECK(rio.class_of(-10.0) == rio.class_of(-0.1));
    CHECK(rio.class_of(-10.1) != rio.class_of(-10.0));
    CHECK(rio.class_of(0.0) != rio.class_of(-0.1));
    for (std::size_t i = 1; i + 1 < rio.entries().size(); ++i) {
        CAPTURE(i);
        CHECK(least_distance(rio.entries()[i].colour, rio.entries()[i - 1].colour) >= 9.0);
    }
}
