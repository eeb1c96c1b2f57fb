// The demo's calendar: what Google and Outlook export, with what makes calendars hard to read.

#include <fmt/format.h>

#include "lab/demo_files.h"

namespace lab {

namespace {

std::string day_digits(base::Day day) {
  const base::Civil civil = base::civil_of(day);
  return fmt::format("{:04}{:02}{:02}", civil.year, civil.month, civil.day);
}

// A time by the clock in Stockholm; every third event names the zone as Windows does.
std::string time_line(const char* name, base::Day day, int hour, std::size_t number) {
  return fmt::format("{};TZID={}:{}T{:02}0000\r\n", name, number % 3 == 0 ? "W. Europe Standard Time" : "Europe/Stockholm",
                     day_digits(day), hour);
}

std::string attendee(const std::string& name, const std::string& email, const char* answer) {
  return fmt::format("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={};CN=\"{}\":mailto:{}\r\n", answer, name, email);
}

struct Writer {
  const DemoWorld& world;
  std::string out;
  std::size_t number = 0;

  std::string head(const DemoMeeting& one) const {
    return fmt::format("BEGIN:VEVENT\r\nUID:demo-{}@calendar.example\r\nDTSTAMP:{}T000000Z\r\n", number, day_digits(one.day - 7));
  }

  std::string people(const DemoMeeting& one) const {
    const DemoPerson& first = world.people[one.people.front()];
    const bool declined = one.kind == Meeting::declined;
    const char* const theirs = declined && one.owner_organises ? "DECLINED" : "ACCEPTED";
    const char* const own = declined && !one.owner_organises ? "DECLINED" : "ACCEPTED";
    std::string text = one.owner_organises ? fmt::format("ORGANIZER;CN={}:mailto:{}\r\n", owner_name, owner_email)
                                           : fmt::format("ORGANIZER;CN=\"{}\":mailto:{}\r\n", first.name(), first.emails.front());
    text += attendee(owner_name, owner_email, own);
    for (const std::size_t i : one.people) {
      text += attendee(world.people[i].name(), world.people[i].emails.front(),
                       one.kind == Meeting::large && i % 2 == 0 ? "NEEDS-ACTION" : theirs);
    }
    return text;
  }

  void weekly(const DemoMeeting& one) {
    const base::Day moved = one.day + 28;
    out += head(one) + time_line("DTSTART", one.day, one.hour, number) + time_line("DTEND", one.day, one.hour + 1, number);
    out += fmt::format("RRULE:FREQ=WEEKLY;INTERVAL=2\r\n");
    out += time_line("EXDATE", one.day + 14, one.hour, number);
    out += fmt::format("SUMMARY:One-to-one\r\nSEQUENCE:1\r\n{}END:VEVENT\r\n", people(one));
    out += head(one) + time_line("RECURRENCE-ID", moved, one.hour, number) + time_line("DTSTART", moved + 1, one.hour, number) +
           time_line("DTEND", moved + 1, one.hour + 1, number);
    out += fmt::format("SUMMARY:One-to-one (moved)\r\nSEQUENCE:2\r\n{}END:VEVENT\r\n", people(one));
  }

  void once(const DemoMeeting& one) {
    const DemoPerson& first = world.people[one.people.front()];
    out += head(one) + time_line("DTSTART", one.day, one.hour, number) + time_line("DTEND", one.day, one.hour + 1, number);
    if (one.kind == Meeting::coffee) {
      out += fmt::format("SUMMARY:Coffee with {}\r\nLOCATION:Café Saturnus\\, Stockholm\r\n", first.name());
    } else {
      out += one.kind == Meeting::large ? "SUMMARY:Autumn gathering\r\n" : "SUMMARY:Catching up\r\n";
      if (number % 2 == 0) out += "X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij\r\n";
      if (number % 5 == 0) out += "LOCATION:Drottninggatan 1\r\n";
      out += people(one);
    }
    if (one.kind == Meeting::cancelled) out += "STATUS:CANCELLED\r\n";
    out += "END:VEVENT\r\n";
  }
};

}  // namespace

std::string calendar_file(const DemoWorld& world) {
  Writer writer{.world = world,
                .out =
                    "BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//Google Calendar "
                    "70.9054//EN\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\nX-WR-TIMEZONE:Europe/"
                    "Stockholm\r\n"};
  for (const DemoMeeting& one : world.meetings) {
    ++writer.number;
    if (one.kind == Meeting::weekly) {
      writer.weekly(one);
    } else {
      writer.once(one);
    }
  }
  writer.out += fmt::format(
      "BEGIN:VEVENT\r\nUID:holiday@calendar.example\r\nDTSTART;VALUE=DATE:{}\r\nSUMMARY:Public "
      "holiday\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      day_digits(world.today - 30));
  return std::move(writer.out);
}

}  // namespace lab
