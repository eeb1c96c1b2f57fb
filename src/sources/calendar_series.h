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
[[nodiscard]] Expansion expand(const std::string& rule, const CalendarTime& start, std::int64_t end_utc, std::size_t count_max);

/// What a calendar says of one UID.
struct Series {
  std::vector<CalendarEvent> masters;  ///< The newest copy last.
  std::vector<CalendarEvent> overrides;
};

/// Hears nothing: for whoever reads a calendar for its times alone.
class Silence : public Sink {
 public:
  void add(std::string_view, ledger::Record) override {}
  void set_aside(std::string_view, std::string_view, ledger::Record) override {}
  void leave_out(std::string_view, std::string_view) override {}
  void problem(std::string_view, base::Message, base::Message) override {}
  void remark(base::Message, base::Message) override {}
  void claim(const ledger::Claim&) override {}
  [[nodiscard]] bool progress(std::size_t) override { return true; }
};

/// One time that an event takes place; `event` is of the series that it came from.
struct Occurrence {
  const CalendarEvent* event = nullptr;
  std::int64_t at = 0;   ///< UTC, as it takes place.
  std::int64_t key = 0;  ///< UTC, as the series would have it.
  bool without = false;  ///< Taken out of the series.
};

/// All of them up to the end of the year after `until`, changed ones too.
[[nodiscard]] std::vector<Occurrence> occurrences(Series& series, base::Day until);

/// Gives the records of a series to the sink: the master's with one piece of evidence for each
/// occurrence, each override's own. False when all were left out.
bool add_series(Sink& sink, Series& series, base::Day today);
/// The record of an event that happens once; false when it is left out.
bool add_single(Sink& sink, const CalendarEvent& event);

}  // namespace sources
