#include "faces/http/sessions.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "base/try.h"

namespace faces::http {

namespace {

constexpr std::size_t secret_bytes = crypto_auth_KEYBYTES;
constexpr std::size_t nonce_bytes = 16;

std::string hex(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) out += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return out;
}

std::string random_bytes(std::size_t size) {
  std::string bytes(size, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

/// Beside the data file; the second holds a hash.
constexpr std::string_view secret_file = ".session", passphrase_file = ".session.passphrase";

}  // namespace

base::Result<Sessions> Sessions::open(const std::string& database) {
  if (sodium_init() < 0) return base::fail(base::Fault::unreadable, {}, "this machine gives no random numbers");
  app::Vault vault(database);
  TRY(secret, vault.read(secret_file));
  if (secret.size() != secret_bytes) {
    CHECK(vault.make_folder());
    secret = random_bytes(secret_bytes);
    CHECK(vault.write(secret_file, secret));
  }
  return Sessions(std::move(secret), std::move(vault));
}

// kind.until.nonce.mac; the mac is over all before it.
std::string Sessions::sealed(std::string_view kind, std::int64_t until) const {
  std::string token = fmt::format("{}.{}.{}", kind, until, hex(random_bytes(nonce_bytes)));
  std::string mac(crypto_auth_BYTES, '\0');
  crypto_auth(reinterpret_cast<unsigned char*>(mac.data()), reinterpret_cast<const unsigned char*>(token.data()), token.size(),
              reinterpret_cast<const unsigned char*>(secret_.data()));
  return token + "." + hex(mac);
}

bool Sessions::is_sealed(std::string_view token, std::string_view kind, base::Instant now) const {
  const std::size_t dot = token.rfind('.');
  if (dot == std::string_view::npos) return false;
  const std::string_view body = token.substr(0, dot);
  std::string mac(crypto_auth_BYTES, '\0');
  crypto_auth(reinterpret_cast<unsigned char*>(mac.data()), reinterpret_cast<const unsigned char*>(body.data()), body.size(),
              reinterpret_cast<const unsigned char*>(secret_.data()));
  const std::string right = hex(mac), given(token.substr(dot + 1));
  if (given.size() != right.size() || sodium_memcmp(given.data(), right.data(), right.size()) != 0) return false;
  if (!body.starts_with(kind) || body.size() <= kind.size() || body[kind.size()] != '.') return false;
  const std::string_view rest = body.substr(kind.size() + 1);
  std::int64_t until = 0;
  std::from_chars(rest.data(), rest.data() + rest.size(), until);
  return now.seconds < until;
}

bool Sessions::take_link(std::string_view link, base::Instant now) {
  if (!is_sealed(link, "link", now)) return false;
  const std::lock_guard lock(mutex_);
  std::erase_if(used_, [&](const auto& one) { return one.second <= now.seconds; });
  return used_.emplace(link, now.seconds + link_seconds).second;
}

bool Sessions::is_session(std::string_view session, base::Instant now) const { return is_sealed(session, "session", now); }

bool Sessions::has_passphrase() const { return std::filesystem::exists(vault_.path(passphrase_file)); }

base::Result<void> Sessions::set_passphrase(const std::string& passphrase) {
  if (passphrase.empty()) {
    std::error_code error;
    std::filesystem::remove(vault_.path(passphrase_file), error);
    return {};
  }
  constexpr std::size_t least = 12;
  if (passphrase.size() < least)
    return base::fail(base::Fault::usage, {}, fmt::format("a passphrase of {} letters is too short", passphrase.size()),
                      fmt::format("take {} or more: a few words that nobody else would put together", least));
  std::string hash(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str(hash.data(), passphrase.data(), passphrase.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    return base::fail(base::Fault::full, {}, "there is not enough memory to hash a passphrase (64 MB)");
  return vault_.write(passphrase_file, hash.c_str());
}

// One try at a time: hashing takes 64 MB, and whoever tries many at once is not to get many at once.
Sessions::Try Sessions::passphrase(const std::string& text, base::Instant now) {
  const std::lock_guard lock(mutex_);
  if (now.seconds < wait_until_) return Try::too_many;
  std::string hash = vault_.read(passphrase_file).value_or("");
  hash.resize(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str_verify(hash.data(), text.data(), text.size()) == 0) {
    wrong_ = 0;
    return Try::right;
  }
  constexpr int hour = 3'600, doublings_max = 12;
  if (++wrong_ >= tries_free) wait_until_ = now.seconds + std::min(hour, 1 << std::min(doublings_max, wrong_ - tries_free + 1));
  return Try::wrong;
}

}  // namespace faces::http
