// SPDX-License-Identifier: Apache-2.0
#include "core/search/static_search.hpp"
#include "core/search/time_dependent.hpp"
#include "tests/bench/boost_searches.hpp"
#include "tests/bench/flat_searches.hpp"
#include "tests/bench/workload.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace {

using namespace fairlead;

/// One workload and its graphs, made when first asked for. Cell sizes are in metres, as benchmark
/// arguments are whole.
struct Case {
    bench::Workload workload;
    graph::GridGraph graph;
    search::FieldBounds bounds;
};

const Case& case_of(std::int64_t cell_m, std::int64_t neighbours, std::size_t slices) {
    static std::mutex making;
    const std::scoped_lock lock(making);
    static std::map<std::pair<std::int64_t, std::size_t>, bench::Workload> workloads;
    static std::map<std::array<std::int64_t, 3>, std::unique_ptr<Case>> cases;
    auto& found = cases[{cell_m, neighbours, static_cast<std::int64_t>(slices)}];
    if (!found) {
        auto& workload = workloads[{cell_m, slices}];
        if (workload.land.empty()) {
            workload = bench::make_workload(static_cast<double>(cell_m) / 1000.0, slices);
        }
        found = std::make_unique<Case>(
            Case{workload, bench::make_graph(workload, static_cast<int>(neighbours)),
                 search::bounds_of(workload.field)});
    }
    return *found;
}

/// Stops the run if two programs do not agree.
void expect_close(benchmark::State& state, double value, double expected) {
    if (!(std::abs(value - expected) <= 2e-5 * expected)) {
        std::cerr << value << " is not " << expected << '\n';
        state.SkipWithError("disagrees with the product kernel");
    }
}

search::StaticSearch& product_static(const Case& it) {
    static search::StaticSearch search;
    const std::vector<search::StaticSource> sources{{it.workload.from, 0.0}};
    search.run(it.graph, it.workload.field.slice(0), it.workload.field.slowness_unit_s_per_m,
               sources);
    return search;
}

search::StaticArcs static_arcs(const Case& it) {
    return {it.graph, it.workload.field.slice(0), it.workload.field.slowness_unit_s_per_m};
}

