#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`study submit --engine local`: seven shards, one of them killed half way and one killed as often as
it is started; byte for byte the results of `study run`. Ctrl-C, and the sentences for what is wrong.

    submit_local_test.py PROGRAM
"""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import study_support as study

SUBMIT = ["submit", "study.toml", "--engine", "local", "--shards", "7"]


def started(program, folder, *words):
    return subprocess.Popen(
        [program, "study", *words], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def ended(process, expect):
    out, error = process.communicate(timeout=study.TIMEOUT_S)
    if process.returncode != expect:
        sys.exit(f"{process.args}: exit code {process.returncode}, expected {expect}\n{out}{error}")
    return out


def check_killed_shard(program, folder, undisturbed):
    out = folder / "killed"
    with started(program, folder, *SUBMIT, "--out", "killed") as process:
        had = study.kill_half_way(folder, out, 4, 7)
        said = ended(process, 0)
    if "shard 4/7 ended without finishing (killed by signal 9); start 2 of 3" not in said:
        sys.exit(f"a killed shard: {said}")
    if f"{study.ROUTES} of {study.ROUTES} routes done" not in said:
        sys.exit(f"the end of the study: {said}")
    if had > 30 or study.journal_lines(out, 4, 7) not in (35, 36):
        sys.exit(f"shard 4 had {had} lines when it was killed and has {study.journal_lines(out, 4, 7)}")
    if study.results(out) != undisturbed:
        sys.exit("results of a submitted study differ")


def check_given_up(program, folder, undisturbed):
    with started(program, folder, *SUBMIT, "--out", "lost", "--retries", "1") as process:
        study.kill_half_way(folder, folder / "lost", 2, 7, lines=1)
        study.kill_half_way(folder, folder / "lost", 2, 7, lines=2)
        said = ended(process, 75)
    if "shard 2/7 is not done: killed by signal 9; log: lost/submit/shard-2.log" not in said:
        sys.exit(f"a shard that is given up: {said}")
    if (folder / "lost/routes.csv").exists():
        sys.exit("a study that is not done was merged")
    study.run(program, folder, *SUBMIT, "--out", "lost")
    if study.results(folder / "lost") != undisturbed:
        sys.exit("results after a shard was given up differ")


def check_refused(program, folder):
    """A journal that another run holds: its shard says so in its log, and is not tried again."""
    with started(program, folder, "run", "study.toml", "--out", "held", "--shard", "5/7") as holder:
        study.stop_half_way(folder, folder / "held", 5, 7)
        with started(program, folder, *SUBMIT, "--out", "held") as process:
            said = ended(process, 3)
        holder.kill()
    if "shard 5/7 is not done: exit code 3; log: held/submit/shard-5.log" not in said or "shard 5/7 ended" in said:
        sys.exit(f"a shard that refuses: {said}")
    if "another run of this study has it open" not in (folder / "held/submit/shard-5.log").read_text():
        sys.exit("the log of a shard does not hold what it said")


def check_interrupted(program, folder, undisturbed):
    """No shard outlives the program, whether it is asked to stop or killed; the study goes on after."""
    out = folder / "stopped"
    for number, code in ((signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)):
        with started(program, folder, *SUBMIT, "--out", "stopped") as process:
            while not any(study.process_of_shard(folder, shard, 7) for shard in range(1, 8)):
                time.sleep(0.01)
            process.send_signal(number)
            said = ended(process, code)
        if code == 130 and "the same command goes on from here" not in said:
            sys.exit(f"{number.name}: {said}")
        deadline = time.monotonic() + 10
        while any(study.process_of_shard(folder, shard, 7) for shard in range(1, 8)):
            if time.monotonic() > deadline:
                sys.exit(f"{number.name}: a shard runs on")
            time.sleep(0.05)
    study.run(program, folder, *SUBMIT, "--out", "stopped")
    if study.results(out) != undisturbed:
        sys.exit("results after interruptions differ")


def check_sentences(program, folder):
    def refused(sentence, *words, code=3, **options):
        said = study.run(program, folder, *words, expect=code, **options).stderr
        if sentence not in said or said.count("\n") != 1:
            sys.exit(f"{words}: {said!r} does not say {sentence!r} in one line")

    local = ["submit", "study.toml", "--engine", "local", "--out", "bad"]
    refused("--shards", *local, "--shards", "0", code=2)
    refused("submit needs --engine and --shards", "submit", "study.toml", "--shards", "3", code=2)
    refused("submit needs --engine and --shards", *local, code=2)
    refused("--engine", "submit", "study.toml", "--engine", "pbs", "--shards", "3", code=2)
    refused("--no-follow is for --engine slurm", *local, "--shards", "3", "--no-follow", code=2)
    refused("--partition is for --engine slurm", *local, "--shards", "3", "--partition", "x", code=2)
    refused("--shard is for `study run`", *local, "--shards", "3", "--shard", "1/3", code=2)
    refused("for `study submit`", "run", "study.toml", "--shards", "3", code=2)
    refused(f"--shards 999 is more than the {study.ROUTES} routes", *local, "--shards", "999")
    (folder / "other.toml").write_text(study.STUDY.replace("2025-01-31", "2025-01-30"))
    refused(
        "killed holds another study's routes",
        "submit", "other.toml", "--engine", "local", "--shards", "3", "--out", "killed",
    )  # fmt: skip
    (folder / "plain").write_text("a file")
    refused("plain", "submit", "study.toml", "--engine", "local", "--shards", "3", "--out", "plain")
    if os.path.isdir("/proc/self"):
        refused("/proc/nowhere", "submit", "study.toml", "--engine", "local", "--shards", "3", "--out", "/proc/nowhere")
    if (folder / "bad").exists():
        sys.exit("a refused study made a folder")
    (folder / "empty").mkdir()
    refused(
        "sbatch is not on the PATH, so there is no Slurm to submit to; --engine local",
        "submit", "study.toml", "--engine", "slurm", "--shards", "3", "--out", "bad",
        env=dict(os.environ, PATH=str(folder / "empty")),
    )  # fmt: skip


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="fairlead-submit-") as scratch:
        folder = pathlib.Path(scratch).resolve()
        study.write_study(folder)
        study.run(program, folder, "run", "study.toml", "--out", "calm")
        undisturbed = study.results(folder / "calm")
        check_killed_shard(program, folder, undisturbed)
        check_given_up(program, folder, undisturbed)
        check_refused(program, folder)
        check_interrupted(program, folder, undisturbed)
        check_sentences(program, folder)


if __name__ == "__main__":
    main()
