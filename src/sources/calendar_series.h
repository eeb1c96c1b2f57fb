#pragma once

/// Recurrence: which moments a rule means.

#include <string>
#include <vector>

#include "sources/calendar_event.h"

namespace sources {

struct Expansion {
  std::vector<std::int64_t> locals;  ///< By the clock of the start's zone, ascending.
  bool understood = true;            ///< False: no rule could be read from the text.
  bool too_often = false;            ///< Every hour, minute or second: no meetings.
  bool cut = false;                  ///< There were more than asked for; the latest are kept.
};

/// The occurrences of `rule` (an RRULE value) from `start` on, up to `end_utc`, the latest
/// `count_max` of them. COUNT and UNTIL hold; what the rule would go on with is not worked out.
[[nodiscard]] Expansion expand(const std::string& rule, const CalendarTime& start,
                               std::int64_t end_utc, std::size_t count_max);

/// What a calendar says of one UID.
struct Series {
  std::vector<CalendarEvent> masters;  ///< The newest copy last.
  std::vector<CalendarEvent> overrides;
};

/// Gives the records of a series to the sink: the master's with one piece of evidence for each
/// occurrence, each override's own. False when all were left out.
bool add_series(Sink& sink, Series& series, base::Day today);
/// The record of an event that happens once; false when it is left out.
bool add_single(Sink& sink, const CalendarEvent& event);

}  // namespace sources
