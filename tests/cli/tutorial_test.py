#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Follows a page of docs/ to the letter: writes its files, runs its commands, compares its outputs.

    tutorial_test.py PROGRAM SOURCE_FOLDER PAGE.md

A fence with a word after its language is a file of that name; one of examples/models must be the same
there. ```sh is run, every command must succeed; ```output holds lines that the commands
before it print, in that order, among others; "..." stands for anything.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def missing_line(expected, printed):
    """The first expected line that is not printed after the one before it."""
    at = 0
    for line in expected.splitlines():
        pattern = ".*".join(re.escape(part.strip()) for part in line.strip().split("..."))
        found = re.compile(pattern.replace("\\ ", " ").replace(" ", r"\s+")).search(printed, at)
        if not found:
            return line
        at = found.end()
    return None


def main():
    program, sources, page = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    environment = dict(os.environ, PATH=f"{program.parent}:{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}",
                       CPATH=str(sources / "include"),
                       PYTHONPATH=str(program.parent.parent / "python"), PYTHONDONTWRITEBYTECODE="1")
    commands = 0
    with tempfile.TemporaryDirectory() as folder:
        printed = ""
        for language, name, text in FENCE.findall(page.read_text(encoding="utf-8")):
            if name:
                example = sources / "examples" / "models" / name
                if example.exists() and example.read_text(encoding="utf-8") != text:
                    sys.exit(f"{name}: not the same as {example}")
                pathlib.Path(folder, name).write_text(text, encoding="utf-8")
            elif language == "sh":
                printed = ""
                for command in text.strip().splitlines():
                    done = subprocess.run(command, shell=True, cwd=folder, env=environment, text=True,
                                          capture_output=True, timeout=240, check=False)
                    if done.returncode != 0:
                        sys.exit(f"{command}\nexit code {done.returncode}\n{done.stdout}{done.stderr}")
                    printed += done.stdout
                    commands += 1
            elif language == "output":
                line = missing_line(text, printed)
                if line is not None:
                    sys.exit(f"not printed: {line}\nbut:\n{printed}")
    if commands == 0:
        sys.exit(f"{page}: no command to run")
    print(f"{page.name}: {commands} commands")


if __name__ == "__main__":
    main()
