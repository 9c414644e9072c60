#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Every figure of docs/benchmarks.md in one run; needs a release build with
# -DFAIRLEAD_BUILD_BENCHMARKS=ON (./dev bench makes one and calls this).
# Usage: tests/bench/run.sh [rounds [ICE_SERIES]]
#   rounds      of the interleaved comparison of searches on workload R1 (5)
#   ICE_SERIES  a season of daily ice concentration, e.g. the zip of 122 files of NSIDC-0081: times
#               whole voyages on it, with their peak memory
# scikit-image, SciPy and GRASS join in where they are installed (set PYTHON to the Python that has
# them: PYTHON=/usr/bin/python3 for the packages python3-skimage, python3-scipy and grass-core).
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${1:-5}
series=${2:-}
bin=build/release/bin
for program in fairlead fairlead_search_bench fairlead_refine_bench; do
    [[ -x $bin/$program ]] || {
        echo "not built: $bin/$program; ./dev bench builds it" >&2
        exit 2
    }
done
say() { printf '\n== %s\n' "$*"; }

say "searches, $rounds rounds"
"${PYTHON:-python3}" tests/bench/compare.py "$bin/fairlead_search_bench" "$rounds"
say "refinement"
"$bin/fairlead_refine_bench"
[[ -n $series ]] || exit 0

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
voyage() { # title, more arguments of plan
    local title=$1
    shift
    /usr/bin/time -o "$scratch/time" -f "%U s user, %S s system, %e s elapsed, %M KiB at most" \
        "$bin/fairlead" plan --layer sea_ice_concentration="$series" --layer sea_ice_thickness=1.0 \
        --vessel expedition_pc5 "$@" --json >"$scratch/answer.json" || true # no route is an answer
    printf '%-40s %s\n' "$title" "$(tail -n 1 "$scratch/time")"
}
year=$(basename "$series" | grep -oE '(19|20)[0-9]{2}' | head -n 1)
say "fairlead plan on $series, each twice (the second from the disk cache)"
for _ in 1 2; do
    voyage "Murmansk to the Bering Strait" --from Murmansk --to "Bering Strait" --depart "$year-07-15T00:00Z"
    voyage "the same in August" --from Murmansk --to "Bering Strait" --depart "$year-08-15T00:00Z"
done
