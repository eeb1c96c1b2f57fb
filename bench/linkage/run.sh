#!/usr/bin/env bash
# bench/linkage/run.sh [EVAL]: how well, how fast and in how much memory wellmet tells who is who.
# Scores every set of EVAL/linkage (../shared/eval, where it is there) with EVAL's own scorer, then
# invented tables of 100,000 and 1,000,000 rows with the same, then the picture of invented lives.
# Needs a release build.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
eval=${1:-$top/../shared/eval}
[ -e "$eval/score_linkage.py" ] || { echo "no score_linkage.py in $eval: name the folder that has it" >&2; exit 2; }
eval=$(cd "$eval" && pwd)
wellmet=$top/build/release/wellmet
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

measure() {  # measure NAME FOLDER
  python3 - "$1" "$2" "$wellmet" "$work/clusters.csv" "$eval/score_linkage.py" <<'P'
import json, resource, subprocess, sys, time
name, folder, wellmet, out, scorer = sys.argv[1:]
started = time.monotonic()
subprocess.run([wellmet, "eval", "link", "--data", f"{folder}/records.csv", "--out", out, "--quiet"], check=True)
took = time.monotonic() - started
used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
said = json.loads(subprocess.run([sys.executable, scorer, "--data", folder, "--predictions", out, "--json"],
                                 check=True, capture_output=True, text=True).stdout)
print(f"{name:<14} {said['records']:>9,} rows  closure F1 {said['closure_f1']:.4f}  precision {said['closure_precision']:.4f}"
      f"  recall {said['closure_recall']:.4f}  merged {said['merged']:.4f}  {took:6.2f} s {used:5} MB", flush=True)
P
}

for folder in "$eval"/linkage/*/; do measure "$(basename "$folder")" "$folder"; done
for rows in 100000 1000000; do
  python3 "$top/bench/linkage/make_table.py" "$rows" "$work/$rows"
  measure "invented" "$work/$rows"
done
# The picture of invented lives: five of 5,000 people, 5 % of them namesakes.
python3 "$top/tests/accuracy/accuracy.py" "$wellmet"
