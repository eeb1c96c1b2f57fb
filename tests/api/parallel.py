#!/usr/bin/env python3
"""Many who write at once: what each said is kept, under a number of its own, and taken away alone.
Through the API, by the command line, and both against one data file."""
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from served import TODAY, Served

REQUESTS, PROCESSES, COMMANDS = 120, 4, 15
failures, passed = [], 0


def check(true, what):
    global passed
    passed += 1 if true else 0
    if not true:
        failures.append(what)


def offers(served):
    return {one["offer"]: one["n"] for one in served.get("/offers")["offers"]}


def all_kept(served, texts, how):
    kept = offers(served)
    check(set(texts) <= set(kept), f"{how}: {len(set(texts) - set(kept))} of {len(texts)} were lost")
    check(len(set(kept.values())) == len(kept), f"{how}: {len(kept)} offers under {len(set(kept.values()))} numbers")
    return kept


def post(served, text):
    answer = served.ask("POST", "/offers", {"text": text})
    return answer.status, answer.json


def say(served, texts):
    """A process of the command line after the other."""
    for text in texts:
        done = subprocess.run([served.wellmet, "--db", served.database, "--as-of", TODAY, "offer", text], capture_output=True, text=True)
        if done.returncode != 0:
            return done.stderr
    return ""


def main():
    with Served(sys.argv[1], people=60) as served, ThreadPoolExecutor(REQUESTS) as crowd:
        asked = [f"asked {i}" for i in range(REQUESTS)]
        answers = list(crowd.map(lambda text: post(served, text), asked))
        check(all(status == 200 for status, _ in answers), f"answers: {sorted({status for status, _ in answers})}")
        changes = [body.get("change") for _, body in answers]
        check(len(set(changes)) == REQUESTS, f"{REQUESTS} answers name {len(set(changes))} changes")
        kept = all_kept(served, asked, "120 requests at once")

        said = [[f"said {process} {i}" for i in range(COMMANDS)] for process in range(PROCESSES)]
        more = [f"more {i}" for i in range(REQUESTS // 2)]
        talking = [crowd.submit(say, served, texts) for texts in said]
        answers = list(crowd.map(lambda text: post(served, text), more))
        check(all(status == 200 for status, _ in answers), f"answers: {sorted({status for status, _ in answers})}")
        for process in talking:
            check(process.result() == "", f"a command failed: {process.result()}")
        all_kept(served, asked + more + [text for texts in said for text in texts], "four processes and 60 requests at once")

        # Who takes one away takes that one.
        status = served.ask("DELETE", f"/offers/{kept['asked 7']}").status
        left = offers(served)
        check(status == 200 and "asked 7" not in left, f"taking one away: {status}")
        check(len(left) == REQUESTS + len(more) + PROCESSES * COMMANDS - 1, f"{len(left)} are left")
        # And an undo by the number that an answer named takes back what was said in it.
        text, change = more[3], answers[3][1]["change"]
        undone = served.ask("POST", "/undo", {"change": change})
        check(undone.status == 200 and text not in offers(served), f"undo of {change}: {undone.status} {undone.raw[:200]}")

        # The same of evidence: no two log entries are taken for versions of one.
        people = [one["id"] for one in served.get("/people", limit=40)["people"]]
        logged = list(crowd.map(lambda who: served.ask("POST", f"/people/{who}/log", {"verb": "met", "text": "at once"}).status, people))
        check(set(logged) == {200}, f"log: {sorted(set(logged))}")
        met = [served.get(f"/people/{who}") for who in people]
        check(all(any(row.get("note") == "at once" for row in one["timeline"]) for one in met), "a log entry was lost")
        check("All is well" in served.cli("check").stdout, "wellmet check")
    for failure in failures:
        print(failure)
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
