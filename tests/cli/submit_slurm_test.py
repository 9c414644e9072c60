#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`study submit --engine slurm` on a Slurm of this machine that lives as long as the test: a shard is
killed half way, another cancelled; byte for byte the results of `study run`. Exit code 77 where
Slurm is not installed.

    submit_slurm_test.py PROGRAM
"""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import slurm_cluster
import study_support as study

OUT = "out of 50% \"it's\" #1"  # what a shell, Slurm's directives and its file patterns could trip over


class Slurm:
    """Program, cluster and folder of the test, and what is asked of them."""

    def __init__(self, program, folder, cluster):
        self.program = program
        self.folder = folder
        self.environment = cluster.environment
        self.cluster = cluster

    def submit_words(self, out, *more, shards=7):
        return ["submit", "study.toml", "--engine", "slurm", "--shards", str(shards), "--out", out, *more]

    def run(self, out, *more, expect=0, shards=7):
        words = self.submit_words(out, *more, shards=shards)
        return study.run(self.program, self.folder, *words, expect=expect, env=self.environment)

    def start(self, out, *more):
        return subprocess.Popen(
            [self.program, "study", *self.submit_words(out, *more)],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def end(self, process, expect=0):
        out, error = process.communicate(timeout=study.TIMEOUT_S)
        if process.returncode != expect:
            sys.exit(f"exit code {process.returncode}, expected {expect}\n{out}{error}")
        return out

    def client(self, *words):
        return subprocess.run(words, env=self.environment, capture_output=True, text=True, check=True).stdout

    def queue(self):
        return [line.split("|") for line in self.client("squeue", "-h", "-r", "-o", "%F|%K|%T").split("\n") if line]


def job_of(said):
    """Of the first line "job 12: shards 1-7 of 7"."""
    return said.split("job ", 1)[1].split(":", 1)[0]


def check_killed_and_cancelled(slurm, undisturbed):
    out = slurm.folder / OUT
    with slurm.start(OUT) as process:
        study.kill_half_way(slurm.folder, out, 1, 7)
        first = process.stdout.readline()
        study.stop_half_way(slurm.folder, out, 2, 7)
        slurm.client("scancel", f"{job_of(first)}_2")
        said = first + slurm.end(process)
    for words in (
        "shards 1-7 of 7",
        "shard 1/7 ended without finishing (FAILED, killed by signal 9); start 2 of 3",
        "shard 2/7 ended without finishing (CANCELLED",
        f"{study.ROUTES} of {study.ROUTES} routes done",
    ):
        if words not in said:
            sys.exit(f"no {words!r} in: {said}")
    if study.results(out) != undisturbed:
        sys.exit("results of a submitted study differ")
    for log in ("shard-1.log", "shard-7.log", "merge.log"):
        if "routes" not in (out / "submit" / log).read_text():
            sys.exit(f"{log} does not hold what its task said")
    if slurm.queue():
        sys.exit(f"jobs are left: {slurm.queue()}")


def check_picked_up(slurm, undisturbed):
    """Submitted without following, submitted again while it waits, followed, left by Ctrl-C, followed."""
    slurm.client("scontrol", "update", "nodename=node", "state=drain", "reason=test")
    said = slurm.run("left", "--no-follow").stdout
    jobs = slurm.queue()
    if "scancel --name=fairlead-" not in said or len(jobs) != 8:
        sys.exit(f"--no-follow: {said}{jobs}")
    again = slurm.run("left", "--no-follow").stdout
    if "picked up: of 7 shards 0 are done, 7 run or wait" not in again or slurm.queue() != jobs:
        sys.exit(f"submitted twice: {again}{slurm.queue()}")
    other = slurm.run("left", "--no-follow", expect=3, shards=5).stderr
    if "plans it in 7 shards now, not in 5 shards" not in other:
        sys.exit(f"another number of shards: {other}")
    with slurm.start("left") as process:
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        said = slurm.end(process, 130)
    if "The jobs go on; the same command follows them again, and scancel --name=" not in said or slurm.queue() != jobs:
        sys.exit(f"Ctrl-C: {said}{slurm.queue()}")
    slurm.client("scontrol", "update", "nodename=node", "state=resume")
    slurm.run("left")
    if study.results(slurm.folder / "left") != undisturbed:
        sys.exit("results of a study that was picked up differ")


def check_by_hand(slurm, undisturbed):
    """The scripts in the folder do the same without this program."""
    left = slurm.folder / "left"
    for part in (*(left / "journal").iterdir(), left / "routes.csv"):
        part.unlink()
    job = slurm.client("sbatch", "--parsable", str(left / "submit/shards.sh")).strip()
    slurm.client("sbatch", f"--dependency=afterok:{job}", str(left / "submit/merge.sh"))
    while slurm.queue():
        time.sleep(0.1)
    if study.results(left) != undisturbed:
        sys.exit("results of the scripts differ")


def check_given_up(slurm):
    with slurm.start("lost", "--retries", "0") as process:
        study.kill_half_way(slurm.folder, slurm.folder / "lost", 1, 7)
        said = slurm.end(process, 75)
    if "shard 1/7 is not done: FAILED, killed by signal 9; log: lost/submit/shard-1.log" not in said:
        sys.exit(f"a shard that is given up: {said}")
    if (slurm.folder / "lost/routes.csv").exists() or slurm.queue():
        sys.exit(f"a study that is not done was merged, or jobs are left: {slurm.queue()}")


def check_sentences(slurm):
    for more, sentence in ((["--partition", "nowhere"], "Slurm refuses: sbatch: error: invalid partition"),
                           (["--time", "late"], "Slurm refuses: sbatch: error: Invalid --time")):  # fmt: skip
        said = slurm.run("refused", *more, expect=3).stderr
        if sentence not in said or said.count("\n") != 1:
            sys.exit(f"{more}: {said}")
    if slurm.queue():
        sys.exit(f"a refused study left jobs: {slurm.queue()}")


def main():
    missing = slurm_cluster.missing_programs()
    if missing:
        print(f"Slurm is not installed here: no {', '.join(missing)}")
        sys.exit(77)
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="fairlead-slurm-") as scratch:
        folder = pathlib.Path(scratch).resolve()
        (folder / "cluster").mkdir()
        (folder / "study").mkdir()
        study.write_study(folder / "study")
        study.run(program, folder / "study", "run", "study.toml", "--out", "calm")
        undisturbed = study.results(folder / "study/calm")
        cluster = slurm_cluster.SlurmCluster(folder / "cluster", os.cpu_count())
        try:
            with cluster:
                slurm = Slurm(program, folder / "study", cluster)
                check_killed_and_cancelled(slurm, undisturbed)
                check_picked_up(slurm, undisturbed)
                check_by_hand(slurm, undisturbed)
                check_given_up(slurm)
                check_sentences(slurm)
        except slurm_cluster.DoesNotStart as problem:
            print(f"Slurm does not start on this machine: {problem}")
            sys.exit(77)
        left = cluster.processes()
        if left:
            sys.exit(f"processes are left: {left}")


if __name__ == "__main__":
    main()
