#include "faces/http/sessions.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <utility>

#include "app/session.h"
#include "app/settings/settings.h"
#include "app/vault.h"
#include "base/text.h"
#include "base/try.h"
#include "words/words.h"

namespace faces::http {

namespace {

constexpr std::size_t secret_bytes = crypto_auth_KEYBYTES;
constexpr std::size_t nonce_bytes = 16;
constexpr std::size_t word_bytes = 32;
/// A session's use is noted once in so long.
constexpr std::int64_t noted_seconds = 3'600;
constexpr std::size_t name_max = 80;
constexpr std::size_t tickets_max = 1'000;

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

/// What a browser or a program is to keep; nobody guesses it.
std::string new_word() { return hex(random_bytes(word_bytes)); }

/// Of such a word, which is as random as the hash: there is nothing to be tried out.
std::string hash_of(std::string_view word) {
  std::string hash(crypto_generichash_BYTES, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                     reinterpret_cast<const unsigned char*>(word.data()), word.size(), nullptr, 0);
  return hash;
}

bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

constexpr std::array<std::pair<std::string_view, Scope>, 3> scope_names = {
    {{"read", Scope::read}, {"write", Scope::write}, {"backup", Scope::backup}}};

/// Beside the data file; the second holds a hash.
constexpr std::string_view secret_file = ".session", passphrase_file = ".session.passphrase";

}  // namespace

std::optional<Scopes> scopes_named(std::string_view name) {
  for (const auto& [word, scope] : scope_names) {
    if (word != name) continue;
    Scopes scopes;
    scopes.add(scope);
    if (scope == Scope::write) scopes.add(Scope::read);
    return scopes;
  }
  return std::nullopt;
}

std::vector<std::string_view> names_of(Scopes scopes) {
  std::vector<std::string_view> names;
  for (const auto& [word, scope] : scope_names) {
    if (scopes.has(scope)) names.push_back(word);
  }
  return names;
}

std::string browser_name(std::string_view user_agent) {
  using Words = std::array<std::string_view, 2>;
  // The first that occurs: most browsers say that they are others too.
  constexpr std::array<Words, 6> browsers = {{{"Edg", "Edge"},
                                              {"OPR/", "Opera"},
                                              {"Firefox/", "Firefox"},
                                              {"HeadlessChrome/", "Chrome"},
                                              {"Chrome/", "Chrome"},
                                              {"Safari/", "Safari"}}};
  constexpr std::array<Words, 7> systems = {{{"Android", "Android"},
                                             {"iPhone", "iPhone"},
                                             {"iPad", "iPad"},
                                             {"Windows", "Windows"},
                                             {"Mac OS X", "macOS"},
                                             {"CrOS", "ChromeOS"},
                                             {"Linux", "Linux"}}};
  const auto first = [&](const auto& words, std::string_view otherwise) {
    for (const auto& [sign, name] : words) {
      if (base::contains(user_agent, sign)) return name;
    }
    return otherwise;
  };
  return words::say("http.browser", {{"browser", first(browsers, "_")}, {"system", first(systems, "_")}});
}

base::Result<std::unique_ptr<Sessions>> Sessions::open(const std::string& database) {
  if (sodium_init() < 0) return base::fail(base::Fault::unreadable, {}, base::say("http.machine-gives-no-random"));
  app::Vault vault(database);
  TRY(secret, vault.read(secret_file));
  if (secret.size() != secret_bytes) {
    CHECK(vault.make_folder());
    secret = random_bytes(secret_bytes);
    CHECK(vault.write(secret_file, secret));
  }
  TRY(reading, app::Session::open({.database = database, .now = {}, .as_of = {}}, true));
  TRY(writing, app::Session::open({.database = database, .now = {}, .as_of = {}}, true));
  std::unique_ptr<Sessions> sessions(new Sessions(std::move(secret), std::move(vault)));
  sessions->reading_ = std::move(reading);
  sessions->writing_ = std::move(writing);
  return sessions;
}

std::string Sessions::signature(std::string_view text) const {
  std::string mac(crypto_auth_BYTES, '\0');
  crypto_auth(reinterpret_cast<unsigned char*>(mac.data()), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
              reinterpret_cast<const unsigned char*>(secret_.data()));
  return hex(mac);
}

base::Result<std::int64_t> Sessions::epoch() {
  const std::lock_guard lock(reading_mutex_);
  return app::sessions(reading_).epoch();
}

// link.epoch.until.nonce.mac; the mac is over all before it.
base::Result<std::string> Sessions::new_link(base::Instant now) {
  TRY(of, epoch());
  const std::string link = fmt::format("link.{}.{}.{}", of, now.seconds + link_seconds, hex(random_bytes(nonce_bytes)));
  return link + "." + signature(link);
}

base::Result<std::optional<Sessions::Secrets>> Sessions::enter(const std::string& link, const Browser& browser,
                                                               base::Instant now) {
  const std::string_view text = link;
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos || !same(text.substr(dot + 1), signature(text.substr(0, dot))))
    return std::optional<Secrets>{};
  const auto parts = base::split(text, '.');
  TRY(of, epoch());
  std::int64_t until = 0;
  if (parts.size() != 5 || parts[0] != "link" || parts[1] != std::to_string(of)) return std::optional<Secrets>{};
  std::from_chars(parts[2].data(), parts[2].data() + parts[2].size(), until);
  if (now.seconds >= until) return std::optional<Secrets>{};
  {
    const std::lock_guard lock(mutex_);
    std::erase_if(used_, [&](const auto& one) { return one.second <= now.seconds; });
    if (!used_.emplace(link, until).second) return std::optional<Secrets>{};
  }
  auto secrets = let_in(browser, of, now);
  if (secrets) return std::optional(std::move(*secrets));
  const std::lock_guard lock(mutex_);
  used_.erase(link);  // It let nobody in.
  return base::fail(secrets.error());
}

