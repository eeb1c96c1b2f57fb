#include "sources/linkedin_time.h"

#include <gtest/gtest.h>

namespace sources {
namespace {

std::string read(std::string_view text) {
  const auto time = linkedin_time(text);
  if (!time) return "none";
  return time->day_only ? base::iso(base::day_of(time->at)) : base::iso(time->at);
}

TEST(LinkedInTime, ReadsEveryShape) {
  EXPECT_EQ(read("2026-09-15 17:23:45 UTC"), "2026-09-15T17:23:45Z");
  EXPECT_EQ(read("2026-02-09 01:21:47"), "2026-02-09T01:21:47Z");
  EXPECT_EQ(read("2024/05/24 18:04:01 UTC"), "2024-05-24T18:04:01Z");
  EXPECT_EQ(read("08 Feb 2026"), "2026-02-08");
  EXPECT_EQ(read("2026-08-10"), "2026-08-10");
  EXPECT_EQ(read("9/1/26, 3:15 PM"), "2026-09-01T15:15:00Z");
  EXPECT_EQ(read("9/1/26, 12:05\u202fAM"), "2026-09-01T00:05:00Z");
  EXPECT_EQ(read("06/01/25 12:00 PM"), "2025-06-01T12:00:00Z");
  EXPECT_EQ(read("2/3/2015"), "2015-02-03");
  EXPECT_EQ(read("23/3/2015"), "2015-03-23");
  EXPECT_EQ(read("4-Apr-21"), "2021-04-04");
  EXPECT_EQ(read("Sep 2026"), "2026-09-01");
  EXPECT_EQ(read("2026"), "2026-01-01");
  EXPECT_EQ(read("Tue Sep 15 17:23:45 UTC 2026"), "2026-09-15T17:23:45Z");
}

TEST(LinkedInTime, RefusesWhatIsNone) {
  for (const std::string_view text :
       {"", "some day", "30 Feb 2026", "2026-13-01", "99", "13/13/2020", "1 2 3 4 5", "25:61", "Not Available"}) {
    EXPECT_EQ(read(text), "none") << text;
  }
}

}  // namespace
}  // namespace sources
