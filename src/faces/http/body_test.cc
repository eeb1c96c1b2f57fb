#include "faces/http/body.h"

#include <Poco/Net/NameValueCollection.h>
#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace faces::http {
namespace {

Framing framing(const std::vector<std::pair<std::string, std::string>>& lines) {
  Poco::Net::NameValueCollection head;
  for (const auto& [name, value] : lines) head.add(name, value);
  return framing_of(head);
}

TEST(Framing, IsWhatTheHeadAnnounces) {
  EXPECT_TRUE(framing({}).plain);
  EXPECT_EQ(framing({}).bytes, 0U);
  EXPECT_EQ(framing({{"Host", "x"}, {"content-length", "0012"}}).bytes, 12U);
  EXPECT_TRUE(framing({{"Transfer-Encoding", "Chunked"}}).plain);
  EXPECT_TRUE(framing({{"Transfer-Encoding", "Chunked"}}).chunked);
}

// Kills: a head that this server and a proxy before it read in two ways.
TEST(Framing, IsNotPlainWhereTwoReadersCouldDiffer) {
  for (const char* length : {"", "+5", "-5", "5 ", "5,5", "5, 5", "0x5", "five", "1000000000000000000"})
    EXPECT_FALSE(framing({{"Content-Length", length}}).plain) << length;
  for (const char* coding : {"", "identity", "gzip", "chunked, chunked", "gzip, chunked", "xchunked"})
    EXPECT_FALSE(framing({{"Transfer-Encoding", coding}}).plain) << coding;
  EXPECT_FALSE(framing({{"Content-Length", "5"}, {"Content-Length", "6"}}).plain);
  EXPECT_FALSE(framing({{"Content-Length", "5"}, {"CONTENT-LENGTH", "5"}}).plain);
  EXPECT_FALSE(framing({{"Content-Length", "5"}, {"Transfer-Encoding", "chunked"}}).plain);
  EXPECT_FALSE(framing({{"Transfer-Encoding", "chunked"}, {"Transfer-Encoding", "identity"}}).plain);
  for (const char* name : {"Content-Length ", " Content-Length", "Content-Length\t", "X Y", ""})
    EXPECT_FALSE(framing({{name, "5"}}).plain) << name;
}

}  // namespace
}  // namespace faces::http