base::Result<Sessions::Secrets> Sessions::let_in(const Browser& browser, std::int64_t epoch, base::Instant now) {
  Secrets secrets{.cookie = new_word(), .key = new_word()};
  const std::lock_guard lock(writing_mutex_);
  store::SessionStore sessions = app::sessions(writing_);
  CHECK(sessions.add({.kind = store::SessionKind::browser,
                      .name = browser.name,
                      .scopes = Scopes::all(),
                      .created_at = now,
                      .used_at = now,
                      .until = {now.seconds + session_seconds}},
                     {.secret = hash_of(secrets.cookie), .page_key = hash_of(secrets.key)}, epoch));
  TRY(replaced, sessions.find(hash_of(browser.cookie), now));
  if (replaced) CHECK(sessions.remove(replaced->session.id));
  return secrets;
}

base::Result<std::string> Sessions::new_token(const std::string& name, Scopes scopes, base::Instant now) {
  if (name.empty() || name.size() > name_max)
    return base::fail(base::Fault::usage, {}, base::say("http.token-needs-name-most"), base::say("http.say-what-wellmet-serve"));
  const std::string token = new_word();
  TRY(of, epoch());
  const std::lock_guard lock(writing_mutex_);
  CHECK(app::sessions(writing_).add({.kind = store::SessionKind::program,
                                     .name = name,
                                     .scopes = scopes,
                                     .created_at = now,
                                     .used_at = now,
                                     .until = {now.seconds + session_seconds}},
                                    {.secret = hash_of(token), .page_key = {}}, of));
  return token;
}

std::string Sessions::new_ticket(std::int64_t session, const std::string& path, base::Instant now) {
  std::string ticket = new_word();
  const std::lock_guard lock(mutex_);
  std::erase_if(tickets_, [&](const auto& one) { return one.second.until <= now.seconds; });
  if (tickets_.size() >= tickets_max) tickets_.clear();
  tickets_.emplace(hash_of(ticket), Ticket{session, path, now.seconds + ticket_seconds});
  return ticket;
}

bool Sessions::take_ticket(const std::string& ticket, std::int64_t session, const std::string& path, base::Instant now) {
  const std::lock_guard lock(mutex_);
  const auto found = tickets_.find(hash_of(ticket));
  if (found == tickets_.end() || found->second.session != session || found->second.path != path) return false;
  const bool good = now.seconds < found->second.until;
  tickets_.erase(found);
  return good;
}

