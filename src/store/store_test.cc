#include "store/store.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "store/migrations.h"
#include "store/sample_file.h"

namespace store {
namespace {

TEST_F(StoreTest, WhatWasAddedIsThereWhenItIsOpenedAgain) {
  ledger::SampleBook sample = life();
  {
    const auto store = DataFile::open(file("folder/w.db"), true, 0);
    ASSERT_TRUE(store) << store.error().what;
    add(**store, sample.records());
  }
  struct stat status {};
  ASSERT_EQ(::stat(file("folder/w.db").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0077U, 0U) << "nobody else may read it";
  const auto store = DataFile::open(file("folder/w.db"), false, 0);
  ASSERT_TRUE(store);
  EXPECT_EQ((*store)->ledger().read()->rows.size(), sample.book().rows.size());
  EXPECT_EQ(DataFile::open(file("none.db"), false, 0).error().fault, base::Fault::not_found);
}

TEST_F(StoreTest, AMigrationKeepsACopyOfWhatWasThere) {
  const std::string path = file("w.db");
  { ASSERT_TRUE(DataFile::open(path, true, 0)); }
  std::vector<Migration> steps(migrations().begin(), migrations().end());
  const std::size_t before = steps.size();
  steps.push_back({"CREATE TABLE later (x INTEGER); INSERT INTO later VALUES (7);"});
  {
    const auto database = Database::open(path, Database::Mode::read_write, 0);
    ASSERT_TRUE(migrate(**database, steps));
    EXPECT_EQ(*(*database)->integer("SELECT x FROM later"), 7);
    EXPECT_EQ(*(*database)->integer("PRAGMA user_version"), static_cast<std::int64_t>(before) + 1);
  }
  const std::string backup = path + ".backup-v" + std::to_string(before);
  ASSERT_TRUE(fs::exists(backup));
  EXPECT_TRUE(DataFile::open(backup, false, 0)) << "the copy is of the old form, and whole";
  // And now the file is ahead of this code.
  const auto refused = DataFile::open(path, false, 0);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fault, base::Fault::newer);
  EXPECT_FALSE(refused.error().hint.empty());
}

// Kills: the copy that a migration makes in the place of one that was kept before.
TEST_F(StoreTest, ASecondMigrationKeepsACopyOfItsOwn) {
  const std::string path = file("w.db");
  const std::string first = path + ".backup-v" + std::to_string(migrations().size());
  std::ofstream(first) << "the only copy of something";
  { ASSERT_TRUE(DataFile::open(path, true, 0)); }
  std::vector<Migration> steps(migrations().begin(), migrations().end());
  steps.push_back({"CREATE TABLE later (x INTEGER);"});
  ASSERT_TRUE(migrate(**Database::open(path, Database::Mode::read_write, 0), steps));
  std::string kept;
  std::getline(std::ifstream(first), kept);
  EXPECT_EQ(kept, "the only copy of something");
  EXPECT_TRUE(DataFile::open(first + "-2", false, 0));
}

TEST_F(StoreTest, AStatementHasNoMorePlacesThanCanBeBound) {
  std::string sql = "SELECT $1";
  for (int place = 2; place <= 40; ++place) sql += ", $" + std::to_string(place);
  const auto database = Database::open(":memory:", Database::Mode::read_write, 0);
  EXPECT_DEATH((void)(*database)->prepare(sql.c_str()), "parameter_count");
  EXPECT_DEATH((*(*database)->prepare("SELECT $1"))->bind(40, std::int64_t{1}), "place");
}

TEST_F(StoreTest, AMigrationThatFailsChangesNothing) {
  const std::string path = file("w.db");
  { ASSERT_TRUE(DataFile::open(path, true, 0)); }
  std::vector<Migration> steps(migrations().begin(), migrations().end());
  steps.push_back({"CREATE TABLE half (x INTEGER);"});
  steps.push_back({"THIS IS NO SQL;"});
  {
    const auto database = Database::open(path, Database::Mode::read_write, 0);
    EXPECT_FALSE(migrate(**database, steps));
    EXPECT_EQ(*(*database)->integer("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), 0);
  }
  EXPECT_TRUE(DataFile::open(path, false, 0));
}

TEST_F(StoreTest, ADamagedFileSaysSo) {
  std::ofstream(file("w.db")) << "this is no data file at all, but long enough to look like one: " << std::string(4'096, 'x');
  const auto opened = DataFile::open(file("w.db"), false, 0);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().fault, base::Fault::damaged);
  EXPECT_EQ(opened.error().hint.code, "store.bring-back-copy-wellmet-2");
}

/// To root every file is writable: root becomes nobody for a while.
class Nobody {
 public:
  Nobody() : user_(::geteuid()) { become(65'534, 65'534); }
  ~Nobody() { become(0, 0); }
  Nobody(const Nobody&) = delete;
  Nobody& operator=(const Nobody&) = delete;

 private:
  void become(uid_t real, uid_t effective) const {
    if (user_ != 0) return;
    EXPECT_EQ(::setresuid(real, effective, 0), 0);
  }
  uid_t user_;
};

TEST_F(StoreTest, AFileThatMayNotBeWrittenStillAnswers) {
  const std::string path = file("w.db");
  {
    const auto store = DataFile::open(path, true, 0);
    add(**store, {meeting(1, "2026-03-14")});
  }
  ASSERT_EQ(::chmod(path.c_str(), 0444), 0);
  ASSERT_EQ(::chmod(folder_.c_str(), 0555), 0);
  const Nobody nobody;
  const auto store = DataFile::open(path, false, 0);
  ASSERT_TRUE(store) << store.error().what;
  EXPECT_EQ((*store)->ledger().read()->rows.size(), 1U);
  const people::People people = two_people();
  const std::vector<standing::Standing> standings = {somewhere(), somewhere()};
  EXPECT_TRUE(
      (*store)->pictures().save({.mark = {.head = 1}, .form = 1, .from = {5}, .until = {9}}, {people, standings, {}, {}, {}, ""}))
      << "the picture is kept in memory beside it";
  EXPECT_EQ((*store)->pictures().card(1)->person.name, "Zoë Berg");
  const PictureKey key{.mark = {.head = 1}, .form = 1, .from = {5}, .until = {9}};
  ASSERT_TRUE((*store)->pictures().graph().save(key, {.cohesion = "1", .voices = "", .circles = "", .known = {"", "a"}}));
  EXPECT_TRUE(*(*store)->pictures().graph().is_of(key));
  EXPECT_EQ(*(*store)->pictures().graph().known(1), "a");
  EXPECT_EQ((*store)->ledger().begin().error().fault, base::Fault::locked);
}

TEST_F(StoreTest, ABackupComesBack) {
  const auto store = DataFile::open(file("w.db"), true, 0);
  add(**store, {meeting(1, "2026-03-14")});
  ASSERT_TRUE((*store)->pictures().save({.mark = {.head = 1}, .form = 1, .from = {5}, .until = {9}},
                                        {two_people(), std::vector(2, somewhere()), {}, {}, {}, ""}));
  ASSERT_TRUE((*store)->backup(file("copy.db")));
  add(**store, {meeting(2, "2026-03-21")});
  const auto kept = (*store)->restore(file("copy.db"));
  ASSERT_TRUE(kept);
  EXPECT_EQ(*kept, file("w.db.backup-before-restore"));
  EXPECT_EQ(days_of(**store), std::vector<base::Day>{day("2026-03-14")});
  EXPECT_FALSE((*store)->pictures().picture_key()->has_value()) << "a server beside it sees that all of it is another";
  EXPECT_TRUE((*store)->check()->empty());
  const auto back = (*store)->restore(*kept);
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, file("w.db.backup-before-restore-2")) << "not over what is brought back";
  EXPECT_EQ(days_of(**store), std::vector<base::Day>{day("2026-03-21")}) << "the meeting that moved";
  EXPECT_EQ(*(*DataFile::open(file("new.db"), true, 0))->restore(*kept), "") << "nothing was there";
}

}  // namespace
}  // namespace store
