#include "store/trust.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "ledger/sample_book.h"
#include "store/migrations.h"
#include "store/store.h"
#include "store/vault.h"

namespace store {
namespace {

namespace fs = std::filesystem;

/// What a villain does to a file, with all of SQLite.
void craft(const std::string& path, const std::string& sql) {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &db), SQLITE_OK);
  char* why = nullptr;
  EXPECT_EQ(sqlite3_exec(db, ("PRAGMA writable_schema = ON;" + sql).c_str(), nullptr, nullptr, &why), SQLITE_OK)
      << sql << ": " << (why ? why : "");
  sqlite3_free(why);
  sqlite3_close(db);
}

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A data file with a person in it, and a backup of it with two.
class TrustTest : public testing::Test {
 protected:
  TrustTest() {
    store_ = std::move(*DataFile::open(file("w.db"), true, 0));
    meet("ada");
    EXPECT_TRUE(store_->pictures().index_subjects());
    EXPECT_TRUE(store_->backup(file("good.db")));
    meet("bo");
    before_ = rows();
  }
  [[nodiscard]] std::string file(const std::string& name) const { return folder_->path() + "/" + name; }
  [[nodiscard]] std::size_t rows() const { return store_->ledger().read()->rows.size(); }
  void meet(const std::string& name) const {
    ledger::SampleBook book;
    book.card("uid:vcard/" + name, name, {"email:" + name + "@x.example"});
    book.met("email:" + name + "@x.example", "2026-02-01");
    book.last().title = "Coffee";
    const auto transaction = std::move(*store_->ledger().begin());
    const auto change = transaction->new_change({1}, "import", base::say("said.as-written", {{"text", name}}));
    for (const ledger::Record& record : book.records()) ASSERT_TRUE(transaction->add(record, *change));
    ASSERT_TRUE(transaction->commit());
  }
  /// It is refused, for this reason, and nothing has moved.
  void refused(const std::string& path, base::Fault fault, const std::string& why) const {
    const auto restored = store_->restore(path);
    ASSERT_FALSE(restored) << why;
    EXPECT_EQ(restored.error().fault, fault) << restored.error().what;
    EXPECT_EQ(restored.error().where, path);
    EXPECT_NE(base::text(restored.error().what).find(why), std::string::npos) << restored.error().what << "; wanted: " << why;
    EXPECT_FALSE(restored.error().hint.empty());
    EXPECT_EQ(rows(), before_);
    EXPECT_FALSE(fs::exists(file("w.db.backup-before-restore")));
    for (const auto& entry : fs::directory_iterator(folder_->path()))
      EXPECT_FALSE(entry.is_directory()) << entry.path() << " is left";
  }
  std::unique_ptr<Scratch> folder_ = std::move(*Vault::temporary());
  std::unique_ptr<DataFile> store_;
  std::size_t before_ = 0;
};

const std::string trigger = "TRIGGER t AFTER INSERT ON change BEGIN DELETE FROM evidence; END";

