"""year.py SIMULATOR WELLMET: how many contacts move into the network per hour of the owner's time, within a year.

The year of an invented life is lived by the plan of `wellmet today`, and by each fixed cadence of planner_sim.py. Who
writes by themselves, who answers and who is annoyed is told by the simulator's World; which facts that makes true is kept
here. What the owner does with somebody, and the minutes that it takes, are the same throughout (`Year.do`): only who is
chosen differs. Where a cadence rings for somebody, the owner knows from the truth of the life what is missing and does
that (`best_deed`). Contact that comes by itself goes both ways and takes no minutes.
"""
import argparse
import concurrent.futures
import datetime
import importlib.util
import statistics
import sys
import tempfile
from typing import NamedTuple

import numpy

from life import START, Letter, Life, Person

MESSAGE, OFFER, PROPOSAL = "message", "offer", "proposal"
MINUTES = {MESSAGE: 5, OFFER: 10, PROPOSAL: 10}
CALL_MINUTES = 20
CADENCES = ["cadence_fifo", "cadence_overdue", "cadence_90d", "cadence_important"]


class Outcome(NamedTuple):
    answered: bool
    spoken: bool
    helped: bool


class Year:
    """One life's year under one policy: the hidden world, what has become true, the minutes that it took."""

    def __init__(self, sim, life, options):
        self.people = [Person(**vars(person)) for person in life.people]
        self.world = sim.World(life.seed, options.people, options.weeks, options.budget, {})
        if self.world.n < len(self.people):
            sys.exit(f"the simulator has room for {self.world.n} of {len(self.people)} people: choose another --people")
        # Whether the k-th offer to somebody helps does not depend on the policy.
        self.coins = numpy.random.RandomState(life.seed + 777).rand(options.weeks, self.world.n)
        self.offers = [0] * len(self.people)
        self.budget, self.help_chance = options.budget, options.help_chance
        self.week, self.left, self.minutes, self.annoyance = -1, 0, 0, 0.0
        self.members_before = sum(person.network for person in self.people)

    def begin_week(self):
        """-> those with whom there was contact since the week before, both ways."""
        self.week += 1
        self.left = self.budget + min(0, self.left)
        natural = [int(i) for i in self.world.pass_week() if i < len(self.people)]
        for i in natural:
            self.people[i].in_touch = True
        return natural

    def do(self, i, deed):
        """An offer that is answered helps, or it does not; a call that is answered takes place, even over time."""
        answered, annoyance, _ = self.world.act(i, "message", self.week)
        self.annoyance += annoyance
        spoken = helped = False
        if deed == OFFER:
            helped = bool(answered and self.coins[self.offers[i]][i] < self.help_chance)
            self.offers[i] += 1
        elif deed == PROPOSAL:
            spoken = bool(answered)
        person = self.people[i]
        person.in_touch |= bool(answered)
        person.spoken |= spoken
        person.help |= helped
        spent = MINUTES[deed] + CALL_MINUTES * spoken
        self.left -= spent
        self.minutes += spent
        return Outcome(bool(answered), spoken, helped)

    def result(self):
        members = [i for i, person in enumerate(self.people) if person.network]
        moved, hours = len(members) - self.members_before, self.minutes / 60
        return {"moved": moved, "hours": hours, "rate": moved / hours if hours else 0.0,
                "annoyance": 100 * self.annoyance / float(self.world.v.sum() * self.world.W),
                "warm": 100 * statistics.fmean(self.world.z[i] == 0 for i in members) if members else 0.0}


def best_deed(person):
    if person.spoken and not person.help:
        return OFFER
    if not person.spoken and (person.help or person.in_touch):
        return PROPOSAL
    return MESSAGE


def deed_of(step, person):
    """What a step of the plan asks for; a call only where they never spoke, help only where none has flowed."""
    if step["play"] == "meet" and not person.spoken:
        return PROPOSAL
    if step["play"] == "help" and step["topic"] != "thanks" and not person.help:
        return OFFER
    return MESSAGE


