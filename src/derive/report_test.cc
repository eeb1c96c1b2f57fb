#include "derive/report.h"

#include <gtest/gtest.h>

#include "derive/picture.h"
#include "ledger/sample_book.h"

namespace derive {
namespace {

using ledger::Field;
using ledger::Kind;
using ledger::Role;
using ledger::SampleBook;

using ledger::ada, ledger::bo;
const base::Instant today = base::end_of(*base::parse_iso_day("2026-11-20"));

SampleBook life() {
  SampleBook book;
  book.card(ada, "Ada Lovelace").card(bo, "Bo Ek");
  book.met(ada, "2026-01-10").met(bo, "2026-02-10");
  book.row(Kind::helped, "2026-05-01", {{"me", Role::from}, {ada, Role::to}});
  book.row(Kind::helped, "2026-08-01", {{ada, Role::from}, {"me", Role::to}});
  book.row(Kind::helped, "2026-08-02", {{"me", Role::from}, {bo, Role::to}});
  book.ruled(ledger::Answer{ledger::Refer::no}, {bo}, "2026-10-15");
  return book;
}

TEST(Report, QuartersEndWhereTheCalendarSays) {
  const auto ends = quarter_ends(*base::parse_iso_day("2026-01-01"), 3);
  ASSERT_EQ(ends.size(), 3U);
  EXPECT_EQ(base::iso(ends[0]), "2025-06-30");
  EXPECT_EQ(base::iso(ends[2]), "2025-12-31");
  EXPECT_EQ(base::iso(quarter_ends(*base::parse_iso_day("2026-12-31"), 1)[0]), "2026-09-30");
  EXPECT_TRUE(quarter_ends(*base::parse_iso_day("2026-12-31"), 0).empty());
}

TEST(Report, WhoJoinedAndWhoLeft) {
  const SampleBook book = life();
  const Report r = report(book.book(), {}, today, {.quarters = 3, .since = {}});
  ASSERT_EQ(r.rows.size(), 4U);
  EXPECT_EQ(r.rows[0].network, 0U);
  EXPECT_EQ(r.rows[1].network, 1U);
  EXPECT_EQ(r.rows[1].joined, 1U);
  EXPECT_EQ(r.rows[1].both_helped, 0U);
  EXPECT_EQ(r.rows[2].network, 2U);
  EXPECT_EQ(r.rows[2].joined, 1U);
  EXPECT_EQ(r.rows[2].both_helped, 1U);
  EXPECT_EQ(r.rows[3].network, 1U);
  EXPECT_EQ(r.rows[3].joined, 0U);
  EXPECT_EQ(r.rows[3].left, 1U) << "the owner said no";
}

// Two addresses that a card of a later day says are one: what completed it happened long before, but was not known.
TEST(Report, WhoeverIsKnownToBelongSinceMovedWhenThatWasKnown) {
  SampleBook book;
  constexpr std::string_view other = "email:ada@z.example";
  book.card(ada, "Ada Lovelace").card(bo, "Bo Ek").met(ada, "2026-01-10");
  book.row(Kind::helped, "2026-01-11", {{"me", Role::from}, {other, Role::to}});
  book.say(ada, Field::same, other, "2026-09-01");
  const Report r = report(book.book(), {}, today, {.quarters = 3, .since = {}});
  ASSERT_EQ(r.moved.size(), 1U);
  EXPECT_EQ(r.moved[0].day, *base::parse_iso_day("2026-09-30")) << "the end of the quarter in which it came to light";
  EXPECT_EQ(r.moved[0].by, base::say("derive.known-by-now"));
}

TEST(Report, EachRowIsThePictureOfThatDay) {
  const SampleBook book = life();
  for (const ReportRow& row : report(book.book(), {}, today, {.quarters = 3, .since = {}}).rows) {
    const Totals t = picture(book.book(), {}, std::min(base::end_of(row.day), today)).totals;
    EXPECT_EQ(row.people, t.people) << base::iso(row.day);
    EXPECT_EQ(row.network, t.network);
    EXPECT_EQ(row.quiet, t.quiet);
    EXPECT_EQ(row.advocates, t.advocates);
  }
}

TEST(Report, NobodyIsKnownYet) {
  const ledger::Book nothing = SampleBook().book();
  const Report r = report(nothing, {}, today, {});
  ASSERT_EQ(r.rows.size(), 1U);
  EXPECT_EQ(r.rows[0].people, 0U);
  EXPECT_TRUE(r.foretold.empty());
}

/// "2026-05-01 Ada Lovelace: derive.help-out; help no-help 2026-04-20".
std::string text(const std::vector<Moved>& moved) {
  std::string out;
  for (const Moved& one : moved) {
    out += out.empty() ? "" : "\n";
    out += base::iso(one.day) + " " + one.name + ": " + base::text(one.by);
    for (const plays::Taken& step : one.after)
      out += "; " + step.play + " " + step.topic + " " + base::iso(base::day_of(step.at));
  }
  return out;
}

TEST(Report, WhoMovedIntoTheNetworkWhenAndAfterWhichSteps) {
  SampleBook book = life();
  book.ruled(ledger::StepDone{"talk", "due", ""}, {ada}, "2026-01-30")
      .ruled(ledger::StepDone{"talk", "due", ""}, {ada}, "2026-01-31");
  book.ruled(ledger::StepDone{"help", "no-help", "found her a tax adviser"}, {ada}, "2026-05-01")
      .ruled(ledger::PieceSent{{4}}, {ada}, "2026-03-03");
  book.ruled(ledger::StepDone{"talk", "due", ""}, {ada}, "2026-05-02")
      .ruled(ledger::StepDone{"meet", "unspoken", ""}, {bo}, "2026-06-01");
  const Report r = report(book.book(), {}, today, {.quarters = 3, .since = {}});
  EXPECT_EQ(base::iso(*r.since), "2026-04-01");
  EXPECT_EQ(text(r.moved),
            "2026-08-02 Bo Ek: derive.help-out; meet unspoken 2026-06-01\n"
            "2026-05-01 Ada Lovelace: derive.help-out; help no-help 2026-05-01; share piece-4 2026-03-03; talk due 2026-01-31");
  EXPECT_EQ(r.moved[1].id.size(), 9U);
  ASSERT_EQ(r.plays.size(), 3U) << "of the period";
  EXPECT_EQ(r.plays[0].play, "talk");
  EXPECT_EQ(r.plays[0].network, 0U) << "she was network by then";
  EXPECT_EQ(r.plays[1].network, 1U);
  EXPECT_EQ(r.plays[2].network, 1U);
  // Bo is no member any more: he moved in all the same, and left.
  EXPECT_EQ(report(book.book(), {}, base::end_of(*base::parse_iso_day("2026-07-01")), {.quarters = 3, .since = {}}).moved.size(),
            1U);
}

TEST(Report, SinceADayOfOnesOwn) {
  const SampleBook book = life();
  const auto since = [&](std::string_view day, int quarters) {
    return text(report(book.book(), {}, today, {.quarters = quarters, .since = base::parse_iso_day(day)}).moved);
  };
  const std::string bos = "2026-08-02 Bo Ek: derive.help-out";
  const std::string both = bos + "\n2026-05-01 Ada Lovelace: derive.help-out";
  for (const int quarters : {1, 2, 8}) {
    EXPECT_EQ(since("2020-01-01", quarters), both) << quarters;
    EXPECT_EQ(since("2026-05-01", quarters), both) << quarters;
    EXPECT_EQ(since("2026-05-02", quarters), bos) << quarters;
    EXPECT_EQ(since("2026-08-03", quarters), "") << quarters;
  }
  EXPECT_EQ(since("2020-01-01", 0), "2026-05-01 Ada Lovelace: derive.help-out") << "Bo came and left between two rows";
  EXPECT_FALSE(report(book.book(), {}, today, {.quarters = 0, .since = {}}).since) << "no period without a second row";
}

TEST(Report, WhatTheOwnerSaysMovesPeopleToo) {
  SampleBook book = life();
  book.card("email:cy@z.example", "Cy Dahl").ruled(ledger::Answer{ledger::Refer::yes}, {"email:cy@z.example"}, "2026-07-07");
  book.ruled(ledger::LetGo{}, {ada}, "2026-06-01").ruled(ledger::TakeBack{}, {ada}, "2026-10-20");
  book.ruled(ledger::Answer{ledger::Refer::none}, {bo}, "2026-11-01");
  const Report r = report(book.book(), {}, today, {.quarters = 2, .since = {}});
  EXPECT_EQ(text(r.moved),
            "2026-10-20 Ada Lovelace: derive.taken-back\n"
            "2026-08-02 Bo Ek: derive.help-out\n"
            "2026-07-07 Cy Dahl: derive.answer refer=yes");
  EXPECT_EQ(r.rows[1].joined, 2U);
  EXPECT_EQ(r.rows[2].joined, 1U);
}

TEST(Report, WhoWritesAgainIsBack) {
  SampleBook book = life();
  book.ruled(ledger::LetGo{}, {ada}, "2026-06-01").mail(ada, "me", "2026-07-07").mail(ada, "me", "2026-07-09");
  EXPECT_EQ(text(report(book.book(), {}, today, {.quarters = 2, .since = base::parse_iso_day("2026-07-01")}).moved),
            "2026-08-02 Bo Ek: derive.help-out\n2026-07-07 Ada Lovelace: derive.back-in-touch");
}

TEST(Report, ConstancyIsTheMeanOfMembers) {
  SampleBook book;
  book.card(ada, "Ada Lovelace").card(bo, "Bo Ek");
  EXPECT_FALSE(report(book.book(), {}, today, {}).constancy_windows) << "nobody";
  for (const std::string_view who : {ada, bo}) book.ruled(ledger::Answer{ledger::Refer::yes}, {who}, "2026-01-10");
  for (const std::string_view day : {"2026-11-20", "2026-10-15", "2026-09-15"}) book.mail("me", ada, day);
  EXPECT_DOUBLE_EQ(*report(book.book(), {}, today, {}).constancy_windows, 1.5);
}

}  // namespace
}  // namespace derive
