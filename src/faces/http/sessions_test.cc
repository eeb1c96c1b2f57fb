#include "faces/http/sessions.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>

#include "app/vault.h"

namespace faces::http {
namespace {

constexpr base::Instant now{1'795'000'000};

base::Instant later(std::int64_t seconds) { return {now.seconds + seconds}; }

class SessionsTest : public testing::Test {
 protected:
  [[nodiscard]] Sessions open() const { return std::move(*Sessions::open(scratch_->path() + "/wellmet.db")); }
  std::unique_ptr<app::Scratch> scratch_ = std::move(*app::Vault::temporary());
};

// Kills: a link that opens twice, or for ever.
TEST_F(SessionsTest, ALinkIsGoodOnceAndForTenMinutes) {
  Sessions sessions = open();
  const std::string link = sessions.new_link(now);
  EXPECT_FALSE(sessions.take_link(link, later(link_seconds)));
  EXPECT_TRUE(sessions.take_link(link, later(link_seconds - 1)));
  EXPECT_FALSE(sessions.take_link(link, later(1)));
  EXPECT_NE(sessions.new_link(now), link);
}

// Kills: a session that ends with the server; one that a link or a changed text can stand for.
TEST_F(SessionsTest, ASessionOutlivesTheServerAndIsNothingElse) {
  const std::string session = open().new_session(now);
  const Sessions again = open();
  EXPECT_TRUE(again.is_session(session, later(session_seconds - 1)));
  EXPECT_FALSE(again.is_session(session, later(session_seconds)));
  EXPECT_FALSE(again.is_session(again.new_link(now), now));
  for (std::size_t i = 0; i < session.size(); ++i) {
    std::string changed = session;
    changed[i] = changed[i] == '0' ? '1' : '0';
    EXPECT_FALSE(again.is_session(changed, now)) << i;
    EXPECT_FALSE(again.is_session(session.substr(0, i), now)) << i;
  }
  EXPECT_FALSE(again.is_session("", now));
}

// Kills: one data file's session that opens another's.
TEST_F(SessionsTest, ASecretIsOfOneDataFile) {
  const std::string session = open().new_session(now);
  const auto other = Sessions::open(scratch_->path() + "/other.db");
  ASSERT_TRUE(other);
  EXPECT_FALSE(other->is_session(session, now));
  EXPECT_EQ(std::filesystem::status(scratch_->path() + "/other.db.session").permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

// Kills: passphrases that can be tried without end; a wait that never ends.
TEST_F(SessionsTest, WrongPassphrasesHaveToWait) {
  Sessions sessions = open();
  EXPECT_FALSE(sessions.has_passphrase());
  EXPECT_EQ(sessions.passphrase("", now), Sessions::Try::wrong) << "none was set";
  EXPECT_FALSE(sessions.set_passphrase("too short").has_value());
  ASSERT_TRUE(sessions.set_passphrase("four words nobody joins"));
  EXPECT_TRUE(sessions.has_passphrase());
  EXPECT_EQ(sessions.passphrase("four words nobody joins", now), Sessions::Try::right);
  for (int i = 0; i < tries_free; ++i) EXPECT_EQ(sessions.passphrase("wrong", now), Sessions::Try::wrong);
  EXPECT_EQ(sessions.passphrase("four words nobody joins", later(1)), Sessions::Try::too_many);
  EXPECT_EQ(sessions.passphrase("wrong", later(2)), Sessions::Try::wrong);
  EXPECT_EQ(sessions.passphrase("wrong", later(5)), Sessions::Try::too_many) << "the wait doubles";
  EXPECT_EQ(sessions.passphrase("four words nobody joins", later(6)), Sessions::Try::right);
  ASSERT_TRUE(sessions.set_passphrase(""));
  EXPECT_FALSE(sessions.has_passphrase());
}

}  // namespace
}  // namespace faces::http
