#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a cost model costs: the same voyage by the built-in objective and by models of its formula.

    model_bench.py FOLDER_OF_EXAMPLE_MODELS [ROUNDS]      (the module in PYTHONPATH)

The kinds take turns; of each the least CPU time of plan(), files read anew, without the lower bound,
which models do not have. The parts are by the clock, which other programs disturb.
"""

import sys
import time

import fairlead

VOYAGE = dict(scenario="sample", vessel="expedition_pc5", depart="2030-08-10", lower_bound=False)
GOALS = {"library": 1.3, "formula": 2.0, "NumPy": 3.0}
PARTS = ("compile", "search", "refine", "evaluate")


@fairlead.cost_model
def by_numpy(fuel_t_per_h):
    return 850 + 620 * fuel_t_per_h


def main():
    library = sys.argv[1] + "/hire_and_bunker.so"
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    kinds = {
        "built-in": dict(objective="money", prices={"per_hour": 850, "per_tonne_fuel": 620}),
        "library": dict(cost_model=library),
        "formula": dict(cost_model="850*time_h + 620*fuel_t"),
        "NumPy": dict(cost_model=by_numpy),
    }
    least = {}
    cost = {}
    for _ in range(rounds):
        for kind, arguments in kinds.items():
            before = time.process_time()
            result = fairlead.plan("Murmansk", "Bering Strait", **VOYAGE, **arguments)
            whole_ms = (time.process_time() - before) * 1e3
            timing = result.answer["timing_ms"]
            taken = {"CPU": whole_ms, **{part: timing[part] for part in PARTS}}
            cost[kind] = result.route["cost"]
            least[kind] = {part: min(ms, least.get(kind, {}).get(part, ms)) for part, ms in taken.items()}
    print(f"{'ms':10}" + "".join(f"{part:>10}" for part in ("CPU", *PARTS)) + f"{'cost':>14}")
    for kind, taken in least.items():
        print(f"{kind:10}" + "".join(f"{taken[part]:10.0f}" for part in ("CPU", *PARTS)) + f"{cost[kind]:14.1f}")
    for kind, goal in GOALS.items():
        ratio = least[kind]["CPU"] / least["built-in"]["CPU"]
        print(f"{kind + ' / built-in objective of the same formula':66} {ratio:7.2f} <= {goal:<4} "
              f"{'met' if ratio <= goal else 'NOT MET'}")


if __name__ == "__main__":
    main()
