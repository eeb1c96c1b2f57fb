#!/usr/bin/env python3
"""Data files that earlier versions of wellmet wrote: each opens, loses nothing, and answers as it did then.

Each folder form-N holds wellmet.db, as the last version of that form wrote it, and what that version answered
as of DAY, a JSON a command. `--accept` rewrites what is expected; read the diff."""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DAY = "2026-11-22"
COMMANDS = {"status": ["status"], "people": ["people"], "today": ["today", "--minutes", "240"], "report": ["report"],
            "need": ["need"], "offer": ["offer"], "intro": ["intro"], "market": ["market", "list"], "piece": ["piece"],
            "invite": ["invite"], "favour": ["favour"], "history": ["history"]}


class Failed(Exception):
    pass


def run(wellmet, database, *words):
    done = subprocess.run([wellmet, "--db", str(database), "--as-of", DAY, *words], capture_output=True, text=True)
    if done.returncode != 0:
        raise Failed(f"wellmet {' '.join(words)}: exit {done.returncode}\n{done.stderr}")
    return done.stdout


def answers_as_it_did(wellmet, folder, database, accept):
    for name, words in COMMANDS.items():
        expected, seen = folder / f"{name}.json", run(wellmet, database, *words, "--json")
        if accept:
            expected.write_text(seen)
        elif seen != expected.read_text():
            expected.with_suffix(".seen").write_text(seen)
            raise Failed(f"{' '.join(words)} --json: not what it was; see: diff {expected} {expected.with_suffix('.seen')}")


def opens(wellmet, folder, accept):
    with tempfile.TemporaryDirectory() as scratch:
        database = Path(scratch) / "wellmet.db"
        shutil.copy(folder / "wellmet.db", database)
        answers_as_it_did(wellmet, folder, database, accept)
        copy = database.with_name(f"wellmet.db.backup-v{folder.name.rsplit('-', 1)[1]}")
        if not copy.exists() or copy.read_bytes()[:16] != b"SQLite format 3\0":
            raise Failed(f"no copy of it as it was lies in {copy.name}")
        if "All is well" not in run(wellmet, database, "check"):
            raise Failed("wellmet check finds a fault in it")
        # All of it goes out and comes in again, into a file of today's form. A text that was kept before texts were
        # cleaned is clean then; from there on, nothing changes any more.
        exports = [run(wellmet, database, "export", "--format", "jsonl")]
        for turn in range(2):
            again, export = Path(scratch) / f"again-{turn}.db", Path(scratch) / "everything.jsonl"
            export.write_text(exports[-1])
            run(wellmet, again, "import", str(export))
            if run(wellmet, again, "people", "--json") != run(wellmet, database, "people", "--json"):
                raise Failed("its export tells of other people")
            exports.append(run(wellmet, again, "export", "--format", "jsonl"))
        if exports[1].count("\n") != exports[0].count("\n"):
            raise Failed(f"of {exports[0].count(chr(10))} lines of its export {exports[1].count(chr(10))} came back")
        if exports[2] != exports[1]:
            raise Failed("its export is another one each time it is imported")


def main():
    wellmet, accept = sys.argv[1], "--accept" in sys.argv
    failed = 0
    folders = sorted(Path(__file__).parent.glob("form-*"))
    for folder in folders:
        try:
            opens(wellmet, folder, accept)
            print(f"{folder.name}: opens, and answers as it did")
        except Failed as fault:
            failed += 1
            print(f"{folder.name}: {fault}")
    print(f"{len(folders) - failed} passed, {failed} failed")
    return 1 if failed or not folders else 0


if __name__ == "__main__":
    sys.exit(main())
