#include "sources/chat_text.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "sources/collect.h"

namespace sources {

extern Source const source_whatsapp;  // So written, it is no entry of the table.

namespace {

std::string header_of(std::string_view raw) {
  const std::string line = chat_line(raw);
  const auto h = chat_header(line);
  if (!h) return "none";
  return fmt::format("{} {} {} {:02}:{:02}:{:02} {}", h->date[0], h->date[1], h->date[2], h->hour, h->minute, h->second, h->rest);
}

TEST(ChatText, ReadsEveryShapeOfDate) {
  EXPECT_EQ(header_of("12/07/2017, 22:35 - A: x"), "12 7 2017 22:35:00 A: x");
  EXPECT_EQ(header_of("1/29/18, 12:24 PM - A: x"), "1 29 18 12:24:00 A: x");
  EXPECT_EQ(header_of("1/29/18, 12:04\xe2\x80\xaf"
                   "AM - A: x"),
            "1 29 18 00:04:00 A: x");
  EXPECT_EQ(header_of("29.01.18, 12:24 - A: x"), "29 1 18 12:24:00 A: x");
  EXPECT_EQ(header_of("01/01/2019, 11:25 a. m. - A: x"), "1 1 2019 11:25:00 A: x");
  EXPECT_EQ(header_of("01/01/2019, 11:25 p.m. - A: x"), "1 1 2019 23:25:00 A: x");
  EXPECT_EQ(header_of("2019/01/01, 11:25 - A: x"), "2019 1 1 11:25:00 A: x");
  EXPECT_EQ(header_of("1.2.2020 klo 14.05 - A: x"), "1 2 2020 14:05:00 A: x");
  EXPECT_EQ(header_of("[30/12/2023, 14:30:09] A: x"), "30 12 2023 14:30:09 A: x");
  EXPECT_EQ(header_of("\xe2\x80\x8e[1/29/18, 12:24:03 PM] A: x"), "1 29 18 12:24:03 A: x");
  EXPECT_EQ(header_of("[01/01/19 11:25] A: x"), "1 1 19 11:25:00 A: x");
  EXPECT_EQ(header_of("[2019-12-24, 12:23] A: x"), "2019 12 24 12:23:00 A: x");
}

TEST(ChatText, ReadsNothingElse) {
  for (const char* line :
       {"", "hello", "12/07/2017", "12/07/2017, 25:00 - A: x", "12/07, 10:00 - A", "[30/12/2023, 14:30:09 A: x",
        "12/07.2017, 10:00 - A: x", "1/2/3", "12/07/2017, 10:00 A: x", "10:00 - A: x"}) {
    EXPECT_EQ(header_of(line), "none") << line;
  }
}

std::string first_day(std::string_view content) {
  Collect collected;
  static_cast<void>(read({source_whatsapp, "a.txt", content, {}}, collected));
  if (collected.records.empty()) return "none";
  return base::iso(base::day_of(collected.records.front().evidence.front().at));
}

TEST(ChatText, InfersTheOrderOfTheDateFromTheWholeFile) {
  EXPECT_EQ(first_day("1/2/18, 10:00 - A: x\n1/29/18, 10:00 - A: y\n"), "2018-01-02");
  EXPECT_EQ(first_day("1/2/18, 10:00 - A: x\n29/2/18, 10:00 - A: y\n28/2/18, 1:00 - A: y\n"), "2018-02-01");
  // No number tells; but only one order does not run backwards.
  EXPECT_EQ(first_day("1/9/18, 10:00 - A: x\n2/3/18, 10:00 - A: y\n3/1/18, 10:00 - A: z\n"), "2018-01-09");
  EXPECT_EQ(first_day("9/1/18, 10:00 - A: x\n3/2/18, 10:00 - A: y\n1/3/18, 10:00 - A: z\n"), "2018-01-09");
  EXPECT_EQ(first_day("1/2/18, 10:00 AM - A: x\n"), "2018-01-02");
  EXPECT_EQ(first_day("1.2.18, 10:00 - A: x\n"), "2018-02-01");
}

}  // namespace
}  // namespace sources
