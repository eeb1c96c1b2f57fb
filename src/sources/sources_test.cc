// Every source has samples in testdata/NAME/, each with a twin FILE.expected that holds what the
// source makes of it. WELLMET_ACCEPT=1 rewrites the twins; the reviewer reads the diff.

#include "sources/sources.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "sources/collect.h"

namespace sources {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

TEST(Sources, EachHasSamplesAndReadsThemAsExpected) {
  const base::Day today = base::day_of(base::Civil{2026, 11, 22});
  for (const Source* source : all_source_table()) {
    const fs::path folder = fs::path(WELLMET_SOURCE_DIR) / "src/sources/testdata" / std::string(source->name);
    ASSERT_TRUE(fs::is_directory(folder)) << source->name << " has no samples in " << folder;
    std::vector<fs::path> samples;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file() && entry.path().extension() != ".expected") {
        samples.push_back(entry.path());
      }
    }
    std::sort(samples.begin(), samples.end());
    EXPECT_FALSE(samples.empty()) << source->name;
    for (const fs::path& sample : samples) {
      SCOPED_TRACE(sample.string());
      const std::string content = content_of(sample);
      const std::string path = fs::relative(sample, folder).string();
      const Source* best = recognise({.path = path, .head = content});
      EXPECT_EQ(best, source) << "taken for " << (best == nullptr ? "nothing" : best->name);
      Collect collected;
      const auto done = read({.source = *source, .path = path, .content = content, .today = today}, collected);
      std::string made = text(collected);
      if (!done) made += "failed " + base::text(done.error().what) + "\n";
      const fs::path twin = sample.string() + ".expected";
      if (std::getenv("WELLMET_ACCEPT") != nullptr) {
        std::ofstream(twin, std::ios::binary) << made;
      }
      EXPECT_EQ(content_of(twin), made);
    }
  }
}

TEST(Sources, NothingRecognisesAnEmptyFileOrAPicture) {
  EXPECT_EQ(recognise({.path = "empty.vcf", .head = ""}), nullptr);
  EXPECT_EQ(recognise({.path = "photo.vcf", .head = "\xff\xd8\xff\xe0\x10JFIF\x01\x02\x03"}), nullptr);
}

}  // namespace
}  // namespace sources
