#include "sources/calendar_event.h"

#include <fmt/format.h>
#include <libical/ical.h>

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "sources/calendar_place.h"

namespace sources {

using formats::IcsLine;
using ledger::Role;

namespace {

constexpr std::size_t parties_max = 30;
constexpr std::size_t people_max = 10'000;
constexpr std::size_t dates_max = 20'000;
constexpr std::int64_t day_seconds = base::day_seconds;

std::int64_t floor_day(std::int64_t seconds) { return base::day_of(base::Instant{seconds}).days; }

// "20260314T093000Z" without separators that some writers add.
std::optional<CalendarTime> clock_of(std::string_view text, bool& utc) {
  std::string digits;
  std::size_t date_size = 0;
  for (const char c : text) {
    if (c == '-' || c == ':') continue;
    if (c == 'T' || c == 't') {
      if (date_size != 0) return std::nullopt;
      date_size = digits.size();
    } else if (c == 'Z' || c == 'z') {
      utc = true;
    } else if (base::is_digit(c) && digits.size() < 14) {
      digits += c;
    } else {
      return std::nullopt;
    }
  }
  if (date_size == 0) date_size = digits.size();
  if (date_size != 8) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    for (std::size_t i = at; i < at + size; ++i) value = value * 10 + (digits[i] - '0');
    return value;
  };
  const base::Civil civil{number(0, 4), number(4, 2), number(6, 2)};
  if (civil.year < 1 || !base::valid(civil)) return std::nullopt;
  CalendarTime time;
  time.local = base::start_of(base::day_of(civil)).seconds;
  time.whole_day = digits.size() == 8;
  if (time.whole_day) return time;
  if (digits.size() != 12 && digits.size() != 14) return std::nullopt;
  const int second = digits.size() == 14 ? std::min(number(12, 2), 59) : 0;
  if (number(8, 2) > 23 || number(10, 2) > 59) return std::nullopt;
  time.local += number(8, 2) * 3600 + number(10, 2) * 60 + second;
  return time;
}

formats::ZonePtr zone_of(const IcsLine& line, const Zones& zones, const Remark& remark) {
  const std::string_view name = line.param("TZID");
  if (name.empty()) return zones.floating;
  const auto own = zones.own.find(name);
  if (own != zones.own.end()) return own->second;
  if (formats::ZonePtr zone = formats::zone_named(name)) return zone;
  remark(line.line, base::say("sources.unknown-time-zone-read", {{"clip", base::clip(name, 60)}}));
  return zones.floating;
}

// Addresses of Google's calendars, rooms and holidays.
bool is_nobody(const base::Email& email) {
  constexpr std::string_view google = "calendar.google.com";
  const std::string_view domain = email.domain();
  return domain.size() >= google.size() && domain.substr(domain.size() - google.size()) == google;
}

std::string name_in(const IcsLine& line) {
  std::string_view name = base::trim(line.param("CN"));
  while (name.size() > 1 && name.front() == '\'' && name.back() == '\'') {
    name = name.substr(1, name.size() - 2);
  }
  if (base::contains(name, "@") || base::starts_with_no_case(name, "mailto:")) return {};
  return std::string(base::clip(name, 200));
}

struct Person {
  ledger::Handle who;
  Role role = Role::waiting;
  std::string name;
};

std::optional<ledger::Handle> handle_in(const IcsLine& line) {
  for (const std::string_view text : {std::string_view(line.value), line.param("EMAIL"), line.param("CN")}) {
    if (const auto email = base::Email::parse(text)) {
      if (is_nobody(*email)) return std::nullopt;
      return ledger::handle(*email);
    }
  }
  if (base::starts_with_no_case(line.value, "tel:")) {
    const auto phones = ledger::phone_handle(std::string_view(line.value).substr(4));
    if (!phones.empty()) return phones.front();
  }
  const std::string name = name_in(line);
  if (name.empty()) return std::nullopt;
  return ledger::name_handle("calendar", name);
}

Role role_of(const IcsLine& line) {
  const std::string_view answer = line.param("PARTSTAT");
  for (const std::string_view yes : {"ACCEPTED", "COMPLETED", "IN-PROCESS", "CONFIRMED"}) {
    if (base::equal_no_case(answer, yes)) return Role::accepted;
  }
  if (base::equal_no_case(answer, "TENTATIVE")) return Role::tentative;
  // Who has sent somebody else was not there.
  if (base::equal_no_case(answer, "DECLINED") || base::equal_no_case(answer, "DELEGATED")) {
    return Role::declined;
  }
  return Role::waiting;
}

bool is_human(const IcsLine& line) {
  for (const std::string_view kind : {"ROOM", "RESOURCE", "GROUP"}) {
    if (base::equal_no_case(line.param("CUTYPE"), kind)) return false;
  }
  return !base::equal_no_case(line.param("ROLE"), "NON-PARTICIPANT");
}

class Builder {
 public:
  Builder(const Zones& zones, const Remark& remark) : zones_(zones), remark_(remark) { event_.evidence.kind = ledger::Kind::met; }

