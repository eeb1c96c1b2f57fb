#pragma once

/// One VEVENT as it says, before its recurrences are worked out.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/ics.h"
#include "formats/zone.h"
#include "sources/sources.h"

namespace sources {

/// A time of a calendar: by the clock of its zone, or a whole day.
struct CalendarTime {
  std::int64_t local = 0;  ///< Seconds since 1970-01-01T00:00:00 by the clock of `zone`.
  bool whole_day = false;
  formats::ZonePtr zone;  ///< Never null once it was read.
  [[nodiscard]] std::int64_t utc() const { return zone->to_utc(local); }
  [[nodiscard]] std::int64_t day() const;  ///< By the clock; since 1970-01-01.
};

/// The zones that one VCALENDAR defines, and its default.
struct Zones {
  std::map<std::string, formats::ZonePtr, std::less<>> own;  ///< By TZID, from VTIMEZONE.
  formats::ZonePtr floating = formats::fixed_zone(0);        ///< X-WR-TIMEZONE, else UTC.
};

struct CalendarEvent {
  std::string uid;
  ledger::Evidence evidence;  ///< All but `at`, `reference` and `version`.
  CalendarTime start;
  std::int64_t duration_seconds = 0;
  std::vector<std::string> rules;     ///< RRULE values.
  std::vector<std::string> unrules;   ///< EXRULE values.
  std::vector<CalendarTime> extra;    ///< RDATE.
  std::vector<CalendarTime> without;  ///< EXDATE.
  bool is_override = false;
  CalendarTime recurrence;  ///< RECURRENCE-ID, when `is_override`.
  bool and_future = false;  ///< RANGE=THISANDFUTURE.
  bool free = false;        ///< Takes no time: TRANSP, or Outlook's busy status.
  std::uint32_t sequence = 0;
  std::int64_t stamp = 0;     ///< DTSTAMP or LAST-MODIFIED, whichever is later.
  std::size_t people = 0;     ///< Humans named, the organiser included.
  std::size_t attendees = 0;  ///< Humans invited.
  std::size_t line = 0;

  [[nodiscard]] bool recurs() const { return !rules.empty() || !extra.empty(); }
  [[nodiscard]] std::uint64_t version() const;
};

/// Told of what is read otherwise than written.
using Remark = std::function<void(std::size_t line, base::Message wrong)>;

/// "20260314T093000Z" with the line's TZID or VALUE. Nothing when it is no time.
[[nodiscard]] std::optional<CalendarTime> calendar_time(const formats::IcsLine& line, std::string_view value, const Zones& zones,
                                                        const Remark& remark);
/// "PT1H30M", "-P1D" in seconds; nullopt if it is not a duration, or one of more than 9 digits.
[[nodiscard]] std::optional<std::int64_t> calendar_duration(std::string_view text);

/// The lines between BEGIN:VEVENT and END:VEVENT as an event. A Problem when it has no start.
[[nodiscard]] base::Result<CalendarEvent> calendar_event(const std::vector<formats::IcsLine>& lines, const Zones& zones,
                                                         const Remark& remark);

/// A VTIMEZONE from the lines in it; null when they define none.
[[nodiscard]] formats::ZonePtr calendar_zone(const std::vector<formats::IcsLine>& lines);

}  // namespace sources
