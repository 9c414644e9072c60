#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Every figure of docs/benchmarks.md in one run, with what was asked for and whether it is met; needs
# a release build with -DFAIRLEAD_BUILD_BENCHMARKS=ON (./dev bench makes one and calls this).
# Usage: tests/bench/run.sh [rounds [ICE_SERIES [ICE_FILE]]]
#   rounds      of the interleaved comparison of searches on workload R1 (5)
#   ICE_SERIES  a season of daily ice concentration, e.g. the zip of 122 files of NSIDC-0081: times
#               its reading, and whole voyages on it with their peak memory
#   ICE_FILE    one field that the chart shows, e.g. AMSR2 of 6.25 km; without it the chart has no ice
# scikit-image, SciPy and GRASS join in where they are installed (set PYTHON to the Python that has
# them: PYTHON=/usr/bin/python3 for the packages python3-skimage, python3-scipy and grass-core).
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${1:-5}
series=${2:-}
ice_file=${3:-}
bin=build/release/bin
for program in fairlead fairlead_search_bench fairlead_refine_bench fairlead_land_bench fairlead_mesh_bench; do
    [[ -x $bin/$program ]] || {
        echo "not built: $bin/$program; ./dev bench builds it" >&2
        exit 2
    }
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
say() { printf '\n== %s\n' "$*"; }

# Runs a program, whose answer goes to $scratch/answer; then `taken` are its CPU seconds, `kib` the
# most memory it held. Exit code 4 (no route) is an answer too.
timed() {
    local code=0
    /usr/bin/time -o "$scratch/time" -f "%U %S %M" "$@" >"$scratch/answer" || code=$?
    ((code == 0 || code == 4)) || exit "$code"
    read -r taken kib < <(tail -n 1 "$scratch/time" | awk '{ print $1 + $2, $3 }')
}
goal() { # what, value, limit
    awk -v what="$1" -v value="$2" -v limit="$3" 'BEGIN {
        printf "%-66s %7.2f <= %-4s %s\n", what, value, limit, value <= limit ? "met" : "NOT MET" }'
}
figure() { printf '%-66s %7.2f s %6d MiB\n' "$1" "$taken" "$((kib / 1024))"; }

say "searches, $rounds rounds"
"${PYTHON:-python3}" tests/bench/compare.py "$bin/fairlead_search_bench" "$rounds"
say "refinement"
"$bin/fairlead_refine_bench"
say "coastline, land index and land-safe arcs of the whole Arctic at 12.5 km"
"$bin/fairlead_land_bench" 2>/dev/null
say "Meshes of PolarRoute: its totals and ours (nothing where its cases are not here)"
"$bin/fairlead_mesh_bench"
if compgen -G "build/release/python/fairlead/_engine*" >/dev/null; then
    say "cost models on the sample voyage at 12.5 km, $rounds rounds"
    PYTHONPATH=build/release/python /usr/bin/python3 tests/bench/model_bench.py build/release/models "$rounds"
fi
if [[ -x $bin/fairlead_chart_bench ]]; then # not where Qt's widgets are missing
    say "the chart of the desktop, offscreen, 1600 x 1000"
    "$bin/fairlead_chart_bench" ${ice_file:+"$ice_file"} 2>/dev/null
fi
if [[ -x $bin/fairlead_drop_bench ]]; then
    say "a waypoint dropped on the sample voyage"
    "$bin/fairlead_drop_bench" 2>/dev/null
fi
say "files: fairlead inspect, CPU time and peak memory"
depth=/usr/share/ferret-vis/data/etopo5.cdf
for file in "$depth" $series; do
    [[ -e $file ]] || continue
    timed "$bin/fairlead" inspect "$file"
    figure "$(basename "$file")"
done
[[ -n $series ]] || exit 0

# The whole Arctic: a grid given by its bounds, not cut to the voyage.
cat >"$scratch/arctic.toml" <<TOML
[grid]
crs = "EPSG:3413"
cell_km = 12.5
bounds_km = [-3850, -5350, 3750, 5850]

[[layer]]
variable = "sea_ice_concentration"
source = "$(realpath "$series")"

[[layer]]
variable = "sea_ice_thickness"
value = 1.0
TOML
year=$(basename "$series" | grep -oE '(19|20)[0-9]{2}' | head -n 1)
say "fairlead plan, 608 x 896 cells of 12.5 km, $(basename "$series"): CPU time and peak memory"
for day in 07-15 08-15 07-15; do # the first once more: by then all files are cached
    timed "$bin/fairlead" plan --scenario "$scratch/arctic.toml" --vessel expedition_pc5 \
        --from Murmansk --to "Bering Strait" --depart "$year-${day}T00:00Z" --json
    figure "Murmansk to the Bering Strait, $day"
    "${PYTHON:-python3}" -c 'import json, sys
print("   ", *(f"{k} {v:.0f} ms" for k, v in json.load(open(sys.argv[1]))["timing_ms"].items()))' \
        "$scratch/answer"
done
goal "the last of them, seconds on one core with files cached" "$taken" 3
goal "GiB at most" "$(awk -v kib="$kib" 'BEGIN { print kib / 1048576 }')" 1
