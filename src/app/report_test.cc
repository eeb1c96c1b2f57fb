#include "app/report.h"

#include <gtest/gtest.h>

#include "app/picture.h"
#include "ledger/sample_book.h"

namespace app {
namespace {

using ledger::Field;
using ledger::Kind;
using ledger::Role;
using ledger::SampleBook;

constexpr std::string_view ada = "email:ada@x.example";
constexpr std::string_view bo = "email:bo@y.example";
const base::Instant today = base::end_of(*base::parse_iso_day("2026-11-20"));

SampleBook life() {
  SampleBook book;
  book.card(ada, "Ada Lovelace").card(bo, "Bo Ek");
  book.met(ada, "2026-01-10").met(bo, "2026-02-10");
  book.row(Kind::helped, "2026-05-01", {{"me", Role::from}, {ada, Role::to}});
  book.row(Kind::helped, "2026-08-01", {{ada, Role::from}, {"me", Role::to}});
  book.row(Kind::helped, "2026-08-02", {{"me", Role::from}, {bo, Role::to}});
  book.ruled("answer no", {bo}, "2026-10-15");
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
  const Report r = report(book.book(), {}, today, 3);
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

TEST(Report, EachRowIsThePictureOfThatDay) {
  const SampleBook book = life();
  for (const ReportRow& row : report(book.book(), {}, today, 3).rows) {
    const Totals t = picture(book.book(), {}, std::min(base::end_of(row.day), today)).totals;
    EXPECT_EQ(row.people, t.people) << base::iso(row.day);
    EXPECT_EQ(row.network, t.network);
    EXPECT_EQ(row.quiet, t.quiet);
    EXPECT_EQ(row.advocates, t.advocates);
  }
}

TEST(Report, NobodyIsKnownYet) {
  const ledger::Book nothing = SampleBook().book();
  const Report r = report(nothing, {}, today, 4);
  ASSERT_EQ(r.rows.size(), 1U);
  EXPECT_EQ(r.rows[0].people, 0U);
  EXPECT_TRUE(r.foretold.empty());
}

}  // namespace
}  // namespace app
