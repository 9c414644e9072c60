#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the manual page of the command line from its own help texts, so that it cannot say
something else than they do.

    make_man.py FAIRLEAD DATE OUTPUT
"""

import re
import subprocess
import sys

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December"]


def help_of(program, *command):
    answer = subprocess.run([program, *command, "--help"], check=True, capture_output=True,
                            text=True, encoding="utf-8")
    return answer.stdout.rstrip() + "\n"


def commands_in(text):
    """Names below the heading "Commands:" of the general help, in their order."""
    block = text.split("Commands:\n", 1)[1].split("\n\n", 1)[0]
    return re.findall(r"^  (\S+)  +", block, re.MULTILINE)


def roff(text):
    """As it stands: no character of it is a command to the typesetter."""
    lines = []
    for line in text.splitlines():
        line = line.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq") \
                   .replace("`", "\\(ga").replace("^", "\\(ha").replace("~", "\\(ti")
        lines.append("\\&" + line if line.startswith(".") else line)
    return "\n".join(lines)


def verbatim(text):
    return f".nf\n{roff(text)}\n.fi\n"


def page(program, date):
    general = help_of(program)
    version = subprocess.run([program, "--version"], check=True, capture_output=True,
                             text=True).stdout.split()[-1]
    commands = commands_in(general)
    if not commands:
        raise SystemExit("make_man.py: the general help names no commands")
    year, month, day = (int(part) for part in date.split("-"))
    parts = [f'.TH FAIRLEAD 1 "{day} {MONTHS[month - 1]} {year}" "Fairlead {version}" '
             '"User Commands"\n',
             ".SH NAME\nfairlead \\- plan routes of ships through ice\n",
             ".SH SYNOPSIS\n.B fairlead\n.I command\n.RI [ options ]\n",
             ".SH DESCRIPTION\n", verbatim(general)]
    for command in commands:
        parts.append(f".SH FAIRLEAD {command.upper()}\n")
        parts.append(verbatim(help_of(program, command)))
    parts.append(".SH ENVIRONMENT\n"
                 ".TP\n.B FAIRLEAD_DATA\nfolder of rules, ships, ports and palettes, in place of "
                 "the one that is installed\n"
                 ".TP\n.B FAIRLEAD_BUILT_DATA\nfolder of the coastline and the sample season\n")
    parts.append(".SH SEE ALSO\n.BR fairlead\\-gui (1)\n")
    return "".join(parts)


def main():
    program, date, output = sys.argv[1:]
    with open(output, "w", encoding="utf-8") as file:
        file.write(page(program, date))


if __name__ == "__main__":
    main()
