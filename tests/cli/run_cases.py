#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the command line over the cases of a TOML file and compares what people and programs see.

    run_cases.py PROGRAM CASES.toml [--only TEXT]

Each [[case]] runs in an empty folder of its own:

    name    what is shown
    files   texts to put there first, by name
    slices  NSIDC-like daily grids (.bin, 304 x 448 cells) to put there first, by name: the code of
            every cell (0..250: concentration / 250; 251 pole hole, 254 land, 255 missing), or
            "A/B" for code A in the upper and B in the lower half; "A/cut" leaves the lower half out
    args    the command line
    exit    the exit code
    stdout, stderr    regular expressions (multi-line), each of which must match somewhere
    no_stdout, no_stderr    regular expressions that must not match
    largest_file  bytes beyond which the system lets no file grow, as on a full disk
    present, absent   names of files that must be there, or not, afterwards
    contains   regular expressions, by name of a file that must be there and match each afterwards
    json    true: stdout must be one JSON object
    widest  greatest number of columns of stdout (default 100)
"""

import argparse
import datetime
import json
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import tomllib

COLUMNS, ROWS, HEADER = 304, 448, 300
TIMEOUT_S = 240


def slice_bytes(name, text):
    """An NSIDC-0051 file: the header fields that readers look at, then one byte a cell. The day is
    the one in the name, as in nt_20180715_f18_nrt_n.bin."""
    upper, _, lower = text.partition("/")
    day = datetime.datetime.strptime(re.search(r"\d{8}", name).group(), "%Y%m%d")
    header = bytearray(HEADER)
    for offset, field in (
        (0, "00255"),
        (6, f"{COLUMNS:>5}"),
        (12, f"{ROWS:>5}"),
        (24, " 39.43"),
        (102, f"{day.year:>5}"),
        (108, f"{day.timetuple().tm_yday:>5}"),
        (126, "TEST nrt"),
    ):
        header[offset : offset + len(field)] = field.encode()
    half = COLUMNS * ROWS // 2
    below = b"" if lower == "cut" else bytes([int(lower or upper)]) * half
    return bytes(header) + bytes([int(upper)]) * half + below


def problems_of(case, folder, program):
    for name, text in case.get("files", {}).items():
        (folder / name).write_text(text, encoding="utf-8")
    for name, text in case.get("slices", {}).items():
        (folder / name).write_bytes(slice_bytes(name, text))
    limit = case.get("largest_file")
    done = subprocess.run(
        [program, *case["args"]],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
        preexec_fn=limit and (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))),
    )
    found = []
    if done.returncode != case["exit"]:
        found.append(f"exit code {done.returncode}, expected {case['exit']}")
    for stream, text in (("stdout", done.stdout), ("stderr", done.stderr)):
        for pattern in case.get(stream, []):
            if not re.search(pattern, text, re.MULTILINE):
                found.append(f"{stream} does not match {pattern!r}")
        for pattern in case.get("no_" + stream, []):
            if re.search(pattern, text, re.MULTILINE):
                found.append(f"{stream} matches {pattern!r}")
    for name in case.get("present", []):
        if not (folder / name).is_file() or (folder / name).stat().st_size == 0:
            found.append(f"{name} is not there")
    for name, patterns in case.get("contains", {}).items():
        written = folder / name
        text = written.read_text(encoding="utf-8") if written.is_file() else ""
        for pattern in patterns:
            if not re.search(pattern, text, re.MULTILINE):
                found.append(f"{name} does not match {pattern!r}")
    for name in case.get("absent", []):
        if (folder / name).exists():
            found.append(f"{name} is there")
    if list(folder.glob("*.part*")):
        found.append("a half-written file was left")
    if case.get("json"):
        try:
            json.loads(done.stdout)
        except ValueError as problem:
            found.append(f"stdout is not JSON: {problem}")
    elif case.get("widest", 100):
        wide = [line for line in done.stdout.splitlines() if len(line) > case.get("widest", 100)]
        if wide:
            found.append(f"a line of {len(wide[0])} columns: {wide[0]}")
    # What is wrong with one of several files stands in the report of inspect itself.
    reported = (
        case["args"][:1] == ["inspect"]
        and not done.stderr
        and re.search(r'^  problem  |^   "problems": \["', done.stdout, re.MULTILINE) is not None
    )
    if done.returncode not in (0, 4, 5) and done.stderr.count("\n") != 1 - reported:
        found.append("the error is not one line")
    if found:
        found += ["stdout: " + done.stdout[-2000:], "stderr: " + done.stderr[-2000:]]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("cases", type=pathlib.Path)
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    program = str(pathlib.Path(arguments.program).resolve())
    cases = tomllib.loads(arguments.cases.read_text(encoding="utf-8"))["case"]
    failed = ran = 0
    for case in cases:
        if arguments.only not in case["name"]:
            continue
        ran += 1
        with tempfile.TemporaryDirectory(prefix="fairlead_cli_") as folder:
            found = problems_of(case, pathlib.Path(folder), program)
        print(("FAILED  " if found else "ok      ") + case["name"])
        for problem in found:
            print("        " + problem.replace("\n", "\n        "))
        failed += bool(found)
    print(f"{ran} cases, {failed} failed")
    return 1 if failed or not ran else 0


if __name__ == "__main__":
    sys.exit(main())
