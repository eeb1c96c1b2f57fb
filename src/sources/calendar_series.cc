#include "sources/calendar_series.h"

#include <fmt/format.h>
#include <libical/ical.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "sources/calendar_rule.h"

namespace sources {

namespace {

constexpr std::size_t occurrences_max = 5000;
constexpr std::size_t steps_max = 200'000;

// The numbers of a BY… part: "2,-1".
std::vector<int> numbers_of(std::string_view text) {
  std::vector<int> numbers;
  for (const std::string_view part : base::split(text, ',')) {
    int value = 0;
    for (const char c : part) {
      if (c >= '0' && c <= '9' && value < 1000) value = value * 10 + (c - '0');
    }
    numbers.push_back(value);
  }
  return numbers;
}

// "The 31st of February" has no occurrence, which libical takes seconds to find out.
bool is_impossible(std::string_view months, std::string_view days) {
  if (months.empty() || days.empty()) return false;
  constexpr int longest[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  for (const int month : numbers_of(months)) {
    for (const int day : numbers_of(days)) {
      if (month >= 1 && month <= 12 && day <= longest[month - 1]) return false;
    }
  }
  return true;
}

// What of a rule is worked out here, and the rest, which libical is given.
struct Rule {
  std::string rest;
  std::string frequency;
  std::string until;
  std::string months;
  std::string days;
  bool understood = false;
};

Rule rule_of(std::string_view raw) {
  const std::string text = raw.find('=') == std::string_view::npos ? modern_rule(raw) : std::string(raw);
  Rule rule;
  for (const std::string_view part : base::split(text, ';')) {
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) continue;
    std::string key(base::trim(part.substr(0, equals)));
    std::string value(base::trim(part.substr(equals + 1)));
    for (std::string* const one : {&key, &value}) {
      for (char& c : *one) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    // Calendars other than the Gregorian one are not worked out.
    if (key == "RSCALE" && value != "GREGORIAN") return {};
    if (key == "UNTIL") {
      rule.until = value;
      continue;
    }
    const bool every_one = key == "INTERVAL" && value.find_first_not_of('0') == std::string::npos;
    if (every_one || key == "RSCALE" || key == "SKIP") continue;
    if (key == "FREQ") rule.frequency = value;
    if (key == "BYMONTH") rule.months = value;
    if (key == "BYMONTHDAY") rule.days = value;
    if (!rule.rest.empty()) rule.rest += ';';
    rule.rest += key + "=" + value;
  }
  rule.understood = !rule.frequency.empty();
  return rule;
}

icaltimetype ical_time(const CalendarTime& time) {
  const base::Civil civil = base::civil_of(base::Day{static_cast<std::int32_t>(time.day())});
  const std::int64_t seconds = time.local - time.day() * base::day_seconds;
  icaltimetype out = icaltime_null_time();
  out.year = civil.year;
  out.month = civil.month;
  out.day = civil.day;
  out.is_date = time.whole_day ? 1 : 0;
  if (time.whole_day) return out;
  out.hour = static_cast<int>(seconds / 3600);
  out.minute = static_cast<int>(seconds / 60 % 60);
  out.second = static_cast<int>(seconds % 60);
  return out;
}

std::optional<std::int64_t> local_of(const icaltimetype& time) {
  const base::Civil civil{time.year, time.month, time.day};
  if (time.year < 1 || time.year > 9999 || !base::valid(civil)) return std::nullopt;
  return base::start_of(base::day_of(civil)).seconds +
         (time.is_date != 0 ? 0 : time.hour * 3600 + time.minute * 60 + time.second);
}

// The last second, by the clock of the start, that UNTIL allows.
std::int64_t last_of(const Rule& rule, const CalendarTime& start, std::int64_t end_utc) {
  std::int64_t last = start.zone->to_local(end_utc);
  if (rule.until.empty()) return last;
  Zones zones;
  zones.floating = start.zone;
  formats::IcsLine line;
  const auto until = calendar_time(line, rule.until, zones, [](std::size_t, const base::Message&) {});
  if (!until) return last;
  const bool by_day = until->whole_day || start.whole_day;
  const std::int64_t local = by_day ? (until->day() + 1) * base::day_seconds - 1 : start.zone->to_local(until->utc());
  return std::min(last, local);
}

}  // namespace

Expansion expand(const std::string& text, const CalendarTime& start, std::int64_t end_utc, std::size_t count_max) {
  Expansion out;
  const Rule rule = rule_of(text);
  for (const std::string_view often : {"SECONDLY", "MINUTELY", "HOURLY"}) {
    if (rule.frequency == often) out.too_often = true;
  }
  if (out.too_often) return out;
  if (is_impossible(rule.months, rule.days)) {
    out.locals = {start.local};
    return out;
  }
  icalrecurrencetype parsed;
  icalrecurrencetype_clear(&parsed);
  if (rule.understood) parsed = icalrecurrencetype_from_string(rule.rest.c_str());
  using Iterator = std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)>;
  Iterator iterator(nullptr, icalrecur_iterator_free);
  if (parsed.freq != ICAL_NO_RECURRENCE) {
    iterator.reset(icalrecur_iterator_new(parsed, ical_time(start)));
  }
  if (!iterator) {
    out.understood = false;
    return out;
  }
  const std::int64_t last = last_of(rule, start, end_utc);
  std::deque<std::int64_t> latest;
  for (std::size_t step = 0; step < steps_max; ++step) {
    const auto local = local_of(icalrecur_iterator_next(iterator.get()));
    if (!local || *local > last) break;
    if (*local < start.local) continue;
    latest.push_back(*local);
    if (latest.size() > count_max) {
      latest.pop_front();
      out.cut = true;
    }
  }
  // The start is an occurrence whether the rule names it or not, and counts as one.
  if (!out.cut && start.local <= last && (latest.empty() || latest.front() != start.local)) {
    latest.push_front(start.local);
    if (parsed.count > 0 && latest.size() > static_cast<std::size_t>(parsed.count)) {
      latest.pop_back();
    }
  }
  out.locals.assign(latest.begin(), latest.end());
  return out;
}

namespace {

ledger::Evidence evidence_of(const CalendarEvent& event, std::int64_t at, std::string recurrence, std::uint64_t version) {
  ledger::Evidence evidence = event.evidence;
  evidence.at = base::Instant{at};
  evidence.reference = "calendar/" + event.uid + "/" + recurrence;
  evidence.version = version;
  return evidence;
}

std::string key_of(std::int64_t utc) { return base::iso(base::Instant{utc}); }

// Days marked in the calendar: holidays, birthdays, leave. Those that others were asked to are not.
bool is_marked_day(const CalendarEvent& event) {
  const auto yearly = [](const std::string& rule) { return base::contains(rule, "YEARLY"); };
  return event.start.whole_day && (event.attendees == 0 || std::any_of(event.rules.begin(), event.rules.end(), yearly));
}

// Moments as they are named in EXDATE and RECURRENCE-ID, which programs write as moments or as days
// whatever the series is.
class Moments {
 public:
  void add(const CalendarTime& time, bool series_of_days) {
    if (time.whole_day || series_of_days) {
      days_.insert(time.day());
    } else {
      instants_.insert(time.utc());
    }
  }
  [[nodiscard]] bool has(std::int64_t utc, std::int64_t local) const {
    return instants_.contains(utc) || days_.contains(CalendarTime{local, true, nullptr}.day());
  }

