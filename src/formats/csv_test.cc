#include "formats/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace formats {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// One byte at a time: what a read may cut must not matter.
class Drip : public Bytes {
 public:
  explicit Drip(std::string_view text) : rest_(text) {}
  base::Result<std::size_t> read(std::span<char> to) override {
    if (rest_.empty() || to.empty()) return 0U;
    to[0] = rest_[0];
    rest_.remove_prefix(1);
    return 1U;
  }

 private:
  std::string_view rest_;
};

// Every row as "line:cell|cell", a broken one as "line!what".
std::vector<std::string> rows_of(Bytes& bytes) {
  CsvReader reader(bytes);
  CsvRow row;
  std::vector<std::string> rows;
  for (;;) {
    const auto more = reader.next(row);
    EXPECT_TRUE(more);
    if (!more || !*more) break;
    std::string text = std::to_string(row.line) + (row.wrong.empty() ? ":" : "!" + row.wrong.code);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (i > 0) text += '|';
      text += row.cells[i];
    }
    rows.push_back(text);
  }
  return rows;
}

std::vector<std::string> rows_of(std::string_view text) {
  Drip drip(text);
  const auto slow = rows_of(drip);
  const auto fast = rows_of(*bytes_of(text));
  EXPECT_EQ(slow, fast);
  return fast;
}

std::string utf16(std::u16string_view text, bool big) {
  std::string out;
  for (const char16_t c : text) {
    const char high = static_cast<char>(static_cast<unsigned char>(c >> 8U));
    const char low = static_cast<char>(static_cast<unsigned char>(c & 0xFFU));
    out += big ? high : low;
    out += big ? low : high;
  }
  return out;
}

TEST(Csv, EndsRowsByAnyLineEnd) { EXPECT_THAT(rows_of("a,b\r\nc,d\ne,f\rg,"), ElementsAre("1:a|b", "2:c|d", "3:e|f", "4:g|")); }

TEST(Csv, KeepsDelimitersQuotesAndLineEndsInsideQuotes) {
  EXPECT_THAT(rows_of("a,\"b, \"\"c\"\"\r\nd\",\"\"\n\ne,f,g\n"), ElementsAre("1:a|b, \"c\"\r\nd|", "4:e|f|g"));
}

TEST(Csv, SniffsTheDelimiter) {
  EXPECT_THAT(rows_of("a;b;c\n1,5;2;3\n"), ElementsAre("1:a|b|c", "2:1,5|2|3"));
  EXPECT_THAT(rows_of("a\tb\n1\t2\n"), ElementsAre("1:a|b", "2:1|2"));
  EXPECT_THAT(rows_of("Notes:\n\"so; it; is;\"\n\nx,y\n"), ElementsAre("1:Notes:", "2:so; it; is;", "4:x|y"));
}

TEST(Csv, ReadsByteOrderMarks) {
  EXPECT_THAT(rows_of("\xef\xbb\xbf"
                      "é,b"),
              ElementsAre("1:é|b"));
  EXPECT_THAT(rows_of("\xff\xfe" + utf16(u"é\t😀\r\n1\t2", false)), ElementsAre("1:é|😀", "2:1|2"));
  EXPECT_THAT(rows_of("\xfe\xff" + utf16(u"é,😀\n", true)), ElementsAre("1:é|😀"));
}

TEST(Csv, ReadsWhatIsNotUtf8AsWindows1252) {
  EXPECT_THAT(rows_of("Jos\xe9,\"a \"\"b\"\"\"\n"), ElementsAre("1:José|a \"b\""));
  EXPECT_THAT(rows_of(std::string_view("a\0b,c", 5)), ElementsAre("1:ab|c"));
}

TEST(Csv, TellsBrokenQuotesAndGoesOn) {
  EXPECT_THAT(rows_of("a,b\n\"x\"y,z\nc,d\n"), ElementsAre("1:a|b", "2!formats.text-after-closing-quote", "3:c|d"));
  EXPECT_THAT(rows_of("a,\"b\nc,d\ne,f"), ElementsAre("1!formats.quote-never-closed", "2:c|d", "3:e|f"));
  EXPECT_THAT(rows_of("a\"b,c\n"), ElementsAre("1:a\"b|c"));
}

TEST(Csv, PassesOverARowThatIsTooLongInLittleMemory) {
  const std::string text = "a,b\n" + std::string(10'000'000, 'x') + ",\"y\"\nc,d\n";
  EXPECT_THAT(rows_of(*bytes_of(text)), ElementsAre("1:a|b", "2!formats.row-longer-1-mib", "3:c|d"));
  const std::string quoted = "a,b\n\"" + std::string(10'000'000, 'x') + "\",y\nc,d\n";
  EXPECT_THAT(rows_of(*bytes_of(quoted)), ElementsAre("1:a|b", "2!formats.row-longer-1-mib", "3:c|d"));
  const std::string long_row = std::string(1'000'000, 'x') + ",y";
  EXPECT_EQ(rows_of(*bytes_of(long_row)).front().size(), 2 + long_row.size());
}

TEST(Csv, AnEmptyFileHasNoRows) {
  EXPECT_THAT(rows_of(""), ElementsAre());
  EXPECT_THAT(rows_of("\n\r\n"), ElementsAre());
}

}  // namespace
}  // namespace formats
