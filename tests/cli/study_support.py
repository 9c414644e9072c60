# SPDX-License-Identifier: Apache-2.0
"""What the tests of studies share: a sea and a study of a few hundred routes, runs of the program, and
shards that are killed when they are half way."""

import os
import pathlib
import signal
import subprocess
import sys
import time

SEA = """
[[layer]]
variable = "sea_ice_concentration"
value = {concentration}
[[layer]]
variable = "sea_ice_thickness"
value = 1.0
"""
STUDY = """
name = "In shards"
scenarios = ["open.toml", "ice.toml"]
ships = ["bulk_carrier_no_ice_class", "arc7_lng_carrier"]
objectives = ["time", "fuel"]
coastline = "none"
[grid]
cell_km = 25
[departures]
from = 2025-01-01
until = 2025-01-31
[[voyage]]
from = "72,-5"
to = "84,60"
"""
ROUTES = 2 * 2 * 2 * 31
RESULTS = ["routes.csv", "routes.jsonl", "routes.gpkg", "manifest.csv", "inputs.csv"]
TIMEOUT_S = 240


def write_study(folder):
    (folder / "open.toml").write_text(SEA.format(concentration=0.0))
    (folder / "ice.toml").write_text(SEA.format(concentration=0.9))
    (folder / "study.toml").write_text(STUDY)


def run(program, folder, *words, expect=0, **options):
    done = subprocess.run(
        [program, "study", *words], cwd=folder, capture_output=True, text=True, timeout=TIMEOUT_S, **options
    )
    if done.returncode != expect:
        sys.exit(f"{words}: exit code {done.returncode}, expected {expect}\n{done.stdout}{done.stderr}")
    return done


def results(folder):
    return [(folder / name).read_bytes() for name in RESULTS]


def journal_lines(out, shard, shards):
    journal = out / f"journal/{shard}-of-{shards}.jsonl"
    return journal.read_bytes().count(b"\n") if journal.exists() else 0


def process_of_shard(folder, shard, shards):
    """The one that plans it, below this folder."""
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")
            is_here = pathlib.Path(os.readlink(entry / "cwd")) == folder
        except OSError:
            continue
        if is_here and b"run" in words and f"{shard}/{shards}".encode() in words:
            return int(entry.name)
    return None


def stop_half_way(folder, out, shard, shards, lines=3):
    """The shard's process, stopped once its journal has so many lines. It runs for a moment at a time, so
    that it does not come to its end while nobody looks."""
    deadline = time.monotonic() + TIMEOUT_S
    while time.monotonic() < deadline:
        process = process_of_shard(folder, shard, shards)
        if process is not None:
            try:
                os.kill(process, signal.SIGSTOP)
                if journal_lines(out, shard, shards) >= lines:
                    return process
                os.kill(process, signal.SIGCONT)
            except ProcessLookupError:
                pass
        time.sleep(0.005)
    sys.exit(f"shard {shard}/{shards} never came half way")


def kill_half_way(folder, out, shard, shards, lines=3):
    """SIGKILL to the shard once its journal has so many lines; tells how many it had."""
    process = stop_half_way(folder, out, shard, shards, lines)
    had = journal_lines(out, shard, shards)
    os.kill(process, signal.SIGKILL)
    return had
