#!/usr/bin/env python3
"""Writes the files that the speed table is measured on: deterministic, invented, from a seed.

  make_files.py mbox FILE [MESSAGES]          half of it lists, 0.85 GB for 200,000
  make_files.py linkedin FILE.zip [PEOPLE] [MESSAGES]
  make_files.py vcards FILE [CARDS] [FIRST]    three identities each
  make_files.py maildir FOLDER MBOX            the same messages, one file each, for other indexers
"""
import io
import os
import random
import sys
import time
import zipfile

GIVEN = "Ada Bo Chen Dana Emil Fatima Goran Hana Ivan Joana Kofi Lena Mateo Nadia Omar Priya".split()
FAMILY = "Abara Berg Castro Dimitrov Eriksen Fischer Garcia Haddad Ito Jansen Kowalski Lopez Moreau Novak".split()
ENDS = "lund son sen mann ski berg dal vik strom".split()
START = 1_420_070_400  # 2015-01-01


def name(i):
    """16 given names, 14 family names and their compounds: "Berglund", "Bergsonsen"."""
    family, rest = FAMILY[i // len(GIVEN) % len(FAMILY)], i // (len(GIVEN) * len(FAMILY))
    while rest:
        family += ENDS[rest % len(ENDS)]
        rest //= len(ENDS)
    return f"{GIVEN[i % len(GIVEN)]} {family}"


def address(i):
    return f"person{i}@company{i % 997}.example"


def stamp(t):
    return time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(t))


def mbox(path, messages):
    rng = random.Random(1)
    words = [("lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod " * 8).encode() + b"\n" for _ in range(9)]
    body = b"".join(words)
    with open(path, "wb", buffering=1 << 20) as out:
        for i in range(messages):
            t = START + i * 1800
            who = rng.randrange(20_000)
            mine = i % 4 == 0
            sender = ("Mara Lindqvist", "mara@lindqvist.example") if mine else (name(who), address(who))
            to = (name(who), address(who)) if mine else ("Mara Lindqvist", "mara@lindqvist.example")
            head = [f"From {sender[1]} {time.strftime('%a %b %d %H:%M:%S %Y', time.gmtime(t))}"]
            head.append(f"Received: from mx{i % 7}.example (mx.example [192.0.2.1])\n\tby in.example with ESMTP id {i:x};\n\t{stamp(t)}")
            head.append(f"Message-ID: <{i}.{who}@mail.example>")
            if i % 3 == 0:
                head.append(f"In-Reply-To: <{i - 1}.0@mail.example>\nReferences: <{i - 2}.0@mail.example>\n <{i - 1}.0@mail.example>")
            head.append(f"Date: {stamp(t)}")
            shown = f'"{sender[0]}"' if i % 10 else "=?utf-8?q?" + sender[0].replace(" ", "_") + "_=C3=A5?="
            head.append(f"From: {shown} <{sender[1]}>")
            head.append(f"To: {to[0]} <{to[1]}>" + (f",\n\tSomebody Else <{address(who + 1)}>" if i % 5 == 0 else ""))
            head.append("Subject: " + ("=?utf-8?b?w6VyZW5kZQ==?= " if i % 10 == 0 else "") + f"about the thing number {i}")
            if i % 2 and not mine:
                head.append(f"List-Id: <list{i % 50}.lists.example>\nPrecedence: list\nList-Unsubscribe: <mailto:leave@lists.example>")
            if mine:
                head.append("X-Gmail-Labels: Sent")
            head.append("MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8")
            out.write("\n".join(head).encode() + b"\n\n" + body[: 3200 + (i * 37) % 1400] + b"\n\n")


def linkedin(path, people, messages):
    rng = random.Random(2)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        text = io.StringIO()
        text.write('Notes:\n"When exporting your connection data, you may notice"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n')
        for i in range(people):
            day = time.strftime("%d %b %Y", time.gmtime(START + i * 9000))
            first, last = name(i).split(" ", 1)
            text.write(f"{first},{last},https://www.linkedin.com/in/person-{i},,Company {i % 997},Engineer,{day}\n")
        archive.writestr("Connections.csv", text.getvalue())
        text = io.StringIO()
        text.write("CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS\n")
        me = ("Mara Lindqvist", "https://www.linkedin.com/in/mara-lindqvist")
        for i in range(messages):
            who = rng.randrange(people)
            them = (name(who), f"https://www.linkedin.com/in/person-{who}")
            a, b = (me, them) if i % 2 else (them, me)
            day = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime(START + i * 1100))
            text.write(f'2-c{who}==,,{a[0]},{a[1]},{b[0]},{b[1]},{day},,"A line, and another one about nothing in particular {i}",INBOX,\n')
        archive.writestr("messages.csv", text.getvalue())
        archive.writestr("Profile.csv", "First Name,Last Name,Headline\nMara,Lindqvist,Engineer\n")


def vcards(path, cards, first_card=0):
    with open(path, "w", newline="") as out:
        for i in range(first_card, first_card + cards):
            first, last = name(i).split(" ", 1)
            out.write(f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:card-{i}\r\nFN:{first} {last}\r\nN:{last};{first};;;\r\n"
                      f"ORG:Company {i % 997}\r\nEMAIL;TYPE=work:{address(i)}\r\nTEL;TYPE=cell:+4670{i:07d}\r\n"
                      f"ADR;TYPE=home:;;Street {i};Town {i % 300};;{i % 90000:05d};Sweden\r\nEND:VCARD\r\n")


def maildir(folder, path):
    for sub in ("cur", "new", "tmp"):
        os.makedirs(os.path.join(folder, sub), exist_ok=True)
    out = None
    count = 0
    with open(path, "rb") as source:
        for line in source:
            if line.startswith(b"From "):
                out = open(os.path.join(folder, "cur", f"{count}.bench:2,S"), "wb")
                count += 1
            else:
                out.write(line)


def main(arguments):
    kind, path, *rest = arguments
    numbers = [int(n) for n in rest if n.isdigit()]
    if kind == "mbox":
        mbox(path, *(numbers or [200_000]))
    elif kind == "linkedin":
        linkedin(path, *(numbers or [30_000, 300_000]))
    elif kind == "vcards":
        vcards(path, *(numbers or [50_000]))
    elif kind == "maildir":
        maildir(path, rest[0])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
