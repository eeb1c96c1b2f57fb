#include "standing/constancy.h"

#include <gtest/gtest.h>

#include "ledger/sample_book.h"

namespace standing {
namespace {

using ledger::Kind;
using ledger::Role;
using ledger::SampleBook;

using ledger::ada;
const base::Day today = *base::parse_iso_day("2026-06-30");

Constancy of_ada(const SampleBook& sample, std::uint32_t median_gap_days = 30, std::uint32_t exchanges = 3) {
  const ledger::Book book = sample.book();
  const Policy policy;
  const people::People people = people::resolve(book, base::end_of(today));
  Standing standing;
  standing.median_gap_days = median_gap_days;
  standing.exchanges = exchanges;
  return constancy(standing, read(book, people, policy, base::end_of(today)), book, policy, base::end_of(today));
}

std::string ago(int days) { return base::iso(today - days); }

TEST(Constancy, CountsWindowsAndNotRows) {
  SampleBook book;
  EXPECT_EQ(of_ada(book), (Constancy{.windows = 12, .in_touch = 0, .window_days = 30}));
  for (const int days : {0, 1, 29}) book.mail("me", ada, ago(days));
  EXPECT_EQ(of_ada(book).in_touch, 1) << "one window of thirty days, today the last of them";
  book.mail("me", ada, ago(30));
  EXPECT_EQ(of_ada(book).in_touch, 2);
  book.mail("me", ada, ago(359));
  EXPECT_EQ(of_ada(book).in_touch, 3);
  book.mail("me", ada, ago(360));
  EXPECT_EQ(of_ada(book).in_touch, 3) << "before the twelve";
}

TEST(Constancy, AWindowIsAsLongAsTheHabitWithinItsBounds) {
  struct Rule {
    std::uint32_t gap_days;
    int window_days;
  };
  for (const Rule rule : {Rule{1, 7}, Rule{7, 7}, Rule{17, 17}, Rule{91, 91}, Rule{92, 91}, Rule{4'000'000'000U, 91}}) {
    SampleBook book;
    for (int i = 0; i < 12; ++i) book.mail("me", ada, ago(i * rule.window_days));
    EXPECT_EQ(of_ada(book, rule.gap_days).window_days, rule.window_days);
    EXPECT_EQ(of_ada(book, rule.gap_days).in_touch, 12) << rule.gap_days;
  }
  EXPECT_EQ(of_ada(SampleBook(), 17, 2).window_days, 30) << "one gap is no habit";
  EXPECT_EQ(of_ada(SampleBook(), 0, 0).window_days, 30);
}

TEST(Constancy, OnlyWhatTheOwnerDidCounts) {
  struct Rule {
    Kind kind;
    bool out;
    bool in;
  };
  for (const Rule rule :
       {Rule{Kind::wrote, true, false}, Rule{Kind::called, true, false}, Rule{Kind::helped, true, false},
        Rule{Kind::introduced, true, false}, Rule{Kind::asked, true, false}, Rule{Kind::shared, false, false},
        Rule{Kind::endorsed, false, false}, Rule{Kind::thanked, false, false}, Rule{Kind::noted, false, false}}) {
    SampleBook out, in;
    out.row(rule.kind, ago(3), {{"me", Role::from}, {ada, Role::to}});
    in.row(rule.kind, ago(3), {{ada, Role::from}, {"me", Role::to}});
    EXPECT_EQ(of_ada(out).in_touch, rule.out ? 1 : 0) << ledger::word(rule.kind);
    EXPECT_EQ(of_ada(in).in_touch, rule.in ? 1 : 0) << ledger::word(rule.kind);
  }
  SampleBook met;
  met.met(ada, ago(3));
  EXPECT_EQ(of_ada(met).in_touch, 1) << "both ways";
  SampleBook missed;
  missed.row(Kind::called, ago(3), {{"me", Role::from}, {ada, Role::to}});
  missed.last().flags = ledger::missed;
  EXPECT_EQ(of_ada(missed).in_touch, 0) << "nobody answered";
}

}  // namespace
}  // namespace standing
