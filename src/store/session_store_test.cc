#include "store/session_store.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "store/store.h"

namespace store {
namespace {

constexpr base::Instant now{1'795'000'000};
constexpr base::Instant tomorrow{now.seconds + 86'400};

std::unique_ptr<DataFile> in_memory() { return std::move(*DataFile::open(":memory:", true, 0)); }

Session session(SessionKind kind, const std::string& name) {
  return {.id = 0, .kind = kind, .name = name, .scopes = Scopes::all(), .created_at = now, .used_at = now, .until = tomorrow};
}

void add(SessionStore sessions, SessionKind kind, const std::string& name) {
  ASSERT_TRUE(sessions.add(session(kind, name), {.secret = "hash of " + name, .page_key = "key"}, *sessions.epoch()));
}

std::vector<std::string> names(SessionStore sessions) {
  std::vector<std::string> names;
  const auto all = sessions.all(now);
  for (const Session& one : *all) names.push_back(one.name);
  return names;
}

// Kills: stored numbers that change their meaning.
TEST(SessionStore, StoredNumbersStayWhatTheyAre) {
  EXPECT_EQ(static_cast<int>(SessionKind::browser), 1);
  EXPECT_EQ(static_cast<int>(SessionKind::program), 2);
  EXPECT_EQ(static_cast<int>(Scope::read), 1);
  EXPECT_EQ(static_cast<int>(Scope::write), 2);
  EXPECT_EQ(static_cast<int>(Scope::backup), 4);
}

// Kills: a sign-in that began before the passphrase was changed, and ends in a session afterwards.
TEST(SessionStore, WhatBeganInAnEpochThatIsOverIsNoSession) {
  const auto store = in_memory();
  SessionStore sessions = store->sessions();
  add(sessions, SessionKind::browser, "a browser");
  add(sessions, SessionKind::program, "a program");
  const std::int64_t before = *sessions.epoch();
  ASSERT_TRUE(sessions.end_browsers());
  EXPECT_EQ(names(sessions), std::vector<std::string>{"a program"});
  const auto late = sessions.add(session(SessionKind::browser, "late"), {.secret = "hash", .page_key = "key"}, before);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().fault, base::Fault::usage);
  EXPECT_EQ(names(sessions), std::vector<std::string>{"a program"});
}

// Kills: rows that stay for ever; a void session that is found.
TEST(SessionStore, WhatIsVoidIsForgottenWithTheNextOne) {
  const auto store = in_memory();
  SessionStore sessions = store->sessions();
  add(sessions, SessionKind::browser, "old");
  EXPECT_TRUE(sessions.find("hash of old", now)->has_value());
  EXPECT_FALSE(sessions.find("hash of old", tomorrow)->has_value());
  Session next = session(SessionKind::browser, "next");
  next.created_at = tomorrow;
  next.until = {tomorrow.seconds + 1};
  ASSERT_TRUE(sessions.add(next, {.secret = "hash of next", .page_key = "key"}, *sessions.epoch()));
  EXPECT_EQ(sessions.take_out()->sessions.size(), 1U);
}

// Kills: a backup that lets somebody in who was let out since.
TEST(SessionStore, ABackupBringsNobodyIn) {
  std::string pattern = (std::filesystem::temp_directory_path() / "wellmet-sessions-XXXXXX").string();
  const std::filesystem::path folder = ::mkdtemp(pattern.data());
  const std::string copy = (folder / "copy.db").string(), backup = (folder / "backup.db").string();
  {
    const auto other = std::move(*DataFile::open(copy, true, 0));
    add(other->sessions(), SessionKind::program, "of then");
    ASSERT_TRUE(other->backup(backup));
    EXPECT_TRUE(names(std::move(*DataFile::open(backup, false, 0))->sessions()).empty());
  }
  const auto store = in_memory();
  add(store->sessions(), SessionKind::program, "of now");
  ASSERT_TRUE(store->restore(copy));
  EXPECT_EQ(names(store->sessions()), std::vector<std::string>{"of now"});
  EXPECT_TRUE(store->sessions().find("hash of of now", now)->has_value());
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace store
