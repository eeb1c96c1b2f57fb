#!/usr/bin/env bash
# bench/speed.sh [FOLDER]: makes the files of the speed table in FOLDER (kept for the next time) and
# prints a row for each measurement: seconds, and peak resident memory. Needs a release build.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${1:-${TMPDIR:-/tmp}/wellmet-bench}
wellmet=$top/build/release/wellmet
mkdir -p "$folder"
cd "$folder"
[ -e big.mbox ] || python3 "$top/bench/make_files.py" mbox big.mbox
[ -e linkedin.zip ] || python3 "$top/bench/make_files.py" linkedin linkedin.zip
[ -e cards.vcf ] || python3 "$top/bench/make_files.py" vcards cards.vcf
[ -e book.vcf ] || python3 "$top/bench/make_files.py" vcards book.vcf 33300
[ -e more.vcf ] || python3 "$top/bench/make_files.py" vcards more.vcf 34 33300
[ -e large.db ] || "$top/build/release/src/lab_ledger_bench" large.db

row() {  # row NAME COMMAND...
  name=$1
  shift
  /usr/bin/env python3 - "$name" "$@" <<'P'
import os, resource, subprocess, sys, time
name, command = sys.argv[1], sys.argv[2:]
started = time.monotonic()
done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # grep stops early into /dev/null
took = time.monotonic() - started
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{name:<58} {took:7.2f} s {used.ru_maxrss // 1024:6} MB")
if done.returncode not in (0, 1):
    sys.exit(done.stderr.decode())
P
}
cat big.mbox >/dev/null
row "grep -c '^From ' big.mbox" grep -c '^From ' big.mbox
for file in big.mbox linkedin.zip cards.vcf; do
  rm -f fresh.db*
  row "import $file" "$wellmet" --db fresh.db --as-of 2026-11-22 import $file
  row "import $file again" "$wellmet" --db fresh.db --as-of 2026-11-22 import $file
done
rm -f fresh.db*
"$wellmet" --db fresh.db --as-of 2026-11-22 import book.vcf >/dev/null
row "import 100 identities more.vcf into 100,000" "$wellmet" --db fresh.db --as-of 2026-11-22 import more.vcf
rm -f fresh.db*
"$wellmet" --db large.db --as-of 2026-11-21 status >/dev/null
row "full rebuild, 50,000 people, 2,000,000 rows" "$wellmet" --db large.db --as-of 2026-11-22 status
"$top/build/release/src/lab_amend_bench" large.db 2026-11-22
for command in status today "people --limit 50" "people family7 --limit 20" "show person77@company77.example"; do
  row "$command" "$wellmet" --db large.db --as-of 2026-11-22 $command
done
