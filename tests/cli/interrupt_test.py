#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A long plan on a terminal: the bar appears after half a second, Ctrl-C ends it at once with exit
code 130, and no file is left. The same away from a terminal: no bar.

    interrupt_test.py PROGRAM
"""

import os
import pathlib
import pty
import signal
import subprocess
import sys
import tempfile
import time

# Fine cells over a wide open sea: minutes of work.
LONG_PLAN = [
    "plan", "--layer", "sea_ice_concentration=0.2", "--layer", "sea_ice_thickness=0.4", "--coastline", "none",
    "--vessel", "sda", "--from", "72,10", "--to", "74,-170", "--depart", "2018-07-15", "--cell", "2",
    "--neighbours", "32", "--output", "never.geojson",
]  # fmt: skip
AT_ONCE_S = 3.0  # the promise is 0.2 s; the rest is for a busy machine


def interrupted(program, folder, signal_number, on_terminal):
    """Exit code, seconds from signal to end, what stderr got."""
    terminal, stderr = pty.openpty() if on_terminal else os.pipe()
    environment = dict(os.environ, TERM="xterm")
    with subprocess.Popen(
        [program, *LONG_PLAN], cwd=folder, stdout=subprocess.DEVNULL, stderr=stderr, env=environment
    ) as process:
        os.close(stderr)
        seen = b""
        deadline = time.monotonic() + 60.0
        if on_terminal:
            while b"%" not in seen and time.monotonic() < deadline:
                seen += os.read(terminal, 4096)
        else:
            time.sleep(2.0)
        if process.poll() is not None:
            raise AssertionError(f"the plan ended by itself ({process.returncode}): make it longer")
        sent = time.monotonic()
        process.send_signal(signal_number)
        process.wait(timeout=60.0)
        seconds = time.monotonic() - sent
        try:
            while chunk := os.read(terminal, 4096):
                seen += chunk
        except OSError:  # a terminal whose other end is gone
            pass
        os.close(terminal)
        return process.returncode, seconds, seen.decode(errors="replace")


def has_terminals():
    """Not in a container or chroot without /dev/pts."""
    try:
        ends = pty.openpty()
    except OSError as error:
        print(f"no pseudo-terminal to be had ({error}): the progress bar is not tested")
        return False
    for end in ends:
        os.close(end)
    return True


def main():
    on_terminals = (True, False) if has_terminals() else (False,)
    program = str(pathlib.Path(sys.argv[1]).resolve())
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        for on_terminal in on_terminals:
            with tempfile.TemporaryDirectory(prefix="fairlead_interrupt_") as folder:
                code, seconds, stderr = interrupted(program, folder, signal_number, on_terminal)
                left = os.listdir(folder)
            what = f"{signal_number.name} {'on' if on_terminal else 'off'} a terminal"
            print(f"{what}: exit code {code} after {seconds:.2f} s")
            assert code == 130, (what, code, stderr)
            assert seconds < AT_ONCE_S, (what, seconds)
            assert "stopped by the user" in stderr, (what, stderr)
            assert not left, (what, left)
            assert on_terminal or "%" not in stderr, (what, stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
