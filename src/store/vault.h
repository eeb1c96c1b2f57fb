#pragma once

/// Everything that wellmet writes for itself is opened here: the data file with its log, what
/// migrations and restores leave beside it (FILE.backup-v1, FILE.backup-before-restore), backups,
/// what the server keeps (FILE.session, FILE.session.passphrase, FILE.serving, FILE.uploads/) and
/// temporary files. All of it tells of people, so all of it
/// - is the owner's alone: mode 0600, folders 0700, whatever the umask;
/// - takes its place whole: written beside it, synced, renamed, the folder synced;
/// - is checked to the last write: a full disk is an error, always;
/// - never takes the place of a copy that was kept;
/// and one key for all of it will stand here. tools/tidy.py refuses a file that is opened for
/// writing elsewhere. What the owner asks for by name (exports) is not private, and is written by
/// base/output.h.

#include <memory>
#include <string>
#include <string_view>

#include "base/output.h"
#include "base/result.h"
#include "store/database.h"

namespace store {

/// A folder for as long as it lives.
class Scratch {
 public:
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  /// A file in it, with the folders above it. `name`: below `path`, and leading nowhere else.
  [[nodiscard]] base::Result<std::unique_ptr<base::OutFile>> file(const std::string& name) const;

 private:
  friend class Vault;
  explicit Scratch(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

class Vault {
 public:
  /// Of that data file, beside which the rest lies.
  explicit Vault(std::string database) : database_(std::move(database)) {}

  /// Where FILE + `tail` lies.
  [[nodiscard]] std::string path(std::string_view tail) const { return database_ + std::string(tail); }

  /// The data file; made where it is not there. ":memory:" is in no file.
  [[nodiscard]] base::Result<std::unique_ptr<Database>> open(int wait_ms) const;
  /// Makes the folder that the data file lies in, and those above it.
  [[nodiscard]] base::Result<void> make_folder() const;

  /// A copy of `database` at FILE + `tail`, or where something is already, at the first free of
  /// FILE + `tail` + "-2",
  /// "-3", …; gives its path.
  [[nodiscard]] base::Result<std::string> keep_copy(Database& database, std::string_view tail) const;
  /// The data file itself, with its log, goes to such a place. REQUIRES: nobody has it open.
  [[nodiscard]] base::Result<std::string> set_aside(std::string_view tail) const;
  /// A copy of `database`, which takes the place of what is at `to`. `then`: see
  /// Database::copy_to.
  [[nodiscard]] static base::Result<void> copy(Database& database, const std::string& to, const std::string& then = {});

  /// All of the file FILE + `tail`; what is read of one that is not there is empty.
  [[nodiscard]] base::Result<void> write(std::string_view tail, std::string_view bytes) const;
  [[nodiscard]] base::Result<std::string> read(std::string_view tail) const;

  /// An empty file; there must be none yet.
  [[nodiscard]] static base::Result<void> make_file(const std::string& path);
  /// In the folder of the data file; in the folder FILE + `tail`, which stays; where the system
  /// keeps temporary files.
  [[nodiscard]] base::Result<std::unique_ptr<Scratch>> scratch() const;
  [[nodiscard]] base::Result<std::unique_ptr<Scratch>> scratch(std::string_view tail) const;
  [[nodiscard]] static base::Result<std::unique_ptr<Scratch>> temporary();

  /// The file FILE + `tail`, held for as long as it lives, by one process at a time.
  class Hold {
   public:
    explicit Hold(int file) : file_(file) {}
    ~Hold();
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

   private:
    int file_;
  };
  /// Nothing where another holds it.
  [[nodiscard]] base::Result<std::unique_ptr<Hold>> hold(std::string_view tail) const;

 private:
  [[nodiscard]] base::Result<std::string> claim(std::string_view tail) const;
  std::string database_;
};

}  // namespace store
