// SPDX-License-Identifier: Apache-2.0
// What stands between the start of the program and its first search, on the whole Arctic at
// 12.5 km: the coastline from its file, the index over it, the arcs of the grid that keep off it.
#include "core/graph/land_safe_arcs.hpp"
#include "core/io/coastline.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace fairlead;

const geo::Projection& plane() {
    static const geo::Projection projection = geo::Projection::from_definition("EPSG:3413");
    return projection;
}

/// All that lies within this of the pole fits the grid below.
constexpr double south_deg = 30.0;

const io::Coastline& coastline() {
    static const io::Coastline read = io::read_coastline("gshhg", {south_deg, 90.0});
    return read;
}

void coastline_read(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(io::read_coastline("gshhg", {south_deg, 90.0}));
    }
}

geo::LandIndex make_index() {
    return {coastline().land, plane(), coastline().name, Angle::degrees(90.0 - south_deg)};
}

void land_index(benchmark::State& state) {
    coastline();
    for (auto _ : state) {
        benchmark::DoNotOptimize(make_index());
    }
}

void land_safe_arcs(benchmark::State& state) {
    const geo::LandIndex land = make_index();
    const geo::GridGeometry grid{-3850e3, 5850e3, 12.5e3, 608, 896};
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            graph::land_safe_arcs(grid, plane(), &land, Length::metres(1852.0), 16));
    }
}

BENCHMARK(coastline_read)->Unit(benchmark::kMillisecond);
BENCHMARK(land_index)->Unit(benchmark::kMillisecond);
BENCHMARK(land_safe_arcs)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
