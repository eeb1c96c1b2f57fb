// The data file as a whole: opened, checked, copied, restored.

#include "store/store.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/try.h"
#include "store/migrations.h"
#include "store/sqlite_ledger.h"
#include "store/trust.h"
#include "store/vault.h"

namespace store {

DataFile::DataFile(std::unique_ptr<Database> database)
    : database_(std::move(database)), ledger_(std::make_unique<SqliteLedger>(*database_)), pictures_(*database_, *ledger_) {}

base::Result<std::unique_ptr<DataFile>> DataFile::open(const std::string& path, bool create, int wait_ms) {
  const Vault vault(path);
  std::error_code error;
  if (path != ":memory:" && !std::filesystem::exists(path, error)) {
    if (!create) {
      return base::fail(base::Fault::not_found, path, base::say("store.not-nothing-imported-yet"),
                        base::say("store.start-wellmet-import-files"));
    }
    CHECK(vault.make_folder());
  }
  TRY(database, vault.open(wait_ms));
  std::unique_ptr<DataFile> file(new DataFile(std::move(database)));
  CHECK(file->ready());
  return file;
}

base::Result<void> DataFile::ready() {
  CHECK(check_no_code(*database_));
  CHECK(migrate(*database_, migrations()));
  return pictures_.ready();
}

base::Result<std::vector<base::Message>> DataFile::check() {
  std::vector<base::Message> faults;
  TRY(whole, database_->prepare("PRAGMA integrity_check(20)"));
  for (;;) {
    TRY(more, whole->step());
    if (!more) break;
    if (whole->text(0) != "ok") faults.push_back(base::say("store.check-engine", {{"fault", whole->text(0)}}));
  }
  TRY(keys, database_->prepare("PRAGMA foreign_key_check"));
  for (;;) {
    TRY(more, keys->step());
    if (!more) break;
    faults.push_back(base::say("store.check-points-nowhere", {{"table", keys->text(0)}}));
  }
  return faults;
}

base::Result<void> DataFile::backup(const std::string& path) { return Vault::copy(*database_, path, "DELETE FROM session;"); }

namespace {

constexpr std::string_view before_restore = ".backup-before-restore";

/// A copy of the file `path`, that may take the place of the data file: it is wellmet's, whole, and of today's form.
struct Staged {
  std::unique_ptr<Scratch> scratch;
  std::string file;
};

/// `let_in`: who may ask the server then, in the place of whoever the file lets in.
base::Result<Staged> stage(const Vault& vault, const std::string& path, const SessionStore::Everything& let_in) {
  TRY(scratch, vault.scratch());
  Staged staged{std::move(scratch), {}};
  staged.file = staged.scratch->path() + "/restored.db";
  const auto done = [&]() -> base::Result<void> {
    TRY(source, Database::open(path, Database::Mode::read_only, 0));
    CHECK(Vault::make_file(staged.file));
    CHECK(source->copy_to(staged.file));
    source.reset();
    TRY(copy, Database::open(staged.file, Database::Mode::read_write, 0));
    CHECK(check_restorable(*copy));
    CHECK(migrate(*copy, migrations(), Keep::nothing));
    CHECK(SessionStore(*copy).bring_in(let_in));
    return copy->script("PRAGMA journal_mode=DELETE");  // One file again.
  }();
  if (done) return staged;
  base::Problem problem = done.error();
  if (problem.where == staged.file) problem.where = problem.fault == base::Fault::full ? vault.path("") : path;
  if (problem.fault == base::Fault::damaged) problem.hint = base::say("store.give-file-wellmet-backup");
  return base::fail(problem);
}

base::Result<void> not_itself(const std::string& database, const std::string& path) {
  std::error_code error;
  if (!std::filesystem::equivalent(database, path, error)) return {};
  return base::fail(base::Fault::usage, path, base::say("store.data-file-itself"), base::say("store.give-file-wellmet-backup"));
}

}  // namespace

base::Result<std::string> DataFile::restore(const std::string& path) {
  CHECK(not_itself(this->path(), path));
  const Vault vault(this->path());
  const auto let_in = sessions().take_out();
  // A data file that is damaged may have none to keep.
  if (!let_in && let_in.error().fault != base::Fault::damaged) return base::fail(let_in.error());
  TRY(staged, stage(vault, path, let_in.value_or(SessionStore::Everything{})));
  std::string kept;
  if (const auto changes = ledger().head(); !changes || *changes > 0) {
    TRY(copy, vault.keep_copy(*database_, before_restore));
    kept = copy;
  }
  CHECK(database_->copy_from(staged.file));
  CHECK(ready());
  // What is shown goes by the number of the last change and the picture's making: no change to come may look like one of
  // those that are gone.
  CHECK(pictures().drop_picture());
  return kept;
}

base::Result<std::string> DataFile::replace_damaged(const std::string& database, const std::string& path) {
  CHECK(not_itself(database, path));
  const Vault vault(database);
  TRY(staged, stage(vault, path, {}));
  TRY(kept, vault.set_aside(before_restore));
  CHECK(base::put_in_place(staged.file, database));
  return kept;
}

}  // namespace store
