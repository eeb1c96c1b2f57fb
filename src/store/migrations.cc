#include "store/migrations.h"

#include <fmt/format.h>

#include <array>
#include <string>

#include "base/try.h"
#include "store/card_text.h"
#include "store/move_rulings.h"
#include "store/vault.h"

namespace store {

namespace {

constexpr std::string_view ledger_tables = R"sql(
CREATE TABLE change (
  workspace_id INTEGER NOT NULL,
  change_id    INTEGER NOT NULL,
  at           INTEGER NOT NULL,   -- UTC seconds
  command      TEXT    NOT NULL,   -- "import", "log", "undo", ...
  summary      TEXT    NOT NULL,
  undoes       INTEGER,            -- the change that this one takes back
  PRIMARY KEY (workspace_id, change_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_file (
  workspace_id INTEGER NOT NULL,
  change_id    INTEGER NOT NULL,
  n            INTEGER NOT NULL,
  path         TEXT    NOT NULL,
  kind         TEXT    NOT NULL,
  read         INTEGER NOT NULL,
  added        INTEGER NOT NULL,
  skipped      INTEGER NOT NULL,
  problems     INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, change_id, n),
  FOREIGN KEY (workspace_id, change_id) REFERENCES change
) STRICT, WITHOUT ROWID;

CREATE TABLE handle (
  workspace_id INTEGER NOT NULL,
  handle_id    INTEGER NOT NULL,   -- 0 is the owner
  kind         INTEGER NOT NULL,
  value        TEXT    NOT NULL,
  PRIMARY KEY (workspace_id, handle_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX handle_value ON handle (workspace_id, kind, value);

CREATE TABLE claim (
  workspace_id INTEGER NOT NULL,
  claim_id     INTEGER NOT NULL,
  handle_id    INTEGER NOT NULL,
  facts        BLOB    NOT NULL,   -- what one record says of one identity, ledger/pack.h
  change_id    INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, claim_id),
  FOREIGN KEY (workspace_id, handle_id) REFERENCES handle,
  FOREIGN KEY (workspace_id, change_id) REFERENCES change
) STRICT, WITHOUT ROWID;

-- Fingerprints stand in tables of their own, which are filled sorted, many rows at a time: an index
-- would take each in the order of its coming, at random, which is several times slower.
CREATE TABLE claim_print (
  workspace_id INTEGER NOT NULL,
  content      INTEGER NOT NULL,   -- fingerprint of one fact about one identity
  change_id    INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, content, change_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  workspace_id INTEGER NOT NULL,
  evidence_id  INTEGER NOT NULL,
  content      INTEGER NOT NULL,   -- fingerprint of all of it
  version      INTEGER NOT NULL,
  kind         INTEGER NOT NULL,
  channel      INTEGER NOT NULL,
  flags        INTEGER NOT NULL,
  at           INTEGER NOT NULL,   -- UTC seconds
  duration     INTEGER NOT NULL,   -- seconds, 0: unknown
  group_size   INTEGER NOT NULL,   -- 0: as many as seats
  confidence   REAL    NOT NULL,
  thread       INTEGER NOT NULL,   -- 0: none
  seats        BLOB    NOT NULL,   -- ledger/pack.h
  title        TEXT    NOT NULL,
  place        TEXT    NOT NULL,
  reference    TEXT    NOT NULL,
  change_id    INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, evidence_id),
  FOREIGN KEY (workspace_id, change_id) REFERENCES change
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence_print (
  workspace_id INTEGER NOT NULL,
  slot         INTEGER NOT NULL,   -- which event
  content      INTEGER NOT NULL,
  evidence_id  INTEGER NOT NULL,
  change_id    INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, slot, content, evidence_id)
) STRICT, WITHOUT ROWID;

-- What was said again, word for word, with a higher version: an export made later. It counts where
-- something else is said of the same event.
CREATE TABLE stamp (
  workspace_id INTEGER NOT NULL,
  slot         INTEGER NOT NULL,
  content      INTEGER NOT NULL,
  version      INTEGER NOT NULL,
  change_id    INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, slot, content, version, change_id),
  FOREIGN KEY (workspace_id, change_id) REFERENCES change
) STRICT, WITHOUT ROWID;

-- Slots with more than one row: of these, the newest version counts.
CREATE TABLE contested (
  workspace_id INTEGER NOT NULL,
  slot         INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, slot)
) STRICT, WITHOUT ROWID;

CREATE TABLE seat (
  workspace_id INTEGER NOT NULL,
  handle_id    INTEGER NOT NULL,
  evidence_id  INTEGER NOT NULL,   -- the first of `rows`
  rows         BLOB    NOT NULL,   -- ledger/pack.h
  PRIMARY KEY (workspace_id, handle_id, evidence_id)
) STRICT, WITHOUT ROWID;

INSERT INTO handle VALUES (1, 0, 0, '');
)sql";

