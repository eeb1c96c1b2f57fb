// The ledger's side of the store: adding rows and reading them all.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/text.h"
#include "base/try.h"
#include "store/migrations.h"
#include "store/rows.h"
#include "store/store.h"

namespace store {

namespace {

/// So many rows wait in memory before they are written sorted.
constexpr std::size_t pending_max = 200'000;

std::int64_t signed_of(std::uint64_t value) { return static_cast<std::int64_t>(value); }
std::uint64_t unsigned_of(std::int64_t value) { return static_cast<std::uint64_t>(value); }

}  // namespace

base::Result<std::unique_ptr<Store>> Store::open(const std::string& path, bool create, int wait_ms) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (path != ":memory:" && !fs::exists(path, error)) {
    if (!create) {
      return base::fail(base::Fault::not_found, path, "is not there: nothing has been imported yet",
                        "start with: wellmet import FILES, or look around: wellmet demo DIR");
    }
    const fs::path folder = fs::path(path).parent_path();
    if (!folder.empty() && !fs::exists(folder, error)) {
      fs::create_directories(folder, error);
      if (error) {
        return base::fail(base::Fault::unreadable, folder.string(), "cannot be made: " + error.message(),
                          "choose another place with --db FILE");
      }
      fs::permissions(folder, fs::perms::owner_all, error);
    }
  }
  TRY(database, Database::open(path, Database::Mode::read_write, wait_ms));
  std::unique_ptr<Store> store(new Store(std::move(database)));
  CHECK(store->ready());
  return store;
}

base::Result<void> Store::ready() {
  CHECK(migrate(*database_, migrations()));
  if (!database_->read_only()) {
    auto made = database_->script(derived_tables(false));
    if (made) return {};
    if (made.error().fault == base::Fault::damaged) return made;
  }
  return shadow_picture();
}

base::Result<void> Store::begin() {
  CHECK(database_->begin());
  forget();
  TRY(handle, database_->integer("SELECT coalesce(max(handle_id), 0) FROM handle WHERE workspace_id = 1"));
  TRY(claim, database_->integer("SELECT coalesce(max(claim_id), 0) FROM claim WHERE workspace_id = 1"));
  TRY(evidence, database_->integer("SELECT coalesce(max(evidence_id), 0) FROM evidence WHERE workspace_id = 1"));
  // In an empty ledger, what this transaction remembers is all that there is: no need to ask.
  all_identities_cached_ = handle == 0;
  all_claims_cached_ = claim == 0;
  all_slots_cached_ = evidence == 0;
  next_handle_ = handle + 1;
  next_claim_ = claim + 1;
  next_evidence_ = evidence + 1;
  return {};
}

void Store::forget() {
  identities_.clear();
  claims_.clear();
  slots_.clear();
  seats_.clear();
  claim_prints_.clear();
  evidence_prints_.clear();
  dead_.reset();
}

/// What is found by its content goes in sorted, many at a time: neighbours in a table are written
/// together.
base::Result<void> Store::flush() {
  std::sort(seats_.begin(), seats_.end());
  TRY(seat, database_->prepare(
                "INSERT OR IGNORE INTO seat (workspace_id, handle_id, evidence_id)\n"
                "VALUES (1, $1, $2)"));
  for (const auto& [who, evidence] : seats_) {
    CHECK(seat->bind(1, std::int64_t{who}).bind(2, std::int64_t{evidence}).run());
  }
  seats_.clear();
  std::sort(claim_prints_.begin(), claim_prints_.end());
  TRY(claim, database_->prepare(
                 "INSERT INTO claim_print (workspace_id, content, claim_id, change_id)\n"
                 "VALUES (1, $1, $2, $3)"));
  for (const auto& [content, id, change] : claim_prints_) {
    CHECK(claim->bind(1, content).bind(2, id).bind(3, std::int64_t{change}).run());
  }
  claim_prints_.clear();
  std::sort(evidence_prints_.begin(), evidence_prints_.end());
  TRY(print, database_->prepare(
                 "INSERT INTO evidence_print (workspace_id, slot, content, evidence_id, change_id)\n"
                 "VALUES (1, $1, $2, $3, $4)"));
  for (const auto& [slot, content, id, change] : evidence_prints_) {
    CHECK(print->bind(1, slot).bind(2, content).bind(3, id).bind(4, std::int64_t{change}).run());
  }
  evidence_prints_.clear();
  return {};
}

