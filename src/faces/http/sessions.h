#pragma once

/// Who may ask. A link, signed with a secret beside the data file (mode 0600), lets a browser in,
/// once and for ten minutes; a passphrase, where one was set, lets in too. A browser that was let
/// in holds two secrets: one in a cookie, which it sends to every server of this machine, whatever
/// the port; and a key that only pages of this server's own origin can read, and send along. A
/// program holds one, its token. All are kept as hashes in the data file (store/session_store.h),
/// named, revocable, and each with what it may do.

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "app/vault.h"
#include "base/result.h"
#include "base/time.h"

namespace faces::http {

using store::Scope;
using store::Scopes;
using store::Session;

inline constexpr std::string_view cookie_name = "wellmet_session";
inline constexpr std::int64_t session_seconds = 30 * 86'400;
inline constexpr std::int64_t link_seconds = 600;
inline constexpr std::int64_t ticket_seconds = 60;
/// Wrong passphrases in a row before the next try has to wait; the wait doubles with each, up to an
/// hour.
inline constexpr int tries_free = 5;

/// "read", "write" (which may read too), "backup"; nothing: no such scope.
[[nodiscard]] std::optional<Scopes> scopes_named(std::string_view name);
[[nodiscard]] std::vector<std::string_view> names_of(Scopes scopes);
/// "Firefox on Linux", as far as a browser says what it is.
[[nodiscard]] std::string browser_name(std::string_view user_agent);

/// What a request shows of whom it is from; empty where it shows nothing.
struct Shown {
  std::string token;
  std::string cookie;
  std::string key;
  std::string ticket;  ///< In the place of a key, where a browser fetches by itself.
  std::string path;    ///< What it asks for.
};

class Sessions {
 public:
  /// Reads the secret of that data file, or makes it, and the data file too. Fault::unreadable
  /// where its folder cannot be used.
  [[nodiscard]] static base::Result<std::unique_ptr<Sessions>> open(const std::string& database);

  /// For one browser, once.
  [[nodiscard]] base::Result<std::string> new_link(base::Instant now);
  /// What a browser that was let in has to keep.
  struct Secrets {
    std::string cookie;
    std::string key;
  };
  struct Browser {
    std::string name;
    std::string cookie;  ///< That it has; what it was let in by before ends.
  };
  /// Nothing: the link is used already, or too old.
  [[nodiscard]] base::Result<std::optional<Secrets>> enter(const std::string& link, const Browser& browser, base::Instant now);
  [[nodiscard]] bool has_passphrase() const;
  /// All browsers have to sign in anew. Empty: from now on none lets in.
  [[nodiscard]] base::Result<void> set_passphrase(const std::string& passphrase);
  enum class Try { right, wrong, too_many };
  struct Tried {
    Try how = Try::wrong;
    Secrets secrets = {};  ///< Where it was right.
  };
  [[nodiscard]] base::Result<Tried> passphrase(const std::string& text, const Browser& browser, base::Instant now);
  [[nodiscard]] base::Result<std::string> new_token(const std::string& name, Scopes scopes, base::Instant now);
  /// For a browser of that session to fetch `path` by itself, once, within a minute.
  [[nodiscard]] std::string new_ticket(std::int64_t session, const std::string& path, base::Instant now);

  /// Whose request it is; nothing: nobody's who was let in.
  [[nodiscard]] base::Result<std::optional<Session>> who(const Shown& shown, base::Instant now);
  [[nodiscard]] base::Result<std::vector<Session>> all(base::Instant now);
  /// False: there was none.
  [[nodiscard]] base::Result<bool> end(std::int64_t session);
  /// Every token of that name; how many there were.
  [[nodiscard]] base::Result<std::size_t> revoke(const std::string& name, base::Instant now);

 private:
  struct Ticket {
    std::int64_t session;
    std::string path;
    std::int64_t until;
  };
  Sessions(std::string secret, app::Vault vault) : secret_(std::move(secret)), vault_(std::move(vault)) {}
  [[nodiscard]] std::string signature(std::string_view text) const;
  [[nodiscard]] base::Result<std::int64_t> epoch();
  [[nodiscard]] base::Result<Secrets> let_in(const Browser& browser, std::int64_t epoch, base::Instant now);
  [[nodiscard]] bool take_ticket(const std::string& ticket, std::int64_t session, const std::string& path, base::Instant now);
  void note_use(const Session& session, base::Instant now);

  std::string secret_;
  app::Vault vault_;  ///< Where the secret and the passphrase's hash lie.
  // Two, so that who writes, and may have to wait for another wellmet, keeps nobody else waiting.
  std::mutex reading_mutex_, writing_mutex_;
  app::Session reading_, writing_;
  std::mutex mutex_;
  std::map<std::string, std::int64_t> used_;  ///< Links, and until when they would have been good.
  std::map<std::string, Ticket> tickets_;     ///< By their hash.
  std::mutex tries_mutex_;
  int wrong_ = 0;
  std::int64_t wait_until_ = 0;
};

}  // namespace faces::http
