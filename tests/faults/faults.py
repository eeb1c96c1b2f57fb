#!/usr/bin/env python3
"""Bad input and bad luck, for real: what is killed, full, cut off, locked or hostile loses nothing and says what to do.

  faults.py WELLMET [NAME...]      ends with 'N passed, N failed'
"""
import gzip
import io
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import unicodedata
import zipfile

WELLMET = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else ""
TODAY = "2026-11-22"
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Lovelace\r\nEMAIL:ada@lovelace.example\r\nEND:VCARD\r\n"


def call(*arguments, limit=None, nobody=False, timeout=120):
    """Runs wellmet in the current folder; `limit`: the largest file that it may write, in bytes; `nobody`: not as root,
    for whom no folder is closed, and with a data file of its own."""
    def before():
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        if nobody and os.geteuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
    program = WELLMET
    if nobody:
        program = os.path.abspath(shutil.copy(WELLMET, "program"))  # Where it was built, nobody may be kept out.
        arguments = ("--db", os.path.join(tempfile.mkdtemp(dir="."), "nobody.db"), *arguments)
        os.chmod(os.path.dirname(arguments[1]), 0o777)
    return subprocess.run([program, *([] if nobody else ["--db", "wellmet.db"]), "--as-of", TODAY, *arguments], capture_output=True, text=True,
                          errors="replace", timeout=timeout, preexec_fn=before)


def write(name, content):
    mode = "wb" if isinstance(content, bytes) else "w"
    with open(name, mode, **({} if mode == "wb" else {"newline": ""})) as out:
        out.write(content)


def expect(done, code, *words):
    said = done.stdout + done.stderr
    assert done.returncode == code, f"exit {done.returncode}, not {code}: {said[:600]}"
    for word in words:
        assert word in said, f"'{word}' is not said: {said[:600]}"
    bad = [hex(ord(c)) for c in said if unicodedata.category(c) in ("Cc", "Zl", "Zp") and c not in "\n\t" or c in BIDI]
    assert not bad, f"{bad[:5]} reached the terminal: {said[:600]}"
    assert "Sanitizer" not in said and "runtime error" not in said, said[:2000]


def everything():
    done = call("export", "--format", "jsonl")
    expect(done, 0)
    return sorted(done.stdout.splitlines())


def life(people=200):
    expect(call("demo", "life", "--people", str(people)), 0)
    os.remove("life/truth.json")


def forget():
    for tail in ("", "-wal", "-shm"):
        if os.path.exists("wellmet.db" + tail):
            os.remove("wellmet.db" + tail)