base::Result<void> Store::commit() {
  if (auto flushed = flush(); !flushed) {
    rollback();
    return flushed;
  }
  auto done = database_->commit();
  if (!done) forget();
  return done;
}

void Store::rollback() {
  database_->rollback();
  forget();
}

base::Result<ledger::ChangeId> Store::new_change(base::Instant at, std::string_view command,
                                                 std::string_view summary,
                                                 std::optional<ledger::ChangeId> undoes) {
  TRY(last, database_->integer("SELECT coalesce(max(change_id), 0) FROM change WHERE workspace_id = 1"));
  TRY(insert, database_->prepare(
                  "INSERT INTO change (workspace_id, change_id, at, command, summary, undoes)\n"
                  "VALUES (1, $1, $2, $3, $4, $5)"));
  insert->bind(1, last + 1).bind(2, at.seconds).bind(3, command).bind(4, summary);
  if (undoes) {
    insert->bind(5, std::int64_t{undoes->value});
  } else {
    insert->bind_null(5);
  }
  CHECK(insert->run());
  return ledger::ChangeId{static_cast<std::uint32_t>(last + 1)};
}

base::Result<void> Store::set_summary(ledger::ChangeId change, std::string_view summary) {
  TRY(update, database_->prepare("UPDATE change SET summary = $2 WHERE workspace_id = 1 AND change_id = $1"));
  return update->bind(1, std::int64_t{change.value}).bind(2, summary).run();
}

