#include "sources/json_feed.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace sources {
namespace {

struct Seen {
  std::string all;
  bool whole = false;
};

Seen seen(std::string_view text) {
  Seen out;
  JsonWishes wishes;
  wishes.wants = [](std::string_view path) { return path.ends_with("/m[]"); };
  wishes.element = [&](std::string_view path, const nlohmann::json& value) {
    out.all += std::string(path) + "=" + value.dump() + " ";
    return !value.contains("stop");
  };
  wishes.scalar = [&](std::string_view path, std::string_view value) {
    out.all += std::string(path) + ":" + std::string(value) + " ";
  };
  const auto bytes = formats::bytes_of(text);
  out.whole = read_json(*bytes, wishes).has_value();
  return out;
}

TEST(JsonFeed, HandsOverWhatIsWanted) {
  const Seen got = seen(R"({"a":1,"b":{"m":[{"x":[1,{"y":"z"}]},5,{}]},"c":["d",{"e":true}]})");
  EXPECT_EQ(got.all, "/a:1 /b/m[]={\"x\":[1,{\"y\":\"z\"}]} /b/m[]:5 /b/m[]={} /c[]:d /c[]/e:true ");
  EXPECT_TRUE(got.whole);
}

TEST(JsonFeed, KeepsWhatCameBeforeABreak) {
  const Seen got = seen(R"({"m":[{"x":1},{"x":)");
  EXPECT_EQ(got.all, "/m[]={\"x\":1} ");
  EXPECT_FALSE(got.whole);
  EXPECT_FALSE(seen(std::string(1'000'000, '[')).whole);
  EXPECT_FALSE(seen("").whole);
}

TEST(JsonFeed, StopsWhenAsked) { EXPECT_EQ(seen(R"({"m":[{"stop":1},{"x":2}]})").all, "/m[]={\"stop\":1} "); }

TEST(JsonFeed, CutsHugeTextsBetweenLetters) {
  for (const std::string& letter : {std::string("é"), std::string("\\u00e9"), std::string("\\ud83d\\ude00"), std::string("\\\\"),
                                    std::string("\\n"), std::string("xy\\\"")}) {
    std::string text = "{\"a\":\"x";
    for (int i = 0; i < 300'000; ++i) text += letter;
    EXPECT_TRUE(seen(text + "\",\"b\":1}").whole) << letter;
    EXPECT_NE(seen(text + "\",\"b\":1}").all.find("/b:1 "), std::string::npos) << letter;
  }
}

TEST(JsonFeed, RepairsWhatIsNotUtf8) { EXPECT_EQ(seen("\xef\xbb\xbf{\"a\":\"caf\xe9 \x01\"}").all, "/a:café   "); }

}  // namespace
}  // namespace sources
