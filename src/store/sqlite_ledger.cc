#include "store/sqlite_ledger.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "base/try.h"
#include "store/rows.h"
#include "store/writer.h"

namespace store {

namespace {

class SqliteTransaction : public ledger::Transaction {
 public:
  /// Of a database in which one has begun.
  explicit SqliteTransaction(Database& database) : database_(database) {}
  ~SqliteTransaction() override {
    if (!done_) database_.rollback();
  }
  SqliteTransaction(const SqliteTransaction&) = delete;
  SqliteTransaction& operator=(const SqliteTransaction&) = delete;

  /// `dead`: the changes that were taken back.
  base::Result<void> start(std::unordered_set<std::uint32_t> dead) {
    TRY(writer, Writer::start(database_, std::move(dead)));
    writer_ = std::move(writer);
    return {};
  }

  base::Result<ledger::ChangeId> new_change(base::Instant at, std::string_view command, const base::Message& summary,
                                            std::optional<ledger::ChangeId> undoes) override {
    TRY(last, database_.integer("SELECT coalesce(max(change_id), 0) FROM change WHERE workspace_id = 1"));
    TRY(insert, database_.prepare("INSERT INTO change (workspace_id, change_id, at, command, summary, undoes)\n"
                                  "VALUES (1, $1, $2, $3, $4, $5)"));
    insert->bind(1, last + 1).bind(2, at.seconds).bind(3, command).bind(4, base::pack(summary));
    if (undoes) {
      insert->bind(5, std::int64_t{undoes->value});
    } else {
      insert->bind_null(5);
    }
    CHECK(insert->run());
    return ledger::ChangeId{static_cast<std::uint32_t>(last + 1)};
  }

  base::Result<void> set_summary(ledger::ChangeId change, const base::Message& summary) override {
    TRY(update, database_.prepare("UPDATE change SET summary = $2 WHERE workspace_id = 1 AND change_id = $1"));
    return update->bind(1, std::int64_t{change.value}).bind(2, base::pack(summary)).run();
  }

  base::Result<void> note_file(ledger::ChangeId change, const ledger::FileAccount& account) override {
    TRY(insert,
        database_.prepare("INSERT INTO import_file (workspace_id, change_id, n, path, kind, read, added, skipped, problems)\n"
                          "SELECT 1, $1, 1 + count(*), $2, $3, $4, $5, $6, $7\n"
                          "FROM import_file WHERE workspace_id = 1 AND change_id = $1"));
    return insert->bind(1, std::int64_t{change.value})
        .bind(2, account.path)
        .bind(3, account.kind)
        .bind(4, account.read)
        .bind(5, account.added)
        .bind(6, account.skipped)
        .bind(7, account.problems)
        .run();
  }

  base::Result<bool> add(const ledger::Printed& record, ledger::ChangeId change) override { return writer_->add(record, change); }
  using Transaction::add;

  base::Result<ledger::RulingNumber> next_ruling() override {
    TRY(last, database_.integer("SELECT coalesce(max(number), 0) FROM ruling WHERE workspace_id = 1"));
    return ledger::RulingNumber{static_cast<std::uint32_t>(last + 1)};
  }

  bool wrote() const override { return writer_->wrote(); }

  base::Result<void> commit() override {
    CHECK(writer_->flush());
    CHECK(database_.commit());
    done_ = true;
    return {};
  }

