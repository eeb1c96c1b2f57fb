// Meet: when the owner is free, and the invitation (RFC 5545, 5546) to send oneself.

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/meet/meet.h"
#include "base/clean.h"
#include "base/email.h"
#include "base/text.h"
#include "base/try.h"
#include "formats/content_line.h"
#include "formats/zone.h"
#include "sources/calendar_busy.h"
#include "sources/sources.h"
#include "words/words.h"

namespace app {

namespace {

constexpr std::size_t proposed = 3;  // Days that a letter proposes. docs/plays.md#slots.
constexpr int step_minutes = 30;     // What is proposed begins at a full or half hour.
constexpr std::size_t invite_bytes_max = 200;

struct NamedZone {
  std::string name;
  formats::ZonePtr zone;
};

/// `text` is a zone or a city.
base::Result<NamedZone> zone_of(const std::string& text) {
  if (text.empty())
    return base::fail(base::Fault::usage, {}, base::say("meet.which-clock"), base::say("meet.give-zone-city-zone"));
  if (formats::ZonePtr zone = formats::zone_named(text)) return NamedZone{text, std::move(zone)};
  const auto cities = formats::Places().named(text);
  formats::ZonePtr zone = cities.empty() ? nullptr : formats::zone_named(cities.front().zone);
  if (zone != nullptr) return NamedZone{cities.front().zone, std::move(zone)};
  return base::fail(base::Fault::usage, {}, base::say("meet.no-time-zone-no", {{"text", base::printable(text, 60)}}),
                    base::say("meet.instance-zone-europe-berlin"));
}

/// Free stretches of `from`..`to`, which are UTC; `busy` is sorted by its beginning.
std::vector<std::pair<std::int64_t, std::int64_t>> gaps(std::int64_t from, std::int64_t to,
                                                        const std::vector<sources::Busy>& busy) {
  std::vector<std::pair<std::int64_t, std::int64_t>> free;
  for (const sources::Busy& one : busy) {
    if (one.to <= from) continue;
    if (one.from >= to) break;
    if (one.from > from) free.push_back({from, one.from});
    from = std::max(from, one.to);
  }
  if (from < to) free.push_back({from, to});
  return free;
}

/// "20261109T130000Z".
std::string moment_text(base::Instant at) {
  std::string out = base::iso(at);
  std::erase(out, '-');
  std::erase(out, ':');
  return out;
}

/// A parameter's value: quoted, without what may not stand in quotes.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : base::clip(text, invite_bytes_max)) {
    if (c != '"' && static_cast<unsigned char>(c) >= ' ') out += c;
  }
  return out + "\"";
}

base::Result<std::string> address_of(const PersonView& person) {
  if (!person.card.person.emails.empty()) return person.card.person.emails.front();
  const std::string name = base::printable(person.card.person.name, 60);
  return base::fail(base::Fault::not_found, {}, base::say("meet.no-mail-address-known", {{"name", name}}),
                    base::say("meet.import-address-book-call"));
}

std::string joined(const std::vector<std::string>& names) {
  std::vector<base::Message> all;
  for (const std::string& name : names) all.push_back(base::say("said.name", {{"name", name}}));
  return words::say("said.names", {{"names", std::move(all)}});
}

/// "9 Nov 14:00" as a day and a minute of it.
base::Result<std::pair<base::Day, int>> when(std::string_view raw, base::Day today) {
  const std::string_view text = base::trim(raw);
  const std::size_t space = text.rfind(' ');
  const std::string_view clock = space == std::string_view::npos ? "" : text.substr(space + 1);
  const auto day = base::parse_day_ahead(text.substr(0, space), today);
  const std::string padded = (clock.size() == 4 ? "0" : "") + std::string(clock);
  const auto at = base::parse_iso_instant(fmt::format("1970-01-01T{}:00Z", padded));
  if (day && at) return std::pair(*day, static_cast<int>(at->seconds / 60));
  return base::fail(base::Fault::usage, {}, base::say("meet.no-day-time", {{"text", base::printable(text, 40)}}),
                    base::say("meet.instance-9-nov-14"));
}

}  // namespace

base::Result<SlotsView> slots(Session& session, const std::vector<std::string>& files, const SlotsAsk& ask) {
  TRY(totals, status(session));
  std::vector<ledger::Handle> owner;
  for (const std::string& handle : totals.owner_handles) {
    if (const auto email = base::Email::parse(handle)) owner.push_back(ledger::handle(*email));
  }
  std::vector<sources::Busy> busy;
  std::string own_zone;
  for (const std::string& file : files) {
    TRY(bytes, formats::open_file(file));
    TRY(head, formats::read_head(*bytes, 4096));
    const sources::Source* const kind = sources::recognise({.path = file, .head = head});
    if (kind == nullptr || kind->name != "calendar") {
      return base::fail(base::Fault::unreadable, file, base::say("meet.no-calendar"), base::say("meet.give-icalendar-file-ics"));
    }
    const auto whole = formats::rejoin(head, *bytes);
    TRY(read, sources::read_busy(*whole, ask.from + ask.days, owner));
    busy.insert(busy.end(), read.times.begin(), read.times.end());
    if (own_zone.empty()) own_zone = read.zone;
  }
  TRY(zone, zone_of(ask.zone.empty() ? own_zone : ask.zone));
  for (sources::Busy& one : busy) {
    if (one.whole_days) one = {zone.zone->to_utc(one.from), zone.zone->to_utc(one.to), false};
  }
  std::sort(busy.begin(), busy.end(), [](const sources::Busy& a, const sources::Busy& b) { return a.from < b.from; });
  SlotsView out{zone.name, {}};
  base::Day day = ask.from;
  for (int left = ask.days; left > 0; day = day + 1) {
    if (base::weekday_of(day) >= 5 && !ask.weekends) continue;
    --left;
    const std::int64_t midnight = base::start_of(day).seconds;
    // What has begun is past.
    const std::int64_t from =
        std::max(zone.zone->to_utc(midnight + ask.first_hour * 3600), session.settings.as_of ? 0 : session.moment().seconds);
    for (auto [begin, end] : gaps(from, zone.zone->to_utc(midnight + ask.last_hour * 3600), busy)) {
      begin = (begin + 59) / 60 * 60;
      if (end - begin < ask.length_minutes * 60) continue;
      out.free.push_back({day,
                          static_cast<int>((zone.zone->to_local(begin) - midnight) / 60),
                          static_cast<int>((zone.zone->to_local(end) - midnight) / 60),
                          {begin},
                          {end}});
    }
  }
  return out;
}

