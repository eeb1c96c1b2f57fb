// What backups of Android's call log and text messages were seen to do.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sources/collect.h"

namespace sources {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* moment = "1709551234000";  // 2024-03-04 11:20:34 UTC

std::string call(const std::string& number, const std::string& attributes) {
  return made_of("calls-20240304.xml",
                 "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n"
                 "<?xml-stylesheet type=\"text/xsl\" href=\"calls.xsl\"?>\n<!-- a > b -->\n"
                 "<calls count=\"7\" backup_set=\"u\" backup_date=\"1\">\n<call number=\"" +
                     number + "\" date=\"" + moment + "\" readable_date=\"4 mars 2024\" subscription_id=\"1\" " + attributes +
                     " />\n</calls>\n");
}

std::string text(const std::string& tags) {
  return made_of("sms-20240304.xml", "<?xml version='1.0'?>\n<smses count=\"99\">\n" + tags + "\n</smses>\n");
}

std::string sms(const std::string& type, const std::string& more = "") {
  return text("<sms protocol=\"0\" address=\"+46701234567\" date=\"" + std::string(moment) + "\" type=\"" + type +
              "\" subject=\"null\" body=\"Hi&#10;there\" toa=\"null\" sc_toa=\"null\" read=\"1\" status=\"-1\" " + more + "/>");
}

TEST(Calls, AreWhatTheirTypeSays) {
  EXPECT_THAT(
      call("+46701234567", "type=\"1\" duration=\"75\" presentation=\"1\" contact_name=\"Jane\""),
      AllOf(StartsWith("calls\nread 1 calls\n"),
            HasSubstr("called by phone at 2024-03-04T11:20:34Z for 75 s\n    to me:\n    from phone:+46701234567 (Jane)\n")));
  EXPECT_THAT(call("+46701234567", "type=\"2\" duration=\"75\""), HasSubstr("    from me:\n    to phone:+46701234567\n"));
  EXPECT_THAT(call("+46701234567", "type=\"2\" duration=\"0\""), HasSubstr(" missed\n"));
  for (const char* type : {"3", "4", "5", "6"}) {
    EXPECT_THAT(call("+46701234567", "type=\"" + std::string(type) + "\" duration=\"9\""), HasSubstr(" missed")) << type;
  }
  for (const char* number : {"", "-1", "-2"}) {
    EXPECT_THAT(call(number, "type=\"1\" duration=\"75\" presentation=\"3\""), HasSubstr("left out 1 no number\n")) << number;
  }
}

TEST(Texts, AreWhatTheirTypeSays) {
  EXPECT_THAT(sms("1", "contact_name=\"Jane\""),
              AllOf(StartsWith("sms\nread 1 messages\n"), HasSubstr("wrote by SMS at 2024-03-04T11:20:34Z\n"),
                    HasSubstr("from phone:+46701234567 (Jane)\n")));
  EXPECT_THAT(sms("2", "contact_name=\"(Unknown)\""), HasSubstr("    from me:\n    to phone:+46701234567\n"));
  EXPECT_THAT(sms("3"), HasSubstr("left out 1 drafts\n"));
  for (const char* type : {"4", "5", "6"}) EXPECT_THAT(sms(type), HasSubstr("left out 1 not sent\n")) << type;
  for (const char* name : {"null", "(Unknown)", "(Unbekannt)", ""}) {
    EXPECT_THAT(sms("1", "contact_name=\"" + std::string(name) + "\""), HasSubstr("from phone:+46701234567\n")) << name;
  }
}

TEST(Texts, AreFromPeopleOnly) {
  for (const char* address : {"AMAZON", "72300", "123456"}) {
    EXPECT_THAT(text("<sms address=\"" + std::string(address) + "\" date=\"" + moment + "\" type=\"1\" body=\"Code\"/>"),
                HasSubstr("left out 1 short codes\n"))
        << address;
  }
  EXPECT_THAT(text("<sms address=\"lamer000@aol.com\" date=\"" + std::string(moment) + "\" type=\"1\" body=\"x\"/>"),
              HasSubstr("from email:lamer000@aol.com\n"));
}

// Halves of an emoji as two references, which no XML may hold: Silence and old versions write them.
TEST(Texts, WithBrokenEmojiAreRead) {
  EXPECT_THAT(text("<sms address=\"+46701234567\" date=\"1\" type=\"1\" body=\"x\"/>\n"
                   "<sms address=\"+46701234567\" date=\"" +
                   std::string(moment) + "\" type=\"1\" body=\"&#55357;&#56832;\" contact_name=\"J&#55357;&#56832;\"/>"),
              AllOf(HasSubstr("problem where.message n=1: sources.no-date\n"), HasSubstr("from phone:+46701234567 (J😀)\n")));
}

TEST(Texts, ReadsPicturesAndGroups) {
  const std::string parts =
      "<parts><part seq=\"-1\" ct=\"application/smil\" text=\"x\"/><part seq=\"0\" ct=\"text/plain\" text=\"All?\"/>"
      "<part seq=\"0\" ct=\"image/jpeg\" data=\"/9j/4AAQ\"/></parts>";
  const std::string open = "<mms date=\"" + std::string(moment) + "\" m_type=\"132\" ";
  EXPECT_THAT(text(open + "msg_box=\"1\" address=\"+46701234567~+46701234568\">" + parts +
                   "<addrs><addr address=\"+46701234568\" type=\"137\" charset=\"106\"/><addr "
                   "address=\"insert-address-token\" type=\"151\"/><addr address=\"+46701234567\" type=\"130\"/></addrs></mms>"),
              AllOf(HasSubstr("wrote by SMS at 2024-03-04T11:20:34Z group 3\n"), HasSubstr("from phone:+46701234568\n"),
                    HasSubstr("    to me:\n"), HasSubstr("    to phone:+46701234567\n"), Not(HasSubstr("token"))));
  // Older backups do not say who of a group wrote: they only crossed paths.
  EXPECT_THAT(text(open + "msg_box=\"1\" address=\"+46701234567~+46701234568\">" + parts + "</mms>"),
              HasSubstr("crossed by SMS"));
  EXPECT_THAT(text(open + "msg_box=\"2\" address=\"+46701234567\">" + parts + "</mms>"), HasSubstr("    from me:\n"));
  EXPECT_THAT(text(open + "msg_box=\"3\" address=\"+46701234567\"/>"), HasSubstr("left out 1 drafts\n"));
  EXPECT_THAT(text(open + "msg_box=\"4\" address=\"+46701234567\"/>"), HasSubstr("left out 1 not sent\n"));
}

}  // namespace
}  // namespace sources
