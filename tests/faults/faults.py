#!/usr/bin/env python3
"""Real bad luck, one case after the other: faults.py WELLMET [WORD...] (only cases that hold a word).

Each case runs the program as a person would, breaks something for real, and asserts exit code,
message, and that nothing else was harmed. The random moments come from a fixed seed."""

import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

WELLMET = Path(sys.argv[1]).resolve()
CASES = []


def case(function):
    CASES.append(function)
    return function


class Failed(Exception):
    pass


def expect(true, what):
    if not true:
        raise Failed(what)


class Home:
    """A folder with a data file of its own."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.db = self.folder / "wellmet.db"

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def environment(self, db=None):
        return {"PATH": "/usr/bin:/bin", "HOME": str(self.folder), "WELLMET_DB": str(db or self.db), "NO_COLOR": "1",
                "ASAN_OPTIONS": "detect_leaks=0"}

    def start(self, *arguments, db=None, limit=None):
        return subprocess.Popen([WELLMET, *map(str, arguments)], env=self.environment(db), cwd=self.folder,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                preexec_fn=limit)

    def run(self, *arguments, code=0, db=None, limit=None, seconds=120):
        process = self.start(*arguments, db=db, limit=limit)
        try:
            out, err = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise Failed(f"{' '.join(map(str, arguments))}: not done after {seconds} s") from None
        text = (out + err).decode("utf-8", "replace")
        expect(process.returncode == code or code is None,
               f"{' '.join(map(str, arguments))}: exit {process.returncode}, not {code}:\n{text}")
        self.clean(out + err)
        return text

    @staticmethod
    def clean(output):
        """No output may steer a terminal or turn text round."""
        text = output.decode("utf-8", "replace")
        for c in text:
            expect(c == "\n" or c == "\t" or (c >= " " and not "\x7f" <= c <= "\x9f"), f"control character {c!r} in output")
            expect(c not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", f"{c!r} in output")

    def export(self, db=None):
        return sorted(self.run("export", "--format", "jsonl", db=db).splitlines())

    def people(self):
        return self.run("people", "--limit", "0")


GOOD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:good\r\nFN:Greta Good\r\nEMAIL:greta@good.example\r\nEND:VCARD\r\n"


def imports_the_rest(home, bad, code, *words, name="bad"):
    """Imports `bad` beside a good file: the exit code and the words of the message, and Greta is there."""
    good = home.write("good.vcf", GOOD)
    text = home.run("import", bad, good, code=code)
    for word in words:
        expect(word in text, f"{name}: the message lacks {word!r}:\n{text}")
    expect("Greta Good" in home.people(), f"{name}: the other file was not imported")
    home.run("check")
    return text


# The data file.


def life(home, people=60):
    home.run("demo", home.folder / "life", "--people", people)
    (home.folder / "life" / "truth.json").unlink(missing_ok=True)
    return home.folder / "life"


@case
def killed_at_fifty_moments(home):
    files = life(home)
    whole = home.folder / "whole.db"
    started = time.monotonic()
    home.run("import", files, db=whole)
    seconds = time.monotonic() - started
    expected = home.export(db=whole)
    chance = random.Random(7)
    killed = 0
    for turn in range(50):
        db = home.folder / f"{turn}.db"
        process = home.start("import", files, db=db)
        time.sleep(chance.uniform(0, seconds))
        killed += process.poll() is None
        process.kill()
        process.communicate()
        if db.exists():
            home.run("check", db=db)
            expect(set(home.export(db=db)) <= set(expected), "a kill left something that no import would")
        home.run("import", files, db=db)
        expect(home.export(db=db) == expected, f"after kill {turn}, importing again gives another ledger")
        home.run("check", db=db)
        for path in home.folder.glob(f"{turn}.db*"):
            path.unlink()
    expect(killed >= 20, f"only {killed} of 50 were still running")


@case
def two_imports_at_once(home):
    files = life(home)
    home.run("import", files, db=home.folder / "whole.db")
    both = [home.start("import", files) for _ in range(2)]
    codes = []
    for process in both:
        out, err = process.communicate(timeout=120)
        codes.append(process.returncode)
        expect(process.returncode in (0, 4), (out + err).decode())
        expect(process.returncode == 0 or b"writing" in out + err, (out + err).decode())
    expect(0 in codes, "neither import went through")
    expect(home.export() == home.export(db=home.folder / "whole.db"), "not everything is there exactly once")
    home.run("check")


@case
def disk_full_by_file_size(home):
    files = life(home)
    home.run("import", files, db=home.folder / "whole.db")
    size = (home.folder / "whole.db").stat().st_size
    for part in (0.1, 0.4, 0.7, 0.95):
        db = home.folder / f"{part}.db"
        room = int(size * part)
        text = home.run("import", files, db=db, code=None,
                        limit=lambda room=room: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)))
        expect("room" in text or "not be written" in text or "full" in text, f"{part}: the message does not say so:\n{text}")
        home.run("import", files, db=db)
        expect(home.export(db=db) == home.export(db=home.folder / "whole.db"), f"{part}: another ledger afterwards")
        home.run("check", db=db)


@case
def disk_full_for_real(home):
    disk = home.folder / "disk"
    disk.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "none", disk], capture_output=True, text=True, check=False)
    if made.returncode != 0:
        print(f"  (no mounting here: {made.stderr.strip()})")
        return
    try:
        files = life(home, 1_000)
        text = home.run("import", files, db=disk / "w.db", code=None)
        expect("room" in text or "not be written" in text, f"the message does not say so:\n{text}")
        home.run("check", db=disk / "w.db", code=None)
        for path in disk.glob("w.db*"):
            (home.folder / path.name).write_bytes(path.read_bytes())
    finally:
        subprocess.run(["umount", disk], check=True)
    db = home.folder / "w.db"
    home.run("import", files, db=db)
    home.run("check", db=db)


@case
def written_by_a_newer_wellmet(home):
    home.run("import", home.write("good.vcf", GOOD))
    with sqlite3.connect(home.db) as database:
        database.execute("PRAGMA user_version = 999")
    database.close()
    for command in (["people"], ["import", "good.vcf"], ["status"], ["check"]):
        text = home.run(*command, code=4)
        expect("newer" in text and str(home.db) in text, f"{command}: {text}")


@case
def damaged(home):
    home.run("import", life(home))
    content = bytearray(home.db.read_bytes())
    for name, start, size in (("head", 0, 4_096), ("middle", len(content) // 3, len(content) // 3)):
        broken = bytearray(content)
        broken[start:start + size] = random.Random(3).randbytes(size)
        db = home.write(f"{name}.db", bytes(broken))
        text = home.run("check", db=db, code=4)
        expect("restore" in text, f"{name}: what to do is not said:\n{text}")
        expect(db.read_bytes()[start:start + size] == bytes(broken[start:start + size]), "the damaged file was changed")
    short = home.write("short.db", bytes(content[:len(content) // 2]))
    expect("restore" in home.run("check", db=short, code=4), "a cut file")


@case
def read_only(home):
    home.run("import", home.write("good.vcf", GOOD))
    home.run("people")
    home.folder.chmod(0o555)
    home.db.chmod(0o444)
    drop = (lambda: os.setresuid(65_534, 65_534, 65_534)) if os.geteuid() == 0 else None
    try:
        expect("Greta Good" in home.run("people", limit=drop), "reading")
        expect("Greta" in home.run("show", "Greta", limit=drop), "showing")
        text = home.run("log", "met", "Greta", code=4, limit=drop)
        expect("may not be written" in text and str(home.db) in text, text)
    finally:
        home.folder.chmod(0o755)
        home.db.chmod(0o644)


# Archives.


def a_zip(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


@case
def a_zip_that_was_cut(home):
    path = a_zip(home.folder / "cut.zip", [("a.vcf", GOOD.replace("Greta", "Anna").replace("greta", "anna")),
                                           ("big.vcf", random.Random(1).randbytes(200_000))])
    path.write_bytes(path.read_bytes()[:100_000])
    imports_the_rest(home, path, 3, "cut.zip")


@case
def a_zip_that_is_encrypted(home):
    path = a_zip(home.folder / "locked.zip", [("a.vcf", GOOD)])
    content = bytearray(path.read_bytes())
    content[6] |= 1  # The flag in the local header, and in the central one.
    central = content.find(b"PK\x01\x02")
    content[central + 8] |= 1
    path.write_bytes(bytes(content))
    imports_the_rest(home, path, 3, "locked.zip")


@case
def a_zip_that_climbs_out(home):
    (home.folder / "inside").mkdir()
    path = a_zip(home.folder / "inside" / "climb.zip",
                 [("../escaped.vcf", GOOD), ("/tmp/wellmet-escaped.vcf", GOOD)])
    imports_the_rest(home, path, None)
    expect(not (home.folder / "escaped.vcf").exists(), "it wrote outside")
    expect(not Path("/tmp/wellmet-escaped.vcf").exists(), "it wrote outside")


@case
def a_zip_bomb(home):
    path = home.folder / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("bomb.vcf", "w", force_zip64=True) as out:
        out.write(b"BEGIN:VCARD\r\nFN:Bad Bomb\r\nEMAIL:bomb@x.example\r\nEND:VCARD\r\nBEGIN:VCARD\r\nNOTE:")
        for _ in range(2_048):
            out.write(bytes(1 << 20))
    peak_before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    text = imports_the_rest(home, path, 3, "bomb.zip")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    expect("Bad Bomb" not in home.people(), f"something of it was kept:\n{text}")
    if peak > peak_before:
        expect(peak < 150 * 1_024, f"{peak // 1_024} MB of memory")


# Files that are not what they should be.

LINKEDIN = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


@case
def tables_that_are_broken(home):
    rows = LINKEDIN + "Ada,Lovelace,https://www.linkedin.com/in/ada,,Fjord,Engineer,01 Jan 2024\n"
    ugly = {
        "quotes": rows + 'Bo,"Berg,https://x,,\n"Cy"Dahl,"x"y,,,,\n',
        "long": rows + "Bo," + "x" * 10_000_000 + ",https://www.linkedin.com/in/bo,,Y,Z,01 Jan 2024\n",
        "latin": rows.encode() + b"Bj\xf6rn,\xc5str\xf6m,https://www.linkedin.com/in/bjorn,,\xff\xfe,Z,01 Jan 2024\n",
        "utf16": rows.encode("utf-16"),
        "nul": rows.encode() + b"B\0o,Be\0rg,https://www.linkedin.com/in/bo,,Y,Z,01 Jan 2024\n",
    }
    for name, content in ugly.items():
        folder = Home(home.folder / name)
        folder.folder.mkdir()
        imports_the_rest(folder, folder.write("Connections.csv", content), None, name=name)
        expect("Ada Lovelace" in folder.people(), f"{name}: the row before the broken one was lost")


@case
def files_of_no_kind(home):
    for name, content in (("empty.vcf", b""), ("photo.vcf", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(500)),
                          ("noise.mbox", random.Random(5).randbytes(50_000)), ("words.mbox", b"just some words\n" * 50)):
        folder = Home(home.folder / name.replace(".", "-"))
        folder.folder.mkdir()
        imports_the_rest(folder, folder.write(name, content), 3, name)
    text = imports_the_rest(home, home.folder / "not-there.vcf", 3, "not-there.vcf")
    expect("not" in text, text)


@case
def a_card_without_end(home):
    cards = "BEGIN:VCARD\r\nFN:Ada Lovelace\r\nEMAIL:ada@x.example\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Bo Berg\r\nEMAIL:bo@x.example\r\n"
    imports_the_rest(home, home.write("open.vcf", cards), None)
    expect("Ada Lovelace" in home.people(), "the whole card before it")


def calendar(*events):
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + "".join(
        f"BEGIN:VEVENT\r\nUID:{i}\r\n{event}\r\nEND:VEVENT\r\n" for i, event in enumerate(events)) + "END:VCALENDAR\r\n"


ADA = "SUMMARY:Talk\r\nATTENDEE;CN=Ada Lovelace;PARTSTAT=ACCEPTED:mailto:ada@x.example\r\nORGANIZER:mailto:mara@x.example"


@case
def meetings_that_never_end(home):
    for rule in ("FREQ=SECONDLY", "FREQ=SECONDLY;COUNT=50000000", "FREQ=MINUTELY;UNTIL=99991231T000000Z",
                 "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;INTERVAL=1000000", "FREQ=SECONDLY;BYSECOND=61"):
        folder = Home(home.folder / rule.replace(";", "-").replace("=", "-"))
        folder.folder.mkdir()
        started = time.monotonic()
        imports_the_rest(folder, folder.write("x.ics", calendar(f"DTSTART:20200101T100000Z\r\nRRULE:{rule}\r\n{ADA}")), None,
                         name=rule)
        seconds = time.monotonic() - started
        expect(seconds < 5 * 4, f"{rule}: {seconds:.0f} s for four commands")


@case
def days_that_nobody_lived(home):
    events = [f"DTSTART:{day}\r\n{ADA}" for day in ("00000101T000000Z", "00010101T000000Z", "99991231T235959Z", "20240230T100000Z",
                                                    "-00010101T000000Z", "20240101T250000Z", "99999999999999")]
    imports_the_rest(home, home.write("x.ics", calendar(*events)), None)
    cards = "".join(f"BEGIN:VCARD\r\nFN:Ada Day{i}\r\nEMAIL:a{i}@x.example\r\nBDAY:{day}\r\nEND:VCARD\r\n"
                    for i, day in enumerate(("0000-00-00", "9999-99-99", "--13-45", "yesterday", "-1-1-1")))
    home.run("import", home.write("days.vcf", cards), code=None)
    home.run("check")


@case
def names_that_fight_back(home):
    names = ["A" * 10_000, "Eve \u202egnilkcah\u202c Ada", "Ansi \x1b[31mRed\x1b]0;owned\x07", "Bell\x07 \x9b31m Csi", "\u200f\u200e\u2066Isolate Me\u2069"]
    cards = "".join(f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{i}\r\nFN:{name}\r\nORG:{name}\r\nEMAIL:n{i}@x.example\r\nNOTE:{name}\r\nEND:VCARD\r\n"
                    for i, name in enumerate(names))
    home.run("import", home.write("names.vcf", cards), code=None)
    for command in (["people", "--limit", "0"], ["status"], ["today"], ["review"], ["history"], ["check"]):
        home.run(*command)
    for i in range(len(names)):
        home.run("show", f"n{i}@x.example")


def main():
    words = sys.argv[2:]
    passed = failed = 0
    for function in CASES:
        name = function.__name__.replace("_", " ")
        if words and not any(word in name for word in words):
            continue
        with tempfile.TemporaryDirectory(prefix="wellmet-faults-") as folder:
            os.chmod(folder, 0o755)
            try:
                function(Home(folder))
                print(f"ok      {name}", flush=True)
                passed += 1
            except Failed as error:
                print(f"FAILED  {name}: {error}", flush=True)
                failed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
