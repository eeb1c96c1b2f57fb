// VTIMEZONE: a zone as the calendar itself defines it, by the changes of its clock.

#include <algorithm>

#include "base/text.h"
#include "sources/calendar_event.h"
#include "sources/calendar_series.h"

namespace sources {

using formats::IcsLine;

namespace {

constexpr std::size_t transitions_max = 10'000;

struct Observance {
  std::optional<CalendarTime> start;
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> to;
  std::vector<std::string> rules;
  std::vector<CalendarTime> extra;
};

// "+0100", "-053000".
std::optional<std::int64_t> offset_of(std::string_view text) {
  text = base::trim(text);
  if (text.size() != 5 && text.size() != 7) return std::nullopt;
  if (text[0] != '+' && text[0] != '-') return std::nullopt;
  std::int64_t parts[3] = {0, 0, 0};
  for (std::size_t i = 1; i + 1 < text.size(); i += 2) {
    if (text[i] < '0' || text[i] > '9' || text[i + 1] < '0' || text[i + 1] > '9') {
      return std::nullopt;
    }
    parts[i / 2] = (text[i] - '0') * 10 + (text[i + 1] - '0');
  }
  const std::int64_t seconds = parts[0] * 3600 + parts[1] * 60 + parts[2];
  return text[0] == '-' ? -seconds : seconds;
}

// Rules that change the clock more than once a month are none, and would take for ever.
bool is_clock_rule(std::string_view rule) { return base::contains(rule, "FREQ=YEARLY") || base::contains(rule, "FREQ=MONTHLY"); }

void take_changes(const Observance& one, std::vector<formats::Transition>& out) {
  if (!one.start || !one.to) return;
  const std::int64_t from = one.from.value_or(*one.to);
  CalendarTime start = *one.start;
  // UNTIL is in UTC by the offset that the change ends.
  start.zone = formats::fixed_zone(from);
  std::vector<std::int64_t> locals = {start.local};
  for (const CalendarTime& extra : one.extra) locals.push_back(extra.local);
  for (const std::string& rule : one.rules) {
    if (!is_clock_rule(rule)) continue;
    // 2100 is beyond every horizon; Outlook's zones begin in 1601.
    constexpr std::int64_t end = 4'102'444'800;
    const Expansion expansion = expand(rule, start, end, 2000);
    locals.insert(locals.end(), expansion.locals.begin(), expansion.locals.end());
  }
  for (const std::int64_t local : locals) {
    if (out.size() < transitions_max) out.push_back({local - from, *one.to});
  }
}

void take_line(const IcsLine& line, Observance& now) {
  const Zones none;
  const Remark silent = [](std::size_t, const base::Message&) {};
  if (line.name == "DTSTART") {
    now.start = calendar_time(line, line.value, none, silent);
  } else if (line.name == "TZOFFSETFROM") {
    now.from = offset_of(line.value);
  } else if (line.name == "TZOFFSETTO") {
    now.to = offset_of(line.value);
  } else if (line.name == "RRULE" && now.rules.size() < 10) {
    now.rules.push_back(line.value);
  } else if (line.name == "RDATE") {
    for (const std::string_view part : base::split(line.value, ',')) {
      const auto at = calendar_time(line, part, none, silent);
      if (at && now.extra.size() < transitions_max) now.extra.push_back(*at);
    }
  }
}

}  // namespace

formats::ZonePtr calendar_zone(const std::vector<IcsLine>& lines) {
  std::vector<formats::Transition> transitions;
  Observance now;
  for (const IcsLine& line : lines) {
    if (line.name == "BEGIN") {
      now = {};
    } else if (line.name == "END") {
      take_changes(now, transitions);
    } else {
      take_line(line, now);
    }
  }
  if (transitions.empty()) return nullptr;
  return formats::zone_of(std::move(transitions));
}

}  // namespace sources