def killed_at_any_moment():
    """kill -9 at 50 moments of an import: exactly so many whole files are there, and run again it is the same."""
    life()
    write("a.vcf", CARD)
    expect(call("import", "a.vcf"), 0)
    shutil.copy("wellmet.db", "before.db")
    started = time.monotonic()
    done = call("import", "life", "--json")
    took = time.monotonic() - started
    expect(done, 0)
    whole = everything()
    # What is there after each file, in the order of the import.
    forget()
    shutil.copy("before.db", "wellmet.db")
    states = [everything()]
    for one in json.loads(done.stdout)["files"]:
        expect(call("import", one["path"]), 0)
        states.append(everything())
    assert states[-1] == whole, "file by file, it is not the same"
    rng = random.Random(7)
    for _ in range(50):
        forget()
        shutil.copy("before.db", "wellmet.db")
        process = subprocess.Popen([WELLMET, "--db", "wellmet.db", "--as-of", TODAY, "import", "life"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(rng.uniform(0, took * 1.1))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        process.wait()
        expect(call("check"), 0)
        assert everything() in states, "a part of a file is there"
        expect(call("import", "life"), 0)
        assert everything() == whole, "run again, it is not the same"


def two_imports_at_once():
    life()
    both = [subprocess.Popen([WELLMET, "--db", "wellmet.db", "--as-of", TODAY, "import", "life"], stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for one in both:
        out, err = one.communicate(timeout=120)
        assert one.returncode in (0, 4), out + err
        assert one.returncode == 0 or "another wellmet is writing" in err, err
    expect(call("import", "life"), 0)
    once = everything()
    assert len(once) == len(set(once)), "rows stand there twice"
    expect(call("check"), 0)
    forget()
    expect(call("import", "life"), 0)
    assert everything() == once, "it is not what one import brings"


def a_full_disk():
    write("a.vcf", CARD)
    expect(call("import", "a.vcf"), 0)
    before = everything()
    life()
    done = call("import", "life", limit=300_000)
    assert done.returncode in (3, 4), done.stdout + done.stderr
    assert "room" in done.stderr, done.stderr
    assert set(before) <= set(everything()), "something was lost"
    expect(call("check"), 0)
    # And a disk that is full indeed, where one may be mounted.
    os.mkdir("disk")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=900k", "none", "disk"], capture_output=True)
    if mounted.returncode != 0:
        print("      no disk may be mounted here: a limit on the file stood for it")
        return
    try:
        expect(call("--db", "disk/w.db", "import", "a.vcf"), 0)
        done = call("--db", "disk/w.db", "import", "life")
        expect(done, 4, "disk/w.db", "room")
        expect(call("--db", "disk/w.db", "status"), 0, "You know")
        expect(call("--db", "disk/w.db", "check"), 0)
        kept = call("--db", "disk/w.db", "export", "--format", "jsonl")
        assert "ada@lovelace.example" in kept.stdout, "something was lost"
    finally:
        subprocess.run(["umount", "disk"], check=True)


def a_newer_file():
    write("a.vcf", CARD)
    expect(call("import", "a.vcf"), 0)
    import sqlite3
    base = sqlite3.connect("wellmet.db")
    base.execute("PRAGMA user_version = 99")
    base.close()
    expect(call("status"), 4, "newer wellmet", "wellmet.db")


def a_damaged_file():
    life(60)
    expect(call("import", "life"), 0)
    expect(call("backup", "copy.db"), 0)
    before = everything()
    with open("copy.db", "rb") as f:
        good = f.read()
    cases = {"overwritten": b"this is no database" * 40 + good[760:], "cut off": good[: len(good) // 2],
             "in its midst": good[:8192] + os.urandom(len(good) - 8192), "of another kind": CARD.encode() * 99}
    for name, content in cases.items():
        forget()
        write("wellmet.db", content)
        for command in (["status"], ["check"], ["import", "life"], ["export", "--format", "jsonl"]):
            done = call(*command)
            assert done.returncode == 4, f"{name}: {command}: exit {done.returncode}: {done.stderr[:300]}"
            expect(done, 4, "wellmet.db", "damaged", "restore")
        with open("wellmet.db", "rb") as f:
            assert f.read() == content, f"{name}: the damaged file was written to"
        # The way back that it tells of: what was there is set aside, as it is.
        done = call("restore", "copy.db")
        expect(done, 0, "What was there before is in wellmet.db.backup-before-restore")
        with open(done.stdout.split(" before is in ")[1].rstrip(".\n"), "rb") as f:
            assert f.read() == content, f"{name}: it was not kept"
        assert everything() == before, f"{name}: it did not come back"
    forget()
    shutil.copy("copy.db", "wellmet.db")
    expect(call("check"), 0)
    assert everything() == before


def a_file_made_to_do_harm():
    """What comes from elsewhere is no data file because it says so: nothing in it runs, and it replaces nothing."""
    import sqlite3
    life(60)
    expect(call("import", "life"), 0)
    expect(call("backup", "good.db"), 0)
    before = everything()
    empties = "TRIGGER t AFTER INSERT ON change BEGIN DELETE FROM evidence; DELETE FROM claim; END"
    cases = {"a trigger": "CREATE " + empties,
             "a trigger that is said to be a table": f"INSERT INTO sqlite_schema VALUES ('table', 't', 'change', 0, 'CREATE {empties}')",
             "a view in the place of a table": "DROP TABLE contested; CREATE VIEW contested AS SELECT 1 AS workspace_id, 1 AS slot",
             "a virtual table": "CREATE VIRTUAL TABLE t USING fts5(x)",
             "a generated column": "ALTER TABLE change ADD COLUMN g TEXT GENERATED ALWAYS AS (summary || at) VIRTUAL",
             "another check": "UPDATE sqlite_schema SET sql = replace(sql, 'TEXT    NOT NULL,', 'TEXT    NOT NULL CHECK (command > ''b''),') WHERE name = 'change'",
             "no form": "PRAGMA user_version = 0",
             "a future form": "PRAGMA user_version = 99"}
    for name, sql in cases.items():
        shutil.copy("good.db", "bad.db")
        base = sqlite3.connect("bad.db", isolation_level=None)
        base.executescript("PRAGMA writable_schema = ON;" + sql)
        base.close()
        expect(call("restore", "bad.db"), 4, "bad.db", "newer" if name == "a future form" else "damaged")
        assert everything() == before, name
    assert not [one for one in os.listdir(".") if "backup-before-restore" in one or one.startswith("wellmet-")], os.listdir(".")
    # And where it lies in the place of the data file already.
    base = sqlite3.connect("wellmet.db", isolation_level=None)
    base.execute("CREATE " + empties)
    base.close()
    for command in (["log", "note", "nobody", "x"], ["status"], ["import", "life"], ["undo"]):
        expect(call(*command), 4, "wellmet.db", "code", "wellmet restore")
    expect(call("restore", "good.db"), 0, "wellmet.db.backup-before-restore")
    assert everything() == before
    write("a.vcf", CARD)
    expect(call("import", "a.vcf"), 0)
    assert set(before) < set(everything())


def a_file_that_may_only_be_read():
    """Root may write everywhere, so the file system is what refuses: a chmod for others, an attribute for root."""
    write("a.vcf", CARD)
    expect(call("import", "a.vcf"), 0)
    expect(call("backup", "copy.db"), 0)
    if os.geteuid() != 0:
        os.chmod("wellmet.db", 0o400)
        expect(call("status"), 0, "You know")
        expect(call("log", "met", "ada"), 4, "may not be written")
        return
    shutil.chown(".", "nobody")
    os.chmod(".", 0o755)
    os.chmod("wellmet.db", 0o644)
    os.chown("wellmet.db", 0, 0)
    for tail in ("-wal", "-shm"):
        if os.path.exists("wellmet.db" + tail):
            os.remove("wellmet.db" + tail)
    as_nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", WELLMET, "--db", "wellmet.db"]
    before = everything()
    for command, code, *words in ((["status"], 0, "You know"), (["log", "met", "ada"], 4, "may not be written", "permission"),
                                  (["import", "a.vcf"], 4, "may not be written"), (["undo"], 4, "may not be written")):
        expect(subprocess.run([*as_nobody, *command], capture_output=True, text=True), code, *words)
    assert everything() == before


def archives_that_cannot_be_trusted():
    write("good.vcf", CARD)
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("Connections.csv", "First Name,Last Name,Email Address,Company,Position,Connected On\n" +
                   "".join(f"Ada{i},Lovelace,,Engines,Founder,08 Feb 2026\n" for i in range(2000)))
    write("cut.zip", raw.getvalue()[: len(raw.getvalue()) // 2])
    expect(call("import", "cut.zip", "good.vcf"), 3, "cut.zip", "1 card")
    locked = bytearray(raw.getvalue())
    locked[6] |= 1  # The flag that says: encrypted.
    at = locked.rfind(b"PK\x01\x02")
    locked[at + 8] |= 1
    write("locked.zip", bytes(locked))
    expect(call("import", "locked.zip"), 3, "locked.zip", "password")
    with zipfile.ZipFile("outside.zip", "w") as z:
        z.writestr("../../evil.vcf", CARD)
        z.writestr("/evil.vcf", CARD)
        z.writestr("in.vcf", CARD)
    expect(call("import", "outside.zip"), 0, "evil.vcf", "outside")
    assert not os.path.exists("../../evil.vcf") and not os.path.exists("/evil.vcf")
    with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
        with z.open("zeros.vcf", "w", force_zip64=True) as out:
            for _ in range(1100):  # MiB
                out.write(bytes(1 << 20))
    with gzip.open("bomb.vcf.gz", "wb", compresslevel=9) as out:
        out.write(CARD.encode())
        for _ in range(1100):  # MiB
            out.write(bytes(1 << 20))
    before = everything()
    for bomb in ("bomb.zip", "bomb.vcf.gz"):
        expect(call("import", bomb), 3, bomb, "zip bomb")
        expect(call("check"), 0)
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    assert used <= 150, f"{used} MB for archives that unpack to more than 1 GiB"
    assert everything() == before


def hostile_files():
    write("good.vcf", CARD)
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    # The file, the exit code, and what has to be said of it.
    cases = {
        "quotes.csv": (header + 'Ada,"Love"lace,,,"Engines,Founder,08 Feb 2026\nBo,Berg,,,,,08 Feb 2026\n', 0, "line 2", "quote"),
        "long.csv": (header + "Ada," + "x" * (10 << 20) + ",,,,,08 Feb 2026\nBo,Berg,,,,,08 Feb 2026\n", 0, "line 2", "MiB"),
        "latin.csv": (header.encode() + b"Andr\xe9,M\xfcller,,,,,08 Feb 2026\n", 0, "1 connection"),
        "wide.csv": ((header + "Ada,Lovelace,,,,,08 Feb 2026\n").encode("utf-16"), 0, "1 connection"),
        "nul.csv": (header.encode() + b"A\x00da,Love\x00lace,,,,,08 Feb 2026\n", 0, "1 connection"),
        "empty.csv": ("", 3, "empty.csv: is empty"),
        "photo.vcf": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(2000), 3, "photo.vcf: is not a supported file type"),
        "no-end.vcf": ("BEGIN:VCARD\nVERSION:3.0\nFN:Bo Berg\nEMAIL:bo@be", 0, "card 1 (line 1)", "cut off"),
        "no-from.mbox": ("Subject: x\n\nno sender at all\n", 3, "no-from.mbox: is not a supported file type"),
        "endless.ics": ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20200101T100000Z\nRRULE:FREQ=SECONDLY\nSUMMARY:x\n"
                        "ATTENDEE:mailto:a@b.example\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART:20200101T100000Z\n"
                        "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9;BYMINUTE=1,2,3,4,5,6,7,8\nATTENDEE:mailto:a@b.example\n"
                        "END:VEVENT\nEND:VCALENDAR\n", 0, "every hour or more often", "line 10", "5,000 occurrences"),
        "millions.ics": ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:9\nDTSTART:20000101T100000Z\n"
                         "RRULE:FREQ=DAILY;COUNT=9000000;BYHOUR=1,2,3,4;BYMINUTE=1,2,3;BYSECOND=1,2,3\n"
                         "ATTENDEE:mailto:a@b.example\nEND:VEVENT\nEND:VCALENDAR\n", 0, "line 3", "5,000 occurrences"),
        "years.vcf": ("".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:{y}\nEMAIL:{y}@x.example\nBDAY:{y}\nEND:VCARD\n"
                              for y in ("0000-00-00", "9999-12-31")), 0, "2 cards", "card 1 (line 1)", "birthday that no calendar has"),
        "years.mbox": ("".join(f"From a@x.example Sat Jan 01 00:00:00 {y}\nFrom: a@x.example\nTo: ada@lovelace.example\n"
                               f"Date: Sat, 01 Jan {y} 00:00:00 +0000\n\nhi\n\n" for y in ("0000", "9999")),
                       0, "message 1: its date", "message 2: its date"),
        "long.vcf": ("BEGIN:VCARD\nVERSION:3.0\nFN:Bo Berg\nNOTE:" + "x" * (10 << 20) + "\nEMAIL:bo@x.example\nEND:VCARD\n", 0, "1 card"),
        "latin.vcf": (b"BEGIN:VCARD\nVERSION:3.0\nFN:Andr\xe9 \xff\xfe\nEMAIL:an\xe9@x.example\nEND:VCARD\n", 0, "1 card"),
        "nul.vcf": (b"BEGIN:VCARD\nVERSION:3.0\nFN:A\0da\nEMAIL:n\0ul@x.example\nEND:VCARD\n", 0, "1 card"),
        "whole-but-end.vcf": ("BEGIN:VCARD\nVERSION:3.0\nFN:Bo Berg\nEMAIL:bo@berg.example\n", 0, "card 1 (line 1)", "cut off"),
        "years.ics": ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:3\nDTSTART:00000101T100000Z\nATTENDEE:mailto:a@b.example\nEND:VEVENT\n"
                      "BEGIN:VEVENT\nUID:4\nDTSTART:99991231T235959Z\nRRULE:FREQ=YEARLY\nATTENDEE:mailto:a@b.example\n"
                      "END:VEVENT\nEND:VCALENDAR\n", 0, "line 3", "start that can", "line 8"),
        "names.vcf": ("".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:{n}\nEMAIL:n{i}@x.example\nEND:VCARD\n" for i, n in enumerate(
            ["A" * 10_000, "\u202eeroM \x1b[31mred\x1b[0m", "\x07bell \x9b31m", "<img src=x onerror=alert(1)>", "עברית \u200f!"])),
            0, "5 cards"),
    }
    write("first.vcf", CARD.replace("Ada", "Mary").replace("ada", "mary"))
    expect(call("import", "first.vcf"), 0)
    for name, (content, code, *words) in cases.items():
        write(name, content)
        before = everything()
        started = time.monotonic()
        done = call("import", name, "good.vcf")
        assert time.monotonic() - started < 30, f"{name} took too long"
        expect(done, code, *words)
        after = everything()
        assert "ada@lovelace.example" in "".join(after), f"{name} kept the good file out"
        expect(call("import", name, "good.vcf"), code)
        assert everything() == after, f"{name} brought more when read again"
        if name == "names.vcf":
            break  # These stay, to be shown.
        expect(call("undo"), 0)
        assert everything() == before, f"{name} left something behind"
        expect(call("check"), 0)
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    assert used <= 150, f"{used} MB for hostile files"
    os.mkdir("closed")
    write("closed/in.vcf", CARD)
    os.chmod("closed", 0)
    expect(call("import", "closed", "good.vcf", nobody=True), 3, "closed: cannot be read", "permission")
    os.chmod("closed", 0o700)
    for command in (["people"], ["people", "--json"], ["status"], ["today"], ["review"], ["export", "--format", "csv"]):
        done = call(*command)
        assert done.returncode in (0, 1), done.stderr
        if "--json" not in command and command[0] != "export":
            expect(done, done.returncode)
    for i in range(5):
        expect(call("show", f"n{i}@x.example"), 0)
    expect(call("check"), 0)


def main():
    tests = [killed_at_any_moment, two_imports_at_once, a_full_disk, a_newer_file, a_damaged_file,
             a_file_made_to_do_harm, a_file_that_may_only_be_read,
             archives_that_cannot_be_trusted, hostile_files]
    wanted = sys.argv[2:]
    passed = failed = 0
    for test in tests:
        if wanted and test.__name__ not in wanted:
            continue
        folder = tempfile.mkdtemp()
        home = os.getcwd()
        os.chmod(folder, 0o755)
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