def live_by_cadence(sim, life, options, cadence):
    year = Year(sim, life, options)
    for week in range(options.weeks):
        year.begin_week()
        for i, _ in sim.choose(cadence, year.world, None, week, None):
            if i < len(year.people) and MINUTES[best_deed(year.people[i])] <= year.left:
                year.do(i, best_deed(year.people[i]))
    return year.result()


class Planned:
    """A year in which wellmet is told every Monday what has happened, and the plan for that week's minutes is done."""

    def __init__(self, sim, life, options):
        self.year, self.life, self.wellmet, self.closes = Year(sim, life, options), life, life.wellmet, options.closes
        self.letters, self.said = [], []  # Since the Monday before; `said` is for `wellmet log`.
        self.trace = []

    def live(self, weeks):
        for _ in range(weeks):
            natural = self.year.begin_week()
            self.wellmet.day = START + datetime.timedelta(weeks=self.year.week)
            self.catch_up(natural)
            self.follow_plan()
        self.wellmet.day += datetime.timedelta(weeks=1)
        self.catch_up([])
        found = {self.life.find(entry) for entry in self.wellmet.json("people", "--standing", "network")["people"]}
        true = {i for i, person in enumerate(self.year.people) if person.network}
        return {**self.year.result(), "true": len(true), "told": self.wellmet.json("status")["network"],
                "differ": [self.life.people[i].name for i in sorted((true ^ found) - {None})], "trace": self.trace}

    def wrote(self, i, out, days, hour, answer):
        day = self.wellmet.day + datetime.timedelta(days=days)
        at = datetime.datetime.combine(day, datetime.time(hour), datetime.timezone.utc)
        self.letters.append(Letter(i, out, at, answer))

    def catch_up(self, natural):
        for i in natural:
            days = -1 - (i + self.year.week) % 5
            self.wrote(i, False, days, 9, False)
            self.wrote(i, True, days, 12, True)
        if self.letters:
            self.wellmet.run("import", self.life.write_letters(str(self.wellmet.day), self.letters))
        for words in self.said:
            self.wellmet.run("log", *words)
        self.letters, self.said = [], []

    def follow_plan(self):
        year = self.year
        self.trace.append(f"{self.wellmet.day}: {year.left} minutes")
        who = {entry["id"]: self.life.find(entry) for entry in self.wellmet.json("people")["people"]}
        for step in self.wellmet.json("today", "--minutes", year.left)["steps"] if year.left > 0 else []:
            what = f"  {step['play']} {step['topic']}, {step['person']['name']}, {step['reason']}"
            i = who.get(step["person"]["id"])
            if i is None:
                self.trace.append(what + ": nobody of this life")
            elif MINUTES[deed_of(step, year.people[i])] <= year.left:
                deed, before = deed_of(step, year.people[i]), year.people[i].network
                outcome = year.do(i, deed)
                self.remember(i, outcome)
                words = [deed, *(name for name, true in outcome._asdict().items() if true)]
                words += ["NETWORK"] if year.people[i].network and not before else []
                self.trace.append(f"{what}: {', '.join(words)}")
            else:
                continue
            self.wellmet.run("done", step["n"])
        self.trace.append(f"  {year.left} minutes left")

    def remember(self, i, outcome):
        """What came of it is known on the next Monday."""
        days = 1 + (i + self.year.week) % 3
        self.wrote(i, True, 0, 9, False)
        if outcome.answered:
            self.wrote(i, False, days, 15, True)
            if self.closes:
                self.wrote(i, True, days, 17, True)
        day = self.wellmet.day + datetime.timedelta(days=days + 1)
        if outcome.spoken:
            self.said.append(["called", self.life.people[i].address, "--on", day])
        if outcome.helped:
            self.said.append(["helped", self.life.people[i].address, "as offered", "--on", day])


