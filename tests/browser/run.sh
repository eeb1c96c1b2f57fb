#!/usr/bin/env bash
# tests/browser/run.sh WELLMET LEDGER_BENCH [TEST…]: the web app in a real Chromium, and a list of 50,000 people that LEDGER_BENCH makes.
# TEST: many, pages, …; all where none is named.
# Limits of time are taken SLOW times, 2 where it is not set: browser, server and what else the machine does share two cores here,
# and Chromium draws without a graphics card. What was measured is printed; SLOW=1 holds it to the limits themselves.
set -euo pipefail
wellmet=$(realpath "$1")
ledger=$(realpath "$2")
cd "$(dirname "${BASH_SOURCE[0]}")"
exec 9<run.sh
flock 9  # Two may come for their packages at once.
packages=$(sha256sum package-lock.json)
if [ "$(cat node_modules/.made 2>/dev/null)" != "$packages" ]; then
  npm ci --no-audit --no-fund --loglevel=error
  echo "$packages" >node_modules/.made
fi
exec 9>&-
shift 2
tests=("${@/%/.test.mjs}")
[ $# -gt 0 ] || tests=(*.test.mjs)
many=$(mktemp -d)
trap 'rm -rf "$many"' EXIT
case " ${tests[*]} " in *" many.test.mjs "*) "$ledger" "$many/many.db" 50000 150000 7 >/dev/null ;; esac
SLOW=${SLOW:-2} WELLMET=$wellmet MANY=$many/many.db node --test --test-concurrency=1 "${tests[@]}"
