#include "formats/letter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.h"

namespace formats {
namespace {

using testing::HasSubstr;

const Letter letter = {.from = {"Mara Lindqvist", "mara@lindqvist.example"},
                       .to = {"Zoë Ågren, Dr.", "zoe@agren.example"},
                       .subject = "Indexes für \"große\" tables\r\nBcc: mallory@evil.example",
                       .body = "Hi Zoë,\n\nline two = 2\nFrom here\n.\n",
                       .id = "12.345.wellmet@lindqvist.example",
                       .at = {1'790'000'000}};

TEST(Letter, ReadsBackAsItWasWritten) {
  const std::string file = mail_file(letter);
  EXPECT_THAT(file, HasSubstr("Message-Id: <12.345.wellmet@lindqvist.example>\r\n"));
  EXPECT_THAT(file, HasSubstr("X-Unsent: 1\r\n"));
  const std::size_t to = file.find("\r\nTo: ") + 6;
  const auto addresses = mail_addresses_slow(file.substr(to, file.find("\r\n", to) - to));
  ASSERT_EQ(addresses.size(), 1U);
  EXPECT_EQ(addresses[0], letter.to);
  EXPECT_TRUE(base::all_ascii(file));
  // Every line ends in CRLF.
  EXPECT_EQ(std::count(file.begin(), file.end(), '\n'), std::count(file.begin(), file.end(), '\r'));
}

// Kills: a subject put into the header as it is.
TEST(Letter, NobodyElseCanBeAddressedByASubject) {
  const std::string file = mail_file(letter);
  EXPECT_EQ(file.find("\nBcc:"), std::string::npos);
}

TEST(Letter, ALinkEscapesEverything) {
  EXPECT_EQ(mail_link({.from = {}, .to = {"", "a+b@c.example"}, .subject = "A & B?", .body = "Hi Zoë,\nx", .id = "", .at = {}}),
            "mailto:a+b@c.example?subject=A%20%26%20B%3F&body=Hi%20Zo%C3%AB%2C%0D%0Ax");
}

}  // namespace
}  // namespace formats
