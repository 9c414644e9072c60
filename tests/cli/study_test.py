#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A study that is killed at least twenty times and goes on each time, one on two threads and one in
seven shards, two of them killed: byte for byte the results of one that nobody disturbed. Then the
sentences for what is wrong with a study or its folder.

    study_test.py PROGRAM
"""

import pathlib
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time

from study_support import SEA, results, run

STUDY = """
name = "Across open water and ice"
scenarios = ["open.toml", "ice.toml", "absent.toml"]
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
both_ways = true
"""
KILLS = 20


def lines_of_journals(folder):
    return sum(file.read_bytes().count(b"\n") for file in (folder / "journal").glob("*.jsonl"))


def killed_run(program, folder, words, out, more_lines):
    """Starts a run and kills it when its journals have grown by so many lines. False: it was done before."""
    before = lines_of_journals(out)
    with subprocess.Popen([program, "study", *words], cwd=folder, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None and lines_of_journals(out) < before + more_lines:
            time.sleep(0.001)
        if process.poll() is not None:
            return False
        process.send_signal(signal.SIGKILL)
    return True


def check_killed(program, folder, undisturbed, total):
    dice = random.Random(4)
    out = folder / "killed"
    kills = 0
    # A few lines each time, and at least as many times as asked for.
    while killed_run(program, folder, ["run", "study.toml", "--out", "killed"], out, dice.randint(1, total // 30)):
        kills += 1
    if kills < KILLS:
        sys.exit(f"killed {kills} times only: the study is too short for this test")
    run(program, folder, "run", "study.toml", "--out", "killed")
    if lines_of_journals(out) != total:
        sys.exit(f"{lines_of_journals(out)} lines for {total} routes: some were planned twice")
    if results(out) != undisturbed:
        sys.exit("a killed study's results differ")


def check_shards(program, folder, undisturbed):
    for shard in (7, 2, 1, 3, 6, 5, 4):
        words = ["run", "study.toml", "--out", "shards", "--shard", f"{shard}/7"]
        if shard in (2, 6):
            killed_run(program, folder, words, folder / "shards", 5)
            refused = run(program, folder, "merge", "study.toml", "--out", "shards", expect=3)
            if "not done" not in refused.stderr:
                sys.exit(f"merge of an unfinished study: {refused.stderr}")
        run(program, folder, *words)
    run(program, folder, "merge", "study.toml", "--out", "shards")
    if results(folder / "shards") != undisturbed:
        sys.exit("a sharded study's results differ")


def check_threads(program, folder, undisturbed):
    run(program, folder, "run", "study.toml", "--out", "threads", "--threads", "2")
    if results(folder / "threads") != undisturbed:
        sys.exit("results on two threads differ")


def check_full_disk(program, folder, undisturbed):
    """Files that may not grow any more stand in for the disk."""

    def few_bytes():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    full = run(program, folder, "run", "study.toml", "--out", "full", expect=3, preexec_fn=few_bytes)
    if "1-of-1.jsonl: cannot be written" not in full.stderr or full.stderr.count("\n") != 1:
        sys.exit(f"full disk: {full.stderr}")
    journal = (folder / "full/journal/1-of-1.jsonl").read_bytes()
    if not journal.endswith(b"\n") or len(journal) < 100_000:
        sys.exit("full disk: the journal does not end with a whole line, or lost some")
    run(program, folder, "run", "study.toml", "--out", "full")
    if results(folder / "full") != undisturbed:
        sys.exit("results after a full disk differ")


def check_kinds(program, folder):
    """Every kind that comes ready is a study as it stands, and overwrites nothing."""
    kinds = {"departure-window": 154, "hindcast": 156, "ship-comparison": 156, "cost-model-comparison": 117, "forecast-value": 72}
    for kind, routes in kinds.items():
        if run(program, folder, "new", kind).stdout != f"{kind}.toml\n":
            sys.exit(f"study new {kind} does not name its file")
        said = run(program, folder, "merge", f"{kind}.toml", expect=3).stderr
        if f"{routes} of {routes} routes are not done" not in said:
            sys.exit(f"the study of kind {kind}: {said}")
    run(program, folder, "new", "hindcast", "--out", "mine.toml")
    if (folder / "mine.toml").read_bytes() != (folder / "hindcast.toml").read_bytes():
        sys.exit("study new --out writes something else")


def check_sentences(program, folder):
    def refused(sentence, *words, code=3):
        said = run(program, folder, *words, expect=code).stderr
        if sentence not in said or said.count("\n") != 1:
            sys.exit(f"{words}: {said!r} does not say {sentence!r} in one line")

    refused("hindcast.toml exists; name another file", "new", "hindcast")
    refused("'forecast' is no kind of study; there are cost-model-comparison, departure", "new", "forecast")
    refused("study.tomlx", "run", "study.tomlx")
    (folder / "wrong.toml").write_text(STUDY.replace("cell_km = 25", "cell_km = -25"))
    refused("wrong.toml:8: cell_km", "run", "wrong.toml")
    refused("--shard '8/7' is not", "run", "study.toml", "--shard", "8/7", code=2)
    (folder / "other.toml").write_text(STUDY.replace("2025-01-31", "2025-01-30"))
    refused("holds another study's routes", "run", "other.toml", "--out", "threads")
    (folder / "ice.toml").write_text(SEA.format(concentration=0.8))
    refused("ice.toml has changed since the study began", "run", "study.toml", "--out", "threads")
    (folder / "plain").write_text("a file")
    refused("plain", "run", "study.toml", "--out", "plain")


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="fairlead-study-") as scratch:
        folder = pathlib.Path(scratch)
        (folder / "open.toml").write_text(SEA.format(concentration=0.0))
        (folder / "ice.toml").write_text(SEA.format(concentration=0.9))
        (folder / "study.toml").write_text(STUDY)
        said = run(program, folder, "run", "study.toml", "--out", "calm", "--threads", "1").stdout
        undisturbed = results(folder / "calm")
        total = 3 * 2 * 2 * 2 * 31
        if f"{total} of {total} routes done" not in said or lines_of_journals(folder / "calm") != total:
            sys.exit(f"the undisturbed study says: {said}")
        check_killed(program, folder, undisturbed, total)
        check_threads(program, folder, undisturbed)
        check_shards(program, folder, undisturbed)
        check_full_disk(program, folder, undisturbed)
        check_kinds(program, folder)
        check_sentences(program, folder)


if __name__ == "__main__":
    main()
