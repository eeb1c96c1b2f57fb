#!/usr/bin/env bash
# bench/indexers.sh [FOLDER]: notmuch and mu over the messages of the speed table as a Maildir, and
# wellmet over the same Maildir and over the same messages as an mbox. Needs a release build and
# Debian's notmuch and maildir-utils; both index bodies, which wellmet does not read.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${1:-${TMPDIR:-/tmp}/wellmet-bench}
wellmet=$top/build/release/wellmet
mkdir -p "$folder"
cd "$folder"
[ -e big.mbox ] || python3 "$top/bench/make_files.py" mbox big.mbox
[ -e mail ] || python3 "$top/bench/make_files.py" maildir mail big.mbox
export NOTMUCH_CONFIG=$folder/notmuch-config MUHOME=$folder/mu-home
rm -rf "$NOTMUCH_CONFIG" "$MUHOME" mail/.notmuch fresh.db*
printf '[database]\npath=%s/mail\n[new]\ntags=\n' "$folder" >"$NOTMUCH_CONFIG"
mu init --quiet --maildir="$folder/mail" --my-address=mara@lindqvist.example
find mail -type f -exec cat {} + >/dev/null  # Warm.
for command in "notmuch new --quiet" "mu index --quiet" "$wellmet --db fresh.db --quiet import mail" "$wellmet --db fresh.db --quiet import big.mbox"; do
  case $command in *wellmet*) rm -f fresh.db* ;; esac
  started=$(date +%s.%N)
  $command >/dev/null
  printf '%-40s %8.1f s\n' "${command##*/}" "$(echo "$(date +%s.%N) - $started" | bc)"
done
rm -rf "$NOTMUCH_CONFIG" "$MUHOME" mail/.notmuch fresh.db*
