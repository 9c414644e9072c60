#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Search benchmarks on workload R1, all programs in one interleaved run, CPU time.
# Usage: tests/bench/run.sh [rounds]; needs a release build with -DFAIRLEAD_BUILD_BENCHMARKS=ON.
# scikit-image, SciPy and GRASS join in where they are installed (set PYTHON to the Python that has
# them: PYTHON=/usr/bin/python3 for the packages python3-skimage, python3-scipy and grass-core).
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${1:-5}
bench=build/release/bin/fairlead_search_bench
[ -x "$bench" ] || {
    echo "build it first: cmake --preset release -DFAIRLEAD_BUILD_BENCHMARKS=ON && cmake --build build/release --target fairlead_search_bench" >&2
    exit 2
}
"${PYTHON:-python3}" tests/bench/compare.py "$bench" "$rounds"