 private:
  std::set<std::int64_t> instants_;
  std::set<std::int64_t> days_;
};

// The last of the overrides that hold from their moment on.
const CalendarEvent* in_force(const std::vector<CalendarEvent>& overrides, std::int64_t utc) {
  const CalendarEvent* best = nullptr;
  for (const CalendarEvent& one : overrides) {
    if (!one.and_future || one.recurrence.utc() > utc) continue;
    if (best == nullptr || best->recurrence.utc() < one.recurrence.utc()) best = &one;
  }
  return best;
}

class SeriesReader {
 public:
  SeriesReader(Sink& sink, Series& series, base::Day today) : sink_(sink), series_(series), master_(series.masters.back()) {
    const int year = base::civil_of(today).year + 1;
    end_utc_ = base::end_of(base::day_of(base::Civil{year, 12, 31})).seconds;
  }

  /// False when all were left out.
  bool read();
  /// By the clock of the master's start.
  [[nodiscard]] std::set<std::int64_t> occurrences();
  /// Those that no override speaks of.
  [[nodiscard]] std::vector<Occurrence> unchanged(const std::set<std::int64_t>& locals) const;
  [[nodiscard]] bool too_often() const { return too_often_; }

 private:
  void add_master(const std::set<std::int64_t>& locals);
  void add_override(const CalendarEvent& event, const std::set<std::int64_t>& locals);

