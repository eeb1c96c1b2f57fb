#!/usr/bin/env python3
"""Imports every file of a folder of real exports, each into a fresh data file, and compares.

    tools/conformance.py --wellmet PATH [--seen] FOLDER

FOLDER/*/MANIFEST.tsv lists the files (the first column; a folder is one import). Whatever is in
them, wellmet may not crash, hang or be told off by a sanitizer, and shall write its JSON, in which
everything that was read is accounted for. What it should find is in tests/conformance.tsv:
path<TAB>key=value<TAB>…, where a key is

    exit                  the exit code (0, or 3: could not be read; without it both will do)
    read added skipped problems remarks    summed over the files of the import
    people                persons afterwards
    kind                  what the file was taken for
    what.NAME  left_out.NAME       counts by their name in the JSON

`read=3>4`: its source says 3 and wellmet finds 4; docs/conformance.md says why, under the file's path.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile

SECONDS_MAX = 60
REPORTS = ("ERROR: AddressSanitizer", "ERROR: LeakSanitizer", "runtime error:", "Assertion")
TOP = pathlib.Path(__file__).resolve().parent.parent


def read_table(path):
    """What is expected: {path: {key: (said by its source, wanted of wellmet)}}."""
    table = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        name, *fields = line.split("\t")
        wanted = {}
        for field in fields:
            key, equals, value = field.partition("=")
            if not equals:
                raise ValueError(f"{path}:{number}: \"{field}\" is no key=value")
            said, _, ours = value.partition(">")
            wanted[key] = (said, ours or said)
        table[name] = wanted
    return table


def listed(folder):
    """The paths in the manifests, below `folder`."""
    for manifest in sorted(folder.glob("*/MANIFEST.tsv")):
        for line in manifest.read_text(encoding="utf-8").splitlines()[1:]:
            name = line.split("\t")[0]
            if name:
                yield f"{manifest.parent.name}/{name.rstrip('/')}"


def flat(document):
    """The keys of the table from the JSON of an import."""
    files = document["files"]
    out = {"people": document["people"], "kind": "+".join(sorted({f["kind"] for f in files if f["kind"]}))}
    for key in ("read", "added", "skipped"):
        out[key] = sum(f[key] for f in files)
    for key in ("problems", "remarks"):
        out[key] = sum(len(f[key]) for f in files)
    for group in ("what", "left_out"):
        for file in files:
            for name, count in file.get(group, {}).items():
                out[f"{group}.{name}"] = out.get(f"{group}.{name}", 0) + count
    return {key: str(value) for key, value in out.items()}


def run_one(program, path):
    """(what was seen, faults) of one import."""
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, HOME=folder, TZ="UTC", LC_ALL="C.UTF-8")
        command = [str(program), "--db", f"{folder}/wellmet.db", "import", str(path), "--json"]
        try:
            done = subprocess.run(command, capture_output=True, timeout=SECONDS_MAX, env=environment, check=False)
        except subprocess.TimeoutExpired:
            return {}, [f"still running after {SECONDS_MAX} seconds"]
    errors = done.stderr.decode("utf-8", errors="replace")
    faults = [f"a sanitizer's report: {next(line for line in errors.splitlines() if word in line)}"
              for word in REPORTS if word in errors]
    if done.returncode < 0:
        faults.append(f"died of signal {-done.returncode}")
    elif done.returncode not in (0, 3):
        faults.append(f"exit code {done.returncode}: {errors.strip()[:200]}")
    try:
        document = json.loads(done.stdout.decode("utf-8"))
        seen = flat(document)
        faults += [f"{f['path']}: read {f['read']} is not added {f['added']} + skipped {f['skipped']} + problems {f['problem_count']}"
                   for f in document["files"] if f["read"] != f["added"] + f["skipped"] + f["problem_count"]]
    except (ValueError, KeyError, TypeError) as error:
        return {}, faults + [f"no JSON as in the contract: {error!r}"]
    seen["exit"] = str(done.returncode)
    return seen, faults


def compare(name, wanted, seen, reasons):
    """Texts of what is not as wanted."""
    for key, (said, ours) in wanted.items():
        have = seen.get(key, "0")
        if have != ours:
            yield f"{key} is {have or 'nothing'}; {ours} expected"
        if said != ours and name not in reasons:
            yield f"{key} differs from its source ({said}); docs/conformance.md does not say why"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--wellmet", type=pathlib.Path, default=TOP / "build/release/wellmet")
    parser.add_argument("--seen", action="store_true", help="print what was seen of each file, as lines for the table")
    given = parser.parse_args()
    table = read_table(TOP / "tests/conformance.tsv")
    reasons = (TOP / "docs/conformance.md").read_text(encoding="utf-8")
    names = list(listed(given.folder))
    passed = failed = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        results = pool.map(lambda name: run_one(given.wellmet.resolve(), given.folder / name), names)
        for name, (seen, faults) in zip(names, results):
            if given.seen:
                print("\t".join([name] + [f"{key}={value}" for key, value in sorted(seen.items())]))
            if seen:
                faults = faults + list(compare(name, table.get(name, {}), seen, reasons))
            for fault in faults:
                print(f"{name}: {fault}")
            failed, passed = failed + bool(faults), passed + (not faults)
    for name in sorted(set(table) - set(names)):
        print(f"{name}: in tests/conformance.tsv, but in no MANIFEST.tsv (not run)")
    print(f"{passed} passed, {failed} failed; {len(names)} imports run, {len(set(table) & set(names))} with counts to compare")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
