#include "formats/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace formats {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

la_ssize_t append(archive*, void* out, const void* data, std::size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(data), size);
  return static_cast<la_ssize_t>(size);
}

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& members) {
  std::string out;
  archive* a = archive_write_new();
  archive_write_set_format_zip(a);
  archive_write_set_bytes_per_block(a, 0);
  archive_write_open(a, &out, nullptr, append, nullptr);
  for (const auto& [name, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname_utf8(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    EXPECT_EQ(archive_write_header(a, entry), ARCHIVE_OK) << archive_error_string(a);
    archive_write_data(a, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(a);
  archive_write_free(a);
  return out;
}

struct Seen {
  std::map<std::string, std::string> members;
  std::vector<std::string> skipped;
  std::string failed;
};

Seen read(std::string_view zip, const ZipLimits& limits = {}) {
  Seen seen;
  const auto bytes = bytes_of(zip);
  const auto done = read_zip(
      *bytes,
      {.member =
           [&](const std::string& name, Bytes& member) {
             std::string content;
             std::vector<char> chunk(65536);
             for (;;) {
               const auto got = member.read(chunk);
               if (!got || *got == 0) break;
               content.append(chunk.data(), *got);
             }
             seen.members[name] = content;
             return true;
           },
       .skipped = [&](const std::string& name, const base::Message& why) { seen.skipped.push_back(name + ": " + why.code); }},
      limits);
  if (!done) seen.failed = done.error().what.code;
  return seen;
}

TEST(Zip, GivesEveryMemberByItsName) {
  const Seen seen = read(zip_of({{"a.txt", "one"}, {"b/é 小.txt", std::string(300'000, 'x')}}));
  EXPECT_THAT(seen.members, ElementsAre(Pair("a.txt", "one"), Pair("b/é 小.txt", std::string(300'000, 'x'))));
  EXPECT_EQ(seen.failed, "");
}

TEST(Zip, ReadsMembersStoredOneByOneWithoutSizesInFront) {
  // A stored member as a hand-made archive has it: local header, data, no central directory.
  std::string zip(
      "PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\x82\x89\xd1\xf7\x01\0\0\0\x01\0\0\0\x01\0\0\0"
      "xa",
      32);
  zip[14] = '\x43', zip[15] = '\xbe', zip[16] = '\xb7', zip[17] = '\xe8';  // CRC of "a".
  EXPECT_THAT(read(zip).members, ElementsAre(Pair("x", "a")));
}

TEST(Zip, AMemberThatIsAnArchiveIsAMember) {
  const std::string inner = zip_of({{"a.txt", "one"}});
  const Seen seen = read(zip_of({{"inner.zip", inner}}));
  ASSERT_EQ(seen.members.count("inner.zip"), 1U);
  EXPECT_THAT(read(seen.members.at("inner.zip")).members, ElementsAre(Pair("a.txt", "one")));
}

TEST(Zip, SkipsNamesThatLeadOut) {
  const Seen seen = read(zip_of({{"../evil", "1"}, {"/etc/passwd", "2"}, {"a/../../b", "3"}, {"C:\\x", "4"}, {"ok", "5"}}));
  EXPECT_THAT(seen.members, ElementsAre(Pair("ok", "5")));
  EXPECT_EQ(seen.skipped.size(), 4U);
}

TEST(Zip, TellsTruncatedArchives) {
  std::string content;
  for (int i = 0; i < 100'000; ++i) content += std::to_string(i * 7919);
  const std::string zip = zip_of({{"a.txt", content}});
  for (const std::size_t size : {zip.size() / 2, std::size_t{40}, std::size_t{20}}) {
    EXPECT_NE(read(zip.substr(0, size)).failed, "") << size;
  }
}

TEST(Zip, TellsEncryptedArchives) {
  std::string zip = zip_of({{"a.txt", "one"}});
  zip[6] = static_cast<char>(zip[6] | 1);
  EXPECT_THAT(read(zip).failed, HasSubstr("password"));
}

TEST(Zip, TellsDamagedMembers) {
  std::string zip = zip_of({{"a.txt", std::string(100'000, 'a') + "b"}});
  zip[60] = static_cast<char>(zip[60] ^ 0x55);
  EXPECT_NE(read(zip).failed, "");
}

TEST(Zip, RefusesBombs) {
  const std::string zip = zip_of({{"zeros", std::string(50'000'000, '\0')}});
  EXPECT_THAT(read(zip, {.ratio_max = 100, .ratio_from_bytes = 1'000'000}).failed, HasSubstr("unpacks-far-more"));
  EXPECT_THAT(read(zip, {.bytes_max = 1'000'000}).failed, HasSubstr("unpacks-far-more"));
  EXPECT_THAT(read(zip_of({{"a", "1"}, {"b", "2"}, {"c", "3"}}), {.members_max = 2}).failed, HasSubstr("holds-more-files"));
}

TEST(Zip, GarbageIsNoZip) {
  EXPECT_NE(read("PK\x03\x04garbage").failed, "");
  EXPECT_FALSE(is_zip("PNG"));
  EXPECT_TRUE(is_zip("PK\x03\x04rest"));
}

TEST(Zip, ReadsGzip) {
  std::string out;
  archive* a = archive_write_new();
  archive_write_set_format_raw(a);
  archive_write_add_filter_gzip(a);
  archive_write_open(a, &out, nullptr, append, nullptr);
  archive_entry* entry = archive_entry_new();
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_write_header(a, entry);
  std::string content;
  for (int i = 0; i < 100'000; ++i) content += std::to_string(i * 7919);
  archive_write_data(a, content.data(), content.size());
  archive_entry_free(entry);
  archive_write_close(a);
  archive_write_free(a);
  EXPECT_TRUE(is_gzip(out));
  const auto packed = bytes_of(out);
  const auto opened = open_gzip(*packed);
  ASSERT_TRUE(opened);
  EXPECT_EQ(*read_head(**opened, content.size() + 1), content);
  const auto cut = bytes_of(std::string_view(out).substr(0, out.size() / 2));
  const auto broken = open_gzip(*cut);
  EXPECT_FALSE(broken && read_head(**broken, content.size()));
}

}  // namespace
}  // namespace formats
