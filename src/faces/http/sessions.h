#pragma once

/// Who may ask. A secret beside the data file (mode 0600) signs links, each good once and for ten minutes, and
/// sessions, which live for 30 days in a cookie; so sessions outlive the server, and nothing of them is stored.
/// A passphrase, where one was set, opens too; it is kept as an Argon2id hash, and tries are rationed.

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "app/vault.h"
#include "base/result.h"
#include "base/time.h"

namespace faces::http {

inline constexpr std::string_view cookie_name = "wellmet_session";
inline constexpr std::int64_t session_seconds = 30 * 86'400;
inline constexpr std::int64_t link_seconds = 600;
/// Wrong passphrases in a row before the next try has to wait; the wait doubles with each, up to an hour.
inline constexpr int tries_free = 5;

class Sessions {
 public:
  /// Reads the secret of that data file, or makes it. Fault::unreadable where its folder cannot be used.
  [[nodiscard]] static base::Result<Sessions> open(const std::string& database);
  Sessions(Sessions&& other) noexcept : secret_(std::move(other.secret_)), vault_(std::move(other.vault_)) {}

  [[nodiscard]] std::string new_link(base::Instant now) const { return sealed("link", now.seconds + link_seconds); }
  [[nodiscard]] std::string new_session(base::Instant now) const { return sealed("session", now.seconds + session_seconds); }
  /// True once for each link, while it is good.
  [[nodiscard]] bool take_link(std::string_view link, base::Instant now);
  [[nodiscard]] bool is_session(std::string_view session, base::Instant now) const;

  [[nodiscard]] bool has_passphrase() const;
  [[nodiscard]] base::Result<void> set_passphrase(const std::string& passphrase);
  enum class Try { right, wrong, too_many };
  [[nodiscard]] Try passphrase(const std::string& text, base::Instant now);

 private:
  Sessions(std::string secret, app::Vault vault) : secret_(std::move(secret)), vault_(std::move(vault)) {}
  [[nodiscard]] std::string sealed(std::string_view kind, std::int64_t until) const;
  [[nodiscard]] bool is_sealed(std::string_view token, std::string_view kind, base::Instant now) const;

  std::string secret_;
  app::Vault vault_;  ///< Where the secret and the passphrase's hash lie.
  std::mutex mutex_;
  std::map<std::string, std::int64_t> used_;  ///< Links, and until when they would have been good.
  int wrong_ = 0;
  std::int64_t wait_until_ = 0;
};

}  // namespace faces::http