  Sink& sink_;
  Series& series_;
  const CalendarEvent& master_;
  std::int64_t end_utc_ = 0;
  bool too_often_ = false;
};

std::set<std::int64_t> SeriesReader::occurrences() {
  std::set<std::int64_t> locals = {master_.start.local};
  const auto where = [&] { return base::say("where.line", {{"n", master_.line}}); };
  for (const std::string& rule : master_.rules) {
    const Expansion expansion = expand(rule, master_.start, end_utc_, occurrences_max);
    too_often_ = too_often_ || expansion.too_often;
    if (!expansion.understood) {
      sink_.remark(where(), base::say("sources.recurrence-rule-cannot-read"));
    }
    if (expansion.cut) {
      sink_.remark(where(), base::say("sources.latest-occurrences-read", {{"occurrences_max", occurrences_max}}));
    }
    if (expansion.understood && !expansion.too_often) {
      if (expansion.locals.empty() || expansion.cut) locals.clear();
      locals.insert(expansion.locals.begin(), expansion.locals.end());
    }
  }
  for (const CalendarTime& extra : master_.extra) {
    const std::int64_t local = master_.start.whole_day ? extra.day() * base::day_seconds
                               : extra.whole_day ? extra.local + (master_.start.local - master_.start.day() * base::day_seconds)
                                                 : master_.start.zone->to_local(extra.utc());
    locals.insert(local);
  }
  for (const std::string& rule : master_.unrules) {
    for (const std::int64_t local : expand(rule, master_.start, end_utc_, occurrences_max).locals) {
      // The start of EXRULE itself is no exception unless the rule names it.
      if (local != master_.start.local) locals.erase(local);
    }
  }
  while (locals.size() > occurrences_max) locals.erase(locals.begin());
  return locals;
}

std::vector<Occurrence> SeriesReader::unchanged(const std::set<std::int64_t>& locals) const {
  Moments without;
  for (const CalendarTime& time : master_.without) without.add(time, master_.start.whole_day);
  Moments changed;
  for (const CalendarEvent& one : series_.overrides) {
    changed.add(one.recurrence, master_.start.whole_day);
  }
  std::vector<Occurrence> all;
  for (const std::int64_t local : locals) {
    const std::int64_t utc = master_.start.zone->to_utc(local);
    if (utc > end_utc_ && locals.size() > 1) continue;
    if (changed.has(utc, local)) continue;
    const CalendarEvent* const newer = in_force(series_.overrides, utc);
    // Moved by the clock, so that half past nine stays half past nine when the clocks change.
    const formats::Zone& zone = *master_.start.zone;
    const std::int64_t moved = newer == nullptr ? 0 : zone.to_local(newer->start.utc()) - zone.to_local(newer->recurrence.utc());
    all.push_back({newer == nullptr ? &master_ : newer, zone.to_utc(local + moved), utc, without.has(utc, local)});
  }
  return all;
}

void SeriesReader::add_master(const std::set<std::int64_t>& locals) {
  ledger::Record record;
  for (const Occurrence& one : unchanged(locals)) {
    ledger::Evidence evidence =
        evidence_of(*one.event, one.at, key_of(one.key), std::max(one.event->version(), master_.version()));
    // Told, so that what an older export said of that day no longer counts.
    if (one.without) evidence.flags |= static_cast<std::uint8_t>(ledger::cancelled);
    record.evidence.push_back(std::move(evidence));
  }
  if (record.evidence.empty()) {
    sink_.leave_out("events", "every occurrence changed or removed");
  } else {
    sink_.add("events", std::move(record));
  }
}

void SeriesReader::add_override(const CalendarEvent& event, const std::set<std::int64_t>& locals) {
  std::int64_t utc = event.recurrence.utc();
  if (event.recurrence.whole_day || master_.start.whole_day) {
    // Named by its day: the moment is that of the occurrence on it.
    const auto found = locals.lower_bound(event.recurrence.day() * base::day_seconds);
    if (found != locals.end() && *found < (event.recurrence.day() + 1) * base::day_seconds) {
      utc = master_.start.zone->to_utc(*found);
    }
  }
  // An override may not count its own changes; it is never older than its series.
  const std::uint64_t version = (std::uint64_t{std::max(event.sequence, master_.sequence)} << 32U) |
                                std::max(event.version() & 0xFFFFFFFFU, master_.version() & 0xFFFFFFFFU);
  ledger::Record record;
  record.evidence.push_back(evidence_of(event, event.start.utc(), key_of(utc), version));
  sink_.add("events", std::move(record));
}

bool SeriesReader::read() {
  bool any = false;
  const std::set<std::int64_t> locals = occurrences();
  if (too_often_) {
    sink_.leave_out("events", "repeated every hour or more often");
  } else if (is_marked_day(master_)) {
    sink_.leave_out("events", "all-day");
  } else {
    add_master(locals);
    any = true;
  }
  for (const CalendarEvent& event : series_.overrides) {
    if (is_marked_day(event) || (is_marked_day(master_) && event.start.whole_day)) {
      sink_.leave_out("events", "all-day");
    } else {
      add_override(event, locals);
      any = true;
    }
  }
  return any;
}

// Of several copies the newest; the others are counted.
void keep_newest(Sink& sink, std::vector<CalendarEvent>& events, bool by_moment) {
  std::stable_sort(events.begin(), events.end(), [by_moment](const auto& a, const auto& b) {
    if (by_moment && a.recurrence.utc() != b.recurrence.utc()) {
      return a.recurrence.utc() < b.recurrence.utc();
    }
    return a.version() < b.version();
  });
  std::vector<CalendarEvent> kept;
  for (CalendarEvent& event : events) {
    const bool same = !kept.empty() && (!by_moment || kept.back().recurrence.utc() == event.recurrence.utc());
    if (same) {
      sink.leave_out("events", "older versions");
      kept.back() = std::move(event);
    } else {
      kept.push_back(std::move(event));
    }
  }
  events = std::move(kept);
}

}  // namespace

bool add_single(Sink& sink, const CalendarEvent& event) {
  if (is_marked_day(event)) {
    sink.leave_out("events", "all-day");
    return false;
  }
  ledger::Record record;
  record.evidence.push_back(
      evidence_of(event, event.start.utc(), event.is_override ? key_of(event.recurrence.utc()) : std::string{}, event.version()));
  sink.add("events", std::move(record));
  return true;
}

std::vector<Occurrence> occurrences(Series& series, base::Day until) {
  Silence silence;
  keep_newest(silence, series.masters, false);
  keep_newest(silence, series.overrides, true);
  std::vector<Occurrence> all;
  if (!series.masters.empty()) {
    SeriesReader reader(silence, series, until);
    const std::set<std::int64_t> locals = reader.occurrences();
    if (!reader.too_often()) all = reader.unchanged(locals);
  }
  for (const CalendarEvent& one : series.overrides) all.push_back({&one, one.start.utc(), one.recurrence.utc(), false});
  return all;
}

bool add_series(Sink& sink, Series& series, base::Day today) {
  keep_newest(sink, series.masters, false);
  keep_newest(sink, series.overrides, true);
  if (!series.masters.empty()) return SeriesReader(sink, series, today).read();
  // An invitation to one meeting of a series.
  bool any = false;
  for (const CalendarEvent& event : series.overrides) any = add_single(sink, event) || any;
  return any;
}

}  // namespace sources
