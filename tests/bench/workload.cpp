// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/workload.hpp"

#include "core/graph/land_safe_arcs.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <fstream>
#include <numbers>

namespace fairlead::bench {
namespace {

constexpr double left_km = -3850.0;
constexpr double top_km = 5850.0;
constexpr double width_km = 7600.0;
constexpr double height_km = 11200.0;

/// In [0, 1), a fixed function of a lattice point.
double lattice_value(std::int64_t x, std::int64_t y, std::int64_t t, std::uint64_t seed) {
    std::uint64_t h = seed;
    for (const std::int64_t part : {x, y, t}) {
        h ^= static_cast<std::uint64_t>(part) + 0x9E3779B97F4A7C15ULL + (h << 6) + (h >> 2);
        h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9ULL;
        h = (h ^ (h >> 27)) * 0x94D049BB133111EBULL;
        h ^= h >> 31;
    }
    return static_cast<double>(h >> 11) * 0x1.0p-53;
}

/// Smooth value noise.
double noise(double x, double y, double t, std::uint64_t seed) {
    const auto ease = [](double u) { return u * u * (3.0 - 2.0 * u); };
    const double fx = std::floor(x);
    const double fy = std::floor(y);
    const double ft = std::floor(t);
    double sum = 0.0;
    for (int corner = 0; corner < 8; ++corner) {
        const int cx = corner & 1;
        const int cy = corner >> 1 & 1;
        const int ct = corner >> 2;
        const double wx = ease(x - fx);
        const double wy = ease(y - fy);
        const double wt = ease(t - ft);
        sum += (cx != 0 ? wx : 1.0 - wx) * (cy != 0 ? wy : 1.0 - wy) * (ct != 0 ? wt : 1.0 - wt) *
               lattice_value(static_cast<std::int64_t>(fx) + cx, static_cast<std::int64_t>(fy) + cy,
                             static_cast<std::int64_t>(ft) + ct, seed);
    }
    return sum;
}

/// Fractal sum of octaves, in [0, 1], mean 0.5.
double fractal(double x_km, double y_km, double t, double pattern_km, int octaves,
               std::uint64_t seed) {
    double sum = 0.0;
    double weight = 0.0;
    double amplitude = 1.0;
    for (int octave = 0; octave < octaves; ++octave) {
        sum += amplitude * noise(x_km / pattern_km, y_km / pattern_km, t,
                                 seed + static_cast<std::uint64_t>(octave));
        weight += amplitude;
        amplitude *= 0.5;
        pattern_km *= 0.5;
    }
    return sum / weight;
}

double land_height(double x_km, double y_km) {
    return fractal(x_km + 20000.0, y_km + 20000.0, 0.0, 1600.0, 6, 23);
}

/// Such that 61 % of the area is sea, found once on a coarse raster.
double shore_height() {
    std::vector<double> heights;
    for (double y = top_km - height_km + 25.0; y < top_km; y += 50.0) {
        for (double x = left_km + 25.0; x < left_km + width_km; x += 50.0) {
            heights.push_back(land_height(x, y));
        }
    }
    const auto at =
        heights.begin() + static_cast<std::ptrdiff_t>(0.61 * static_cast<double>(heights.size()));
    std::nth_element(heights.begin(), at, heights.end());
    return *at;
}

std::uint16_t slowness_code(double x_km, double y_km, double day, double unit_s_per_m) {
    const double from_pole_km = std::hypot(x_km, y_km);
    const double ice = fractal(x_km + 20000.0, y_km + 20000.0, day / 20.0, 700.0, 5, 77);
    const double c =
        std::clamp(0.5 + 1.6 * (ice - 0.5) + 0.4 * (2500.0 - from_pole_km) / 2500.0, 0.0, 1.0);
    const double speed_mps = 16.0 * (1.0 - 0.9 * c * c) * 1852.0 / 3600.0;
    // Polar stereographic on a sphere, true at 70 degrees.
    const double scale = 0.5 * (1.0 + std::sin(70.0 * std::numbers::pi / 180.0)) *
                         (1.0 + std::pow(from_pole_km / (2.0 * 6371.0), 2));
    return static_cast<std::uint16_t>(std::lround(1.0 / (speed_mps * scale) / unit_s_per_m));
}

/// Sea cells joined to the middle of the biggest sea, by rook's moves.
std::vector<bool> main_sea(const geo::GridGeometry& grid, const std::vector<bool>& land) {
    std::vector<std::uint32_t> piece(land.size(), 0);
    std::uint32_t pieces = 0;
    std::uint32_t biggest = 0;
    std::size_t biggest_size = 0;
    std::vector<std::uint32_t> stack;
    for (std::uint32_t seed = 0; seed < land.size(); ++seed) {
        if (land[seed] || piece[seed] != 0) {
            continue;
        }
        piece[seed] = ++pieces;
        stack.assign(1, seed);
        std::size_t size = 0;
        while (!stack.empty()) {
            const geo::GridCell cell = grid.cell(stack.back());
            stack.pop_back();
            ++size;
            for (const auto [dx, dy] : {std::array{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
                const geo::GridCell other{cell.column + dx, cell.row + dy};
                if (grid.contains(other) && !land[grid.index(other)] &&
                    piece[grid.index(other)] == 0) {
                    piece[grid.index(other)] = pieces;
                    stack.push_back(grid.index(other));
                }
            }
        }
        if (size > biggest_size) {
            biggest_size = size;
            biggest = pieces;
        }
    }
    std::vector<bool> sea(land.size());
    for (std::size_t i = 0; i < land.size(); ++i) {
        sea[i] = piece[i] == biggest;
    }
    return sea;
}

graph::Vertex nearest(const geo::GridGeometry& grid, const std::vector<bool>& sea, double x_km,
                      double y_km) {
    graph::Vertex best = 0;
    double least = 1e300;
    for (graph::Vertex v = 0; v < sea.size(); ++v) {
        const geo::PlanePoint centre = grid.centre(v);
        const double distance = std::hypot(centre.x_m - 1000.0 * x_km, centre.y_m - 1000.0 * y_km);
        if (sea[v] && distance < least) {
            least = distance;
            best = v;
        }
    }
    return best;
}

} // namespace

Workload make_workload(double cell_km, std::size_t slices) {
    Workload workload;
    geo::GridGeometry& grid = workload.field.grid;
    grid = {1000.0 * left_km, 1000.0 * top_km, 1000.0 * cell_km,
            static_cast<std::int32_t>(std::lround(width_km / cell_km)),
            static_cast<std::int32_t>(std::lround(height_km / cell_km))};
    const double shore = shore_height();
    const std::size_t cells = grid.cell_count();
    workload.land.resize(cells);
    for (std::uint32_t v = 0; v < cells; ++v) {
        const geo::PlanePoint centre = grid.centre(v);
        workload.land[v] = land_height(centre.x_m / 1000.0, centre.y_m / 1000.0) > shore;
    }
    workload.field.slowness_unit_s_per_m = 2.5e-5;
    workload.field.open_after_last = true;
    workload.field.slowness.reserve(cells * slices);
    for (std::size_t k = 0; k < slices; ++k) {
        workload.field.slice_time_s.push_back(86400.0 * static_cast<double>(k));
        for (std::uint32_t v = 0; v < cells; ++v) {
            const geo::PlanePoint centre = grid.centre(v);
            workload.field.slowness.push_back(
                workload.land[v]
                    ? cost::TransitField::closed
                    : slowness_code(centre.x_m / 1000.0, centre.y_m / 1000.0,
                                    static_cast<double>(k), workload.field.slowness_unit_s_per_m));
        }
    }
    const std::vector<bool> sea = main_sea(grid, workload.land);
    workload.from = nearest(grid, sea, -1500.0, 4700.0);
    workload.to = nearest(grid, sea, 1200.0, -4300.0);
    return workload;
}

graph::GridGraph make_graph(const Workload& workload, int neighbours) {
    const geo::GridGeometry& grid = workload.field.grid;
    std::vector<std::uint32_t> arcs = graph::open_sea_arcs(grid, neighbours);
    for (std::uint32_t v = 0; v < arcs.size(); ++v) {
        const auto is_land = [&](graph::CellOffset offset) {
            const geo::GridCell cell = grid.cell(v);
            return workload
                .land[grid.index({cell.column + offset.columns, cell.row + offset.rows})];
        };
        for (std::uint32_t bits = arcs[v]; bits != 0; bits &= bits - 1) {
            const graph::Direction& way =
                graph::directions[static_cast<std::size_t>(std::countr_zero(bits))];
            bool clear = true;
            for (std::size_t i = 0; i < way.crossed_count && clear; ++i) {
                clear = !is_land(way.crossed[i].offset);
            }
            for (std::size_t i = 0; i < way.corner_count && clear; ++i) {
                clear = !is_land(way.corners[i]);
            }
            if (!clear) {
                arcs[v] &= ~(bits & (~bits + 1));
            }
        }
    }
    return {grid, neighbours, std::move(arcs)};
}

void write_slice(const Workload& workload, const std::string& file) {
    const geo::GridGeometry& grid = workload.field.grid;
    std::ofstream values(file, std::ios::binary);
    for (const std::uint16_t code : workload.field.slice(0)) {
        const float cost =
            code == cost::TransitField::closed
                ? -1.0F
                : static_cast<float>(code * workload.field.slowness_unit_s_per_m * grid.cell_m);
        values.write(reinterpret_cast<const char*>(&cost), sizeof(cost));
    }
    std::ofstream(file + ".txt") << grid.columns << ' ' << grid.rows << ' ' << workload.from << ' '
                                 << workload.to << '\n';
}

} // namespace fairlead::bench