base::Result<std::optional<Session>> Sessions::who(const Shown& shown, base::Instant now) {
  const bool program = !shown.token.empty();
  std::optional<store::SessionStore::Found> found;
  {
    const std::lock_guard lock(reading_mutex_);
    TRY(there, app::sessions(reading_).find(hash_of(program ? shown.token : shown.cookie), now));
    found = std::move(there);
  }
  if (!found) return std::optional<Session>{};
  Session& session = found->session;
  if (program != (session.kind == store::SessionKind::program)) return std::optional<Session>{};
  // The cookie alone is known to every server of this machine that the browser ever asked.
  const bool ours = program || same(hash_of(shown.key), found->hashes.page_key) ||
                    (!shown.ticket.empty() && take_ticket(shown.ticket, session.id, shown.path, now));
  if (!ours) return std::optional<Session>{};
  note_use(session, now);
  return std::optional(std::move(session));
}

void Sessions::note_use(const Session& session, base::Instant now) {
  if (now.seconds - session.used_at.seconds < noted_seconds) return;
  const std::unique_lock lock(writing_mutex_, std::try_to_lock);
  if (lock.owns_lock()) app::sessions(writing_).touch(session.id, now);
}

base::Result<std::vector<Session>> Sessions::all(base::Instant now) {
  const std::lock_guard lock(reading_mutex_);
  return app::sessions(reading_).all(now);
}

base::Result<bool> Sessions::end(std::int64_t session) {
  const std::lock_guard lock(writing_mutex_);
  return app::sessions(writing_).remove(session);
}

base::Result<std::size_t> Sessions::revoke(const std::string& name, base::Instant now) {
  TRY(sessions, all(now));
  std::size_t revoked = 0;
  for (const Session& session : sessions) {
    if (session.kind != store::SessionKind::program || session.name != name) continue;
    TRY(gone, end(session.id));
    revoked += gone ? 1 : 0;
  }
  return revoked;
}

bool Sessions::has_passphrase() const { return std::filesystem::exists(vault_.path(passphrase_file)); }

base::Result<void> Sessions::set_passphrase(const std::string& passphrase) {
  const auto end_browsers = [&]() -> base::Result<void> {
    const std::lock_guard lock(writing_mutex_);
    const auto ended = app::sessions(writing_).end_browsers();
    if (ended) return {};
    return base::fail(ended.error().fault, ended.error().where,
                      base::say("http.passphrase-changed-but-browsers", {{"what", ended.error().what}}),
                      base::say("http.run-once-more"));
  };
  if (passphrase.empty()) {
    std::error_code error;
    std::filesystem::remove(vault_.path(passphrase_file), error);
    return end_browsers();
  }
  constexpr std::size_t least = 12;
  if (passphrase.size() < least)
    return base::fail(base::Fault::usage, {}, base::say("http.passphrase-letters-too-short", {{"passphrase", passphrase.size()}}),
                      base::say("http.take-more-few-words", {{"least", least}}));
  std::string hash(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str(hash.data(), passphrase.data(), passphrase.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    return base::fail(base::Fault::full, {}, base::say("http.not-enough-memory-hash"));
  CHECK(vault_.write(passphrase_file, hash.c_str()));
  return end_browsers();
}

// One try at a time: hashing takes 64 MB, and whoever tries many at once is not to get many at
// once.
base::Result<Sessions::Tried> Sessions::passphrase(const std::string& text, const Browser& browser, base::Instant now) {
  const std::lock_guard lock(tries_mutex_);
  if (now.seconds < wait_until_) return Tried{.how = Try::too_many};
  // Before the hash is read: a passphrase that is changed meanwhile lets nobody in.
  TRY(of, epoch());
  std::string hash = vault_.read(passphrase_file).value_or("");
  hash.resize(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str_verify(hash.data(), text.data(), text.size()) == 0) {
    wrong_ = 0;
    TRY(secrets, let_in(browser, of, now));
    return Tried{.how = Try::right, .secrets = std::move(secrets)};
  }
  constexpr int hour = 3'600, doublings_max = 12;
  if (++wrong_ >= tries_free) wait_until_ = now.seconds + std::min(hour, 1 << std::min(doublings_max, wrong_ - tries_free + 1));
  return Tried{.how = Try::wrong};
}

}  // namespace faces::http
