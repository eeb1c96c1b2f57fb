#include "base/clean.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace base {
namespace {

struct Row {
  std::string_view name, raw, clean;
  Lines lines = Lines::one;
};

const std::vector<Row>& table() {
  static const std::vector<Row> rows = {
      {"nothing", "", ""},
      {"plain", "Lunch, 12:30 (Ada & Bo)", "Lunch, 12:30 (Ada & Bo)"},
      {"letters of any script", "Zoë Łukasz 王小明 Ольга مريم", "Zoë Łukasz 王小明 Ольга مريم"},
      // Escape sequences go whole.
      {"colour", "Lu\x1b[31mnch\x1b[0m", "Lunch"},
      {"cursor", "Ada\x1b[2J\x1b[10;20HLovelace", "AdaLovelace"},
      {"private mode", "a\x1b[?1049hb", "ab"},
      {"one character for two", "a\u009b31mb", "ab"},
      {"the title of the window",
       "a\x1b]0;owned\x07"
       "b",
       "ab"},
      {"a link", "\x1b]8;;http://x.example\x1b\\here\x1b]8;;\x1b\\", "here"},
      {"a string in the one-character form",
       "a\u0090payload\u009c"
       "b",
       "ab"},
      {"a string that nothing ends", "a\x1b]0;Lunch", "a0;Lunch"},
      {"character set", "a\x1b(0b", "ab"},
      {"reset",
       "a\x1b"
       "cb",
       "ab"},
      {"cut off", "a\x1b[31", "a"},
      {"cut off at once", "a\x1b", "a"},
      {"twice", "a\x1b\x1b[31m[31mb", "a[31mb"},
      // Controls.
      {"bell, backspace, delete",
       "a\x07\x08\x7f"
       "b",
       "ab"},
      {"C1", "a\u0080\u0084\u009fb", "ab"},
      {"NUL", std::string_view("a\0b", 3), "ab"},
      // Direction.
      {"overrides", "\u202eevil\u202c \u202aa\u202b \u202db", "evil a b"},
      {"isolates", "\u2066a\u2067b\u2068c\u2069", "abc"},
      {"marks",
       "a\u200e\u200f\u061c"
       "b",
       "ab"},
      // What cannot be seen.
      {"zero width", "a\u200bb\u2060c\ufeffd\u2064", "abcd"},
      {"soft hyphen", "Donau\u00addampf", "Donaudampf"},
      {"tags", "a\U000e0001\U000e0041\U000e007fb", "ab"},
      {"fillers", "a\u3164b\u115f", "ab"},
      {"annotation", "\ufff9a\ufffab\ufffb", "ab"},
      {"joiners in Latin", "A\u200dd\u200ca", "Ada"},
      {"selectors upon letters", "a\ufe0fb\U000e0100", "ab"},
      {"many selectors", "❤\ufe0f\ufe0f\ufe0f", "❤\ufe0f"},
      {"many joiners", "می\u200c\u200cخواهم", "می\u200cخواهم"},
      {"a joiner at the end", "👩\u200d", "👩"},
      // Where joiners and selectors spell something.
      {"Persian", "می\u200cخواهم، کتاب\u200cها", "می\u200cخواهم، کتاب\u200cها"},
      {"a letter's own form", "ه\u200d.ش", "ه\u200d.ش"},
      {"Hindi", "क्\u200dष र्\u200dय", "क्\u200dष र्\u200dय"},
      {"Malayalam, as it was written", "അവന്\u200d വന്നു", "അവന്\u200d വന്നു"},
      {"Bengali", "র\u200d্যাব", "র\u200d্যাব"},
      {"Sinhala", "ශ්\u200dරී", "ශ්\u200dරී"},
      {"a family", "👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"},
      {"tone and profession", "👩🏽\u200d💻 🏳\ufe0f\u200d🌈", "👩🏽\u200d💻 🏳\ufe0f\u200d🌈"},
      {"keycap", "1\ufe0f\u20e3 1\ufe0f", "1\ufe0f\u20e3 1"},
      {"a variant ideograph", "葛\U000e0100城", "葛\U000e0100城"},
      {"numbers of Arabic", "\u0600١٢", "\u0600١٢"},
      // Not UTF-8.
      {"a byte of Windows-1252", "Malm\xf6", "Malm\ufffd"},
      {"half a surrogate pair",
       "a\xed\xa0\x80"
       "b",
       "a\ufffd\ufffd\ufffdb"},
      {"cut within a letter", "Malm\xc3", "Malm\ufffd"},
      // White space.
      {"a run", "  a \t\r\n b\n", "a b"},
      {"other breaks",
       "a\u2028b\u2029c\u0085"
       "d",
       "a b c d"},
      {"hidden between blanks", "a \u200b b", "a b"},
      {"a no-break blank alone", "5\u00a0€ 山田\u3000太郎", "5\u00a0€ 山田\u3000太郎"},
      {"several", "a\u00a0\u00a0b", "a b"},
      {"lines in one", "a\nb", "a b"},
      {"lines", "\n a\r\n  b\rc\u2028d\n\n", "a\n  b\nc\nd", Lines::many},
      {"a tab in lines",
       "a\tb\x0c"
       "c\n\x1b[31md",
       "a b c\nd", Lines::many},
  };
  return rows;
}

TEST(Clean, WhatSteersOrHidesGoesAndWhatSpellsStays) {
  for (const Row& row : table()) EXPECT_EQ(cleaned(row.raw, std::string::npos, row.lines), row.clean) << row.name;
}

TEST(Clean, TwiceIsOnceWhereverItIsCut) {
  for (const Row& row : table()) {
    for (std::size_t bytes_max = 0; bytes_max <= row.raw.size(); ++bytes_max) {
      const std::string once = cleaned(row.raw, bytes_max, row.lines);
      EXPECT_LE(once.size(), bytes_max) << row.name;
      EXPECT_TRUE(is_utf8(once)) << row.name;
      EXPECT_EQ(cleaned(once, bytes_max, row.lines), once) << row.name << " in " << bytes_max;
    }
  }
}

TEST(Clean, ManyBeginningsWithoutAnEndTakeNoLongerThanTheirLength) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "\x1b]";
  EXPECT_EQ(cleaned(text), "");
}

}  // namespace
}  // namespace base