// Letters whose subject may tell of help (ledger::telling); those that come later are marked as they come.
constexpr std::string_view telling_letters = R"sql(
UPDATE evidence SET flags = flags | 128
WHERE workspace_id = 1 AND kind = 2 AND flags < 128
  AND (title LIKE '%thank%' OR title LIKE '%dank%' OR title LIKE '%merci%' OR title LIKE '%gracias%' OR title LIKE '%grazie%'
    OR title LIKE '%obrigad%' OR title LIKE '%tack%' OR title LIKE '%refer%' OR title LIKE '%recom%'
    OR title LIKE '%suggested%' OR title LIKE '%empf%');
)sql";

// What the owner decides; until form 3 it was evidence of kind 14, with its words in the title.
constexpr std::string_view ruling_table = R"sql(
CREATE TABLE ruling (
  workspace_id INTEGER NOT NULL,
  number       INTEGER NOT NULL,
  kind         INTEGER NOT NULL,   -- ledger::RulingKind
  at           INTEGER NOT NULL,   -- UTC seconds
  about        BLOB    NOT NULL,   -- whom, ledger/pack.h
  body         TEXT    NOT NULL,   -- JSON, ledger/ruling.h
  content      INTEGER NOT NULL,   -- ledger::Ruling::key
  change_id    INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, number),
  FOREIGN KEY (workspace_id, change_id) REFERENCES change
) STRICT, WITHOUT ROWID;
CREATE INDEX ruling_content ON ruling (workspace_id, content);
)sql";

// Who was let in to the server: store/session_store.h.
constexpr std::string_view session_tables = R"sql(
CREATE TABLE session (
  workspace_id INTEGER NOT NULL,
  session_id   INTEGER NOT NULL,
  kind         INTEGER NOT NULL,   -- SessionKind
  name         TEXT    NOT NULL,
  scopes       INTEGER NOT NULL,   -- Scope, bits
  secret       BLOB    NOT NULL,   -- hashes
  page_key     BLOB    NOT NULL,
  created_at   INTEGER NOT NULL,   -- UTC seconds
  used_at      INTEGER NOT NULL,
  until_at     INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, session_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX session_secret ON session (workspace_id, secret);

CREATE TABLE session_state (
  workspace_id INTEGER NOT NULL,
  epoch        INTEGER NOT NULL,   -- another one with each change of the passphrase
  last_session INTEGER NOT NULL,   -- the id that was given last
  PRIMARY KEY (workspace_id)
) STRICT, WITHOUT ROWID;

INSERT INTO session_state VALUES (1, 1, 0);
)sql";

