#include "store/session_store.h"

#include "base/try.h"

namespace store {

namespace {

constexpr std::int64_t hour = 3'600;

/// The row that `s` stands on. REQUIRES its columns to be those below, in this order.
SessionStore::Found found_in(const Statement& s) {
  return {.session = {.id = s.integer(0),
                      .kind = static_cast<SessionKind>(s.integer(1)),
                      .name = std::string(s.text(2)),
                      .scopes = Scopes(s.integer(3)),
                      .created_at = {s.integer(4)},
                      .used_at = {s.integer(5)},
                      .until = {s.integer(6)}},
          .hashes = {.secret = std::string(s.text(7)), .page_key = std::string(s.text(8))}};
}

}  // namespace

base::Result<std::int64_t> SessionStore::epoch() {
  return database_.integer("SELECT epoch FROM session_state WHERE workspace_id = 1");
}

base::Result<void> SessionStore::add(const Session& session, const Hashes& hashes, std::int64_t epoch) {
  CHECK(database_.begin());
  const auto done = [&]() -> base::Result<void> {
    TRY(now, this->epoch());
    if (now != epoch)
      return base::fail(base::Fault::usage, {}, base::say("store.passphrase-changed-meanwhile"), base::say("store.sign-anew"));
    TRY(forget, database_.prepare("DELETE FROM session WHERE workspace_id = 1 AND until_at <= $1"));
    CHECK(forget->bind(1, session.created_at.seconds).run());
    TRY(last, database_.integer("SELECT last_session FROM session_state WHERE workspace_id = 1"));
    CHECK(set_state(epoch, last + 1));
    Session numbered = session;
    numbered.id = last + 1;
    CHECK(insert(numbered, hashes));
    return database_.commit();
  }();
  if (!done) database_.rollback();
  return done;
}

base::Result<void> SessionStore::insert(const Session& session, const Hashes& hashes) {
  TRY(row, database_.prepare("INSERT INTO session (workspace_id, session_id, kind, name, scopes, secret, page_key,\n"
                             "  created_at, used_at, until_at)\n"
                             "VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9)"));
  return row->bind(1, session.id)
      .bind(2, static_cast<std::int64_t>(session.kind))
      .bind(3, session.name)
      .bind(4, session.scopes.bits())
      .bind_bytes(5, hashes.secret)
      .bind_bytes(6, hashes.page_key)
      .bind(7, session.created_at.seconds)
      .bind(8, session.used_at.seconds)
      .bind(9, session.until.seconds)
      .run();
}

base::Result<void> SessionStore::set_state(std::int64_t epoch, std::int64_t last) {
  TRY(update, database_.prepare("UPDATE session_state SET epoch = $1, last_session = $2 WHERE workspace_id = 1"));
  return update->bind(1, epoch).bind(2, last).run();
}

base::Result<std::optional<SessionStore::Found>> SessionStore::find(std::string_view secret, base::Instant now) {
  TRY(select, database_.prepare("SELECT session_id, kind, name, scopes, created_at, used_at, until_at, secret, page_key\n"
                                "FROM session\n"
                                "WHERE workspace_id = 1 AND secret = $1 AND until_at > $2"));
  TRY(more, select->bind_bytes(1, secret).bind(2, now.seconds).step());
  std::optional<Found> found;
  if (more) {
    found = found_in(*select);
    select->reset();
  }
  return found;
}

base::Result<std::vector<Session>> SessionStore::all(base::Instant now) {
  TRY(everything, take_out());
  std::vector<Session> sessions;
  for (Found& found : everything.sessions) {
    if (found.session.until > now) sessions.push_back(std::move(found.session));
  }
  return sessions;
}

void SessionStore::touch(std::int64_t id, base::Instant now) {
  if (!database_.begin(Database::Patience::none)) return;
  const auto done = [&]() -> base::Result<void> {
    TRY(update, database_.prepare("UPDATE session SET used_at = $2 WHERE workspace_id = 1 AND session_id = $1"));
    CHECK(update->bind(1, id).bind(2, now.seconds - now.seconds % hour).run());
    return database_.commit();
  }();
  if (!done) database_.rollback();
}

base::Result<bool> SessionStore::remove(std::int64_t id) {
  TRY(gone, database_.prepare("DELETE FROM session WHERE workspace_id = 1 AND session_id = $1 RETURNING 1"));
  TRY(was_there, gone->bind(1, id).step());
  if (was_there) CHECK(gone->run());
  return was_there;
}

base::Result<void> SessionStore::end_browsers() {
  CHECK(database_.begin());
  const auto done = [&]() -> base::Result<void> {
    CHECK(database_.script("DELETE FROM session WHERE workspace_id = 1 AND kind = 1"));
    CHECK(database_.script("UPDATE session_state SET epoch = epoch + 1 WHERE workspace_id = 1"));
    return database_.commit();
  }();
  if (!done) database_.rollback();
  return done;
}

base::Result<SessionStore::Everything> SessionStore::take_out() {
  Everything everything;
  TRY(state, database_.prepare("SELECT epoch, last_session FROM session_state WHERE workspace_id = 1"));
  TRY(there, state->step());
  if (there) {
    everything.epoch = state->integer(0);
    everything.last = state->integer(1);
    state->reset();
  }
  TRY(select, database_.prepare("SELECT session_id, kind, name, scopes, created_at, used_at, until_at, secret, page_key\n"
                                "FROM session\n"
                                "WHERE workspace_id = 1\n"
                                "ORDER BY session_id"));
  for (;;) {
    TRY(more, select->step());
    if (!more) return everything;
    everything.sessions.push_back(found_in(*select));
  }
}

base::Result<void> SessionStore::bring_in(const Everything& everything) {
  CHECK(database_.begin());
  const auto done = [&]() -> base::Result<void> {
    CHECK(database_.script("DELETE FROM session WHERE workspace_id = 1"));
    CHECK(set_state(everything.epoch, everything.last));
    for (const Found& found : everything.sessions) CHECK(insert(found.session, found.hashes));
    return database_.commit();
  }();
  if (!done) database_.rollback();
  return done;
}

}  // namespace store
