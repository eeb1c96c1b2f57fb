#!/usr/bin/env python3
"""What cannot be written is told: every command to a full device, files on a full disk, a reader who goes.

  output.py WELLMET      ends with 'N passed, N failed'
"""
import http.client
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "api"))
from served import Served  # noqa: E402

WELLMET = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else ""
TODAY = "2026-11-22"
FULL = "/dev/full"

# Each command with words at which it writes to standard output. One that is not here fails the test.
COMMANDS = {
    "ask": ["sailing"], "backup": ["copy.db"], "brief": ["{person}"], "calendar": ["-"], "check": [], "communities": [],
    "completion": ["bash"], "demo": ["other"], "done": ["1"], "eval": ["plan"], "exempt": ["{person}"],
    "export": ["--format", "jsonl"], "favour": ["{person}"], "focus": [], "history": [],
    "import": ["a.vcf"], "intro": [], "invite": ["{person}", "--at", "9 Dec 14:00", "--zone", "Berlin", "--output", "-"],
    "later": ["1", "2027-01-01"], "let-go": ["{person}"], "log": ["met", "{person}"], "man": [], "market": ["list"], "me": [],
    "merge": ["{person}", "{other}"], "need": [], "offer": ["I can sail"], "organisation": ["{person}"], "path": ["{person}"],
    "people": ["--json"], "piece": ["list"], "refer": ["{person}", "yes"], "report": [], "restore": ["before.db"], "review": [],
    "serve": ["--port", "0"], "share": ["--show-letter"], "show": ["{person}"], "skip": ["1"], "slots": ["life/calendar.ics"],
    "split": ["{person}", "{handle}"], "status": [], "tag": ["sailing", "{person}"], "take-back": ["{person}"], "today": [],
    "triage": ["--list"], "trip": ["Berlin", "3..5", "Dec"], "undo": [],
    "unexempt": ["{person}"], "why": ["1"],
}


def call(*arguments, out=subprocess.PIPE, limit=None, timeout=120, text=None):
    def before():
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    return subprocess.run([WELLMET, "--db", "wellmet.db", "--as-of", TODAY, *arguments], stdout=out, stderr=subprocess.PIPE,
                          text=True, input=text or "", timeout=timeout, preexec_fn=before)


def right(*arguments, **more):
    done = call(*arguments, **more)
    assert done.returncode == 0, f"{arguments}: {done.stderr}"
    return done


def life(people=150):
    right("demo", "life", "--people", str(people))
    os.remove("life/truth.json")
    right("import", "life", "--quiet")


def card(name, address):
    return f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEMAIL:{address}\nEMAIL:second-{address}\nEND:VCARD\n"


def expect(done, code, *words):
    assert done.returncode == code, f"exit {done.returncode}, not {code}: {done.stderr[:500]}"
    for word in words:
        assert word in done.stderr, f"'{word}' is not said: {done.stderr[:500]}"


def fill(name):
    """Takes all that there is left of a disk."""
    file = os.open(name, os.O_CREAT | os.O_WRONLY)
    try:
        while True:
            os.write(file, b"x" * 512)
    except OSError:
        pass
    finally:
        os.close(file)


