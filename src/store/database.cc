#include "store/database.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/try.h"

namespace store {

namespace {

base::Problem problem_of(sqlite3* db, const std::string& path) {
  const int code = sqlite3_errcode(db) & 0xff;
  const std::string words = sqlite3_errmsg(db);
  switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {base::Fault::locked, path, base::say("store.another-wellmet-writing"), base::say("store.wait-until-finished-try")};
    case SQLITE_FULL:
      return {base::Fault::full, path, base::say("store.no-room-left-write", {{"strerror", std::strerror(ENOSPC)}}),
              base::say("store.make-room-disk-try")};
    case SQLITE_IOERR:
      return {base::Fault::full, path, base::say("store.could-not-written-nothing", {{"what", words}}),
              base::say("store.check-disk-room-order")};
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return {base::Fault::locked, path, base::say("store.not-written"), base::say("store.give-yourself-permission-write-2")};
    case SQLITE_CANTOPEN:
      return {base::Fault::unreadable, path, base::say("store.cannot-opened-3", {{"what", words}}),
              base::say("store.check-name-permissions-file")};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {base::Fault::damaged, path, base::say("store.damaged-no-wellmet-data", {{"what", words}}),
              base::say("store.bring-back-copy-wellmet-2")};
    default:
      return {base::Fault::damaged, path, base::say("store.sqlite-says", {{"what", words}}),
              base::say("store.run-wellmet-check")};
  }
}

/// The file as a URI that tells SQLite that nobody writes to it.
std::string as_immutable(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '?' || c == '#' || c == '%') {
      uri += fmt::format("%{:02x}", static_cast<unsigned>(c));
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

Statement::Statement(sqlite3_stmt* statement, std::string path) : statement_(statement), path_(std::move(path)) {
  assert(sqlite3_bind_parameter_count(statement_) < static_cast<int>(index_.size()));
  for (std::size_t place = 1; place < index_.size(); ++place) {
    index_[place] = sqlite3_bind_parameter_index(statement_, fmt::format("${}", place).c_str());
  }
}

Statement::~Statement() { sqlite3_finalize(statement_); }

int Statement::index(int place) const {
  assert(place > 0 && static_cast<std::size_t>(place) < index_.size());
  return index_[static_cast<std::size_t>(place)];
}

Statement& Statement::bind(int place, std::int64_t value) {
  sqlite3_bind_int64(statement_, index(place), value);
  return *this;
}

Statement& Statement::bind(int place, double value) {
  sqlite3_bind_double(statement_, index(place), value);
  return *this;
}

Statement& Statement::bind(int place, std::string_view text) {
  sqlite3_bind_text64(statement_, index(place), text.data() == nullptr ? "" : text.data(), text.size(), SQLITE_TRANSIENT,
                      SQLITE_UTF8);
  return *this;
}

Statement& Statement::bind_bytes(int place, std::string_view bytes) {
  sqlite3_bind_blob64(statement_, index(place), bytes.data() == nullptr ? "" : bytes.data(), bytes.size(), SQLITE_TRANSIENT);
  return *this;
}

Statement& Statement::bind_null(int place) {
  sqlite3_bind_null(statement_, index(place));
  return *this;
}

base::Result<bool> Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) {
    sqlite3_reset(statement_);
    return false;
  }
  const base::Problem problem = problem_of(sqlite3_db_handle(statement_), path_);
  sqlite3_reset(statement_);
  return base::fail(problem);
}

base::Result<void> Statement::run() {
  for (;;) {
    const auto more = step();
    if (!more) return base::fail(more.error());
    if (!*more) return {};
  }
}

void Statement::reset() { sqlite3_reset(statement_); }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }

