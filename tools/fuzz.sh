#!/usr/bin/env bash
# tools/fuzz.sh SECONDS: builds every x_fuzz.cc, replays its corpus (tests/corpus/NAME), then lets
# it search for SECONDS, two at a time. One line for each target; fails on any finding.
# What was found stays in build/fuzz/findings/TARGET: the input, and the log with the place.
set -euo pipefail
seconds=${1:?usage: tools/fuzz.sh SECONDS}
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$top/build/fuzz
cd "$top"

mkdir -p "$build"
cmake --preset fuzz >"$build/configure.log" 2>&1 || { cat "$build/configure.log" >&2; exit 1; }
targets=$(ninja -C "$build" -t targets all | sed -n 's/^\([a-z_]*_fuzz\): phony$/\1/p' | grep -v '^cmake_' | sort -u)
[ -n "$targets" ] || { echo "no fuzz target was found in $build" >&2; exit 1; }
ninja -C "$build" $targets >"$build/build.log" 2>&1 || { grep -vE '^\[[0-9]+/' "$build/build.log" >&2; exit 1; }

# One target: its corpus first, all of it, then the search. Prints its line; 1 on a finding.
one() {
  local target=$1 name found program corpus log line
  program=$(find "$build" -name "$target" -type f -perm -u+x | head -n 1)
  name=${target%_fuzz}
  name=${name#*_}  # formats_mail_words -> mail_words
  corpus=$top/tests/corpus/$name
  found=$build/findings/$target
  log=$found/log
  rm -rf "$found"
  mkdir -p "$found/grown"
  # Leaks are told too; one input may take 10 s and 2 GB.
  local options=(-timeout=10 -rss_limit_mb=2048 -artifact_prefix="$found/" -print_final_stats=1)
  local seeds=()
  if [ -d "$corpus" ]; then
    seeds=("$corpus")
    if ! "$program" "${options[@]}" "$corpus"/* >"$log" 2>&1; then
      printf '%-34s FAILED on its corpus: %s\n' "$target" "$(reason "$log")"
      return 1
    fi
  fi
  if ! "$program" "${options[@]}" -max_total_time="$seconds" "$found/grown" "${seeds[@]}" >"$log" 2>&1; then
    printf '%-34s FAILED: %s (%s)\n' "$target" "$(reason "$log")" "${log#"$top"/}"
    return 1
  fi
  line=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  printf '%-34s ok, %s runs, %s seeds\n' "$target" "${line:-0}" "$(ls "$corpus" 2>/dev/null | wc -l)"
}

# The line of a log that says what went wrong.
reason() {
  grep -m 1 -E 'runtime error:|ERROR: |SUMMARY: |terminate called' "$1" | head -c 200 || tail -n 1 "$1"
}

export -f one reason
export build top seconds
if printf '%s\n' $targets | xargs -P 2 -I{} bash -c 'one {}'; then
  echo "$(printf '%s\n' $targets | wc -l) targets, nothing found"
else
  echo "there are findings: see build/fuzz/findings" >&2
  exit 1
fi
