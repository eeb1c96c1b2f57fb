#!/usr/bin/env python3
"""An invented table of people with duplicates, for measuring linkage at size.

    make_table.py ROWS FOLDER [SEED]

Writes FOLDER/records.csv (rid, source, fields) and truth.csv (rid, entity). Half of the rows are
people, the other half are second records of some of them, each with the slips that typing makes:
letters put in, left out, replaced, swapped; values missing, fields exchanged, people who moved. Shares
of slips as in FEBRL's generator (Christen 2005). Names are made of syllables; some are frequent,
most are rare, as in life (Zipf).
"""

import csv
import pathlib
import random
import sys

SYLLABLES = ["an", "bel", "cor", "da", "el", "fir", "gan", "hal", "is", "jor", "ka", "lin", "mar", "nel",
             "or", "pet", "quin", "ros", "sta", "tor", "ul", "ven", "wil", "yor", "zel", "mi", "ra", "so"]
STATES = ["nsw", "vic", "qld", "wa", "sa", "tas", "act", "nt"]
KINDS = ["street", "road", "place", "crescent", "avenue", "close", "court", "drive"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
DIGITS = "0123456789"


def words(rng, count, low, high):
    made = set()
    while len(made) < count:
        made.add("".join(rng.choice(SYLLABLES) for _ in range(rng.randint(low, high))))
    return sorted(made)


class Zipf:
    """Draws frequent ones more often than rare ones."""

    def __init__(self, rng, values):
        self.values = values
        rng.shuffle(self.values)
        total, self.sums = 0.0, []
        for place in range(len(values)):
            total += 1 / (place + 10)
            self.sums.append(total)

    def draw(self, rng, count):
        return rng.choices(self.values, cum_weights=self.sums, k=count)


def slip(rng, text):
    """One typing error."""
    if not text:
        return text
    place = rng.randrange(len(text))
    letters = DIGITS if text[place].isdigit() else LETTERS
    kind = rng.random()
    if kind < .25:
        return text[:place] + rng.choice(letters) + text[place:]
    if kind < .5 and len(text) > 1:
        return text[:place] + text[place + 1:]
    if kind < .75 or place + 1 == len(text):
        return text[:place] + rng.choice(letters) + text[place + 1:]
    return text[:place] + text[place + 1] + text[place] + text[place + 2:]


def spoiled(rng, row):
    """A second record of the same person: on average two fields differ."""
    row = list(row)
    for _ in range(rng.choices([0, 1, 2, 3, 4], [5, 30, 35, 20, 10])[0]):
        field = rng.randrange(len(row))
        kind = rng.random()
        if kind < .6:
            row[field] = slip(rng, row[field])
        elif kind < .85:
            row[field] = ""
        elif kind < .93:
            row[0], row[1] = row[1], row[0]
        else:
            row[2], row[3] = str(rng.randint(1, 250)), ""
    return row


def main():
    rows, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    folder.mkdir(parents=True, exist_ok=True)
    people = rows // 2
    given = Zipf(rng, words(rng, 3_000, 1, 3)).draw(rng, people)
    family = Zipf(rng, words(rng, 20_000, 2, 4)).draw(rng, people)
    street = Zipf(rng, words(rng, 8_000, 2, 3)).draw(rng, people)
    towns = [(name, f"{rng.randint(1000, 9999)}", rng.choice(STATES)) for name in words(rng, 2_500, 2, 4)]
    town = Zipf(rng, towns).draw(rng, people)
    made = []
    for i in range(people):
        birth = f"{rng.randint(1920, 2005)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"
        made.append([given[i], family[i], str(rng.randint(1, 250)), f"{street[i]} {rng.choice(KINDS)}",
                     *town[i], birth, f"{rng.randint(1_000_000, 9_999_999)}"])
    table = [(i, row) for i, row in enumerate(made)]
    table += [(i, spoiled(rng, made[i])) for i in rng.sample(range(people), rows - people)]
    rng.shuffle(table)
    with open(folder / "records.csv", "w", newline="", encoding="utf-8") as records, \
            open(folder / "truth.csv", "w", newline="", encoding="utf-8") as truth:
        write, tell = csv.writer(records), csv.writer(truth)
        write.writerow("rid source given_name surname street_number address_1 suburb postcode state "
                       "date_of_birth soc_sec_id".split())
        tell.writerow(["rid", "entity"])
        for number, (who, row) in enumerate(table):
            write.writerow([f"r{number}", "a", *row])
            tell.writerow([f"r{number}", f"e{who}"])


if __name__ == "__main__":
    main()
