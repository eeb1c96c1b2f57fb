#pragma once

/// A thin layer over SQLite: statements are text with $1, $2…, prepared once, and every fault comes
/// back as a Problem that says what to do. What differs between engines lives here and in
/// dialect.h, so that the SQL above it can run elsewhere.

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace store {

/// One prepared statement. Bind all, then `step` until it gives false, then it may be bound again.
class Statement {
 public:
  Statement(sqlite3_stmt* statement, std::string path);
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  /// `place` is the n of $n. Text is copied.
  Statement& bind(int place, std::int64_t value);
  Statement& bind(int place, double value);
  Statement& bind(int place, std::string_view text);
  Statement& bind_bytes(int place, std::string_view bytes);
  Statement& bind_null(int place);

  /// True: a row is there to be read. False: done, and reset.
  [[nodiscard]] base::Result<bool> step();
  /// Steps to the end, whatever comes.
  [[nodiscard]] base::Result<void> run();
  /// Ends the reading of rows before the last.
  void reset();

  /// Columns of the current row, from 0. Views live until the next `step`.
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] bool null(int column) const;
  /// Each value of the current row is of the type that its column was declared with, or null.
  [[nodiscard]] bool is_as_declared() const;

 private:
  [[nodiscard]] int index(int place) const;
  sqlite3_stmt* statement_;
  std::string path_;
  std::array<int, 40> index_ = {};  ///< By place; a statement has no more.
};

class Database {
 public:
  enum class Mode { read_write, read_only };

  /// Opens the file, which store/vault.h has made. `wait_ms`: how long to wait for another writer.
  [[nodiscard]] static base::Result<std::unique_ptr<Database>> open(const std::string& path, Mode mode, int wait_ms);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// The statement of `sql`, prepared at its first use. `sql` must be a literal: it is the key.
  [[nodiscard]] base::Result<Statement*> prepare(const char* sql);
  /// Drops what was prepared; no Statement* may be kept across it.
  void forget_statements() { statements_.clear(); }
  /// Several statements without parameters.
  [[nodiscard]] base::Result<void> script(const std::string& sql);
  /// Takes the write lock; Fault::locked when another wellmet holds it for longer than the wait, or
  /// at all.
  enum class Patience { wait, none };
  [[nodiscard]] base::Result<void> begin(Patience patience = Patience::wait);
  [[nodiscard]] base::Result<void> commit();
  void rollback();
  [[nodiscard]] bool in_transaction() const;
  /// Whether it is one that `begin` began.
  [[nodiscard]] bool writing() const { return writing_; }
  /// All of `work` or, where it fails, nothing of it, within the transaction that lasts.
  [[nodiscard]] base::Result<void> within(const std::function<base::Result<void>()>& work);

  /// While it lives, all that is read is of one moment, and no statement pays for the lock again.
  /// Within a transaction it does nothing.
  class Snapshot {
   public:
    explicit Snapshot(Database& database);
    Snapshot(Snapshot&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
    Snapshot& operator=(Snapshot&&) = delete;
    ~Snapshot();

   private:
    Database* database_;
  };

  [[nodiscard]] base::Result<std::int64_t> integer(const char* sql);
  /// A consistent copy while in use, into a file that is empty. `then`: statements that are run on
  /// the copy.
  [[nodiscard]] base::Result<void> copy_to(const std::string& path, const std::string& then = {});
  /// Puts what lies in `path` in the place of everything here.
  [[nodiscard]] base::Result<void> copy_from(const std::string& path);

  [[nodiscard]] bool read_only() const { return read_only_; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  Database(sqlite3* db, std::string path, bool read_only);
  sqlite3* db_;
  std::string path_;
  bool read_only_;
  int wait_ms_ = 0;
  bool writing_ = false;
  std::unordered_map<const char*, std::unique_ptr<Statement>> statements_;
};

}  // namespace store
