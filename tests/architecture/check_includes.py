#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the architecture: who may include whom, where third parties may be used, and that every
source begins with its SPDX line. Prints one line per violation; exit code 1 if there is any.

    check_includes.py [ROOT]
"""

import re
import sys
from pathlib import Path

# Lowest first: a folder of core/ may include itself and those before it.
LAYERS = ["base", "geo", "env", "vessel", "rules", "cost", "graph", "search", "route", "io", "plan",
          "study", "submit"]

# The same for gui/. Those in one set do not know each other.
GUI_LAYERS = [{"chart"}, {"document"}, {"session"}, {"models"}, {"view", "widgets"},
              {"panels", "dialogs", "report"}, {"app"}]

# Third parties: pattern of the header, who it is, folders where it may be included (none: tests only).
THIRD_PARTIES = [
    (r"proj\.h|geodesic\.h", "PROJ", ["core/geo"]),
    (r"geos_c\.h|geos/.*", "GEOS", ["core/geo"]),
    (r"boost/process/.*", "Boost.Process", ["core/submit"]),
    (r"boost/.*", "Boost", ["core/graph", "core/search"]),
    (r"(gdal|ogr|cpl_|vrt|gnm)\w*\.h", "GDAL", ["core/io", "data"]),
    (r"toml\+\+/.*", "toml++", ["core/io"]),
    (r"nlohmann/.*", "nlohmann-json", ["core/io"]),
    (r"pugixml\.hpp", "pugixml", ["core/io"]),
    (r"hdf5\.h", "HDF5", ["core/io"]),
    (r"zlib\.h", "zlib", ["core/io"]),
    (r"(oneapi/)?tbb/.*", "oneTBB", ["core/study"]),
    (r"muParser.*\.h", "muParser", ["core/cost"]),
    (r"pybind11/.*", "pybind11", ["python"]),
    (r"std(def|int)\.h", "the C standard library", ["include"]),
    (r"openssl/.*", "OpenSSL", ["core/base"]),
    (r"fairlead/model\.h", "the interface of models", ["core/io", "examples"]),
    (r"fmt/.*", "fmt", ["core", "cli", "gui", "python", "data"]),
    (r"CLI/.*", "CLI11", ["cli"]),
    (r"(QtWidgets|QtPrintSupport|QtConcurrent)/.*|Q(Widget|MainWindow|Application|Dialog)",
     "Qt Widgets", ["gui/app", "gui/models", "gui/view", "gui/panels", "gui/dialogs", "gui/widgets"]),
    (r"qcustomplot\.h", "QCustomPlot", ["gui/panels"]),  # GPL: nowhere else
    (r"(Qt\w+/)?Q[A-Z]\w*|QtGui|QtCore", "Qt", ["gui"]),
    (r"catch2/.*", "Catch2", []),
    (r"benchmark/.*", "Google Benchmark", []),
]
POSIX = {"unistd.h", "fcntl.h", "signal.h", "termios.h", "dlfcn.h", "poll.h", "glob.h", "fnmatch.h", "iconv.h", "malloc.h",
         "sys/types.h", "sys/eventfd.h", "sys/signalfd.h", "sys/stat.h", "sys/ioctl.h", "sys/wait.h", "sys/mman.h", "sys/prctl.h", "sys/resource.h"}
STANDARD = re.compile(r"[a-z_0-9]+")  # <vector>: no dot, no folder, no capital

# Licence by folder, longest match first; the rest is Apache.
LICENCES = [("gui/chart/", "Apache-2.0"), ("gui/CMakeLists.txt", "Apache-2.0"),
            ("gui/", "GPL-3.0-or-later"), ("", "Apache-2.0")]
SKIPPED_FOLDERS = {"build", "demo", ".git", ".cache"}
CPP = {".cpp", ".hpp", ".h", ".cc", ".cxx"}
HASH_COMMENT = {".py", ".sh", ".cmake"}
SCRIPTS = {"dev", ".ci/run", "CMakeLists.txt", ".clang-tidy"}
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:<([^>]+)>|"([^"]+)")')


def files_below(root):
    for path in sorted(root.rglob("*")):
        relative = path.relative_to(root)
        if path.is_file() and not SKIPPED_FOLDERS & set(relative.parts[:-1]):
            yield relative


def is_script(relative):
    return (relative.suffix in HASH_COMMENT or relative.as_posix() in SCRIPTS
            or relative.name in SCRIPTS)


def check_spdx(relative, lines):
    name = relative.as_posix()
    licence = next(text for folder, text in LICENCES if name.startswith(folder))
    comment = "//" if relative.suffix in CPP else "#"
    expected = f"{comment} SPDX-License-Identifier: {licence}"
    first = lines[1:2] if lines and lines[0].startswith("#!") else lines[:1]
    if first != [expected]:
        yield 1, f"the first line must be '{expected}'"


def layer_of(name):
    parts = name.split("/")
    return parts[1] if parts[0] == "core" and len(parts) > 2 else None


def gui_rank(folder):
    return next((rank for rank, layer in enumerate(GUI_LAYERS) if folder in layer), None)


def check_gui_include(name, included):
    own, other = name.split("/")[1], included.split("/")[1]
    if gui_rank(own) is None or gui_rank(other) is None:
        yield f'"{included}": {own if gui_rank(own) is None else other} is not in the list of layers of gui'
    elif own != other and gui_rank(other) >= gui_rank(own):
        yield f'"{included}": {own} is below {other} or beside it and must not include it'


def check_own_include(name, included, root):
    """An include in quotes: always from the root, never upwards."""
    part = name.split("/")[0]
    target = included.split("/")[0]
    if target not in ("core", "cli", "gui", "python", "tests", "data") or ".." in included.split("/"):
        yield f'"{included}": write the path from the root of the repository'
        return
    if not (root / included).is_file():
        yield f'"{included}": there is no such file'
    if part == "core":
        if target != "core":
            yield f'"{included}": core must not know {target}'
            return
        own, other = layer_of(name), layer_of(included)
        if own not in LAYERS or other not in LAYERS:
            yield f'"{included}": {own if own not in LAYERS else other} is not in the list of layers'
        elif LAYERS.index(other) > LAYERS.index(own):
            yield f'"{included}": {own} is below {other} and must not include it'
    elif part == "cli":
        if target == "gui" and not included.startswith("gui/chart/"):
            yield f'"{included}": of gui, cli may use the chart renderer only'
        elif target in ("python", "tests", "data"):
            yield f'"{included}": cli must not know {target}'
    elif part == "gui":
        if target in ("cli", "python", "tests", "data"):
            yield f'"{included}": gui must not know {target}'
        elif target == "gui":
            yield from check_gui_include(name, included)


def check_foreign_include(name, included):
    """An include in angle brackets: the standard library, POSIX, or a third party in its place."""
    for pattern, who, folders in THIRD_PARTIES:
        if re.fullmatch(pattern, included):
            if not name.startswith("tests/") and \
                    not any(name.startswith(folder + "/") for folder in folders):
                yield f"<{included}>: {who} belongs in {', '.join(folders) or 'tests'} only"
            return
    if included in POSIX or STANDARD.fullmatch(included):
        return
    yield f"<{included}>: not the standard library nor a third party that check_includes.py knows"


def check_cpp(name, lines, root):
    if name.endswith(".hpp") and "#pragma once" not in lines:
        yield 1, "a header needs #pragma once"
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        foreign, own = match.groups()
        problems = check_foreign_include(name, foreign) if foreign \
            else check_own_include(name, own, root)
        for problem in problems:
            yield number, problem


def violations(root):
    """All violations below `root` as 'file:line: what is wrong', in the order of the files."""
    root = Path(root)
    for relative in files_below(root):
        cpp = relative.suffix in CPP
        if not cpp and not is_script(relative):
            continue
        name = relative.as_posix()
        lines = (root / relative).read_text(encoding="utf-8").splitlines()
        found = list(check_spdx(relative, lines))
        if cpp:
            found += check_cpp(name, lines, root)
        for number, problem in found:
            yield f"{name}:{number}: {problem}"


def main():
    found = list(violations(sys.argv[1] if len(sys.argv) > 1 else "."))
    for line in found:
        print(line)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
