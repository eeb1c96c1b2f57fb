// Birthdays and due days for any calendar program (RFC 5545), to subscribe to.

#include <fmt/format.h>

#include "app/people/people.h"
#include "app/settings/settings.h"
#include "base/try.h"
#include "formats/content_line.h"
#include "plays/occasions.h"
#include "words/words.h"

namespace app {

namespace {

std::string date(base::Day day) {
  const base::Civil c = base::civil_of(day);
  return fmt::format("{:04}{:02}{:02}", c.year, c.month, c.day);
}

/// All of one day, and nobody is busy.
struct Entry {
  std::string uid;
  base::Day day;
  std::string rule;
  std::string summary;
  std::string description;
};

std::string text_of(const Entry& e, base::Instant stamp) {
  std::string out = "BEGIN:VEVENT\r\n";
  std::string at = base::iso(stamp);
  std::erase(at, '-');
  std::erase(at, ':');
  out += formats::content_line("UID:" + e.uid + "@wellmet");
  out += formats::content_line("DTSTAMP:" + at);
  out += formats::content_line("DTSTART;VALUE=DATE:" + date(e.day));
  if (!e.rule.empty()) out += formats::content_line("RRULE:" + e.rule);
  out += formats::content_line("SUMMARY:" + formats::content_text(e.summary));
  if (!e.description.empty()) out += formats::content_line("DESCRIPTION:" + formats::content_text(e.description));
  return out + "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
}

/// Yearly; who was born on 29 February has the last day of every February.
std::string yearly(std::string_view birthday) {
  return birthday.ends_with("02-29") ? "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" : "FREQ=YEARLY";
}

}  // namespace

base::Result<CalendarView> calendar(Session& session) {
  CalendarView out;
  out.text =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//wellmet//calendar//EN\r\nCALSCALE:GREGORIAN\r\n"
      "X-WR-CALNAME:wellmet\r\n";
  store::Filter by_name;
  by_name.sort = store::Sort::name;
  TRY(all, people(session, by_name));
  const base::Instant stamp = base::start_of(session.today());  // The same all day: a subscription sees no change.
  for (const PersonView& one : all.people) {
    const people::Person& person = one.card.person;
    const standing::Standing& s = one.card.standing;
    if (!plays::plannable(person, s) || s.rung < standing::Rung::in_touch) continue;
    if (const auto day = plays::next_birthday(person.birthday, session.today())) {
      ++out.birthdays;
      out.text += text_of(
          {"birthday-" + one.id(), *day, yearly(person.birthday), words::say("settings.birthday", {{"name", person.name}}), {}},
          stamp);
    }
    if (const auto day = plays::due_day(s)) {
      ++out.due;
      const std::string why = words::say(
          base::say("settings.due", {{"since", *s.last_two_way}, {"usual", plays::span(static_cast<int>(s.median_gap_days))}}));
      // What is overdue stands on today, not in a past that nobody looks at.
      out.text += text_of({"due-" + one.id(),
                           std::max(*day, session.today()),
                           {},
                           words::say("settings.get-in-touch", {{"name", person.name}}),
                           why},
                          stamp);
    }
  }
  out.text += "END:VCALENDAR\r\n";
  return out;
}

}  // namespace app