// "store.holds-which-code": SQLite itself reads none of it. Each would be taken as it is where only the names of three
// tables are looked at.
TEST_F(TrustTest, ACraftedFileDoesNotTakeThePlaceOfTheDataFile) {
  const auto schema = [](const std::string& table, const std::string& from, const std::string& to) {
    return "UPDATE sqlite_schema SET sql = replace(sql, '" + from + "', '" + to + "') WHERE name = '" + table + "'";
  };
  const struct {
    std::string sql, why;
    base::Fault fault = base::Fault::damaged;
  } cases[] = {
      {"CREATE " + trigger, "store.holds-which-code item=\"t\""},
      {"INSERT INTO sqlite_schema VALUES ('table', 't', 'change', 0, 'create /* TABLE */ " + trigger + "')", "(t)"},
      {"INSERT INTO sqlite_schema VALUES ('index', 't', 'change', 0, 'CREATE " + trigger + "')", "(t)"},
      {"DROP TABLE contested; CREATE VIEW contested AS SELECT 1 AS workspace_id, 2 AS slot",
       "store.holds-which-code item=\"contested\""},
      {"DROP TABLE picture; CREATE VIEW picture AS SELECT 1", "store.holds-which-code item=\"picture\""},
      {"CREATE VIRTUAL TABLE extra USING fts5(x)", "store.holds-which-code item=\"extra\""},
      {"DROP TABLE subject; CREATE VIRTUAL TABLE subject USING fts5(title)", "store.holds-which-code item=\"subject\""},
      {schema("contested", "slot         INTEGER NOT NULL,",
              "slot INTEGER NOT NULL, g INTEGER GENERATED ALWAYS AS (slot + 1) VIRTUAL,"),
       "item=\"contested\""},
      {schema("stamp", "version      INTEGER NOT NULL,", "version INTEGER NOT NULL CHECK (version < 7),"), "item=\"stamp\""},
      {schema("evidence", "FOREIGN KEY (workspace_id, change_id) REFERENCES change",
              "FOREIGN KEY (workspace_id, change_id) REFERENCES change ON DELETE CASCADE"),
       "item=\"evidence\""},
      {schema("claim", "facts        BLOB", "facts        TEXT"), "item=\"claim\""},
      {"CREATE TABLE extra (x INTEGER)", "item=\"extra\""},
      {"CREATE INDEX extra ON evidence (title)", "item=\"extra\""},
      {"CREATE INDEX extra ON person (body)", "item=\"extra\""},
      {"DROP TABLE contested", "store.lacks type=table begin=\"contested\""},
      {"DROP INDEX handle_value", "store.lacks type=index begin=\"handle_value\""},
      {"PRAGMA user_version = 0", "store.no-form"},
      {"PRAGMA user_version = -3", "store.no-form"},
      {"PRAGMA user_version = 99", "newer-wellmet", base::Fault::newer},
      {"UPDATE evidence SET kind = 200", "store.values-beyond-what-they"},
      {"UPDATE handle SET kind = 77 WHERE handle_id = 1", "store.values-beyond-what-they"},
      {"UPDATE handle SET handle_id = 1000 WHERE handle_id = 1", "store.row-points-nothing"},
      {"UPDATE evidence SET seats = x'807d'", "store.parties-row-cannot-read"},
      {"UPDATE claim SET facts = x'ff'", "store.claim-cannot-read"},
      {"UPDATE seat SET rows = x'ff'", "store.list-rows-cannot-read"},
      {"UPDATE evidence SET change_id = 4711", "store.row-points-nothing"},
  };
  for (const auto& [sql, why, fault] : cases) {
    SCOPED_TRACE(sql);
    fs::copy_file(file("good.db"), file("bad.db"), fs::copy_options::overwrite_existing);
    craft(file("bad.db"), sql);
    refused(file("bad.db"), fault, why);
  }
}

// A value that its column cannot hold, put there past all checks.
TEST_F(TrustTest, AValueOfAnotherTypeIsRefused) {
  fs::copy_file(file("good.db"), file("bad.db"));
  craft(file("bad.db"), "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT, ', '') WHERE name = 'change'");
  craft(file("bad.db"), "UPDATE change SET at = 'yesterday'");
  craft(file("bad.db"),
        "UPDATE sqlite_schema SET sql = replace(sql, ') WITHOUT ROWID', ') STRICT, WITHOUT ROWID') "
        "WHERE name = 'change'");
  refused(file("bad.db"), base::Fault::damaged, "change");
}

