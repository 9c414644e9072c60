#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Plans the voyages of a TOML file and has `fairlead check` judge each line as if it came from elsewhere.

    voyages_test.py PROGRAM VOYAGES.toml SET [SHARED_DATA]

Each [[voyage]] of the set named SET:

    name, set
    args      the sea, the ship and the places; {data} stands for the folder of real data
    unzip     archives of {data} to unpack into the folder the programs run in
    departs   departures. Of a line planned for one of them the check must say: no violation, the
              same distance, the same time. Of several departures each line must be the best of them
              for its own day, by the check: the others must be slower then, or break a rule.
    no_route  instead: a regular expression that the reason of "no route" must match
    gap       greatest gap to the lower bound [%], if one is promised
    waypoints greatest number of waypoints, if one is promised

Exit code 77 (skipped) where the voyages need real data and there are none.
"""

import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib
import zipfile

TIMEOUT_S = 400
SAME = 1e-3  # share by which the check's time may differ from the plan's


def answer(program, folder, *args):
    done = subprocess.run(
        [program, *args, "--json"], cwd=folder, capture_output=True, text=True, timeout=TIMEOUT_S, check=False
    )
    if done.returncode not in (0, 4, 5):
        raise RuntimeError(f"{' '.join(args)}: exit code {done.returncode}, {done.stderr.strip()}")
    return json.loads(done.stdout)


def split_places(args):
    """The arguments of `check` are those of `plan` without the places."""
    kept, skip = [], False
    for word in args:
        if skip:
            skip = False
        elif word in ("--from", "--to", "--via", "--cell", "--max-waypoints"):
            skip = True
        else:
            kept.append(word)
    return kept


def problems_of(voyage, folder, program):
    found, lines = [], {}
    args = voyage["args"]
    for depart in voyage["departs"]:
        name = f"{depart.replace(':', '')}.geojson"
        plan = answer(program, folder, "plan", *args, "--depart", depart, "--output", name)
        if "no_route" in voyage:
            reason = (plan["no_route"] or {}).get("reason", "there is a route")
            if not re.search(voyage["no_route"], reason):
                found.append(f"{depart}: {reason}")
            continue
        if plan["status"] != "ok":
            found.append(f"{depart}: no route: {plan['no_route']['reason']}")
            continue
        lines[depart] = name
        planned = plan["routes"][0]
        if "gap" in voyage and not 0.0 <= 100.0 * planned["gap"] <= voyage["gap"]:
            found.append(f"{depart}: gap {100.0 * planned['gap']:.1f} %")
        if "waypoints" in voyage and len(planned["waypoints"]) > voyage["waypoints"]:
            found.append(f"{depart}: {len(planned['waypoints'])} waypoints")
        judged = answer(program, folder, "check", name, *split_places(args), "--depart", depart)
        for finding in judged["findings"]:
            if finding["severity"] == "violation":
                found.append(f"{depart}: {finding['code']}: {finding['message']}")
        route = judged["routes"][0]
        for quantity in ("duration_h", "distance_nmi"):
            if abs(route[quantity] - planned[quantity]) > SAME * planned[quantity]:
                found.append(f"{depart}: {quantity} {planned[quantity]} planned, {route[quantity]} checked")
        print(f"        {depart}: {planned['distance_nmi']:.0f} nmi, {planned['duration_h']:.1f} h, "
              f"gap {100.0 * planned['gap']:.1f} %, {len(planned['waypoints'])} waypoints")
    for day in lines:
        took = {}
        for planned_for, name in lines.items():
            judged = answer(program, folder, "check", name, *split_places(args), "--depart", day)
            broken = any(finding["severity"] == "violation" for finding in judged["findings"])
            took[planned_for] = math.inf if broken else judged["routes"][0]["duration_h"]
        if any(took[other] <= took[day] for other in lines if other != day):
            found.append(f"on {day} another day's line is no slower: {took}")
    return found


def main():
    program, cases, wanted = sys.argv[1:4]
    data = pathlib.Path(sys.argv[4]) if len(sys.argv) > 4 else None
    voyages = tomllib.loads(pathlib.Path(cases).read_text(encoding="utf-8"))["voyage"]
    voyages = [voyage for voyage in voyages if voyage["set"] == wanted]
    needs_data = any("{data}" in " ".join(voyage["args"]) or "unzip" in voyage for voyage in voyages)
    if needs_data and (data is None or not data.is_dir()):
        print("skipped: there are no real data here")
        return 77
    failed = 0
    for voyage in voyages:
        voyage["args"] = [word.replace("{data}", str(data)) for word in voyage["args"]]
        with tempfile.TemporaryDirectory(prefix="fairlead_voyage_") as folder:
            for archive in voyage.get("unzip", []):
                with zipfile.ZipFile(data / archive) as file:
                    file.extractall(folder)
            found = problems_of(voyage, folder, str(pathlib.Path(program).resolve()))
        print(("FAILED  " if found else "ok      ") + voyage["name"])
        for problem in found:
            print("        " + problem)
        failed += bool(found)
    print(f"{len(voyages)} voyages, {failed} failed")
    return 1 if failed or not voyages else 0


if __name__ == "__main__":
    sys.exit(main())
