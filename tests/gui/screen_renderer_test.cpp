// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/gui_application.hpp"
#include "gui/chart/renderer.hpp"
#include "gui/chart/screen_renderer.hpp"
#include "tests/gui/scene_fixture.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <chrono>
#include <thread>

using namespace fairlead;
using namespace fairlead::chart;
using namespace fairlead::chart::test;

namespace {

/// Counts how often it is asked.
class CountingSource : public RasterSource {
  public:
    explicit CountingSource(std::shared_ptr<const Raster> raster) : raster_(std::move(raster)) {}
    [[nodiscard]] std::shared_ptr<const Raster> within(Instant, const PlaneBox&) const override {
        ++asked;
        return raster_;
    }
    [[nodiscard]] std::optional<Instant> newest_data(Instant) const override { return {}; }
    mutable std::atomic<int> asked = 0;

  private:
    std::shared_ptr<const Raster> raster_;
};

struct Base {
    std::shared_ptr<CountingSource> source;
    BaseContent content;
};

Base sample_base() {
    const Scene scene = sample_scene();
    Base base;
    base.source = std::make_shared<CountingSource>(scene.rasters.front().raster);
    base.content.land = scene.land;
    base.content.layers = {{base.source, scene.rasters.front().palette, 1.0, true, {}}};
    base.content.time = parse_instant("2018-07-15");
    return base;
}

} // namespace

TEST_CASE("screen renderer: the picture is that of the command line", "[chart][screen]") {
    ensure_gui_application();
    const Base base = sample_base();
    Scene scene = sample_scene();
    const Viewport view = sample_view(scene.plane);
    for (const double scale : {1.0, 1.5, 2.0}) {
        ScreenRenderer renderer;
        const QImage screen = renderer.render(base.content, view, scale, Scheme::day);
        const QImage print = render_base(scene, view, scale, ChartStyle::day());
        REQUIRE(screen.size() == print.size());
        CHECK(screen.devicePixelRatio() == scale);
        CHECK(screen.format() == QImage::Format_RGB32);
        int different = 0;
        for (int y = 0; y < screen.height(); ++y) {
            for (int x = 0; x < screen.width(); ++x) {
                const QRgb a = screen.pixel(x, y);
                const QRgb b = print.pixel(x, y);
                const int off =
                    std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                              std::abs(qBlue(a) - qBlue(b))});
                different += off > 3 ? 1 : 0; // land is laid over in one layer: rounding
            }
        }
        CHECK(different == 0);
    }
}

TEST_CASE("screen renderer: the same again is not drawn again", "[chart][screen]") {
    ensure_gui_application();
    Base base = sample_base();
    const Viewport view = sample_view(geo::Projection::polar_north());
    ScreenRenderer renderer;
    const QImage first = renderer.render(base.content, view, 1.0, Scheme::day);
    CHECK(base.source->asked == 1);
    CHECK(renderer.render(base.content, view, 1.0, Scheme::day) == first);
    CHECK(base.source->asked == 1);
    // Another view of the same hour needs no other values.
    CHECK(renderer.render(base.content, sample_view(view.plane(), {500, 300}), 1.0, Scheme::day)
              .size() == QSize(500, 300));
    CHECK(base.source->asked == 1);
    base.content.time += std::chrono::hours(6);
    CHECK(renderer.render(base.content, view, 1.0, Scheme::day) == first);
    CHECK(base.source->asked == 2);
}

TEST_CASE("screen renderer: each thing that matters makes another picture", "[chart][screen]") {
    ensure_gui_application();
    const Base base = sample_base();
    const Viewport view = sample_view(geo::Projection::polar_north());
    ScreenRenderer renderer;
    const QImage day = renderer.render(base.content, view, 1.0, Scheme::day);
    CHECK(renderer.render(base.content, view, 1.0, Scheme::night) != day);
    BaseContent other = base.content;
    other.land = nullptr;
    CHECK(renderer.render(other, view, 1.0, Scheme::day) != day);
    other = base.content;
    other.graticule = false;
    CHECK(renderer.render(other, view, 1.0, Scheme::day) != day);
    other = base.content;
    other.layers.front().opacity = 0.5;
    CHECK(renderer.render(other, view, 1.0, Scheme::day) != day);
    other = base.content;
    other.layers.front().contours = {0.5F};
    CHECK(renderer.render(other, view, 1.0, Scheme::day) != day);
    other = base.content;
    other.layers.clear();
    CHECK(renderer.render(other, view, 1.0, Scheme::day) != day);
    CHECK(renderer.render(base.content, view, 1.0, Scheme::day) == day);
}

TEST_CASE("screen renderer: a stopped one gives nothing and the next one all", "[chart][screen]") {
    ensure_gui_application();
    const Base base = sample_base();
    const Viewport view = sample_view(geo::Projection::polar_north());
    ScreenRenderer renderer;
    std::stop_source stop;
    stop.request_stop();
    CHECK(renderer.render(base.content, view, 1.0, Scheme::day, stop.get_token()).isNull());
    CHECK_FALSE(renderer.render(base.content, view, 1.0, Scheme::day).isNull());
}

TEST_CASE("screen renderer: stopping takes a moment, wherever it is", "[chart][screen]") {
    ensure_gui_application();
    const Base base = sample_base();
    const Viewport view = sample_view(geo::Projection::polar_north(), {3000, 2000}, 700.0);
    for (const int after_ms : {0, 2, 5, 10, 20}) {
        ScreenRenderer renderer;
        std::stop_source stop;
        std::chrono::steady_clock::time_point asked;
        std::thread other([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(after_ms));
            asked = std::chrono::steady_clock::now();
            stop.request_stop();
        });
        const QImage image =
            renderer.render(base.content, view, 2.0, Scheme::day, stop.get_token());
        const auto ended = std::chrono::steady_clock::now();
        other.join();
        // A few milliseconds; much more here, for the machine may have others to serve.
        CHECK((image.isNull() ? ended - asked : std::chrono::seconds(0)) <
              std::chrono::milliseconds(300));
    }
}
