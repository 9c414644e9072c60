#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the search benchmarks and, beside them, scikit-image, SciPy and GRASS on the same slice.

Every round runs every program, so that a noisy machine disturbs all alike; the median of the rounds
is printed, and the ratios that docs/benchmarks.md records. All times are CPU times.
"""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

CELL_KM = 6.25


def read_slice(path):
    import numpy

    columns, rows, source, target = (int(word) for word in open(path + ".txt").read().split())
    return numpy.fromfile(path, dtype=numpy.float32).reshape(rows, columns), source, target


class ScikitImage:
    name = "scikit-image MCP_Geometric, 8 neighbours"

    def __init__(self, cost, source, target):
        from skimage.graph import MCP_Geometric

        self.make, self.cost = MCP_Geometric, cost.astype(float)
        self.source, self.target = divmod(source, cost.shape[1]), divmod(target, cost.shape[1])

    def run(self):
        begin = time.process_time()
        labels, _ = self.make(self.cost).find_costs([self.source])
        return time.process_time() - begin, labels[self.target]


class SciPy:
    name = "SciPy csgraph.dijkstra, 8 neighbours, search only"

    def __init__(self, cost, source, target):
        import numpy
        from scipy.sparse import coo_matrix

        rows, columns = cost.shape
        index = numpy.arange(cost.size).reshape(cost.shape)
        sea = cost > 0
        heads, tails, weights = [], [], []
        for dx, dy, length in ((1, 0, 1.0), (0, 1, 1.0), (1, 1, 2**0.5), (-1, 1, 2**0.5)):
            a = (slice(0, rows - dy), slice(max(0, -dx), columns - max(0, dx)))
            b = (slice(dy, rows), slice(max(0, dx), columns - max(0, -dx)))
            both = sea[a] & sea[b]
            heads.append(index[a][both])
            tails.append(index[b][both])
            weights.append(0.5 * length * (cost[a][both] + cost[b][both]).astype(float))
        graph = coo_matrix(
            (numpy.concatenate(weights), (numpy.concatenate(heads), numpy.concatenate(tails))),
            shape=(cost.size, cost.size),
        ).tocsr()
        self.graph = (graph + graph.T).tocsr()
        self.source, self.target = source, target

    def run(self):
        from scipy.sparse.csgraph import dijkstra

        begin = time.process_time()
        labels = dijkstra(self.graph, indices=self.source)
        return time.process_time() - begin, labels[self.target]


class Grass:
    name = "GRASS r.cost, 8 neighbours, whole command"

    def __init__(self, cost, source, target):
        self.folder = tempfile.mkdtemp()
        self.project = os.path.join(self.folder, "sea")
        rows, columns = cost.shape
        cost.astype("float32").tofile(os.path.join(self.folder, "cost.bin"))
        subprocess.run(["grass", "-c", "XY", "-e", self.project], check=True, capture_output=True)
        self.mapset = os.path.join(self.project, "PERMANENT")
        self.at = [
            f"{place % columns + 0.5},{rows - place // columns - 0.5}" for place in (source, target)
        ]
        self.command("g.region", "n=%d" % rows, "s=0", "w=0", "e=%d" % columns, "res=1")
        self.command(
            "r.in.bin", "-f", "bytes=4", "input=" + os.path.join(self.folder, "cost.bin"),
            "output=raw", "rows=%d" % rows, "cols=%d" % columns, "north=%d" % rows, "south=0",
            "west=0", "east=%d" % columns)
        self.command("r.mapcalc", "cost = if(raw > 0, raw, null())")

    def command(self, *words):
        return subprocess.run(
            ["grass", self.mapset, "--exec", *words], check=True, capture_output=True, text=True
        ).stdout

    def run(self):
        # grass itself takes a while to start: the same session doing nothing is taken off.
        idle = self.timed("g.version")
        taken = self.timed("r.cost", "--overwrite", "input=cost", "output=label",
                           "start_coordinates=" + self.at[0])
        answer = self.command("r.what", "map=label", "coordinates=" + self.at[1])
        return taken - idle, float(answer.split("|")[-1])

    def timed(self, *words):
        begin = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.command(*words)
        end = resource.getrusage(resource.RUSAGE_CHILDREN)
        return end.ru_utime - begin.ru_utime + end.ru_stime - begin.ru_stime

    def close(self):
        shutil.rmtree(self.folder)


def peers(cost, source, target):
    found = []
    for peer in (ScikitImage, SciPy, Grass):
        try:
            found.append(peer(cost, source, target))
        except (ImportError, FileNotFoundError, subprocess.CalledProcessError) as problem:
            print(f"{peer.name}: left out ({problem})", file=sys.stderr)
    return found


def own_round(bench, times):
    """Each benchmark several times, in shuffled order; the least time of each stands for the round, as
    whoever shares the machine can only add to it."""
    run = subprocess.run(
        [bench, "--benchmark_format=json", "--benchmark_min_time=0.1", "--benchmark_repetitions=7",
         "--benchmark_enable_random_interleaving=true",
         f"--benchmark_filter=^(static|timed).*/{round(1000 * CELL_KM)}"],
        check=True, capture_output=True, text=True)
    repeated = {}
    for entry in json.loads(run.stdout)["benchmarks"]:
        if entry.get("error_occurred"):
            raise SystemExit(f"{entry['name']}: {entry['error_message']}")
        if entry["run_type"] != "iteration":
            continue
        repeated.setdefault(entry["run_name"], []).append(entry["cpu_time"])
        for counter in ("settled", "bytes_per_cell"):
            if counter in entry:
                repeated.setdefault(f"{entry['run_name']} {counter}", []).append(entry[counter])
    for name, values in repeated.items():
        times.setdefault(name, []).append(min(values))


def batch_goals(bench):
    """Searches one after the other, on one thread and on two: (what, sign, limit, value)."""
    run = subprocess.run(
        [bench, "--benchmark_format=json", "--benchmark_min_time=1", "--benchmark_repetitions=5",
         "--benchmark_enable_random_interleaving=true", "--benchmark_filter=^batch/"],
        check=True, capture_output=True, text=True)
    cpu_ms, per_s = {}, {}
    for entry in json.loads(run.stdout)["benchmarks"]:
        if entry["run_type"] == "iteration":
            case = (int(entry["name"].split("/")[1]), entry["threads"])
            cpu_ms.setdefault(case, []).append(entry["cpu_time"])
            per_s.setdefault(case, []).append(entry["items_per_second"])
    for cell_m, least in ((25000, 180), (12500, 45), (6250, 12)):
        one, two = (cell_m, 1), (cell_m, 2)
        at = f"at {cell_m / 1000:g} km"
        yield f"P11 searches a CPU second {at}", ">=", least, 1000.0 / min(cpu_ms[one])
        yield f"P11 CPU time, of two threads / of one {at}", "<=", 1.1, min(cpu_ms[two]) / min(cpu_ms[one])
        yield f"    searches a second, of two threads / of one {at}", ">=", 1.8, max(per_s[two]) / max(per_s[one])


def ratio(times, above, below, per_settled=False):
    values = []
    for i, (a, b) in enumerate(zip(times[above], times[below])):
        if per_settled:
            a /= times[above + " settled"][i]
            b /= times[below + " settled"][i]
        values.append(a / b)
    return statistics.median(values)


def main():
    bench, rounds = sys.argv[1], int(sys.argv[2])
    times, answers = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "slice")
        subprocess.run([bench, "--write-slice", str(CELL_KM), path], check=True)
        others = peers(*read_slice(path))
    for number in range(rounds):
        print(f"round {number + 1} of {rounds}", file=sys.stderr)
        own_round(bench, times)
        for peer in others:
            taken, answers[peer.name] = peer.run()
            times.setdefault(peer.name, []).append(1000.0 * taken)
    for peer in others:
        if hasattr(peer, "close"):
            peer.close()

    print(f"{'CPU time, median of ' + str(rounds):52} {'ms':>10} {'least':>10}")
    for name, values in times.items():
        if not name.endswith(("settled", "bytes_per_cell")):
            print(f"{name:52} {statistics.median(values):10.1f} {min(values):10.1f}")
    if len({round(value, 0) for value in answers.values()}) > 1:
        print("the other programs' answers differ:", answers)

    cell = f"/{round(1000 * CELL_KM)}"
    eight, sixteen, timed = f"static_product{cell}/8", f"static_product{cell}/16", f"timed_product{cell}"
    adjacency_list = f"static_boost_adjacency_list{cell}/8"
    documented = f"static_boost_adjacency_list_documented{cell}/8"
    goals = [
        ("P1 product / hand-written, 16 neighbours", "<=", 1.2, sixteen, f"static_flat{cell}/16"),
        ("P2 product / relax pass, 16 neighbours", "<=", 4, sixteen, f"static_relax_bound{cell}/16"),
        ("P2 product / relax pass, 8 neighbours", "<=", 5, eight, f"static_relax_bound{cell}/8"),
        ("P3 Boost dijkstra, same implicit graph / product", ">=", 3, f"static_boost{cell}/8", eight),
        ("P3 Boost adjacency_list, as people write first / product", ">=", 10, documented, eight),
        ("   kindest: 32-bit weights, no colour map", None, None, adjacency_list, eight),
    ]
    goals += [(f"P4 {peer.name} / product", ">=", 10, peer.name, eight) for peer in others]
    goals += [
        ("P5 timed product / hand-written", "<=", 1.3, timed, f"timed_flat{cell}"),
        ("P5 Boost astar, arcs computed once / timed product", ">=", 3, f"timed_boost{cell}", timed),
        ("   kindest: by the product's own expansion", None, None, f"timed_boost_product_expansion{cell}", timed),
        ("   first draft: arc by arc as Boost asks", None, None, f"timed_boost_arc_by_arc{cell}", timed),
    ]
    measured = [(what, sign, limit, ratio(times, above, below)) for what, sign, limit, above, below in goals]
    per_settled = ratio(times, timed, f"timed_relax_bound{cell}", per_settled=True)
    measured.append(("P5 timed product / relax pass, per settled vertex", "<=", 3.5, per_settled))
    memory = max(times[f"{name} bytes_per_cell"][-1] for name in (timed, sixteen))
    measured += batch_goals(bench)
    measured.append(("P13 bytes per cell and thread", "<=", 8, memory))
    print()
    for what, sign, limit, value in measured:
        if sign is None:  # beside the goal above it
            print(f"{what:66} {value:7.2f}")
            continue
        met = value <= limit if sign == "<=" else value >= limit
        print(f"{what:66} {value:7.2f} {sign} {limit:<4} {'met' if met else 'NOT MET'}")


if __name__ == "__main__":
    main()