def every_command_to_a_full_device():
    life()
    with open("a.vcf", "w") as out:
        out.write(card("Ada Lovelace", "ada@lovelace.example") + card("Adam Lovell", "adam@lovell.example"))
    right("import", "a.vcf")
    right("backup", "before.db")
    groups = call("--help").stdout.split("Files in and out\n")[1].split("Everywhere")[0]
    names = re.findall(r"^  ([a-z-]+) +\S", groups, re.M)
    assert set(names) == set(COMMANDS), f"say how to run it: {set(names) ^ set(COMMANDS)}"
    words = {"person": "ada@lovelace.example", "other": "adam@lovell.example", "handle": "second-ada@lovelace.example"}
    failures = []
    for name, arguments in COMMANDS.items():
        for tail in ("", "-wal", "-shm"):
            if os.path.exists("wellmet.db" + tail):
                os.remove("wellmet.db" + tail)
        shutil.copy("before.db", "wellmet.db")
        shutil.rmtree("other", ignore_errors=True)
        call("today")
        text = "INIT 3 4 5\nC 0 2 4.0 60\nASK\n" if name == "eval" else None
        given = [one.format(**words) for one in arguments]
        first = {"take-back": "let-go", "unexempt": "exempt"}.get(name)  # Else there is nothing to take back.
        if first:
            right(first, words["person"])
        with open(FULL, "w") as full:
            for case in ([name, *given], [name, "--help"]):
                done = call(*case, out=full, text=text)
                if done.returncode != 3 or "standard output: cannot be written: No space left on device" not in done.stderr:
                    failures.append(f"{' '.join(case)}: exit {done.returncode}: {done.stderr[:200]}")
    # Who cannot see the question has not answered it.
    before = right("history", "--json").stdout
    with open(FULL, "w") as full:
        expect(call("triage", out=full, text="ynynq"), 3)
    assert right("history", "--json").stdout == before
    with open(FULL, "w") as full:
        for case in ([], ["--help"], ["--version"], ["status", "--json"], ["today", "--json"], ["export"], ["export", "--format", "csv"]):
            done = call(*case, out=full)
            expect(done, 3, "standard output", "No space left on device", "make room")
    assert not failures, "\n".join(failures)


def an_export_on_a_full_disk():
    """The disk (a limit on files, which SQLite's own have to keep too) takes 40 kB of what is more."""
    life(400)
    for format in ("jsonl", "vcard", "csv", "jscontact"):
        assert len(right("export", "--format", format).stdout) > 40_000
        with open("out", "wb") as out:
            done = call("export", "--format", format, out=out, limit=40_000)
        expect(done, 3, "standard output: cannot be written: File too large", "ulimit")
        assert os.path.getsize("out") <= 40_000
    os.mkdir("disk")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", "disk"], capture_output=True).returncode != 0:
        print("      no disk may be mounted here: a limit on the file stood for it")
        return
    try:
        with open("disk/out", "wb") as out:
            expect(call("export", "--format", "jsonl", out=out), 3, "No space left on device", "make room")
        os.remove("disk/out")
        right("calendar", "disk/w.ics")
        with open("disk/w.ics") as file:
            before = file.read()
        fill("disk/fill")
        expect(call("calendar", "disk/w.ics"), 3, "disk/w.ics: cannot be written: No space left on device", "make room")
        with open("disk/w.ics") as file:
            assert file.read() == before, "the calendar that was there is gone"
        os.remove("disk/fill")
        os.remove("disk/w.ics")
        expect(call("backup", "disk/copy.db"), 3, "disk/copy.db", "No space left on device")
        expect(call("demo", "disk/life"), 3, "disk/life", "No space left on device")
        shutil.rmtree("disk/life")
        assert os.listdir("disk") == [], f"left behind: {os.listdir('disk')}"
    finally:
        subprocess.run(["umount", "disk"], check=True)


