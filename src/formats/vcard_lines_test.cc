#include "formats/vcard_lines.h"

#include <gtest/gtest.h>

namespace formats {
namespace {

std::vector<Card> cards(std::string_view text) {
  const auto bytes = bytes_of(text);
  Cards reader(*bytes);
  std::vector<Card> out;
  Card card;
  for (;;) {
    const auto more = reader.next(card);
    EXPECT_TRUE(more.has_value());
    if (!more || !*more) return out;
    out.push_back(card);
  }
}

std::string only(std::string_view body) {
  const auto all = cards("BEGIN:VCARD\n" + std::string(body) + "\nEND:VCARD\n");
  if (all.size() != 1 || all.front().lines.empty()) return "?";
  return card_text(all.front().lines.back());
}

TEST(VcardLines, JoinsFoldsBeforeDecoding) {
  EXPECT_EQ(only("NOTE:caf\xc3\n \xa9 x"), "café x");
  EXPECT_EQ(only("VERSION:2.1\nNOTE:a\n b"), "a b");
  EXPECT_EQ(only("VERSION:3.0\nNOTE:a\n b"), "ab");
  EXPECT_EQ(only("TEL;TYPE=VOICE,M\n\tSG:+1"), "+1");
}

TEST(VcardLines, DecodesQuotedPrintableAndCharsets) {
  EXPECT_EQ(only("N;ENCODING=QUOTED-PRINTABLE:=43=\n=C3=A9"), "Cé");
  EXPECT_EQ(only("N;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:=\n=E9"), "é");
  EXPECT_EQ(only("N;CHARSET=SHIFT_JIS:\x88\xc0\x93\xa1"), "安藤");
  EXPECT_EQ(only("N:caf\xe9"), "café");
  const auto all = cards("BEGIN:VCARD\nN;ENCODING=QUOTED-PRINTABLE:a=3Bb;c\nEND:VCARD");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(card_parts(all[0].lines[0], ';'), (std::vector<std::string>{"a;b", "c"}));
}

TEST(VcardLines, ReadsParametersGroupsAndEscapes) {
  const auto all = cards(
      "BEGIN:VCARD\nitem1.tel;CELL;TYPE=\"work,voice\";X=a^nb^'^^;pref=1:a\\,b\\;c\\nd\\\\\nEND:"
      "VCARD");
  ASSERT_EQ(all.size(), 1U);
  const CardLine& line = all[0].lines[0];
  EXPECT_EQ(line.group, "item1");
  EXPECT_EQ(line.name, "TEL");
  EXPECT_TRUE(has_parameter(line, "TYPE", "cell"));
  EXPECT_TRUE(has_parameter(line, "TYPE", "Voice"));
  EXPECT_EQ(parameter(line, "X"), "a\nb\"^");
  EXPECT_EQ(card_text(line), "a,b;c\nd\\");
  EXPECT_EQ(only("X;A=\"b:c\":d"), "d");
}

TEST(VcardLines, PassesOverPhotosAndCardsWithinCards) {
  const auto all = cards(
      "BEGIN:VCARD\nPHOTO;BASE64:\nABCD\n EFGH\n\nAGENT:\nBEGIN:VCARD\nFN:Inner\nEND:VCARD\n"
      "AGENT:BEGIN:VCARD\\nFN:In\\nEND:VCARD\nFN:Outer\nEND:VCARD\n");
  ASSERT_EQ(all.size(), 1U);
  ASSERT_EQ(all[0].lines.size(), 2U);
  EXPECT_EQ(all[0].lines[0].value, "");
  EXPECT_EQ(card_text(all[0].lines[1]), "Outer");
}

TEST(VcardLines, ClosesWhatIsLeftOpen) {
  const auto all = cards(
      "# junk\nbegin:vcard "
      "\nFN:A\nBEGIN:vCard\rFN:B\r\n\r\nTEL:1\nEND:VCARD\nFN:x\nBEGIN:VCARD\nFN:C");
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].line, 2U);
  EXPECT_EQ(all[1].line, 4U);
  EXPECT_FALSE(all[0].cut_off);
  EXPECT_FALSE(all[1].cut_off);
  EXPECT_TRUE(all[2].cut_off);
  EXPECT_EQ(all[1].lines.size(), 2U);
  EXPECT_EQ(card_text(all[2].lines[0]), "C");
}

TEST(VcardLines, ReadsUtf16WithAndWithoutMark) {
  const std::string text = "BEGIN:VCARD\nFN:Z\nEND:VCARD\n";
  for (const bool big : {true, false}) {
    for (const bool marked : {true, false}) {
      std::string wide = marked ? (big ? "\xfe\xff" : "\xff\xfe") : "";
      for (const char c : text) {
        if (big) wide += '\0';
        wide += c;
        if (!big) wide += '\0';
      }
      EXPECT_TRUE(has_card(wide));
      const auto all = cards(wide);
      ASSERT_EQ(all.size(), 1U) << big << marked;
      EXPECT_EQ(card_text(all[0].lines[0]), "Z");
    }
  }
}

TEST(VcardLines, BoundsACard) {
  std::string text = "BEGIN:VCARD\n";
  for (int i = 0; i < 10; ++i) text += "NOTE:" + std::string(1'000'000, 'x') + "\n";
  const auto all = cards(text + "END:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_TRUE(all[0].too_long);
  EXPECT_FALSE(all[1].too_long);
}

}  // namespace
}  // namespace formats
