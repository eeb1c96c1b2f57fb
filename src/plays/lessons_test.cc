#include "plays/lessons.h"

#include <gtest/gtest.h>

#include "ledger/sample_book.h"

namespace plays {
namespace {

using ledger::Kind;
using ledger::Role;
using ledger::SampleBook;

using ledger::ada, ledger::bo;

Lessons learned(const SampleBook& sample, std::string_view until) {
  const ledger::Book book = sample.book();
  const base::Instant moment = ledger::sample_noon(until);
  const people::People people = people::resolve(book, moment);
  return learn_lessons(book, people, standing::read(book, people, {}, moment), moment);
}

Lesson of(const Lessons& lessons, Aim aim) { return lessons.of[static_cast<std::size_t>(aim)]; }

SampleBook two() {
  SampleBook book;
  book.card(ada, "Ada Lovelace").card(bo, "Bo Berg");
  return book;
}

TEST(Lessons, StartFromAGuess) {
  const Lessons none = learned(two(), "2026-06-30");
  EXPECT_DOUBLE_EQ(none.chance(Aim::speak), 0.5);
  EXPECT_DOUBLE_EQ(none.chance(Aim::help), 0.5);
}

TEST(Lessons, AProposalThatWasAnsweredTellsWhetherItLedToACall) {
  SampleBook book = two();
  book.ruled(ledger::StepDone{"meet", "unspoken", "asked her"}, {ada}, "2026-03-01")
      .mail(ada, "me", "2026-03-03")
      .met(ada, "2026-03-20");
  book.ruled(ledger::StepDone{"meet", "first-talk", ""}, {bo}, "2026-03-01").mail(bo, "me", "2026-03-03");
  EXPECT_EQ(of(learned(book, "2026-04-02"), Aim::speak), (Lesson{.tried = 2, .came = 1}));
  EXPECT_EQ(of(learned(book, "2026-03-31"), Aim::speak), Lesson{}) << "too early to say";
  EXPECT_DOUBLE_EQ(learned(book, "2026-04-02").chance(Aim::speak), 0.5);
}

TEST(Lessons, WhatWasNeverAnsweredTellsOfTheAnswerAndNotOfTheRest) {
  SampleBook book = two();
  book.ruled(ledger::StepDone{"help", "no-help", ""}, {ada}, "2026-03-01").mail(ada, "me", "2026-03-20");
  EXPECT_EQ(of(learned(book, "2026-06-30"), Aim::help), Lesson{}) << "three weeks are no answer";
  book.row(Kind::helped, "2026-03-25", {{"me", Role::from}, {ada, Role::to}});
  EXPECT_EQ(of(learned(book, "2026-06-30"), Aim::help), (Lesson{.tried = 1, .came = 1})) << "it came all the same";
  EXPECT_GT(learned(book, "2026-06-30").chance(Aim::help), 0.5);
}

TEST(Lessons, APieceCountsWhetherItWasAnsweredOrNot) {
  SampleBook book = two();
  book.ruled(ledger::PieceSent{{1}}, {ada}, "2026-03-01").ruled(ledger::PieceSent{{1}}, {bo}, "2026-03-01");
  book.row(Kind::engaged, "2026-03-09", {{bo, Role::from}, {"me", Role::to}});
  EXPECT_EQ(of(learned(book, "2026-06-30"), Aim::piece), (Lesson{.tried = 2, .came = 1}));
}

}  // namespace
}  // namespace plays
