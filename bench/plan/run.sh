#!/usr/bin/env bash
# bench/plan/run.sh [EVAL] [FIRST] [SEEDS]: how well wellmet plans whom to get in touch with, against
# the policies built into EVAL/planner_sim.py (../shared/eval, where it is there), on seeds FIRST..
# (1001) so many (20): at 60 and at 20 minutes a week, and where ties cool faster and answer less.
# Differences are paired by seed. Needs a release build and python3 with numpy.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
eval=${1:-$top/../shared/eval}
[ -e "$eval/planner_sim.py" ] || { echo "no planner_sim.py in $eval: name the folder that has it" >&2; exit 2; }
exec python3 "$top/bench/plan/pairs.py" "$eval/planner_sim.py" "$top/build/release/wellmet" "${2:-1001}" "${3:-20}"
