// iCalendar (RFC 5545, September 2009; RFC 7986) and, as far as simple, vCalendar 1.0, as Google,
// Outlook, Apple and others export calendars. Events that happen once are given out as they are
// read; only those that recur, and the changes to them, are kept to the end of the file.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "sources/calendar_busy.h"
#include "sources/calendar_event.h"
#include "sources/calendar_series.h"

namespace sources {

using formats::IcsLine;

namespace {

constexpr std::size_t lines_max = 50'000;  // Of one event.
constexpr std::size_t bytes_max = std::size_t{16} << 20U;
constexpr std::size_t remarks_max = 100;
constexpr std::size_t lines_between_progress = 10'000;

int recognise_calendar(const Peek& peek) {
  // Through the reader of lines, which knows UTF-16.
  const auto bytes = formats::bytes_of(peek.head);
  formats::TextLines lines(*bytes, 200);
  std::string first;
  while (base::trim(first).empty()) {
    if (!lines.next(first).value_or(false)) return 0;
  }
  const std::string_view head = base::trim(first);
  if (base::starts_with_no_case(head, "BEGIN:VCALENDAR")) return 95;
  for (const std::string_view part : {"BEGIN:VEVENT", "BEGIN:VTODO", "BEGIN:VTIMEZONE"}) {
    if (base::starts_with_no_case(head, part)) return 80;
  }
  return 0;
}

std::string upper(std::string_view text) {
  std::string out(base::trim(text));
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

// Parts of an event that are large and say nothing of people.
bool is_dropped(const IcsLine& line) {
  return line.name == "ATTACH" || line.name == "IMAGE" || line.name == "X-APPLE-STRUCTURED-LOCATION";
}

// What becomes of the events of a calendar; false where one was left out.
class Taker {
 public:
  virtual ~Taker() = default;
  virtual bool single(const CalendarEvent& event) = 0;
  virtual bool series(Series& series) = 0;
};

class CalendarReader {
 public:
  CalendarReader(formats::Bytes& bytes, Sink& sink, Taker& taker)
      : sink_(sink),
        taker_(taker),
        reader_(bytes),
        remark_([this](std::size_t line, base::Message wrong) { tell(line, std::move(wrong)); }) {}

  base::Result<void> read();
  /// As the file names it; empty where it does not.
  [[nodiscard]] const std::string& zone_name() const { return zone_name_; }

 private:
  void take(const IcsLine& line);
  void begin(const std::string& what, std::size_t line);
  void end(const std::string& what);
  void take_calendar_line(const IcsLine& line);
  void finish_component();
  void finish_event(const std::vector<IcsLine>& lines);
  void finish_calendar();
  void tell(std::size_t line, base::Message wrong);
  [[nodiscard]] bool lacks_zone(const std::vector<IcsLine>& lines) const;

  Sink& sink_;
  Taker& taker_;
  formats::IcsReader reader_;
  Remark remark_;
  Zones zones_;
  std::string zone_name_;
  std::string method_;
  std::string component_;  ///< VEVENT, VTIMEZONE, or another that is passed over.
  std::size_t component_line_ = 0;
  std::size_t depth_ = 0;  ///< Of components within it.
  std::vector<IcsLine> lines_;
  std::size_t lines_bytes_ = 0;
  std::vector<std::vector<IcsLine>> waiting_;  ///< Events before the zone that they name.
  std::size_t waiting_bytes_ = 0;
  std::map<std::string, Series> series_;
  std::set<std::string> told_;
  bool any_ = false;  ///< At least one event was given out; a calendar of holidays shows no meetings.
};

base::Result<void> CalendarReader::read() {
  IcsLine line;
  for (std::size_t count = 1;; ++count) {
    const auto more = reader_.next(line);
    if (!more) return base::fail(more.error());
    if (!*more) break;
    take(line);
    if (count % lines_between_progress == 0 && !sink_.progress(reader_.bytes_read())) return {};
  }
  if (component_ == "VEVENT") {
    sink_.problem("events", base::say("where.line", {{"n", component_line_}}), base::say("sources.cut-off-before-end"));
  }
  finish_calendar();
  for (auto& [uid, series] : series_) any_ = taker_.series(series) || any_;
  if (any_) sink_.claim({ledger::me(), ledger::Field::covers, "meet", {}});
  return {};
}

void CalendarReader::take(const IcsLine& line) {
  if (line.name == "BEGIN") {
    const std::string what = upper(line.value);
    const bool within = !component_.empty() && what != "VEVENT" && what != "VCALENDAR";
    if (!within) {
      begin(what, line.line);
      return;
    }
    ++depth_;
  } else if (line.name == "END") {
    if (component_.empty() || depth_ == 0 || upper(line.value) == component_) {
      end(upper(line.value));
      return;
    }
    --depth_;
  } else if (component_.empty()) {
    take_calendar_line(line);
    return;
  }
  const bool kept = component_ == "VEVENT" || component_ == "VTIMEZONE";
  if (!kept || is_dropped(line) || lines_.size() >= lines_max || lines_bytes_ > bytes_max) return;
  lines_bytes_ += line.value.size();
  lines_.push_back(line);
}

void CalendarReader::begin(const std::string& what, std::size_t line) {
  // A component whose END is missing ends where the next one begins.
  finish_component();
  if (what == "VCALENDAR") {
    finish_calendar();
    return;
  }
  component_ = what;
  component_line_ = line;
  if (what == "VTODO" || what == "VJOURNAL" || what == "VFREEBUSY") {
    sink_.leave_out("events", "tasks and journals");
  }
}

void CalendarReader::end(const std::string& what) {
  finish_component();
  if (what == "VCALENDAR") finish_calendar();
}

void CalendarReader::take_calendar_line(const IcsLine& line) {
  if (line.name == "METHOD") {
    method_ = upper(line.value);
  } else if (line.name == "X-WR-TIMEZONE" || line.name == "TZ") {
    formats::ZonePtr zone = formats::zone_named(line.value);
    if (zone == nullptr) return;
    zones_.floating = std::move(zone);
    if (zone_name_.empty()) zone_name_ = base::trim(line.value);
  }
}

void CalendarReader::finish_component() {
  const std::string what = std::move(component_);
  component_.clear();
  depth_ = 0;
  std::vector<IcsLine> lines = std::move(lines_);
  const std::size_t bytes = lines_bytes_;
  lines_ = {};
  lines_bytes_ = 0;
  if (what == "VTIMEZONE") {
    for (const IcsLine& line : lines) {
      if (line.name != "TZID") continue;
      if (formats::ZonePtr zone = calendar_zone(lines)) zones_.own[line.value] = std::move(zone);
      break;
    }
  } else if (what == "VEVENT") {
    if (method_ == "REPLY" || method_ == "COUNTER" || method_ == "REFRESH") {
      sink_.leave_out("events", "answers to invitations");
    } else if (waiting_bytes_ < bytes_max && lacks_zone(lines)) {
      waiting_bytes_ += bytes + 100 * lines.size();
      waiting_.push_back(std::move(lines));
    } else {
      finish_event(lines);
    }
  }
}

bool CalendarReader::lacks_zone(const std::vector<IcsLine>& lines) const {
  for (const IcsLine& line : lines) {
    if (line.name != "DTSTART") continue;
    const std::string_view zone = line.param("TZID");
    if (!zone.empty() && zones_.own.find(zone) == zones_.own.end() && formats::zone_named(zone) == nullptr) {
      return true;
    }
  }
  return false;
}

void CalendarReader::finish_event(const std::vector<IcsLine>& lines) {
  auto event = calendar_event(lines, zones_, remark_);
  if (!event) {
    const std::size_t line = lines.empty() ? component_line_ : lines.front().line;
    sink_.problem("events", base::say("where.line", {{"n", line}}), event.error().what);
    return;
  }
  if (method_ == "CANCEL") event->evidence.flags |= static_cast<std::uint8_t>(ledger::cancelled);
  if (event->is_override) {
    series_[event->uid].overrides.push_back(std::move(*event));
  } else if (event->recurs()) {
    series_[event->uid].masters.push_back(std::move(*event));
  } else {
    any_ = taker_.single(*event) || any_;
  }
}

void CalendarReader::finish_calendar() {
  for (const std::vector<IcsLine>& lines : waiting_) finish_event(lines);
  waiting_.clear();
  waiting_bytes_ = 0;
  zones_ = {};
  method_.clear();
}

void CalendarReader::tell(std::size_t line, base::Message wrong) {
  if (told_.size() < remarks_max && told_.insert(base::pack(wrong)).second) {
    sink_.remark(base::say("where.line", {{"n", line}}), std::move(wrong));
  }
}

// Evidence.
class LedgerTaker : public Taker {
 public:
  LedgerTaker(Sink& sink, base::Day today) : sink_(sink), today_(today) {}
  bool single(const CalendarEvent& event) override { return add_single(sink_, event); }
  bool series(Series& series) override { return add_series(sink_, series, today_); }

 private:
  Sink& sink_;
  base::Day today_;
};

base::Result<void> read_calendar(Input& input, Sink& sink) {
  LedgerTaker taker(sink, input.today);
  return CalendarReader(input.bytes, sink, taker).read();
}

// Times that are taken.
class BusyTaker : public Taker {
 public:
  BusyTaker(base::Day until, const std::vector<ledger::Handle>& owner) : until_(until), owner_(owner) {}
  bool single(const CalendarEvent& event) override {
    take({&event, event.start.utc(), 0, false});
    return true;
  }
  bool series(Series& series) override {
    for (const Occurrence& one : occurrences(series, until_)) take(one);
    return true;
  }
  std::vector<Busy> times;

 private:
  void take(const Occurrence& one) {
    const CalendarEvent& event = *one.event;
    const bool yearly = std::any_of(event.rules.begin(), event.rules.end(),
                                    [](const std::string& rule) { return base::contains(rule, "YEARLY"); });
    const auto& parties = event.evidence.parties;
    const bool declined = std::any_of(parties.begin(), parties.end(), [&](const ledger::Party& party) {
      return party.role == ledger::Role::declined && std::find(owner_.begin(), owner_.end(), party.who) != owner_.end();
    });
    const bool cancelled = (event.evidence.flags & ledger::cancelled) != 0;
    if (one.without || event.free || declined || cancelled || (yearly && event.start.whole_day)) return;
    times.push_back({one.at, one.at + event.duration_seconds, event.start.whole_day});
  }

  base::Day until_;
  const std::vector<ledger::Handle>& owner_;
};

}  // namespace

base::Result<BusyTimes> read_busy(formats::Bytes& bytes, base::Day until, const std::vector<ledger::Handle>& owner) {
  Silence silence;
  BusyTaker taker(until, owner);
  CalendarReader reader(bytes, silence, taker);
  const auto read = reader.read();
  if (!read) return base::fail(read.error());
  return BusyTimes{std::move(taker.times), reader.zone_name()};
}

extern const Source source_calendar;
const Source source_calendar = {.name = "calendar", .label = "calendar", .recognise = recognise_calendar, .read = read_calendar};

}  // namespace sources
