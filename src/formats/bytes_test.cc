#include "formats/bytes.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace formats {
namespace {

namespace fs = std::filesystem;

class BytesTest : public testing::Test {
 protected:
  BytesTest() {
    std::string pattern = (fs::temp_directory_path() / "wellmet-bytes-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~BytesTest() override { fs::remove_all(folder_); }
  static std::string all_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }
  fs::path folder_;
};

TEST_F(BytesTest, WhatIsAFileGoesByItsOwnPath) {
  const std::string path = (folder_ / "mail.pst").string(), spool = (folder_ / "spool").string();
  std::ofstream(path) << "!BDN and more";
  const auto bytes = open_file(path);
  ASSERT_TRUE(bytes);
  EXPECT_EQ(*as_file(**bytes, spool), path);
  const std::string head = *read_head(**bytes, 4);
  EXPECT_EQ(*as_file(*rejoin(head, **bytes), spool), path) << "though its head was looked at";
  EXPECT_FALSE(fs::exists(spool));
}

TEST_F(BytesTest, WhatIsNoneIsWrittenToTheSpoolWhole) {
  const std::string spool = (folder_ / "spool").string();
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += std::to_string(i);
  const auto bytes = bytes_of(text);
  const std::string head = *read_head(*bytes, 4);
  EXPECT_EQ(*as_file(*rejoin(head, *bytes), spool), spool);
  EXPECT_EQ(all_of(spool), text);
  EXPECT_EQ(fs::status(spool).permissions() & (fs::perms::group_all | fs::perms::others_all), fs::perms::none);
}

TEST_F(BytesTest, ASpoolThatCannotBeWrittenIsAnError) {
  const auto failed = as_file(*bytes_of("x"), (folder_ / "nowhere" / "spool").string());
  ASSERT_FALSE(failed);
  EXPECT_FALSE(failed.error().what.empty());
  EXPECT_FALSE(as_file(*bytes_of(std::string(1'000'000, 'x')), "/dev/full"));
}

}  // namespace
}  // namespace formats
