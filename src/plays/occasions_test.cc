#include "plays/occasions.h"

#include <gtest/gtest.h>

namespace plays {
namespace {

base::Day day(std::string_view text) { return *base::parse_iso_day(text); }

TEST(Occasions, TheNextBirthdayIsTodayOrLater) {
  EXPECT_EQ(next_birthday("1980-11-22", day("2026-11-22")), day("2026-11-22"));
  EXPECT_EQ(next_birthday("1980-11-21", day("2026-11-22")), day("2027-11-21"));
  EXPECT_EQ(next_birthday("--01-02", day("2026-11-22")), day("2027-01-02"));
  EXPECT_EQ(next_birthday("1980-02-29", day("2027-01-01")), day("2027-02-28"));
  EXPECT_EQ(next_birthday("1980-02-29", day("2028-02-28")), day("2028-02-29"));
  for (const char* none : {"", "1980", "1980-13-01", "1980-02-30", "--1-2", "garbage-01"})
    EXPECT_FALSE(next_birthday(none, day("2026-11-22"))) << none;
}

TEST(Occasions, AMemberIsDueBeforeTheyAreQuiet) {
  standing::Standing s;
  s.network = true;
  s.last_two_way = day("2026-01-01");
  s.exchanges = 3;
  s.median_gap_days = 60;
  EXPECT_EQ(due_day(s), day("2026-01-01") + 120) << "two thirds of three gaps";
  s.median_gap_days = 1;
  EXPECT_EQ(due_day(s), day("2026-01-01") + 60) << "two thirds of 90 days, the least";
  s.exchanges = 2;
  EXPECT_FALSE(due_day(s)) << "their rhythm is not known";
  s.exchanges = 3;
  s.network = false;
  EXPECT_FALSE(due_day(s));
}

}  // namespace
}  // namespace plays
