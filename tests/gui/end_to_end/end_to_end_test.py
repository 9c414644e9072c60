#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""From the first start to an exported route, by the mouse and the keys of a real X server.

    end_to_end_test.py FAIRLEAD_GUI FAIRLEAD

What the program does is seen from outside alone: windows by their titles, edits by the journal that
recovery reads, routes by the files that are exported and the command line that reads them back.
Exit code 77 where Xvfb or xdotool is missing.
"""

import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

PATIENCE_S = 240.0  # a debug build under sanitizers on a busy machine
WINDOW = (1600, 1000)
BARENTS_SEA = (979, 423)  # pixel of open water while the sample voyage is shown
CHART_MIDDLE = (760, 360)


class Failed(Exception):
    pass


def wait_for(what, condition, patience_s=PATIENCE_S):
    """What the condition gives, as soon as it gives something."""
    deadline = time.monotonic() + patience_s
    while time.monotonic() < deadline:
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    raise Failed(f"waited {patience_s:.0f} s for {what}")


class Display:
    """An X server of our own, with a mouse and a keyboard."""

    def __init__(self):
        reading, writing = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WINDOW[0]}x{WINDOW[1]}x24", "-nolisten", "tcp"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as number:
            self.name = f":{number.readline().strip()}"

    def xdotool(self, *arguments):
        environment = dict(os.environ, DISPLAY=self.name)
        answer = subprocess.run(["xdotool", *arguments], env=environment, capture_output=True, text=True, check=False)
        return answer.stdout

    def window(self, title):
        found = self.xdotool("search", "--onlyvisible", "--name", title).split()
        return found[-1] if found else None

    def keys(self, *names):
        self.xdotool("key", "--delay", "60", *names)
        time.sleep(0.3)

    def type(self, text):
        self.xdotool("type", "--delay", "30", text)
        time.sleep(0.5)

    def click(self, place):
        self.xdotool("mousemove", str(place[0]), str(place[1]))
        time.sleep(0.2)
        self.xdotool("click", "1")
        time.sleep(0.3)

    def drag(self, start, end):
        self.xdotool("mousemove", str(start[0]), str(start[1]), "mousedown", "1")
        steps = 8
        for step in range(1, steps + 1):
            x, y = (start[i] + (end[i] - start[i]) * step // steps for i in (0, 1))
            self.xdotool("mousemove", str(x), str(y))
            time.sleep(0.05)
        self.xdotool("mouseup", "1")

    def close(self):
        self.server.terminate()
        self.server.wait()


class Desktop:
    """The program on its first start, in a home of its own."""

    def __init__(self, program, display, home):
        self.display = display
        self.home = home
        for folder in ("config", "data", "run"):
            (home / folder).mkdir(mode=0o700)
        environment = dict(
            os.environ,
            DISPLAY=display.name,
            QT_QPA_PLATFORM="xcb",
            HOME=str(home),
            LANG="C.UTF-8",
            LSAN_OPTIONS="print_suppressions=0",  # of a sanitized build: what is expected is not said
            XDG_CONFIG_HOME=str(home / "config"),
            XDG_DATA_HOME=str(home / "data"),
            XDG_RUNTIME_DIR=str(home / "run"),
        )
        self.log = open(home / "log.txt", "w", encoding="utf-8")
        self.process = subprocess.Popen([program], env=environment, stdout=self.log, stderr=self.log)

    def show(self):
        window = wait_for("the window", lambda: self.running() and self.display.window("Fairlead"))
        self.display.xdotool("windowmove", window, "0", "0", "windowsize", window, str(WINDOW[0]), str(WINDOW[1]))
        self.focus(window)
        return window

    def focus(self, window):
        self.display.xdotool("windowfocus", window)
        time.sleep(0.5)

    def running(self):
        if self.process.poll() is not None:
            raise Failed(f"the program ended with {self.process.returncode}")
        return True

    def voyage(self):
        """As the last line of the journal has it; nothing before the first edit."""
        self.running()
        journals = list((self.home / "data" / "Fairlead" / "journal").glob("*.journal"))
        lines = journals[0].read_text(encoding="utf-8").splitlines() if journals else []
        for line in reversed(lines[1:]):  # a checksum and an object each
            try:
                return json.loads(line.partition(" ")[2])
            except json.JSONDecodeError:
                continue  # still being written
        return None

    def points(self, fixed_only=True):
        voyage = self.voyage() or {"points": []}
        return [point for point in voyage["points"] if point["fixed"] or not fixed_only]

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.log.close()


def waypoints_by(fairlead, file):
    """Of a route file, as the command line reads it back."""
    out = file.with_suffix(".csv")
    subprocess.run([fairlead, "convert", str(file), str(out)], check=True, capture_output=True)
    with out.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(row for row in rows if not row.startswith("#")))


def export(desktop, window, file):
    display = desktop.display
    display.keys("ctrl+e")
    dialog = wait_for("the export dialog", lambda: display.window("Export route"))
    desktop.focus(dialog)
    display.keys("alt+f", "ctrl+a")
    display.type(str(file))
    display.keys("Return")
    wait_for(f"{file.name}", file.exists)
    display.keys("Escape")
    desktop.focus(window)


def first_start_to_exported_route(desktop, fairlead):
    display = desktop.display
    window = desktop.show()
    wait_for("the sample voyage", lambda: desktop.voyage() is not None or display.window("Murmansk"))

    # Two places: one by the mouse, one by its name.
    display.keys("ctrl+n", "n")
    display.click(BARENTS_SEA)
    wait_for("the departure", lambda: len(desktop.points()) == 1)
    display.keys("slash")
    display.type("Longyearbyen")
    display.keys("Return")
    wait_for("the destination", lambda: [p["name"] for p in desktop.points()][1:] == ["Longyearbyen"])

    display.keys("ctrl+r")
    wait_for("a planned line", lambda: "line_by" in (desktop.voyage() or {}))
    planned = desktop.points(fixed_only=False)
    if len(planned) <= 2:
        raise Failed("the planned line has no waypoint of its own on the way into the fjord")

    # A waypoint is added, moved, and taken back.
    display.keys("Home", "n")
    time.sleep(1.0)
    display.click(CHART_MIDDLE)
    wait_for("a third place", lambda: len(desktop.points()) == 3)
    before = desktop.points()[-1]
    display.keys("e")
    display.drag(CHART_MIDDLE, (CHART_MIDDLE[0] + 60, CHART_MIDDLE[1] + 40))
    wait_for("the waypoint to move", lambda: desktop.points()[-1]["longitude_deg"] != before["longitude_deg"])
    wait_for("the line to be found anew", lambda: all(p["leg_found"] for p in desktop.points(fixed_only=False)[1:]))
    for _ in range(2):
        display.keys("ctrl+z")
    wait_for("the line as it was planned", lambda: desktop.points(fixed_only=False) == planned)

    file = desktop.home / "exported.rtz"
    export(desktop, window, file)
    exported = waypoints_by(fairlead, file)
    if len(exported) != len(planned):
        raise Failed(f"{file.name} has {len(exported)} waypoints, the line has {len(planned)}")

    project = desktop.home / "saved.fairlead"
    display.keys("ctrl+s")
    dialog = wait_for("the dialog to save", lambda: display.window("Save voyage"))
    desktop.focus(dialog)
    display.keys("ctrl+a")
    display.type(str(project))
    display.keys("Return")
    wait_for("the project file", project.exists)
    desktop.focus(window)
    display.keys("ctrl+q")
    wait_for("the program to end", lambda: desktop.process.poll() is not None)
    if desktop.process.returncode != 0:
        raise Failed(f"the program ended with {desktop.process.returncode}")
    if (desktop.home / "log.txt").stat().st_size > 0:
        raise Failed("the program wrote to its terminal")
    if list((desktop.home / "data" / "Fairlead" / "journal").glob("*.journal")):
        raise Failed("a journal was left after an orderly end")


def main():
    program, fairlead = sys.argv[1:3]
    for tool in ("Xvfb", "xdotool"):
        if shutil.which(tool) is None:
            print(f"skipped: {tool} is not installed")
            return 77
    display = Display()
    with tempfile.TemporaryDirectory() as folder:
        desktop = Desktop(program, display, pathlib.Path(folder))
        try:
            first_start_to_exported_route(desktop, fairlead)
        except Failed as failure:
            print(f"failed: {failure}")
            print((pathlib.Path(folder) / "log.txt").read_text(encoding="utf-8"))
            return 1
        finally:
            desktop.close()
            display.close()
    print("passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
