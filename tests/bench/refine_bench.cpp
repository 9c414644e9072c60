// SPDX-License-Identifier: Apache-2.0
// What refinement makes of a graph's path, and how long it takes beside the search, over seeded
// pairs of places on workload R1. The yardstick is the better of two refined lines: the one at hand
// and one that starts from the path over cells a third as wide with 32 neighbours.
#include "core/route/refinement.hpp"
#include "core/search/time_dependent.hpp"
#include "tests/bench/workload.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <iostream>
#include <optional>
#include <random>
#include <vector>

namespace {

using namespace fairlead;

constexpr double cell_km = 12.5;
constexpr std::size_t days = 30;
constexpr std::int32_t parts = 3; // odd, so that cell centres stay cell centres
constexpr std::size_t pairs = 15;
constexpr double least_distance_m = 1500e3;

/// The same sea in cells a third as wide.
bench::Workload divided(const bench::Workload& whole) {
    bench::Workload fine;
    fine.field = whole.field;
    geo::GridGeometry& grid = fine.field.grid;
    grid.cell_m /= parts;
    grid.columns *= parts;
    grid.rows *= parts;
    fine.land.resize(grid.cell_count());
    fine.field.slowness.resize(grid.cell_count() * whole.field.slice_count());
    for (std::uint32_t i = 0; i < grid.cell_count(); ++i) {
        const geo::GridCell cell = grid.cell(i);
        const std::uint32_t of = whole.field.grid.index({cell.column / parts, cell.row / parts});
        fine.land[i] = whole.land[of];
        for (std::size_t k = 0; k < whole.field.slice_count(); ++k) {
            fine.field.slowness[k * grid.cell_count() + i] = whole.field.slice(k)[of];
        }
    }
    return fine;
}

struct Sea {
    explicit Sea(bench::Workload made, int neighbours)
        : workload(std::move(made)), graph(bench::make_graph(workload, neighbours)),
          bounds(search::bounds_of(workload.field)) {}

    /// Cell centres of the fastest path.
    [[nodiscard]] std::optional<std::vector<geo::PlanePoint>> path(geo::PlanePoint from,
                                                                   geo::PlanePoint to) {
        const geo::GridGeometry& grid = workload.field.grid;
        const auto at = [&](geo::PlanePoint point) { return grid.index(*grid.cell_at(point)); };
        const std::vector<search::Source> sources{{at(from), 0.0}};
        const std::vector<search::Target> targets{{at(to)}};
        const auto result = search.run(graph, workload.field, bounds, sources, targets);
        if (!result.path) {
            return std::nullopt;
        }
        std::vector<geo::PlanePoint> points;
        for (const graph::Vertex v : result.path->vertices) {
            points.push_back(grid.centre(v));
        }
        return points;
    }

    bench::Workload workload;
    graph::GridGraph graph;
    search::FieldBounds bounds;
    search::TimeDependentSearch search;
};

double cpu_ms() {
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void print_goal(const char* what, double value, double limit) {
    std::cout << fmt::format("{:66} {:7.3f} <= {:<4} {}\n", what, value, limit,
                             value <= limit ? "met" : "NOT MET");
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main() {
    Sea sea(bench::make_workload(cell_km, days), 16);
    Sea fine(divided(sea.workload), 32);
    const geo::GridGeometry& grid = sea.workload.field.grid;
    std::mt19937 random(20260801);
    std::vector<double> gaps;
    std::vector<double> gains;
    double search_ms = 0.0;
    double refine_ms = 0.0;
    std::cout << "  hours   graph+%  refined+%   search ms  refine ms\n";
    while (gaps.size() < pairs) {
        const auto a = static_cast<std::uint32_t>(random() % grid.cell_count());
        const auto b = static_cast<std::uint32_t>(random() % grid.cell_count());
        const geo::PlanePoint from = grid.centre(a);
        const geo::PlanePoint to = grid.centre(b);
        if (sea.workload.land[a] || sea.workload.land[b] ||
            std::hypot(from.x_m - to.x_m, from.y_m - to.y_m) < least_distance_m) {
            continue;
        }
        const double begin_ms = cpu_ms();
        const auto path = sea.path(from, to);
        const double searched_ms = cpu_ms();
        if (!path) {
            continue;
        }
        const auto refined = route::refine(sea.workload.field, *path, 0.0, {});
        const double refined_ms = cpu_ms();
        const auto fine_path = fine.path(from, to);
        if (!refined.measured || !fine_path) {
            std::cerr << "a path cannot be refined or does not exist on the finer graph\n";
            return 1;
        }
        const auto other = route::refine(sea.workload.field, *fine_path, 0.0, {});
        const double best_s = std::min(refined.cost, other.measured ? other.cost : refined.cost);
        gaps.push_back(100.0 * (refined.cost / best_s - 1.0));
        gains.push_back(100.0 * (refined.input_cost / best_s - 1.0));
        search_ms += searched_ms - begin_ms;
        refine_ms += refined_ms - searched_ms;
        std::cout << fmt::format("{:7.1f} {:9.3f} {:10.3f} {:11.1f} {:10.1f}\n", best_s / 3600.0,
                                 gains.back(), gaps.back(), searched_ms - begin_ms,
                                 refined_ms - searched_ms);
    }
    std::cout << fmt::format("the graph's own path above the better line, %: median {:.3f}\n",
                             median(gains));
    print_goal("P8 refined above the better line, %: median", median(gaps), 0.1);
    print_goal("P8 refined above the better line, %: greatest",
               *std::max_element(gaps.begin(), gaps.end()), 0.3);
    print_goal("P8 refinement / search", refine_ms / search_ms, 2.0);
    return 0;
}
