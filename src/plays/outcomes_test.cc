// What came after the steps that the owner took. Ada and Bo are people; the owner is "me".

#include "plays/outcomes.h"

#include <gtest/gtest.h>

#include "ledger/sample_book.h"

namespace plays {
namespace {

using ledger::Kind;
using ledger::Role;
using ledger::SampleBook;

using ledger::ada, ledger::bo;

std::string table(const SampleBook& sample, std::string_view today = "2026-12-31", std::string_view from = "2026-01-01") {
  const ledger::Book book = sample.book();
  const standing::Policy policy;
  const base::Instant now = base::end_of(*base::parse_iso_day(today));
  const people::People people = people::resolve(book, now);
  const auto readings = standing::read(book, people, policy, now);
  const auto rulings = book.rulings_until(now);
  const standing::Said said = standing::said(people, rulings);
  std::string out;
  for (const Outcomes& one :
       outcomes(steps_taken(people, rulings), {book, readings, said, policy, now}, *base::parse_iso_day(from))) {
    out += out.empty() ? "" : "\n";
    out += one.play + " " + std::to_string(one.steps) + " to " + std::to_string(one.people) + ": " +
           std::to_string(one.answered) + " answered, " + std::to_string(one.moved_up) + " up, " + std::to_string(one.network) +
           " network, " + std::to_string(one.too_early) + " early";
  }
  return out;
}

SampleBook two_met() {
  SampleBook book;
  return book.card(ada, "Ada Lovelace").card(bo, "Bo Ek").met(ada, "2026-01-10").met(bo, "2026-01-10");
}

SampleBook& help(SampleBook& book, std::string_view who, std::string_view day) {
  return book.row(Kind::helped, day, {{"me", Role::from}, {who, Role::to}});
}

TEST(Outcomes, StepsAreReadFromWhatTheOwnerSaid) {
  SampleBook book = two_met();
  book.ruled(ledger::StepDone{"talk", "owed", "wrote her, at last"}, {ada}, "2026-03-02");
  book.ruled(ledger::StepSkipped{"talk", "owed", ""}, {ada}, "2026-03-01")
      .ruled(ledger::StepPostponed{*base::parse_iso_day("2026-12-01"), "talk", "owed"}, {ada}, "2026-03-01");
  book.ruled(ledger::PieceSent{{3}}, {bo}, "2026-03-01").ruled(ledger::IntroductionMade{{4}}, {ada, bo}, "2026-03-01");
  book.ruled(ledger::StepDone{"share", "piece-3", ""}, {bo}, "2026-03-01").ruled(ledger::Offer{"done"}, {bo}, "2026-03-01");
  const ledger::Book rows = book.book();
  const base::Instant now = ledger::sample_noon("2026-12-31");
  const people::People people = people::resolve(rows, now);
  std::string out;
  const auto steps = steps_taken(people, rows.rulings_until(now));
  for (const Taken& step : steps)
    out +=
        people.persons[step.who.value].name + ": " + step.play + " " + step.topic + " " + base::iso(base::day_of(step.at)) + "\n";
  const std::string adas = "Ada Lovelace: help introduction 2026-03-01\nAda Lovelace: talk owed 2026-03-02\n";
  const std::string bos = "Bo Ek: help introduction 2026-03-01\nBo Ek: share piece-3 2026-03-01\n";
  EXPECT_TRUE(out == adas + bos || out == bos + adas) << out;
  EXPECT_EQ(of(steps, steps.front().who).size(), 2U);
}

TEST(Outcomes, AnAnswerComesFromThemWithinFourteenDays) {
  const auto with = [](Kind kind, std::string_view day, bool out) {
    SampleBook book = two_met();
    book.ruled(ledger::StepDone{"talk", "due", ""}, {ada}, "2026-03-01");
    book.row(kind, day, {{out ? "me" : ada, Role::from}, {out ? ada : "me", Role::to}});
    return table(book);
  };
  const std::string answered = "talk 1 to 1: 1 answered, 0 up, 0 network, 0 early";
  const std::string none = "talk 1 to 1: 0 answered, 0 up, 0 network, 0 early";
  EXPECT_EQ(with(Kind::wrote, "2026-03-02", false), answered);
  EXPECT_EQ(with(Kind::wrote, "2026-03-15", false), answered);
  EXPECT_EQ(with(Kind::wrote, "2026-03-16", false), none);
  EXPECT_EQ(with(Kind::wrote, "2026-02-28", false), none);
  EXPECT_EQ(with(Kind::wrote, "2026-03-02", true), none) << "the owner's own letter";
  EXPECT_EQ(with(Kind::called, "2026-03-02", true), answered) << "they spoke";
  EXPECT_EQ(with(Kind::engaged, "2026-03-02", false), answered);
}

TEST(Outcomes, WhoMovedUpReachedAHigherRungWithinNinetyDays) {
  for (const auto& [day, words] : {std::pair{"2026-03-01", "help 1 to 1: 0 answered, 1 up, 1 network, 0 early"},
                                   std::pair{"2026-05-30", "help 1 to 1: 0 answered, 1 up, 1 network, 0 early"},
                                   std::pair{"2026-05-31", "help 1 to 1: 0 answered, 0 up, 0 network, 0 early"},
                                   std::pair{"2026-02-28", "help 1 to 1: 0 answered, 0 up, 0 network, 0 early"}}) {
    SampleBook book = two_met();
    book.ruled(ledger::StepDone{"help", "no-help", ""}, {ada}, "2026-03-01");
    EXPECT_EQ(table(help(book, ada, day)), words) << day;
  }
  SampleBook known;
  known.card(ada, "Ada Lovelace").ruled(ledger::StepDone{"talk", "due", ""}, {ada}, "2026-03-01").mail("me", ada, "2026-03-01");
  EXPECT_EQ(table(known), "talk 1 to 1: 0 answered, 0 up, 0 network, 0 early") << "a letter of the owner's moves nobody";
  known.mail(ada, "me", "2026-03-03");
  EXPECT_EQ(table(known), "talk 1 to 1: 1 answered, 1 up, 0 network, 0 early");
}

TEST(Outcomes, PeopleAreCountedOnceAPlay) {
  SampleBook book = two_met();
  for (const std::string_view day : {"2026-03-01", "2026-04-01", "2026-05-01"})
    book.ruled(ledger::StepDone{"talk", "due", ""}, {ada}, day);
  book.ruled(ledger::StepDone{"talk", "due", ""}, {bo}, "2026-04-01")
      .ruled(ledger::StepDone{"meet", "unspoken", ""}, {bo}, "2026-04-02");
  book.ruled(ledger::StepDone{"zeal", "x", ""}, {bo}, "2026-04-02")
      .ruled(ledger::StepDone{"ardour", "x", ""}, {bo}, "2026-04-02");
  book.mail(ada, "me", "2026-03-05").mail(ada, "me", "2026-04-05");
  EXPECT_EQ(table(book),
            "talk 4 to 2: 1 answered, 0 up, 0 network, 0 early\n"
            "meet 1 to 1: 0 answered, 0 up, 0 network, 0 early\n"
            "ardour 1 to 1: 0 answered, 0 up, 0 network, 0 early\n"
            "zeal 1 to 1: 0 answered, 0 up, 0 network, 0 early");
  EXPECT_EQ(table(book, "2026-12-31", "2026-04-02").substr(0, 14), "talk 1 to 1: 0") << "only those of the period";
}

TEST(Outcomes, WhatIsYoungAndHasBroughtNothingIsTooEarlyToSay) {
  SampleBook book = two_met();
  book.ruled(ledger::StepDone{"talk", "due", ""}, {ada}, "2026-03-01")
      .ruled(ledger::StepDone{"talk", "due", ""}, {bo}, "2026-03-01")
      .mail(ada, "me", "2026-03-05");
  EXPECT_EQ(table(book, "2026-05-29"), "talk 2 to 2: 1 answered, 0 up, 0 network, 1 early");
  EXPECT_EQ(table(book, "2026-05-30"), "talk 2 to 2: 1 answered, 0 up, 0 network, 0 early");
  EXPECT_EQ(table(book, "2026-02-28"), "") << "not done yet";
}

}  // namespace
}  // namespace plays
