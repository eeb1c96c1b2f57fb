#pragma once

/// Data files for the laws of what is kept in them.

#include <filesystem>
#include <memory>
#include <span>

#include "app/session.h"
#include "small_ledger.h"
#include "store/store.h"

namespace laws {

namespace fs = std::filesystem;

inline std::unique_ptr<store::DataFile> empty_file() { return std::move(*store::DataFile::open(":memory:", true, 0)); }

inline ledger::ChangeId add(store::DataFile& file, std::span<const Record> records, std::optional<ledger::ChangeId> undoes = {}) {
  const auto transaction = std::move(*file.ledger().begin());
  const ledger::ChangeId change = *transaction->new_change({1}, "import", base::Message{}, undoes);
  for (const Record& record : records) RC_ASSERT(transaction->add(record, change).has_value());
  RC_ASSERT(transaction->commit().has_value());
  return change;
}

/// A folder that goes with the test; in memory where that can be had, for hundreds of files are synced.
struct Folder {
  Folder() {
    std::error_code none;
    const fs::path base = fs::is_directory("/dev/shm", none) ? fs::path("/dev/shm") : fs::temp_directory_path();
    std::string pattern = (base / "wellmet-laws-XXXXXX").string();
    path = ::mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  fs::path path;
};

inline app::Session open_session(const fs::path& file, base::Instant now = moment) {
  return std::move(*app::Session::open({.database = file.string(), .now = now, .as_of = {}, .wait_ms = 0}, true));
}

/// A data file with these records in it.
inline void write_ledger(const fs::path& file, const std::vector<Record>& records) {
  const auto written = std::move(*store::DataFile::open(file.string(), true, 0));
  add(*written, records);
}

}  // namespace laws
