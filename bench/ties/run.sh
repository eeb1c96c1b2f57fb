#!/usr/bin/env bash
# bench/ties/run.sh [EVAL]: how well and how fast wellmet tells what becomes of ties. Scores every
# set of EVAL/ties (../shared/eval, where it is there) with EVAL's own scorer: first with weights
# learned from the past of the other sets alone, then with those that come with wellmet.
# bench/ties/run.sh --learn [EVAL]: writes the weights that come with wellmet, from the past of all.
# Needs a release build.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
learn=
[ "${1:-}" = --learn ] && { learn=yes; shift; }
eval=${1:-$top/../shared/eval}
[ -e "$eval/score_ties.py" ] || { echo "no score_ties.py in $eval: name the folder that has it" >&2; exit 2; }
eval=$(cd "$eval" && pwd)
wellmet=$top/build/release/wellmet
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

sets=()
for folder in "$eval"/ties/*/; do
  [ -e "$folder/history.csv" ] && sets+=("${folder%/}")
done
joined() { local IFS=,; echo "$*"; }

if [ -n "$learn" ]; then
  for kind in circles alone; do
    option=; [ "$kind" = alone ] && option=--alone
    "$wellmet" eval ties --data "$(joined "${sets[@]}")" --learn "$work/prior" $option
    {
      printf '#pragma once\n\n// Written by bench/ties/run.sh --learn; not to be edited.\n\n#include <string_view>\n\n'
      printf 'namespace standing {\n\ninline constexpr std::string_view prior_%s_text = R"(' "$kind"
      cat "$work/prior"
      printf ')";\n\n}  // namespace standing\n'
    } > "$top/src/standing/prior_$kind.h"
  done
  exit
fi

for set in "${sets[@]}"; do
  others=()
  for other in "${sets[@]}"; do [ "$other" = "$set" ] || others+=("$other"); done
  "$wellmet" eval ties --data "$(joined "${others[@]}")" --learn "$work/$(basename "$set").prior"
done

python3 - "$wellmet" "$eval/score_ties.py" "$work" "${sets[@]}" <<'P'
import json, os, subprocess, sys, time
wellmet, scorer, work, *sets = sys.argv[1:]
for start in ("other sets", "as shipped"):
    for task in ("reciprocal", "engage", "silent"):
        said, longest = [], 0
        for data in sets:
            out = f"{work}/out.csv"
            prior = ["--prior", f"{work}/{os.path.basename(data)}.prior"] if start == "other sets" else []
            began = time.monotonic()
            subprocess.run([wellmet, "eval", "ties", "--data", data, "--task", task, "--out", out, "--quiet", *prior], check=True)
            longest = max(longest, time.monotonic() - began)
            said.append(json.loads(subprocess.run(
                [sys.executable, scorer, "--data", data, "--predictions", out, "--task", task, "--json"],
                check=True, capture_output=True, text=True).stdout))
        def row(key): return "  ".join(f"{one[key]:.3f}" for one in said)
        def mean(key): return sum(one[key] for one in said) / len(said)
        print(f"{task:<10} from {start}: AUC {mean('auc_ego'):.4f} ({row('auc_ego')})  Brier {mean('brier'):.4f} ({row('brier')})"
              f"  ECE {mean('ece10'):.3f}  longest {longest:.2f} s", flush=True)
print("sets: " + ", ".join(os.path.basename(one) for one in sets))
P
