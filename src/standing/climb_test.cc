// When somebody came to stand where they stand. Ada is the person; the owner is "me".

#include "standing/climb.h"

#include <gtest/gtest.h>

#include <random>

#include "ledger/sample_book.h"

namespace standing {
namespace {

using ledger::Kind;
using ledger::Role;
using ledger::SampleBook;

using ledger::ada;

/// Ada's life until a day: her turns, and what `weigh` makes of the same readings.
struct Life {
  ledger::Book book;
  std::vector<Turn> turns;
  Rung rung = Rung::listed;
};

Life life(const SampleBook& sample, std::string_view day = "2026-06-30") {
  Life out;
  out.book = sample.book();
  const Policy policy;
  const base::Instant now = ledger::sample_noon(day);
  const people::People people = people::resolve(out.book, now);
  const std::vector<Reading> readings = read(out.book, people, policy, now);
  const Said words = said(people, out.book.rulings_until(now));
  for (std::uint32_t p = 0; p < people.persons.size(); ++p) {
    const people::PersonId who{p};
    if (people.persons[p].emails != std::vector<std::string>{"ada@x.example"}) continue;
    out.turns = climb(who, of(readings, who), words, out.book, policy, now);
    out.rung = weigh(people, readings, out.book, policy, now)[p].rung;
  }
  return out;
}

/// "2026-01-10 met>network helped".
std::string text(const Life& life) {
  std::string out;
  for (const Turn& turn : life.turns) {
    out += out.empty() ? "" : "\n";
    out += base::iso(base::day_of(turn.at)) + " " + std::string(word(turn.from)) + ">" + std::string(word(turn.to)) + " " +
           (turn.ruling != nullptr ? "ruled" : std::string(ledger::word(turn.kind)));
    if (turn.direction != Direction::none) out += " " + std::string(word(turn.direction));
  }
  return out;
}

SampleBook& helped(SampleBook& book, std::string_view from, std::string_view to, std::string_view day) {
  return book.row(Kind::helped, day, {{from, Role::from}, {to, Role::to}});
}

TEST(Climb, EveryTurnHasItsDayAndWhatBroughtIt) {
  SampleBook book;
  book.card(ada, "Ada Lovelace").mail("me", ada, "2026-01-10").mail(ada, "me", "2026-01-12").met(ada, "2026-02-01");
  helped(book, "me", ada, "2026-03-01");
  book.met(ada, "2026-04-01");
  helped(book, ada, "me", "2026-04-02");
  helped(book, ada, "me", "2026-05-02");
  EXPECT_EQ(text(life(book)),
            "2026-01-10 listed>aware wrote out\n"
            "2026-01-12 aware>in_touch wrote in\n"
            "2026-02-01 in_touch>met met both\n"
            "2026-03-01 met>network helped out\n"
            "2026-05-02 network>advocate helped in");
  const Life then = life(book, "2026-02-15");
  EXPECT_EQ(text(then).substr(text(then).rfind('\n') + 1), "2026-02-01 in_touch>met met both");
}

TEST(Climb, TheLastOfWhatIsNeededCompletesIt) {
  SampleBook book;
  helped(book, "me", ada, "2026-01-10").met(ada, "2026-02-01");
  EXPECT_EQ(text(life(book)), "2026-01-10 listed>in_touch helped out\n2026-02-01 in_touch>network met both");
  SampleBook unsure;
  helped(unsure, "me", ada, "2026-01-10");
  for (const std::string_view day : {"2026-02-01", "2026-03-01", "2026-04-01"})
    unsure.row(Kind::met, day, {{"me", Role::organiser}, {ada, Role::tentative}});
  EXPECT_EQ(text(life(unsure)), "2026-01-10 listed>in_touch helped out\n2026-03-01 in_touch>network met both")
      << "two of 0.8 suffice";
}

TEST(Climb, TheOwnersAnswersAreTurnsToo) {
  SampleBook book;
  book.card(ada, "Ada Lovelace")
      .ruled(ledger::Answer{ledger::Refer::yes}, {ada}, "2026-01-10")
      .ruled(ledger::Answer{ledger::Refer::no}, {ada}, "2026-02-10");
  book.met(ada, "2026-03-10");
  helped(book, "me", ada, "2026-03-11").ruled(ledger::Answer{ledger::Refer::none}, {ada}, "2026-04-10");
  EXPECT_EQ(text(life(book)),
            "2026-01-10 listed>network ruled\n"
            "2026-02-10 network>listed ruled\n"
            "2026-03-10 listed>met met both\n"
            "2026-04-10 met>network ruled");
}

TEST(Climb, WhatWasUnsureCountsFromTheOwnersWordOn) {
  SampleBook book;
  helped(book, "me", ada, "2026-01-10");
  book.row(Kind::met, "2026-02-01", {{"me", Role::organiser}, {ada, Role::tentative}});
  const std::uint64_t key = book.book().rows.back().key;
  SampleBook confirmed = book;
  confirmed.ruled(ledger::MeetingVerdict{key, true}, {ada}, "2026-05-01");
  EXPECT_EQ(text(life(confirmed)), "2026-01-10 listed>in_touch helped out\n2026-05-01 in_touch>network ruled");
  confirmed.ruled(ledger::MeetingVerdict{key, false}, {ada}, "2026-05-02");
  EXPECT_EQ(text(life(confirmed)), "2026-01-10 listed>in_touch helped out");
  book.row(Kind::met, "2026-03-01", {{"me", Role::organiser}, {ada, Role::waiting}});
  book.ruled(ledger::MeetingVerdict{key, true}, {ada}, "2026-05-01");
  EXPECT_EQ(text(life(book)), "2026-01-10 listed>in_touch helped out\n2026-03-01 in_touch>network met both")
      << "the second made it sure before";
}

TEST(Climb, ActsForTheOwnerGrowOld) {
  SampleBook book;
  book.met(ada, "2020-01-10");
  helped(book, ada, "me", "2020-01-20");
  helped(book, ada, "me", "2021-01-20");
  EXPECT_EQ(text(life(book)),
            "2020-01-10 listed>met met both\n"
            "2020-01-20 met>network helped in\n"
            "2021-01-20 network>advocate helped in\n"
            "2023-01-20 advocate>network helped in")
      << "three years after the first, and a day";
}

TEST(Climb, TheRungOfAMomentIsThatOfTheLastTurnUntilThen) {
  SampleBook book;
  book.met(ada, "2026-01-10");
  const Life one = life(book);
  const base::Instant at = one.turns.at(0).at;
  EXPECT_EQ(rung_at(one.turns, {at.seconds - 1}), Rung::listed);
  EXPECT_EQ(rung_at(one.turns, at), Rung::met);
  EXPECT_EQ(rung_at({}, at), Rung::listed);
}

// Kills: acts for the owner that are too old a day early; a confirmed meeting that counts from its own day.
TEST(Climb, OnEveryDayItIsTheRungThatThatDayShowed) {
  std::mt19937 random(7);
  const auto any = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
  const base::Day first = *base::parse_iso_day("2020-01-01");
  using ledger::Refer;
  const Refer answers[] = {Refer::yes, Refer::no, Refer::hesitate, Refer::none};
  for (int round = 0; round < 60; ++round) {
    SampleBook book;
    book.card(ada, "Ada Lovelace");
    std::vector<base::Day> days;
    for (int i = 0; i < 14; ++i) {
      const base::Day day = first + any(2'000);
      const std::string on = base::iso(day);
      days.push_back(day);
      bool ruled = false;
      switch (any(6)) {
        case 0:
          book.mail("me", ada, on);
          break;
        case 1:
          book.mail(ada, "me", on);
          break;
        case 2:
          book.row(Kind::met, on, {{"me", Role::organiser}, {ada, any(2) == 0 ? Role::tentative : Role::accepted}});
          break;
        case 3:
          helped(book, ada, "me", on);
          break;
        case 4:
          helped(book, "me", ada, on);
          break;
        default:
          book.ruled(ledger::Answer{answers[any(4)]}, {ada}, on);
          ruled = true;
      }
      // Only what is unsure is asked about.
      if (ruled || book.last().kind != Kind::met || book.last().parties[1].role != Role::tentative) continue;
      days.push_back(day + any(300));
      book.ruled(ledger::MeetingVerdict{ledger::fingerprint(book.last()).key, true}, {ada}, base::iso(days.back()));
    }
    const Life whole = life(book, "2030-01-01");
    for (const base::Day day : days) {
      for (const base::Day on : {day - 1, day, day + 1, day + 3 * 365, day + 3 * 365 + 1}) {
        const Life then = life(book, base::iso(on));
        ASSERT_EQ(rung_at(whole.turns, ledger::sample_noon(base::iso(on))), then.rung) << round << " " << base::iso(on) << "\n"
                                                                                       << text(whole);
      }
    }
  }
}

}  // namespace
}  // namespace standing
