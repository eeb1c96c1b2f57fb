#include "store/vault.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <filesystem>
#include <set>

#include "store/store.h"

namespace store {
namespace {

namespace fs = std::filesystem;

class VaultTest : public testing::Test {
 protected:
  [[nodiscard]] std::string file(const std::string& name) const { return folder_->path() + "/" + name; }
  [[nodiscard]] std::set<std::string> names() const {
    std::set<std::string> all;
    for (const auto& entry : fs::directory_iterator(folder_->path())) all.insert(entry.path().filename());
    return all;
  }
  std::unique_ptr<Scratch> folder_ = std::move(*Vault::temporary());
};

mode_t mode_of(const fs::path& path) {
  struct stat status {};
  EXPECT_EQ(::lstat(path.c_str(), &status), 0) << path;
  return status.st_mode & 0777U;
}

/// So that files may hold no more than so many bytes, as on a full disk.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit now{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &now);
  }
  ~SmallDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

void note(DataFile& file, const std::string& name) {
  const auto transaction = std::move(*file.ledger().begin());
  ASSERT_TRUE(transaction->new_change({1}, "log", base::say("said.as-written", {{"text", name}})));
  ASSERT_TRUE(transaction->commit());
}

std::string last_of(DataFile& data) { return std::get<std::string>(*data.ledger().changes()->back().summary.find("text")); }
std::string last_of(const std::string& path) { return last_of(**DataFile::open(path, false, 0)); }

// Kills: a file that others may read because the umask lets them, or that we may not read because
// it does not let us.
TEST_F(VaultTest, AllOfItIsTheOwnersAloneWhateverTheUmask) {
  for (const mode_t mask : {0U, 022U, 0777U}) {
    const std::string data = file(std::to_string(mask) + ".db");
    const Vault vault(data);
    const mode_t before = ::umask(mask);
    const auto store = DataFile::open(data, true, 0);
    ASSERT_TRUE(store) << store.error().what;
    note(**store, "one");
    EXPECT_TRUE((*store)->backup(data + ".copy"));
    EXPECT_TRUE((*store)->restore(data + ".copy"));
    EXPECT_TRUE(vault.write(".session", "secret"));
    const auto held = vault.hold(".serving");
    const auto scratch = vault.scratch(".uploads");
    ASSERT_TRUE(scratch);
    const auto out = (*scratch)->file("mail.mbox");
    ASSERT_TRUE(out);
    EXPECT_TRUE((*out)->keep());
    ::umask(before);
    std::set<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder_->path())) {
      EXPECT_EQ(mode_of(entry.path()), entry.is_directory() ? 0700U : 0600U) << entry.path() << " with umask " << mask;
      files.insert(entry.path().filename());
    }
    for (const std::string tail : {"", "-wal", "-shm", ".copy", ".backup-before-restore", ".session", ".serving", ".uploads"})
      EXPECT_TRUE(files.contains(fs::path(data + tail).filename())) << tail;
    EXPECT_TRUE(files.contains("mail.mbox"));
  }
}

// Kills: a second copy in the place of the first.
TEST_F(VaultTest, ACopyThatWasKeptIsNeverWrittenOver) {
  const Vault vault(file("w.db"));
  const auto store = DataFile::open(file("w.db"), true, 0);
  for (const std::string name : {"one", "two", "three"}) {
    note(**store, name);
    ASSERT_TRUE((*store)->backup(file(name + ".copy")));
    const auto database = vault.open(0);
    EXPECT_EQ(vault.keep_copy(**database, ".kept").value(), file(name == "one"   ? "w.db.kept"
                                                                 : name == "two" ? "w.db.kept-2"
                                                                                 : "w.db.kept-3"));
  }
  EXPECT_EQ(last_of(file("w.db.kept")), "one");
  EXPECT_EQ(last_of(file("w.db.kept-2")), "two");
  EXPECT_EQ(last_of(file("w.db.kept-3")), "three");
}

TEST_F(VaultTest, RestoringAgainAndAgainLosesNothing) {
  const auto store = DataFile::open(file("w.db"), true, 0);
  note(**store, "the original");
  ASSERT_TRUE((*store)->backup(file("old.copy")));
  note(**store, "said since");
  EXPECT_EQ((*store)->restore(file("old.copy")).value(), file("w.db.backup-before-restore"));
  EXPECT_EQ((*store)->restore(file("old.copy")).value(), file("w.db.backup-before-restore-2"));
  EXPECT_EQ((*store)->restore(file("w.db.backup-before-restore")).value(), file("w.db.backup-before-restore-3"));
  EXPECT_EQ(last_of(file("w.db.backup-before-restore")), "said since");
  EXPECT_EQ(last_of(**store), "said since");
}

// Kills: a full disk that nobody is told of; what was there before, gone; half of it, left behind.
TEST_F(VaultTest, AFullDiskIsAnErrorAndLeavesWhatWasThere) {
  const Vault vault(file("w.db"));
  ASSERT_TRUE(vault.write(".session", "old"));
  const auto store = DataFile::open(file("w.db"), true, 0);
  note(**store, "one");
  ASSERT_TRUE((*store)->backup(file("copy.db")));
  const auto before = names();
  {
    const SmallDisk small(4'096);
    const auto written = vault.write(".session", std::string(8'192, 'x'));
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().what, base::say("base.cannot-written", {{"why", "File too large"}}));
    const auto copied = (*store)->backup(file("copy.db"));
    ASSERT_FALSE(copied);
    EXPECT_EQ(copied.error().fault, base::Fault::unreadable);
    EXPECT_EQ(copied.error().where, file("copy.db"));
    const auto scratch = vault.scratch(".uploads");
    const auto out = (*scratch)->file("a");
    (*out)->out() << std::string(8'192, 'x');
    EXPECT_FALSE((*out)->keep());
    EXPECT_FALSE((*store)->restore(file("copy.db")));
  }
  fs::remove(file("w.db.uploads"));
  EXPECT_EQ(names(), before);
  EXPECT_EQ(vault.read(".session").value(), "old");
  EXPECT_EQ(last_of(file("copy.db")), "one");
  EXPECT_EQ(last_of(**store), "one");
  EXPECT_EQ(vault.read(".none").value(), "");
}

// Kills: a backup over the data file itself, or over one whose log would be taken for the backup's.
TEST_F(VaultTest, ABackupGoesOverNothingThatIsInUse) {
  const auto store = DataFile::open(file("w.db"), true, 0);
  note(**store, "one");
  const auto other = DataFile::open(file("other.db"), true, 0);
  note(**other, "another");
  for (const std::string name : {"w.db", "other.db", "folder"}) {
    fs::create_directory(file("folder"));
    const auto copied = (*store)->backup(file(name));
    ASSERT_FALSE(copied) << name;
    EXPECT_EQ(copied.error().fault, base::Fault::usage);
  }
  fs::create_symlink("w.db", file("link"));
  EXPECT_FALSE((*store)->backup(file("link")));
  EXPECT_FALSE((*store)->restore(file("link")));
  EXPECT_EQ(last_of(**other), "another");
  EXPECT_FALSE((*store)->backup(file("none/copy.db")));
}

TEST_F(VaultTest, OneHolderAtATime) {
  const Vault vault(file("w.db"));
  {
    const auto held = vault.hold(".serving");
    ASSERT_TRUE(held && *held);
    EXPECT_EQ(vault.hold(".serving").value(), nullptr);
  }
  EXPECT_NE(vault.hold(".serving").value(), nullptr);
}

}  // namespace
}  // namespace store