def files_that_cannot_be_written():
    """What was there before stays, nothing half is left, a device is not replaced."""
    life()
    person = right("people", "--limit", "1", "--json").stdout.split('"id": "')[1][:9]
    invite = ["invite", person, "--at", "9 Dec 14:00", "--zone", "Berlin", "--force", "--output"]
    os.symlink(FULL, "full")  # By a link: what would replace the device replaces that.
    expect(call(*invite, "full"), 3, FULL, "No space left on device")
    expect(call(*invite, "none/i.ics"), 3, "none/i.ics", "No such file", "folder exists")
    expect(call("calendar", "life"), 2, "life")
    records = "rid,name\n" + "".join(f"{i},Person {i}\n" for i in range(50))
    with open("r.csv", "w") as out:
        out.write(records)
    expect(call("eval", "link", "--data", "r.csv", "--out", "full"), 3, FULL, "No space left on device")
    expect(call("eval", "link", "--data", "r.csv", "--out", "none/x.csv"), 3, "none/x.csv", "No such file", "folder exists")
    right("backup", "copy.db")
    size = os.path.getsize("copy.db")
    with open("copy.db", "rb") as file:
        before = file.read()
    expect(call("backup", "copy.db", limit=size // 2), 3, "copy.db")
    with open("copy.db", "rb") as file:
        assert file.read() == before, "the older backup is damaged"
    expect(call("demo", "small", limit=1000), 3, "small/", "File too large")
    left = [one for one in os.listdir(".") + os.listdir("small") if ".part" in one]
    assert not left, left
    assert os.path.islink("full") and not os.path.isfile(FULL)


def a_reader_who_goes():
    """| head: no error, no message, and the rest is not made."""
    life(400)
    for case in (["export", "--format", "jsonl"], ["people", "--limit", "0"], ["people", "--json"], ["--help"], ["man"], ["today"]):
        process = subprocess.Popen([WELLMET, "--db", "wellmet.db", "--as-of", TODAY, *case], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(60) == 0, case
        assert process.stderr.read() == b"", case
        process.stderr.close()
    # One who was never there, and a command that itself has something to say: that stays.
    reading, writing = os.pipe()
    os.close(reading)
    expect(call("export", "--format", "jsonl", out=writing), 0)
    expect(call("import", "none.vcf", "--json", out=writing), 3, "none.vcf")
    os.close(writing)


def a_server_whose_reader_goes():
    life(50)
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.Popen([WELLMET, "--db", "wellmet.db", "--as-of", TODAY, "serve", "--port", "4417"], stdout=writing,
                               stderr=subprocess.PIPE)
    os.close(writing)
    try:
        for _ in range(200):
            try:
                connection = http.client.HTTPConnection("127.0.0.1", 4417, timeout=5)
                connection.request("GET", "/api/v1/openapi.yaml")
                assert connection.getresponse().status == 200
                break
            except ConnectionRefusedError:
                assert process.poll() is None, process.stderr.read()
                time.sleep(0.05)
        else:
            raise AssertionError("it does not serve")
        # Who asks, and goes before the answer: it is served on.
        for _ in range(5):
            connection = http.client.HTTPConnection("127.0.0.1", 4417, timeout=5)
            connection.request("GET", "/api/v1/openapi.yaml")
            connection.close()
        connection = http.client.HTTPConnection("127.0.0.1", 4417, timeout=5)
        connection.request("GET", "/api/v1/openapi.yaml")
        assert connection.getresponse().status == 200
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
        process.stderr.close()


def a_server_on_a_full_disk():
    """Uploads and what is made for a download: told, nothing half is left, and the server goes on."""
    os.mkdir("disk")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "none", "disk"], capture_output=True).returncode != 0:
        print("      no disk may be mounted here")
        return
    os.environ["TMPDIR"] = os.path.abspath("disk")
    try:
        with Served(WELLMET, people=50, database=os.path.abspath("disk/w.db")) as served:
            id = served.ask("POST", "/imports").json["id"]
            before = served.get("/status")
            fill("disk/fill")
            answer = served.ask("PUT", f"/imports/{id}/files/a.vcf", card("Ada", "ada@x.example") * 200)
            assert answer.status == 507 and "No space left on device" in answer.json["detail"], answer.raw
            assert served.ask("GET", "/export", query={"format": "jsonl"}).status == 507
            assert served.ask("GET", "/backup").status == 507
            left = [name for _, _, names in os.walk("disk") for name in names if "part" in name or name in ("body", "copy.db")]
            assert not left, left
            os.remove("disk/fill")
            assert served.get("/status") == before
            assert served.ask("PUT", f"/imports/{id}/files/a.vcf", card("Ada", "ada@x.example")).status == 200
            assert served.ask("GET", "/export", query={"format": "jsonl"}).status == 200
    finally:
        del os.environ["TMPDIR"]
        subprocess.run(["umount", "disk"], check=True)


def main():
    tests = [every_command_to_a_full_device, an_export_on_a_full_disk, files_that_cannot_be_written, a_reader_who_goes,
             a_server_whose_reader_goes, a_server_on_a_full_disk]
    wanted = sys.argv[2:]
    passed = failed = 0
    for test in tests:
        if wanted and test.__name__ not in wanted:
            continue
        folder = tempfile.mkdtemp()
        home = os.getcwd()
        os.chdir(folder)
        try:
            test()
            passed += 1
            print(f"ok    {test.__name__}", flush=True)
        except Exception:
            failed += 1
            print(f"FAIL  {test.__name__}\n{traceback.format_exc()}", flush=True)
        finally:
            os.chdir(home)
            shutil.rmtree(folder, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
