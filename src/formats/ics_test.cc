#include "formats/ics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace formats {
namespace {

std::vector<IcsLine> lines_of(std::string_view text) {
  const auto bytes = bytes_of(text);
  IcsReader reader(*bytes);
  std::vector<IcsLine> lines;
  IcsLine line;
  while (reader.next(line).value_or(false)) lines.push_back(line);
  return lines;
}

TEST(Ics, JoinsFoldedLinesAsBytes) {
  const auto lines = lines_of(
      "\xef\xbb\xbf"
      "BEGIN:VCALENDAR\r\nSUMMARY:Caf\xc3\r\n \xa9 at\r\n\t noon\r\n\r\nx.end:1");
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].name, "BEGIN");
  EXPECT_EQ(lines[1].value, "Café at noon");
  EXPECT_EQ(lines[1].line, 2U);
  EXPECT_EQ(lines[2].name, "END");
  EXPECT_EQ(lines[2].line, 6U);
}

TEST(Ics, ReadsUtf16OfBothByteOrders) {
  for (const bool big : {true, false}) {
    std::string wide = big ? "\xfe\xff" : "\xff\xfe";
    for (const char c : std::string_view("BEGIN:VEVENT\r\nSUMMARY:A\r\n b\r\n")) {
      wide += big ? '\0' : c;
      wide += big ? c : '\0';
    }
    const auto lines = lines_of(wide);
    ASSERT_EQ(lines.size(), 2U) << big;
    EXPECT_EQ(lines[0].name, "BEGIN");
    EXPECT_EQ(lines[1].value, "Ab");
  }
}

TEST(Ics, ReadsParametersWithQuotesAndCarets) {
  const auto lines = lines_of("attendee;cn=\"Doe; Jane: ^'X^'\";PARTSTAT=ACCEPTED:mailto:jane@x.example\nA:1\rB:2");
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].name, "ATTENDEE");
  EXPECT_EQ(lines[0].param("CN"), "Doe; Jane: \"X\"");
  EXPECT_EQ(lines[0].param("PARTSTAT"), "ACCEPTED");
  EXPECT_EQ(lines[0].value, "mailto:jane@x.example");
  EXPECT_EQ(lines[2].value, "2");
}

TEST(Ics, DecodesQuotedPrintable) {
  const auto lines = lines_of("SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Caf=E9 =\nau lait\nEND:X");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].value, "Café au lait");
}

TEST(Ics, UnescapesText) { EXPECT_EQ(ics_text("a\\, b\\nc\\\\ d\\"), "a, b\nc\\ d\\"); }

}  // namespace
}  // namespace formats
