// What calendars of the programs that export them were seen to do.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sources/collect.h"

namespace sources {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string calendar(const std::string& lines) {
  return made_of("x.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + lines + "\r\nEND:VCALENDAR\r\n");
}

// One event of `lines`, on 2026-03-11 unless they say, with Jane.
std::string event(const std::string& lines) {
  const bool starts = lines.find("DTSTART") != std::string::npos;
  return calendar("BEGIN:VEVENT\nUID:1@x.example\n" + std::string(starts ? "" : "DTSTART:20260311T090000Z\n") + lines +
                  "\nEND:VEVENT");
}

const std::string jane = "ATTENDEE;PARTSTAT=ACCEPTED;CN=Jane:mailto:jane@x.example\n";

TEST(Calendar, ReadsOddFrames) {
  const std::string lines = "UID:1\nDTSTART:20260311T090000Z\nSUMMARY:Tea\n" + jane;
  for (const std::string& content :
       {"BEGIN:VEVENT\n" + lines + "END:VEVENT\n",                                  // No calendar.
        "begin:vcalendar\nbegin:vevent\n" + lines + "end:vevent\nend:vcalendar\n",  // Lower case.
        "\xef\xbb\xbf\nBEGIN:VCALENDAR\n\nBEGIN:VEVENT\n\n" + lines + "\nEND:VEVENT\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VCALENDAR\nBEGIN:VEVENT\n" + lines + "END:VEVENT\nEND:VCALENDAR\n",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + lines + "END:VCALENDAR\n"}) {  // END:VEVENT is missing.
    EXPECT_THAT(made_of("x.ics", content),
                AllOf(HasSubstr("calendar\nread 1 events\n"), HasSubstr("met by calendar at 2026-03-11T09:00:00Z\n"),
                      HasSubstr("accepted email:jane@x.example (Jane)\n")))
        << content;
  }
  EXPECT_THAT(made_of("x.ics", "BEGIN:VCALENDAR\rBEGIN:VEVENT\rDTSTART:20260311T090000Z\rSUMMARY:Caf\xe9\rEND:VEVENT\r"),
              HasSubstr("title Café\n"));
  EXPECT_EQ(made_of("x.ics", ""), "nothing\n");
  EXPECT_EQ(calendar(""), "calendar\n");
}

TEST(Calendar, ReadsWhoIsAskedAndWhatTheyAnswer) {
  const std::string made = event(
      "ORGANIZER;CN=\"Doe, Jane; boss: 'x'\";SENT-BY=\"mailto:assistant@x.example\":MAILTO:jane@x.example\n"
      "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=jane@x.example;X-NUM-GUESTS=0;"
      "X-RESPONSE-COMMENT=\"late, sorry\":mailto:jane@x.example\n"
      "ATTENDEE;ROLE=OPT-PARTICIPANT:mailto:b@x.example\nATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:c@x.example\n"
      "ATTENDEE;PARTSTAT=TENTATIVE:mailto:d@x.example\nATTENDEE;PARTSTAT=DELEGATED:mailto:e@x.example\n"
      "ATTENDEE;PARTSTAT=DECLINED:f@x.example\nATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:g@x.example\n"
      "ATTENDEE;ROLE=NON-PARTICIPANT:mailto:h@x.example\nATTENDEE;CUTYPE=UNKNOWN:mailto:i@x.example\n"
      "ATTENDEE;CUTYPE=GROUP:mailto:all@x.example\nATTENDEE;CUTYPE=ROOM:mailto:attic@x.example\n"
      "ATTENDEE;CN=k@x.example:http://x.example/people/k\nATTENDEE:mailto:#holiday@group.v.calendar.google.com");
  EXPECT_THAT(made, HasSubstr("    organiser email:jane@x.example (Doe, Jane; boss: 'x')\n"
                              "    waiting email:b@x.example\n    waiting email:c@x.example\n"
                              "    tentative email:d@x.example\n    declined email:e@x.example\n"
                              "    declined email:f@x.example\n    accepted email:g@x.example\n"
                              "    waiting email:i@x.example\n    waiting email:k@x.example\n"));
  for (const char* nobody : {"assistant", "h@x", "all@x", "attic", "holiday"}) {
    EXPECT_THAT(made, Not(HasSubstr(nobody)));
  }
  EXPECT_THAT(event("SUMMARY:Dentist"), HasSubstr("    with me:\n")) << "nobody else: the owner's own";
}

TEST(Calendar, AManifoldInvitationCountsItsPeople) {
  std::string many;
  for (int i = 0; i < 40; ++i) many += "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a" + std::to_string(i) + "@x.example\n";
  EXPECT_THAT(event(many), HasSubstr("group 40\n"));
}

TEST(Calendar, TakesTheNewestOfSeveralCopies) {
  const std::string master = "BEGIN:VEVENT\nUID:s\nDTSTART:20260302T090000Z\nRRULE:FREQ=WEEKLY;COUNT=3\n" + jane;
  const std::string made = calendar(
      // An override before its series, as Google writes them; in another zone than the series.
      "BEGIN:VEVENT\nUID:s\nRECURRENCE-ID;TZID=Europe/Stockholm:20260309T100000\nDTSTART:20260310T090000Z\n"
      "SUMMARY:Moved\n" +
      jane + "END:VEVENT\n" + master + "SEQUENCE:1\nSUMMARY:Old\nEND:VEVENT\n" + master +
      "SEQUENCE:2\nDTSTAMP:20260101T000000Z\n"
      "SUMMARY:Older stamp\nEND:VEVENT\n" +
      master + "SEQUENCE:2\nLAST-MODIFIED:20260201T000000Z\nSUMMARY:New\nEND:VEVENT");
  EXPECT_THAT(made, AllOf(HasSubstr("left out 2 older versions\n"), HasSubstr("at 2026-03-02T09:00:00Z"),
                          HasSubstr("title New\n"), HasSubstr("at 2026-03-10T09:00:00Z"), HasSubstr("title Moved\n"),
                          HasSubstr("at 2026-03-16T09:00:00Z"), Not(HasSubstr("2026-03-09T")), Not(HasSubstr("title Old"))));
}

TEST(Calendar, AnInvitationToOneOfASeriesNeedsNoSeries) {
  EXPECT_THAT(event("RECURRENCE-ID:20260311T090000Z\n" + jane), HasSubstr("met by calendar at 2026-03-11T09:00:00Z\n"));
}

TEST(Calendar, ChangesNameTheirOccurrenceByMomentOrByDay) {
  // Exchange: a moment for a series of days.
  EXPECT_THAT(calendar("BEGIN:VEVENT\nUID:s\nDTSTART;VALUE=DATE:20260302\nRRULE:FREQ=DAILY;COUNT=3\n"
                       "EXDATE:20260303T000000\n" +
                       jane +
                       "END:VEVENT\n"
                       "BEGIN:VEVENT\nUID:s\nRECURRENCE-ID:20260304T000000\nDTSTART;VALUE=DATE:20260306\n" +
                       jane + "END:VEVENT"),
              AllOf(HasSubstr("at 2026-03-02 "), HasSubstr("at 2026-03-03 cancelled"), HasSubstr("at 2026-03-06 "),
                    Not(HasSubstr("at 2026-03-04"))));
  // A day for a series of moments; several lines and lists; an instance that was called off.
  EXPECT_THAT(calendar("BEGIN:VEVENT\nUID:s\nDTSTART:20260302T090000Z\nRRULE:FREQ=DAILY;COUNT=5\n"
                       "EXDATE;VALUE=DATE:20260303\nEXDATE:20260304T090000Z,20260305T090000Z\n" +
                       jane +
                       "END:VEVENT\n"
                       "BEGIN:VEVENT\nUID:s\nRECURRENCE-ID:20260306T090000Z\nDTSTART:20260306T090000Z\n"
                       "STATUS:CANCELLED\n" +
                       jane + "END:VEVENT"),
              AllOf(HasSubstr("at 2026-03-02T09:00:00Z\n"), HasSubstr("at 2026-03-03T09:00:00Z cancelled"),
                    HasSubstr("at 2026-03-04T09:00:00Z cancelled"), HasSubstr("at 2026-03-05T09:00:00Z cancelled"),
                    HasSubstr("at 2026-03-06T09:00:00Z cancelled"), Not(HasSubstr("2026-03-07"))))
      << "COUNT counts before EXDATE takes away";
  EXPECT_THAT(event("DTSTART:20260302T090000Z\nRRULE:FREQ=WEEKLY;COUNT=2\nSTATUS:CANCELLED\n" + jane),
              AllOf(HasSubstr("at 2026-03-02T09:00:00Z cancelled"), HasSubstr("at 2026-03-09T09:00:00Z cancelled")));
}

TEST(Calendar, ExpandsTheRulesThatWereSeen) {
  const auto days = [](const std::string& rule) {
    const std::string made = event("DTSTART:20260302T090000Z\n" + rule + "\n" + jane);
    std::string out;
    for (std::size_t at = made.find(" at 2"); at != std::string::npos; at = made.find(" at 2", at + 1)) {
      out += made.substr(at + 3, 11);
    }
    return out;
  };
  EXPECT_EQ(days("RRULE:FREQ=MONTHLY;BYDAY=2WE;COUNT=2"), " 2026-03-02 2026-03-11");
  EXPECT_EQ(days("RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3"), " 2026-03-02 2026-03-31 2026-04-30");
  EXPECT_EQ(days("RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3"), " 2026-03-02 2026-03-31 2026-04-30");
  EXPECT_EQ(days("RRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=2"), " 2026-03-02 2026-05-11");
  EXPECT_EQ(days("RRULE:FREQ=YEARLY;BYYEARDAY=100;COUNT=2"), " 2026-03-02 2026-04-10");
  EXPECT_EQ(days("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU;COUNT=3"), " 2026-03-02 2026-03-15 2026-03-16");
  EXPECT_EQ(days("RRULE:FREQ=DAILY;UNTIL=20260303T090000Z"), " 2026-03-02 2026-03-03");
  EXPECT_EQ(days("RRULE:FREQ=DAILY;UNTIL=20260303T090000"), " 2026-03-02 2026-03-03");
  EXPECT_EQ(days("RRULE:FREQ=DAILY;UNTIL=20260303"), " 2026-03-02 2026-03-03");
  EXPECT_EQ(days("RDATE;VALUE=PERIOD:20260305T090000Z/PT1H,20260306T090000Z/20260306T100000Z"),
            " 2026-03-02 2026-03-05 2026-03-06");
  EXPECT_EQ(days("RRULE:FREQ=DAILY;COUNT=3\nEXRULE:FREQ=DAILY;INTERVAL=2;COUNT=2"), " 2026-03-02 2026-03-03");
  // Without an end: up to the end of the year after today's.
  EXPECT_THAT(days("RRULE:FREQ=YEARLY"), " 2026-03-02 2027-03-02");
}

TEST(Calendar, ReadsDaysAndDurations) {
  EXPECT_THAT(event("DTSTART;VALUE=DATE:20260311\n" + jane), HasSubstr("at 2026-03-11 for 86400 s\n"));
  EXPECT_THAT(event("DTSTART;VALUE=DATE:20260311\nDTEND;VALUE=DATE:20260313\n" + jane),
              HasSubstr("at 2026-03-11 for 172800 s\n"));
  EXPECT_THAT(event("DTSTART;TZID=Europe/Stockholm:20260311T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE\n" + jane),
              HasSubstr("at 2026-03-11\n"));
  EXPECT_THAT(event(jane), HasSubstr("at 2026-03-11T09:00:00Z\n")) << "neither end nor duration: no length";
  for (const auto& [duration, seconds] :
       {std::pair("P1DT2H", 93'600), {" +PT1H30M15S ", 5'415}, {"P1W", 604'800}, {"PT999999S", 999'999}}) {
    EXPECT_THAT(event(std::string("DURATION:") + duration + "\n" + jane), HasSubstr("for " + std::to_string(seconds) + " s\n"))
        << duration;
  }
  // What is not one (a month of how many days?) or would have to be cut off says nothing; none is below zero.
  for (const char* duration : {"", "P1M", "P1H", "1H", "PT1.5H", "PT99999999999S", "-PT1H", "PT"}) {
    EXPECT_THAT(event(std::string("DURATION:") + duration + "\n" + jane), HasSubstr("at 2026-03-11T09:00:00Z\n")) << duration;
  }
  EXPECT_THAT(event("DTSTART:20260311T090000\n" + jane), HasSubstr("at 2026-03-11T09:00:00Z\n")) << "floating";
}

TEST(Calendar, ResolvesTheZonesThatWereSeen) {
  // 09:00 in July, in UTC.
  constexpr std::pair<const char*, const char*> zones[] = {
      {"/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", "07"},
      {"/softwarestudio.org/Olson_20011030_5/America/New_York", "13"},
      {"/mozilla.org/20050126_1/Europe/Stockholm", "07"},
      {"/Europe/Stockholm", "07"},
      {"W. Europe Standard Time", "07"},
      {"Eastern Standard Time 1", "13"},
      {"\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\"", "07"},
      {"(GMT-05:00) Eastern Time (US & Canada)", "13"},  // Not quoted, as it should be.
      {"UTC+11", "22"},
      {"tzone://Microsoft/Utc", "09"},
      {"Etc/GMT", "09"},
      {"US-Eastern", "13"},
      {"Eastern", "13"},
      {"America-Chicago", "14"},
      {"\"Canberra, Melbourne, Sydney\"", "23"},
  };
  for (const auto& [name, hour] : zones) {
    EXPECT_THAT(event("DTSTART;TZID=" + std::string(name) + ":20260701T090000\n" + jane),
                AllOf(HasSubstr("T" + std::string(hour) + ":00:00Z\n"), Not(HasSubstr("remark"))))
        << name;
  }
  EXPECT_THAT(calendar("X-WR-TIMEZONE:Europe/Stockholm\nBEGIN:VEVENT\nDTSTART;TZID=:20260701T090000\n" + jane + "END:VEVENT"),
              HasSubstr("at 2026-07-01T07:00:00Z\n"));
  for (const char* unknown : {"Customized Time Zone", " 1", "TZID=Europe/Germany", "Екатеринбург"}) {
    EXPECT_THAT(event("DTSTART;TZID=" + std::string(unknown) + ":20260701T090000\n" + jane),
                HasSubstr("at 2026-07-01T09:00:00Z\n"))
        << unknown;
  }
}

// Outlook's zones began in 1601, some in the year 1. The zone in the file outranks the name.
TEST(Calendar, BelievesTheZoneInTheFile) {
  for (const char* year : {"1601", "0001"}) {
    EXPECT_THAT(calendar("BEGIN:VTIMEZONE\nTZID:Europe/Stockholm\nBEGIN:STANDARD\nDTSTART:" + std::string(year) +
                         "0101T000000\nTZOFFSETFROM:+0530\nTZOFFSETTO:+0530\nEND:STANDARD\nEND:VTIMEZONE\n"
                         "BEGIN:VEVENT\nDTSTART;TZID=Europe/Stockholm:20260701T090000\n" +
                         jane + "END:VEVENT"),
                HasSubstr("at 2026-07-01T03:30:00Z\n"))
        << year;
  }
}

TEST(Calendar, TellsMeetingsOnlineByTheirLinks) {
  for (const char* line :
       {"X-GOOGLE-CONFERENCE:https://meet.google.com/abc", "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/1",
        "X-MICROSOFT-ONLINEMEETINGCONFLINK:conf:sip:x", "CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://x.zoom.us/j/1",
        "URL:https://teams.live.com/meet/1", "LOCATION:Microsoft Teams Meeting", "LOCATION:Microsoft Teams-Besprechung",
        "LOCATION:https://acme.webex.com/acme", "DESCRIPTION:Join\\nhttps://zoom.us/j/1?pwd=2",
        "X-ALT-DESC;FMTTYPE=text/html:<a href=\"https://meet.google.com/x\">join</a>",
        "X-MICROSOFT-ONLINEMEETINGINFORMATION:{\"url\":\"https://teams.microsoft.com/l/1\"}",
        "X-MICROSOFT-SKYPETEAMSPROPERTIES:{\"cid\":\"https://teams.microsoft.com/l/1\"}"}) {
    EXPECT_THAT(event(std::string(line) + "\n" + jane), HasSubstr("met by video at ")) << line;
  }
  for (const char* line :
       {"DESCRIPTION:https://notzoom.us/j/1", "URL:https://x.example/agenda", "X-MICROSOFT-CDO-BUSYSTATUS:OOF",
        "X-MICROSOFT-CDO-INSTTYPE:3", "TRANSP:TRANSPARENT",
        "X-MICROSOFT-SCHEDULINGSERVICEUPDATEURL:https://api.scheduler.teams.microsoft.com/", "X-MICROSOFT-LOCATIONS:[]",
        "X-MS-OLK-FORCEINSPECTOROPEN:TRUE", "X-MICROSOFT-ONLINEMEETINGTOLLNUMBER:+4612345678"}) {
    EXPECT_THAT(event(std::string(line) + "\n" + jane), HasSubstr("met by calendar at ")) << line;
  }
  EXPECT_THAT(event("LOCATION:Quay 1\\, Malmö\nDESCRIPTION:https://zoom.us/j/1\n" + jane), HasSubstr("met by in_person at "))
      << "a real place outranks the link that every invitation has";
}

TEST(Calendar, AnswersAndCancellationsSayWhatTheySay) {
  EXPECT_THAT(calendar("METHOD:REPLY\nBEGIN:VEVENT\nUID:1\nDTSTART:20260311T090000Z\n" + jane + "END:VEVENT"),
              HasSubstr("left out 1 answers to invitations\n"));
  EXPECT_THAT(calendar("METHOD:CANCEL\nBEGIN:VEVENT\nUID:1\nDTSTART:20260311T090000Z\n" + jane + "END:VEVENT"),
              HasSubstr("met by calendar at 2026-03-11T09:00:00Z cancelled\n"));
}

}  // namespace
}  // namespace sources