base::Result<InviteView> invite(Session& session, const InviteAsk& ask) {
  if (ask.persons.empty())
    return base::fail(base::Fault::usage, {}, base::say("meet.invitation-nobody"), base::say("meet.name-somebody"));
  TRY(totals, status(session));
  const auto own = std::find_if(totals.owner_handles.begin(), totals.owner_handles.end(),
                                [](const std::string& handle) { return base::Email::parse(handle).has_value(); });
  if (own == totals.owner_handles.end())
    return base::fail(base::Fault::not_found, {}, base::say("meet.own-mail-address-not"), base::say("meet.say-wellmet-me-add"));
  TRY(at, when(ask.at, session.today()));
  TRY(zone, zone_of(ask.zone));
  const base::Instant from{zone.zone->to_utc(base::start_of(at.first).seconds + at.second * 60)};
  if (from < (session.settings.as_of ? base::start_of(session.today()) : session.moment()))
    return base::fail(base::Fault::usage, {}, base::say("meet.past", {{"second", time_words(at.first, at.second)}}),
                      base::say("meet.invitation-something-come"));
  InviteView out{.text = {},
                 .title = base::cleaned(ask.title, invite_bytes_max),
                 .day = at.first,
                 .minute = at.second,
                 .zone = zone.name,
                 .from = from,
                 .to = {from.seconds + ask.length_minutes * 60},
                 .persons = {}};
  std::vector<std::string> names;
  std::string attendees;
  std::set<std::string> ids;
  for (const std::string& who : ask.persons) {
    TRY(person, find(session, who));
    if (!ids.insert(person.id()).second) continue;
    TRY(address, address_of(person));
    const std::string& name = person.card.person.name;
    attendees += formats::content_line(
        fmt::format("ATTENDEE;CN={};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{}", quoted(name), address));
    names.push_back(name);
    out.persons.push_back(std::move(person));
  }
  if (!totals.owner_name.empty()) names.push_back(totals.owner_name);
  if (out.title.empty()) out.title = joined(names);
  const std::string cn = totals.owner_name.empty() ? "" : ";CN=" + quoted(totals.owner_name);
  out.text =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//wellmet//invitation//"
      "EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n";
  // The same meeting written again is the same to every calendar.
  std::string key = base::iso(from);
  for (const std::string& id : ids) key += " " + id;
  out.text += formats::content_line(fmt::format("UID:meet-{:016x}@wellmet", base::hash64(key)));
  out.text += formats::content_line("DTSTAMP:" + moment_text(session.moment()));
  out.text += formats::content_line("DTSTART:" + moment_text(from));
  out.text += formats::content_line("DTEND:" + moment_text(out.to));
  out.text += formats::content_line("SUMMARY:" + formats::content_text(out.title));
  const std::string place = base::cleaned(ask.place, invite_bytes_max);
  if (!place.empty()) out.text += formats::content_line("LOCATION:" + formats::content_text(place));
  out.text += formats::content_line(fmt::format("ORGANIZER{}:mailto:{}", cn, *own));
  out.text += formats::content_line(fmt::format("ATTENDEE{};ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:{}", cn, *own)) + attendees;
  out.text += "SEQUENCE:0\r\nSTATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  return out;
}

base::Result<Draft> propose(Session& session, const std::vector<std::string>& persons, const SlotsView& slots,
                            int length_minutes) {
  std::vector<std::string> given, addresses;
  for (const std::string& who : persons) {
    TRY(person, find(session, who));
    TRY(address, address_of(person));
    given.push_back(person.card.person.name.substr(0, person.card.person.name.find(' ')));
    addresses.push_back(address);
  }
  std::string times;
  std::size_t count = 0;
  std::optional<base::Day> last;
  for (const FreeTime& one : slots.free) {
    const int begin = (one.from_minute + step_minutes - 1) / step_minutes * step_minutes;
    if (count == proposed || last == one.day || begin + length_minutes > one.to_minute) continue;
    times += fmt::format("  - {}\n", words::say(time_words(one.day, begin)));
    last = one.day;
    ++count;
  }
  if (count == 0)
    return base::fail(base::Fault::not_found, {}, base::say("meet.no-time-free-those"), base::say("meet.look-further-days-10"));
  std::string to;
  for (const std::string& address : addresses) to += (to.empty() ? "" : ", ") + address;
  return Draft{
      .to = to,
      .subject = words::say("letter.when-meet-subject"),
      .body = words::say("letter.when-meet",
                         {{"names", joined(given)}, {"minutes", length_minutes}, {"zone", slots.zone}, {"times", times}})};
}

base::Message time_words(base::Day day, int minute) {
  return base::say(
      "meet.time",
      {{"weekday", base::weekday_of(day)}, {"day", day}, {"clock", fmt::format("{:02}:{:02}", minute / 60, minute % 60)}});
}

}  // namespace app