double Statement::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string_view Statement::text(int column) const {
  const void* data = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return data == nullptr ? std::string_view{} : std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

bool Statement::is_as_declared() const {
  for (int column = 0; column < sqlite3_column_count(statement_); ++column) {
    const char* const text = sqlite3_column_decltype(statement_, column);
    const std::string_view declared = text == nullptr ? "" : text;
    switch (sqlite3_column_type(statement_, column)) {
      case SQLITE_INTEGER:
        if (declared != "INTEGER") return false;
        break;
      case SQLITE_FLOAT:
        if (declared != "REAL") return false;
        break;
      case SQLITE_TEXT:
        if (declared != "TEXT") return false;
        break;
      case SQLITE_BLOB:
        if (declared != "BLOB") return false;
        break;
      default:
        break;
    }
  }
  return true;
}

bool Statement::null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

Database::Database(sqlite3* db, std::string path, bool read_only) : db_(db), path_(std::move(path)), read_only_(read_only) {}

Database::~Database() {
  statements_.clear();
  sqlite3_close(db_);
}

base::Result<std::unique_ptr<Database>> Database::open(const std::string& path, Mode mode, int wait_ms) {
  if (std::error_code ignored; std::filesystem::is_directory(path, ignored)) {
    return base::fail(base::Fault::unreadable, path, base::say("store.cannot-opened-2", {{"strerror", std::strerror(EISDIR)}}),
                      base::say("store.check-name-folder-exists"));
  }
  const bool writable = mode == Mode::read_write && (path == ":memory:" || ::access(path.c_str(), W_OK) == 0);
  // SQLite's own count of its memory takes a lock for every allocation; nobody reads it.
  [[maybe_unused]] static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3* raw = nullptr;
  const int flags = (writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX;
  const int code = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
  std::unique_ptr<Database> database(new Database(raw, path, !writable));
  if (code != SQLITE_OK) return base::fail(problem_of(raw, path));
  if (!writable && !database->script("PRAGMA schema_version") && ::access((path + "-wal").c_str(), F_OK) != 0) {
    // In a folder that may not be written to, reading needs the promise that nobody writes: without
    // a write-ahead log beside it, nobody does.
    database.reset();
    const int again = sqlite3_open_v2(as_immutable(path).c_str(), &raw, flags | SQLITE_OPEN_URI, nullptr);
    database = std::unique_ptr<Database>(new Database(raw, path, true));
    if (again != SQLITE_OK) return base::fail(problem_of(raw, path));
  }
  sqlite3_extended_result_codes(raw, 0);
  // A file may have been made to do harm (store/trust.h): nothing in it runs, and nothing writes round its tables.
  for (const int off : {SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW, SQLITE_DBCONFIG_TRUSTED_SCHEMA}) {
    sqlite3_db_config(raw, off, 0, nullptr);
  }
  sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  database->wait_ms_ = wait_ms;
  sqlite3_busy_timeout(raw, wait_ms);
  std::string settings = "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000;";
  if (writable) settings += "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;";
  if (auto done = database->script(settings); !done) return base::fail(done.error());
  return database;
}

base::Result<Statement*> Database::prepare(const char* sql) {
  const auto found = statements_.find(sql);
  if (found != statements_.end()) return found->second.get();
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v3(db_, sql, -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr) != SQLITE_OK) {
    return base::fail(problem_of(db_, path_));
  }
  auto statement = std::make_unique<Statement>(raw, path_);
  Statement* result = statement.get();
  statements_.emplace(sql, std::move(statement));
  return result;
}

base::Result<void> Database::script(const std::string& sql) {
  if (sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    return base::fail(problem_of(db_, path_));
  }
  return {};
}

base::Result<void> Database::begin(Patience patience) {
  if (read_only_) {
    return base::fail(base::Fault::locked, path_, base::say("store.not-written"),
                      base::say("store.give-yourself-permission-write-2"));
  }
  if (patience == Patience::none) sqlite3_busy_timeout(db_, 0);
  auto begun = script("BEGIN IMMEDIATE");
  sqlite3_busy_timeout(db_, wait_ms_);
  if (begun) writing_ = true;
  return begun;
}

base::Result<void> Database::commit() {
  auto done = script("COMMIT");
  if (!done) rollback();
  writing_ = false;
  return done;
}

void Database::rollback() {
  writing_ = false;
  if (!in_transaction()) return;
  for (auto& [sql, statement] : statements_) statement->reset();
  sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
}

base::Result<void> Database::within(const std::function<base::Result<void>()>& work) {
  CHECK(script("SAVEPOINT part"));
  auto done = work();
  if (done) return script("RELEASE part");
  for (auto& [sql, statement] : statements_) statement->reset();
  sqlite3_exec(db_, "ROLLBACK TO part; RELEASE part", nullptr, nullptr, nullptr);
  return done;
}

bool Database::in_transaction() const { return sqlite3_get_autocommit(db_) == 0; }

// Where no snapshot can be had, each statement has its own, as ever.
Database::Snapshot::Snapshot(Database& database)
    : database_(!database.in_transaction() && database.script("BEGIN") ? &database : nullptr) {}

Database::Snapshot::~Snapshot() {
  if (database_ == nullptr || !database_->in_transaction()) return;
  if (!database_->script("COMMIT")) database_->rollback();
}

base::Result<std::int64_t> Database::integer(const char* sql) {
  auto statement = prepare(sql);
  if (!statement) return base::fail(statement.error());
  const auto row = (*statement)->step();
  if (!row) return base::fail(row.error());
  const std::int64_t value = *row ? (*statement)->integer(0) : 0;
  if (*row) (*statement)->reset();
  return value;
}

namespace {

base::Result<void> copy(sqlite3* to, sqlite3* from, const std::string& to_path) {
  sqlite3_backup* backup = sqlite3_backup_init(to, "main", from, "main");
  if (backup == nullptr) return base::fail(problem_of(to, to_path));
  sqlite3_backup_step(backup, -1);
  if (sqlite3_backup_finish(backup) != SQLITE_OK) return base::fail(problem_of(to, to_path));
  return {};
}

}  // namespace

base::Result<void> Database::copy_to(const std::string& path, const std::string& then) {
  auto target = open(path, Mode::read_write, 0);
  if (!target) return base::fail(target.error());
  if (auto done = copy((*target)->db_, db_, path); !done) return done;
  // A backup is one file: no write-ahead log beside it.
  return (*target)->script(then + "PRAGMA journal_mode=DELETE");
}

base::Result<void> Database::copy_from(const std::string& path) {
  auto source = open(path, Mode::read_only, 0);
  if (!source) return base::fail(source.error());
  statements_.clear();
  return copy(db_, (*source)->db_, path_);
}

}  // namespace store
