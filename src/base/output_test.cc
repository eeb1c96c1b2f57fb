#include "base/output.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace base {
namespace {

namespace fs = std::filesystem;

class OutputTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "wellmet-output-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }
  [[nodiscard]] std::string file(const std::string& name) const { return (folder_ / name).string(); }
  [[nodiscard]] static std::string content(const std::string& path) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
  }
  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  fs::path folder_;
};

mode_t mode_of(const std::string& path) {
  struct stat status {};
  EXPECT_EQ(::stat(path.c_str(), &status), 0);
  return status.st_mode & 0777U;
}

TEST_F(OutputTest, EveryByteGoesOutInOrder) {
  const int to = ::open(file("out").c_str(), O_CREAT | O_WRONLY, 0600);
  std::string expected;
  {
    Output out(to, "it");
    for (int i = 0; i < 3'000; ++i) {  // Pieces below, of and above what is held back.
      const int size = i % 100 == 0 ? i * 50 : i % 40;
      const std::string piece(static_cast<std::size_t>(size), static_cast<char>('a' + i % 26));
      out << piece;
      out.put('\n');
      expected += piece + '\n';
    }
    EXPECT_TRUE(out.flushed());
    EXPECT_EQ(out.error(), 0);
  }
  ::close(to);
  EXPECT_EQ(content(file("out")), expected);
}

TEST_F(OutputTest, TheFirstFaultIsRememberedAndEndsIt) {
  const int full = ::open("/dev/full", O_WRONLY);
  Output out(full, "it");
  out << "a";
  EXPECT_TRUE(out.good()) << "held back until now";
  out << std::string(std::size_t{1} << 20U, 'x');
  EXPECT_FALSE(out.good());
  const auto written = out.flushed();
  ASSERT_FALSE(written);
  EXPECT_EQ(out.error(), ENOSPC);
  EXPECT_EQ(written.error().where, "it");
  EXPECT_EQ(written.error().what, say("base.cannot-written", {{"why", "No space left on device"}}));
  EXPECT_FALSE(written.error().hint.empty());
  ::close(full);
}

TEST_F(OutputTest, AReaderWhoHasGoneIsTold) {
  std::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ::close(ends[0]);
  Output out(ends[1], "it");
  out << "a";
  EXPECT_FALSE(out.flushed());
  EXPECT_EQ(out.error(), EPIPE);
  ::close(ends[1]);
}

TEST_F(OutputTest, AFileIsThereWholeOrAsItWas) {
  ASSERT_TRUE(write_file(file("a"), "old"));
  {
    auto out = OutFile::open(file("a"));
    ASSERT_TRUE(out);
    (*out)->out() << "new, but not to the en";
  }
  EXPECT_EQ(content(file("a")), "old");
  EXPECT_EQ(files(), 1U) << "nothing of it is left";
  ASSERT_TRUE(write_file(file("a"), "new"));
  EXPECT_EQ(content(file("a")), "new");
  EXPECT_EQ(files(), 1U);
}

TEST_F(OutputTest, WhatIsTheOwnersIsClosedToOthersWhateverTheUmask) {
  for (const mode_t mask : {0U, 022U, 0777U}) {
    const mode_t before = ::umask(mask);
    EXPECT_TRUE(write_file(file("private"), "x", OutFile::For::owner));
    ::umask(before);
    EXPECT_EQ(mode_of(file("private")), 0600U);
  }
  const mode_t before = ::umask(022);
  EXPECT_TRUE(write_file(file("shared"), "x"));
  ::umask(before);
  EXPECT_EQ(mode_of(file("shared")), 0644U);
}

TEST_F(OutputTest, WhatCannotBeWrittenSaysWhy) {
  EXPECT_EQ(write_file(file("none/a"), "x").error().what, say("base.cannot-written", {{"why", "No such file or directory"}}));
  EXPECT_EQ(write_file(folder_.string(), "x").error().what, say("base.cannot-written", {{"why", "Is a directory"}}));
  fs::create_symlink("/dev/full", file("full"));
  EXPECT_EQ(write_file(file("full"), "x").error().what, say("base.cannot-written", {{"why", "No space left on device"}}));
  EXPECT_TRUE(fs::is_symlink(file("full"))) << "a device is written to, not replaced";
  fs::create_symlink("a", file("link"));
  ASSERT_TRUE(write_file(file("link"), "through")) << "where nothing is there yet";
  EXPECT_TRUE(fs::is_symlink(file("link")));
  EXPECT_EQ(content(file("a")), "through");
  EXPECT_FALSE(make_folder(file("a/b")));
}

}  // namespace
}  // namespace base
