#include "formats/zone.h"

#include <gtest/gtest.h>

#include "base/time.h"

namespace formats {
namespace {

std::string utc(std::string_view zone, std::string_view local) {
  const ZonePtr found = zone_named(zone);
  if (!found) return "unknown";
  return base::iso(base::Instant{found->to_utc(base::parse_iso_instant(local)->seconds)});
}

TEST(Zone, KnowsTheNamesThatCalendarsUse) {
  constexpr std::string_view noon = "2026-07-01T12:00:00Z";
  for (const std::string_view name : {"Europe/Stockholm", "/Europe/Stockholm", "/mozilla.org/20050126_1/Europe/Stockholm",
                                      "W. Europe Standard Time", "W. Europe Standard Time 1", "\"Europe/Berlin\"",
                                      "Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "UTC+2", "(UTC+02:00) Somewhere"}) {
    EXPECT_EQ(utc(name, noon), "2026-07-01T10:00:00Z") << name;
  }
  EXPECT_EQ(utc("US-Eastern", noon), "2026-07-01T16:00:00Z");
  EXPECT_EQ(utc("Eastern", noon), "2026-07-01T16:00:00Z");
  EXPECT_EQ(utc("America-Chicago", noon), "2026-07-01T17:00:00Z");
  EXPECT_EQ(utc("(GMT-05:00) Bogota", noon), "2026-07-01T17:00:00Z");
  EXPECT_EQ(utc("tzone://Microsoft/Utc", noon), noon);
  EXPECT_EQ(utc("Etc/GMT", noon), noon);
  EXPECT_EQ(utc("Customized Time Zone", noon), "unknown");
  EXPECT_EQ(utc("", noon), "unknown");
}

TEST(Zone, ReadsTimesThatTheClockShowsTwiceOrNever) {
  // Spring: 02:00 became 03:00 on 2026-03-29. Autumn: 03:00 became 02:00 on 2026-10-25.
  EXPECT_EQ(utc("Europe/Stockholm", "2026-03-29T02:30:00Z"), "2026-03-29T01:30:00Z");
  EXPECT_EQ(utc("Europe/Stockholm", "2026-10-25T02:30:00Z"), "2026-10-25T00:30:00Z");
  const auto at = [](std::string_view text) { return base::parse_iso_instant(text)->seconds; };
  const ZonePtr table =
      zone_of({{at("2025-10-26T01:00:00Z"), 3600}, {at("2026-10-25T01:00:00Z"), 3600}, {at("2026-03-29T01:00:00Z"), 7200}});
  for (const std::string_view local :
       {"2026-03-29T01:59:59Z", "2026-03-29T02:30:00Z", "2026-03-29T03:00:00Z", "2026-07-01T12:00:00Z", "2026-10-25T01:59:00Z",
        "2026-10-25T02:30:00Z", "2026-10-25T03:00:00Z", "2026-12-01T00:00:00Z"}) {
    EXPECT_EQ(base::iso(base::Instant{table->to_utc(at(local))}), utc("Europe/Stockholm", local)) << local;
  }
}

}  // namespace
}  // namespace formats