TEST_F(TrustTest, ADamagedFileIsRefused) {
  const std::string good = content(file("good.db"));
  const auto spoilt = [&](const std::string& bytes, const std::string& why) {
    std::ofstream(file("bad.db"), std::ios::binary | std::ios::trunc) << bytes;
    refused(file("bad.db"), base::Fault::damaged, why);
  };
  spoilt(good.substr(0, good.size() / 2), "");
  spoilt(good.substr(0, good.size() - 4'096), "");
  spoilt(std::string(9'000, 'x'), "");
  spoilt("", "");
  for (const std::size_t page : {2U, 5U, 8U}) {
    std::string bytes = good;
    bytes.replace(page * 4'096, 4'096, std::string(4'096, '\x5a'));
    spoilt(bytes, "");
  }
  refused(file("w.db"), base::Fault::usage, "store.data-file-itself");
}

TEST_F(TrustTest, WhatWellmetWroteComesBack) {
  craft(file("good.db"), "ANALYZE");  // What SQLite knows of its tables for itself does no harm.
  ASSERT_TRUE(store_->restore(file("good.db")));
  EXPECT_EQ(rows(), before_ - 1);
  EXPECT_TRUE(store_->check()->empty());
  EXPECT_TRUE(store_->pictures().index_subjects());
  const auto database = Database::open(file("w.db"), Database::Mode::read_only, 0);
  EXPECT_EQ((*database)->integer("SELECT count(*) FROM subject WHERE subject MATCH 'coffee'").value(), 1)
      << "what was dropped is made anew";
}

// Every earlier form, with derived tables as they were, and comments of the time.
TEST_F(TrustTest, ABackupOfAnEarlierFormComesBack) {
  for (std::size_t form = 1; form <= migrations().size(); ++form) {
    const std::string path = file(std::to_string(form) + ".db");
    {
      ASSERT_TRUE(Vault::make_file(path));
      const auto database = Database::open(path, Database::Mode::read_write, 0);
      ASSERT_TRUE(migrate(**database, migrations().first(form)));
      ASSERT_TRUE(
          (*database)->script("INSERT INTO change VALUES (1, 1, 5, 'log', 'of long ago', NULL);\n"
                              "CREATE TABLE titled (x INTEGER); CREATE TABLE person (workspace_id "
                              "INTEGER, other TEXT)"));
    }
    craft(path,
          "UPDATE sqlite_schema SET sql = replace(sql, '-- UTC seconds', '-- seconds of\n  -- UTC "
          "''')");
    ASSERT_TRUE(store_->restore(path)) << store_->restore(path).error().what;
    EXPECT_EQ(store_->ledger().changes()->back().summary, base::say("said.as-written", {{"text", "of long ago"}}));
    EXPECT_TRUE(store_->check()->empty());
  }
}

// Kills: a file whose trigger empties the ledger at the next word of the owner.
TEST_F(TrustTest, CodeInADataFileIsNeitherRunNorOpened) {
  for (const std::string& sql : {"CREATE " + trigger, std::string("CREATE VIEW v AS SELECT 1"),
                                 "INSERT INTO sqlite_schema VALUES ('table', 't', 'change', 0, 'create /**/" + trigger + "')"}) {
    fs::copy_file(file("good.db"), file("bad.db"), fs::copy_options::overwrite_existing);
    craft(file("bad.db"), sql);
    const auto opened = DataFile::open(file("bad.db"), false, 0);
    ASSERT_FALSE(opened) << sql;
    EXPECT_EQ(opened.error().fault, base::Fault::damaged);
    EXPECT_EQ(opened.error().hint.code, "store.bring-back-copy-wellmet-2");
    // It is set aside, whole, and the way back leads back.
    const std::string bad = content(file("bad.db"));
    const auto kept = DataFile::replace_damaged(file("bad.db"), file("good.db"));
    ASSERT_TRUE(kept) << kept.error().what;
    EXPECT_EQ(content(*kept), bad);
    EXPECT_EQ((*DataFile::open(file("bad.db"), false, 0))->ledger().read()->rows.size(), before_ - 1);
  }
  // And one that comes while the file is open does not run.
  craft(file("w.db"), "CREATE " + trigger);
  meet("cy");
  EXPECT_EQ(rows(), before_ + 1);
}

}  // namespace
}  // namespace store
