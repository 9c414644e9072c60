// SPDX-License-Identifier: Apache-2.0
#include "core/io/coastline.hpp"
#include "core/io/scenario_environment.hpp"
#include "gui/chart/gui_application.hpp"
#include "gui/chart/screen_renderer.hpp"
#include "gui/chart/renderer.hpp"
#include "gui/chart/graticule.hpp"
#include <chrono>
#include <ctime>
#include <cstdio>
#include <algorithm>
using namespace fairlead;
struct clk { using time_point=std::chrono::duration<double>; static time_point now(){ timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID,&t); return time_point(t.tv_sec+1e-9*t.tv_nsec);} };
template <class F> double best(int n, F f) { std::vector<double> t; for (int i=0;i<n;++i){auto a=clk::now(); f(); t.push_back(std::chrono::duration<double,std::milli>(clk::now()-a).count());} std::sort(t.begin(),t.end()); return t[t.size()/2]; }
int main(int argc, char** argv) {
    chart::ensure_gui_application();
    const auto plane = geo::Projection::polar_north();
    io::Coastline coast = io::read_coastline("gshhg", {30.0, 90.0});
    std::shared_ptr<const chart::ChartLand> land;
    std::printf("levels %.0f ms\n", best(1,[&]{ land = std::make_shared<chart::ChartLand>(chart::ChartLand::with_levels(coast.land, plane)); }));
    std::printf("vertices %zu rings %zu\n", land->vertex_count(), land->ring_count());
    coast.land.clear();
    std::shared_ptr<const chart::RasterSource> ice;
    if (argc > 1) {
        io::ScenarioLayer layer; layer.variable = env::Variable::sea_ice_concentration; layer.sources = {argv[1]};
        auto env = io::load_environment(nullptr, std::span(&layer, 1));
        auto cov = *env.environment->coverage();
        std::printf("warp %.0f ms\n", best(1, [&]{ ice = chart::warp(*env.environment, layer.variable, {plane, cov.from, cov.until}); }));
        const auto& g = ice->at(cov.from)->grid;
        std::printf("grid %d x %d of %.0f m\n", g.columns, g.rows, g.cell_m);
        std::printf("at %.2f ms\n", best(9, [&]{ ice->at(cov.from + std::chrono::hours(1)); }));
    }
    const chart::ChartStyle style = chart::ChartStyle::day();
    for (double scale : {1.0, 2.0})
    for (double mpp : {8000.0, 2000.0, 300.0, 30.0}) {
        for (auto place : {geo::Position::degrees(72, 40), geo::Position::degrees(78.2, 14)}) {
        chart::Viewport view(plane, *plane.forward(place), mpp, Angle::degrees(20.0), {1920, 1320});
        auto polys = land->on_screen(view, scale);
        std::size_t n = 0; for (auto& p : polys) n += p.outer.size();
        double a = best(5, [&]{ (void)land->on_screen(view, scale); });
        double g = best(5, [&]{ (void)chart::make_graticule(view); });
        QImage img(int(1920*scale), int(1320*scale), QImage::Format_ARGB32_Premultiplied); img.setDevicePixelRatio(scale);
        double b = best(5, [&]{ img.fill(Qt::transparent); chart::render_land(img, land.get(), false, view, scale, style); });
        double s = 0;
        chart::BaseContent c; c.land = land;
        if (ice) { c.layers.push_back({ice, std::make_shared<chart::Palette>(chart::Palette::named("ice_concentration")), 1.0, true, {}}); }
        if (ice) s = best(5, [&]{ chart::RasterLayer l; l.raster = ice->at(Instant{}); l.palette = c.layers[0].palette; std::vector<chart::RasterLayer> v{l}; (void)chart::render_sea(v, view, scale, style); });
        chart::ScreenRenderer r; int k = 0;
        double all = best(5, [&]{ chart::Viewport v2(plane, {view.centre().x_m + ++k, view.centre().y_m}, mpp, Angle::degrees(20.0), {1920,1320}); (void)r.render(c, v2, scale, chart::Scheme::day); });
        std::printf("scale %.0f %5.0f m/px: rings %5zu verts %6zu on_screen %.1f graticule %.1f land %.1f sea %.1f all %.1f\n", scale, mpp, polys.size(), n, a, g, b, s, all);
        }
    }
}
