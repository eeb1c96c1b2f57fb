#include "sources/calendar_busy.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/email.h"

namespace sources {
namespace {

/// The times of a week from Monday, 2 November 2026, on, as UTC.
std::string busy(const std::string& events) {
  const std::string text = "BEGIN:VCALENDAR\nX-WR-TIMEZONE:Europe/Berlin\n" + events + "END:VCALENDAR\n";
  const auto bytes = formats::bytes_of(text);
  const base::Day from = base::day_of(base::Civil{2026, 11, 2});
  const std::vector<ledger::Handle> owner = {ledger::handle(*base::Email::parse("mara@lind.example"))};
  auto read = read_busy(*bytes, from, owner);
  if (!read) return base::text(read.error().what);
  EXPECT_EQ(read->zone, "Europe/Berlin");
  std::sort(read->times.begin(), read->times.end(), [](const Busy& a, const Busy& b) { return a.from < b.from; });
  std::string out;
  for (const Busy& one : read->times) {
    const base::Instant at{one.from};
    if (base::day_of(at) < from || base::day_of(at) >= from + 7) continue;
    out += (out.empty() ? "" : " ") + base::iso(at).substr(8, 8) + "+" + std::to_string((one.to - one.from) / 60) +
           (one.whole_days ? "d" : "");
  }
  return out;
}

std::string event_with(const std::string& lines) { return "BEGIN:VEVENT\nUID:1\n" + lines + "END:VEVENT\n"; }

const std::string tuesday = "DTSTART;TZID=Europe/Berlin:20261103T090000\nDTEND;TZID=Europe/Berlin:20261103T100000\n";

TEST(CalendarBusy, IsWhatTakesTime) {
  EXPECT_EQ(busy(event_with(tuesday)), "03T08:00+60");
  EXPECT_EQ(busy(event_with("DTSTART:20261103T090000\nDURATION:PT30M\n")), "03T08:00+30") << "by the calendar's own clock";
  EXPECT_EQ(busy(event_with("DTSTART;VALUE=DATE:20261103\nDTEND;VALUE=DATE:20261105\n")), "03T00:00+2880d");
  for (const char* free : {"TRANSP:TRANSPARENT\n", "STATUS:CANCELLED\n", "X-MICROSOFT-CDO-BUSYSTATUS:FREE\n",
                           "ATTENDEE;PARTSTAT=DECLINED:mailto:mara@lind.example\nATTENDEE:mailto:ada@x.example\n"})
    EXPECT_EQ(busy(event_with(tuesday + free)), "") << free;
  EXPECT_EQ(busy(event_with(tuesday + "ATTENDEE;PARTSTAT=DECLINED:mailto:ada@x.example\n")), "03T08:00+60");
  EXPECT_EQ(busy(event_with("DTSTART;VALUE=DATE:20001103\nRRULE:FREQ=YEARLY\n")), "") << "a birthday";
}

TEST(CalendarBusy, FollowsASeriesAndItsChanges) {
  const std::string daily =
      "DTSTART;TZID=Europe/Berlin:20261019T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY\nEXDATE;TZID=Europe/Berlin:20261104T090000\n";
  EXPECT_EQ(busy(event_with(daily) +
                 event_with("RECURRENCE-ID;TZID=Europe/Berlin:20261103T090000\n"
                       "DTSTART;TZID=Europe/Berlin:20261103T150000\nDURATION:PT2H\n") +
                 event_with("RECURRENCE-ID;TZID=Europe/Berlin:20261105T090000\nDTSTART;TZID=Europe/Berlin:20261105T090000\n"
                       "DURATION:PT1H\nSTATUS:CANCELLED\n")),
            "02T08:00+60 03T14:00+120 06T08:00+60 07T08:00+60 08T08:00+60");
}

}  // namespace
}  // namespace sources
