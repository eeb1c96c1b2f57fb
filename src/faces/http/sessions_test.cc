#include "faces/http/sessions.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>

#include "app/vault.h"

namespace faces::http {
namespace {

constexpr base::Instant now{1'795'000'000};

base::Instant later(std::int64_t seconds) { return {now.seconds + seconds}; }

class SessionsTest : public testing::Test {
 protected:
  [[nodiscard]] std::unique_ptr<Sessions> open(const std::string& name = "wellmet") const {
    return std::move(*Sessions::open(scratch_->path() + "/" + name + ".db"));
  }
  [[nodiscard]] static Sessions::Secrets let_in(Sessions& sessions, const std::string& before = "") {
    return **sessions.enter(*sessions.new_link(now), {.name = "Firefox on Linux", .cookie = before}, now);
  }
  [[nodiscard]] static bool knows(Sessions& sessions, const Shown& shown, base::Instant at) {
    return sessions.who(shown, at)->has_value();
  }
  std::unique_ptr<app::Scratch> scratch_ = std::move(*app::Vault::temporary());
};

Shown shown(const Sessions::Secrets& secrets) {
  return {.token = {}, .cookie = secrets.cookie, .key = secrets.key, .ticket = {}, .path = "/status"};
}

Shown by_token(const std::string& token) { return {.token = token, .cookie = {}, .key = {}, .ticket = {}, .path = "/status"}; }

// Kills: a link that opens twice, or for ever, or after it was changed.
TEST_F(SessionsTest, ALinkIsGoodOnceAndForTenMinutes) {
  const auto sessions = open();
  const std::string link = *sessions->new_link(now);
  const auto enter = [&](const std::string& text, std::int64_t seconds) {
    return sessions->enter(text, {.name = "x", .cookie = {}}, later(seconds))->has_value();
  };
  EXPECT_FALSE(enter(link, link_seconds));
  for (std::size_t i = 0; i < link.size(); ++i) {
    std::string changed = link;
    changed[i] = changed[i] == '0' ? '1' : '0';
    EXPECT_FALSE(enter(changed, 1)) << i;
    EXPECT_FALSE(enter(link.substr(0, i), 1)) << i;
  }
  EXPECT_TRUE(enter(link, link_seconds - 1));
  EXPECT_FALSE(enter(link, 1));
  EXPECT_NE(*sessions->new_link(now), link);
}

// Kills: a session that ends with the server, or never; one for which half of it can stand, or
// another's half.
TEST_F(SessionsTest, ASessionOutlivesTheServerAndTakesBothSecrets) {
  const auto secrets = let_in(*open());
  const auto sessions = open();
  const auto other = let_in(*sessions);
  EXPECT_TRUE(knows(*sessions, shown(secrets), later(session_seconds - 1)));
  EXPECT_FALSE(knows(*sessions, shown(secrets), later(session_seconds)));
  EXPECT_FALSE(knows(*sessions, shown({secrets.cookie, ""}), now));
  EXPECT_FALSE(knows(*sessions, shown({"", secrets.key}), now));
  EXPECT_FALSE(knows(*sessions, shown({secrets.cookie, other.key}), now));
  EXPECT_FALSE(knows(*sessions, shown({secrets.key, secrets.cookie}), now));
  EXPECT_FALSE(knows(*sessions, by_token(secrets.cookie), now));
  EXPECT_FALSE(knows(*sessions, {}, now));
}

// Kills: one data file's session that opens another's; a secret that others can read.
TEST_F(SessionsTest, ASecretIsOfOneDataFile) {
  const auto sessions = open();
  const auto other = open("other");
  EXPECT_FALSE(knows(*other, shown(let_in(*sessions)), now));
  EXPECT_FALSE(other->enter(*sessions->new_link(now), {.name = "x", .cookie = {}}, now)->has_value());
  EXPECT_EQ(std::filesystem::status(scratch_->path() + "/other.db.session").permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

// Kills: a list that grows with each link that one browser opens.
TEST_F(SessionsTest, ABrowserThatIsLetInAgainHasOneSession) {
  const auto sessions = open();
  const auto first = let_in(*sessions);
  const auto second = let_in(*sessions, first.cookie);
  EXPECT_FALSE(knows(*sessions, shown(first), now));
  EXPECT_TRUE(knows(*sessions, shown(second), now));
  ASSERT_EQ(sessions->all(now)->size(), 1U);
  EXPECT_EQ(sessions->all(now)->front().name, "Firefox on Linux");
}

// Kills: a session that outlives its end, in this server or in another; an id that is given twice.
TEST_F(SessionsTest, WhatIsEndedIsOver) {
  const auto sessions = open();
  const auto secrets = let_in(*sessions);
  const std::int64_t id = (*sessions->who(shown(secrets), now))->id;
  EXPECT_TRUE(*open()->end(id));
  EXPECT_FALSE(knows(*sessions, shown(secrets), now));
  EXPECT_FALSE(*sessions->end(id));
  EXPECT_GT((*sessions->who(shown(let_in(*sessions)), now))->id, id);
}

// Kills: a token that may do more than it was made for.
TEST_F(SessionsTest, ATokenHasTheScopesThatItWasGiven) {
  const auto sessions = open();
  const std::string token = *sessions->new_token("cron", *scopes_named("write"), now);
  const auto session = *sessions->who(by_token(token), now);
  ASSERT_TRUE(session);
  EXPECT_EQ(names_of(session->scopes), (std::vector<std::string_view>{"read", "write"}));
  EXPECT_EQ(names_of(*scopes_named("backup")), std::vector<std::string_view>{"backup"});
  EXPECT_FALSE(scopes_named("all"));
  EXPECT_FALSE(sessions->new_token("", Scopes::all(), now).has_value());
  EXPECT_EQ(*sessions->revoke("cron", now), 1U);
  EXPECT_FALSE(knows(*sessions, by_token(token), now));
}

// Kills: use that is never noted, or noted with each request.
TEST_F(SessionsTest, UseIsNotedToTheHour) {
  const auto sessions = open();
  const auto secrets = let_in(*sessions);
  const auto used = [&] { return sessions->all(now)->front().used_at; };
  EXPECT_TRUE(knows(*sessions, shown(secrets), later(3'599)));
  EXPECT_EQ(used(), now);
  EXPECT_TRUE(knows(*sessions, shown(secrets), later(7'300)));
  EXPECT_LE(used(), later(7'300));
  EXPECT_GT(used(), later(7'300 - 3'600));
}

// Kills: a ticket that is a key.
TEST_F(SessionsTest, ATicketIsGoodOnceForAMinute) {
  const auto sessions = open();
  const auto secrets = let_in(*sessions);
  const std::int64_t id = (*sessions->who(shown(secrets), now))->id;
  const auto opens = [&](const std::string& ticket, std::int64_t seconds) {
    return knows(*sessions, {.token = {}, .cookie = secrets.cookie, .key = {}, .ticket = ticket, .path = "/export"},
                 later(seconds));
  };
  EXPECT_FALSE(opens(sessions->new_ticket(id, "/export", now), ticket_seconds));
  EXPECT_FALSE(opens(sessions->new_ticket(id, "/backup", now), 0));
  EXPECT_FALSE(opens(sessions->new_ticket(id + 1, "/export", now), 0));
  const std::string ticket = sessions->new_ticket(id, "/export", now);
  EXPECT_TRUE(opens(ticket, ticket_seconds - 1));
  EXPECT_FALSE(opens(ticket, 0));
}

// Kills: passphrases that can be tried without end; a wait that never ends; sessions that outlive
// the passphrase.
TEST_F(SessionsTest, WrongPassphrasesHaveToWait) {
  const auto sessions = open();
  Sessions::Secrets secrets;
  const auto tried = [&](const std::string& text, std::int64_t seconds = 0) {
    const auto done = *sessions->passphrase(text, {.name = "x", .cookie = {}}, later(seconds));
    if (done.how == Sessions::Try::right) secrets = done.secrets;
    return done.how;
  };
  EXPECT_FALSE(sessions->has_passphrase());
  EXPECT_EQ(tried(""), Sessions::Try::wrong) << "none was set";
  EXPECT_FALSE(sessions->set_passphrase("too short").has_value());
  ASSERT_TRUE(sessions->set_passphrase("four words nobody joins"));
  EXPECT_TRUE(sessions->has_passphrase());
  EXPECT_EQ(tried("four words nobody joins"), Sessions::Try::right);
  EXPECT_TRUE(knows(*sessions, shown(secrets), now));
  for (int i = 0; i < tries_free; ++i) EXPECT_EQ(tried("wrong"), Sessions::Try::wrong);
  EXPECT_EQ(tried("four words nobody joins", 1), Sessions::Try::too_many);
  EXPECT_EQ(tried("wrong", 2), Sessions::Try::wrong);
  EXPECT_EQ(tried("wrong", 5), Sessions::Try::too_many) << "the wait doubles";
  EXPECT_EQ(tried("four words nobody joins", 6), Sessions::Try::right);
  const std::string token = *sessions->new_token("cron", Scopes::all(), now);
  ASSERT_TRUE(sessions->set_passphrase(""));
  EXPECT_FALSE(sessions->has_passphrase());
  EXPECT_FALSE(knows(*sessions, shown(secrets), now));
  EXPECT_TRUE(knows(*sessions, by_token(token), now));
}

TEST(BrowserName, IsWhatTheBrowserSaysItIs) {
  EXPECT_EQ(browser_name("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"), "Firefox on Linux");
  EXPECT_EQ(browser_name("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, "
                         "like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0"),
            "Edge on Windows");
  EXPECT_EQ(browser_name("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) "
                         "AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1"),
            "Safari on iPhone");
  EXPECT_EQ(browser_name(""), "A browser");
}

}  // namespace
}  // namespace faces::http