  void take(const IcsLine& line);
  base::Result<CalendarEvent> finish();

 private:
  void take_text(const IcsLine& line);
  void take_time(const IcsLine& line);
  void take_person(const IcsLine& line);
  void take_dates(const IcsLine& line, std::vector<CalendarTime>& to);
  void add_parties();
  void set_channel();

  const Zones& zones_;
  const Remark& remark_;
  CalendarEvent event_;
  std::optional<CalendarTime> start_;
  std::optional<CalendarTime> end_;
  std::optional<std::int64_t> duration_;
  std::optional<Person> organiser_;
  std::vector<Person> people_;
  bool conference_ = false;
  bool by_phone_ = false;
  bool whole_day_ = false;
};

void Builder::take(const IcsLine& line) {
  if (event_.line == 0) event_.line = line.line;
  if (line.name == "ATTENDEE" || line.name == "ORGANIZER") {
    take_person(line);
  } else if (line.name == "RRULE" || line.name == "EXRULE") {
    auto& rules = line.name == "RRULE" ? event_.rules : event_.unrules;
    if (rules.size() < 10) rules.push_back(std::string(base::clip(line.value, 4000)));
  } else if (line.name == "RDATE") {
    take_dates(line, event_.extra);
  } else if (line.name == "EXDATE") {
    take_dates(line, event_.without);
  } else {
    take_time(line);
    take_text(line);
  }
}

void Builder::take_time(const IcsLine& line) {
  if (line.name == "DTSTART") {
    start_ = calendar_time(line, line.value, zones_, remark_);
  } else if (line.name == "DTEND") {
    end_ = calendar_time(line, line.value, zones_, remark_);
  } else if (line.name == "DURATION") {
    duration_ = calendar_duration(line.value);
  } else if (line.name == "RECURRENCE-ID") {
    const auto at = calendar_time(line, line.value, zones_, remark_);
    if (!at) return;
    event_.is_override = true;
    event_.recurrence = *at;
    event_.and_future = base::equal_no_case(line.param("RANGE"), "THISANDFUTURE");
  } else if (line.name == "DTSTAMP" || line.name == "LAST-MODIFIED") {
    const auto at = calendar_time(line, line.value, zones_, remark_);
    if (at) event_.stamp = std::max(event_.stamp, at->utc());
  } else if (line.name == "SEQUENCE") {
    std::uint32_t value = 0;
    for (const char c : base::trim(line.value)) {
      if (!base::is_digit(c) || value > 100'000'000) break;
      value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    event_.sequence = value;
  }
}

void Builder::take_text(const IcsLine& line) {
  if (line.name == "UID") {
    event_.uid = base::clip(base::trim(line.value), 500);
  } else if (line.name == "SUMMARY") {
    std::string text = formats::ics_text(line.value);
    std::replace(text.begin(), text.end(), '\n', ' ');
    event_.evidence.title = base::clip(base::trim(text), 200);
  } else if (line.name == "LOCATION") {
    std::string text = formats::ics_text(line.value);
    std::replace(text.begin(), text.end(), '\n', ' ');
    event_.evidence.place = base::clip(base::trim(text), 300);
  } else if (line.name == "STATUS") {
    if (base::equal_no_case(base::trim(line.value), "CANCELLED")) {
      event_.evidence.flags |= static_cast<std::uint8_t>(ledger::cancelled);
    }
  } else if (line.name == "TRANSP") {
    event_.free = event_.free || base::equal_no_case(base::trim(line.value), "TRANSPARENT");
  } else if (line.name == "X-MICROSOFT-CDO-BUSYSTATUS") {
    event_.free = event_.free || base::equal_no_case(base::trim(line.value), "FREE");
  } else if (line.name == "X-MICROSOFT-CDO-ALLDAYEVENT") {
    whole_day_ = base::equal_no_case(base::trim(line.value), "TRUE");
  } else if (line.name == "X-GOOGLE-CONFERENCE" || line.name == "X-MICROSOFT-SKYPETEAMSMEETINGURL" ||
             line.name == "X-MICROSOFT-ONLINEMEETINGCONFLINK") {
    conference_ = conference_ || !base::trim(line.value).empty();
  } else if (line.name == "CONFERENCE" || line.name == "URL" || line.name == "DESCRIPTION" || line.name == "X-ALT-DESC" ||
             line.name == "X-MICROSOFT-SKYPETEAMSPROPERTIES" || line.name == "X-MICROSOFT-ONLINEMEETINGINFORMATION") {
    conference_ = conference_ || has_conference_link(line.value);
    by_phone_ = by_phone_ || (line.name == "CONFERENCE" && base::starts_with_no_case(base::trim(line.value), "tel:"));
  }
}

void Builder::take_person(const IcsLine& line) {
  if (!is_human(line)) return;
  auto who = handle_in(line);
  if (!who) return;
  Person person{.who = std::move(*who), .role = role_of(line), .name = name_in(line)};
  if (line.name == "ORGANIZER") {
    person.role = Role::organiser;
    organiser_ = std::move(person);
  } else if (people_.size() < people_max) {
    people_.push_back(std::move(person));
  }
}

void Builder::take_dates(const IcsLine& line, std::vector<CalendarTime>& to) {
  for (std::string_view part : base::split(line.value, ',')) {
    // A PERIOD's start is what counts: "19960403T020000Z/PT2H".
    part = part.substr(0, part.find('/'));
    if (base::trim(part).empty() || to.size() >= dates_max) continue;
    if (const auto at = calendar_time(line, part, zones_, remark_)) to.push_back(*at);
  }
}

// The organiser once, however often named; everybody else once, by the first answer given.
void Builder::add_parties() {
  std::vector<ledger::Party>& parties = event_.evidence.parties;
  std::vector<Person> all;
  if (organiser_) all.push_back(*organiser_);
  std::map<ledger::Handle, std::size_t> seen;
  if (organiser_) seen.emplace(organiser_->who, 0);
  for (Person& person : people_) {
    const auto [at, is_new] = seen.try_emplace(person.who, all.size());
    if (is_new) {
      all.push_back(std::move(person));
      continue;
    }
    Person& known = all[at->second];
    if (known.name.empty()) known.name = person.name;
    // An own decline outranks being the organiser.
    const bool organiser = known.role == Role::organiser;
    if (organiser ? person.role == Role::declined : known.role == Role::waiting) {
      known.role = person.role;
    }
  }
  event_.people = all.size();
  event_.attendees = all.size() - (organiser_ ? 1U : 0U);
  if (all.size() > parties_max) {
    event_.evidence.group = static_cast<std::uint32_t>(all.size());
    all.resize(parties_max);
  }
  // An entry that names nobody else is the owner's own.
  if (event_.attendees == 0) parties.push_back({ledger::me(), Role::with, {}});
  for (Person& person : all) {
    parties.push_back({std::move(person.who), person.role, std::move(person.name)});
  }
}

void Builder::set_channel() {
  using ledger::Channel;
  Channel channel = channel_of_place(event_.evidence.place);
  if (channel == Channel::unknown && conference_) channel = Channel::video;
  if (channel == Channel::unknown && by_phone_) channel = Channel::phone;
  event_.evidence.channel = channel == Channel::unknown ? Channel::calendar : channel;
}

base::Result<CalendarEvent> Builder::finish() {
  if (!start_) {
    return base::fail(base::Fault::bad_input, {}, base::say("sources.event-without-start-can"));
  }
  event_.start = *start_;
  std::int64_t seconds = start_->whole_day ? day_seconds : 0;
  if (end_) {
    seconds = end_->utc() - start_->utc();
  } else if (duration_) {
    seconds = *duration_;
  }
  event_.duration_seconds = std::clamp<std::int64_t>(seconds, 0, 366 * day_seconds);
  if (whole_day_ && !event_.start.whole_day) {
    event_.start.local = floor_day(event_.start.local) * day_seconds;
    event_.start.whole_day = true;
    event_.start.zone = formats::fixed_zone(0);
  }
  if (event_.start.whole_day) {
    event_.evidence.flags |= static_cast<std::uint8_t>(ledger::day_only);
  }
  event_.evidence.duration_seconds = static_cast<std::uint32_t>(event_.duration_seconds);
  if (event_.uid.empty()) {
    event_.uid = fmt::format("{:016x}", base::hash64(fmt::format("{}/{}", event_.start.local, event_.evidence.title)));
  }
  // Whole series with the id of one occurrence have been seen (Connect Daily 3.0).
  if (event_.recurs() && !event_.and_future) event_.is_override = false;
  set_channel();
  add_parties();
  return std::move(event_);
}

}  // namespace

std::int64_t CalendarTime::day() const { return floor_day(local); }

std::uint64_t CalendarEvent::version() const {
  const auto low = static_cast<std::uint64_t>(std::clamp<std::int64_t>(stamp, 0, 0xFFFFFFFF));
  return (static_cast<std::uint64_t>(sequence) << 32U) | low;
}

std::optional<CalendarTime> calendar_time(const IcsLine& line, std::string_view value, const Zones& zones, const Remark& remark) {
  value = base::trim(value);
  if (value.size() > 32) return std::nullopt;
  bool utc = false;
  auto time = clock_of(value, utc);
  if (!time) return std::nullopt;
  if (base::equal_no_case(line.param("VALUE"), "DATE") && !time->whole_day) {
    time->local = floor_day(time->local) * day_seconds;
    time->whole_day = true;
  }
  time->zone = utc || time->whole_day ? formats::fixed_zone(0) : zone_of(line, zones, remark);
  return time;
}

std::optional<std::int64_t> calendar_duration(std::string_view text) {
  text = base::trim(text);
  // libical reads nothing as no time at all, and numbers of more digits as others.
  std::size_t digits = 0;
  for (const char c : text) {
    digits = base::is_digit(c) ? digits + 1 : 0;
    if (digits > 9) return std::nullopt;
  }
  if (text.empty()) return std::nullopt;
  const icaldurationtype read = icaldurationtype_from_string(std::string(text).c_str());
  if (icaldurationtype_is_bad_duration(read) != 0) return std::nullopt;
  const std::int64_t days = std::int64_t{read.weeks} * 7 + read.days;
  const std::int64_t minutes = std::int64_t{read.hours} * 60 + read.minutes;
  const std::int64_t seconds = days * day_seconds + minutes * 60 + read.seconds;
  return read.is_neg != 0 ? -seconds : seconds;
}

base::Result<CalendarEvent> calendar_event(const std::vector<IcsLine>& lines, const Zones& zones, const Remark& remark) {
  Builder builder(zones, remark);
  // What is nested (VALARM) speaks of itself.
  std::size_t depth = 0;
  for (const IcsLine& line : lines) {
    if (line.name == "BEGIN") {
      ++depth;
    } else if (line.name == "END") {
      depth -= depth > 0 ? 1U : 0U;
    } else if (depth == 0) {
      builder.take(line);
    }
  }
  return builder.finish();
}

}  // namespace sources
