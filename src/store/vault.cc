#include "store/vault.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/try.h"

namespace store {

namespace {

namespace fs = std::filesystem;

constexpr mode_t owners_file = 0600;
/// What SQLite keeps beside a data file while it is in use, or left there when it was killed.
constexpr std::string_view logs[] = {"-wal", "-shm", "-journal"};

bool is_there(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

bool has_log(const std::string& path) {
  for (const std::string_view log : logs) {
    if (is_there(path + std::string(log))) return true;
  }
  return false;
}

/// A new file for the owner alone; -1: errno says why not.
int make(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, owners_file);
  if (file < 0 || ::fchmod(file, owners_file) == 0) return file;
  const int why = errno;
  ::close(file);
  errno = why;
  return -1;
}

/// A new folder for the owner alone, below `in`.
base::Result<std::string> make_scratch(const fs::path& in) {
  std::string name = (in / "wellmet-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr || ::chmod(name.c_str(), S_IRWXU) != 0)
    return base::fail(base::unwritten(in.string(), errno));
  return name;
}

}  // namespace

Scratch::~Scratch() {
  std::error_code error;
  fs::remove_all(path_, error);
}

base::Result<std::unique_ptr<base::OutFile>> Scratch::file(const std::string& name) const {
  const fs::path path = fs::path(path_) / name;
  CHECK(base::make_folder(path.parent_path().string()));
  return base::OutFile::open(path.string(), base::OutFile::For::scratch);
}

base::Result<void> Vault::make_folder() const {
  const fs::path folder = fs::path(database_).parent_path();
  std::error_code error;
  if (folder.empty() || fs::exists(folder, error)) return {};
  CHECK(base::make_folder(folder.string()));
  fs::permissions(folder, fs::perms::owner_all, error);
  return {};
}

base::Result<std::unique_ptr<Database>> Vault::open(int wait_ms) const {
  if (database_ == ":memory:") return Database::open(database_, Database::Mode::read_write, wait_ms);
  // Made by us, so that nobody else may read it: what is in it is private. One that is there is not
  // opened: to close it again would drop the locks that SQLite holds for the other connections of
  // this process (POSIX, fcntl), and another process would take itself for the last and delete the
  // log under them.
  if (const std::string at = base::behind_links(database_); !is_there(at)) {
    const int file = make(at);
    if (file < 0 && errno != EACCES && errno != EROFS && errno != EEXIST) {
      return base::fail(base::Fault::unreadable, database_, base::say("store.cannot-opened", {{"errno", std::strerror(errno)}}),
                        base::say("store.check-name-folder-exists"));
    }
    if (file >= 0) ::close(file);
  }
  return Database::open(database_, Database::Mode::read_write, wait_ms);
}

base::Result<std::string> Vault::claim(std::string_view tail) const {
  for (int n = 1;; ++n) {
    std::string place = path(tail) + (n == 1 ? std::string() : fmt::format("-{}", n));
    if (has_log(place)) continue;  // It would be taken for the copy's own.
    const int file = make(place);
    if (file >= 0) {
      ::close(file);
      return place;
    }
    if (errno != EEXIST) return base::fail(base::unwritten(place, errno));
  }
}

base::Result<std::string> Vault::keep_copy(Database& database, std::string_view tail) const {
  TRY(place, claim(tail));
  auto copied = copy(database, place);
  if (copied) return place;
  ::unlink(place.c_str());
  return base::fail(copied.error());
}

base::Result<std::string> Vault::set_aside(std::string_view tail) const {
  TRY(place, claim(tail));
  // The log first: without it the data file would be an older one, with it and no data file it is
  // nothing.
  for (const std::string_view log : logs) {
    const std::string from = path(log);
    if (is_there(from)) CHECK(base::put_in_place(from, place + std::string(log)));
  }
  CHECK(base::put_in_place(database_, place));
  return place;
}

base::Result<void> Vault::copy(Database& database, const std::string& to, const std::string& then) {
  std::error_code error;
  if (fs::exists(to, error) && !fs::is_regular_file(to, error)) {
    return base::fail(base::Fault::usage, to, base::say("store.already-no-file"), base::say("store.choose-another-name"));
  }
  if (fs::equivalent(to, database.path(), error)) {
    return base::fail(base::Fault::usage, to, base::say("store.data-file-itself"), base::say("store.choose-another-name"));
  }
  if (has_log(to)) {
    return base::fail(base::Fault::usage, to, base::say("store.use-log-lies-beside"), base::say("store.choose-another-name"));
  }
  const std::string target = base::behind_links(to);
  const auto done = [&]() -> base::Result<void> {
    // A folder of its own, so that of a log which SQLite makes while it writes nothing is left
    // beside the copy.
    TRY(scratch, Vault(target).scratch());
    const std::string part = scratch->path() + "/copy.db";
    CHECK(make_file(part));
    CHECK(database.copy_to(part, then));
    return base::put_in_place(part, target);
  }();
  if (done) return {};
  base::Problem problem = done.error();
  problem.where = to;
  if (problem.fault == base::Fault::full) problem.fault = base::Fault::unreadable;  // Not the data file's disk, but the copy's.
  return base::fail(problem);
}

base::Result<void> Vault::make_file(const std::string& path) {
  const int file = make(path);
  if (file < 0) return base::fail(base::unwritten(path, errno));
  ::close(file);
  return {};
}

base::Result<void> Vault::write(std::string_view tail, std::string_view bytes) const {
  return base::write_file(path(tail), bytes, base::OutFile::For::owner);
}

base::Result<std::string> Vault::read(std::string_view tail) const {
  const std::string from = path(tail);
  if (!is_there(from)) return std::string();
  std::ifstream in(from, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(in), {});
  if (in.good() || in.eof()) return bytes;
  return base::fail(base::Fault::unreadable, from, base::say("store.cannot-read"),
                    base::say("store.give-yourself-permission-read"));
}

base::Result<std::unique_ptr<Scratch>> Vault::scratch() const {
  const fs::path folder = fs::path(database_).parent_path();
  TRY(made, make_scratch(folder.empty() ? fs::path(".") : folder));
  return std::unique_ptr<Scratch>(new Scratch(made));
}

base::Result<std::unique_ptr<Scratch>> Vault::scratch(std::string_view tail) const {
  const std::string folder = path(tail);
  CHECK(base::make_folder(folder));
  if (::chmod(folder.c_str(), S_IRWXU) != 0) return base::fail(base::unwritten(folder, errno));
  TRY(made, make_scratch(folder));
  return std::unique_ptr<Scratch>(new Scratch(made));
}

base::Result<std::unique_ptr<Scratch>> Vault::temporary() {
  std::error_code error;
  const fs::path folder = fs::temp_directory_path(error);
  TRY(made, make_scratch(folder.empty() ? fs::path("/tmp") : folder));
  return std::unique_ptr<Scratch>(new Scratch(made));
}

Vault::Hold::~Hold() { ::close(file_); }

base::Result<std::unique_ptr<Vault::Hold>> Vault::hold(std::string_view tail) const {
  const std::string at = path(tail);
  const int file = ::open(at.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, owners_file);
  if (file < 0) return base::fail(base::unwritten(at, errno));
  auto held = std::make_unique<Hold>(file);
  if (::fchmod(file, owners_file) != 0) return base::fail(base::unwritten(at, errno));
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) held.reset();
  return held;
}

}  // namespace store
