#include "lab/demo.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "lab/demo_names.h"
#include "lab/demo_world.h"

namespace lab {
namespace {

namespace fs = std::filesystem;

const base::Day today = base::day_of(base::Civil{2026, 11, 22});

std::map<std::string, std::string> demo(const std::string& name, int people, std::uint64_t seed) {
  const fs::path folder = fs::path(WELLMET_BUILD_DIR) / "demo_test" / name;
  fs::remove_all(folder);
  EXPECT_TRUE(write_demo(folder.string(), people, seed, today));
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    files[entry.path().filename().string()] = text.str();
  }
  return files;
}

TEST(Demo, WritesOverNothing) {
  demo("kept", 20, 1);
  const auto again = write_demo((fs::path(WELLMET_BUILD_DIR) / "demo_test" / "kept").string(), 20, 2, today);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().fault, base::Fault::usage);
}

TEST(Demo, IsTheSameForTheSameSeed) {
  const auto one = demo("one", 300, 7);
  EXPECT_EQ(one, demo("again", 300, 7));
  EXPECT_NE(one, demo("other", 300, 8));
  EXPECT_EQ(one.size(), 8U);
  for (const auto& [name, content] : one) EXPECT_FALSE(content.empty()) << name;
  EXPECT_TRUE(one.contains("Basic_LinkedInDataExport_11-20-2026.zip"));
}

TEST(Demo, IsLikeARealLife) {
  const auto files = demo("thousand", 1000, 1);
  const auto truth = nlohmann::json::parse(files.at("truth.json"));
  std::map<std::string, int> rungs;
  std::map<std::string, int> names;
  int network = 0;
  int one_step = 0;
  std::set<std::string> handles;
  for (const auto& person : truth["people"]) {
    ++rungs[person["rung"]];
    ++names[person["name"]];
    network += person["standing"] == "network" ? 1 : 0;
    one_step += person["one_step_away"].get<bool>() ? 1 : 0;
    for (const auto& handle : person["handles"]) {
      const auto text = handle.get<std::string>();
      if (text.rfind("name:", 0) == 0) continue;
      EXPECT_TRUE(handles.insert(text).second) << text;
    }
  }
  EXPECT_EQ(truth["people"].size(), 1000U);
  EXPECT_GE(network, 30);
  EXPECT_LE(network, 60);
  EXPECT_GE(rungs["advocate"], 2);
  EXPECT_GE(one_step, 50);
  EXPECT_GE(rungs["listed"], 500);
  EXPECT_LE(rungs["listed"], 650);
  EXPECT_GE(rungs["in_touch"], 80);
  const auto shared = std::count_if(names.begin(), names.end(), [](const auto& n) { return n.second > 1; });
  EXPECT_GE(shared, 5);
  std::size_t mails = 0;
  for (std::size_t at = 0; (at = files.at("All mail.mbox").find("\nMessage-ID:", at)) != std::string::npos; ++at) ++mails;
  EXPECT_GE(mails, 8'000U);
  EXPECT_LE(mails, 16'000U);
  EXPECT_NE(files.at("All mail.mbox").find("\nCc: "), std::string::npos);
}

TEST(Demo, HasNamesOfManyLanguages) {
  EXPECT_GE(given_names().size(), 150U);
  EXPECT_GE(family_names().size(), 250U);
}

TEST(Demo, TellsWhereItCannotWrite) {
  const auto done = write_demo("/dev/null/demo", 10, 1, today);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().fault, base::Fault::unreadable);
}

}  // namespace
}  // namespace lab