def live(sim, options, seed):
    """-> {policy: result} of one life."""
    with tempfile.TemporaryDirectory() as folder:
        life = Life(options.wellmet, folder, seed, options.people)
        planned = Planned(sim, life, options).live(options.weeks)
        return {"wellmet": planned, **{cadence: live_by_cadence(sim, life, options, cadence) for cadence in CADENCES}}


def mean_and_error(values):
    return statistics.fmean(values), statistics.stdev(values) / len(values) ** 0.5 if len(values) > 1 else 0.0


def student(freedom):
    """The 97.5 % point of Student's t; Abramowitz and Stegun 26.7.5, good to .01 from 4 degrees of freedom."""
    z = statistics.NormalDist().inv_cdf(0.975)
    return (z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
            + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3))


def print_tables(lives):
    def mean(policy, key):
        return statistics.fmean(one[policy][key] for one in lives)

    print(f"{'policy':18} {'moved':>6} {'hours':>6} {'moved/hour':>10} {'+-':>5} {'annoyance %':>11} {'warm %':>7}")
    for policy in ["wellmet", *CADENCES]:
        rate, error = mean_and_error([one[policy]["rate"] for one in lives])
        print(f"{policy:18} {mean(policy, 'moved'):6.2f} {mean(policy, 'hours'):6.2f} {rate:10.3f} {error:5.3f} "
              f"{mean(policy, 'annoyance'):11.2f} {mean(policy, 'warm'):7.1f}")
    best = max(CADENCES, key=lambda cadence: mean(cadence, "rate"))
    print(f"best cadence, chosen with hindsight on these very seeds, which favours it: {best}")
    for key, words in [("rate", "moved per hour"), ("moved", "moved")]:
        difference, error = mean_and_error([one["wellmet"][key] - one[best][key] for one in lives])
        half = student(len(lives) - 1) * error if len(lives) > 1 else 0.0
        print(f"wellmet - {best}, {words}: {difference:+.3f} +- {error:.3f}, "
              f"95 % interval {difference - half:+.3f} .. {difference + half:+.3f}")
    print(f"network at the end: {mean('wellmet', 'true'):.2f} in truth, {mean('wellmet', 'told'):.2f} as wellmet tells")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("simulator", help="planner_sim.py")
    parser.add_argument("wellmet")
    parser.add_argument("--first", type=int, default=5001)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--weeks", type=int, default=52)
    parser.add_argument("--budget", type=int, default=60, help="minutes a week")
    parser.add_argument("--help-chance", type=float, default=0.5, help="that an offer which is answered helps")
    parser.add_argument("--closes", action="store_true", help="a last word of the owner's ends each exchange, for nothing")
    parser.add_argument("--jobs", type=int, default=1, help="lives at a time")
    parser.add_argument("--verbose", action="store_true", help="a line for each life")
    parser.add_argument("--steps", action="store_true", help="every step of every plan")
    options = parser.parse_args()
    spec = importlib.util.spec_from_file_location("planner_sim", options.simulator)
    sim = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sim)
    seeds = range(options.first, options.first + options.seeds)
    print(f"seeds {seeds[0]}..{seeds[-1]}, {options.people} people, {options.weeks} weeks, {options.budget} minutes a week, "
          f"{options.help_chance:g} of answered offers help{', exchanges closed' if options.closes else ''}", flush=True)
    lives = []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for seed, one in zip(seeds, pool.map(lambda seed: live(sim, options, seed), seeds)):
            lives.append(one)
            if options.steps:
                print("\n".join(one["wellmet"]["trace"]))
            if options.verbose or options.steps:
                moved = ", ".join(f"{policy} {result['moved']} in {result['hours']:.1f} h" for policy, result in one.items())
                print(f"seed {seed}: {moved}; wellmet misjudges {one['wellmet']['differ']}", flush=True)
    print_tables(lives)


if __name__ == "__main__":
    main()