base::Result<void> Store::note_file(ledger::ChangeId change, const FileAccount& account) {
  TRY(insert, database_->prepare(
                  "INSERT INTO import_file (workspace_id, change_id, n, path, kind, read, added, skipped, problems)\n"
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

base::Result<ledger::IdentityId> Store::identify(const ledger::Handle& handle) {
  std::string key = text(handle);
  const auto known = identities_.find(key);
  if (known != identities_.end()) return known->second;
  if (identities_.size() > 400'000) {  // Memory stays the same for any mailbox.
    identities_.clear();
    all_identities_cached_ = false;
  }
  TRY(select, database_->prepare(
                  "SELECT handle_id FROM handle WHERE workspace_id = 1 AND kind = $1 AND value = $2"));
  bool found = false;
  if (!all_identities_cached_ || handle.kind == ledger::HandleKind::me) {
    select->bind(1, static_cast<std::int64_t>(handle.kind)).bind(2, handle.value);
    TRY(more, select->step());
    found = more;
  }
  ledger::IdentityId id;
  if (found) {
    id.value = static_cast<std::uint32_t>(select->integer(0));
    select->reset();
  } else {
    id.value = static_cast<std::uint32_t>(next_handle_++);
    TRY(insert, database_->prepare("INSERT INTO handle (workspace_id, handle_id, kind, value)\n"
                                   "VALUES (1, $1, $2, $3)"));
    CHECK(insert->bind(1, std::int64_t{id.value})
              .bind(2, static_cast<std::int64_t>(handle.kind))
              .bind(3, handle.value)
              .run());
  }
  identities_.emplace(std::move(key), id);
  return id;
}

base::Result<bool> Store::is_live(ledger::ChangeId change) {
  if (!dead_) {
    TRY(dead, dead_changes());
    dead_ = std::move(dead);
  }
  return !dead_->contains(change.value);
}

base::Result<bool> Store::add_claim(const ledger::Claim& claim, ledger::ChangeId change) {
  const std::uint64_t content = ledger::fingerprint(claim);
  if (claims_.contains(content)) return false;
  if (claims_.size() > 700'000) {
    CHECK(flush());
    claims_.clear();
    all_claims_cached_ = false;
  }
  TRY(select, database_->prepare("SELECT change_id FROM claim_print WHERE workspace_id = 1 AND content = $1"));
  bool known = false;
  if (!all_claims_cached_) select->bind(1, signed_of(content));
  while (!all_claims_cached_) {
    TRY(more, select->step());
    if (!more) break;
    TRY(live, is_live({static_cast<std::uint32_t>(select->integer(0))}));
    known = known || live;
  }
  claims_.insert(content);
  if (known) return false;
  TRY(who, identify(claim.who));
  if (claim.field == ledger::Field::same) {  // The other handle is an identity too.
    if (const auto other = ledger::parse_handle(claim.value)) {
      TRY(id, identify(*other));
      (void)id;
    }
  }
  TRY(insert, database_->prepare(
                  "INSERT INTO claim (workspace_id, claim_id, handle_id, field, value, at, change_id)\n"
                  "VALUES (1, $1, $2, $3, $4, $5, $6)"));
  claim_prints_.push_back({signed_of(content), next_claim_, change.value});
  if (claim_prints_.size() > pending_max) CHECK(flush());
  CHECK(insert->bind(1, next_claim_++)
            .bind(2, std::int64_t{who.value})
            .bind(3, static_cast<std::int64_t>(claim.field))
            .bind(4, base::clip(claim.value, ledger::claim_bytes_max))
            .bind(5, claim.at.seconds)
            .bind(6, std::int64_t{change.value})
            .run());
  return true;
}

/// Whether another version of its event counts now, and `version` is newer than when `print` was said.
base::Result<bool> Store::overtaken(const ledger::Fingerprint& print, std::uint64_t version) {
  TRY(select, database_->prepare("SELECT e.content, e.version, e.change_id FROM evidence_print p\n"
                                 "CROSS JOIN evidence e\n"
                                 "WHERE p.workspace_id = 1 AND p.slot = $1\n"
                                 "  AND e.workspace_id = 1 AND e.evidence_id = p.evidence_id"));
  select->bind(1, signed_of(print.slot));
  std::uint64_t same = 0;
  std::pair<std::uint64_t, std::uint64_t> newest{};
  for (;;) {
    TRY(more, select->step());
    if (!more) return same < version && newest.second != print.key;
    TRY(live, is_live({static_cast<std::uint32_t>(select->integer(2))}));
    if (!live) continue;
    const std::pair said{unsigned_of(select->integer(1)), unsigned_of(select->integer(0))};
    if (said.second == print.key) same = std::max(same, said.first);
    newest = std::max(newest, said);
  }
}

base::Result<bool> Store::add_evidence(const ledger::Evidence& e, ledger::ChangeId change) {
  const ledger::Fingerprint print = ledger::fingerprint(e);
  TRY(select, database_->prepare("SELECT content, change_id FROM evidence_print WHERE workspace_id = 1 AND slot = $1"));
  bool contested = false;
  bool known = false;
  bool others = false;
  if (slots_.size() > 1'000'000) {
    CHECK(flush());
    slots_.clear();
    all_slots_cached_ = false;
  }
  const bool fresh_slot = slots_.insert(print.slot).second;
  const bool ask = !all_slots_cached_ || !fresh_slot;
  if (!fresh_slot && !evidence_prints_.empty()) CHECK(flush());  // Its namesake may be waiting there.
  if (ask) select->bind(1, signed_of(print.slot));
  while (ask) {
    TRY(more, select->step());
    if (!more) break;
    contested = true;
    TRY(live, is_live({static_cast<std::uint32_t>(select->integer(1))}));
    (unsigned_of(select->integer(0)) == print.key ? known : others) |= live;
  }
  // What is there already is no news, unless it was overtaken since: a meeting that moved back.
  if (known && others) {
    TRY(stale, overtaken(print, e.version));
    known = !stale;
  }
  if (known) return false;
  std::vector<ledger::Seat> seats;
  for (const ledger::Party& party : e.parties) {
    TRY(who, identify(party.who));
    seats.push_back({who, party.role});
  }
  TRY(insert, database_->prepare(
                  "INSERT INTO evidence (workspace_id, evidence_id, content, version, kind, channel, flags,\n"
                  "  at, duration, group_size, confidence, thread, seats, title, place, reference,\n"
                  "  change_id)\n"
                  "VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"));
  evidence_prints_.push_back({signed_of(print.slot), signed_of(print.key), next_evidence_, change.value});
  CHECK(insert->bind(1, next_evidence_)
            .bind(2, signed_of(print.key))
            .bind(3, signed_of(e.version & 0x7fff'ffff'ffff'ffffULL))
            .bind(4, static_cast<std::int64_t>(e.kind))
            .bind(5, static_cast<std::int64_t>(e.channel))
            .bind(6, std::int64_t{e.flags})
            .bind(7, e.at.seconds)
            .bind(8, std::int64_t{e.duration_seconds})
            .bind(9, std::int64_t{e.group})
            .bind(10, e.confidence)
            .bind(11, signed_of(ledger::thread_of(e)))
            .bind_bytes(12, ledger::pack(seats))
            .bind(13, base::clip(e.title, ledger::title_bytes_max))
            .bind(14, base::clip(e.place, 300))
            .bind(15, e.reference)
            .bind(16, std::int64_t{change.value})
            .run());
  if (contested) {
    TRY(mark, database_->prepare("INSERT OR IGNORE INTO contested (workspace_id, slot) VALUES (1, $1)"));
    CHECK(mark->bind(1, signed_of(print.slot)).run());
  }
  for (const ledger::Seat& one : seats) {
    if (one.who == ledger::owner_identity) continue;
    seats_.push_back({one.who.value, static_cast<std::uint32_t>(next_evidence_)});
  }
  if (seats_.size() > pending_max) CHECK(flush());
  ++next_evidence_;
  return true;
}

base::Result<bool> Store::add(const ledger::Record& record, ledger::ChangeId change) {
  bool fresh = false;
  for (const ledger::Claim& claim : record.claims) {
    TRY(added, add_claim(claim, change));
    fresh = fresh || added;
  }
  for (const ledger::Evidence& evidence : record.evidence) {
    for (const ledger::Party& party : evidence.parties) {
      if (party.name.empty()) continue;
      TRY(added, add_claim({party.who, ledger::Field::name, party.name, {}}, change));
      fresh = fresh || added;
    }
    TRY(added, add_evidence(evidence, change));
    fresh = fresh || added;
  }
  return fresh;
}

base::Result<std::vector<Change>> Store::changes() {
  TRY(select, database_->prepare("SELECT change_id, at, command, summary, undoes\n"
                                 "FROM change WHERE workspace_id = 1 ORDER BY change_id"));
  std::vector<Change> all;
  for (;;) {
    TRY(more, select->step());
    if (!more) break;
    Change change{.id = {static_cast<std::uint32_t>(select->integer(0))},
                  .at = {select->integer(1)},
                  .command = std::string(select->text(2)),
                  .summary = std::string(select->text(3)),
                  .undoes = {},
                  .live = true};
    if (!select->null(4)) change.undoes = ledger::ChangeId{static_cast<std::uint32_t>(select->integer(4))};
    all.push_back(std::move(change));
  }
  // The latest first: an undo that was itself undone takes nothing back.
  for (auto change = all.rbegin(); change != all.rend(); ++change) {
    if (!change->live || !change->undoes) continue;
    for (Change& other : all) {
      if (other.id == *change->undoes) other.live = false;
    }
  }
  return all;
}

base::Result<std::unordered_set<std::uint32_t>> Store::dead_changes() {
  TRY(all, changes());
  std::unordered_set<std::uint32_t> dead;
  for (const Change& change : all) {
    if (!change.live) dead.insert(change.id.value);
  }
  return dead;
}

base::Result<std::vector<FileAccount>> Store::files(ledger::ChangeId change) {
  TRY(select, database_->prepare("SELECT path, kind, read, added, skipped, problems FROM import_file\n"
                                 "WHERE workspace_id = 1 AND change_id = $1 ORDER BY n"));
  select->bind(1, std::int64_t{change.value});
  std::vector<FileAccount> all;
  for (;;) {
    TRY(more, select->step());
    if (!more) return all;
    all.push_back({std::string(select->text(0)), std::string(select->text(1)), select->integer(2),
                   select->integer(3), select->integer(4), select->integer(5)});
  }
}

base::Result<std::int64_t> Store::head() {
  return database_->integer("SELECT coalesce(max(change_id), 0) FROM change WHERE workspace_id = 1");
}

/// Of several live versions of one event, all but the newest.
base::Result<std::unordered_set<std::uint32_t>> Store::superseded() {
  TRY(dead, dead_changes());
  // CROSS JOIN: the few contested slots first, whatever a planner without statistics believes.
  TRY(select, database_->prepare(
                  "SELECT c.slot, e.evidence_id, e.version, e.content, e.change_id FROM contested c\n"
                  "CROSS JOIN evidence_print p CROSS JOIN evidence e\n"
                  "WHERE c.workspace_id = 1 AND p.workspace_id = 1 AND p.slot = c.slot\n"
                  "  AND e.workspace_id = 1 AND e.evidence_id = p.evidence_id\n"
                  "ORDER BY c.slot, e.version DESC, e.content DESC, e.evidence_id"));
  std::unordered_set<std::uint32_t> out;
  std::int64_t slot = 0;
  bool have = false;
  for (;;) {
    TRY(more, select->step());
    if (!more) return out;
    if (dead.contains(static_cast<std::uint32_t>(select->integer(4)))) continue;
    if (have && select->integer(0) == slot) {
      out.insert(static_cast<std::uint32_t>(select->integer(1)));
    }
    slot = select->integer(0);
    have = true;
  }
}

base::Result<ledger::Book> Store::read() {
  ledger::Book book;
  TRY(handles, database_->prepare("SELECT kind, value FROM handle WHERE workspace_id = 1 ORDER BY handle_id"));
  for (;;) {
    TRY(more, handles->step());
    if (!more) break;
    book.handles.push_back({static_cast<ledger::HandleKind>(handles->integer(0)), std::string(handles->text(1))});
  }
  TRY(dead, dead_changes());
  TRY(claims, database_->prepare("SELECT handle_id, field, value, at, change_id FROM claim\n"
                                 "WHERE workspace_id = 1 ORDER BY claim_id"));
  for (;;) {
    TRY(more, claims->step());
    if (!more) break;
    if (dead.contains(static_cast<std::uint32_t>(claims->integer(4)))) continue;
    book.claims.push_back({{static_cast<std::uint32_t>(claims->integer(0))},
                           static_cast<ledger::Field>(claims->integer(1)),
                           std::string(claims->text(2)),
                           {claims->integer(3)}});
  }
  TRY(old, superseded());
  TRY(count, database_->integer("SELECT count(*) FROM evidence WHERE workspace_id = 1"));
  book.rows.reserve(static_cast<std::size_t>(count));
  book.seats.reserve(static_cast<std::size_t>(count) * 2);
  // Titles only where a derivation reads them (ledger::title_matters): rulings, bare meetings.
  TRY(rows, database_->prepare(
                "SELECT evidence_id, content, thread, at, duration, group_size, confidence, kind, channel, flags,\n"
                "  seats, change_id, CASE WHEN kind = 14 OR (kind = 4 AND length(seats) <= 6) THEN title ELSE '' END\n"
                "FROM evidence WHERE workspace_id = 1 ORDER BY evidence_id"));
  for (;;) {
    TRY(more, rows->step());
    if (!more) break;
    if (!dead.empty() && dead.contains(static_cast<std::uint32_t>(rows->integer(11)))) continue;
    ledger::Row row = row_of(*rows);
    if (!old.empty() && old.contains(row.id.value)) continue;
    row.seats_begin = static_cast<std::uint32_t>(book.seats.size());
    if (!ledger::unpack(rows->text(10), book.seats)) {
      return base::fail(base::Fault::damaged, path(), fmt::format("evidence {} cannot be read", row.id.value),
                        "bring back a copy: wellmet restore FILE");
    }
    row.seats = static_cast<std::uint16_t>(book.seats.size() - row.seats_begin);
    if (ledger::title_matters(row.kind, row.seats) && !rows->text(12).empty()) {
      row.title = static_cast<std::uint32_t>(book.titles.size());
      book.titles.emplace_back(rows->text(12));
    }
    book.rows.push_back(row);
  }
  return book;
}

base::Result<void> Store::each_claim(const std::function<void(const ledger::Claim&)>& each) {
  TRY(dead, dead_changes());
  TRY(select, database_->prepare(
                  "SELECT h.kind, h.value, c.field, c.value, c.at, c.change_id FROM claim_print p\n"
                  "JOIN claim c ON c.workspace_id = p.workspace_id AND c.claim_id = p.claim_id\n"
                  "JOIN handle h ON h.workspace_id = c.workspace_id AND h.handle_id = c.handle_id\n"
                  "WHERE p.workspace_id = 1 ORDER BY p.content, p.claim_id"));
  for (;;) {
    TRY(more, select->step());
    if (!more) return {};
    if (dead.contains(static_cast<std::uint32_t>(select->integer(5)))) continue;
    each({{static_cast<ledger::HandleKind>(select->integer(0)), std::string(select->text(1))},
          static_cast<ledger::Field>(select->integer(2)),
          std::string(select->text(3)),
          {select->integer(4)}});
  }
}

base::Result<void> Store::each_evidence(const std::function<void(const ledger::Evidence&)>& each) {
  TRY(dead, dead_changes());
  TRY(book_handles, database_->prepare("SELECT kind, value FROM handle WHERE workspace_id = 1 ORDER BY handle_id"));
  std::vector<ledger::Handle> handles;
  for (;;) {
    TRY(more, book_handles->step());
    if (!more) break;
    handles.push_back({static_cast<ledger::HandleKind>(book_handles->integer(0)), std::string(book_handles->text(1))});
  }
  // Threads are kept as hashes: they come out as such, and go in again unchanged.
  TRY(select, database_->prepare(
                  "SELECT kind, channel, flags, at, duration, group_size, confidence, version, seats, title, place,\n"
                  "  reference, change_id, thread, content\n"
                  "FROM evidence WHERE workspace_id = 1 ORDER BY content, version DESC, evidence_id"));
  std::int64_t last = -1;
  for (;;) {
    TRY(more, select->step());
    if (!more) return {};
    if (dead.contains(static_cast<std::uint32_t>(select->integer(12)))) continue;
    // A meeting that moved away and back is there twice: once, as of its newest version, is enough.
    if (std::exchange(last, select->integer(14)) == select->integer(14)) continue;
    ledger::Evidence e{.kind = static_cast<ledger::Kind>(select->integer(0)),
                       .channel = static_cast<ledger::Channel>(select->integer(1)),
                       .flags = static_cast<std::uint8_t>(select->integer(2)),
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
    if (select->integer(13) != 0) e.thread = fmt::format("{}{:016x}", ledger::thread_prefix, unsigned_of(select->integer(13)));
    std::vector<ledger::Seat> seats;
    if (!ledger::unpack(select->text(8), seats)) continue;
    for (const ledger::Seat& seat : seats) {
      if (seat.who.value < handles.size()) e.parties.push_back({handles[seat.who.value], seat.role, {}});
    }
    each(e);
  }
}

}  // namespace store
