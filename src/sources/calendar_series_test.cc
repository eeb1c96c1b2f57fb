#include "sources/calendar_series.h"

#include <gtest/gtest.h>

namespace sources {
namespace {

// The days of the occurrences in Stockholm, from 14:00 on 2026-01-05 (a Monday) to the end of 2027.
std::string days(const std::string& rule, std::size_t count_max = 10) {
  CalendarTime start;
  start.local = base::parse_iso_instant("2026-01-05T14:00:00Z")->seconds;
  start.zone = formats::zone_named("Europe/Stockholm");
  const std::int64_t end = base::parse_iso_instant("2027-12-31T23:59:59Z")->seconds;
  const Expansion expansion = expand(rule, start, end, count_max);
  if (expansion.too_often) return "too often";
  if (!expansion.understood) return "not understood";
  std::string out = expansion.cut ? "cut" : "";
  for (const std::int64_t local : expansion.locals) {
    out += " " + base::iso(base::day_of(base::Instant{local}));
  }
  return out;
}

TEST(CalendarSeries, ExpandsRules) {
  EXPECT_EQ(days("FREQ=WEEKLY;COUNT=3"), " 2026-01-05 2026-01-12 2026-01-19");
  EXPECT_EQ(days("freq=monthly;byday=-1FR;count=3"), " 2026-01-05 2026-01-30 2026-02-27");
  EXPECT_EQ(days("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1;UNTIL=20260302"), " 2026-01-05 2026-02-02 2026-03-02");
  EXPECT_EQ(days("FREQ=YEARLY;INTERVAL=0"), " 2026-01-05 2027-01-05");
}

TEST(CalendarSeries, ExpandsRulesOfVCalendar1) {
  EXPECT_EQ(days("W1 MO FR #3"), " 2026-01-05 2026-01-09 2026-01-12");
  EXPECT_EQ(days("W2 MO$ #2"), " 2026-01-05 2026-01-19");
  EXPECT_EQ(days("D1"), " 2026-01-05 2026-01-06") << "twice, where no end is given";
  EXPECT_EQ(days("D1 20260106T130000Z"), " 2026-01-05 2026-01-06");
  EXPECT_EQ(days("MP1 1+ MO 1- FR #4"), " 2026-01-05 2026-01-30 2026-02-02 2026-02-27");
  EXPECT_EQ(days("MD1 LD #3"), " 2026-01-05 2026-01-31 2026-02-28");
  EXPECT_EQ(days("YM1 1 6 20261231T000000"), " 2026-01-05 2026-06-05");
  EXPECT_EQ(days("YD1 5 #0"), " 2026-01-05 2027-01-05") << "for ever";
}

TEST(CalendarSeries, EndsWhereUntilSays) {
  // 13:00 in UTC: the occurrence of that very moment counts.
  EXPECT_EQ(days("FREQ=DAILY;UNTIL=20260106T130000Z"), " 2026-01-05 2026-01-06");
  EXPECT_EQ(days("FREQ=DAILY;UNTIL=20260106T125959Z"), " 2026-01-05");
  EXPECT_EQ(days("FREQ=DAILY;UNTIL=20260106T140000"), " 2026-01-05 2026-01-06");
  EXPECT_EQ(days("FREQ=DAILY;UNTIL=20260106"), " 2026-01-05 2026-01-06");
}

TEST(CalendarSeries, KeepsTheLatestOfTooMany) { EXPECT_EQ(days("FREQ=DAILY", 2), "cut 2027-12-30 2027-12-31"); }

TEST(CalendarSeries, RefusesWhatIsNoSeriesOfMeetings) {
  EXPECT_EQ(days("FREQ=SECONDLY"), "too often");
  EXPECT_EQ(days("FREQ=HOURLY;COUNT=2"), "too often");
  EXPECT_EQ(days("FREQ=SOMETIMES"), "not understood");
  EXPECT_EQ(days("D1 0600 1200 #4"), "not understood") << "times within a day";
  EXPECT_EQ(days("W1 - #"), "not understood");
  EXPECT_EQ(days("WX MO"), "not understood");
  EXPECT_EQ(days("FREQ=MONTHLY;RSCALE=HEBREW"), "not understood");
  EXPECT_EQ(days("FREQ=DAILY;BYMONTH=2,4;BYMONTHDAY=31"), " 2026-01-05");
}

}  // namespace
}  // namespace sources
