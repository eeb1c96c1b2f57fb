#include "base/message.h"

#include <gtest/gtest.h>

namespace base {
namespace {

Message full() {
  return say("talk.owed", {{"days", 3},
                           {"share", 0.25},
                           {"name", "Ada: 3:x\n"},
                           {"day", Day{20'000}},
                           {"parts", std::vector<Message>{say("span.weeks", {{"n", -2}}), say("span.none")}}});
}

TEST(Message, ComesBackAsItWasPacked) {
  EXPECT_EQ(unpack_message(pack(full())), full());
  EXPECT_EQ(unpack_message(pack(Message{})), Message{});
}

TEST(Message, IsKeptInThisForm) {
  EXPECT_EQ(pack(say("talk.owed", {{"days", 3}, {"name", "Ada"}})), "9:talk.owed4:daysn1:34:namet3:Ada");
}

TEST(Message, WhatPackDidNotWriteIsRefused) {
  const std::string whole = pack(full());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto cut = unpack_message(std::string_view(whole).substr(0, size));
    EXPECT_TRUE(!cut || cut->arguments.size() < full().arguments.size()) << size;
  }
  for (const char* bad : {"", "x", "3", "3:", "99999999999999999999:a", "1:a1:bx1:c", "1:a1:bn1:c", "1:a1:bm1:c", "1:a1:b"}) {
    EXPECT_EQ(unpack_message(bad), std::nullopt) << bad;
  }
}

TEST(Message, ArgumentsAreFoundByName) {
  const Message message = full();
  ASSERT_NE(message.find("days"), nullptr);
  EXPECT_EQ(*message.find("days"), Argument{std::int64_t{3}});
  EXPECT_EQ(message.find("weeks"), nullptr);
}

}  // namespace
}  // namespace base
