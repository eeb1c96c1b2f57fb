#pragma once

/// The only SQL. One owner's data file holds the ledger, whose rows are only ever added (ledger/engine.h says how; the
/// SQLite of it is sqlite_ledger.h), the pictures made of it, which may be dropped at any time (pictures.h), and who was
/// let in to its server (session_store.h).

#include <memory>
#include <string>
#include <vector>

#include "ledger/engine.h"
#include "store/database.h"
#include "store/pictures.h"
#include "store/session_store.h"

namespace store {

class DataFile {
 public:
  /// Makes the file and its folder when `create`. Fault::not_found when there is none.
  [[nodiscard]] static base::Result<std::unique_ptr<DataFile>> open(const std::string& path, bool create, int wait_ms);

  [[nodiscard]] ledger::Ledger& ledger() { return *ledger_; }
  [[nodiscard]] Pictures& pictures() { return pictures_; }
  [[nodiscard]] SessionStore sessions() { return SessionStore(*database_); }

  // Upkeep.
  [[nodiscard]] base::Result<std::vector<base::Message>> check();
  /// Of all but the sessions: a copy lets nobody in.
  [[nodiscard]] base::Result<void> backup(const std::string& path);
  /// What lies in `path`, if it is what wellmet has written and whole, takes the place of everything
  /// here but the sessions. Gives where a copy of what was there before lies; empty where nothing
  /// was there.
  [[nodiscard]] base::Result<std::string> restore(const std::string& path);
  /// The same where the data file itself cannot be opened (Fault::damaged): it is set aside as it is.
  [[nodiscard]] static base::Result<std::string> replace_damaged(const std::string& database, const std::string& path);
  [[nodiscard]] const std::string& path() const { return database_->path(); }

 private:
  explicit DataFile(std::unique_ptr<Database> database);
  [[nodiscard]] base::Result<void> ready();

  std::unique_ptr<Database> database_;
  std::unique_ptr<ledger::Ledger> ledger_;
  Pictures pictures_;
};

}  // namespace store