 private:
  Database& database_;
  std::unique_ptr<Writer> writer_;
  bool done_ = false;
};

}  // namespace

base::Result<std::unique_ptr<ledger::Transaction>> SqliteLedger::begin() {
  CHECK(database_.begin());
  auto transaction = std::make_unique<SqliteTransaction>(database_);
  TRY(dead, dead_changes());
  CHECK(transaction->start(std::move(dead)));
  return std::unique_ptr<ledger::Transaction>(std::move(transaction));
}

namespace {

/// Earlier versions kept the words themselves, in English.
base::Message summary_of(std::string_view kept) {
  auto message = base::unpack_message(kept);
  return message ? std::move(*message) : base::say("said.as-written", {{"text", kept}});
}

}  // namespace

base::Result<std::vector<ledger::Change>> SqliteLedger::changes() {
  TRY(select, database_.prepare("SELECT change_id, at, command, summary, undoes\n"
                                "FROM change WHERE workspace_id = 1 ORDER BY change_id"));
  std::vector<ledger::Change> all;
  for (;;) {
    TRY(more, select->step());
    if (!more) break;
    ledger::Change change{.id = {static_cast<std::uint32_t>(select->integer(0))},
                          .at = {select->integer(1)},
                          .command = std::string(select->text(2)),
                          .summary = summary_of(select->text(3)),
                          .undoes = {},
                          .live = true};
    if (!select->null(4)) change.undoes = ledger::ChangeId{static_cast<std::uint32_t>(select->integer(4))};
    all.push_back(std::move(change));
  }
  // The latest first: an undo that was itself undone takes nothing back.
  for (auto change = all.rbegin(); change != all.rend(); ++change) {
    if (!change->live || !change->undoes) continue;
    for (ledger::Change& other : all) {
      if (other.id == *change->undoes) other.live = false;
    }
  }
  return all;
}

base::Result<std::unordered_set<std::uint32_t>> SqliteLedger::dead_changes() {
  TRY(all, changes());
  std::unordered_set<std::uint32_t> dead;
  for (const ledger::Change& change : all) {
    if (!change.live) dead.insert(change.id.value);
  }
  return dead;
}

base::Result<std::vector<ledger::FileAccount>> SqliteLedger::files(ledger::ChangeId change) {
  TRY(select, database_.prepare("SELECT path, kind, read, added, skipped, problems FROM import_file\n"
                                "WHERE workspace_id = 1 AND change_id = $1 ORDER BY n"));
  select->bind(1, std::int64_t{change.value});
  std::vector<ledger::FileAccount> all;
  for (;;) {
    TRY(more, select->step());
    if (!more) return all;
    all.push_back({std::string(select->text(0)), std::string(select->text(1)), select->integer(2), select->integer(3),
                   select->integer(4), select->integer(5)});
  }
}

base::Result<std::int64_t> SqliteLedger::head() {
  return database_.integer("SELECT coalesce(max(change_id), 0) FROM change WHERE workspace_id = 1");
}

/// The highest version under which each content was said again.
base::Result<std::unordered_map<std::int64_t, std::int64_t>> SqliteLedger::stamps() {
  TRY(dead, dead_changes());
  TRY(select, database_.prepare("SELECT content, version, change_id FROM stamp WHERE workspace_id = 1"));
  std::unordered_map<std::int64_t, std::int64_t> highest;
  for (;;) {
    TRY(more, select->step());
    if (!more) return highest;
    if (dead.contains(static_cast<std::uint32_t>(select->integer(2)))) continue;
    std::int64_t& version = highest[select->integer(0)];
    version = std::max(version, select->integer(1));
  }
}

/// Of several live versions of one event, all but the newest.
base::Result<std::unordered_set<std::uint32_t>> SqliteLedger::superseded() {
  TRY(dead, dead_changes());
  TRY(highest, stamps());
  // CROSS JOIN: the few contested slots first, whatever a planner without statistics believes.
  TRY(select, database_.prepare("SELECT c.slot, e.evidence_id, e.version, e.content, e.change_id FROM contested c\n"
                                "CROSS JOIN evidence_print p CROSS JOIN evidence e\n"
                                "WHERE c.workspace_id = 1 AND p.workspace_id = 1 AND p.slot = c.slot\n"
                                "  AND e.workspace_id = 1 AND e.evidence_id = p.evidence_id\n"
                                "ORDER BY c.slot, e.evidence_id"));
  struct Counts {
    std::int64_t slot = 0, version = 0, content = 0;
    std::uint32_t row = 0;
  };
  std::optional<Counts> best;
  std::unordered_set<std::uint32_t> out;
  for (;;) {
    TRY(more, select->step());
    if (!more) return out;
    if (dead.contains(static_cast<std::uint32_t>(select->integer(4)))) continue;
    Counts now{select->integer(0), select->integer(2), select->integer(3), static_cast<std::uint32_t>(select->integer(1))};
    if (const auto again = highest.find(now.content); again != highest.end()) now.version = std::max(now.version, again->second);
    if (best && best->slot == now.slot) {
      const bool newer = std::tie(now.version, now.content) > std::tie(best->version, best->content);
      out.insert(newer ? best->row : now.row);
      if (!newer) continue;
    }
    best = now;
  }
}

base::Problem SqliteLedger::unreadable(const std::string& what) const {
  return {base::Fault::damaged, database_.path(), base::say("store.cannot-read-2", {{"what", what}}),
          base::say("store.bring-back-copy-wellmet")};
}

base::Result<ledger::Book> SqliteLedger::read() {
  ledger::Book book;
  TRY(known, handles());
  book.handles = std::move(known);
  TRY(dead, dead_changes());
  TRY(claims, database_.prepare("SELECT handle_id, facts, change_id FROM claim WHERE workspace_id = 1 ORDER BY claim_id"));
  std::vector<ledger::Fact> facts;
  for (;;) {
    TRY(more, claims->step());
    if (!more) break;
    if (dead.contains(static_cast<std::uint32_t>(claims->integer(2)))) continue;
    facts.clear();
    if (!ledger::unpack(claims->text(1), facts)) return base::fail(unreadable("a claim"));
    for (const ledger::Fact& fact : facts) {
      book.claims.push_back({{static_cast<std::uint32_t>(claims->integer(0))}, fact.field, std::string(fact.value), fact.at});
    }
  }
  TRY(old, superseded());
  TRY(count, database_.integer("SELECT coalesce(max(evidence_id), 0) FROM evidence WHERE workspace_id = 1"));
  book.rows.reserve(static_cast<std::size_t>(count));
  book.seats.reserve(static_cast<std::size_t>(count) * 2);
  // Titles only where a derivation may read them (ledger::title_matters); three seats take 3 to 15 bytes.
  TRY(rows,
      database_.prepare(
          "SELECT evidence_id, content, thread, at, duration, group_size, confidence, kind, channel, flags,\n"
          "  seats, change_id,\n"
          "  CASE WHEN (kind = $1 AND length(seats) <= 6) OR (kind = $2 AND (flags >= $3 OR length(seats) BETWEEN 3 AND 15))\n"
          "    THEN title ELSE '' END\n"
          "FROM evidence WHERE workspace_id = 1 ORDER BY evidence_id"));
  rows->bind(1, static_cast<std::int64_t>(ledger::Kind::met))
      .bind(2, static_cast<std::int64_t>(ledger::Kind::wrote))
      .bind(3, std::int64_t{ledger::telling});
  for (;;) {
    TRY(more, rows->step());
    if (!more) break;
    if (!dead.empty() && dead.contains(static_cast<std::uint32_t>(rows->integer(11)))) continue;
    ledger::Row row = row_of(*rows);
    if (!old.empty() && old.contains(row.id.value)) continue;
    row.seats_begin = static_cast<std::uint32_t>(book.seats.size());
    if (!ledger::unpack(rows->text(10), book.seats)) {
      return base::fail(unreadable(fmt::format("evidence {}", row.id.value)));
    }
    row.seats = static_cast<std::uint16_t>(book.seats.size() - row.seats_begin);
    if (ledger::title_matters(row.kind, row.seats, row.flags) && !rows->text(12).empty()) {
      row.title = static_cast<std::uint32_t>(book.titles.size());
      book.titles.emplace_back(rows->text(12));
    }
    book.rows.push_back(row);
  }
  TRY(decided, rulings());
  book.rulings = std::move(decided);
  return book;
}

base::Result<void> SqliteLedger::read_rulings(const WantedChange& change, const WantedRuling& wanted, const EachRuling& each) {
  TRY(select, database_.prepare("SELECT number, kind, at, about, content, change_id, body FROM ruling\n"
                                "WHERE workspace_id = 1 ORDER BY at, number"));
  std::vector<ledger::IdentityId> about;
  for (;;) {
    TRY(more, select->step());
    if (!more) return {};
    const auto came_with = static_cast<std::uint32_t>(select->integer(5));
    if (!change(came_with)) continue;
    const auto kind = static_cast<ledger::RulingKind>(select->integer(1));
    about.clear();
    const bool whole = ledger::unpack(select->text(3), about);
    if (whole && wanted && !wanted(kind, about)) continue;
    auto decision = ledger::parse_decision(kind, select->text(6));
    if (!whole || !decision) {
      const std::int64_t number = select->integer(0);
      select->reset();
      return base::fail(unreadable(fmt::format("ruling {}", number)));
    }
    each(came_with, {.number = {static_cast<std::uint32_t>(select->integer(0))},
                     .key = unsigned_of(select->integer(4)),
                     .at = {select->integer(2)},
                     .about = about,
                     .decision = std::move(*decision)});
  }
}

base::Result<std::vector<ledger::Ruling>> SqliteLedger::rulings(const WantedRuling& wanted) {
  TRY(dead, dead_changes());
  std::vector<ledger::Ruling> all;
  CHECK(read_rulings([&](std::uint32_t change) { return !dead.contains(change); }, wanted,
                     [&](std::uint32_t, ledger::Ruling ruling) { all.push_back(std::move(ruling)); }));
  return all;
}

base::Result<void> SqliteLedger::each_evidence(const std::function<bool(const ledger::Evidence&)>& each) {
  TRY(dead, dead_changes());
  TRY(known, handles());
  TRY(highest, stamps());
  // Threads are kept as hashes: they come out as such, and go in again unchanged.
  TRY(select,
      database_.prepare("SELECT kind, channel, flags, at, duration, group_size, confidence, version, seats, title, place,\n"
                        "  reference, change_id, thread, content\n"
                        "FROM evidence WHERE workspace_id = 1 ORDER BY content, version DESC, evidence_id"));
  std::int64_t last = -1;
  for (;;) {
    TRY(more, select->step());
    if (!more) return {};
    if (dead.contains(static_cast<std::uint32_t>(select->integer(12)))) continue;
    if (std::exchange(last, select->integer(14)) == select->integer(14)) continue;  // Said again after an undo.
    ledger::Evidence e{.kind = static_cast<ledger::Kind>(select->integer(0)),
                       .channel = static_cast<ledger::Channel>(select->integer(1)),
                       .flags = static_cast<std::uint8_t>(select->integer(2) & ~std::int64_t{ledger::telling}),
                       .at = {select->integer(3)},
                       .duration_seconds = static_cast<std::uint32_t>(select->integer(4)),
                       .group = static_cast<std::uint32_t>(select->integer(5)),
                       .confidence = select->real(6),
                       .reference = std::string(select->text(11)),
                       .version = unsigned_of(select->integer(7)),
                       .thread = {},
                       .title = std::string(select->text(9)),
                       .place = std::string(select->text(10)),
                       .parties = {}};
    if (const auto again = highest.find(select->integer(14)); again != highest.end()) {
      e.version = std::max(e.version, unsigned_of(again->second));
    }
    if (select->integer(13) != 0) e.thread = fmt::format("{}{:016x}", ledger::thread_prefix, unsigned_of(select->integer(13)));
    std::vector<ledger::Seat> seats;
    if (!ledger::unpack(select->text(8), seats)) continue;
    for (const ledger::Seat& seat : seats) {
      if (seat.who.value < known.size()) e.parties.push_back({known[seat.who.value], seat.role, {}});
    }
    if (!each(e)) {
      select->reset();
      return {};
    }
  }
}

base::Result<ledger::Mark> SqliteLedger::mark() {
  TRY(last, head());
  TRY(evidence, database_.integer("SELECT coalesce(max(evidence_id), 0) FROM evidence WHERE workspace_id = 1"));
  TRY(claim, database_.integer("SELECT coalesce(max(claim_id), 0) FROM claim WHERE workspace_id = 1"));
  TRY(contested, database_.integer("SELECT count(*) FROM contested WHERE workspace_id = 1"));
  return ledger::Mark{.head = last, .evidence = evidence, .claim = claim, .contested = contested};
}

base::Result<std::optional<ledger::IdentityId>> SqliteLedger::identity(const ledger::Handle& handle) {
  TRY(select, database_.prepare("SELECT handle_id FROM handle WHERE workspace_id = 1 AND kind = $1 AND value = $2"));
  TRY(more, select->bind(1, static_cast<std::int64_t>(handle.kind)).bind(2, handle.value).step());
  std::optional<ledger::IdentityId> found;
  if (more) {
    found = ledger::IdentityId{static_cast<std::uint32_t>(select->integer(0))};
    select->reset();
  }
  return found;
}

base::Result<std::optional<ledger::Handle>> SqliteLedger::handle(ledger::IdentityId identity) {
  TRY(select, database_.prepare("SELECT kind, value FROM handle WHERE workspace_id = 1 AND handle_id = $1"));
  TRY(more, select->bind(1, std::int64_t{identity.value}).step());
  std::optional<ledger::Handle> found;
  if (more) {
    found = ledger::Handle{static_cast<ledger::HandleKind>(select->integer(0)), std::string(select->text(1))};
    select->reset();
  }
  return found;
}

base::Result<std::vector<ledger::Handle>> SqliteLedger::handles() {
  TRY(select, database_.prepare("SELECT kind, value FROM handle WHERE workspace_id = 1 ORDER BY handle_id"));
  std::vector<ledger::Handle> all;
  for (;;) {
    TRY(more, select->step());
    if (!more) return all;
    all.push_back({static_cast<ledger::HandleKind>(select->integer(0)), std::string(select->text(1))});
  }
}

}  // namespace store
