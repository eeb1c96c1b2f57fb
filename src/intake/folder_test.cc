#include "intake/folder.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace intake {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view letter = "From: Ada <ada@lovelace.example>\nTo: mara@lindqvist.example\nSubject: Tea\n\nSoon?\n";

/// A folder that goes with the test.
class FolderTest : public testing::Test {
 protected:
  FolderTest() {
    std::string pattern = (fs::temp_directory_path() / "wellmet-units-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~FolderTest() override { fs::remove_all(folder_); }
  void put(const std::string& name, std::string_view content) {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << content;
  }
  /// Each unit's path and files, without the folder of the test.
  [[nodiscard]] std::vector<std::string> found() const {
    std::vector<std::string> all;
    const auto listing = Folder({folder_.string()}).list({});
    for (const Unit& unit : listing->units) {
      all.push_back(short_of(unit.name) + ":");
      for (const std::string& file : unit.parts) all.back() += " " + short_of(file);
    }
    return all;
  }
  [[nodiscard]] std::string short_of(const std::string& path) const {
    return path == folder_ ? "." : path.substr(folder_.string().size() + 1);
  }

  fs::path folder_;
};

TEST_F(FolderTest, AMaildirIsOneUnitAndWhatLiesBesideItIsNotLost) {
  for (const char* empty : {"mail/tmp/1", "mail/dovecot.index", "mail/.subscriptions"}) put(empty, "");
  put("mail/cur/2:2,S", letter);
  put("mail/new/3", letter);
  put("mail/.Sent/cur/4:2,S", letter);
  put("mail/.Sent/new/.keep", "");
  put("mail/stray.eml", letter);
  EXPECT_EQ(found(),
            (std::vector<std::string>{"mail/stray.eml: mail/stray.eml", "mail: mail/.Sent/cur/4:2,S mail/cur/2:2,S mail/new/3"}));
}

TEST_F(FolderTest, LettersInOneFolderAreOneUnitOtherFilesOneEach) {
  put("a.eml", letter);
  put("b.eml", letter);
  put("c.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nEND:VCARD\n");
  put("d/e.eml", letter);
  put("Inbox.msf", "index");
  EXPECT_EQ(found(), (std::vector<std::string>{"c.vcf: c.vcf", "d: d/e.eml", ".: a.eml b.eml"}));
}

TEST_F(FolderTest, ALinkedInFolderIsOneUnit) {
  put("export/Connections.csv", "First Name,Last Name\n");
  put("export/Jobs/Saved Jobs.csv", "Date\n");
  EXPECT_EQ(found(), (std::vector<std::string>{"export: export/Connections.csv export/Jobs/Saved Jobs.csv"}));
}

TEST_F(FolderTest, LinksAreNotFollowedUnlessGivenByName) {
  put("mail/a.eml", letter);
  fs::create_directory_symlink(folder_, folder_ / "mail/again");
  EXPECT_EQ(found(), (std::vector<std::string>{"mail: mail/a.eml"}));
  EXPECT_EQ(Folder({(folder_ / "mail/again").string()}).list({})->units.size(), 1U);
}

TEST_F(FolderTest, WhatIsNotThereIsSaid) {
  const Listing units = *Folder({(folder_ / "none").string()}).list({});
  EXPECT_TRUE(units.units.empty());
  ASSERT_EQ(units.problems.size(), 1U);
  EXPECT_EQ(units.problems[0].what.code, "intake.not-there");
}

}  // namespace
}  // namespace intake
