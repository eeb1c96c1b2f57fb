#include "base/time.h"

#include <gtest/gtest.h>

namespace base {
namespace {

Day day(int year, int month, int day_of_month) { return day_of(Civil{year, month, day_of_month}); }

TEST(Time, DaysAndDatesAreTheSameThing) {
  EXPECT_EQ(day(1970, 1, 1).days, 0);
  EXPECT_EQ(day(1969, 12, 31).days, -1);
  EXPECT_EQ(day(2000, 2, 29) + 1, day(2000, 3, 1));
  for (const int days : {-4'000'000, -719'468, -1, 0, 59, 60, 10'957, 20'779, 2'932'896}) {
    EXPECT_EQ(day_of(civil_of(Day{days})).days, days);
  }
  // Told apart from a date that somebody could have meant.
  EXPECT_EQ(iso(Day{36'000'000}), "32767-12-31");
  EXPECT_EQ(iso(Day{-36'000'000}), "-32767-01-01");
  EXPECT_EQ(iso(day(2026, 3, 14)), "2026-03-14");
  EXPECT_EQ(words(day(2026, 3, 4)), "4 Mar 2026");
  EXPECT_EQ(weekday_of(day(1970, 1, 1)), 3) << "a Thursday";
  EXPECT_EQ(weekday_of(day(1969, 12, 31)), 2);
}

TEST(Time, OnlyDatesThatExistAreValid) {
  EXPECT_TRUE(valid({2024, 2, 29}));
  EXPECT_FALSE(valid({2026, 2, 29}));
  EXPECT_FALSE(valid({1900, 2, 29}));
  EXPECT_TRUE(valid({2000, 2, 29}));
  EXPECT_FALSE(valid({2026, 13, 1}));
  EXPECT_FALSE(valid({2026, 4, 31}));
  EXPECT_FALSE(valid({10'000, 1, 1}));
  EXPECT_FALSE(valid({2026 + 65'536, 3, 14}));
  EXPECT_FALSE(valid({2026, 3 + 256, 14}));
  EXPECT_FALSE(valid({2026, 3, 14 - 256}));
}

TEST(Time, InstantsBeforeTheEpochBelongToTheirDay) {
  EXPECT_EQ(day_of(Instant{-1}), Day{-1});
  EXPECT_EQ(day_of(Instant{-day_seconds}), Day{-1});
  EXPECT_EQ(day_of(Instant{-day_seconds - 1}), Day{-2});
  EXPECT_EQ(day_of(Instant{day_seconds - 1}), Day{0});
  EXPECT_EQ(end_of(Day{0}).seconds, day_seconds - 1);
  EXPECT_EQ(day_of(end_of(Day{-3})), Day{-3});
}

TEST(Time, AnInstantNeedsATimeThatExists) {
  EXPECT_EQ(instant_of({2026, 3, 14}, {9, 30, 0}), parse_iso_instant("2026-03-14T09:30:00Z"));
  EXPECT_EQ(instant_of({2026, 3, 14}, {1, 0, 0}, 120), parse_iso_instant("2026-03-13T23:00:00Z"));
  EXPECT_EQ(instant_of({2026, 3, 14}, {24, 0, 0}), start_of(day(2026, 3, 15)));
  EXPECT_FALSE(instant_of({2026, 3, 14}, {24, 0, 1}));
  EXPECT_FALSE(instant_of({2026, 3, 14}, {25, 0, 0}));
  EXPECT_FALSE(instant_of({2026, 2, 30}, {0, 0, 0}));
}

TEST(Time, IsoIsReadExactly) {
  EXPECT_EQ(parse_iso_day("2026-03-14"), day(2026, 3, 14));
  for (const char* wrong : {"2026-3-14", "2026-03-14 ", "2026/03/14", "2026-02-30", "-026-03-14", "", "yesterday"}) {
    EXPECT_FALSE(parse_iso_day(wrong)) << wrong;
  }
  const Instant at{1'773'480'600};
  EXPECT_EQ(parse_iso_instant(iso(at)), at);
  EXPECT_FALSE(parse_iso_instant("2026-03-14T09:30:00"));
  EXPECT_FALSE(parse_iso_instant("2026-03-14T09:60:00Z"));
}

TEST(Time, DaysAreReadAsPeopleTypeThem) {
  const Day today = day(2026, 3, 14);  // A Saturday.
  const std::pair<const char*, Day> table[] = {
      {"2026-01-02", day(2026, 1, 2)},
      {"today", today},
      {"Yesterday", today - 1},
      {"tomorrow", today + 1},
      {"3 days ago", today - 3},
      {"a week ago", today - 7},
      {"2 months ago", today - 60},
      {"one year ago", today - 365},
      {"in 3 days", today + 3},
      {"in 2 weeks", today + 14},
      {"last week", today - 7},
      {"last friday", today - 1},
      {"last saturday", today - 7},
      {"next friday", today + 6},
      {"next sat", today + 7},
      {"friday", today - 1},
      {"saturday", today},
      {"14 Mar", today},
      {"15 Mar", day(2025, 3, 15)},
      {"March 1", day(2026, 3, 1)},
      {"14 mars 2020", day(2020, 3, 14)},
      {"1 März 2021", day(2021, 3, 1)},
      {"29 Feb", day(2024, 2, 29)},
      {"  14   mar   2026 ", today},
  };
  for (const auto& [text, expected] : table) EXPECT_EQ(parse_day(text, today), expected) << text;
  for (const char* wrong : {"", "soon", "31 Feb", "0 Mar", "14 Foo", "last moon", "-3 days ago", "99999999999 days ago",
                            "in some days", "14 Mar 26 BC", "30 Feb 2024"}) {
    EXPECT_FALSE(parse_day(wrong, today)) << wrong;
  }
}

TEST(Time, MonthsAreKnownInEightLanguages) {
  EXPECT_EQ(month_of("juin"), 6);
  EXPECT_EQ(month_of("juillet"), 7);
  EXPECT_EQ(month_of("März"), 3);
  EXPECT_EQ(month_of("maj"), 5);
  EXPECT_EQ(month_of("Dezember"), 12);
  EXPECT_EQ(month_of("août"), 8);
  EXPECT_EQ(month_of("gennaio"), 1);
  EXPECT_FALSE(month_of("monday"));
}

TEST(Time, ReadsDaysToCome) {
  const Day today = day_of(Civil{2026, 11, 4});  // A Wednesday.
  const auto ahead = [&](std::string_view text) {
    const auto day = parse_day_ahead(text, today);
    return day ? iso(*day) : std::string("none");
  };
  EXPECT_EQ(ahead("4 Nov"), "2026-11-04");
  EXPECT_EQ(ahead("3 Nov"), "2027-11-03");
  EXPECT_EQ(ahead("May 3"), "2027-05-03");
  EXPECT_EQ(ahead("29 Feb"), "2028-02-29");
  EXPECT_EQ(ahead("tuesday"), "2026-11-10");
  EXPECT_EQ(ahead("wednesday"), "2026-11-04");
  EXPECT_EQ(ahead("3 May 2026"), "2026-05-03") << "as it says";
  EXPECT_EQ(ahead("in 3 days"), "2026-11-07");
  EXPECT_EQ(ahead("31 Feb"), "none");

  const auto days = [&](std::string_view text) {
    const auto span = parse_days(text, today);
    return span ? iso(span->from) + " " + iso(span->to) : std::string("none");
  };
  EXPECT_EQ(days("3..5 May"), "2027-05-03 2027-05-05");
  EXPECT_EQ(days("3 .. 5 May 2028"), "2028-05-03 2028-05-05");
  EXPECT_EQ(days("2027-05-03..2027-05-05"), "2027-05-03 2027-05-05");
  EXPECT_EQ(days("28 Dec..3 Jan"), "2026-12-28 2027-01-03");
  EXPECT_EQ(days("3 Nov..5 Nov"), "2026-11-03 2026-11-05") << "under way";
  EXPECT_EQ(days("2..6 Nov"), "2026-11-02 2026-11-06");
  EXPECT_EQ(days("today..friday"), "2026-11-04 2026-11-06");
  EXPECT_EQ(days("monday..friday"), "2026-11-09 2026-11-13");
  EXPECT_EQ(days("friday"), "2026-11-06 2026-11-06");
  EXPECT_EQ(days("2027-05-05..2027-05-03"), "2027-05-05 2027-05-03");
  EXPECT_EQ(days("24 Dec"), "2026-12-24 2026-12-24");
  EXPECT_EQ(days("30..2 May"), "2027-05-30 2027-05-02") << "for the caller to refuse";
  for (const char* none : {"", "..", "3..", "..5 May", "3..5", "31..30 Feb", "Francisco 3..5 May", "99..5 May"})
    EXPECT_EQ(days(none), "none") << none;
}

}  // namespace
}  // namespace base
