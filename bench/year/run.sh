#!/usr/bin/env bash
# bench/year/run.sh [EVAL] [FIRST] [SEEDS] [OPTION…]: how many contacts become network per hour of the owner's
# time, in a year of an invented life: by the plan of `wellmet today`, and by the fixed cadences of
# EVAL/planner_sim.py (../shared/eval, where it is there), which says who answers; on seeds FIRST.. (5001) so many
# (20), differences paired by seed. Options are year.py's, such as --jobs 2, --closes, --verbose and --steps.
# Needs a release build and python3 with numpy.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
eval=${1:-$top/../shared/eval}
[ -e "$eval/planner_sim.py" ] || { echo "no planner_sim.py in $eval: name the folder that has it" >&2; exit 2; }
exec python3 -B "$top/bench/year/year.py" "$eval/planner_sim.py" "$top/build/release/wellmet" \
  --first "${2:-5001}" --seeds "${3:-20}" "${@:4}"