void report_settled(benchmark::State& state, std::size_t settled) {
    state.counters["settled"] = static_cast<double>(settled);
    state.counters["ns_per_settled"] = benchmark::Counter(
        static_cast<double>(settled) * 1e-9,
        benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void static_product(benchmark::State& state) {
    const Case& it = case_of(state.range(0), state.range(1), 1);
    for (auto _ : state) {
        product_static(it);
    }
    const auto& search = product_static(it);
    report_settled(state, search.stats().settled);
    state.counters["bytes_per_cell"] =
        static_cast<double>(search.memory_bytes()) / static_cast<double>(it.graph.vertex_count());
}

void static_flat(benchmark::State& state) {
    const Case& it = case_of(state.range(0), state.range(1), 1);
    bench::FlatStatic flat(it.workload, it.graph);
    for (auto _ : state) {
        flat.run();
    }
    expect_close(state, static_cast<double>(flat.labels()[it.workload.to]),
                 *product_static(it).cost(it.workload.to));
}

void static_relax_bound(benchmark::State& state) {
    const Case& it = case_of(state.range(0), state.range(1), 1);
    const auto arcs = static_arcs(it);
    const auto& search = product_static(it);
    std::vector<float> labels(it.graph.vertex_count(), std::numeric_limits<float>::infinity());
    search.for_each_reached(
        [&](graph::Vertex v, double cost) { labels[v] = static_cast<float>(cost); });
    for (auto _ : state) {
        std::size_t improved = 0;
        for (graph::Vertex v = 0; v < labels.size(); ++v) {
            if (std::isfinite(labels[v])) {
                graph::for_each_out_arc(arcs, v, labels[v],
                                        [&](graph::Vertex target, std::uint8_t, float label) {
                                            improved += label < labels[target] ? 1U : 0U;
                                        });
            }
        }
        benchmark::DoNotOptimize(improved);
    }
}

void static_boost(benchmark::State& state) {
    const Case& it = case_of(state.range(0), state.range(1), 1);
    const auto arcs = static_arcs(it);
    double label = 0.0;
    for (auto _ : state) {
        label = bench::boost_static(it.workload, arcs);
    }
    expect_close(state, label, *product_static(it).cost(it.workload.to));
}

/// @param run of BoostAdjacencyList<Weight>
template <class Weight, class Run>
void time_adjacency_list(benchmark::State& state, const Run& run) {
    const Case& it = case_of(state.range(0), state.range(1), 1);
    const bench::BoostAdjacencyList<Weight> list(it.workload, static_arcs(it));
    double label = 0.0;
    for (auto _ : state) {
        label = run(list);
    }
    expect_close(state, label, *product_static(it).cost(it.workload.to));
}

void static_boost_adjacency_list(benchmark::State& state) {
    time_adjacency_list<float>(state, [](const auto& list) { return list.run(); });
}

void static_boost_adjacency_list_documented(benchmark::State& state) {
    time_adjacency_list<double>(state, [](const auto& list) { return list.run_as_documented(); });
}

constexpr std::size_t days = 30;

search::TimeDependentSearch& timed_search() {
    static search::TimeDependentSearch search;
    return search;
}

search::TimeSearchResult product_timed(const Case& it) {
    const std::vector<search::Source> sources{{it.workload.from, 0.0}};
    const std::vector<search::Target> targets{{it.workload.to}};
    return timed_search().run(it.graph, it.workload.field, it.bounds, sources, targets);
}

void timed_product(benchmark::State& state) {
    const Case& it = case_of(state.range(0), 16, days);
    for (auto _ : state) {
        benchmark::DoNotOptimize(product_timed(it));
    }
    const auto result = product_timed(it);
    report_settled(state, result.stats.settled);
    state.counters["hours"] = result.path->finish_s / 3600.0;
    state.counters["bytes_per_cell"] = static_cast<double>(timed_search().memory_bytes()) /
                                       static_cast<double>(it.graph.vertex_count());
}

/// Ice too heavy for the ship, as rules close it: the way leads along edges that come and go.
void timed_product_closed_ice(benchmark::State& state) {
    const Case& open = case_of(state.range(0), 16, 122);
    cost::TransitField field = open.workload.field;
    const geo::GridGeometry& grid = field.grid;
    const auto is_near = [&](std::uint32_t cell, graph::Vertex end) {
        const geo::PlanePoint a = grid.centre(cell);
        const geo::PlanePoint b = grid.centre(end);
        return std::hypot(a.x_m - b.x_m, a.y_m - b.y_m) < 500e3;
    };
    for (std::size_t i = 0; i < field.slowness.size(); ++i) {
        const auto cell = static_cast<std::uint32_t>(i % grid.cell_count());
        const bool too_heavy = field.slowness[i] > 30'000; // slower than about 2.7 kn
        if (too_heavy && !is_near(cell, open.workload.from) && !is_near(cell, open.workload.to)) {
            field.slowness[i] = cost::TransitField::closed;
        }
    }
    const auto bounds = search::bounds_of(field);
    const std::vector<search::Source> sources{{open.workload.from, 0.0}};
    const std::vector<search::Target> targets{{open.workload.to}};
    search::TimeDependentSearch search;
    search::TimeSearchResult result;
    for (auto _ : state) {
        result = search.run(open.graph, field, bounds, sources, targets);
    }
    report_settled(state, result.stats.settled);
    state.counters["waited"] = static_cast<double>(result.stats.waited);
    state.counters["exact"] = result.exact ? 1.0 : 0.0;
    state.counters["hours"] = result.path ? (result.path->finish_s / 3600.0) : -1.0;
}

void timed_flat(benchmark::State& state) {
    const Case& it = case_of(state.range(0), 16, days);
    bench::FlatTimed flat(it.workload, it.graph);
    double arrival = 0.0;
    for (auto _ : state) {
        arrival = flat.run();
    }
    report_settled(state, flat.settled());
    expect_close(state, arrival, product_timed(it).path->finish_s);
}

void timed_relax_bound(benchmark::State& state) {
    const Case& it = case_of(state.range(0), 16, days);
    const std::vector<search::Source> sources{{it.workload.from, 0.0}};
    auto& search = timed_search();
    search.run(it.graph, it.workload.field, it.bounds, sources, {});
    const auto clock =
        search::TickClock::starting(0.0, it.workload.field.slice_time_s.back(), true);
    const search::TimedArcs arcs(it.graph, it.workload.field, clock, true);
    std::vector<std::uint32_t> labels(it.graph.vertex_count(), search::TickClock::never);
    search.for_each_reached(
        [&](graph::Vertex v, double time_s) { labels[v] = clock.ticks(time_s); });
    std::size_t labelled = 0;
    for (auto _ : state) {
        std::size_t improved = 0;
        labelled = 0;
        for (graph::Vertex v = 0; v < labels.size(); ++v) {
            if (labels[v] != search::TickClock::never) {
                ++labelled;
                graph::for_each_out_arc(
                    arcs, v, labels[v],
                    [&](graph::Vertex target, std::uint8_t, std::uint32_t label) {
                        improved += label < labels[target] ? 1U : 0U;
                    });
            }
        }
        benchmark::DoNotOptimize(improved);
    }
    report_settled(state, labelled);
}

void time_boost(benchmark::State& state, bench::ArcTiming timing) {
    const Case& it = case_of(state.range(0), 16, days);
    double arrival = 0.0;
    for (auto _ : state) {
        arrival = bench::boost_timed(it.workload, it.graph, it.bounds, timing);
    }
    expect_close(state, arrival, product_timed(it).path->finish_s);
}

void timed_boost_product_expansion(benchmark::State& state) {
    time_boost(state, bench::ArcTiming::product_expansion);
}

void timed_boost(benchmark::State& state) {
    time_boost(state, bench::ArcTiming::examined);
}

void timed_boost_arc_by_arc(benchmark::State& state) {
    time_boost(state, bench::ArcTiming::asked);
}

/// One query after the other on every thread, as in a study: another departure each time, sixteen
/// of them over the first two weeks.
void batch(benchmark::State& state) {
    const Case& it = case_of(state.range(0), 16, days);
    constexpr int departures = 16;
    constexpr double apart_s = 86'400.0;
    search::TimeDependentSearch search;
    const std::vector<search::Target> targets{{it.workload.to}};
    int turn = state.thread_index() * departures / 2;
    for (auto _ : state) {
        const std::vector<search::Source> sources{
            {it.workload.from, apart_s * static_cast<double>(turn++ % departures)}};
        benchmark::DoNotOptimize(
            search.run(it.graph, it.workload.field, it.bounds, sources, targets));
    }
    state.SetItemsProcessed(state.iterations());
}

void static_cases(benchmark::internal::Benchmark* b) {
    for (const std::int64_t cell_m : {12500, 6250}) {
        for (const std::int64_t neighbours : {8, 16}) {
            b->Args({cell_m, neighbours});
        }
    }
    b->Unit(benchmark::kMillisecond);
}

void timed_cases(benchmark::internal::Benchmark* b) {
    b->Arg(12500)->Arg(6250)->Unit(benchmark::kMillisecond);
}

BENCHMARK(static_product)->Apply(static_cases);
BENCHMARK(static_flat)->Apply(static_cases);
BENCHMARK(static_relax_bound)->Apply(static_cases);
BENCHMARK(static_boost)->Apply(static_cases);
BENCHMARK(static_boost_adjacency_list)->Apply(static_cases);
BENCHMARK(static_boost_adjacency_list_documented)->Apply(static_cases);
BENCHMARK(timed_product)->Apply(timed_cases);
BENCHMARK(timed_product_closed_ice)->Arg(12500)->Unit(benchmark::kMillisecond);
BENCHMARK(batch)->Arg(25000)->Arg(12500)->Arg(6250)->Threads(1)->Threads(2)->UseRealTime()->Unit(
    benchmark::kMillisecond);
BENCHMARK(timed_flat)->Apply(timed_cases);
BENCHMARK(timed_relax_bound)->Apply(timed_cases);
BENCHMARK(timed_boost)->Apply(timed_cases);
BENCHMARK(timed_boost_product_expansion)->Apply(timed_cases);
BENCHMARK(timed_boost_arc_by_arc)->Apply(timed_cases);

} // namespace

int main(int argc, char** argv) {
    if (argc == 4 && std::string(argv[1]) == "--write-slice") {
        bench::write_slice(bench::make_workload(std::atof(argv[2]), 1), argv[3]);
        return 0;
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
        return 2;
    }
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
