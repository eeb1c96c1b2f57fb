#!/usr/bin/env python3
"""Bad input and bad luck, for real: what is killed, full, cut off, locked or hostile loses nothing and says what to do.

  faults.py WELLMET [NAME...]      ends with 'N passed, N failed'
"""
import io
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
import zipfile

WELLMET = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else ""
TODAY = "2026-11-22"
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Lovelace\r\nEMAIL:ada@lovelace.example\r\nEND:VCARD\r\n"


def call(*arguments, limit=None, timeout=120):
    """Runs wellmet in the current folder; `limit`: the largest file that it may write, in bytes."""
    def before():
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    return subprocess.run([WELLMET, "--db", "wellmet.db", "--as-of", TODAY, *arguments], capture_output=True, text=True,
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
    for text in (done.stdout, done.stderr):
        assert not any(c in text for c in "\x1b\x07\u202e\u202d\x00"), "a control character reached the terminal"
    assert "Sanitizer" not in said and "runtime error" not in said, said[:2000]


def everything():
    done = call("export", "--format", "jsonl")
    expect(done, 0)
    return sorted(done.stdout.splitlines())


def life(people=200):
    expect(call("demo", "life", "--people", str(people)), 0)
    os.remove("life/truth.json")


def killed_at_any_moment():
    """kill -9 at 50 moments of an import: whole afterwards, and the same once it is run again."""
    life()
    started = time.monotonic()
    expect(call("import", "life"), 0)
    took = time.monotonic() - started
    whole = everything()
    rng = random.Random(7)
    for _ in range(50):
        for tail in ("", "-wal", "-shm"):
            if os.path.exists("wellmet.db" + tail):
                os.remove("wellmet.db" + tail)
        process = subprocess.Popen([WELLMET, "--db", "wellmet.db", "--as-of", TODAY, "import", "life"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(rng.uniform(0, took * 1.1))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        process.wait()
        done = call("check")
        assert done.returncode in (0, 1), done.stderr  # 1: killed before there was a file.
        before = set(everything()) if done.returncode == 0 else set()
        assert before <= set(whole), "something is there that no whole import brings"
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
    with open("wellmet.db", "r+b") as f:
        f.write(b"this is no database" * 40)
    expect(call("status"), 4, "damaged", "restore")


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
    done = subprocess.run([*as_nobody, "log", "met", "ada"], capture_output=True, text=True)
    assert done.returncode == 4 and "written" in done.stderr, (done.returncode, done.stderr)


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
    expect(call("import", "locked.zip"), 3, "locked.zip")
    with zipfile.ZipFile("outside.zip", "w") as z:
        z.writestr("../../evil.vcf", CARD)
        z.writestr("in.vcf", CARD)
    expect(call("import", "outside.zip"), 0)
    assert not os.path.exists("../../evil.vcf")
    with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
        with z.open("zeros.vcf", "w", force_zip64=True) as out:
            for _ in range(2 << 10):
                out.write(bytes(1 << 20))
    done = call("import", "bomb.zip")
    assert done.returncode in (0, 3), done.stderr
    assert everything() == sorted(set(everything()))


def hostile_files():
    write("good.vcf", CARD)
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    cases = {
        "quotes.csv": header + 'Ada,"Love"lace,,,"Engines,Founder,08 Feb 2026\nBo,Berg,,,,,08 Feb 2026\n',
        "long.csv": header + "Ada," + "x" * (10 << 20) + ",,,,,08 Feb 2026\nBo,Berg,,,,,08 Feb 2026\n",
        "latin.csv": header.encode() + b"Andr\xe9,M\xfcller,,,,,08 Feb 2026\n",
        "wide.csv": (header + "Ada,Lovelace,,,,,08 Feb 2026\n").encode("utf-16"),
        "nul.csv": header.encode() + b"A\x00da,Love\x00lace,,,,,08 Feb 2026\n",
        "empty.csv": "",
        "photo.vcf": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(2000),
        "no-end.vcf": "BEGIN:VCARD\nVERSION:3.0\nFN:Bo Berg\nEMAIL:bo@berg.example\n",
        "no-from.mbox": "Subject: x\n\nno sender at all\n",
        "endless.ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20200101T100000Z\nRRULE:FREQ=SECONDLY\nSUMMARY:x\n"
                       "ATTENDEE:mailto:a@b.example\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART:20200101T100000Z\n"
                       "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9;BYMINUTE=1,2,3,4,5,6,7,8\nATTENDEE:mailto:a@b.example\n"
                       "END:VEVENT\nEND:VCALENDAR\n",
        "years.ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:3\nDTSTART:00000101T100000Z\nATTENDEE:mailto:a@b.example\nEND:VEVENT\n"
                     "BEGIN:VEVENT\nUID:4\nDTSTART:99991231T235959Z\nRRULE:FREQ=YEARLY\nATTENDEE:mailto:a@b.example\n"
                     "END:VEVENT\nEND:VCALENDAR\n",
        "names.vcf": "".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:{n}\nEMAIL:n{i}@x.example\nEND:VCARD\n" for i, n in enumerate(
            ["A" * 10_000, "\u202eeroM \x1b[31mred\x1b[0m", "\x07bell \x9b31m", "<img src=x onerror=alert(1)>", "עברית \u200f!"])),
    }
    for name, content in cases.items():
        write(name, content)
        started = time.monotonic()
        done = call("import", name, "good.vcf")
        assert time.monotonic() - started < 30, f"{name} took too long"
        assert done.returncode in (0, 3), f"{name}: exit {done.returncode}: {done.stderr}"
        expect(done, done.returncode)
        if done.returncode == 3:
            assert name in done.stderr, f"{name} is not named: {done.stderr}"
    for command in (["people"], ["people", "--json"], ["status"], ["today"], ["review"], ["export", "--format", "csv"]):
        done = call(*command)
        assert done.returncode in (0, 1), done.stderr
        if "--json" not in command and command[0] != "export":
            expect(done, done.returncode)
    expect(call("show", "n1@x.example"), 0)
    expect(call("check"), 0)


def main():
    tests = [killed_at_any_moment, two_imports_at_once, a_full_disk, a_newer_file, a_damaged_file, a_file_that_may_only_be_read,
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
