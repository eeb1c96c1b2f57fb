#!/usr/bin/env python3
"""Holds wellmet to the truth of invented lives: who is who, who is network, on which rung.

  accuracy.py WELLMET [--people N] [--seeds 1,2,3] [--verbose]

An invented life is written, imported without its truth.json, and compared with it. Pairs are pairs of
handles (addresses, numbers, profiles) that stand with one person. Ends with 'N passed, N failed'.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

TODAY = "2026-11-22"
BOUNDS = {"pair precision": 0.995, "pair recall": 0.98, "network precision": 0.97, "network recall": 0.97,
          "rung accuracy": 0.97}


def run(wellmet, database, *arguments):
    done = subprocess.run([wellmet, "--db", database, "--as-of", TODAY, *arguments], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"wellmet {' '.join(arguments)} gave {done.returncode}: {done.stderr}")
    return done.stdout


def handles_of(person):
    out = ["email:" + one for one in person["emails"]] + ["phone:" + one for one in person["phones"]]
    if person["linkedin"]:
        out.append("linkedin:" + person["linkedin"].removeprefix("https://www.linkedin.com/in/"))
    return out


def pairs(groups):
    return {(a, b) for group in groups for a in group for b in group if a < b}


def ratio(good, all_of):
    return len(good & all_of) / len(all_of) if all_of else 1.0


def compare(wellmet, people, seed, verbose):
    folder = tempfile.mkdtemp()
    try:
        life, database = os.path.join(folder, "life"), os.path.join(folder, "wellmet.db")
        run(wellmet, database, "demo", life, "--people", str(people), "--seed", str(seed))
        truth = json.load(open(os.path.join(life, "truth.json")))
        os.remove(os.path.join(life, "truth.json"))
        run(wellmet, database, "import", life, "--json")
        found = json.loads(run(wellmet, database, "people", "--json"))["people"]
        found += json.loads(run(wellmet, database, "people", "--organisations", "--json"))["people"]
    finally:
        shutil.rmtree(folder)
    real = [p for p in truth["people"] if not p["organisation"]]
    by_handle = {h: p for p in found for h in handles_of(p)}
    known = {h for p in real for h in p["handles"] if h in by_handle}
    seen = defaultdict(list)
    for handle in known:
        seen[by_handle[handle]["id"]].append(handle)
    true_pairs = pairs([[h for h in p["handles"] if h in known] for p in real])
    found_pairs = pairs(seen.values())
    names = defaultdict(list)
    for one in found:
        names[one["name"]].append(one)

    def entry(person):
        held = Counter(by_handle[h]["id"] for h in person["handles"] if h in known)
        if held:
            best = held.most_common(1)[0][0]
            return next(by_handle[h] for h in person["handles"] if h in known and by_handle[h]["id"] == best)
        alike = names.get(person["name"], [])
        return alike[0] if len(alike) == 1 else None

    entries = {p["id"]: entry(p) for p in real}
    true_network = {p["id"] for p in real if p["standing"] == "network"}
    found_network = {p["id"] for p in real if entries[p["id"]] and entries[p["id"]]["standing"] == "network"}
    right = [p for p in real if entries[p["id"]] and entries[p["id"]]["rung"] == p["rung"]]
    if verbose:
        for p in real:
            e = entries[p["id"]]
            if e is None or e["rung"] != p["rung"]:
                print("   rung", p["name"], p["rung"], "found", e and e["rung"], e and e["counts"], p["handles"])
        for a, b in sorted(found_pairs - true_pairs):
            print("   wrongly joined", a, b)
    return {"pair precision": ratio(true_pairs, found_pairs), "pair recall": ratio(found_pairs, true_pairs),
            "network precision": ratio(true_network, found_network), "network recall": ratio(found_network, true_network),
            "rung accuracy": len(right) / len(real)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wellmet")
    parser.add_argument("--people", type=int, default=5000)
    parser.add_argument("--seeds", default="1,2,3,4,5")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    passed = failed = 0
    for seed in options.seeds.split(","):
        figures = compare(options.wellmet, options.people, int(seed), options.verbose)
        print(f"seed {seed}: " + " · ".join(f"{name} {value:.4f}" for name, value in figures.items()))
        for name, value in figures.items():
            good = value >= BOUNDS[name]
            passed += good
            failed += not good
            if not good:
                print(f"  {name} is {value:.4f}, less than {BOUNDS[name]}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
