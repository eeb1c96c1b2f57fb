"""An invented life before the year: who is in it, what is true of them, and how letters of the year get into files."""
import csv
import datetime
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from xml.sax.saxutils import quoteattr

START = datetime.date(2026, 1, 5)  # A Monday.
HISTORY_ENDS = START - datetime.timedelta(days=7)  # The first week of the year is the one before its first plan.
RUNGS = ["advocate", "network", "met", "in_touch", "aware", "listed"]
PROFILE = "https://www.linkedin.com/in/"


class Wellmet:
    """The program with one data file, on one day."""

    def __init__(self, program, database, day):
        self.program, self.database, self.day = program, database, day

    def run(self, *arguments):
        command = [self.program, "--db", self.database, "--as-of", str(self.day), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode not in (0, 1):
            sys.exit(f"{' '.join(command)} gave {done.returncode}: {done.stderr}")
        return done.stdout

    def json(self, *arguments):
        return json.loads(self.run(*arguments, "--json"))


@dataclass
class Person:
    """What is true of somebody, whether wellmet sees it or not."""

    name: str
    handles: list  # "email:…", "linkedin:…" or "phone:…"; letters go by the first.
    spoken: bool
    help: bool
    in_touch: bool

    @property
    def network(self):
        return self.spoken and self.help

    @property
    def address(self):
        """Of the first handle, as `wellmet log` takes it."""
        kind, value = self.handles[0].split(":", 1)
        return PROFILE + value if kind == "linkedin" else value


@dataclass
class Letter:
    who: int
    out: bool
    at: datetime.datetime
    answer: bool  # To the letter before it.


class Life:
    """People from the closest to the farthest, and wellmet, which has read the life's files and not its truth."""

    def __init__(self, program, folder, seed, people):
        self.seed, self.folder = seed, folder
        self.wellmet = Wellmet(program, os.path.join(folder, "wellmet.db"), HISTORY_ENDS)
        files = os.path.join(folder, "life")
        self.wellmet.run("demo", files, "--people", people, "--seed", seed)
        truth = json.load(open(os.path.join(files, "truth.json"), encoding="utf-8"))
        os.remove(os.path.join(files, "truth.json"))
        cut_calendar(os.path.join(files, "calendar.ics"))
        self.wellmet.run("import", files)
        self.owner = truth["owner"]["name"]
        self.owner_handles = dict(handle.split(":", 1) for handle in truth["owner"]["handles"])
        known = {h: entry for entry in self.wellmet.json("people")["people"] for h in handles_of(entry)}

        def distance(true):
            entry = next((known[h] for h in true["handles"] if h in known), None)
            return RUNGS.index(true["rung"]), -sum(entry["counts"].values()) if entry else 0, true["id"]

        real = sorted((true for true in truth["people"] if not true["organisation"]), key=distance)
        self.people = [person_of(true, known) for true in real]
        self.by_handle = {h: i for i, person in enumerate(self.people) for h in person.handles}
        self.by_name = {person.name: i for i, person in reversed(list(enumerate(self.people)))}

    def find(self, entry):
        """Whom wellmet means by an entry; None: nobody of the life."""
        found = (self.by_handle[h] for h in handles_of(entry) if h in self.by_handle)
        return next(found, self.by_name.get(entry["name"]))

    def write_letters(self, name, letters):
        """-> a folder with the files in which they would come: mail, LinkedIn's messages, a phone's text messages."""
        folder = os.path.join(self.folder, name)
        os.mkdir(folder)
        for kind, file, write in [("email", "mail.mbox", write_mail), ("linkedin", "messages.csv", write_linkedin),
                                  ("phone", "sms.xml", write_texts)]:
            some = [(one, self.people[one.who]) for one in letters if self.people[one.who].handles[0].startswith(kind)]
            if some:
                with open(os.path.join(folder, file), "w", encoding="utf-8", newline="") as out:
                    write(out, self, some)
        return folder


def handles_of(entry):
    profile = ["linkedin:" + entry["linkedin"].removeprefix(PROFILE)] if entry["linkedin"] else []
    return ["email:" + one for one in entry["emails"]] + profile + ["phone:" + one for one in entry["phones"]]


def person_of(true, known):
    """By a handle that wellmet knows, since the owner does. All help in these lives is recommendations, which go by name."""
    handles = sorted((h for h in true["handles"] if not h.startswith("name:")), key=lambda h: h not in known)
    recommended = any(h.startswith("name:") for h in true["handles"])
    rung = RUNGS.index(true["rung"])
    return Person(true["name"], handles, spoken=rung <= RUNGS.index("met"),
                  help=rung <= RUNGS.index("network") or recommended, in_touch=rung <= RUNGS.index("in_touch"))


def cut_calendar(path):
    """Takes out meetings to come and the end of series, so that only the simulator says what happens in the year."""
    text = open(path, encoding="utf-8", newline="").read()
    last = HISTORY_ENDS - datetime.timedelta(days=1)
    text = re.sub(r"(RRULE:[^\r\n]*)", rf"\1;UNTIL={last:%Y%m%d}T235959Z", text)

    def if_past(event):
        return event[0] if re.search(r"DTSTART[^:]*:(\d{8})", event[0])[1] <= f"{last:%Y%m%d}" else ""

    text = re.sub(r"BEGIN:VEVENT.*?END:VEVENT\r\n", if_past, text, flags=re.DOTALL)
    open(path, "w", encoding="utf-8", newline="").write(text)


def write_mail(out, life, letters):
    own = formataddr((life.owner, life.owner_handles["email"]))
    for one, person in letters:
        theirs = formataddr((person.name, person.address))
        message = EmailMessage()
        message["From"], message["To"] = (own, theirs) if one.out else (theirs, own)
        message["Date"] = format_datetime(one.at)
        message["Message-ID"] = f"<{one.who}.{one.at:%Y%m%d%H}@year.example>"
        message["Subject"] = "Re: Hello" if one.answer else "Hello"
        message.set_content("Some words about this and that.")
        out.write(f"From year@xxx {one.at:%a %b %d %H:%M:%S} +0000 {one.at:%Y}\n{message.as_string()}\n")


def write_linkedin(out, life, letters):
    rows = csv.writer(out)
    rows.writerow(["CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS",
                   "DATE", "SUBJECT", "CONTENT", "FOLDER", "ATTACHMENTS"])
    own = [life.owner, PROFILE + life.owner_handles["linkedin"]]
    for one, person in letters:
        theirs = [person.name, person.address]
        ends = own + theirs if one.out else theirs + own
        rows.writerow([f"2-year{one.who}==", "", *ends, f"{one.at:%Y-%m-%d %H:%M:%S} UTC", "", "Hello", "INBOX", ""])


def write_texts(out, life, letters):
    out.write("<?xml version='1.0' encoding='UTF-8'?>\n<smses>\n")
    for one, person in letters:
        out.write(f"<sms protocol=\"0\" address=\"{person.address}\" date=\"{int(one.at.timestamp() * 1000)}\" "
                  f"type=\"{2 if one.out else 1}\" body=\"Hello\" read=\"1\" contact_name={quoteattr(person.name)} />\n")
    out.write("</smses>\n")