// {0}: TEMP or nothing.
constexpr std::string_view picture_tables = R"sql(
CREATE {0} TABLE IF NOT EXISTS picture (
  workspace_id INTEGER NOT NULL,
  head         INTEGER NOT NULL,   -- the last change that it knows
  form         INTEGER NOT NULL,   -- of policy and code
  from_at      INTEGER NOT NULL,   -- derived as of
  until_at     INTEGER NOT NULL,   -- the next moment at which it would differ
  evidence     INTEGER NOT NULL,   -- the last row of each that it knows
  claim        INTEGER NOT NULL,
  contested    INTEGER NOT NULL,   -- how many slots had more than one row
  plan         INTEGER NOT NULL,   -- the last change that its steps and markets know
  steps_cut    INTEGER NOT NULL,   -- 1: there are more steps than are kept
  PRIMARY KEY (workspace_id)
) STRICT, WITHOUT ROWID;
CREATE {0} TABLE IF NOT EXISTS headline (
  workspace_id    INTEGER NOT NULL,
  people          INTEGER NOT NULL,   -- store/headline.h
  network         INTEGER NOT NULL,
  advocates       INTEGER NOT NULL,
  one_step_away   INTEGER NOT NULL,
  quiet           INTEGER NOT NULL,
  let_go          INTEGER NOT NULL,
  organisations   INTEGER NOT NULL,
  listed          INTEGER NOT NULL,   -- the rungs
  aware           INTEGER NOT NULL,
  in_touch        INTEGER NOT NULL,
  met             INTEGER NOT NULL,
  in_network      INTEGER NOT NULL,
  advocate        INTEGER NOT NULL,
  identities      INTEGER NOT NULL,
  review          INTEGER NOT NULL,
  unplaced_phones INTEGER NOT NULL,
  covers_talk     INTEGER NOT NULL,
  covers_meet     INTEGER NOT NULL,
  covers_help     INTEGER NOT NULL,
  learned_ties    INTEGER NOT NULL,
  learned_yes     INTEGER NOT NULL,
  owner_name      TEXT    NOT NULL,
  owner_handles   TEXT    NOT NULL,   -- by line, each with its end
  owner_assumed   TEXT    NOT NULL,
  region          TEXT    NOT NULL,
  lessons         TEXT    NOT NULL,   -- two numbers an aim, likewise
  PRIMARY KEY (workspace_id)
) STRICT, WITHOUT ROWID;
CREATE {0} TABLE IF NOT EXISTS learned (
  workspace_id INTEGER NOT NULL,
  body         BLOB    NOT NULL,   -- what forecasts go by, standing/outlook.h
  PRIMARY KEY (workspace_id)
) STRICT, WITHOUT ROWID;
CREATE {0} TABLE IF NOT EXISTS person (
  workspace_id INTEGER NOT NULL,
  person_id    INTEGER NOT NULL,
  code         INTEGER NOT NULL,
  body         TEXT    NOT NULL,   -- everything shown of them, store/card_text.cc
  PRIMARY KEY (workspace_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE {0} TABLE IF NOT EXISTS person_facet (
  workspace_id INTEGER NOT NULL,
  person_id    INTEGER NOT NULL,
  facets       INTEGER NOT NULL,   -- bits, store/roster.cc
  by_strength  INTEGER NOT NULL,   -- ascending in each order; persons break ties
  by_name      INTEGER NOT NULL,
  by_recent    INTEGER NOT NULL,
  city         TEXT    NOT NULL,   -- as written; lists by line
  company      TEXT    NOT NULL,
  tags         TEXT    NOT NULL,
  PRIMARY KEY (workspace_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE {0} TABLE IF NOT EXISTS person_market (
  workspace_id INTEGER NOT NULL,
  person_id    INTEGER NOT NULL,   -- whoever fits one
  markets      TEXT    NOT NULL,   -- their names by line
  PRIMARY KEY (workspace_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE {0} TABLE IF NOT EXISTS person_text (
  workspace_id INTEGER NOT NULL,
  person_id    INTEGER NOT NULL,
  folded       TEXT    NOT NULL,
  PRIMARY KEY (workspace_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE {0} TABLE IF NOT EXISTS identity (
  workspace_id INTEGER NOT NULL,
  page         INTEGER NOT NULL,   -- handle_id / 1024
  persons      BLOB    NOT NULL,   -- whose each handle is, store/picture_store.cc
  PRIMARY KEY (workspace_id, page)
) STRICT, WITHOUT ROWID;
CREATE {0} TABLE IF NOT EXISTS inferred (
  workspace_id INTEGER NOT NULL,
  person_id    INTEGER NOT NULL,
  evidence_id  INTEGER NOT NULL,
  kind         INTEGER NOT NULL,   -- ledger::Kind
  direction    INTEGER NOT NULL,   -- standing::Direction
  confidence   INTEGER NOT NULL,   -- in millionths
  PRIMARY KEY (workspace_id, person_id, evidence_id, kind)
) STRICT, WITHOUT ROWID;
CREATE {0} TABLE IF NOT EXISTS step (
  workspace_id INTEGER NOT NULL,
  urgency      INTEGER NOT NULL,   -- these three are the order of the plan,
  worth        REAL    NOT NULL,   -- plays::worth_a_minute; urgency and worth negated
  person_id    INTEGER NOT NULL,
  body         TEXT    NOT NULL,   -- store/card_text.cc
  PRIMARY KEY (workspace_id, urgency, worth, person_id)
) STRICT, WITHOUT ROWID;
CREATE {0} TABLE IF NOT EXISTS doubt (
  workspace_id INTEGER NOT NULL,
  n            INTEGER NOT NULL,
  a            INTEGER NOT NULL,
  b            INTEGER NOT NULL,
  why          TEXT    NOT NULL,
  PRIMARY KEY (workspace_id, n)
) STRICT, WITHOUT ROWID;
CREATE {0} TABLE IF NOT EXISTS shown (
  workspace_id INTEGER NOT NULL,
  list         TEXT    NOT NULL,   -- "today", "review": what numbers stood for when last shown
  body         TEXT    NOT NULL,
  PRIMARY KEY (workspace_id, list)
) STRICT, WITHOUT ROWID;
)sql";

// Likewise; made when it is first asked for.
constexpr std::string_view graph_tables = R"sql(
CREATE {0} TABLE IF NOT EXISTS graph (
  workspace_id INTEGER NOT NULL,
  head         INTEGER NOT NULL,   -- these three are of the picture that it was made from
  form         INTEGER NOT NULL,
  from_at      INTEGER NOT NULL,
  cohesion     TEXT    NOT NULL,   -- graph/cohesion.h
  voices       BLOB    NOT NULL,   -- graph/paths.h
  circles      BLOB    NOT NULL,   -- graph/communities.h
  PRIMARY KEY (workspace_id)
) STRICT, WITHOUT ROWID;
CREATE {0} TABLE IF NOT EXISTS acquaintance (
  workspace_id INTEGER NOT NULL,
  person_id    INTEGER NOT NULL,
  known        BLOB    NOT NULL,   -- whom they know, graph/graph.h
  PRIMARY KEY (workspace_id, person_id)
) STRICT, WITHOUT ROWID;
)sql";

constexpr std::array<Migration, 4> steps = {{{ledger_tables}, {telling_letters}, {ruling_table, move_rulings}, {session_tables}}};

/// Changes whenever a table of the picture does.
constexpr std::int64_t picture_tables_form = 7;

}  // namespace

std::span<const Migration> migrations() { return steps; }

std::string derived_tables(Derived which, bool temporary) {
  const std::string_view text = which == Derived::graph ? graph_tables : picture_tables;
  std::string out;
  std::size_t from = 0;
  for (;;) {
    const std::size_t at = text.find("{0} ", from);
    out += text.substr(from, at == std::string_view::npos ? at : at - from);
    if (at == std::string_view::npos) return out;
    if (temporary) out += "TEMP ";
    from = at + 4;
  }
}

base::Result<void> make_derived_tables(Database& database) {
  TRY(made, database.integer("SELECT count(*) FROM sqlite_master WHERE name = 'derived'"));
  // Those of another form are dropped.
  const std::int64_t wanted = picture_tables_form ^ card_form();
  std::int64_t form = 0;
  if (made > 0) {
    TRY(found, database.integer("SELECT coalesce(max(form), 0) FROM derived"));
    form = found;
  }
  if (form == wanted) return {};
  CHECK(database.begin(Database::Patience::none));
  const auto all = [&]() -> base::Result<void> {
    CHECK(database.script(
        "DROP TABLE IF EXISTS picture; DROP TABLE IF EXISTS headline; DROP TABLE IF EXISTS learned; DROP TABLE IF EXISTS "
        "person;\n"
        "DROP TABLE IF EXISTS person_facet; DROP TABLE IF EXISTS person_market; DROP TABLE IF EXISTS person_text; DROP TABLE IF "
        "EXISTS identity;\n"
        "DROP TABLE IF EXISTS inferred; DROP TABLE IF EXISTS verdict; DROP TABLE IF EXISTS step; DROP TABLE IF EXISTS doubt;\n"
        "DROP TABLE IF EXISTS graph; DROP TABLE IF EXISTS acquaintance;\n"
        "CREATE TABLE IF NOT EXISTS derived (form INTEGER NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;\n"
        "DELETE FROM derived"));
    CHECK(database.script(derived_tables(Derived::picture, false) + derived_tables(Derived::graph, false)));
    CHECK(database.script(fmt::format("INSERT INTO derived VALUES ({})", wanted)));
    return database.commit();
  };
  auto done = all();
  if (!done) database.rollback();
  return done;
}

base::Result<void> migrate(Database& database, std::span<const Migration> wanted, Keep keep) {
  const auto version = database.integer("PRAGMA user_version");
  if (!version) return base::fail(version.error());
  const auto target = static_cast<std::int64_t>(wanted.size());
  if (*version > target) {
    return base::fail(base::Fault::newer, database.path(),
                      base::say("store.written-newer-wellmet-form", {{"version", *version}, {"target", target}}),
                      base::say("store.install-newer-wellmet-leaves"));
  }
  if (*version == target) return {};
  if (database.read_only()) {
    return base::fail(base::Fault::locked, database.path(), base::say("store.older-form-not-written"),
                      base::say("store.give-yourself-permission-write"));
  }
  if (*version > 0 && keep == Keep::copy) CHECK(Vault(database.path()).keep_copy(database, fmt::format(".backup-v{}", *version)));
  if (auto begun = database.begin(); !begun) return begun;
  if (const auto now = database.integer("PRAGMA user_version"); !now || *now != *version) {
    // Another wellmet brought it up to date while we waited for the lock.
    database.rollback();
    return now ? migrate(database, wanted, keep) : base::fail(now.error());
  }
  for (auto step = static_cast<std::size_t>(*version); step < wanted.size(); ++step) {
    auto done = database.script(std::string(wanted[step].sql));
    if (done && wanted[step].then != nullptr) done = wanted[step].then(database);
    if (!done) {
      database.rollback();
      return done;
    }
  }
  if (auto done = database.script(fmt::format("PRAGMA user_version = {}", target)); !done) {
    database.rollback();
    return done;
  }
  return database.commit();
}

}  // namespace store
