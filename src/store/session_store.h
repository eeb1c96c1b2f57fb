#pragma once

/// Who was let in to the server, and may ask it: browsers that signed in, and programs with a
/// token. Of their secrets the file holds hashes, which are opaque here. They belong to this file:
/// neither a backup nor an export holds them, and they stay what they are when a backup takes the
/// place of all else.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "store/database.h"

namespace store {

/// Stored as a number: these never change.
enum class SessionKind : std::uint8_t { browser = 1, program = 2 };

/// What a session may do. Stored as the bits of a number: these never change.
enum class Scope : std::uint8_t { read = 1, write = 2, backup = 4 };

class Scopes {
 public:
  Scopes() = default;
  explicit Scopes(std::int64_t bits) : bits_(bits) {}
  [[nodiscard]] static Scopes all() { return Scopes(7); }
  [[nodiscard]] bool has(Scope scope) const { return (bits_ & static_cast<std::int64_t>(scope)) != 0; }
  friend Scopes operator+(Scopes a, Scopes b) { return Scopes(a.bits_ | b.bits_); }
  void add(Scope scope) { bits_ |= static_cast<std::int64_t>(scope); }
  [[nodiscard]] bool empty() const { return bits_ == 0; }
  [[nodiscard]] std::int64_t bits() const { return bits_; }
  friend bool operator==(const Scopes&, const Scopes&) = default;

 private:
  std::int64_t bits_ = 0;
};

struct Session {
  std::int64_t id = 0;
  SessionKind kind = SessionKind::browser;
  std::string name;
  Scopes scopes;
  base::Instant created_at{};
  base::Instant used_at{};  ///< To the hour; when it was created, until it was used.
  base::Instant until{};    ///< From here on it is void.
};

class SessionStore {
 public:
  explicit SessionStore(Database& database) : database_(database) {}

  struct Hashes {
    std::string secret;    ///< Of what stands in the cookie or the header. No two sessions share it.
    std::string page_key;  ///< Of what only pages of the server's own origin hold; empty for a program.
  };
  struct Found {
    Session session;
    Hashes hashes;
  };

  /// Another one with each change of the passphrase: what was begun before does not become a
  /// session after.
  [[nodiscard]] base::Result<std::int64_t> epoch();
  /// Keeps a session under an id of its own, and forgets those that were void before it was
  /// created. Fault::usage where `epoch` is over.
  [[nodiscard]] base::Result<void> add(const Session& session, const Hashes& hashes, std::int64_t epoch);
  /// Nothing where there is none, or it is void at `now`.
  [[nodiscard]] base::Result<std::optional<Found>> find(std::string_view secret, base::Instant now);
  /// Those that are not void, the oldest first.
  [[nodiscard]] base::Result<std::vector<Session>> all(base::Instant now);
  /// Notes that it was used; waits for nobody, and does nothing where the file may not be written
  /// to now.
  void touch(std::int64_t id, base::Instant now);
  /// False: there was none.
  [[nodiscard]] base::Result<bool> remove(std::int64_t id);
  /// Ends all sessions of browsers, and the epoch with them.
  [[nodiscard]] base::Result<void> end_browsers();

  /// All that there is, void or not, to stay when a backup takes the place of all else.
  struct Everything;
  [[nodiscard]] base::Result<Everything> take_out();
  [[nodiscard]] base::Result<void> bring_in(const Everything& everything);

 private:
  [[nodiscard]] base::Result<void> insert(const Session& session, const Hashes& hashes);
  [[nodiscard]] base::Result<void> set_state(std::int64_t epoch, std::int64_t last);
  Database& database_;
};

struct SessionStore::Everything {
  std::int64_t epoch = 1;
  std::int64_t last = 0;  ///< The id that was given last.
  std::vector<Found> sessions;
};

}  // namespace store
